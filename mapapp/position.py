"""Positions on the globe and the great circles between them.

Longitude comes first, as in RFC 7946; formats that put latitude first turn the pair round at their own edge.
"""

import math
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Self

from mapapp.errors import PositionError, clipped
from mapapp.message import tr
from mapapp.pattern import lazy

EARTH_RADIUS_KM = 6371.0088  # mean radius R1 of the WGS 84 ellipsoid (Moritz, Geodetic Reference System 1980)
_NUMBER = lazy(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


def number(text: str) -> float:
    """A number in a link, as any program writes one. Raises ValueError, also for ``1_0``, ``nan`` and other digits."""
    if not _NUMBER.fullmatch(text.strip()):
        raise ValueError(text)
    return float(text)


class Position(NamedTuple):
    """A point in WGS 84 decimal degrees: longitude (-180 to 180, east positive), latitude (-90 to 90)."""

    longitude: float
    latitude: float

    @classmethod
    def checked(cls, longitude: float | str, latitude: float | str) -> Self:
        """Make a position from numbers or text.

        Raises PositionError if one of them is not a finite number or lies outside the globe. A longitude of 200 is
        an error here, not 160 degrees west: in a table it is a typing mistake.
        """
        numbers = []
        for name, value, limit in (("latitude", latitude, 90), ("longitude", longitude, 180)):
            try:
                number = float(value)
            except (TypeError, ValueError, OverflowError):
                sentence = tr(
                    "{name} '{value}' is not a number; write decimal degrees such as 41.31",
                    name=name,
                    value=clipped(str(value)),
                )
                raise PositionError(sentence) from None
            if not math.isfinite(number) or abs(number) > limit:
                raise PositionError(
                    tr(
                        "{name} {value} is outside -{limit} to {limit}; write decimal degrees",
                        name=name,
                        value=clipped(str(value)),
                        limit=limit,
                    )
                )
            numbers.append(number)
        return cls(numbers[1], numbers[0])


def distance_km(a: Position, b: Position) -> float:
    """Great-circle distance in km on a sphere of the mean earth radius (haversine formula)."""
    phi_a, phi_b = math.radians(a.latitude), math.radians(b.latitude)
    half_dlat = (phi_b - phi_a) / 2
    half_dlon = math.radians(b.longitude - a.longitude) / 2
    h = math.sin(half_dlat) ** 2 + math.cos(phi_a) * math.cos(phi_b) * math.sin(half_dlon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def _unit(p: Position) -> tuple[float, float, float]:
    lon, lat = math.radians(p.longitude), math.radians(p.latitude)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def great_circle(a: Position, b: Position, step_km: float = 50.0) -> list[Position]:
    """Points along the shorter great circle from a to b, at most ``step_km`` apart, both ends included.

    Longitudes run on without a jump: a line over the date line may leave -180 to 180, so that it can be drawn in one
    piece. Antipodal ends have no single great circle; any one of them is returned.
    Formula: spherical linear interpolation of the two unit vectors.
    """
    ua, ub = _unit(a), _unit(b)
    angle = distance_km(a, b) / EARTH_RADIUS_KM
    pieces = max(1, math.ceil(angle * EARTH_RADIUS_KM / step_km))
    sine = math.sin(angle)
    points = [a]
    for i in range(1, pieces):
        t = i / pieces
        wa, wb = (math.sin((1 - t) * angle) / sine, math.sin(t * angle) / sine) if sine > 1e-9 else (1 - t, t)
        x, y, z = (wa * p + wb * q for p, q in zip(ua, ub, strict=True))
        lon = math.degrees(math.atan2(y, x))
        lat = math.degrees(math.atan2(z, math.hypot(x, y)))
        points.append(Position(_near(lon, points[-1].longitude), lat))
    points.append(Position(_near(b.longitude, points[-1].longitude), b.latitude))
    return points


def _near(longitude: float, reference: float) -> float:
    """The same meridian, written within 180 degrees of the reference."""
    return longitude + 360 * round((reference - longitude) / 360)


def unrolled(positions: Sequence[Position]) -> list[Position]:
    """The positions with longitudes that run on from the western end of the shortest arc that holds them all.

    That end lies within -180 to 180 degrees, and the others less than 360 degrees east of it.
    """
    eastings = sorted(p.longitude % 360 for p in positions)
    if not eastings:
        return []
    gaps = [b - a for a, b in pairwise([*eastings, eastings[0] + 360])]
    west = eastings[(gaps.index(max(gaps)) + 1) % len(eastings)]
    start = west - 360 if west > 180 else west

    def turns(longitude: float) -> int:
        easting = longitude % 360
        return round((start - west + easting + (360 if easting < west else 0) - longitude) / 360)

    return [Position(p.longitude + 360 * turns(p.longitude), p.latitude) for p in positions]


def cut_at_antimeridian(line: Sequence[Position]) -> list[list[Position]]:
    """The line in pieces that lie within -180 to 180 degrees, as RFC 7946 (3.1.9) wants them.

    Longitudes of the line run on over the date line, as those of `great_circle` do. Where it crosses, one piece ends on
    one side of the antimeridian and the next begins on the other; the latitude there is interpolated.
    """
    pieces: list[tuple[int, list[Position]]] = []
    for a, b in pairwise(line):
        low, high = sorted((a.longitude, b.longitude))
        turns = range(math.ceil((low - 180) / 360), math.floor((high - 180) / 360) + 1)
        seams = [180.0 + 360 * turn for turn in turns if low < 180 + 360 * turn < high]
        inner = [
            Position(seam, a.latitude + (seam - a.longitude) / (b.longitude - a.longitude) * (b.latitude - a.latitude))
            for seam in seams
        ]
        stops = [a, *sorted(inner, key=lambda stop: abs(stop.longitude - a.longitude)), b]
        for start, end in pairwise(stops):
            turn = round((start.longitude + end.longitude) / 720)
            if not pieces or pieces[-1][0] != turn:
                pieces.append((turn, [start]))
            pieces[-1][1].append(end)
    return [[Position(p.longitude - 360 * turn, p.latitude) for p in piece] for turn, piece in pieces]
