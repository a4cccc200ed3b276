"""A transport corridor as infrastructure: nodes, and between them sections with mode, gauge, status and length."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from mapapp.position import Position, distance_km
from mapapp.source import Citation, Source

NODE_KINDS = ("station", "port", "border-crossing", "gauge-change", "junction", "dry-port")


class Mode(StrEnum):
    """How goods move on a section."""

    RAIL = "rail"
    SEA = "sea"
    ROAD = "road"


class SectionStatus(StrEnum):
    """Whether trains, ships or lorries run on a section."""

    OPERATING = "operating"
    CONSTRUCTION = "construction"
    PLANNED = "planned"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class Node:
    """A place where sections meet or end. ``kinds`` are of NODE_KINDS, ``country`` is ISO 3166-1 alpha-2 or ""."""

    id: str
    name: str
    kinds: tuple[str, ...]
    country: str
    position: Position
    note: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A piece of a corridor between two nodes, named by their ids; it can be used both ways.

    ``length_km`` is the true length (of the track, not of the drawing), None where no source states it. ``line`` is
    what is drawn, from ``start`` to ``end``; where ``schematic`` is true there is no geometry and it is the great
    circle. ``gauge_mm`` is None where it is unknown or there is no track. ``branches`` name the parts of the corridor
    that it belongs to.
    """

    id: str
    start: str
    end: str
    mode: Mode
    line: tuple[Position, ...]
    schematic: bool = True
    branches: tuple[str, ...] = ()
    status: SectionStatus = SectionStatus.OPERATING
    length_km: float | None = None
    gauge_mm: int | None = None
    operator: str = ""
    note: str = ""
    citations: tuple[Citation, ...] = ()

    @property
    def drawn_km(self) -> float:
        """Length of the drawn line in km."""
        return sum(distance_km(a, b) for a, b in pairwise(self.line))

    @property
    def km(self) -> float:
        """The true length in km; where it is not known, that of the drawn line, which is shorter."""
        return self.drawn_km if self.length_km is None else self.length_km


@dataclass(frozen=True, slots=True)
class Volume:
    """What a series of figures says about one year; ``low`` and ``high`` are equal unless sources disagree.

    Different series count differently: they stand side by side and are never added, joined or compared.
    """

    series: str
    year: int
    low: float
    high: float
    unit: str
    note: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the corridor's association; ``role`` says since or until when, as far as sources do."""

    name: str
    country: str
    role: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficialLength:
    """A published length of the corridor in km; None for what the source does not state."""

    what: str
    rail_km: float | None = None
    sea_km: float | None = None
    total_km: float | None = None
    note: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class TransitTime:
    """A stated transit time in days, from ``low`` to ``high``.

    ``start`` and ``end`` are ids of nodes, both "" for a time of the whole corridor whose ends are not stated.
    """

    low: float
    high: float
    start: str = ""
    end: str = ""
    note: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence about the corridor with its sources."""

    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, eq=False)
class Corridor:
    """A network of nodes and sections with what is on record about it. Two are equal only if they are one object.

    ``alternatives`` are branches that a route takes only on request or where nothing else leads. ``shown`` is
    whether a map shows the corridor from the start, ``labels`` are ids of the nodes worth a label on a small map.
    ``ends`` are the nodes between which a route is shown first, "" where the data name none. ``topics`` are those by
    which events of a tour say that they speak of the corridor. ``language`` is that of its texts.
    ``series`` are ids and titles of the series of volumes. ``credit`` must stand wherever the lines are drawn.
    """

    id: str
    title: str
    summary: str = ""
    also_called: tuple[str, ...] = ()
    shown: bool = False
    labels: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    ends: tuple[str, str] = ("", "")
    topics: tuple[str, ...] = ()
    language: str = "en"
    credit: str = ""
    citations: tuple[Citation, ...] = ()
    nodes: tuple[Node, ...] = ()
    sections: tuple[Section, ...] = ()
    volumes: tuple[Volume, ...] = ()
    series: tuple[tuple[str, str], ...] = ()
    members: tuple[Member, ...] = ()
    official_lengths: tuple[OfficialLength, ...] = ()
    transit_times: tuple[TransitTime, ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()

    @cached_property
    def node(self) -> dict[str, Node]:
        """Nodes by id."""
        return {n.id: n for n in self.nodes}

    @cached_property
    def section(self) -> dict[str, Section]:
        """Sections by id."""
        return {s.id: s for s in self.sections}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {s.id: s for s in self.sources}

    @cached_property
    def branches(self) -> tuple[str, ...]:
        """The branches in the order of the sections."""
        return tuple(dict.fromkeys(branch for s in self.sections for branch in s.branches))

    def branch(self, name: str) -> str:
        """The name of a branch with what it is in other languages; the name itself where no section has it."""
        return next((branch for branch in self.branches if branch == name), name)

    @cached_property
    def sections_at(self) -> dict[str, tuple[Section, ...]]:
        """Sections by the id of a node at either end; nodes without sections have an empty tuple."""
        found: dict[str, list[Section]] = {n.id: [] for n in self.nodes}
        for section in self.sections:
            found[section.start].append(section)
            found[section.end].append(section)
        return {node: tuple(sections) for node, sections in found.items()}
