"""Where countries lie, roughly: enough to see that two numbers were exchanged, or that a sign was lost.

A country lies in the cells of two degrees that hold one of its towns, and in those around them. The table is derived
by `scripts/build-extents` from GeoNames, CC BY 4.0.
"""

import csv
import math
from collections.abc import Iterator
from functools import cache, lru_cache

from mapapp import country
from mapapp.files import DATA
from mapapp.position import Position

FILE = DATA / "countries" / "extents.csv"
_CELL = 2  # degrees
Cell = tuple[int, int]  # the south-western corner: latitude, longitude, in degrees


def cell(position: Position) -> Cell:
    """The cell that a position lies in."""
    return math.floor(position.latitude / _CELL) * _CELL, math.floor(position.longitude / _CELL) * _CELL


def holds(code: str, position: Position) -> bool:
    """Whether a position may lie in a country of today or of its time, or in a territory of it; so near, a sea counts.

    True as well where nothing is known of the country.
    """
    return _near(code, cell(position))


@lru_cache(maxsize=4096)  # a tour of many stops is in few cells
def _near(code: str, corner: Cell) -> bool:
    """Whether a cell, or one around it, is of the country; True as well where nothing is known of it."""
    cells = [_cells()[land] for land in country.lands(code) if land in _cells()]
    south, west = corner
    around = {
        (south + i * _CELL, (west + j * _CELL + 180) % 360 - 180) for i in (-1, 0, 1) for j in (-1, 0, 1)
    }  # 179 degrees east and west are neighbours
    return not cells or any(not around.isdisjoint(of_one) for of_one in cells)


def meant(code: str, latitude: float, longitude: float) -> tuple[str, Position] | None:
    """What was done to a position that lies outside a country, and the position that was meant; None where unclear.

    "exchanged" is latitude and longitude in each other's place, "sign" a minus that is missing or one too many.
    """
    return next(others(code, latitude, longitude), None)


def others(code: str, latitude: float, longitude: float) -> Iterator[tuple[str, Position]]:
    """The positions of a country that become this one by a slip, likely ones first, each with what was done to it."""
    ways = (("exchanged", longitude, latitude), ("sign", latitude, -longitude), ("sign", -latitude, longitude),
            ("sign", -latitude, -longitude), ("exchanged", longitude, -latitude), ("exchanged", -longitude, latitude),
            ("exchanged", -longitude, -latitude))  # fmt: skip
    for way, north, east in ways:
        if abs(north) <= 90 and abs(east) <= 180 and holds(code, position := Position(east, north)):
            yield way, position


@cache
def _cells() -> dict[str, frozenset[Cell]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["code"]: frozenset(map(_corner, row["cells"].split(";"))) for row in rows}


def _corner(text: str) -> Cell:
    south, _, west = text.partition(" ")
    return int(south), int(west)
