"""The way through a corridor from one node to another, and what happens to the goods on it."""

import heapq
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from mapapp.corridor import Corridor, Mode, Section, SectionStatus, TransitTime
from mapapp.position import Position


@dataclass(frozen=True, slots=True)
class Step:
    """A section as a route uses it, from node ``start`` to node ``end`` (ids)."""

    section: Section
    start: str
    end: str

    @property
    def line(self) -> tuple[Position, ...]:
        """The drawn line in the direction of travel."""
        return self.section.line if self.start == self.section.start else self.section.line[::-1]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Steps in a row with one mode and one gauge: what goods cover without being moved to another vehicle."""

    steps: tuple[Step, ...]

    @property
    def start(self) -> str:
        """Id of the first node."""
        return self.steps[0].start

    @property
    def end(self) -> str:
        """Id of the last node."""
        return self.steps[-1].end

    @property
    def mode(self) -> Mode:
        """How the goods move."""
        return self.steps[0].section.mode

    @property
    def gauge_mm(self) -> int | None:
        """The gauge of the track, None where there is none or it is unknown."""
        return self.steps[0].section.gauge_mm

    @property
    def km(self) -> float:
        """True length in km."""
        return sum(step.section.km for step in self.steps)


@dataclass(frozen=True, eq=False)
class Route:
    """A way through a corridor. ``steps`` is empty where start and end are one node."""

    corridor: Corridor
    start: str
    end: str
    steps: tuple[Step, ...]

    @cached_property
    def nodes(self) -> tuple[str, ...]:
        """Ids of the nodes passed, both ends among them."""
        return (self.start, *(step.end for step in self.steps))

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The steps, joined while mode and gauge stay the same."""
        joined: list[list[Step]] = []
        for step in self.steps:
            if joined and not _changes(joined[-1][-1].section, step.section):
                joined[-1].append(step)
            else:
                joined.append([step])
        return tuple(Stretch(tuple(steps)) for steps in joined)

    def km(self, mode: Mode | None = None) -> float:
        """True length in km, of one mode or in all."""
        return sum(s.section.km for s in self.steps if mode in (None, s.section.mode))

    @property
    def estimated_km(self) -> float:
        """The part of the length in km for which no length is on record, so that it is that of the drawn line."""
        return sum(s.section.km for s in self.steps if s.section.length_km is None)

    @cached_property
    def gauge_changes(self) -> tuple[str, ...]:
        """Ids of the nodes where two tracks of different gauge meet."""
        return tuple(
            b.start
            for a, b in pairwise(self.steps)
            if a.section.mode == b.section.mode == Mode.RAIL and _changes(a.section, b.section)
        )

    @cached_property
    def transhipments(self) -> tuple[str, ...]:
        """Ids of the nodes where the mode changes, as from train to ship."""
        return tuple(b.start for a, b in pairwise(self.steps) if a.section.mode != b.section.mode)

    @cached_property
    def borders(self) -> tuple[tuple[str, str], ...]:
        """Pairs of countries, ISO alpha-2, where a step leads from one to the other, over land or sea."""
        countries = [country for id_ in self.nodes if (country := self.corridor.node[id_].country)]
        return tuple((a, b) for a, b in pairwise(countries) if a != b)

    @cached_property
    def transit_times(self) -> tuple[TransitTime, ...]:
        """The stated times whose two ends both lie on the route, longest part first; direction does not matter."""
        place = {id_: i for i, id_ in enumerate(self.nodes)}
        times = [t for t in self.corridor.transit_times if t.start in place and t.end in place]
        return tuple(sorted(times, key=lambda t: -abs(place[t.end] - place[t.start])))

    @property
    def covering_time(self) -> TransitTime | None:
        """A stated time from end to end; None where no source states one."""
        ends = {self.start, self.end}
        return next((t for t in self.transit_times if {t.start, t.end} == ends), None)

    @property
    def not_operating(self) -> tuple[Section, ...]:
        """Sections on which nothing runs yet or any more."""
        return tuple(s.section for s in self.steps if s.section.status != SectionStatus.OPERATING)

    @cached_property
    def line(self) -> tuple[Position, ...]:
        """The drawn line of the whole route."""
        points = [p for step in self.steps for p in step.line] or [self.corridor.node[self.start].position]
        return tuple(p for i, p in enumerate(points) if i == 0 or p != points[i - 1])


def find_route(
    corridor: Corridor, start: str, end: str, *, via: Sequence[str] = (), allow: Collection[str] = ()
) -> Route | None:
    """The shortest way by true length between two nodes (ids), through the nodes ``via`` in their order.

    It keeps to what is operating and to the main branches, with those alternatives that ``allow`` names. Where no
    such way leads, alternatives count as well, and then sections on which nothing runs. None: the two nodes are not
    connected. Raises KeyError for an id that is no node.
    """
    stops = [corridor.node[id_].id for id_ in (start, *via, end)]
    for usable in _levels(corridor, allow):
        parts = [_shortest(corridor, a, b, usable) for a, b in pairwise(stops)]
        if all(part is not None for part in parts):
            return Route(corridor, start, end, tuple(step for part in parts for step in part or ()))
    return None


def _levels(corridor: Corridor, allow: Collection[str]) -> Iterator[Callable[[Section], bool]]:
    closed = set(corridor.alternatives) - set(allow)
    yield lambda s: s.status == SectionStatus.OPERATING and (not s.branches or bool(set(s.branches) - closed))
    yield lambda s: s.status == SectionStatus.OPERATING
    yield lambda _: True


def _shortest(corridor: Corridor, start: str, end: str, usable: Callable[[Section], bool]) -> list[Step] | None:
    """Dijkstra's search; of ways of one length the first in the order of ids."""
    best: dict[str, float] = {start: 0.0}
    came: dict[str, Step] = {}
    queue = [(0.0, start)]
    while queue:
        km, here = heapq.heappop(queue)
        if here == end:
            return _walked(came, end)
        if km > best[here]:
            continue
        for section in corridor.sections_at[here]:
            there = section.end if here == section.start else section.start
            further = km + section.km
            if usable(section) and further < best.get(there, float("inf")):
                best[there], came[there] = further, Step(section, here, there)
                heapq.heappush(queue, (further, there))
    return None


def _walked(came: dict[str, Step], end: str) -> list[Step]:
    steps: list[Step] = []
    while end in came:
        steps.append(came[end])
        end = came[end].start
    return steps[::-1]


def _changes(a: Section, b: Section) -> bool:
    known = a.gauge_mm is not None and b.gauge_mm is not None
    return a.mode != b.mode or (known and a.gauge_mm != b.gauge_mm)
