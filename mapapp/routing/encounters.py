"""Where a tour meets a corridor: how far its places lie from it, and which events speak of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mapapp.corridor import Corridor
from mapapp.marks import Mark, marks
from mapapp.place import Place
from mapapp.routing.nearness import Nearness, nearness
from mapapp.tour import Event, Tour

MAX_PLACES = 200  # looking for the nearest section takes a millisecond or two for each


@dataclass(frozen=True, slots=True)
class Encounter:
    """A stop of a traveller (or a place of events outside every stop) with what of the corridor is nearest to it.

    ``near`` is None for an area: the distance of one point of it says nothing.
    ``events`` are those at the place that speak of the corridor.
    """

    mark: Mark
    near: Nearness | None
    events: tuple[Event, ...]


def speaks_of(event: Event, corridor: Corridor) -> bool:
    """Whether the event has one of the topics by which the corridor is known."""
    return not set(corridor.topics).isdisjoint(event.topics)


@lru_cache(maxsize=32)
def encounters(tour: Tour, corridor: Corridor) -> tuple[Encounter, ...]:
    """For each mark of the tour, in its order; at most MAX_PLACES. Empty where the corridor has no sections."""
    return tuple(_encounters(tour, corridor))


def _encounters(tour: Tour, corridor: Corridor) -> Iterator[Encounter]:
    if not corridor.sections:
        return
    near: dict[Place, Nearness | None] = {}
    for mark in marks(tour)[:MAX_PLACES]:
        if mark.place not in near:
            near[mark.place] = None if mark.place.is_area else nearness(corridor, mark.place.position)
        events = (tour.event[id_] for id_ in mark.events)
        yield Encounter(mark, near[mark.place], tuple(event for event in events if speaks_of(event, corridor)))
