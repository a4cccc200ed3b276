"""Land, water and borders of a frame: read once, cut to what is seen, projected, and kept for the next picture."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.path import Path

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.frame import SOUTH, Frame, Numbers
from mapapp.ground import FOLDER, part
from mapapp.view import DE_FACTO, UN_EU

CLOSE = 3.5  # the zoom from which on the corners of the light basemap are seen far from its core
STEP = 1.5  # degrees; longer straight pieces are broken, because they are curves on the sheet
FINE = 0.1  # pixels to which the outlines are rounded: of a print at 400 dots to the inch, less than half a dot


@dataclass(frozen=True)
class Feature:
    """Rings or lines of one feature of a file, with the bounds of each.

    ``name`` is a country or a kind of line; ``policy`` of borders, where only one of them draws it so, else "";
    ``area`` whether it is a country's land.
    """

    name: str
    policy: str
    area: bool
    parts: tuple[Numbers, ...]
    bounds: Numbers


@dataclass(frozen=True)
class Basemap:
    """Paths in pixels of the sheet: ``land`` by country, ``lakes``, ``rivers``, and ``lines`` by their kind.

    ``over`` are pieces of land with their country that belong to another one by the policy, to be drawn over it.

    ``world`` is the outline of the globe where the whole of it is shown.
    """

    land: dict[str, Path]
    over: tuple[tuple[str, Path], ...]
    lakes: Path | None
    rivers: Path | None
    lines: dict[str, Path]
    world: Path | None


@lru_cache(maxsize=24)
def basemap(frame: Frame, borders: str = UN_EU) -> Basemap:
    """What the frame shows of the basemap, with the borders of a policy."""
    own = part([frame.centre]) if not frame.world and frame.zoom >= CLOSE else ""
    drawn = [*features("boundaries.geojson", "kind", own), *features("de-facto.geojson", "kind", own)]
    lines: dict[str, list[Path]] = {}
    for f in drawn:
        if f.name and f.policy in ("", borders) and (path := _lines(f, frame)):
            lines.setdefault(f.name, []).append(path)
    pieces = features("de-facto.geojson", "iso", own) if borders == DE_FACTO else ()
    return Basemap(
        land={f.name: path for f in features("land.geojson", "iso", own) if (path := _area(f, frame))},
        over=tuple((f.name, path) for f in pieces if f.area and (path := _area(f, frame))),
        lakes=_area(features("lakes.geojson", part=own)[0], frame),
        rivers=_lines(features("rivers.geojson", part=own)[0], frame),
        lines={kind: _joined(paths) for kind, paths in lines.items()},
        world=_outline(frame) if frame.world else None,
    )


@lru_cache(maxsize=1)
def labels() -> tuple[dict[str, Any], ...]:
    """The names of the basemap, as data/basemap/README.md describes them."""
    return tuple(json.loads((FOLDER / "labels.json").read_text(encoding="utf-8")))


@lru_cache(maxsize=12)
def features(file: str, name: str = "", part: str = "") -> tuple[Feature, ...]:
    """The features of a file of data/basemap, or of its fine ``part``, each called what its property ``name`` says."""
    read = json.loads((FOLDER / part / file).read_text(encoding="utf-8"))["features"]
    return tuple(_feature(f["geometry"], f["properties"], name) for f in read)


def _feature(geometry: dict[str, Any], properties: dict[str, str], name: str) -> Feature:
    nested = geometry["coordinates"]
    flat = [ring for polygon in nested for ring in polygon] if geometry["type"] == "MultiPolygon" else nested
    parts = tuple(dense(np.array(part, dtype=float)) for part in flat)
    bounds = np.array([(*part.min(axis=0), *part.max(axis=0)) for part in parts])
    return Feature(properties.get(name, ""), properties.get("policy", ""), "iso" in properties, parts, bounds)


def dense(points: Numbers) -> Numbers:
    """The line with points at most STEP degrees apart."""
    far = np.abs(np.diff(points, axis=0)).max(axis=1)
    pieces = np.maximum(1, np.ceil(far / STEP)).astype(int)
    if pieces.max(initial=1) == 1:
        return points
    start = np.repeat(np.arange(len(pieces)), pieces)
    share = (np.arange(len(start)) - np.repeat(np.cumsum(pieces) - pieces, pieces)) / pieces[start]
    within = points[start] + (points[start + 1] - points[start]) * share[:, None]
    return np.vstack([within, points[-1:]])


def _near(feature: Feature, seen: Box) -> list[tuple[Numbers, bool]]:
    """The parts that reach into the bounds, turned by whole circles as needed, and whether they lie wholly inside."""
    found = []
    for turn in (-360.0, 0.0, 360.0):
        west, south, east, north = (feature.bounds + np.array([turn, 0, turn, 0])).T
        reach = (west < seen.right) & (east > seen.left) & (south < seen.bottom) & (north > seen.top)
        inside = (west >= seen.left) & (east <= seen.right) & (south >= seen.top) & (north <= seen.bottom)
        found += [(feature.parts[i] + [turn, 0], bool(inside[i])) for i in np.flatnonzero(reach)]
    return found


def _area(feature: Feature, frame: Frame) -> Path | None:
    rings = []
    for ring, inside in _near(feature, frame.seen):
        cut = ring if inside else clipped(ring, frame.seen)
        if len(cut) > 3:
            drawn = _drawn(dense(cut), frame)
            if len(drawn) > 3:
                rings.append(drawn)
    return _compound(rings, closed=True)


def _lines(feature: Feature, frame: Frame) -> Path | None:
    lines = []
    seen = frame.seen
    for line, inside in _near(feature, seen):
        lines += [_drawn(piece, frame) for piece in ([line] if inside else runs(line, seen))]
    return _compound([line for line in lines if len(line) > 1], closed=False)


def clipped(ring: Numbers, bounds: Box) -> Numbers:
    """A closed ring cut to bounds in degrees (Sutherland and Hodgman, Reentrant polygon clipping, 1974)."""
    for axis, limit, sign in ((0, bounds.left, 1), (0, bounds.right, -1), (1, bounds.top, 1), (1, bounds.bottom, -1)):
        if not len(ring):
            break
        following = np.roll(ring, -1, axis=0)
        here, there = (ring[:, axis] - limit) * sign, (following[:, axis] - limit) * sign
        crossing = (here >= 0) != (there >= 0)
        share = np.where(crossing, here / np.where(crossing, here - there, 1), 0)
        cuts = ring + (following - ring) * share[:, None]
        both = np.stack([ring, cuts], axis=1).reshape(-1, 2)
        ring = both[np.stack([here >= 0, crossing], axis=1).ravel()]
    return np.vstack([ring, ring[:1]]) if len(ring) else ring


def runs(line: Numbers, bounds: Box) -> list[Numbers]:
    """The pieces of a line that lie within the bounds, each with the point before and after."""
    inside = (line[:, 0] >= bounds.left) & (line[:, 0] <= bounds.right)
    inside &= (line[:, 1] >= bounds.top) & (line[:, 1] <= bounds.bottom)
    kept = np.flatnonzero(inside[:-1] | inside[1:])
    return [
        line[piece[0] : piece[-1] + 2] for piece in np.split(kept, np.flatnonzero(np.diff(kept) > 1) + 1) if len(piece)
    ]


def _drawn(lonlat: Numbers, frame: Frame) -> Numbers:
    """The line as pixels, without points that are the same at the finest print."""
    points = np.round(frame.sheet(lonlat) / FINE) * FINE
    points = points[np.isfinite(points).all(axis=1)]
    if len(points) < 2:
        return points
    new = np.append(True, np.abs(np.diff(points, axis=0)).max(axis=1) > FINE * 3)
    new[-1] = True
    return np.asarray(points[new])


def _compound(parts: list[Numbers], closed: bool) -> Path | None:
    if not parts:
        return None
    codes = []
    for line in parts:
        code = np.full(len(line), Path.LINETO, dtype=Path.code_type)
        code[0] = Path.MOVETO
        code[-1] = Path.CLOSEPOLY if closed else Path.LINETO
        codes.append(code)
    path = Path(np.vstack(parts), np.concatenate(codes))
    path.should_simplify = False
    return path


def _joined(paths: list[Path]) -> Path:
    path = Path.make_compound_path(*paths)
    path.should_simplify = False
    return path


def _outline(frame: Frame) -> Path:
    up = np.linspace(SOUTH, 90, 91)
    left, right = np.full(91, frame.middle - 180), np.full(91, frame.middle + 180)
    ring = np.vstack([np.column_stack([left, up]), np.column_stack([right, up[::-1]])])
    return Path(frame.sheet(np.vstack([ring, ring[:1]])), closed=True)
