"""What cannot be together in a tour that was read: stays that overlap, and stops too far apart for the hours between.

Each is a remark: the sources may be right and the traveller quick, or somebody else may have travelled.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from mapapp.errors import Problem, clipped
from mapapp.instants import instant
from mapapp.message import pattern, tr
from mapapp.position import distance_km
from mapapp.tour import Event, Leg, Status, Visit
from mapapp.when import Precision, When

# Kilometres an hour that nobody exceeds on the whole way, the unknown one as by air.
FASTEST = {"air": 1000.0, "rail": 320.0, "road": 140.0, "sea": 80.0, "unknown": 1000.0}
_TOO_FAR = {
    "air": pattern("{way}, too far by air for the {hours} hours between their events; correct a time or a place"),
    "rail": pattern("{way}, too far by rail for the {hours} hours between their events; correct a time or a place"),
    "road": pattern("{way}, too far by road for the {hours} hours between their events; correct a time or a place"),
    "sea": pattern("{way}, too far by sea for the {hours} hours between their events; correct a time or a place"),
    "unknown": pattern("{way}, too far for the {hours} hours between their events; correct a time or a place"),
}
NEAR_KM = 30.0  # within a town and its edge nobody looks at the clock
_OFF = (Status.POSTPONED, Status.CANCELLED)
Line = tuple[str, int]


def remarks(
    visits: Sequence[Visit], events: Iterable[Event], legs: Iterable[Leg], lines: Mapping[str, Line]
) -> Iterator[Problem]:
    """The remarks about visits in the order of travel; ``lines`` tell where each stands."""
    clocks = _clocks(events)
    modes = {(leg.start, leg.end): leg.mode for leg in legs}
    own: dict[str, list[Visit]] = {}
    for visit in visits:
        if visit.status not in _OFF:
            own.setdefault(visit.traveller, []).append(visit)
    for stays in own.values():
        for one, other in pairwise(stays):
            said = _overlap(one, other) or _too_far(one, other, clocks, modes.get((one.id, other.id), "unknown"))
            if said and other.id in lines:
                yield Problem(*lines[other.id], "", said, remark=True)


def _overlap(one: Visit, other: Visit) -> str:
    """That a stay begins before the one before it ends, and outlasts it; an excursion from a longer stay does not."""
    if one.place.id == other.place.id or not (one.when and other.when and _in_days(one.when) and _in_days(other.when)):
        return ""
    if not one.when.earliest < other.when.earliest < one.when.latest < other.when.latest:
        return ""
    names = tr("the stay in {toponym} ({describe})", toponym=clipped(other.at.toponym), describe=other.when)
    return tr(
        "{names} overlaps that in {toponym} ({describe}); correct the dates if one is wrong",
        names=names,
        toponym=clipped(one.at.toponym),
        describe=one.when,
    )


def _in_days(when: When) -> bool:
    return when.precision >= Precision.DAY and not when.about


def _clocks(events: Iterable[Event]) -> dict[str, tuple[dt.datetime, dt.datetime]]:
    """The first and the last instant of each visit, of its events with a clock."""
    found: dict[str, tuple[dt.datetime, dt.datetime]] = {}
    for event in events:
        if not event.visit or event.status in _OFF or not event.when_stated or event.when.about:
            continue
        begins = instant(event.when.start, event.place.zone)
        ends = instant(event.when.end, event.place.zone) if event.when.end else begins
        if begins and ends:
            first, last = found.get(event.visit, (begins, ends))
            found[event.visit] = min(first, begins), max(last, ends)
    return found


def _too_far(one: Visit, other: Visit, clocks: Mapping[str, tuple[dt.datetime, dt.datetime]], mode: str) -> str:
    """That nobody gets from the last event of one stay to the first of the next in time."""
    if one.id not in clocks or other.id not in clocks:
        return ""
    hours = (clocks[other.id][0] - clocks[one.id][1]).total_seconds() / 3600
    apart = distance_km(one.place.position, other.place.position)
    if apart <= NEAR_KM or hours < 0 or apart <= hours * FASTEST.get(mode, FASTEST["unknown"]):
        return ""
    way = tr(
        "{toponym} and {toponym2} lie {apart} km apart",
        toponym=clipped(one.at.toponym),
        toponym2=clipped(other.at.toponym),
        apart=round(apart),
    )
    return tr(_TOO_FAR.get(mode, _TOO_FAR["unknown"]), way=way, hours=round(hours, 1))
