"""Read the lines of control in the world map that comes with QGIS (Natural Earth 1:10m, in the Debian package)."""

import sqlite3
from contextlib import closing
from functools import cache

import shapely
from shapely.geometry import LineString

from basemap.generalise import Point
from basemap.packages import Archive

FILE = "usr/share/qgis/resources/data/world_map.gpkg"
ENVELOPES = (0, 32, 48, 48, 64)
"""Bytes of the envelope before the geometry, by its indicator (OGC GeoPackage 1.3, section 2.1.3)."""


@cache
def control_lines(archive: Archive) -> dict[str, list[Point]]:
    """The lines of ``disputed_borders`` that are one piece, by their id, longitude first."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(archive.read(FILE))
        rows = database.execute("SELECT fid, geom FROM disputed_borders").fetchall()
    lines = {str(fid): shapely.line_merge(_geometry(blob)) for fid, blob in rows}
    return {fid: [(x, y) for x, y in line.coords] for fid, line in lines.items() if isinstance(line, LineString)}


def _geometry(blob: bytes) -> shapely.Geometry:
    return shapely.from_wkb(blob[8 + ENVELOPES[blob[3] >> 1 & 7] :])
