"""The order of visits: by legs, then instants, then days, then the lines of the file."""

import bisect
import datetime as dt
import heapq
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import NamedTuple

from mapapp.order.merging import merged
from mapapp.order.stays import Stay, stays
from mapapp.order.undated import with_undated
from mapapp.tour import Event, Leg, Visit


class Conflict(StrEnum):
    """What contradicts what; that which counts more is followed."""

    LEG_AND_CLOCKS = "leg and clocks"
    LEG_AND_DAYS = "leg and days"
    LEGS_IN_CIRCLE = "legs in a circle"
    CLOCKS_AND_LINES = "clocks and lines"


class Contradiction(NamedTuple):
    """Visits by id about whose order the file says two things: the ends of a leg, or those of a day as kept."""

    conflict: Conflict
    visits: tuple[str, ...]


def in_order(
    visits: Sequence[Visit], events: Iterable[Event], legs: Sequence[Leg]
) -> tuple[tuple[Visit, ...], list[Contradiction]]:
    """The visits, given in the order of the file, in the order of travel, and what the file says against it.

    Travellers are told together, by day; each keeps the own order.
    """
    own: dict[str, list[Stay]] = {}
    for stay in stays(visits, events):
        own.setdefault(stay.visit.traveller, []).append(stay)
    traveller = {visit.id: visit.traveller for visit in visits}
    ways: dict[str, list[Leg]] = {}
    for leg in legs:
        ways.setdefault(traveller.get(leg.start, ""), []).append(leg)
    found: list[Contradiction] = []
    placed: list[tuple[dt.date, int, int, Visit]] = []
    for number, (who, theirs) in enumerate(own.items()):
        ordered = _travelled(theirs, ways.get(who, []), found)
        day = next((stay.day for stay in ordered if stay.day), dt.date.max)
        for position, stay in enumerate(ordered):
            day = max(day, stay.day or day)
            placed.append((day, number, position, stay.visit))
    return tuple(visit for *_, visit in sorted(placed, key=lambda place: place[:3])), found


def _travelled(stays: list[Stay], legs: Sequence[Leg], found: list[Contradiction]) -> list[Stay]:
    """The stays of one traveller in the order of travel."""
    ways = _ways(stays, legs)
    timed = _by_time(stays)
    ranks = {id_: rank for rank, id_ in enumerate(with_undated(timed, stays, ways))}
    circle: list[str] = []
    order = _by_ways([stay.visit.id for stay in stays], ways, ranks, circle)
    if circle:
        found.append(Contradiction(Conflict.LEGS_IN_CIRCLE, tuple(circle)))
    by_id = {stay.visit.id: stay for stay in stays}
    place = {id_: position for position, id_ in enumerate(order)}
    for start, end in ways:
        if place[start] < place[end] and (conflict := _against(by_id[start], by_id[end])):
            found.append(Contradiction(conflict, (start, end)))
    kept = [by_id[id_] for id_ in order]
    _tell_lines(kept, found)
    return kept


def _ways(stays: list[Stay], legs: Sequence[Leg]) -> list[tuple[str, str]]:
    """The legs that tell an order: not those between travellers, nor one that leads back into a stay begun before."""
    by_id = {stay.visit.id: stay for stay in stays}
    ways = [(leg.start, leg.end) for leg in legs if leg.start in by_id and leg.end in by_id and leg.start != leg.end]
    return [(start, end) for start, end in dict.fromkeys(ways) if not _returns(by_id[start], by_id[end])]


def _returns(start: Stay, end: Stay) -> bool:
    """Whether the stay at the end of a leg began earlier and lasts on: an excursion ends there."""
    when = end.when
    return bool(when and end.day and start.day and end.day < start.day <= when.latest)


def _against(start: Stay, end: Stay) -> Conflict | None:
    """What says that the end of a leg comes before its start."""
    if start.begins and end.begins:
        return Conflict.LEG_AND_CLOCKS if end.begins < start.begins else None
    return Conflict.LEG_AND_DAYS if start.day and end.day and end.day < start.day else None


def _by_time(stays: list[Stay]) -> list[Stay]:
    """The dated stays: by instants where both have one, else by days, else by lines."""
    clocked = sorted((s for s in stays if s.begins), key=lambda s: (s.begins, s.line))
    dated = sorted((s for s in stays if not s.begins and s.day), key=lambda s: s.key)
    lowest = [*accumulate((stay.key for stay in reversed(clocked)), min)][::-1]  # of each and all behind it
    return merged(clocked, dated, [bisect.bisect_left(lowest, stay.key) for stay in dated])


def _tell_lines(kept: list[Stay], found: list[Contradiction]) -> None:
    """Report stays of one day that were put in the order of their instants, against their lines."""
    by_day: dict[dt.date | None, list[Stay]] = {}
    for stay in kept:
        if stay.begins:
            by_day.setdefault(stay.day, []).append(stay)
    for same in by_day.values():
        if any(a.line > b.line and a.begins < b.begins for a, b in pairwise(same) if a.begins and b.begins):
            found.append(Contradiction(Conflict.CLOCKS_AND_LINES, tuple(stay.visit.id for stay in same)))


def _by_ways(
    ids: Iterable[str], ways: Iterable[tuple[str, str]], ranks: Mapping[str, int], circle: list[str]
) -> list[str]:
    """All ids so that every way leads forward, as near to their ranks as that allows.

    Where ways lead in a circle, the ids that wait for each other are added to ``circle``, and the first goes on.
    """
    after: dict[str, list[str]] = {}
    waits = dict.fromkeys(ids, 0)
    for start, end in ways:
        after.setdefault(start, []).append(end)
        waits[end] += 1
    free = [(ranks[id_], id_) for id_, count in waits.items() if not count]
    heapq.heapify(free)
    order: list[str] = []
    done: set[str] = set()
    left = iter(sorted(waits, key=ranks.__getitem__))
    while len(order) < len(waits):
        if not free:
            circle += sorted(waits.keys() - done, key=ranks.__getitem__) if not circle else []
            first = next(id_ for id_ in left if id_ not in done)
            free.append((ranks[first], first))
        _, id_ = heapq.heappop(free)
        order.append(id_)
        done.add(id_)
        for end in after.get(id_, ()):
            waits[end] -= 1
            if not waits[end] and end not in done:
                heapq.heappush(free, (ranks[end], end))
    return order
