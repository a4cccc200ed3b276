"""A tour as the records of its tables: what `mapapp.catalogue` reads back as the same tour."""

from collections.abc import Callable, Iterable

from mapapp import languages
from mapapp.callout import Callout
from mapapp.catalogue.columns import TABLES
from mapapp.catalogue.coordinates import GIVEN
from mapapp.languages import ENGLISH
from mapapp.message import others_of
from mapapp.scene import Scene
from mapapp.source import Citation, Source
from mapapp.tour import Claim, Event, Figure, Leg, Located, Person, Tour, Visit
from mapapp.when import When

Cell = str | float | When | None  # None and "" are empty cells
Cells = dict[str, Cell]


def records(tour: Tour) -> dict[str, list[Cells]]:
    """For each table of `TABLES`, in their order, its records as cells by column; empty cells may be missing."""
    every: dict[str, list[Cells]] = {
        "events": [_event(tour, event) for event in tour.events],
        "visits": list(map(_visit, tour.visits)),
        "people": list(map(_person, tour.people)),
        "claims": list(map(_claim, tour.claims)),
        "figures": list(map(_figure, tour.figures)),
        "legs": list(map(_leg, tour.legs)),
        "story": list(map(_scene, tour.scenes)),
        "callouts": list(map(_callout, tour.callouts)),
        "sources": list(map(_source, tour.sources)),
        "tour": _entries(tour),
    }
    return {table: every[table] for table in TABLES}


def _entries(tour: Tour) -> list[Cells]:
    """What tour.toml says, an item a record."""
    listed: list[tuple[str, str, str]] = [("language", "", tour.language)] if tour.language != ENGLISH else []
    listed += [("id", "", tour.id), ("title", "", tour.title), ("summary", "", tour.summary)]
    listed += [("traveller", "", id_) for id_ in tour.travellers]
    listed += [("corridor", "", id_) for id_ in tour.corridors]
    listed += [("label", name, text) for name, text in tour.labels]
    return [{"key": key, "name": name, **_spoken(value=value)} for key, name, value in listed]


def _event(tour: Tour, event: Event) -> Cells:
    visit = tour.visit.get(event.visit)
    implied = not event.when_stated and visit is not None and visit.when == event.when
    return {
        "id": event.id,
        "visit": event.visit,
        **_placed(event.at),
        "when": event.unread or (None if implied else event.when),
        "day_part": event.day_part,
        "kind": event.kind,
        "status": str(event.status),
        **_spoken(title=event.title, summary=event.summary),
        "participants": ";".join(event.participants),
        "topics": ";".join(event.topics),
        **_cited(event.citations),
    }


def _visit(visit: Visit) -> Cells:
    return {
        "id": visit.id,
        "traveller": visit.traveller,
        **_placed(visit.at),
        "arrival": visit.arrival or visit.unread[0],
        "departure": visit.departure or visit.unread[1],
        "kind": visit.kind,
        "status": str(visit.status),
        **_spoken(summary=visit.summary),
        **_cited(visit.citations),
    }


def _placed(at: Located) -> Cells:
    position = at.place.position
    return {
        **_spoken(place=at.toponym),
        "country": at.place.country,
        "latitude": position.latitude,
        "longitude": position.longitude,
        **_chosen(at),
    }


def _chosen(at: Located) -> Cells:
    """Which place the name stands for, and how sure that is; of given coordinates nobody was asked."""
    given = at.place.id.startswith(GIVEN)
    return {"place_id": at.place.id, "confidence": None if given else at.confidence}


def _person(person: Person) -> Cells:
    return {
        "id": person.id,
        **_spoken(name=person.name, role=person.role, organisation=person.organisation),
        "country": person.country,
        "since": person.since,
        "until": person.until,
    }


def _claim(claim: Claim) -> Cells:
    place: Cells = {"country": claim.at.place.country, **_chosen(claim.at)} if claim.at else {}
    return {
        "event": claim.event,
        "field": claim.field,
        **({"value": claim.when} if claim.when else _spoken(value=claim.value)),
        "kind": "" if claim.kind == "statement" else claim.kind,
        **place,
        **_spoken(note=claim.note),
        **_cited(claim.citations),
    }


def _figure(figure: Figure) -> Cells:
    return {
        **_spoken(label=figure.label),
        "value": figure.value,
        **_spoken(unit=figure.unit),
        "group": figure.group,
        **_spoken(period=figure.period),
        "change": figure.change,
        **_spoken(note=figure.note),
        **_cited(figure.citations),
    }


def _leg(leg: Leg) -> Cells:
    return {"from": leg.start, "to": leg.end, "mode": leg.mode, **_cited(leg.citations)}


def _callout(callout: Callout) -> Cells:
    place = {} if callout.about else {"latitude": callout.position.latitude, "longitude": callout.position.longitude}
    return {**_spoken(text=callout.text), "about": callout.about, **place, **_cited(callout.citations)}


def _scene(scene: Scene) -> Cells:
    return {
        "scene": scene.number,
        **_spoken(title=scene.title, text=scene.text),
        "events": ";".join(scene.events),
        "view": scene.view,
        "corridor": "on" if scene.corridor else "",
        **_cited(scene.citations),
    }


def _source(source: Source) -> Cells:
    return {
        "id": source.id,
        **_spoken(title=source.title, publisher=source.publisher),
        "url": source.url,
        "published": source.published,
        "read": source.read,
    }


def _cited(citations: Iterable[Citation]) -> Cells:
    cited = tuple(citations)
    codes = [code for code in languages.NAMES if any(code in others_of(citation.locator) for citation in cited)]
    locators = {"locator": [citation.locator for citation in cited]} | {
        f"locator@{code}": [others_of(citation.locator).get(code, "") for citation in cited] for code in codes
    }
    joined = {name: ";".join(parts).rstrip(";") for name, parts in locators.items()}
    return {"source": ";".join(citation.source for citation in cited), **joined}


def _spoken(**texts: str) -> Cells:
    """Cells of texts, each in all its languages."""
    cells: Cells = {}
    for column, text in texts.items():
        cells[column] = text
        cells |= {f"{column}@{code}": other for code in languages.NAMES if (other := others_of(text).get(code, ""))}
    return cells


def written(cell: Cell, number: Callable[[float], str] = repr) -> str:
    """The cell as text: dates in EDTF, whole numbers without a decimal point."""
    if isinstance(cell, float | int):
        return number(float(cell)).removesuffix(".0")
    return "" if cell is None else str(cell)
