"""The order in which a list has the events of a tour, and the stops without one between them."""

import datetime as dt

from mapapp.marks import eventless
from mapapp.tour import Tour, Visit


def in_list(tour: Tour) -> list[int]:
    """The events in their order by index; the visits of `eventless`, counted on from them, each where its time is."""
    before: dict[int, list[int]] = {}
    for number, visit in enumerate(eventless(tour), start=len(tour.events)):
        before.setdefault(_place(tour, visit), []).append(number)
    found: list[int] = []
    for index in range(len(tour.events) + 1):
        found += before.get(index, [])
        found += [index] if index < len(tour.events) else []
    return found


def _place(tour: Tour, visit: Visit) -> int:
    """The first event that is later: that of a later stop of the traveller, or else of a later day.

    In a comparison each side is a list of its own.
    """
    own = [other.id for other in tour.visits if other.traveller == visit.traveller]
    later = {*own[own.index(visit.id) + 1 :]}
    day = visit.when.earliest if visit.when else dt.date.max
    side = tour.letter(visit.id)
    beside = [(i, event) for i, event in enumerate(tour.events) if tour.letter(event.id) == side]
    following = (i for i, event in beside if event.visit in later or event.when.earliest > day)
    return next(following, beside[-1][0] + 1 if beside else len(tour.events))
