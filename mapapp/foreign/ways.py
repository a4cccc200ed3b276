"""The ways between the stops of a table, where its days tell that one stop led to the next."""

from itertools import groupby, pairwise

from mapapp.foreign.stops import Stop
from mapapp.tour import Status

MOST_DAYS = 3  # between the last day at one stop and the first at the next; after more of them one may have been home
MOST_STAYED = 31  # days at a stop; a longer time is the one in which it lies
_OFF = (Status.POSTPONED, Status.CANCELLED)


def ways(stops: tuple[Stop, ...]) -> list[tuple[Stop, Stop]]:
    """Each stop with the one to which its traveller went on; ``stops`` are in order of travel."""
    in_turn = sorted(stops, key=lambda stop: stop.visit.traveller)  # the order of each stays
    found = []
    for _, own in groupby(in_turn, key=lambda stop: stop.visit.traveller):
        gone = [stop for stop in own if stop.visit.status not in _OFF]
        found += [pair for pair in pairwise(gone) if _leads_on(*pair)]
    return found


def _leads_on(one: Stop, next_one: Stop) -> bool:
    first, then = one.visit.when, next_one.visit.when
    if first is None or then is None or one.visit.place.id == next_one.visit.place.id:
        return False
    if not (first.start.day and then.start.day):  # a month or a year of which one does not know the day
        return False
    if (first.latest - first.earliest).days > MOST_STAYED or (then.latest - then.earliest).days > MOST_STAYED:
        return False
    return -1 <= (then.earliest - first.latest).days <= MOST_DAYS
