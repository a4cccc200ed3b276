"""Where a tour happens: the places that a first view shows, without far ends of the way that would shrink them."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from mapapp.marks import Mark
from mapapp.place import Place
from mapapp.position import Position, distance_km
from mapapp.tour import Leg, Tour

KEPT = 0.6  # of the places, at least, and LEAST of them belong to the heart
LEAST = 3
JUMP = 2.2  # so many times farther out than the heart reaches, the next place is far
SMALL_KM = 300.0  # a heart that reaches less far is taken to reach so far: a map is not much larger anyway


@dataclass(frozen=True, slots=True)
class Gate:
    """The leg on which a far place is reached or left, and which of its ends lies in the heart."""

    leg: Leg
    outward: bool


def gates(tour: Tour, marks: Iterable[Mark], others: Iterable[Place]) -> dict[str, Gate]:
    """The far places of a tour by their ids, each with the leg that leads out to it or in from it.

    Empty where everything lies together, or where a far place is not the end of a way from the heart: then nothing
    would stand for it. ``others`` are places that have to stay in sight.
    """
    places = {mark.place.id: mark.place.position for mark in marks}
    far, reach = _far(places)
    middle = _middle(places) if far else None
    if middle and any(distance_km(middle, place.position) > JUMP * reach for place in others):
        return {}
    ways = _ways(tour, far)
    return ways if far <= set(ways) else {}


def _middle(places: Mapping[str, Position]) -> Position:
    """The place from which the others are nearest, by the half of them."""
    return min(places.values(), key=lambda p: (median(distance_km(p, other) for other in places.values()), p))


def _far(places: Mapping[str, Position]) -> tuple[set[str], float]:
    """The ids of what lies far beyond the rest, and how far the rest reaches in km."""
    least = max(LEAST, math.ceil(KEPT * len(places)))
    if len(places) <= least:
        return set(), 0.0
    middle = _middle(places)
    ordered = sorted((distance_km(middle, position), id_) for id_, position in places.items())
    for index in range(least, len(ordered)):
        reach = max(ordered[index - 1][0], SMALL_KM)
        if ordered[index][0] > JUMP * reach:
            return {id_ for _, id_ in ordered[index:]}, reach
    return set(), 0.0


def _ways(tour: Tour, far: set[str]) -> dict[str, Gate]:
    """The gates of far places: of a place behind another far place, that of the place before it."""
    visit, found = tour.visit, dict[str, Gate]()
    ends = [(leg, visit[leg.start].place.id, visit[leg.end].place.id) for leg in tour.legs]
    for leg, start, end in ends:
        if start not in far and end in far:
            found.setdefault(end, Gate(leg, True))
        elif start in far and end not in far:
            found.setdefault(start, Gate(leg, False))
    for _ in far:
        for _, start, end in ends:
            for known, other in ((start, end), (end, start)):
                if known in found and other in far:
                    found.setdefault(other, found[known])
    return found
