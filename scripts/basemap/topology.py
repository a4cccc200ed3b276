"""TopoJSON read, mended and simplified at the level of its arcs, so that neighbours keep the very same border.

A face is one piece of land: its outer ring first, then its holes. A ring is a list of arc numbers; ``~i`` is arc ``i``
walked backwards (TopoJSON 1.0, section 2.1.4).
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any

import shapely
from shapely.geometry import LineString, Polygon

from basemap.generalise import Line, Point, map_area, simplify, tidy, tolerance, untangle

Ring = list[int]

FACTORS = (1, 0.75, 1.3, 0.5, 0.35, 0.25, 0.15, 0.08, 0.04, 0.02, 0.005)
"""Shares of the usual tolerance that are tried for an arc, in turn, until it crosses no other."""
NEAR = 1.0
"""Degrees around a crossing where the arc is simplified less."""


@dataclass(slots=True)
class Face:
    """One piece of land and the country it belongs to."""

    iso: str
    rings: list[Ring]


@dataclass(slots=True)
class Topology:
    """Arcs as positions in decimal degrees, longitude first, and the faces that they bound."""

    arcs: list[list[Point]]
    faces: list[Face] = field(default_factory=list)

    def coordinates(self, ring: Ring) -> list[Point]:
        """The closed ring of positions."""
        points: list[Point] = []
        for number in ring:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            points += arc[1:] if points else arc
        return points

    def polygon(self, face: Face) -> Polygon:
        """The face as a polygon."""
        outer, *holes = (self.coordinates(ring) for ring in face.rings)
        return Polygon(outer, holes)

    def face_at(self, point: Point) -> Face:
        """The face around a position; raises LookupError at sea."""
        where = shapely.points(*point)
        for face in self.faces:
            if len(self.coordinates(face.rings[0])) > 3 and self.polygon(face).contains(where):
                return face
        raise LookupError(f"no land at {point}")

    def owners(self) -> dict[int, list[str]]:
        """For each arc the countries on its sides: one at a coast, two at a border."""
        owners: dict[int, list[str]] = {}
        for face in self.faces:
            for number in (number for ring in face.rings for number in ring):
                owners.setdefault(max(number, ~number), []).append(face.iso)
        return owners


def read(text: bytes) -> tuple[Topology, dict[str, list[dict[str, Any]]]]:
    """The arcs of a TopoJSON text and its objects by name, each a list of geometries."""
    data = json.loads(text)
    (sx, sy), (tx, ty) = data["transform"]["scale"], data["transform"]["translate"]
    arcs = []
    for steps in data["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * sx + tx, y * sy + ty))
        arcs.append(arc)
    return Topology(arcs), {name: item["geometries"] for name, item in data["objects"].items()}


def rings_of(geometry: dict[str, Any]) -> list[list[Ring]]:
    """The polygons of a TopoJSON geometry, each a list of rings; empty for anything that is not an area."""
    arcs = geometry.get("arcs")
    if not isinstance(arcs, list):
        return []
    return arcs if geometry["type"] == "MultiPolygon" else [arcs]


def cut(topology: Topology, face: Face, line: Line) -> tuple[Face, Face]:
    """Replace a face by the two that a line leaves of it; the line is tied to the nearest points of the outer ring."""
    start, end = (_node(topology, face, point) for point in (line[0], line[-1]))
    topology.arcs.append([start, *line[1:-1], end])
    new = len(topology.arcs) - 1
    ring = face.rings[0]
    ring = _turned(topology, ring, start)
    halfway = next(i for i, number in enumerate(ring) if topology.coordinates([number])[0] == end)
    pieces = Face(face.iso, [[*ring[:halfway], ~new]]), Face(face.iso, [[*ring[halfway:], new]])
    for hole in face.rings[1:]:
        inside = shapely.points(*topology.coordinates(hole)[0])
        next(piece for piece in pieces if topology.polygon(piece).contains(inside)).rings.append(hole)
    topology.faces.remove(face)
    topology.faces += pieces
    return pieces


def _turned(topology: Topology, ring: Ring, start: Point) -> Ring:
    first = next(i for i, number in enumerate(ring) if topology.coordinates([number])[0] == start)
    return ring[first:] + ring[:first]


def _node(topology: Topology, face: Face, near: Point) -> Point:
    """Make the point of the outer ring nearest to a position an end of its arcs."""
    _, number, at = min(
        ((x - near[0]) ** 2 + (y - near[1]) ** 2, number, at)
        for number in (max(number, ~number) for number in face.rings[0])
        for at, (x, y) in enumerate(topology.arcs[number])
    )
    arc = topology.arcs[number]
    if 0 < at < len(arc) - 1:
        topology.arcs[number] = arc[: at + 1]
        topology.arcs.append(arc[at:])
        second = len(topology.arcs) - 1
        for ring in (ring for other in topology.faces for ring in other.rings):
            ring[:] = [part for i in ring for part in _parts(i, number, second)]
    return arc[at]


def _parts(number: int, split: int, second: int) -> list[int]:
    if number == split:
        return [number, second]
    return [~second, number] if number == ~split else [number]


def merge(topology: Topology) -> None:
    """Join the faces of one country that touch: arcs walked both ways fall out, the others are strung to new rings."""
    for iso in sorted({face.iso for face in topology.faces}):
        faces = [face for face in topology.faces if face.iso == iso]
        walked = Counter(number for face in faces for ring in face.rings for number in ring)
        inner = {number for number in walked if ~number in walked}
        touched = [face for face in faces if any(number in inner for ring in face.rings for number in ring)]
        if not touched:
            continue
        walked = Counter(number for face in touched for ring in face.rings for number in ring)
        rest = [number for number in walked for _ in range(walked[number] - walked[~number])]
        topology.faces = [face for face in topology.faces if not any(face is other for other in touched)]
        topology.faces += _faces(topology, iso, list(_strung(topology, rest)))


def _strung(topology: Topology, numbers: list[int]) -> Iterator[Ring]:
    while numbers:
        ring = [numbers.pop(0)]
        first = topology.coordinates(ring)[0]
        while (last := topology.coordinates(ring[-1:])[-1]) != first:
            ring.append(numbers.pop(next(i for i, n in enumerate(numbers) if topology.coordinates([n])[0] == last)))
        yield ring


def _faces(topology: Topology, iso: str, rings: list[Ring]) -> list[Face]:
    # Outer rings run clockwise in world-atlas, holes the other way.
    areas = [map_area(topology.coordinates(ring)) for ring in rings]
    faces = [Face(iso, [ring]) for ring, area in zip(rings, areas, strict=True) if area < 0]
    for ring, area in zip(rings, areas, strict=True):
        if area > 0:
            hole = Polygon(topology.coordinates(ring)).representative_point()
            next(face for face in faces if topology.polygon(Face(iso, face.rings[:1])).contains(hole)).rings.append(
                ring
            )
    return faces


def drop_islets(topology: Topology, least: Callable[[Point], float]) -> None:
    """Leave out islands smaller than ``least`` square map degrees; every country keeps its largest piece."""
    owners = topology.owners()
    areas = {id(face): abs(map_area(topology.coordinates(face.rings[0]))) for face in topology.faces}
    largest = {face.iso: id(face) for face in sorted(topology.faces, key=lambda face: areas[id(face)])}

    def stays(face: Face) -> bool:
        alone = all(len(owners[max(number, ~number)]) == 1 for number in face.rings[0])
        small = areas[id(face)] < least(topology.coordinates(face.rings[0])[0])
        return not (alone and small) or largest[face.iso] == id(face)

    topology.faces = [face for face in topology.faces if stays(face)]


def generalise(topology: Topology) -> Topology:
    """A simpler topology of the same faces in which no two arcs meet but at their ends.

    Where simplifying or rounding makes arcs cross, both are simplified less around that spot.
    """
    spots: dict[int, list[Point]] = {number: [] for number in topology.owners()}
    tried = dict.fromkeys(spots, 0)
    arcs: dict[int, list[Point]] = {}
    redo = sorted(spots)
    while redo:
        for number in redo:
            limit = partial(_limit, spots[number], FACTORS[tried[number]])
            arcs[number] = untangle(tidy(simplify(topology.arcs[number], limit), fine=tried[number] > 3))
        redo = []
        for number, points in _clashes(arcs).items():
            if tried[number] + 1 < len(FACTORS):
                tried[number] += 1
                spots[number] += points
                redo.append(number)
    return Topology([arcs.get(number, []) for number in range(len(topology.arcs))], topology.faces)


def _limit(spots: list[Point], factor: float, point: Point) -> float:
    near = any(abs(x - point[0]) < NEAR and abs(y - point[1]) < NEAR for x, y in spots)
    return tolerance(point) * (factor if near else 1)


def _clashes(arcs: dict[int, list[Point]]) -> dict[int, list[Point]]:
    """Arcs that fell to a point or a line, or cross another, with the positions where."""
    bad: dict[int, list[Point]] = {}
    for number, arc in arcs.items():
        if len(set(arc)) < (3 if arc[0] == arc[-1] else 2):
            bad[number] = arc
    numbers = [number for number in arcs if number not in bad]
    lines = [LineString(arcs[number]) for number in numbers]
    tree = shapely.STRtree(lines)
    for left, right in zip(*tree.query(lines, predicate="intersects"), strict=True):
        if left < right and (points := _badly_met(lines[left], lines[right])):
            for number in (numbers[left], numbers[right]):
                bad.setdefault(number, []).extend(points)
    return bad


def _badly_met(left: LineString, right: LineString) -> list[Point]:
    """Where two arcs meet, but for their ends and the meridian where the source cuts Russia in two."""
    ends = {left.coords[0], left.coords[-1]} & {right.coords[0], right.coords[-1]}
    points: list[Point] = []
    for part in shapely.get_parts(left.intersection(right)):
        on_180 = part.bounds[0] == part.bounds[2] == 180
        if not (on_180 or (part.geom_type == "Point" and part.coords[0] in ends)):
            points += part.coords
    return points


def runs(arc: Sequence[Point], kind: Callable[[Point], str]) -> Iterator[tuple[str, list[Point]]]:
    """Cut a line where its kind changes; ``kind`` is asked for the middle of each piece, "" leaves the piece out."""
    current, points = "", list(arc[:1])
    for start, end in pairwise(arc):
        this = kind(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
        if this != current:
            if current:
                yield current, points
            current, points = this, [start]
        points.append(end)
    if current:
        yield current, points
