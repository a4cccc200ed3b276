"""Writes names along lines: of travellers along their ways, of corridors along their railways, of ships along theirs.

Each stands once, along the longest of its lines that has room; what has its name on the map needs none in the legend.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from mapapp.corridor import Corridor, Mode, SectionStatus
from mapapp.exports.picture.along import Point, Spot, along
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.corridor import ways
from mapapp.exports.picture.frame import Frame, Numbers
from mapapp.exports.picture.itinerary import direction
from mapapp.exports.picture.scene import Scene
from mapapp.exports.picture.typeface import Font, Ink
from mapapp.position import Position
from mapapp.words import legend

TRIED = 4  # lines of a name, the longest first
APART = 6.0  # pixels between the points of lines that names keep off


@dataclass(frozen=True, eq=False)
class LineName:
    """A name that stands along one of its lines; ``key`` is that of its row in the legend."""

    key: str
    words: str
    font: Font
    colour: str
    lines: tuple[Numbers, ...]


def write_line_names(scene: Scene) -> None:
    """Write each name that has room on the map beside what is taken there, and take its place."""
    if scene.shown.dots:
        return
    panel, arrows, crossed = scene.frame.panel.grown(-0.3 * scene.unit), _arrows(scene), points_of_lines(scene)
    for name in _names(scene):
        size = name.font.width(name.words) + 0.3 * name.font.size, 1.3 * name.font.size
        for line in sorted(name.lines, key=lambda each: -_seen(each, panel))[:TRIED]:
            points: list[Point] = [(float(x), float(y)) for x, y in line]
            if spot := along(points, size, panel, [*scene.taken, *arrows], crossed):
                _write(scene, name, spot)
                break


def _write(scene: Scene, name: LineName, spot: Spot) -> None:
    (x, y), angle, down = spot.at, spot.angle, name.font.cap / 2
    base = x - math.sin(angle) * down, y + math.cos(angle) * down
    scene.canvas.text(base, name.words, Ink(name.font, name.colour, "center", scene.theme.halo), angle=angle)
    scene.taken += spot.boxes
    scene.along[name.key] = spot.boxes


def _names(scene: Scene) -> Iterator[LineName]:
    unit, theme, whole = scene.unit, scene.theme, scene.snapshot.whole
    for index, id_ in enumerate(whole.travellers):
        lines = tuple(piece for leg in scene.shown.legs if leg.traveller == index for piece in leg.pieces)
        if lines:
            words = scene.words.say(whole.person[id_].name)
            yield LineName(
                f"traveller-{index}",
                words,
                Font(0.86 * unit, bold=True),
                theme.traveller(scene.snapshot.whole.hues[index]),
                lines,
            )
    font, slanted = Font(0.76 * unit), Font(0.76 * unit, italic=True)
    for corridor in scene.snapshot.corridors:
        words = scene.words.say(corridor.title)
        lines = _chains(corridor, Mode.RAIL, scene.frame)
        yield LineName(f"corridor-{corridor.id}", words, font, theme.quiet, lines)
    for corridor in scene.snapshot.corridors:
        words = scene.words.say(legend.TEXTS["sea"])
        lines = _chains(corridor, Mode.SEA, scene.frame)
        yield LineName(f"sea-{corridor.id}", words, slanted, theme.water_ink, lines)


def _chains(corridor: Corridor, mode: Mode, frame: Frame) -> tuple[Numbers, ...]:
    """The lines of sections of a mode that run on from each other in their order, each chain as one line of pixels."""
    chains: list[tuple[str, list[Position]]] = []
    for section in corridor.sections:
        if section.mode != mode or section.status != SectionStatus.OPERATING or len(section.line) < 2:
            continue
        if chains and chains[-1][0] == section.start:
            chains[-1] = section.end, [*chains[-1][1], *section.line[1:]]
        else:
            chains.append((section.end, list(section.line)))
    return tuple(piece for _, line in chains for piece in frame.lines(np.array(line, dtype=float)))


def _seen(line: Numbers, panel: Box) -> float:
    """How long the part of a line is of which an end of each piece is seen."""
    x, y = line.T
    inside = (x >= panel.left) & (x <= panel.right) & (y >= panel.top) & (y <= panel.bottom)
    steps = np.hypot(*np.diff(line, axis=0).T)
    return float(steps[inside[:-1] | inside[1:]].sum())


def _arrows(scene: Scene) -> list[Box]:
    found = (direction(scene, leg) for leg in scene.shown.legs)
    return [Box.around(*arrow[0], 0.6 * scene.unit) for arrow in found if arrow]


def points_of_lines(scene: Scene) -> Numbers:
    """Points along every line, near enough to each other that none slips through a name."""
    lines = [piece for leg in scene.shown.legs for piece in leg.pieces]
    lines += [p for corridor in scene.snapshot.corridors for way in ways(corridor, scene.frame) for p in way.pieces]
    found = []
    for line in lines:
        gone = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
        at = np.linspace(0, gone[-1], max(2, int(gone[-1] / APART)))
        found.append(np.column_stack([np.interp(at, gone, line[:, 0]), np.interp(at, gone, line[:, 1])]))
    every = np.vstack(found) if found else np.empty((0, 2))
    panel = scene.frame.panel
    inside = (every[:, 0] > panel.left) & (every[:, 0] < panel.right)
    return every[inside & (every[:, 1] > panel.top) & (every[:, 1] < panel.bottom)]
