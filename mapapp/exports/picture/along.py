"""Where a name may stand along a line.

``maps/assets/along.js`` decides the same for the page; the cases in ``tests/fixtures/along.json`` hold for both.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.frame import Numbers

STEP, MOST = 10.0, 300  # pixels between the middles that are tried, and their number
CHORD, STEEP, BENT = 0.9, 0.9, 1.2  # least share of the width; greatest sine of the slope; greatest bend, in heights
GAP, HALF = 3.0, 0.45  # pixels between line and name; half of a piece of the name, in heights
CROSSED = 0.2  # of the name that lines may cross
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of a name, its angle in radians (y downwards), and the boxes that it takes."""

    at: Point
    angle: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Walk:
    """A line by the way gone along it."""

    line: Sequence[Point]

    @cached_property
    def gone(self) -> list[float]:
        """The way to each point."""
        return list(accumulate((math.dist(a, b) for a, b in pairwise(self.line)), initial=0.0))

    def after(self, way: float) -> int:
        """The number of the first point that lies farther along."""
        return bisect_right(self.gone, way)

    def at(self, way: float) -> Point:
        """The point of the line at a way."""
        after = min(max(self.after(way), 1), len(self.line) - 1)
        (ax, ay), (bx, by) = self.line[after - 1], self.line[after]
        share = (way - self.gone[after - 1]) / ((self.gone[after] - self.gone[after - 1]) or 1)
        return ax + (bx - ax) * share, ay + (by - ay) * share


def along(line: Sequence[Point], size: Point, inside: Box, taken: Sequence[Box], crossed: Numbers) -> Spot | None:
    """The best place for a name of a size (width, height) along a line of pixels; None where there is none.

    That is where the line is straight enough, as near to the middle of what is seen as there is room, above the line
    rather than below it, and upright. ``crossed`` are points of lines, shape (n, 2), that it keeps off where it can.
    """
    if len(line) < 2:
        return None
    walk, best, fewest = Walk(line), None, math.inf
    others = np.array(taken, dtype=float).reshape(-1, 4)
    for middle in _middles(walk, size[0], inside):
        for spot in _beside(walk, middle, size):
            if not all(map(inside.holds, spot.boxes)) or _overlap(spot.boxes, others):
                continue
            hit = _hit(spot.boxes, crossed)
            if hit <= CROSSED * len(spot.boxes) and hit < fewest:
                best, fewest = spot, hit
            if not fewest:
                return best
    return best


def _overlap(boxes: tuple[Box, ...], others: Numbers) -> bool:
    left, top, right, bottom = np.array(boxes).T[:, :, None]
    across = (left < others[:, 2]) & (others[:, 0] < right)
    return bool((across & (top < others[:, 3]) & (others[:, 1] < bottom)).any())


def _hit(boxes: tuple[Box, ...], points: Numbers) -> int:
    left, top, right, bottom = np.array(boxes).T[:, :, None]
    x, y = points.T
    return int(((x > left) & (x < right) & (y > top) & (y < bottom)).any(axis=1).sum())


def _middles(walk: Walk, width: float, inside: Box) -> list[float]:
    """Ways along the line at which the middle of a name may stand, the best first."""
    room = walk.gone[-1] - width
    each = max(STEP, room / MOST)
    ways = [width / 2 + i * each for i in range(int(room // each) + 1)] if room >= 0 else []
    seen = [way for way in ways if inside.holds(Box.around(*walk.at(way), 0))]
    middle = (seen[0] + seen[-1]) / 2 if seen else 0.0
    return sorted(seen, key=lambda way: (abs(way - middle), way))


def _beside(walk: Walk, middle: float, size: Point) -> Iterator[Spot]:
    """The places above and below a piece of the line; none where it is too steep or too bent."""
    width, height = size
    a, b = walk.at(middle - width / 2), walk.at(middle + width / 2)
    a, b = (a, b) if a[0] <= b[0] else (b, a)
    long = math.dist(a, b)
    ux, uy = (b[0] - a[0]) / (long or 1), (b[1] - a[1]) / (long or 1)
    if long < CHORD * width or abs(uy) > STEEP:
        return
    points = walk.line[walk.after(middle - width / 2) : walk.after(middle + width / 2)]
    away = [0.0, *((x - a[0]) * uy - (y - a[1]) * ux for x, y in points)]  # upwards
    if max(away) - min(away) > BENT * height:
        return
    pieces = math.ceil(width / (0.8 * height))
    for reach, side in ((max(away), 1), (min(away), -1)):
        off = reach + side * (GAP + height / 2)
        x, y = (a[0] + b[0]) / 2 + uy * off, (a[1] + b[1]) / 2 - ux * off
        steps = [((index + 0.5) / pieces - 0.5) * width for index in range(pieces)]
        boxes = tuple(Box.around(x + ux * step, y + uy * step, HALF * height) for step in steps)
        yield Spot((x, y), math.atan2(uy, ux), boxes)
