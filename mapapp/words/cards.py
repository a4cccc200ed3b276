"""The words about each event, and each visit without one, as plain data for lists, popup cards and files.

Everything here is text for people, none of it markup: pages put it in place through ``textContent``.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from mapapp.accounts import accounts
from mapapp.marks import Mark, event_numbers, eventless, marks, visit_numbers
from mapapp.message import Message, plural, series, tr
from mapapp.place import Place, place_name, where_words
from mapapp.source import Citation, Source
from mapapp.tour import Claim, Event, Located, Person, Tour, Visit
from mapapp.when import When
from mapapp.words import terms
from mapapp.words.doubts import doubt, more_doubt
from mapapp.words.event_order import in_list
from mapapp.words.forms import Card, Cards, Cite, ClaimWords, Question, QuoteWords, SourceWords
from mapapp.words.language import ENGLISH, Words
from mapapp.words.legs import leg_words
from mapapp.words.sides import side_words
from mapapp.words.untold import untold_of_tour

_VISIT = "visit:"  # before the id of a visit, where cards are named; ids have no colon
_DIFFER = {
    "place": tr("Sources differ about the place"),
    "when": tr("Sources differ about the date"),
    "title": tr("Sources differ about the name"),
    "status": tr("Sources differ on whether it took place"),
}
_ON_RECORD = {
    "place": tr("On record about the place"),
    "when": tr("On record about the date"),
    "title": tr("On record about the name"),
    "status": tr("On record about what became of it"),
}


@dataclass(frozen=True)
class Footnotes:
    """Numbers for the sources of a tour, in the order in which its events and figures first cite them."""

    tour: Tour

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each cited source by its id, from 1."""
        tour = self.tour
        cited: list[tuple[Citation, ...]] = []
        for event in tour.events:
            cited += [event.citations, *(claim.citations for claim in tour.claims_on.get(event.id, ()))]
        for records in (tour.visits, tour.legs, tour.figures, tour.scenes, tour.callouts):
            cited += [record.citations for record in records]
        every = dict.fromkeys(citation.source for citations in cited for citation in citations)
        return {source: number for number, source in enumerate(every, start=1)}

    @cached_property
    def quotations(self) -> dict[tuple[str, str], list[QuoteWords]]:
        """The words of sources by table and id of the record that rests on them."""
        found: dict[tuple[str, str], list[QuoteWords]] = {}
        for one in self.tour.quotations:
            words: QuoteWords = {"words": one.words, "cites": self.cite([one.citation])}
            found.setdefault((one.table, one.record), []).append(words)
        return found

    def cite(self, citations: Iterable[Citation]) -> list[Cite]:
        """Pairs of number and locator."""
        return [(self.numbers[c.source], c.locator) for c in citations if c.source in self.numbers]

    def sources(self) -> list[Source]:
        """The cited sources in the order of their numbers."""
        return [self.tour.source[id_] for id_ in self.numbers if id_ in self.tour.source]


def place_line(at: Located) -> str:
    """The place with its country: ``Almaty, Kazakhstan``; with a word about letters that readers may not know."""
    return where_words(at.place, region=False, lettered=True)


def left_open(value: str) -> Message:
    """What is said of a claim that states nothing and has no note that says it better."""
    return tr("This source leaves the question open; it names {value}.", value=value)


def stay_line(visit: Visit, words: Words = ENGLISH) -> str:
    """When somebody stayed: ``Thursday 27 March 2025, 10:00 (UTC+5)``, with the dates that could not be read."""
    when = visit.when
    known = (
        []
        if when is None
        else [words.when(when)]
        if when.about
        else [words.heading(when), terms.clock(when, visit.place.zone)]
    )
    unread = [terms.unread(cell) for cell in visit.unread if cell]
    return words.say(series((*known, *unread)) or terms.UNSTATED)


