"""Features, geometries and boxes of GeoJSON (RFC 7946): longitude first, never beyond 180 degrees."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from mapapp.position import Position, cut_at_antimeridian

Json = dict[str, Any]
DIGITS = 6  # decimals of a degree, 0.1 m: RFC 7946, section 11.2
LINE_DIGITS = 5  # of the points of a line, 1 m


def feature(id_: str, geometry: Json, properties: Json) -> Json:
    """A Feature."""
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}


def point(position: Position, certainty: str = "") -> Json:
    """A Point, with how sure it is in the words of Linked Places ("": not said)."""
    told = {"certainty": certainty} if certainty else {}
    return {"type": "Point", "coordinates": [round(degrees, DIGITS) for degrees in position], **told}


def line_string(line: Sequence[Position]) -> Json:
    """A LineString, or a MultiLineString for a line that crosses the antimeridian."""
    pieces = [[[round(degrees, LINE_DIGITS) for degrees in p] for p in piece] for piece in cut_at_antimeridian(line)]
    if len(pieces) == 1:
        return {"type": "LineString", "coordinates": pieces[0]}
    return {"type": "MultiLineString", "coordinates": pieces}


def bbox(features: Iterable[Json]) -> list[float]:
    """West, south, east, north around all coordinates; west is larger than east where the box crosses 180 degrees.

    It is the narrowest such box; none for no coordinates. RFC 7946, section 5.
    """
    points = [point for part in features for point in _points(part["geometry"]["coordinates"])]
    if not points:
        return []
    longitudes = sorted({point[0] for point in points})
    gaps = [(b - a, b, a) for a, b in pairwise(longitudes)]
    around = (longitudes[0] + 360 - longitudes[-1], longitudes[0], longitudes[-1])
    _, west, east = max([around, *gaps], key=lambda gap: gap[0])
    return [west, min(p[1] for p in points), east, max(p[1] for p in points)]


def _points(coordinates: list[Any]) -> Iterator[list[float]]:
    if isinstance(coordinates[0], list):
        for part in coordinates:
            yield from _points(part)
    else:
        yield coordinates
