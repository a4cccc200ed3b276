"""The words about events, visits and legs as lines of plain text with numbered sources, for files that hold no cards.

The numbers are those of `mapapp.words.cards.Footnotes` and the same in every file of a snapshot.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from mapapp.corridor import Corridor
from mapapp.message import Message, series, tr
from mapapp.snapshot import Snapshot
from mapapp.source import Citation, Source
from mapapp.tour import Event, Leg, Tour, Visit
from mapapp.words.cards import Footnotes, cards, place_line, source_line, source_words, stay_line
from mapapp.words.corridors import described
from mapapp.words.forms import CandidateWords, Card, Cite, CorridorWords, NodeWords, Question, SectionWords, SourceWords
from mapapp.words.language import ENGLISH, Words
from mapapp.words.terms import status
from mapapp.words.told_corridor import told_corridor

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def xml_text(text: str) -> str:
    """The text with U+FFFD for every character that XML 1.0 cannot hold; it still has to be escaped."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def cited_source(source: Source) -> str:
    """A source in one line: publisher, title, date, address."""
    return _with_address(source_line(source))


def named_source(source: Source) -> str:
    """The same without the address, for formats that have a field of its own for that."""
    return source_words(source_line(source))


def _with_address(words: SourceWords) -> str:
    return series((source_words(words), words["url"]))


@dataclass(frozen=True)
class Paragraphs:
    """Lines about the records of a tour, which is the filtered one, in the words of a language."""

    tour: Tour
    words: Words = ENGLISH

    @cached_property
    def notes(self) -> Footnotes:
        """The numbers of the sources."""
        return Footnotes(self.tour)

    @cached_property
    def _cards(self) -> dict[str, Card]:
        return {card["id"]: card for card in cards(self.tour, self.words)["events"]}

    def event(self, event: Event) -> list[str]:
        """Time, place, kind and status, summary, who, topics, what else is on record, doubts, sources."""
        card = self._cards[event.id]
        who = series((series(person) for person in card.get("who", [])), "; ")
        lines = [
            card["when"],
            place_line(event.at),
            series((card["kind"], status(card["status"]))),
            card.get("summary", ""),
            tr("With {who}", who=who) if who else "",
            tr("About {topics}", topics=series(card["topics"])) if card.get("topics") else "",
            *self.on_record(event),
            _doubt(card.get("doubt", []), card.get("more_doubt", "")),
        ]
        claims = self.tour.claims_on.get(event.id, ())
        return [*self._said(lines), *self.sources([event.citations, *(claim.citations for claim in claims)])]

    def on_record(self, event: Event) -> list[str]:
        """What sources say where there is more than one answer, a line for each question."""
        return self._said(map(_on_record, self._cards[event.id].get("record", [])))

    def visit(self, visit: Visit) -> list[str]:
        """Time, place, traveller, status, summary, sources."""
        person = self.tour.person[visit.traveller]
        kind, who = self.tour.label(visit.kind), series((person.name, person.role))
        lines = [
            stay_line(visit, self.words),
            place_line(visit.at),
            tr("{kind} visit of {who}", kind=kind, who=who),
            tr("Status: {status}", status=status(visit.status)),
            visit.summary,
        ]
        return [*self._said(lines), *self.sources([visit.citations])]

    def leg(self, leg: Leg) -> list[str]:
        """From where to where, how, sources."""
        return [*self._said([series((self.way(leg), by(leg.mode)))]), *self.sources([leg.citations])]

    def way(self, leg: Leg) -> str:
        """Both ends of a leg: ``Ashgabat – Tashkent``."""
        return " – ".join(self.words.say(self.tour.visit[id_].place.title) for id_ in (leg.start, leg.end))

    def sources(self, cited: Iterable[tuple[Citation, ...]]) -> list[str]:
        """A line ``[3] Publisher, title, date, address (paragraph 5)`` for each source, in the order of numbers."""
        places: dict[str, list[str]] = {}
        for citation in (citation for citations in cited for citation in citations):
            locators = places.setdefault(citation.source, [])
            if citation.locator and citation.locator not in locators:
                locators.append(citation.locator)
        known = sorted((id_ for id_ in places if id_ in self.tour.source), key=self.notes.numbers.__getitem__)
        return [self.source(self.tour.source[id_], places[id_]) for id_ in known]

    def source(self, source: Source, locators: Iterable[str] = ()) -> str:
        """A source with its number and the places in it."""
        number, where = self.notes.numbers[source.id], self.words.say(series(locators))
        return f"[{number}] {self.words.say(cited_source(source))}" + (f" ({where})" if where else "")

    def _said(self, lines: Iterable[str]) -> list[str]:
        return [self.words.say(line) for line in lines if line]


MODES = {
    "air": tr("by air"),
    "rail": tr("by rail"),
    "road": tr("by road"),
    "sea": tr("by sea"),
    "unknown": tr("means of transport not stated"),
}


def by(mode: str) -> str:
    """How one goes: ``by rail``."""
    return MODES.get(mode, mode)


def _on_record(record: Question) -> Message:
    claims = []
    for claim in record["claims"]:
        numbers = series((f"[{number}]" for number, _ in claim["cites"]), " ")
        note = f"({claim['note']})" if claim["note"] else ""
        claims.append(series((claim["value"], numbers, note) if claim["stated"] else (claim["note"], numbers), " "))
    return tr("{question}: {answers}", question=record["heading"], answers=series(claims, "; "))


def _doubt(candidates: list[CandidateWords], more: str) -> str:
    places = series((f"{candidate['title']} ({candidate['confidence']:.2f})" for candidate in candidates), "; ")
    said = series((places, more), "; ")
    return tr("Place in doubt, how sure each is: {places}", places=said) if places else ""


@dataclass(frozen=True)
class CorridorParagraphs:
    """Lines about a corridor. Its sources are numbered from behind ``last``, the last number that is taken."""

    corridor: Corridor
    last: int = 0
    language: Words = ENGLISH

    @cached_property
    def words(self) -> CorridorWords:
        """Facts, notes and cited sources, as the map shows them."""
        return self.language.said(described(told_corridor(self.corridor, self.language.language)))

    def section(self, words: SectionWords) -> list[str]:
        """Status, facts, note, sources of one of the described sections."""
        facts = [f"{name}: {text}" for name, text in words["facts"]]
        return [f"Status: {words['status']}", *facts, *filter(None, [words["note"]]), *self._sources(words["cites"])]

    def node(self, words: NodeWords) -> list[str]:
        """Country, kinds, note, sources of one of the described nodes."""
        kinds = ", ".join(words["kinds"]).replace("-", " ")
        return [*filter(None, [words["where"], kinds, words["note"]]), *self._sources(words["cites"])]

    def number(self, own: int) -> int:
        """The number of a source in this file, from its number in the corridor."""
        return self.last + own

    def _sources(self, cites: list[Cite]) -> list[str]:
        lines = []
        for own, locator in cites:
            line = self.language.say(_with_address(self.words["sources"][own - 1]))
            lines.append(f"[{self.number(own)}] {line}" + (f" ({locator})" if locator else ""))
        return lines


def corridor_paragraphs(snapshot: Snapshot, words: Words = ENGLISH) -> list[CorridorParagraphs]:
    """The corridors that the view shows, their sources numbered on from those of the tour."""
    last, found = len(Footnotes(snapshot.tour).numbers), []
    for corridor in snapshot.corridors:
        found.append(CorridorParagraphs(corridor, last, words))
        last += len(found[-1].words["sources"])
    return found
