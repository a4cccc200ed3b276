"""A transport corridor in words: its lines and nodes as plain data for maps, cards and files."""

from functools import lru_cache

from mapapp import country
from mapapp.corridor import Corridor, Node, Section
from mapapp.message import in_context, series, tr
from mapapp.source import Citation
from mapapp.words import terms
from mapapp.words.cards import source_line
from mapapp.words.forms import Cite, CorridorWords, NodeWords, SectionWords


@lru_cache(maxsize=16)
def described(corridor: Corridor) -> CorridorWords:
    """Lines and words of a corridor as JSON-able data; positions are [longitude, latitude]."""
    numbers = _footnotes(corridor)
    return {
        "id": corridor.id,
        "title": corridor.title,
        "credit": corridor.credit,
        "sections": [_section(corridor, section, numbers) for section in corridor.sections],
        "nodes": [_node(corridor, node, numbers) for node in corridor.nodes],
        "sources": [source_line(corridor.source[id_]) for id_ in numbers],
    }


def _footnotes(corridor: Corridor) -> dict[str, int]:
    cited = [*(s.citations for s in corridor.sections), *(n.citations for n in corridor.nodes)]
    every = dict.fromkeys(citation.source for citations in cited for citation in citations)
    known = (id_ for id_ in every if id_ in corridor.source)
    return {id_: number for number, id_ in enumerate(known, start=1)}


def _cites(citations: tuple[Citation, ...], numbers: dict[str, int]) -> list[Cite]:
    return [(numbers[c.source], c.locator) for c in citations if c.source in numbers]


def _section(corridor: Corridor, section: Section, numbers: dict[str, int]) -> SectionWords:
    ends = [corridor.node[id_].name for id_ in (section.start, section.end)]
    n = round(section.km)
    length = tr("{n} km", n=n) if section.length_km else tr("about {n} km, measured on the map", n=n)
    drawn = tr("drawn as the shortest way, not as the track") if section.schematic else ""
    facts = [
        (tr("Mode"), terms.mode(section.mode.value)),
        (tr("Status"), terms.of_line(section.status.value)),
        (tr("Length"), length),
        (tr("Branch"), series(section.branches)),
        (tr("Gauge"), tr("{n} mm", n=str(section.gauge_mm)) if section.gauge_mm else ""),
        (tr("Operator"), section.operator),
        (in_context("on a map", "Line"), drawn),
    ]
    return {
        "id": section.id,
        "ends": [section.start, section.end],
        "title": series(ends, " – "),
        "mode": section.mode.value,
        "status": section.status.value,
        "facts": [(name, text) for name, text in facts if text],
        "note": section.note,
        "cites": _cites(section.citations, numbers),
        "line": [[round(p.longitude, 3), round(p.latitude, 3)] for p in section.line],
    }


def _node(corridor: Corridor, node: Node, numbers: dict[str, int]) -> NodeWords:
    return {
        "id": node.id,
        "title": node.name,
        "where": country.name(node.country),
        "kinds": list(node.kinds),
        "named": node.id in corridor.labels,
        "note": node.note,
        "cites": _cites(node.citations, numbers),
        "at": [round(node.position.longitude, 3), round(node.position.latitude, 3)],
    }
