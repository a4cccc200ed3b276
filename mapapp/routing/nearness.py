"""How far a position lies from a corridor."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mapapp.corridor import Corridor, Node, Section
from mapapp.position import Position, distance_km


@dataclass(frozen=True, slots=True)
class Nearness:
    """The node and the section that are nearest to a position, with their distances in km.

    ``foot`` is the point of the section's drawn line that is nearest.
    """

    node: Node
    node_km: float
    section: Section
    section_km: float
    foot: Position


def nearness(corridor: Corridor, position: Position) -> Nearness | None:
    """The nearest node and section of a corridor; None where it has no sections.

    The distance to a section is that to the line as it is drawn, which may lie some km from the track.
    """
    if not corridor.sections:
        return None
    node = min(corridor.nodes, key=lambda n: distance_km(position, n.position))
    away, section, foot = min(
        (
            (distance_km(position, foot), s, foot)
            for s in corridor.sections
            for foot in [nearest_point(position, s.line)]
        ),
        key=lambda found: found[0],
    )
    return Nearness(node, distance_km(position, node.position), section, away, foot)


def nearest_point(position: Position, line: Sequence[Position]) -> Position:
    """The point of a line (straight in longitude and latitude) that is nearest to a position.

    Measured in a plane that touches the globe at the position: exact nearby, good enough to choose far away.
    """
    shrink = math.cos(math.radians(position.latitude))
    best, foot = math.inf, line[0]
    for a, b in pairwise(line):
        ax, ay = (a.longitude - position.longitude) * shrink, a.latitude - position.latitude
        dx, dy = (b.longitude - a.longitude) * shrink, b.latitude - a.latitude
        square = dx * dx + dy * dy
        t = max(0.0, min(1.0, -(ax * dx + ay * dy) / square)) if square else 0.0
        away = (ax + t * dx) ** 2 + (ay + t * dy) ** 2
        if away < best:
            best = away
            foot = Position(a.longitude + t * (b.longitude - a.longitude), a.latitude + t * (b.latitude - a.latitude))
    return foot
