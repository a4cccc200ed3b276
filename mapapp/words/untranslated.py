"""Which texts of a tour a reader of another language would not get in it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mapapp.message import lacks
from mapapp.source import Citation
from mapapp.tour import Tour


class Lack(NamedTuple):
    """A text that is missing: its table ("events"), the id of its record or its own words, and its column."""

    table: str
    record: str
    column: str


def lacking(tour: Tour, language: str) -> list[Lack]:
    """The texts of a tour that it has not in a language, in the order of its tables; none in its own.

    Titles and publishers of sources stay as they were published, and names of places come from the lists.
    """
    said = texts(tour) if language != tour.language else ()
    return [lack for lack, text in said if lacks(text, language)]


def share(tour: Tour, language: str) -> tuple[int, int]:
    """How many of the texts of a tour it has in a language, and how many there are."""
    every = sum(lacks(text, "") for _, text in texts(tour))
    return every - len(lacking(tour, language)), every


def texts(tour: Tour) -> Iterator[tuple[Lack, str]]:
    """Every text of a tour that may stand in several languages, in the order of its tables; some are empty."""
    yield Lack("tour", "", "title"), tour.title
    yield Lack("tour", "", "summary"), tour.summary
    slugs = dict.fromkeys(slug for event in tour.events for slug in (event.kind, *event.topics))
    for slug in slugs | dict.fromkeys(visit.kind for visit in tour.visits):
        yield Lack("tour", slug, "label"), tour.label(slug)
    for event in tour.events:
        texts = {"title": event.title, "summary": event.summary}
        yield from _of("events", event.id, texts, event.citations)
    for visit in tour.visits:
        yield from _of("visits", visit.id, {"summary": visit.summary}, visit.citations)
    for person in tour.people:
        texts = {"name": person.name, "role": person.role, "organisation": person.organisation}
        yield from _of("people", person.id, texts)
    for claim in tour.claims:
        texts = {"value": claim.value if claim.field == "title" else "", "note": claim.note}
        yield from _of("claims", claim.event, texts, claim.citations)
    for figure in tour.figures:
        texts = {"label": figure.label, "unit": figure.unit, "period": figure.period, "note": figure.note}
        yield from _of("figures", str(figure.label), texts, figure.citations)
    for scene in tour.scenes:
        texts = {"title": scene.title, "text": scene.text}
        yield from _of("story", str(scene.number), texts, scene.citations)
    for callout in tour.callouts:
        yield from _of("callouts", str(callout.text), {"text": callout.text}, callout.citations)
    for leg in tour.legs:
        yield from _of("legs", f"{leg.start} {leg.end}", {}, leg.citations)


def _of(
    table: str, record: str, texts: dict[str, str], citations: Iterable[Citation] = ()
) -> Iterator[tuple[Lack, str]]:
    for column, text in texts.items():
        yield Lack(table, record, column), text
    for citation in citations:
        yield Lack(table, record, "locator"), citation.locator
