"""Linked Places (github.com/LinkedPasts/linked-places-format, version 1.2.2): one feature for each place of the tour.

A place has its names with who writes them so, the time of stays and events there, what happened as descriptions, what
it is in GeoNames, and the ways to other places as relations. It is GeoJSON as well: longitude comes first.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from mapapp.exports.geojson import GEONAMES, when_words
from mapapp.exports.geometries import Json, bbox, point
from mapapp.place import Place
from mapapp.snapshot import Snapshot
from mapapp.source import Citation
from mapapp.tour import Located, Tour
from mapapp.when import When
from mapapp.words.contents import PLACES_CREDIT, as_of, contents, notices
from mapapp.words.paragraphs import Paragraphs, named_source

CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
CLASSES = ("A", "H", "L", "P", "R", "S", "T")
TOWN = "P"  # the class of a place whose own is not known to the format, or to us
RELATED = "gvp:tgn3000_related_to"  # of the Getty Vocabulary Ontology, which the format uses for a way between places


@dataclass
class Record:
    """What the tour says of one place."""

    place: Place
    names: dict[str, list[Citation]] = field(default_factory=dict)
    whens: list[When] = field(default_factory=list)
    said: list[tuple[str, tuple[Citation, ...]]] = field(default_factory=list)
    sure: bool = True
    drawn: bool = False  # whether a stay or an event is there, and not only a statement on record

    def add(self, at: Located, when: When | None, said: str, citations: tuple[Citation, ...]) -> None:
        """Take what one row says of the place."""
        self.names.setdefault(_line(at.toponym) or self.place.title, []).extend(citations)
        self.whens += [when] if when else []
        self.said += [(said, citations)] if said else []
        self.sure = self.sure and at.sure


def write(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8."""
    tour, date = snapshot.tour, as_of(snapshot.tour)
    lines = Paragraphs(tour)
    features = [_feature(lines, record) for record in records(tour).values()]
    bounds = bbox(features)
    found = {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        **({"bbox": bounds} if bounds else {}),
        "title": tour.title,
        "description": tour.summary,
        "contents": contents(snapshot),
        "data_as_of": date.isoformat() if date else None,
        "credits": [PLACES_CREDIT],
        "boundaries": list(notices(snapshot)),
        "features": features,
    }
    return (json.dumps(found, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n").encode()


def records(tour: Tour) -> dict[str, Record]:
    """The places by their ids, in the order of stays, events and statements on record."""
    found: dict[str, Record] = {}

    def record(at: Located, drawn: bool = True) -> Record:
        kept = found.setdefault(at.place.id, Record(at.place))
        kept.drawn = kept.drawn or drawn
        return kept

    for visit in tour.visits:
        who = tour.person[visit.traveller].name
        record(visit.at).add(visit.at, visit.when, _told(visit.when, who, visit.summary), visit.citations)
    for event in tour.events:
        title = event.title or tour.label(event.kind)
        record(event.at).add(event.at, event.when, _told(event.when, title, event.summary), event.citations)
    for claim in tour.claims:
        event_ = tour.event.get(claim.event)
        if event_ and claim.at:
            said = _told(event_.when, f"{event_.title}?", claim.note)
            record(claim.at, drawn=False).add(claim.at, event_.when, said, claim.citations)
    return found


def address(place: Place) -> str:
    """The address of a place: that of GeoNames, or a name of ours that stays the same."""
    authority, _, key = place.id.partition(":")
    return f"{GEONAMES}{key}/" if authority == "geonames" else f"urn:mapapp:{quote(place.id, safe=':')}"


def _feature(lines: Paragraphs, record: Record) -> Json:
    place = record.place
    sure = "certain" if record.sure else "less-certain"
    properties: Json = {"title": _line(place.title) or place.id}
    if place.country:
        properties["ccodes"] = [place.country]
    properties["fclasses"] = [place.feature_class if place.feature_class in CLASSES else TOWN]
    geonames = [{"type": "exactMatch" if record.sure else "closeMatch", "identifier": address(place)}]
    return {
        "@id": address(place),
        "type": "Feature",
        "properties": properties,
        **({"when": _when(record.whens)} if record.whens else {}),
        "names": [_name(lines, name, cited) for name, cited in record.names.items()],
        "geometry": point(place.position, sure if record.drawn else "uncertain"),
        "links": geonames if place.id.startswith("geonames:") else [],
        "relations": list(_relations(lines, place)),
        "descriptions": [_description(lines.tour, said, cited) for said, cited in record.said],
    }


def _when(whens: list[When]) -> Json:
    ordered = sorted(dict.fromkeys(whens), key=lambda when: when.reach)
    spans = [span for when in ordered for span in when_words(when)["timespans"]]
    doubt = any(when.about for when in ordered)
    label = "; ".join(when.describe() for when in ordered)
    return {"timespans": spans, "label": label, "certainty": "less-certain" if doubt else "certain"}


def _name(lines: Paragraphs, name: str, citations: Iterable[Citation]) -> Json:
    return {"toponym": name, "citations": list(_citations(lines.tour, citations))}


def _citations(tour: Tour, citations: Iterable[Citation]) -> Iterator[Json]:
    for citation in dict.fromkeys(citations):
        source = tour.source.get(citation.source)
        if source:
            where = f", {citation.locator}" if citation.locator else ""
            told: Json = {"label": _line(named_source(source) + where)}
            if source.published:
                told["year"] = source.published.start.year
            yield told | _web(source.url)


def _relations(lines: Paragraphs, place: Place) -> Iterator[Json]:
    """The ways that lead to or from the place."""
    visit = lines.tour.visit
    for leg in lines.tour.legs:
        ends = visit[leg.start].place, visit[leg.end].place
        if place.id in {end.id for end in ends} and ends[0].id != ends[1].id:
            other = ends[1] if ends[0].id == place.id else ends[0]
            told = {"relationType": RELATED, "relationTo": address(other), "label": _line(lines.way(leg))}
            yield told | {"citations": list(_citations(lines.tour, leg.citations))}


def _description(tour: Tour, said: str, citations: tuple[Citation, ...]) -> Json:
    urls = [tour.source[c.source].url for c in citations if c.source in tour.source]
    return {"value": said} | next(filter(None, map(_web, urls)), {})


def _web(url: str) -> Json:
    """The address of a source as the format wants it; nothing for what is no address of the web."""
    return {"@id": quote(url, safe="/:?#@!$&'()*+,;=%-._~")} if url.startswith(("https://", "http://")) else {}


def _told(when: When | None, title: str, summary: str) -> str:
    return _line(f"{when.describe() + ': ' if when else ''}{title}. {summary}")


def _line(text: str) -> str:
    """The text in one line: the schema of the format allows no breaks."""
    return " ".join(text.split())
