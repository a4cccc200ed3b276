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
from basemap.world_map import control_lines

Feature = dict[str, Any]
BEYOND_180 = ("RU", "FJ")
KINDS = ("coast", "border", "disputed")


def countries(atlas: Archive, wdbii: Archive, world_map: Archive) -> Topology:
    """Faces of the whole world, owned as the policies say, simplified; arcs between pieces of one owner are gone."""
    topology, objects = read(atlas.read("countries-10m.json"))
    for geometry in objects["countries"]:
        iso = _iso(geometry)
        if iso is not None:
            topology.faces += [Face(iso, rings) for rings in rings_of(geometry)]
    _drop_slivers(topology)
    _unroll(topology)
    for point, iso in policy.MOVED:
        topology.face_at(point).iso = iso
    lines = {("wdbii", line.id): line.points for line in polylines(wdbii, "countries_i")}
    lines |= {("world_map", id_): points for id_, points in control_lines(world_map).items()}
    for source, id_, point, iso in policy.CUTS:
        cut(topology, topology.face_at(point), lines[source, id_])
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
    """One MultiPolygon a country by the default policy, largest piece first; property ``iso``."""
    return _areas(_owned(topology, policy.UN_EU))


def _owned(topology: Topology, by: str) -> Topology:
    """The same land, its owners told by one policy, and what then is one piece joined."""
    owned = Topology(topology.arcs, [Face(policy.owner(face.iso, by), face.rings) for face in topology.faces])
    merge(owned)
    return owned


def _areas(topology: Topology) -> list[Feature]:
    """One MultiPolygon an owner, outer rings counter-clockwise (RFC 7946)."""
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
    """MultiLineStrings of coasts, borders and disputed lines, property ``kind``.

    First what both policies draw; then, with the property ``policy``, what only the default one does.
    """
    return _features(_lines(topology, policy.UN_EU))


def de_facto(topology: Topology) -> list[Feature]:
    """What de facto differs: pieces of land with another owner (``iso``), and lines that only it draws (``kind``)."""
    moved = [face for face in topology.faces if "|" in face.iso]
    pieces = _areas(_owned(Topology(topology.arcs, moved), policy.DE_FACTO))
    for piece in pieces:
        piece["properties"]["policy"] = policy.DE_FACTO
    return pieces + [f for f in _features(_lines(topology, policy.DE_FACTO)) if "policy" in f["properties"]]


def _lines(topology: Topology, by: str) -> dict[tuple[str, str], list[Line]]:
    """The lines that a policy draws, by their kind, and the policy where only this one draws them so, else ""."""
    lines: dict[tuple[str, str], list[Line]] = {}
    other = policy.UN_EU if by == policy.DE_FACTO else policy.DE_FACTO
    for number, owners in sorted(topology.owners().items()):

        def kind(point: Point, owners: list[str] = owners) -> str:
            mine, theirs = (_kind([policy.owner(label, p) for label in owners], point) for p in (by, other))
            return mine and f"{mine} {by if mine != theirs else ''}"

        for told, points in runs(topology.arcs[number], kind):
            name, _, only = told.partition(" ")
            lines.setdefault((name, only), []).append(points)
    return lines


def _features(lines: dict[tuple[str, str], list[Line]]) -> list[Feature]:
    features = []
    for kind, only in sorted(lines, key=lambda key: (key[1], KINDS.index(key[0]))):
        properties = {"kind": kind} | ({"policy": only} if only else {})
        geometry = mapping(_joined(lines[kind, only]))
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    return features


def _kind(owners: list[str], point: Point) -> str:
    pair = frozenset(owners)
    if point[1] < -83 or abs(point[0]) == 180:
        return ""  # the edge of the source, not of the land
    if len(owners) > 1 and len(pair) == 1:
        return ""  # within a country
    if len(pair) == 1:
        return "coast"
    return "disputed" if policy.disputed(pair, point) else "border"


def _joined(lines: list[Line]) -> MultiLineString:
    """Pieces strung together where just two meet, so that dashes run on; in an order that depends on positions only."""
    joined = [list(line.coords) for line in shapely.get_parts(shapely.line_merge(MultiLineString(lines)))]
    return MultiLineString(sorted(joined))
