"""The locator: a small globe that shows where the map lies."""

from functools import lru_cache

import numpy as np
from matplotlib.path import Path

from mapapp.exports.picture.basemap import dense, features
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Line, circle
from mapapp.exports.picture.frame import Frame, Numbers
from mapapp.exports.picture.scene import Scene

SMALLEST = 3.0  # degrees; smaller islands do not show at this size
EDGE = 24  # points along each side of the map


def size(scene: Scene) -> float:
    """Width and height in pixels with room around; 0 where the whole world is shown anyway."""
    return 0.0 if scene.frame.world else 7.6 * scene.unit


def draw_locator(scene: Scene, box: Box) -> None:
    """Draw the globe into the box, with the outline of the map's panel on it."""
    x, y = box.centre
    radius = box.width / 2 - 0.75 * scene.unit
    theme, canvas = scene.theme, scene.canvas
    longitude, latitude = scene.frame.globe(np.array([scene.frame.panel.centre]))[0]
    tilted = float(np.clip(latitude, -50, 50))
    canvas.shape(circle(x, y, radius + 0.16 * scene.unit), theme.raised, alpha=0.85)
    canvas.shape(circle(x, y, radius), theme.water)
    land = _land(round(float(longitude), 1), round(tilted, 1))
    canvas.shape(Path(np.asarray(land.vertices) * radius + np.array([x, y]), land.codes), theme.border, alpha=0.55)
    canvas.shape(circle(x, y, radius), edge=Line(theme.coast, max(0.7, 0.05 * scene.unit)))
    outline = Path(_seen_from(outline_of(scene.frame), float(longitude), tilted) * radius + [x, y], closed=True)
    canvas.shape(outline, theme.accent, Line(theme.accent, 0.09 * scene.unit), alpha=0.28)
    canvas.shape(outline, edge=Line(theme.accent, 0.09 * scene.unit))


def outline_of(frame: Frame) -> Numbers:
    """The edge of the panel as a closed line of positions."""
    box, share = frame.panel, np.linspace(0, 1, EDGE)
    corners = np.array([[box.left, box.top], [box.right, box.top], [box.right, box.bottom], [box.left, box.bottom]])
    sides = [a + (b - a) * share[:, None] for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True)]
    found = frame.globe(np.vstack([*sides, corners[:1]]))
    return found[np.isfinite(found).all(axis=1)]


@lru_cache(maxsize=64)
def _land(longitude: float, latitude: float) -> Path:
    """All land on a globe of radius 1 seen from above a position, y downwards."""
    rings = [_seen_from(ring, longitude, latitude) for ring in _rings()]
    return Path.make_compound_path(*(Path(ring, closed=True) for ring in rings if len(ring) > 3))


@lru_cache(maxsize=1)
def _rings() -> list[Numbers]:
    rings = []
    for feature in features("land.geojson", "iso"):
        for ring in feature.parts:
            if np.ptp(ring, axis=0).max() > SMALLEST:
                grid = np.round(ring / 0.7)
                new = np.append(True, np.abs(np.diff(grid, axis=0)).max(axis=1) > 0)
                rings.append(dense(ring[new]))
    return rings


def _seen_from(lonlat: Numbers, longitude: float, latitude: float) -> Numbers:
    """The orthographic projection (Snyder, Map projections: a working manual, 1987, p. 149).

    What lies behind the globe is moved to its rim, so that shapes keep their order of points.
    """
    lon, lat = np.radians(lonlat[:, 0] - longitude), np.radians(lonlat[:, 1])
    phi = np.radians(latitude)
    x = np.cos(lat) * np.sin(lon)
    y = np.cos(phi) * np.sin(lat) - np.sin(phi) * np.cos(lat) * np.cos(lon)
    behind = np.sin(phi) * np.sin(lat) + np.cos(phi) * np.cos(lat) * np.cos(lon) < 0
    length = np.maximum(np.hypot(x, y), 1e-9)
    points = np.column_stack([np.where(behind, x / length, x), -np.where(behind, y / length, y)])
    points[behind & (length < 1e-8)] = [0, -1]
    return points if not behind.all() else points[:0]
