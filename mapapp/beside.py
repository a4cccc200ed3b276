"""Two tours, or two parts of one tour, as one: what `mapapp.sides` calls a comparison.

Visits and events of the second side, and its people and sources, take ids of their own, so that nothing of one can be
taken for something of the other. A source that both cite is one source.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from mapapp.errors import ViewError, clipped
from mapapp.folding import fold
from mapapp.message import listed, series, spoken, tr
from mapapp.sides import LETTERS, Side
from mapapp.source import Citation, Quotation
from mapapp.tour import Claim, Event, Figure, Leg, Person, Status, Tour, Visit

TRAVELLER = "traveller:"  # begins what stands for a traveller of the same tour; no id of a tour has a colon
_KEPT = 8  # comparisons
OFF = (Status.POSTPONED, Status.CANCELLED)  # what does not begin a journey, and is in common with nothing
_Record = TypeVar("_Record", Visit, Event, Claim, Figure, Leg)
_Told = TypeVar("_Told", Tour, Person, Visit, Event, Claim, Figure)


@lru_cache(maxsize=_KEPT)
def joined(first: Tour, second: Tour) -> Tour:
    """The two tours side by side: with the labels and corridors of both, and the language of the first."""
    prefix = _prefix(first)
    known = {replace(source, id=""): source.id for source in first.sources}
    sources = {s.id: known.get(replace(s, id=""), prefix + s.id) for s in second.sources}
    second = second if second.language == first.language else _spoken(second)
    other = _renamed(second, prefix, {p.id: prefix + p.id for p in second.people}, sources)
    titles = _titles(first, second)
    sides = (
        Side(LETTERS[0], titles[0], travellers=first.travellers),
        Side(LETTERS[1], titles[1], prefix, other.travellers, _same(first, second, prefix)),
    )
    whole = _put_together(first, other, sides)
    return replace(
        whole,
        title=tr("{first} compared with {second}", first=titles[0], second=titles[1]),
        summary=_both(first.summary, second.summary),
        corridors=tuple(dict.fromkeys((*first.corridors, *second.corridors))),
        labels=tuple((dict(second.labels) | dict(first.labels)).items()),
    )


@lru_cache(maxsize=_KEPT)
def apart(tour: Tour, traveller: str) -> Tour:
    """The tour with one traveller beside the others. An event that both attended stands on either side.

    What no traveller attended is on the first side. Raises ViewError where the tour has no such traveller, or no other.
    """
    if traveller not in tour.travellers:
        id_ = clipped(traveller, 40)
        raise ViewError("with", tr("The tour has no traveller with the id '{id}' to compare with.", id=id_))
    others = tuple(id_ for id_ in tour.travellers if id_ != traveller)
    if not others:
        raise ViewError("with", tr("The tour has one traveller; compare it with another tour."))
    prefix = _prefix(tour)
    second = replace(_of(tour, (traveller,), loose=False), figures=(), people=(), sources=())
    own = {p.id: p.id for p in tour.people}
    other = _renamed(second, prefix, own, {s.id: s.id for s in tour.sources})
    names = [tour.person[id_].name for id_ in others]
    first_title, second_title = names[0] if len(names) == 1 else listed(names), tour.person[traveller].name
    sides = (Side(LETTERS[0], first_title, "", others), Side(LETTERS[1], second_title, prefix, (traveller,)))
    whole = _put_together(_of(tour, others, loose=True), other, sides)
    title = tr("{tour}: {first} compared with {second}", tour=tour.title, first=first_title, second=second_title)
    return replace(whole, title=title)


def first_day(tour: Tour, side: int) -> dt.date | None:
    """The first day of travel of a side: that of its first stay, or else of its first event; None: it has no day."""
    letter = tour.sides[side].letter
    visits = [v.when.earliest for v in tour.visits if v.when and v.status not in OFF and tour.letter(v.id) == letter]
    events = [e.when.earliest for e in tour.events if e.status not in OFF and tour.letter(e.id) == letter]
    return min(visits or events, default=None)


def _titles(first: Tour, second: Tour) -> tuple[str, str]:
    """What the sides are called: tours of one title, such as a copy and its origin, with their ids behind it."""
    if str(first.title) != str(second.title):
        return first.title, second.title
    return series([first.title, f"({first.id})"], " "), series([second.title, f"({second.id})"], " ")


def _prefix(first: Tour) -> str:
    """What no id of the first side begins with. It is short, and ids may hold it, so that files read back."""
    taken = [r.id for records in (first.visits, first.events, first.people, first.sources) for r in records]
    prefix = "b."
    while any(id_.startswith(prefix) for id_ in taken):
        prefix += "."
    return prefix


def _both(first: str, second: str) -> str:
    if not (first and second):
        return first or second
    texts = zip(LETTERS, (first, second), strict=True)
    return series((tr("{letter}: {title}", letter=letter, title=text) for letter, text in texts), " ")


def _put_together(first: Tour, second: Tour, sides: tuple[Side, Side]) -> Tour:
    known = {source.id for source in first.sources}
    return replace(
        first,
        travellers=(*first.travellers, *second.travellers),
        people=(*first.people, *second.people),
        visits=(*first.visits, *second.visits),
        events=(*first.events, *second.events),
        claims=(*first.claims, *second.claims),
        figures=(*first.figures, *second.figures),
        legs=(*first.legs, *second.legs),
        quotations=(*first.quotations, *second.quotations),
        sources=(*first.sources, *(source for source in second.sources if source.id not in known)),
        sides=sides,
    )


def _spoken(tour: Tour) -> Tour:
    """The tour with texts that say in which language they are."""

    def said(record: _Told, *fields: str) -> _Told:
        texts: dict[str, Any] = {field: spoken(getattr(record, field), tour.language) for field in fields}
        return replace(record, **texts)

    return replace(
        said(tour, "title", "summary"),
        labels=tuple((slug, spoken(text, tour.language)) for slug, text in tour.labels),
        people=tuple(said(person, "name", "role", "organisation") for person in tour.people),
        visits=tuple(said(visit, "summary") for visit in tour.visits),
        events=tuple(said(event, "title", "summary") for event in tour.events),
        claims=tuple(said(claim, "note", *(["value"] if claim.field == "title" else [])) for claim in tour.claims),
        figures=tuple(said(figure, "label", "unit", "period", "note") for figure in tour.figures),
    )


def _same(first: Tour, second: Tour, prefix: str) -> tuple[tuple[str, str], ...]:
    """The people of the second tour who are in the first: of one name, unless their countries differ."""
    named: dict[str, list[Person]] = {}
    for person in first.people:
        named.setdefault(fold(person.name), []).append(person)
    found = [(person, named.get(fold(person.name), [])) for person in second.people]
    return tuple((prefix + p.id, o[0].id) for p, o in found if len(o) == 1 and _agree(p.country, o[0].country))


def _agree(country: str, other: str) -> bool:
    return not (country and other) or country == other


def _of(tour: Tour, travellers: Collection[str], *, loose: bool) -> Tour:
    """The tour of some travellers; ``loose``: with the events that no traveller attended."""
    visits = tuple(visit for visit in tour.visits if visit.traveller in travellers)
    kept = {visit.id for visit in visits}
    found = []
    for event in tour.events:
        present = tour.travellers_of(event)
        if any(id_ in travellers for id_ in present) or (loose and not present):
            found.append(event if event.visit in kept else replace(event, visit=""))
    ids = {event.id for event in found}
    return replace(
        tour,
        travellers=tuple(id_ for id_ in tour.travellers if id_ in travellers),
        visits=visits,
        events=tuple(found),
        claims=tuple(claim for claim in tour.claims if claim.event in ids),
        quotations=tuple(q for q in tour.quotations if q.record in (kept if q.table == "visits" else ids)),
        legs=tuple(leg for leg in tour.legs if leg.start in kept and leg.end in kept),
    )


def _renamed(tour: Tour, prefix: str, people: Mapping[str, str], sources: Mapping[str, str]) -> Tour:
    """The tour with the prefix before the ids of visits and events, and people and sources under their new ids."""

    def cited(record: _Record) -> _Record:
        citations = tuple(Citation(sources.get(c.source, c.source), c.locator) for c in record.citations)
        return replace(record, citations=citations)

    def event(old: Event) -> Event:
        present = tuple(people.get(id_, id_) for id_ in old.participants)
        return replace(cited(old), id=prefix + old.id, visit=old.visit and prefix + old.visit, participants=present)

    def quotation(old: Quotation) -> Quotation:
        citation = old.citation._replace(source=sources.get(old.citation.source, old.citation.source))
        return old._replace(record=prefix + old.record, citation=citation)

    return replace(
        tour,
        travellers=tuple(people[id_] for id_ in tour.travellers),
        people=tuple(replace(person, id=people[person.id]) for person in tour.people),
        visits=tuple(replace(cited(v), id=prefix + v.id, traveller=people[v.traveller]) for v in tour.visits),
        events=tuple(map(event, tour.events)),
        claims=tuple(replace(cited(claim), event=prefix + claim.event) for claim in tour.claims),
        figures=tuple(map(cited, tour.figures)),
        legs=tuple(replace(cited(leg), start=prefix + leg.start, end=prefix + leg.end) for leg in tour.legs),
        quotations=tuple(map(quotation, tour.quotations)),
        sources=tuple(replace(source, id=sources[source.id]) for source in tour.sources),
    )
