"""Clock times of a tour as instants: only where a source states the time and the place has a zone."""

import datetime as dt

from mapapp.when import Moment

YEARS = range(1900, 2101)  # before, zones had offsets of seconds; long after, nobody knows their rules


def instant(moment: Moment, zone: str) -> dt.datetime | None:
    """The moment with the zone of its place, an IANA name.

    None where the clock is not known to the minute, or only about, or where the zone is unknown.
    """
    if moment.time is None or moment.about or moment.uncertain or moment.year not in YEARS or not zone:
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # not above: most tours state no clock times

    try:
        local = moment.begins.replace(tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):  # a name that is no path of the database, too
        return None
    offset = local.utcoffset() or dt.timedelta()
    return None if offset.seconds % 60 else local
