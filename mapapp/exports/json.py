"""The whole tour as JSON, as ``tour.schema.json`` beside this file describes it.

Nothing is left out: sources and citations, what else is on record, figures, and for each place who says so and how sure
that is. Dates come as EDTF with the first and last day that they may mean.
"""

import json
from pathlib import Path
from typing import Any

from mapapp.callout import Callout
from mapapp.message import others_of
from mapapp.place import Candidate, Place
from mapapp.scene import Scene
from mapapp.snapshot import Snapshot
from mapapp.source import Citation, Quotation, Source
from mapapp.tour import Claim, Event, Figure, Leg, Located, Person, Tour, Visit
from mapapp.when import When
from mapapp.words.cards import Footnotes
from mapapp.words.comparison import shared
from mapapp.words.contents import PLACES_CREDIT, as_of, contents, notices
from mapapp.words.language import Words

SCHEMA = Path(__file__).with_name("tour.schema.json")
VERSION = 1  # of the form; it grows when a program that reads it would have to change


def write(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8."""
    return (json.dumps(document(snapshot), ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8")


def document(snapshot: Snapshot) -> dict[str, Any]:
    """The tour as JSON-able data; lists keep the order of the tour."""
    tour, date, words = snapshot.tour, as_of(snapshot.tour), Words(snapshot.language)
    return dict(
        _in_all_languages(
            {
                "format": "mapapp tour",
                "version": VERSION,
                "contents": words.say(contents(snapshot)),
                "view": snapshot.view.query(),
                "data_as_of": date.isoformat() if date else None,
                "credits": [PLACES_CREDIT],
                "boundaries": words.said(list(notices(snapshot))),
                "id": tour.id,
                "title": tour.title,
                "summary": tour.summary,
                "language": tour.language,
                "travellers": list(tour.travellers),
                "corridors": [corridor.id for corridor in snapshot.corridors],
                "labels": {name: tour.label(name) for name, _ in tour.labels},
                **_comparison(snapshot),
                **_lists(tour),
            }
        )
    )


def _in_all_languages(value: object) -> Any:  # noqa: ANN401
    """The data with each text of the tour in its other languages beside it: ``title@ru`` beside ``title``."""
    if isinstance(value, list):
        return list(map(_in_all_languages, value))
    if not isinstance(value, dict):
        return value
    found = {}
    for key, own in value.items():
        found[key] = _in_all_languages(own)
        found |= {f"{key}@{code}": text for code, text in others_of(own).items()}
    return found


def _comparison(snapshot: Snapshot) -> dict[str, Any]:
    """The sides and what is common to both; nothing where nothing is compared."""
    tour, align = snapshot.tour, snapshot.view.align
    if not tour.sides:
        return {}
    sides = [{"letter": s.letter, "title": s.title, "travellers": list(s.travellers)} for s in tour.sides]
    common = [
        {
            "kind": row.kind,
            "id": row.id,
            "name": row.name,
            "sides": [{"visits": list(part.visits), "events": list(part.events)} for part in row.parts],
        }
        for row in shared(tour, align)
    ]
    return {"comparison": {"days": align, "id_prefix": tour.sides[1].prefix, "sides": sides, "common": common}}


def _lists(tour: Tour) -> dict[str, Any]:
    numbers = Footnotes(tour).numbers
    return {
        "people": list(map(_person, tour.people)),
        "visits": list(map(_visit, tour.visits)),
        "events": list(map(_event, tour.events)),
        "claims": list(map(_claim, tour.claims)),
        "figures": list(map(_figure, tour.figures)),
        "legs": list(map(_leg, tour.legs)),
        "story": list(map(_scene, tour.scenes)),
        "callouts": list(map(_callout, tour.callouts)),
        "quotations": list(map(_quotation, tour.quotations)),
        "sources": [_source(source, numbers) for source in tour.sources],
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "organisation": person.organisation,
        "country": person.country or None,
        "since": when(person.since),
        "until": when(person.until),
    }


def _visit(visit: Visit) -> dict[str, Any]:
    return {
        "id": visit.id,
        "traveller": visit.traveller,
        "place": located(visit.at),
        "arrival": when(visit.arrival),
        "departure": when(visit.departure),
        "arrival_unread": visit.unread[0] or None,
        "departure_unread": visit.unread[1] or None,
        "kind": visit.kind,
        "status": str(visit.status),
        "summary": visit.summary,
        "citations": cited(visit.citations),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "visit": event.visit or None,
        "place": located(event.at),
        "when": when(event.when),
        "when_stated": event.when_stated,
        "when_unread": event.unread or None,
        "day_part": event.day_part or None,
        "kind": event.kind,
        "status": str(event.status),
        "title": event.title,
        "summary": event.summary,
        "participants": list(event.participants),
        "topics": list(event.topics),
        "citations": cited(event.citations),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "event": claim.event,
        "field": claim.field,
        "value": claim.value,
        "kind": claim.kind,
        "when": when(claim.when),
        "place": located(claim.at) if claim.at else None,
        "note": claim.note,
        "citations": cited(claim.citations),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "label": figure.label,
        "value": figure.value,
        "unit": figure.unit,
        "group": figure.group,
        "period": figure.period or None,
        "change_percent": figure.change,
        "note": figure.note,
        "citations": cited(figure.citations),
    }


def _leg(leg: Leg) -> dict[str, Any]:
    return {"from": leg.start, "to": leg.end, "mode": leg.mode, "citations": cited(leg.citations)}


def _scene(scene: Scene) -> dict[str, Any]:
    return {
        "scene": scene.number,
        "title": scene.title,
        "text": scene.text,
        "events": list(scene.events),
        "view": scene.view or None,
        "corridor": scene.corridor,
        "citations": cited(scene.citations),
    }


def _callout(callout: Callout) -> dict[str, Any]:
    return {
        "text": callout.text,
        "position": list(callout.position),
        "about": callout.about or None,
        "citations": cited(callout.citations),
    }


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        "table": quotation.table,
        "record": quotation.record,
        "words": quotation.words,
        "citations": cited((quotation.citation,)),
    }


def _source(source: Source, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "id": source.id,
        "number": numbers.get(source.id),
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url or None,
        "published": when(source.published),
        "read": when(source.read),
    }


def when(date: When | None) -> dict[str, Any] | None:
    """A date as EDTF, with the first and last day that it may mean and in English words."""
    if date is None:
        return None
    first, last = date.reach
    return {
        "edtf": str(date),
        "earliest": first.isoformat(),
        "latest": last.isoformat(),
        "about": date.about,
        "words": date.describe(),
    }


def located(at: Located) -> dict[str, Any]:
    """A place as the tour names it, as it was resolved, how sure that is, and what else the name may stand for."""
    return {
        "name": at.toponym,
        **_place(at.place),
        "confidence": at.confidence,
        "sure": at.sure,
        "candidates": [_candidate(candidate) for candidate in at.candidates],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "id": place.id,
        "title": place.title,
        "country": place.country or None,
        "longitude": place.position.longitude,
        "latitude": place.position.latitude,
        "feature_class": place.feature_class,
        "time_zone": place.zone or None,
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    told = {"confidence": candidate.confidence, "says": candidate.says, "matched": candidate.matched}
    return _place(candidate.place) | told | {"reasons": list(candidate.reasons)}


def cited(citations: tuple[Citation, ...]) -> list[dict[str, str]]:
    """Citations as ids of sources with the place in them."""
    return [{"source": citation.source, "locator": citation.locator} for citation in citations]
