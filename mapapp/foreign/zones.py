"""Clocks of another zone than that of the place, as they stand there."""

from dataclasses import replace

from mapapp.dates.meaning import Reading
from mapapp.foreign.dating import NO_ZONES, Dated
from mapapp.foreign.rows import Entry
from mapapp.when import When


def local(entry: Entry, zone: str) -> Entry:
    """A row with its clocks as they stand at a place of that IANA zone, "" where it is not known."""
    arrival, departure, timed = (_moved(dated, zone) for dated in (entry.arrival, entry.departure, entry.timed))
    if timed == entry.timed and arrival == entry.arrival and departure == entry.departure:
        return entry
    if timed.when is None or timed.when.start.time is None:
        lost = str(entry.timed.when or "") or entry.open_time
        return replace(entry, arrival=arrival, departure=departure, timed=Dated(None), open_time=lost)
    if entry.one and arrival == entry.arrival:  # a day with the clock in another cell
        arrival = departure = replace(arrival, when=When(replace(timed.when.start, time=None)))
    return replace(entry, arrival=arrival, departure=departure, timed=timed)


def _moved(dated: Dated, zone: str) -> Dated:
    """The date on the clocks of a place with that IANA zone; without a clock where one is needed and is ""."""
    if dated.when is None or not any(dated.zones):
        return dated
    if zone:
        return replace(dated, when=Reading(dated.when, zones=dated.zones).at(zone), zones=NO_ZONES)
    end = replace(dated.when.end, time=None) if dated.when.end else None
    return replace(dated, when=When(replace(dated.when.start, time=None), end), zones=NO_ZONES)
