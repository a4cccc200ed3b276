"""Which of the two basemaps is drawn: they are one map of the world, simplified differently far from its core.

``data/basemap`` is fine from the Balkans to the Altai and light everywhere else, so that a first visit is. Where a tour
happens far from there, ``data/basemap/fine`` is, or Lake Victoria would be a polygon of ten corners.
"""

from collections.abc import Iterable
from pathlib import Path

from mapapp.files import DATA
from mapapp.position import Position

FOLDER = DATA / "basemap"
FINE = "fine"
CAREFUL = (4.0, 28.0, 104.0, 60.0)  # west, south, east, north, in degrees: where the light one is fine enough


def part(positions: Iterable[Position]) -> str:
    """The folder below `FOLDER` for a map of these places: FINE where one lies far from the core, else ""."""
    west, south, east, north = CAREFUL
    inside = (west <= (lon + 180) % 360 - 180 <= east and south <= lat <= north for lon, lat in positions)
    return "" if all(inside) else FINE


def folder(positions: Iterable[Position]) -> Path:
    """The same as a path."""
    return FOLDER / part(positions)
