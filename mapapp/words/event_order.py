"""The order in which a list has the events of a tour, and the stops without one between them."""

import datetime as dt
from bisect import bisect_right
from itertools import accumulate

from mapapp.marks import eventless
from mapapp.tour import Event, Tour


class _Side:
    """The events of one tour; in a comparison each side is a list of its own."""

    def __init__(self, events: list[tuple[int, Event]], end: int) -> None:
        self._indices = [index for index, _ in events]
        self._days = list(accumulate((event.when.earliest for _, event in events), max))
        self.of_visit = {event.visit: index for index, event in reversed(events)}
        self.last_of_visit = {event.visit: index for index, event in events}
        self.end = self._indices[-1] + 1 if events else end

    def after(self, day: dt.date) -> int:
        """The first event of a later day, or the end."""
        number = bisect_right(self._days, day)
        return self._indices[number] if number < len(self._indices) else self.end


def in_list(tour: Tour) -> list[int]:
    """The events in their order by index; the visits of `eventless`, counted on from them, each where its time is.

    That is after the events of the traveller's earlier stops, and before the first event that is later: of a later stop
    of the traveller, or else of a later day. "February" may be meant for its last day as well as for its first.
    """
    sides = _sides(tour)
    of_later_stops, after_earlier = _of_later_stops(tour, sides), _after_earlier_stops(tour, sides)
    before: dict[int, list[int]] = {}
    for number, visit in enumerate(eventless(tour), start=len(tour.events)):
        later = sides[tour.letter(visit.id)].after(visit.when.earliest if visit.when else dt.date.max)
        place = min(of_later_stops[visit.id], max(later, after_earlier[visit.id]))
        before.setdefault(place, []).append(number)
    found: list[int] = []
    for index in range(len(tour.events) + 1):
        found += before.get(index, [])
        found += [index] if index < len(tour.events) else []
    return found


def _sides(tour: Tour) -> dict[str, _Side]:
    """By the letter of each side."""
    events: dict[str, list[tuple[int, Event]]] = {tour.letter(visit.id): [] for visit in tour.visits}
    for index, event in enumerate(tour.events):
        events.setdefault(tour.letter(event.id), []).append((index, event))
    return {letter: _Side(own, len(tour.events)) for letter, own in events.items()}


def _of_later_stops(tour: Tour, sides: dict[str, _Side]) -> dict[str, int]:
    """By visit the first event of a later one of the same traveller, or the end of its side."""
    found: dict[str, int] = {}
    ahead: dict[tuple[str, str], int] = {}
    for visit in reversed(tour.visits):
        letter = tour.letter(visit.id)
        side, who = sides[letter], (letter, visit.traveller)
        found[visit.id] = ahead.get(who, side.end)
        ahead[who] = min(found[visit.id], side.of_visit.get(visit.id, side.end))
    return found


def _after_earlier_stops(tour: Tour, sides: dict[str, _Side]) -> dict[str, int]:
    """By visit what follows the last event of the earlier ones of the same traveller; 0: there is none."""
    found: dict[str, int] = {}
    behind: dict[tuple[str, str], int] = {}
    for visit in tour.visits:
        letter = tour.letter(visit.id)
        side, who = sides[letter], (letter, visit.traveller)
        found[visit.id] = behind.get(who, 0)
        behind[who] = max(found[visit.id], side.last_of_visit.get(visit.id, -1) + 1)
    return found
