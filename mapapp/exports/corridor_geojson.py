"""A corridor, or a route through it, as GeoJSON (RFC 7946) with its credit inside."""

import json
from collections.abc import Iterable, Sequence

from mapapp.corridor import Corridor, Node, Section
from mapapp.exports.geometries import Json, feature, line_string, point
from mapapp.position import Position
from mapapp.routing.legs import legs
from mapapp.routing.route import Route
from mapapp.source import Citation
from mapapp.words.cards import source_line


def network_geojson(corridor: Corridor) -> bytes:
    """All nodes as points and all sections as lines."""
    nodes = [_node(corridor, node) for node in corridor.nodes]
    return _collection(corridor, [*nodes, *(_section(corridor, s, s.line) for s in corridor.sections)])


def route_geojson(route: Route) -> bytes:
    """The nodes that a route passes and its legs, drawn in the direction of travel."""
    corridor = route.corridor
    nodes = [_node(corridor, corridor.node[id_]) for id_ in dict.fromkeys(route.nodes)]
    lines = []
    for leg, step in zip(legs(route), route.steps, strict=True):
        line = _section(corridor, leg.section, step.line)
        line["properties"] |= {"leg": leg.number, "from": leg.start.id, "to": leg.end.id}
        line["properties"] |= {"km_from_start": round(leg.from_start_km, 1)}
        lines.append(line)
    return _collection(corridor, [*nodes, *lines])


def _collection(corridor: Corridor, features: list[Json]) -> bytes:
    """The collection with title and credit as foreign members, which RFC 7946 (section 6.1) allows."""
    head = {"type": "FeatureCollection", "title": corridor.title, "attribution": corridor.credit}
    return json.dumps(head | {"features": features}, ensure_ascii=False, separators=(",", ":")).encode()


def _node(corridor: Corridor, node: Node) -> Json:
    properties = {"name": node.name, "kind": list(node.kinds), "country": node.country, "note": node.note}
    return feature(node.id, point(node.position), properties | _cited(corridor, node.citations))


def _section(corridor: Corridor, section: Section, line: Sequence[Position]) -> Json:
    properties = {
        "from": section.start,
        "to": section.end,
        "mode": section.mode,
        "status": section.status,
        "branches": list(section.branches),
        "length_km": section.length_km,
        "drawn_km": round(section.drawn_km, 1),
        "schematic": section.schematic,
        "gauge_mm": section.gauge_mm,
        "operator": section.operator,
        "note": section.note,
    }
    return feature(section.id, line_string(line), properties | _cited(corridor, section.citations))


def _cited(corridor: Corridor, citations: Iterable[Citation]) -> Json:
    known = [citation for citation in citations if citation.source in corridor.source]
    return {"sources": [source_line(corridor.source[c.source]) | {"locator": c.locator} for c in known]}
