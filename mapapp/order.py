"""The order of travel, decided in this one place: by legs, then instants, then days, then the lines of the file.

Numbers of stops, arrows, lists and every file take their order from the tour, and the tour has it from here.
"""

import bisect
import datetime as dt
import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import TypeVar

from mapapp.instants import instant
from mapapp.tour import DAY_PARTS, Event, Leg, Status, Visit

T = TypeVar("T")
_OFF = (Status.POSTPONED, Status.CANCELLED)  # what did not take place tells nothing of where the traveller was


class Conflict(StrEnum):
    """What contradicts what; that which counts more is followed."""

    LEG_AND_CLOCKS = "leg and clocks"
    LEG_AND_DAYS = "leg and days"
    LEGS_IN_CIRCLE = "legs in a circle"
    CLOCKS_AND_LINES = "clocks and lines"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Visits by id about whose order the file says two things: the ends of a leg, or those of a day as kept."""

    conflict: Conflict
    visits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stay:
    """A visit and what is known of its beginning: ``line`` is its place in the file, ``begins`` has a zone."""

    visit: Visit
    line: int
    begins: dt.datetime | None

    @property
    def day(self) -> dt.date | None:
        """The first day of it, on the calendar of its place."""
        return self.visit.when.earliest if self.visit.when else None

    @property
    def key(self) -> tuple[dt.date, int]:
        """By day, then by line; undated stays are never asked."""
        return self.day or dt.date.max, self.line


def in_order(
    visits: Sequence[Visit], events: Iterable[Event], legs: Sequence[Leg]
) -> tuple[tuple[Visit, ...], list[Contradiction]]:
    """The visits, given in the order of the file, in the order of travel, and what the file says against it.

    Travellers are told together, by day; each keeps the own order.
    """
    begun = _begun(events)
    stays = [Stay(visit, line, _begins(visit, begun.get(visit.id, ()))) for line, visit in enumerate(visits)]
    found: list[Contradiction] = []
    placed: list[tuple[dt.date, int, int, Visit]] = []
    for number, traveller in enumerate(dict.fromkeys(visit.traveller for visit in visits)):
        own = _travelled([stay for stay in stays if stay.visit.traveller == traveller], legs, found)
        day = next((stay.day for stay in own if stay.day), dt.date.max)
        for position, stay in enumerate(own):
            day = max(day, stay.day or day)
            placed.append((day, number, position, stay.visit))
    return tuple(visit for *_, visit in sorted(placed, key=lambda place: place[:3])), found


def _begun(events: Iterable[Event]) -> dict[str, list[tuple[dt.date, dt.datetime]]]:
    """For each visit the days and instants at which its events began, as far as these are known to the minute."""
    found: dict[str, list[tuple[dt.date, dt.datetime]]] = {}
    for event in events:
        began = instant(event.when.start, event.place.zone) if event.when_stated and event.status not in _OFF else None
        if began:
            found.setdefault(event.visit, []).append((event.when.earliest, began))
    return found


def _begins(visit: Visit, begun: Iterable[tuple[dt.date, dt.datetime]]) -> dt.datetime | None:
    """The first instant known of the first day of a visit."""
    first = visit.when.earliest if visit.when else None
    known = [began for day, began in begun if first is None or day == first]
    for moment in (visit.arrival.start if visit.arrival else None, visit.departure.start if visit.departure else None):
        at = instant(moment, visit.place.zone) if moment else None
        if at and moment and (first is None or moment.first_day == first):
            known.append(at)
    return min(known, default=None)


def _travelled(stays: list[Stay], legs: Sequence[Leg], found: list[Contradiction]) -> list[Stay]:
    """The stays of one traveller in the order of travel."""
    ways = _ways(stays, legs)
    timed = _by_time(stays)
    ranks = {stay.visit.id: rank for rank, stay in enumerate(_with_undated(timed, stays, ways))}
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
    when = end.visit.when
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
    return merged(clocked, dated, [_last_before(clocked, lambda s: s.key, stay.key) for stay in dated])


def _last_before(clocked: Sequence[T], key: Callable[[T], tuple[dt.date, int]], limit: tuple[dt.date, int]) -> int:
    """How many of them stand before the limit, up to the last one whose key does."""
    return max((index for index, item in enumerate(clocked, start=1) if key(item) < limit), default=0)


def merged(fixed: Sequence[T], others: Sequence[T], after: Sequence[int]) -> list[T]:
    """Both, each in its own order: each of the others behind so many of the fixed ones, or more."""
    result: list[T] = []
    taken = 0
    for item, count in zip(others, after, strict=True):
        result += fixed[taken : max(taken, count)]
        taken = max(taken, count)
        result.append(item)
    return [*result, *fixed[taken:]]


def _tell_lines(kept: list[Stay], found: list[Contradiction]) -> None:
    """Report stays of one day that were put in the order of their instants, against their lines."""
    by_day: dict[dt.date | None, list[Stay]] = {}
    for stay in kept:
        if stay.begins:
            by_day.setdefault(stay.day, []).append(stay)
    for same in by_day.values():
        if any(a.line > b.line and a.begins < b.begins for a, b in pairwise(same) if a.begins and b.begins):
            found.append(Contradiction(Conflict.CLOCKS_AND_LINES, tuple(stay.visit.id for stay in same)))


def _with_undated(timed: list[Stay], stays: list[Stay], ways: list[tuple[str, str]]) -> list[Stay]:
    """The stays with those that have no date where a leg puts them, or else behind the line before."""
    order = list(timed)
    waiting = [stay for stay in stays if not stay.begins and not stay.day]
    while waiting:
        ids = [stay.visit.id for stay in order]
        for stay in waiting:
            before = [ids.index(start) for start, end in ways if end == stay.visit.id and start in ids]
            behind = [ids.index(end) for start, end in ways if start == stay.visit.id and end in ids]
            if before or behind:
                order.insert(max(before) + 1 if before else min(behind), stay)
                break
        else:
            stay = waiting[0]
            above = [index for index, other in enumerate(order) if other.line == stay.line - 1]
            order.insert(above[0] + 1 if above else _last_line(order, stay.line), stay)
        waiting.remove(stay)
    return order


def _last_line(order: list[Stay], line: int) -> int:
    """Behind the last of the stays whose lines all stand above."""
    above = [index for index, other in enumerate(order, start=1) if other.line < line]
    return max(above, default=0)


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
    while len(order) < len(waits):
        if not free:
            left = sorted((id_ for id_ in waits if id_ not in done), key=ranks.__getitem__)
            circle += left if not circle else []
            free.append((ranks[left[0]], left[0]))
        _, id_ = heapq.heappop(free)
        order.append(id_)
        done.add(id_)
        for end in after.get(id_, ()):
            waits[end] -= 1
            if not waits[end] and end not in done:
                heapq.heappush(free, (ranks[end], end))
    return order


class _Timed:
    """An event on its way into the order. ``stay`` is the traveller and the rank of the visit, -1 for none."""

    def __init__(self, event: Event, line: int, stay: tuple[str, int]) -> None:
        self.event, self.line, self.stay = event, line, stay
        self.day, self.latest = event.when.earliest, event.when.latest
        self.began = instant(event.when.start, event.place.zone) if event.when_stated else None
        time = event.when.start.time if event.when_stated else None
        part = (1 + DAY_PARTS.index(event.day_part)) * 360 - 1 if event.day_part else 0
        self.minute = time.hour * 60 + time.minute if time else part  # of the day, as far as it is known

    def precedes(self, other: "_Timed") -> bool:
        """Whether it, which has a clock, comes before another of its day, which has none."""
        if self.stay[0] and self.stay[0] == other.stay[0] and self.stay[1] != other.stay[1]:
            return self.stay[1] < other.stay[1]
        return 0 < other.minute >= self.minute


def _rising(events: list[_Timed]) -> list[_Timed]:
    """Events without an instant by day; within it by minute, but none before those of an earlier stay."""
    latest: dict[tuple[dt.date, str], int] = {}
    for event in sorted(events, key=lambda e: (e.day, e.stay[1], e.minute)):
        key = (event.day, event.stay[0])
        if event.stay[0]:
            event.minute = latest[key] = max(event.minute, latest.get(key, 0))
    return sorted(events, key=lambda e: (e.day, e.minute, e.stay[1], e.latest, e.line))


def events_in_order(events: Sequence[Event], visits: Sequence[Visit]) -> tuple[Event, ...]:
    """The events, given in the order of the file, by time: by instants where both have one, else by days.

    On one day those of a traveller's earlier stay come first, then those without a clock or part of the day. ``visits``
    are in the order of travel.
    """
    stay = {visit.id: (visit.traveller, rank) for rank, visit in enumerate(visits)}
    known = [_Timed(event, line, stay.get(event.visit, ("", -1))) for line, event in enumerate(events)]
    clocked = sorted((e for e in known if e.began), key=lambda e: (e.began, e.stay, e.line))
    others = _rising([e for e in known if not e.began])
    days = sorted({e.day for e in clocked})
    last = {e.day: count for count, e in enumerate(clocked, start=1)}
    reached = [0, *accumulate((last[day] for day in days), max)]
    on_day: dict[dt.date, list[tuple[int, _Timed]]] = {}
    for count, event in enumerate(clocked, start=1):
        on_day.setdefault(event.day, []).append((count, event))
    after = [
        max([reached[bisect.bisect_left(days, e.day)], *(n for n, c in on_day.get(e.day, ()) if c.precedes(e))])
        for e in others
    ]
    return tuple(timed.event for timed in merged(clocked, others, after))
