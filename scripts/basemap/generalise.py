"""Fewer points with no visible loss: simplification whose tolerance depends on the place, rounding, smoothing.

Positions are (longitude, latitude) in decimal degrees. Distances are measured in the plane of the Web Mercator map, in
degrees of longitude, because that is what a reader sees: 0.01 is 0.9 px at zoom 7.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import LineString

Point = tuple[float, float]
Line = Sequence[Point]
Array = npt.NDArray[np.float64]

FRAME = (-14.0, 24.0, 128.0, 66.0)
"""West, south, east, north of the part of the world that is drawn with care."""
CORE = (18.0, 34.0, 90.0, 56.0)
"""From the Balkans to the Altai: drawn in full detail."""
DETAIL = 0.016
COARSEST = 0.35
FINE = 0.035
"""The same for the second set of files, which maps of places far from the core take."""
FADE = 0.0015
"""Tolerance that is added for each degree outside the core, so that detail fades without an edge ..."""
FADE_FASTER = 0.03
"""... and for each degree outside the frame."""
POLE = 85.0
"""Web Mercator ends at 85.05 degrees; latitudes beyond are measured as if they were here."""


_coarsest = ContextVar("coarsest", default=COARSEST)


@contextmanager
def finely() -> Iterator[None]:
    """Within the block everything is simplified for the second set."""
    token = _coarsest.set(FINE)
    yield
    _coarsest.reset(token)


def outside(box: tuple[float, float, float, float], point: Point) -> float:
    """How far, in degrees, a position lies outside a box; 0 within it."""
    west, south, east, north = box
    return max(west - point[0], point[0] - east, south - point[1], point[1] - north, 0.0)


def tolerance(point: Point) -> float:
    """The largest error allowed at a position, in map degrees."""
    limit = DETAIL + FADE * outside(CORE, point) + FADE_FASTER * outside(FRAME, point)
    polar = math.cos(math.radians(60)) / max(math.cos(math.radians(point[1])), 0.08)  # the map stretches the poles
    return min(limit, _coarsest.get()) * max(polar, 1)


def rounded(point: Point) -> Point:
    """Three decimals within the frame, two outside: always finer than the tolerance."""
    digits = 2 if outside(FRAME, point) > 0 else 3
    return round(point[0], digits) + 0.0, round(point[1], digits) + 0.0


def mercator(line: Line | Array) -> Array:
    """Positions as points of the Web Mercator plane, in degrees of longitude."""
    points = np.array(line, dtype=np.float64)
    latitude = np.radians(np.clip(points[:, 1], -POLE, POLE))
    points[:, 1] = np.degrees(np.arcsinh(np.tan(latitude)))
    return points


def simplify(line: Line, allowed: Callable[[Point], float] = tolerance) -> list[Point]:
    """Ramer-Douglas-Peucker with a tolerance of its own at each point; a closed line is cut at its farthest point."""
    if len(line) < 3:
        return list(line)
    plane = mercator(line)
    limits = np.array([allowed(point) for point in line])
    keep = {0, len(line) - 1}
    pieces = [(0, len(line) - 1)]
    if line[0] == line[-1]:
        middle = int(np.argmax(norm(plane - plane[0])))
        keep.add(middle)
        pieces = [(0, middle), (middle, len(line) - 1)]
    while pieces:
        start, end = pieces.pop()
        if end - start < 2:
            continue
        ratio = distances(plane[start : end + 1]) / limits[start + 1 : end]
        worst = int(np.argmax(ratio))
        if ratio[worst] > 1:
            middle = start + 1 + worst
            keep.add(middle)
            pieces += [(start, middle), (middle, end)]
    return [line[index] for index in sorted(keep)]


def distances(
    plane: Array,
) -> Array:
    """Distance of each inner point of a line from the straight piece between its ends."""
    first, chord = plane[0], plane[-1] - plane[0]
    offsets = plane[1:-1] - first
    length = float(chord @ chord)
    if length == 0:
        return norm(offsets)
    along = np.clip(offsets @ chord / length, 0, 1)
    gap: Array = offsets - along[:, None] * chord
    return norm(gap)


def norm(vectors: Array) -> Array:
    """The length of each vector."""
    lengths: Array = np.sqrt((vectors**2).sum(axis=1))
    return lengths


def tidy(line: Line, fine: bool = False) -> list[Point]:
    """Rounded, with no point twice in a row; ``fine`` gives three decimals but at the ends, which other arcs share."""
    inner = [(round(x, 3), round(y, 3)) if fine else rounded((x, y)) for x, y in line[1:-1]]
    points = [rounded(line[0]), *inner, rounded(line[-1])]
    return [point for index, point in enumerate(points) if index == 0 or point != points[index - 1]]


def untangle(line: list[Point]) -> list[Point]:
    """The line without the small loops in which it crosses or touches itself; its ends stay."""
    while loop := _loop(line):
        before, after = loop
        inside = line[before + 1 : after + 1]
        if line[0] == line[-1] and len(inside) > len(line) / 2:
            line = [*inside, inside[0]]
        else:
            line = line[: before + 1] + line[after + 1 :]
    return line


def _loop(line: Line) -> tuple[int, int] | None:
    """The nearest two pieces of a line that meet though they do not follow each other."""
    if len(line) < 3 or LineString(line).is_simple:
        return None
    pieces = [LineString(piece) for piece in pairwise(line)]
    pairs = zip(*shapely.STRtree(pieces).query(pieces, predicate="intersects"), strict=True)
    ring = {0, len(pieces) - 1} if line[0] == line[-1] else set()
    apart = [(int(b - a), int(a), int(b)) for a, b in pairs if b > a + 1 and {a, b} != ring]
    return min(apart)[1:] if apart else None


def smooth(line: Line) -> list[Point]:
    """Cut each corner once (Chaikin 1974), to hide the grid of a coarsely quantised source; ends stay."""
    closed = line[0] == line[-1]
    result: list[Point] = [] if closed else [line[0]]
    for (ax, ay), (bx, by) in pairwise(line):
        result += [(ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25), (ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75)]
    return [*result, result[0]] if closed else [*result, line[-1]]


def map_area(ring: Line) -> float:
    """Signed area in square map degrees; positive when the ring runs counter-clockwise."""
    x, y = mercator(ring).T
    return math.fsum(x[:-1] * y[1:] - x[1:] * y[:-1]) / 2
