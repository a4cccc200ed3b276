"""GeoJSON (RFC 7946): events, stays, ways and corridors as features, with time, certainty, links and citations.

Longitude comes first, there is no ``crs``, and lines are cut at the antimeridian. Texts are plain text. The members
beyond RFC 7946 have the words of Linked Places; `linked_places` writes that format, with one feature for each place.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from mapapp import country
from mapapp.corridor import Section
from mapapp.exports.geometries import Json, bbox, feature, line_string, point
from mapapp.marks import Ghost, ghosts
from mapapp.place import Place
from mapapp.position import great_circle
from mapapp.snapshot import Snapshot
from mapapp.source import Citation
from mapapp.tour import Event, Leg, Located, Tour, Visit
from mapapp.when import Moment, When
from mapapp.words.contents import as_of, contents, credits_of, notices
from mapapp.words.forms import Cite, SectionWords
from mapapp.words.paragraphs import CorridorParagraphs, Paragraphs, corridor_paragraphs, named_source

GEONAMES = "https://sws.geonames.org/"


def write(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8."""
    return (
        json.dumps(collection(snapshot), ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"
    ).encode()


def collection(snapshot: Snapshot) -> Json:
    """Events, stops, legs, other places on record and corridors as features, the sources beside them."""
    tour, date = snapshot.tour, as_of(snapshot.tour)
    lines = corridor_paragraphs(snapshot)
    features = [*_tour_features(tour), *(part for corridor in lines for part in _corridor(corridor))]
    bounds = bbox(features)
    return {
        "type": "FeatureCollection",
        **({"bbox": bounds} if bounds else {}),
        "title": tour.title,
        "description": tour.summary,
        "contents": contents(snapshot),
        "view": snapshot.view.query(),
        "data_as_of": date.isoformat() if date else None,
        "credits": list(credits_of(snapshot)),
        "boundaries": list(notices(snapshot)),
        "sources": [*_sources(tour), *(source for corridor in lines for source in _corridor_sources(corridor))],
        "features": features,
    }


def _tour_features(tour: Tour) -> Iterator[Json]:
    lines = Paragraphs(tour)
    yield from (_event(lines, event) for event in tour.events)
    yield from (_visit(lines, visit) for visit in tour.visits)
    yield from filter(None, (_leg(lines, leg) for leg in tour.legs))
    yield from (_ghost(lines, ghost) for ghost in ghosts(tour))


def _event(lines: Paragraphs, event: Event) -> Json:
    tour = lines.tour
    properties = {
        "feature": "event",
        "title": event.title,
        "summary": event.summary,
        **_dated(event.when),
        "day_stated": event.when_stated,
        "day_unread": event.unread or None,
        **_placed(event.place),
        "kind": tour.label(event.kind),
        "status": str(event.status),
        "visit": event.visit or None,
        "travellers": [tour.person[id_].name for id_ in tour.travellers_of(event)],
        "people": [tour.person[id_].name for id_ in event.participants],
        "topics": [tour.label(topic) for topic in event.topics],
        "on_record": lines.on_record(event),
        **_numbered(lines, event.citations),
    }
    certain = "certain" if event.when_stated and not event.when.about else "less-certain"
    members = {
        "when": when_words(event.when, certain),
        **_linked(event.at),
        "citations": _citations(lines, event.citations),
    }
    return feature(f"event/{event.id}", point(event.place.position, certainty(event.at)), properties) | members


def _visit(lines: Paragraphs, visit: Visit) -> Json:
    tour = lines.tour
    properties = {
        "feature": "visit",
        "title": f"{tour.person[visit.traveller].name}: {visit.place.title}",
        "summary": visit.summary,
        **_dated(visit.when),
        **_placed(visit.place),
        "kind": tour.label(visit.kind),
        "status": str(visit.status),
        "travellers": [tour.person[visit.traveller].name],
        **_numbered(lines, visit.citations),
    }
    members: Json = {**_linked(visit.at), "citations": _citations(lines, visit.citations)}
    if visit.when:
        members = {"when": when_words(visit.when, "less-certain" if visit.when.about else "certain"), **members}
    return feature(f"visit/{visit.id}", point(visit.place.position, certainty(visit.at)), properties) | members


def _leg(lines: Paragraphs, leg: Leg) -> Json | None:
    """None for a leg that ends where it starts, which has no line."""
    start, end = (lines.tour.visit[id_] for id_ in (leg.start, leg.end))
    if start.place.position == end.place.position:
        return None
    line = great_circle(start.place.position, end.place.position)
    properties = {
        "feature": "leg",
        "title": lines.way(leg),
        "mode": leg.mode,
        "drawn": "great circle",
        "travellers": [lines.tour.person[start.traveller].name],
        **_numbered(lines, leg.citations),
    }
    cited = {"citations": _citations(lines, leg.citations)}
    return feature(f"leg/{leg.start}/{leg.end}", line_string(line), properties) | cited


def _ghost(lines: Paragraphs, ghost: Ghost) -> Json:
    """Another place on record, with the claims that name it."""
    event = lines.tour.event[ghost.event]
    claims = [c for c in lines.tour.claims_on[event.id] if c.at and c.at.place.id == ghost.place.id]
    cited = tuple(citation for claim in claims for citation in claim.citations)
    properties = {
        "feature": "other place on record",
        "stated": ghost.stated,
        "title": f"{event.title}: {ghost.place.title}?",
        "summary": " ".join(filter(None, (claim.note for claim in claims))),
        "event": event.id,
        **_placed(ghost.place),
        **_numbered(lines, cited),
    }
    geometry = point(ghost.place.position) | {"certainty": "uncertain"}
    return feature(f"claim/{event.id}/{ghost.place.id}", geometry, properties) | {"citations": _citations(lines, cited)}


def _corridor(lines: CorridorParagraphs) -> Iterator[Json]:
    corridor = lines.corridor
    for section, words in zip(corridor.sections, lines.words["sections"], strict=True):
        yield _section(lines, section, words)
    for node, told in zip(corridor.nodes, lines.words["nodes"], strict=True):
        properties = {
            "feature": "corridor node",
            "title": node.name,
            "summary": node.note,
            "corridor": corridor.title,
            "kinds": list(node.kinds),
            **_country(node.country),
            **_of_corridor(lines, told["cites"]),
        }
        yield feature(f"node/{corridor.id}/{node.id}", point(node.position), properties)


def _section(lines: CorridorParagraphs, section: Section, words: SectionWords) -> Json:
    properties = {
        "feature": "corridor section",
        "title": words["title"],
        "summary": section.note,
        "corridor": lines.corridor.title,
        "mode": section.mode.value,
        "status": section.status.value,
        "branches": list(section.branches),
        "length_km": section.length_km,
        "gauge_mm": section.gauge_mm,
        "operator": section.operator or None,
        "drawn": "great circle" if section.schematic else "track, generalised",
        **_of_corridor(lines, words["cites"]),
    }
    return feature(f"section/{lines.corridor.id}/{section.id}", line_string(section.line), properties)


def _of_corridor(lines: CorridorParagraphs, cites: list[Cite]) -> Json:
    numbers = sorted({lines.number(own) for own, _ in cites})
    return {"sources": numbers, "source_count": len(numbers)}


def _placed(place: Place) -> Json:
    return {"place": place.title, **_country(place.country)}


def _country(code: str) -> Json:
    return {"country": code or None, "country_name": country.name(code) or None}


def certainty(at: Located) -> str:
    """How sure it is that the place is the one that is meant, in the words of Linked Places."""
    return "certain" if at.sure else "less-certain"


def _linked(at: Located) -> Json:
    """The name in the file, and what the place is elsewhere."""
    authority, _, key = at.place.id.partition(":")
    links = [{"type": "exactMatch" if at.sure else "closeMatch", "identifier": f"{GEONAMES}{key}/"}]
    return {"names": [{"toponym": at.toponym}], "links": links if authority == "geonames" else []}


def _dated(when: When | None) -> Json:
    """A date as EDTF, the days that it may mean, and its words."""
    first, last = (day.isoformat() for day in when.reach) if when else (None, None)
    return {
        "date": str(when) if when else None,
        "start": first,
        "end": last,
        "date_words": when.describe() if when else None,
    }


def when_words(when: When, certainty: str = "certain") -> Json:
    """The time of a feature in the words of Linked Places."""
    spans = {"start": _end(when.start), "end": _end(when.end or when.start)}
    return {"timespans": [spans], "label": when.describe(), "certainty": certainty}


def _end(moment: Moment) -> Json:
    """One end of a time span: in the precision of the source, or from when to when it may lie."""
    if moment.about or moment.uncertain:
        first, last = When(moment).reach
        return {"earliest": first.isoformat(), "latest": last.isoformat()}
    return {"in": str(moment)}


def _numbered(lines: Paragraphs, citations: Iterable[Citation]) -> Json:
    numbers = sorted({number for number, _ in lines.notes.cite(citations)})
    return {"sources": numbers, "source_count": len(numbers)}


def _citations(lines: Paragraphs, citations: Iterable[Citation]) -> list[Json]:
    cited = []
    for citation in citations:
        source = lines.tour.source.get(citation.source)
        if source:
            told = {"number": lines.notes.numbers[source.id], "label": named_source(source)}
            cited.append(told | _filled({"@id": source.url, "locator": citation.locator}))
    return cited


def _filled(texts: Mapping[str, object]) -> Json:
    return {name: text for name, text in texts.items() if text}


def _sources(tour: Tour) -> Iterator[Json]:
    lines = Paragraphs(tour)
    for source in lines.notes.sources():
        told = {"number": lines.notes.numbers[source.id], "id": source.id, "title": source.title}
        dates = {"published": str(source.published or ""), "read": str(source.read or "")}
        yield told | _filled({"publisher": source.publisher, "url": source.url} | dates)


def _corridor_sources(lines: CorridorParagraphs) -> Iterator[Json]:
    for own, words in enumerate(lines.words["sources"], start=1):
        yield {"number": lines.number(own), "corridor": lines.corridor.title, **_filled(words)}
