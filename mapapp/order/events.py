"""The order of events: by instants where both have one, else by days, and within a day by stay and by clock."""

import bisect
import datetime as dt
import sys
from collections.abc import Sequence
from itertools import accumulate

from mapapp.instants import instant
from mapapp.order.merging import merged
from mapapp.tour import DAY_PARTS, Event, Visit

_Stay = tuple[str, int]  # the traveller and the rank of the visit; "" and -1 for none


class _Timed:
    """An event on its way into the order."""

    __slots__ = ("began", "day", "event", "latest", "line", "minute", "stay")

    def __init__(self, event: Event, line: int, stay: _Stay) -> None:
        self.event, self.line, self.stay = event, line, stay
        self.day, self.latest = event.when.earliest, event.when.latest
        time = event.when.start.time if event.when_stated else None
        self.began = instant(event.when.start, event.place.zone) if time else None
        part = (1 + DAY_PARTS.index(event.day_part)) * 360 - 1 if event.day_part else 0
        self.minute = time.hour * 60 + time.minute if time else part  # of the day, as far as it is known


class _Day:
    """The events of a day that have a clock, each with its number in their order, to be found from either side."""

    def __init__(self) -> None:
        self._stays: dict[str, list[tuple[int, int]]] = {}  # rank and number, by traveller
        self._clocks: dict[_Stay, list[tuple[int, int]]] = {}  # minute and number
        self._lasts: list[tuple[int, int, str]] = []  # minute, number and traveller
        self._best: list[list[tuple[int, str]]] = []  # for each of these the last so far, and the last of another

    def add(self, event: _Timed, number: int) -> None:
        """Take an event."""
        traveller, rank = event.stay
        if traveller:
            self._stays.setdefault(traveller, []).append((rank, number))
            self._clocks.setdefault(event.stay, []).append((event.minute, number))
        self._lasts.append((event.minute, number, traveller))

    def close(self) -> None:
        """Put in order what was taken: after each rank or minute the highest number so far."""
        for found in (*self._stays.values(), *self._clocks.values()):
            found.sort()
            found[:] = zip((key for key, _ in found), accumulate((n for _, n in found), max), strict=True)
        self._lasts.sort()
        best: list[tuple[int, str]] = [(0, ""), (0, "")]  # of two travellers
        for _, number, traveller in self._lasts:
            ranked = sorted([(number, traveller), *best], reverse=True)
            best = [ranked[0], next((other for other in ranked if other[1] != ranked[0][1]), (0, ""))]
            self._best.append(best)

    def before(self, event: _Timed) -> int:
        """The number of the last one that comes before an event without a clock, 0 for none.

        Of the same traveller an earlier stay comes before; of the same stay, and of others, an earlier minute does,
        as far as the event has one.
        """
        traveller, rank = event.stay
        last = _last(self._stays.get(traveller, ()), rank - 1) if traveller else 0
        if not event.minute:
            return last
        at = bisect.bisect_right(self._lasts, (event.minute, sys.maxsize, ""))
        others = self._best[at - 1] if at else []
        own = _last(self._clocks.get(event.stay, ()), event.minute) if traveller else 0
        return max([last, own, *(number for number, other in others if not traveller or other != traveller)])


def _last(found: Sequence[tuple[int, int]], limit: int) -> int:
    """The number that belongs to the last key up to the limit."""
    at = bisect.bisect_right(found, (limit, sys.maxsize))
    return found[at - 1][1] if at else 0


def _rising(events: list[_Timed]) -> list[_Timed]:
    """Events without an instant by day; within it by minute, but none before those of an earlier stay."""
    latest: dict[tuple[dt.date, str], int] = {}
    for event in sorted(events, key=lambda e: (e.day, e.stay[1], e.minute)):
        if event.stay[0]:
            key = (event.day, event.stay[0])
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
    if not clocked:
        return tuple(timed.event for timed in others)
    by_day: dict[dt.date, _Day] = {}
    last: dict[dt.date, int] = {}
    for number, event in enumerate(clocked, start=1):
        by_day.setdefault(event.day, _Day()).add(event, number)
        last[event.day] = number
    for day in by_day.values():
        day.close()
    days = sorted(by_day)
    reached = [0, *accumulate((last[day] for day in days), max)]
    after = [
        max(reached[bisect.bisect_left(days, e.day)], by_day[e.day].before(e) if e.day in by_day else 0) for e in others
    ]
    return tuple(timed.event for timed in merged(clocked, others, after))
