"""Visits with what is known of their beginning, for whoever puts them in order."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mapapp.instants import instant
from mapapp.tour import Event, Status, Visit
from mapapp.when import When

_OFF = (Status.POSTPONED, Status.CANCELLED)  # what did not take place tells nothing of where the traveller was


class Stay(NamedTuple):
    """A visit, its place in the file, and its time.

    ``begins`` has a zone. ``day`` is the first day of it, on the calendar of its place.
    """

    visit: Visit
    line: int
    when: When | None
    day: dt.date | None
    begins: dt.datetime | None

    @property
    def key(self) -> tuple[dt.date, int]:
        """By day, then by line; undated stays are never asked."""
        return self.day or dt.date.max, self.line


def stays(visits: Sequence[Visit], events: Iterable[Event]) -> list[Stay]:
    """The visits, given in the order of the file, with the instants at which their events began.

    One of which the month or year alone is known stands behind the line above, as far as that lies in it.
    """
    begun = _begun(events)
    found: list[Stay] = []
    above: dict[str, dt.date] = {}  # the day of the line above, by traveller
    for line, visit in enumerate(visits):
        when = visit.when
        day = when.earliest if when else None
        last = above.get(visit.traveller)
        if when and last and when.start.day is None and when.earliest < last <= when.latest:
            day = last
        if day:
            above[visit.traveller] = day
        found.append(Stay(visit, line, when, day, _begins(visit, day, begun.get(visit.id, ()))))
    return found


def _begun(events: Iterable[Event]) -> dict[str, list[tuple[dt.date, dt.datetime]]]:
    """For each visit the days and instants at which its events began, as far as these are known to the minute."""
    found: dict[str, list[tuple[dt.date, dt.datetime]]] = {}
    for event in events:
        if event.when.start.time is None or not event.when_stated or event.status in _OFF:
            continue
        if began := instant(event.when.start, event.place.zone):
            found.setdefault(event.visit, []).append((event.when.earliest, began))
    return found


def _begins(visit: Visit, first: dt.date | None, begun: Iterable[tuple[dt.date, dt.datetime]]) -> dt.datetime | None:
    """The first instant known of the first day of a visit."""
    known = [began for day, began in begun if first is None or day == first]
    for end in (visit.arrival, visit.departure):
        at = instant(end.start, visit.place.zone) if end else None
        if at and end and (first is None or end.earliest == first):
            known.append(at)
    return min(known, default=None)
