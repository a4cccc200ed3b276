"""Which part of the globe a picture shows, and in which projection.

Positions may run on beyond 180 degrees; everything here is relative to the meridian in the middle, so that nothing
special happens at the date line.
"""

import math
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from pyproj import Geod, Proj

from mapapp.exports.picture.box import Box
from mapapp.position import Position, unrolled
from mapapp.view import Framing

Numbers = np.ndarray[Any, np.dtype[np.float64]]
LEAST_M = 850_000  # the shorter side of the map shows at least so many metres: about what the app does at zoom 7
WORLD = 150.0  # degrees of longitude from which on the whole world is shown
FAR_M = 8_000_000  # metres from the centre to the corners, beyond which shapes are drawn as one of the world
SOUTH = -85.0  # degrees; where the land of the basemap ends
SCREEN = (1100, 800)  # pixels; the part of the world that a link's zoom shows in the app
MERCATOR_M = 156_543.034  # metres per pixel at zoom 0 on the equator, of Web Mercator with tiles of 256 pixels
EARTH = "+a=6371008.8 +b=6371008.8 +units=m +no_defs"
_GEOD = Geod(ellps="WGS84")
_kept = threading.local()


@dataclass(frozen=True)
class Frame:
    """A panel of a sheet, and what of the globe it shows.

    ``projection`` is a PROJ string, ``middle`` the longitude of its central meridian. ``x`` and ``y`` are projected
    metres at the centre of the panel, ``scale`` is metres per pixel.
    """

    projection: str
    middle: float
    panel: Box
    x: float
    y: float
    scale: float

    @property
    def world(self) -> bool:
        """Whether it is in a projection of the whole world, whose edges may be seen."""
        return "+proj=robin" in self.projection

    def sheet(self, lonlat: Numbers) -> Numbers:
        """Positions, longitude first, shape (n, 2), as pixels of the sheet; the impossible is infinite."""
        lon = np.asarray(lonlat, dtype=float)[:, 0]
        lon = np.clip(lon - self.middle, -179.9999, 179.9999) if self.world else lon - self.middle
        x, y = proj(self.projection)(lon, np.asarray(lonlat, dtype=float)[:, 1])
        centre_x, centre_y = self.panel.centre
        return np.column_stack([centre_x + (x - self.x) / self.scale, centre_y - (y - self.y) / self.scale])

    def globe(self, points: Numbers) -> Numbers:
        """Pixels of the sheet as positions, longitude within 180 degrees of ``middle``."""
        centre_x, centre_y = self.panel.centre
        x = self.x + (points[:, 0] - centre_x) * self.scale
        y = self.y - (points[:, 1] - centre_y) * self.scale
        lon, lat = proj(self.projection)(x, y, inverse=True)
        return np.column_stack([lon + self.middle, lat])

    @cached_property
    def centre(self) -> Position:
        """The position at the centre of the panel."""
        longitude, latitude = self.globe(np.array([self.panel.centre]))[0]
        return Position(float(longitude), float(latitude))

    def lines(self, lonlat: Numbers) -> list[Numbers]:
        """A line as pixels, in pieces where it leaves one edge of the world and enters at the other."""
        lon = (lonlat[:, 0] - self.middle + 180) % 360 - 180 + self.middle
        jumps = np.flatnonzero(np.abs(np.diff(lon)) > 180) + 1
        points = self.sheet(np.column_stack([lon, lonlat[:, 1]]))
        pieces = np.split(points, jumps) if self.world else [points]
        return [p for p in (piece[np.isfinite(piece).all(axis=1)] for piece in pieces) if len(p) > 1]

    def point(self, position: Position) -> tuple[float, float]:
        """One position as a pixel; of the meridians that are the same, the one that is nearest to the middle."""
        turned = position.longitude - 360 * round((position.longitude - self.middle) / 360)
        x, y = self.sheet(np.array([[turned, position.latitude]]))[0]
        return float(x), float(y)

    @cached_property
    def seen(self) -> Box:
        """Bounds of what the panel shows, in degrees: west, south, east, north as left, top, right, bottom."""
        across, down = np.meshgrid(
            np.linspace(self.panel.left, self.panel.right, 33), np.linspace(self.panel.top, self.panel.bottom, 33)
        )
        found = self.globe(np.column_stack([across.ravel(), down.ravel()]))
        found = found[np.isfinite(found).all(axis=1)]
        if self.world or not len(found):
            return Box(self.middle - 180, -90, self.middle + 180, 90)
        (west, south), (east, north) = found.min(axis=0), found.max(axis=0)
        margin = 0.06 * max(east - west, north - south) + 0.5
        bounds = [float(west - margin), float(south - margin), float(east + margin), float(north + margin)]
        for pole, side in ((90.0, 3), (-90.0, 1)):
            x, y = self.point(Position(self.middle, pole))
            if math.isfinite(x) and self.panel.overlaps(Box.around(x, y, 1)):
                bounds[0], bounds[2], bounds[side] = self.middle - 180, self.middle + 180, pole
        return Box(
            max(bounds[0], self.middle - 180),
            max(bounds[1], -90),
            min(bounds[2], self.middle + 180),
            min(bounds[3], 90),
        )

    @cached_property
    def ground_m(self) -> float:
        """Metres on the ground for each pixel at the centre of the panel, along the panel.

        At a pole, which is a line in projections of the world, there is no such length: then it is ``scale``.
        """
        x, y = self.panel.centre
        (lon_a, lat_a), (lon_b, lat_b) = self.globe(np.array([[x - 20, y], [x + 20, y]]))
        measured = float(_GEOD.inv(lon_a, lat_a, lon_b, lat_b)[2]) / 40
        return measured if measured > self.scale / 10 else self.scale

    @property
    def wide(self) -> bool:
        """Whether it reaches so far round the globe that only a projection of the world is fit for it."""
        return math.hypot(self.panel.width, self.panel.height) / 2 * self.scale > FAR_M

    @property
    def zoom(self) -> float:
        """The zoom of a web map that shows as much on as many pixels."""
        return math.log2(MERCATOR_M * max(0.1, math.cos(math.radians(self.centre.latitude))) / self.ground_m)


