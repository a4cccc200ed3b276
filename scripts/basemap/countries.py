"""Land by country, and the borders and coasts between them, from world-atlas and the boundary policy."""

from collections.abc import Mapping
from typing import Any

import shapely
from babel.core import get_global
from shapely.geometry import MultiLineString, MultiPolygon, Polygon, mapping
from shapely.geometry.base import BaseGeometry

from basemap import policy
from basemap.generalise import Line, Point, tolerance
from basemap.packages import Archive
from basemap.topology import Face, Topology, cut, drop_islets, generalise, merge, read, rings_of, runs
from basemap.wdbii import polylines

Feature = dict[str, Any]
BEYOND_180 = ("RU", "FJ")
KINDS = ("coast", "border", "disputed")


def countries(atlas: Archive, wdbii: Archive) -> Topology:
    """Faces of the whole world, owned as the policy says, simplified; arcs between pieces of one country are gone."""
    topology, objects = read(atlas.read("countries-10m.json"))
    for geometry in objects["countries"]:
        iso = _iso(geometry)
        if iso is not None:
            topology.faces += [Face(iso, rings) for rings in rings_of(geometry)]
    _drop_slivers(topology)
    _unroll(topology)
    for point, iso in policy.MOVED:
        topology.face_at(point).iso = iso
    lines = {line.id: line for line in polylines(wdbii, "countries_i")}
    for name, point, iso in policy.CUTS:
        cut(topology, topology.face_at(point), lines[name].points)
        topology.face_at(point).iso = iso
    merge(topology)
    drop_islets(topology, lambda point: (4 * tolerance(point)) ** 2)
    return generalise(topology)


def _iso(geometry: Mapping[str, Any]) -> str | None:
    """ISO 3166-1 alpha-2 of a country of world-atlas, by the numeric code in its id (CLDR has the table)."""
    number = geometry.get("id")
    if not isinstance(number, str):
        return policy.BY_NAME[geometry["properties"]["name"]]
    iso: str = get_global("territory_aliases")[number][0]
    return policy.MERGED.get(iso, iso)


def _drop_slivers(topology: Topology) -> None:
    """Leave out rings that the source's grid of 400 m squeezed to a line, the Vatican's among them."""
    squeezed = {n for n, arc in enumerate(topology.arcs) if len(arc) < 4 and arc[0] == arc[-1]}
    for face in topology.faces:
        for ring in face.rings:
            ring[:] = [number for number in ring if max(number, ~number) not in squeezed]
    topology.faces = [face for face in topology.faces if len(topology.coordinates(face.rings[0])) > 3]
    for face in topology.faces:
        face.rings = [ring for ring in face.rings if len(topology.coordinates(ring)) > 3]


def _unroll(topology: Topology) -> None:
    """Let Russia and Fiji run on beyond 180 degrees, where the source jumps to -180 in the middle of a ring."""
    numbers = {max(n, ~n) for face in topology.faces if face.iso in BEYOND_180 for ring in face.rings for n in ring}
    for number in numbers:
        topology.arcs[number] = [(lon + 360 if lon < 0 else lon, lat) for lon, lat in topology.arcs[number]]


def land(topology: Topology) -> list[Feature]:
    """One MultiPolygon a country, outer rings counter-clockwise (RFC 7946), largest piece first; property ``iso``."""
    features: list[Feature] = []
    for iso in sorted({face.iso for face in topology.faces}):
        area: BaseGeometry = MultiPolygon([topology.polygon(face) for face in topology.faces if face.iso == iso])
        if not area.is_valid:  # rings that touch at a point, and Russia's two halves
            area = shapely.make_valid(area, method="structure", keep_collapsed=False)
        parts = sorted(shapely.get_parts(area), key=lambda part: (-part.area, part.bounds))
        geometry = {"type": "MultiPolygon", "coordinates": [_rings(part) for part in parts]}
        features.append({"type": "Feature", "properties": {"iso": iso}, "geometry": geometry})
    return features


def _rings(polygon: Polygon) -> list[Line]:
    oriented: Polygon = shapely.orient_polygons(polygon)
    return [list(ring.coords) for ring in (oriented.exterior, *oriented.interiors)]


def boundaries(topology: Topology) -> list[Feature]:
    """One MultiLineString each of coasts, borders and disputed lines; property ``kind``."""
    lines: dict[str, list[Line]] = {kind: [] for kind in KINDS}
    for number, isos in sorted(topology.owners().items()):
        pair = frozenset(isos)
        if len(isos) > 1 and len(pair) == 1:
            continue
        for kind, points in runs(topology.arcs[number], lambda point, pair=pair: _kind(pair, point)):  # type: ignore[misc]
            lines[kind].append(points)
    return [
        {"type": "Feature", "properties": {"kind": kind}, "geometry": mapping(_joined(lines[kind]))} for kind in KINDS
    ]


def _kind(pair: frozenset[str], point: Point) -> str:
    if point[1] < -83 or abs(point[0]) == 180:
        return ""  # the edge of the source, not of the land
    if len(pair) == 1:
        return "coast"
    return "disputed" if policy.disputed(pair, point) else "border"


def _joined(lines: list[Line]) -> MultiLineString:
    """Pieces strung together where just two meet, so that dashes run on; in an order that depends on positions only."""
    joined = [list(line.coords) for line in shapely.get_parts(shapely.line_merge(MultiLineString(lines)))]
    return MultiLineString(sorted(joined))
