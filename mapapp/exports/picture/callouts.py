"""Callouts: a few words of the author's beside a place, with a thin line to it, where there is room.

``maps/assets/callouts.js`` follows the same rule; the cases in ``tests/fixtures/callouts.json`` hold for both.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Line
from mapapp.exports.picture.frame import Numbers
from mapapp.exports.picture.line_names import points_of_lines
from mapapp.exports.picture.placement import Size
from mapapp.exports.picture.scene import Scene
from mapapp.exports.picture.typeface import Font, Ink, wrapped

AWAY, REACH, STEP, BESIDE = (
    (26.0, 48.0, 76.0, 110.0),
    20.0,
    6.0,
    4.0,
)  # pixels of the page, where letters are LETTERS high
LETTERS, WIDE, LINES = 12.0, 14.0, 3  # pixels; units; lines of words
Point = tuple[float, float]


def callout_spot(  # noqa: PLR0913, PLR0917  # what a place depends on
    point: Point,
    size: Size,
    inside: Box,
    taken: Sequence[Box],
    crossed: Numbers,
    scale: float = 1,
    own: Box | None = None,
) -> tuple[Box, tuple[Point, Point]] | None:
    """The first free place for words of a size about a point, and the line to it; None where there is none.

    It lies inside what is seen, off what is taken and off points of lines, and its line goes through nothing that is
    taken but the box ``own`` of the symbol at the point. Distances are ``scale`` times those of the page.
    """
    foreign = [other for other in taken if other is not own]
    for box in _boxes(point, size, scale):
        if not inside.holds(box) or any(box.overlaps(other) for other in taken) or _crossed(box, crossed):
            continue
        line = leader(point, box, scale)
        if not any(other.overlaps(Box.around(*at, 0)) for at in points_along(line, scale) for other in foreign):
            return box, line
    return None


def _boxes(point: Point, size: Size, scale: float) -> Iterator[Box]:
    """Where the words may stand, the best place first: nearest, right of the point and above."""
    (x, y), (width, height) = point, size
    for away in (scale * each for each in AWAY):
        right, left, above, below = x + away, x - away - width, y - away - height, y + away
        high, low, middle, level = above + away / 2, below - away / 2, x - width / 2, y - height / 2
        corners = (right, high), (left, high), (right, low), (left, low), (right, level), (left, level)
        beside = ((x - share * width, top) for share in (0.85, 0.15) for top in (above, below))
        for edge, top in (*corners, (middle, above), (middle, below), *beside):
            yield Box(edge, top, edge + width, top + height)


def _crossed(box: Box, points: Numbers) -> bool:
    x, y = points.T
    return bool(((x > box.left) & (x < box.right) & (y > box.top) & (y < box.bottom)).any())


def leader(point: Point, box: Box, scale: float) -> tuple[Point, Point]:
    """The line from a point to the nearest edge of a box; it leaves the symbol at the point free."""
    (x, y), to = point, (min(max(point[0], box.left), box.right), min(max(point[1], box.top), box.bottom))
    long = math.dist(point, to) or 1
    share = min(REACH * scale, long) / long
    return (x + (to[0] - x) * share, y + (to[1] - y) * share), to


def points_along(line: tuple[Point, Point], scale: float) -> list[Point]:
    """Points of a leader, STEP pixels of the page apart at most, its ends among them."""
    steps = max(1, math.ceil(math.dist(*line) / (STEP * scale)))
    (ax, ay), (bx, by) = line
    return [(ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps) for i in range(steps + 1)]


def draw_callouts(scene: Scene) -> None:
    """Write the callouts of the tour that have room, and take their places."""
    unit, panel = scene.unit, scene.frame.panel.grown(-0.3 * scene.unit)
    font, crossed, free = Font(0.8 * unit), points_of_lines(scene), list[Box]()
    for callout in scene.snapshot.tour.callouts:
        point = scene.frame.point(callout.position)
        if not panel.holds(Box.around(*point, 1)):
            continue
        lines = evenly(scene.words.say(callout.text), font, WIDE * unit)
        size = max(map(font.width, lines)) + 0.4 * unit, len(lines) * font.leading + 0.2 * unit
        if not (spot := callout_spot(point, size, panel, [*scene.taken, *free], crossed, unit / LETTERS)):
            continue
        box, line = spot
        draw_leader(scene, line)
        _write(scene, lines, box, font, point[0])
        beside = BESIDE * unit / LETTERS
        thin = (Box.around(*at, beside / 2) for at in points_along(line, unit / LETTERS))
        scene.taken += [
            box,
            *(each for each in thin if not each.overlaps(box)),
        ]  # names that follow keep off the line, too
        room = box.grown(beside)
        along = (Box.around(*at, beside) for at in points_along(line, unit / LETTERS))
        # So that no other leader crosses this one, or slips between it and its words.
        free += [room, *(each for each in along if not each.overlaps(room))]
        scene.called[callout.text] = box


def evenly(words: str, font: Font, width: float) -> list[str]:
    """The words in as few lines of a width as they take, none of them a last word alone where it can be helped."""
    lines = wrapped(words, font, width, LINES)
    for share in (0.9, 0.8, 0.7, 0.6):
        closer = wrapped(words, font, share * width, LINES)
        if len(closer) > len(lines) or any(line.endswith("…") for line in closer):
            break
        lines = closer
    return lines


def draw_leader(scene: Scene, leader: tuple[Point, Point]) -> None:
    """Draw the line from a point to the words about it."""
    ends = np.array(leader)
    scene.canvas.line(ends, Line(scene.theme.halo, 0.2 * scene.unit, alpha=0.8))
    scene.canvas.line(ends, Line(scene.theme.ink, 0.07 * scene.unit))


def _write(scene: Scene, lines: Sequence[str], box: Box, font: Font, x: float) -> None:
    """Write the lines into the box, aligned towards the point at ``x``."""
    align: Literal["left", "center", "right"] = "center"
    align = "right" if box.right <= x else "left" if box.left >= x else "center"
    edge = 0.2 * scene.unit
    at = {"left": box.left + edge, "center": box.centre[0], "right": box.right - edge}[align]
    for index, words in enumerate(lines):
        base = box.top + edge / 2 + font.size + index * font.leading
        scene.canvas.text((at, base), words, Ink(font, scene.theme.ink, align, scene.theme.halo))