def when_line(event: Event, words: Words = ENGLISH) -> str:
    """The date with what is known of the hour: ``Thursday 27 March 2025, evening``."""
    date = words.when(event.when) if event.when.about else words.heading(event.when)
    return words.say(series((date, terms.hour(event))))


def who_line(person: Person) -> list[str]:
    """Name and office; the organisation stands for a missing office."""
    return [person.name, person.role or person.organisation]


def source_line(source: Source) -> SourceWords:
    """A source in words. ``lacking`` says what a reader must know before relying on it; "" where nothing lacks."""
    lacking = ("" if source.url else tr("no address at hand"), "" if source.read else tr("not read by us"))
    return {
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": series((source.published,)) if source.published else "",
        "lacking": series(lacking),
    }


def source_words(words: SourceWords, locator: str = "") -> str:
    """A source of `source_line` as one line, without its address: publisher, title, where in it, date, what lacks."""
    parts = (words["publisher"], words["title"], locator, words["published"], words["lacking"])
    return series(parts)


def cards(tour: Tour, words: Words = ENGLISH) -> Cards:
    """The whole tour as JSON-able data, said in a language.

    ``events`` are in the tour's order, so that a list of truth values can say which of them are shown. ``visits`` are
    those of `eventless`, in its order, ``legs`` are in the tour's.
    """
    return cast(Cards, {name: list(v) if isinstance(v, Iterator) else v for name, v in one_by_one(tour, words).items()})


def one_by_one(tour: Tour, words: Words = ENGLISH) -> dict[str, object]:
    """What `cards` gives, of which the long lists are said while they are read: those of an archive fill the memory."""
    notes = Footnotes(tour)
    mark_of = {event: mark for mark in marks(tour) for event in mark.events}
    told = {
        "tour": {"id": tour.id, "title": tour.title, "summary": tour.summary},
        **side_words(tour),
        "travellers": [{"id": t, "name": tour.person[t].name} for t in tour.travellers],
    }
    events = (_event_card(tour, event, mark_of[event.id], notes, words) for event in tour.events)
    visits = (_visit_card(tour, visit, notes, words) for visit in eventless(tour))
    legs = (leg_words(tour, leg, notes.cite(leg.citations)) for leg in tour.legs)
    return words.said(told) | {
        "events": map(words.said, events),
        "visits": map(words.said, visits),
        "legs": map(words.said, legs),
        "order": in_list(tour),
        "sources": words.said([source_line(source) for source in notes.sources()]),
        "untold": words.said(untold_of_tour(tour, words)),
    }


def days(reach: tuple[dt.date, dt.date], certain: tuple[dt.date, dt.date] | None) -> list[str]:
    """The first and last possible day, and behind them the days on which it surely was, where there are any."""
    return [str(day) for day in (*reach, *(certain or ()))]


def visit_id(visit: Visit) -> str:
    """The name of a visit's card, unlike that of any event."""
    return _VISIT + visit.id


def has_card(tour: Tour, id_: str) -> bool:
    """Whether an event, or a visit without one, has a card of that name."""
    return id_ in tour.event or id_ in map(visit_id, eventless(tour))


def _visit_card(tour: Tour, visit: Visit, notes: Footnotes, words: Words) -> Card:
    card = {
        "id": visit_id(visit),
        "heading": words.heading(visit.when) if visit.when else tr("Day not stated"),
        "when": stay_line(visit, words),
        "hour": terms.clock(visit.when, visit.place.zone) if visit.when else "",
        "status": str(visit.status),
        "title": tr("{kind} visit", kind=tour.label(visit.kind)),
        "summary": visit.summary,
        "who": [who_line(tour.person[visit.traveller])],
        "cites": notes.cite(visit.citations),
        "quotes": notes.quotations.get(("visits", visit.id), []),
    }
    mark = {"label": visit_numbers(tour).get(visit.id, ""), "symbol": "stop", "letter": tour.letter(visit.id)}
    return {**_card(card | _where(visit.at, words) | mark), "traveller": tour.travellers.index(visit.traveller)}


