"""Draws transport corridors: railways, sea lines, what is planned, and their nodes."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from mapapp.corridor import Corridor, Node, SectionStatus
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.frame import Frame, Numbers
from mapapp.exports.picture.scene import Scene
from mapapp.exports.picture.symbols import draw_node, draw_way, style_of

APART = 10.0  # pixels; nodes nearer to each other than this are drawn as one
ALL_NODES = 5.5  # zoom from which nodes without a label are drawn, too; the same as in the app


@dataclass(frozen=True, eq=False)
class Way:
    """A section on the sheet: its kind as `draw_way` takes it, and its line in pixels."""

    kind: str
    pieces: tuple[Numbers, ...]
    box: Box


@lru_cache(maxsize=64)
def ways(corridor: Corridor, frame: Frame) -> tuple[Way, ...]:
    """The sections that the panel shows."""
    found = []
    for section in corridor.sections:
        kind = section.mode.value
        if section.status in (SectionStatus.PLANNED, SectionStatus.CONSTRUCTION):
            kind = "planned"
        elif section.status != SectionStatus.OPERATING:
            kind += "-idle"
        pieces = tuple(frame.lines(np.array(section.line, dtype=float)))
        if any(_seen(piece, frame.panel) for piece in pieces):
            every = np.vstack(pieces)
            (left, top), (right, bottom) = every.min(axis=0), every.max(axis=0)
            found.append(Way(kind, pieces, Box(float(left), float(top), float(right), float(bottom))))
    return tuple(found)


def _seen(points: Numbers, panel: Box) -> bool:
    across = (points[:, 0] > panel.left) & (points[:, 0] < panel.right)
    return bool((across & (points[:, 1] > panel.top) & (points[:, 1] < panel.bottom)).any())


def nodes(corridor: Corridor, frame: Frame, calm: bool) -> list[tuple[Node, float, float]]:
    """The nodes that are drawn, with their pixels: all where the map is large, otherwise those with a label.

    Those with a label come first; behind a journey they are the only ones.
    """
    found: list[tuple[Node, float, float]] = []
    for node in sorted(corridor.nodes, key=lambda n: n.id not in corridor.labels):
        if (calm or frame.zoom < ALL_NODES) and node.id not in corridor.labels:
            continue
        x, y = frame.point(node.position)
        apart = all(math.hypot(x - other_x, y - other_y) > APART for _, other_x, other_y in found)
        if apart and frame.panel.holds(Box.around(x, y, APART / 2)):
            found.append((node, x, y))
    return found


def calm(scene: Scene) -> bool:
    """Whether corridors stand back behind a journey.

    They are the subject where a link asks for them, or leaves no stop.
    """
    return bool(scene.shown.marks) and not scene.snapshot.view.corridors


def seen_nodes(scene: Scene, corridor: Corridor) -> list[tuple[Node, float, float]]:
    """The nodes that nothing of what is taken already would hide."""
    found = nodes(corridor, scene.frame, calm(scene))
    hiding = scene.taken
    return [n for n in found if not any(box.overlaps(Box.around(n[1], n[2], APART / 2)) for box in hiding)]


def draw_corridors(scene: Scene) -> None:
    """Draw the corridors of the snapshot: first what is only planned, then sea and road, rail, nodes."""
    panel, style = scene.frame.panel, style_of(scene.theme, scene.unit, calm(scene))
    for corridor in scene.snapshot.corridors:
        drawn = ways(corridor, scene.frame)
        for mode in ("planned", "sea", "road", "rail"):
            for way in (w for w in drawn if w.kind.partition("-")[0] == mode):
                for piece in way.pieces:
                    draw_way(scene.canvas, piece, way.kind, style, panel)
        for node, x, y in seen_nodes(scene, corridor):
            draw_node(scene.canvas, (x, y), node.kinds, style)
