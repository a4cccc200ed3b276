"""The places nearest to a position, from the gazetteer, without a spatial index in the file.

On first use the populated places are read in order of latitude. A circle around a position touches one band of
latitudes and, unless it holds a pole, one range of longitudes; it is doubled until it holds enough places.
"""

import heapq
import math
import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from mapapp.geocoding.gazetteer.entries import KINDS
from mapapp.geocoding.offline import offline_places
from mapapp.place import Place
from mapapp.position import EARTH_RADIUS_KM, Position, distance_km

_FIRST_KM = 10.0  # so near is another place to most inhabited ones; small, because cities have thousands around them
_HALF_ROUND_KM = math.pi * EARTH_RADIUS_KM
_POPULATED = tuple(KINDS.index(kind) for kind in ("city", "capital"))
_SQL = "SELECT latitude, longitude, id FROM place WHERE kind IN (?, ?) ORDER BY latitude"


@cache
def _nearest() -> "Nearest":
    return Nearest(offline_places().gazetteer.db)


def nearest_places(position: Position, count: int = 1) -> list[tuple[float, Place]]:
    """The ``count`` nearest populated places with their distances in km, nearest first. Raises GeocodingError."""
    near = _nearest().find(position, count)
    lists = offline_places()
    places = ((distance, lists.place(lists.gazetteer.id_of(number))) for distance, number in near)
    return [(distance, place) for distance, place in places if place]


class Nearest:
    """Finds populated places by position. Making it reads the gazetteer once, in some tenths of a second."""

    def __init__(self, db: sqlite3.Connection) -> None:
        latitudes, longitudes, ids = zip(*db.execute(_SQL, _POPULATED), strict=True)
        self._latitudes = array("d", latitudes)
        self._longitudes = array("d", longitudes)
        self._ids = array("q", ids)

    def find(self, position: Position, count: int = 1) -> list[tuple[float, int]]:
        """The ``count`` nearest places, nearest first: the distance in km and the number of each in the index."""
        radius = _FIRST_KM
        while True:
            best = heapq.nsmallest(count, self._around(position, radius))
            if (len(best) == count and best[-1][0] <= radius) or radius >= _HALF_ROUND_KM:
                return best
            radius *= 2

    def _around(self, at: Position, radius_km: float) -> Iterator[tuple[float, int]]:
        """All places within the radius, and some outside."""
        angle = min(radius_km, _HALF_ROUND_KM) / EARTH_RADIUS_KM * (1 + 1e-9)
        height, width = math.degrees(angle), 180.0
        if abs(at.latitude) + height < 90:
            width = math.degrees(math.asin(math.sin(angle) / math.cos(math.radians(at.latitude)))) + 1e-9
        first = bisect_left(self._latitudes, at.latitude - height)
        last = bisect_right(self._latitudes, at.latitude + height)
        for i, longitude in enumerate(self._longitudes[first:last], first):
            apart = abs(longitude - at.longitude)
            if apart <= width or 360 - apart <= width:
                yield distance_km(at, Position(longitude, self._latitudes[i])), self._ids[i]