def proj(text: str) -> Proj:
    """The projection; each thread has its own, because PROJ keeps a state while it works."""
    kept: dict[str, Proj] = _kept.__dict__.setdefault("projections", {})
    if len(kept) > 64:
        kept.clear()
    if text not in kept:
        kept[text] = Proj(text)
    return kept[text]


def fitted(points: Iterable[Position], panel: Box, margins: Box) -> Frame:
    """The frame that shows all points, with at least ``margins`` pixels around them on each side of the panel.

    Without points it is the whole world.
    """
    lonlat = np.array(unrolled(list(points)), dtype=float).reshape(-1, 2)
    inner = Box(
        panel.left + margins.left, panel.top + margins.top, panel.right - margins.right, panel.bottom - margins.bottom
    )
    if not len(lonlat) or float(np.ptp(lonlat[:, 0])) > WORLD:
        frame = _of_world(float(np.round(lonlat[:, 0].mean() / 10) * 10) if len(lonlat) else 10.0, panel)
        edge = np.array([[-180, 0], [180, 0], [0, 84], [0, SOUTH]]) + np.array([frame.middle, 0])
        return _scaled(frame, edge, panel.grown(-0.02 * panel.width), 0)
    frame = _scaled(_regional(lonlat, panel), lonlat, inner, LEAST_M)
    if frame.wide:
        frame = _scaled(_of_world(frame.middle, panel), lonlat, inner, LEAST_M)
    return frame


def _of_world(middle: float, panel: Box) -> Frame:
    return Frame(f"+proj=robin +lon_0=0 {EARTH}", middle, panel, 0, 0, 1)


def _regional(lonlat: Numbers, panel: Box) -> Frame:
    (west, south), (east, north) = lonlat.min(axis=0), lonlat.max(axis=0)
    middle, latitude = float(west + east) / 2, float(south + north) / 2
    tall = max(float(north - south), 6.0)
    across_km = math.cos(math.radians(latitude)) * float(east - west)
    if 20 <= abs(latitude) <= 65 and tall < 45 and tall <= 1.5 * max(across_km, 6.0):
        low, high = latitude - tall / 3, latitude + tall / 3
        text = f"+proj=lcc +lat_0={latitude:.4f} +lon_0=0 +lat_1={low:.4f} +lat_2={high:.4f} {EARTH}"
    else:
        text = f"+proj=laea +lat_0={latitude:.4f} +lon_0=0 {EARTH}"
    return Frame(text, middle, panel, 0, 0, 1)


def _scaled(frame: Frame, lonlat: Numbers, inner: Box, least_m: float) -> Frame:
    plain = replace(frame, panel=Box(0, 0, 0, 0))
    metres = plain.sheet(lonlat) * [1, -1]  # at a scale of 1 and with the origin in the centre, pixels are metres
    (left, low), (right, high) = metres.min(axis=0), metres.max(axis=0)
    scale = max((right - left) / inner.width, (high - low) / inner.height)
    scale = max(float(scale), least_m / min(frame.panel.width, frame.panel.height))
    (inner_x, inner_y), (panel_x, panel_y) = inner.centre, frame.panel.centre
    x = float(left + right) / 2 - (inner_x - panel_x) * scale
    y = float(low + high) / 2 + (inner_y - panel_y) * scale
    return replace(frame, x=x, y=y, scale=scale)


def framed(framing: Framing, panel: Box) -> Frame:
    """The frame that a link asks for: its centre, and as much of the world as its zoom shows in the app."""
    centre = framing.centre
    metres = MERCATOR_M * math.cos(math.radians(min(abs(centre.latitude), 85))) / 2**framing.zoom
    wide, tall = SCREEN[0] * metres, SCREEN[1] * metres
    if wide > 25_000_000:
        return fitted([], panel, Box(0, 0, 0, 0))
    half = min(wide, tall) / 2 / 111_195
    shrink = max(0.1, math.cos(math.radians(centre.latitude)))
    aside = min(wide / 2 / 111_195 / shrink, 80)
    south, north = max(-89.0, centre.latitude - half), min(89.0, centre.latitude + half)
    corners = np.array([[centre.longitude - aside, south], [centre.longitude + aside, north]])
    frame = _regional(corners, panel)
    scale = max(wide / panel.width, tall / panel.height)
    if replace(frame, scale=float(scale)).wide:
        frame = _of_world(centre.longitude, panel)
    plain = replace(frame, panel=Box(0, 0, 0, 0))
    x, y = plain.sheet(np.array([[centre.longitude, centre.latitude]]))[0] * [1, -1]
    return replace(frame, x=float(x), y=float(y), scale=float(scale))