def _where(at: Located, words: Words) -> dict[str, object]:
    """The place with what is to be said about it."""
    return {
        "place": where_words(at.place, region=False),
        "letters": words.letters(place_name(at.place)),
        "area": area_line(at.place),
        "doubt": doubt(at),
        "more_doubt": more_doubt(at),
        "written": at.toponym if not at.sure else "",
    }


def area_line(place: Place) -> str:
    """That the map shows only a point of a country, region or water; "" for other places."""
    return tr("An area: the map shows one point of it.") if place.is_area else ""


def _card(card: dict[str, object]) -> Card:
    """The card without what it has nothing to say of."""
    return cast(Card, {key: value for key, value in card.items() if value not in ("", [], None)})


def _event_card(tour: Tour, event: Event, mark: Mark, notes: Footnotes, words: Words) -> Card:
    number = event_numbers(tour)[event.id]
    card = {
        "id": event.id,
        "letter": tour.letter(event.id),
        "heading": words.heading(event.when),
        "days": days(event.when.reach, event.certain_days),
        "when": when_line(event, words),
        "hour": terms.hour(event),
        "clock": _clock(event.when),
        "kind": tour.label(event.kind),
        "status": str(event.status),
        "title": event.title,
        "summary": event.summary,
        "who": [who_line(tour.person[p]) for p in event.participants],
        "topics": [tour.label(topic) for topic in event.topics],
        "record": _on_record(tour.claims_on.get(event.id, ()), notes),
        "on_record": _differing(tour.claims_on.get(event.id, ())),
        "cites": notes.cite(event.citations),
        "quotes": notes.quotations.get(("events", event.id), []),
    }
    return {
        **_card(card | _where(event.at, words)),
        "label": number,
        "symbol": mark.symbol,
        "traveller": mark.traveller,
    }


def _clock(when: When) -> list[int]:
    """The minutes since midnight at which it begins, and at which it ends where that is stated; [] without a clock."""
    ends = (when.start, when.end) if when.clock else ()
    return [end.time.hour * 60 + end.time.minute for end in ends if end and end.time]


def _on_record(claims: Sequence[Claim], notes: Footnotes) -> list[Question]:
    """What sources say, by field, where there is more than one answer.

    ``value`` is what to look for, ``stated`` whether the source gives it as the answer; otherwise ``note`` says it all.
    """
    return [
        {
            "heading": (_DIFFER if account.differ else _ON_RECORD)[account.field],
            "differ": account.differ,
            "claims": [_said(claim, notes) for claim in account.claims],
        }
        for account in accounts(claims)
    ]


def _differing(claims: Sequence[Claim]) -> list[str]:
    """About what sources differ, in a few words: ``2 places on record``."""
    differing = [account for account in accounts(claims) if account.differ]
    return [_ANSWERS[account.field](account.answers) for account in differing]


_ANSWERS: dict[str, Callable[[int], Message]] = {
    "place": lambda n: plural(n, "{n} place on record", "{n} places on record"),
    "when": lambda n: plural(n, "{n} date on record", "{n} dates on record"),
    "title": lambda n: plural(n, "{n} name on record", "{n} names on record"),
    "status": lambda n: plural(n, "{n} outcome on record", "{n} outcomes on record"),
}


def _said(claim: Claim, notes: Footnotes) -> ClaimWords:
    stated = claim.kind != "unstated"
    return {
        "value": _value(claim),
        "stated": stated,
        "note": claim.note or ("" if stated else left_open(_value(claim))),
        "cites": notes.cite(claim.citations),
    }


def claim_parts(claim: ClaimWords) -> tuple[str, str]:
    """What is said, "" where nothing is stated, and the note on it."""
    return claim["value"] if claim["stated"] else "", claim["note"]


def _value(claim: Claim) -> str:
    when: When | None = claim.when
    return series((when,)) if when else claim.value
