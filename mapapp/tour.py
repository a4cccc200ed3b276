"""A tour: who travelled, where they stayed, what happened there, and what the sources say about it."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from mapapp.callout import Callout
from mapapp.kinds import KINDS
from mapapp.message import Text, others_of
from mapapp.place import Candidate, Place
from mapapp.scene import Scene
from mapapp.sides import Side, hues, side_of
from mapapp.source import Citation, Quotation, Source
from mapapp.when import When

DAY_PARTS = ("morning", "afternoon", "evening", "night")
MODES = ("air", "rail", "road", "sea", "unknown")
CLAIM_FIELDS = ("place", "when", "title", "status")
CLAIM_KINDS = ("statement", "superseded", "unstated")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}", re.ASCII)

SURE = 0.95  # confidence from which on a place is shown without doubt; below nine in ten nothing is chosen at all


class Status(StrEnum):
    """How far an event has come (RFC 5545 and its neighbours)."""

    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who took part. ``role`` is the office held at the time; ``country`` is ISO alpha-2 or "".

    ``since`` and ``until`` are the first and the last day in that office, None where they are not stated.
    """

    id: str
    name: str
    role: str = ""
    organisation: str = ""
    country: str = ""
    since: When | None = None
    until: When | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """A place as the file names it, as it was resolved, and how sure that is.

    ``toponym`` is the text of the cell. ``candidates`` begin with the chosen one and are empty where the file gives
    coordinates. ``confidence`` runs from 0 to 1.
    """

    place: Place
    toponym: str
    confidence: float = 1.0
    candidates: tuple[Candidate, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether the choice needs no word about it; otherwise maps ring the place and cards list the candidates.

        A name that was read as a misspelling is never sure: the author may have meant another place.
        """
        corrected = bool(self.candidates) and self.candidates[0].match == "misspelt"
        return self.confidence >= SURE and not corrected


@dataclass(frozen=True, slots=True)
class Visit:
    """A traveller's stay at one place. ``arrival`` and ``departure`` are None where no source states them.

    They are None, too, where their cells could not be read: ``unread`` are the texts of these two, "" otherwise.
    """

    id: str
    traveller: str
    at: Located
    arrival: When | None = None
    departure: When | None = None
    kind: str = "official"
    status: Status = Status.HELD
    summary: str = ""
    citations: tuple[Citation, ...] = ()
    unread: tuple[str, str] = ("", "")

    @property
    def place(self) -> Place:
        """Where the traveller stayed."""
        return self.at.place

    @property
    def when(self) -> When | None:
        """From arrival to departure, as far as they are known."""
        first, last = self.arrival or self.departure, self.departure or self.arrival
        if first is None or last is None or first == last:
            return first
        return When(first.start, last.end or last.start)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or is to happen, at a place.

    ``visit`` is "" for an event outside every visit. Where no source states the day, ``when`` is the time of the
    visit and ``when_stated`` is False; so it is where the date could not be read, and ``unread`` is the text of its
    cell. ``participants`` are ids of people, travellers among them.
    """

    id: str
    visit: str
    at: Located
    when: When
    when_stated: bool = True
    day_part: str = ""
    kind: str = "meeting"
    status: Status = Status.HELD
    title: str = ""
    summary: str = ""
    participants: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    unread: str = ""

    @property
    def place(self) -> Place:
        """Where it happened."""
        return self.at.place

    @property
    def certain_days(self) -> tuple[dt.date, dt.date] | None:
        """First and last day of the days on which it surely took place; None where there is no such day.

        An event without a day of its own fell on some day of its visit: that is certain only of a visit of one day.
        """
        core = self.when.core
        return core if core and (self.when_stated or core[0] == core[1]) else None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement on record about a field of an event; claims about one field may disagree.

    ``field`` is one of CLAIM_FIELDS, ``value`` what the source says. ``at`` is the resolved place of a claim about
    the place, ``when`` the date of a claim about the date. ``kind`` is one of CLAIM_KINDS: "superseded" is what was
    said before it was changed; "unstated" is what a reader may take from a source that does not answer the question.
    """

    event: str
    field: str
    value: str
    citations: tuple[Citation, ...]
    note: str = ""
    at: Located | None = None
    when: When | None = None
    kind: str = "statement"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, the period it covers ("" where the source does not state it) and its sources.

    ``change`` is the change in percent as the source gives it, None where not stated. ``group`` names what it can be
    compared with in one chart.
    """

    label: str
    value: float
    unit: str
    group: str = ""
    period: str = ""
    change: float | None = None
    note: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Leg:
    """The way between two visits, by their ids. ``mode`` is one of MODES."""

    start: str
    end: str
    mode: str = "unknown"
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, eq=False)
class Tour:
    """A journey with everything that is said about it. Two tours are equal only if they are the same object.

    ``events`` are in order of time, ``visits`` and ``legs`` in that of travel for each traveller (`mapapp.order`).
    ``travellers`` are ids of people in the tour's order. ``labels`` give the wording of kinds and topics. ``scenes``
    are the written ones (`mapapp.story`), ``language`` is the code of its texts. In a comparison ``sides`` are two.
    """

    id: str
    title: str
    summary: str = ""
    travellers: tuple[str, ...] = ()
    corridors: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    language: str = "en"
    people: tuple[Person, ...] = ()
    visits: tuple[Visit, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    legs: tuple[Leg, ...] = ()
    scenes: tuple[Scene, ...] = ()
    callouts: tuple[Callout, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    sources: tuple[Source, ...] = ()
    sides: tuple[Side, ...] = ()

    @cached_property
    def person(self) -> dict[str, Person]:
        """People by id."""
        return {p.id: p for p in self.people}

    @cached_property
    def visit(self) -> dict[str, Visit]:
        """Visits by id."""
        return {v.id: v for v in self.visits}

    @cached_property
    def event(self) -> dict[str, Event]:
        """Events by id."""
        return {e.id: e for e in self.events}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {s.id: s for s in self.sources}

    @cached_property
    def claims_on(self) -> dict[str, tuple[Claim, ...]]:
        """Claims by the event's id."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.event, []).append(claim)
        return {event: tuple(claims) for event, claims in found.items()}

    @cached_property
    def countries(self) -> frozenset[str]:
        """The codes of the countries in which it happens: those of its events; without any, those of its stops."""
        return frozenset(record.place.country for record in self.events or self.visits if record.place.country)

    @cached_property
    def hues(self) -> tuple[int, ...]:
        """For each traveller the place of its colour in the row of colours."""
        return hues(self.sides, self.travellers)

    def letter(self, id_: str) -> str:
        """The letter of the side of a visit or event, "" where nothing is compared."""
        side = side_of(self.sides, id_)
        return "" if side is None else self.sides[side].letter

    def known_as(self, person: str) -> str:
        """The id that filters have for a person: in a comparison that of the first side for who is on both."""
        return dict(self.sides[1].same).get(person, person) if self.sides else person

    @cached_property
    def _wording(self) -> dict[str, str]:
        return dict(self.labels)

    def label(self, slug: str) -> str:
        """The wording of a kind or topic: the tour's own, otherwise the slug in words."""
        own = self._wording.get(slug, "")
        words = slug.replace("-", " ").replace("_", " ").strip()
        usual = KINDS.get(slug) or words[:1].upper() + words[1:]
        return own or (Text.of(usual, others_of(own)) if others_of(own) else usual)

    def travellers_of(self, event: Event) -> tuple[str, ...]:
        """The ids of the travellers who took part, in the tour's order."""
        visit = self.visit.get(event.visit)
        present = {*event.participants, visit.traveller if visit else ""}
        return tuple(t for t in self.travellers if t in present)


def cited(records: Iterable[Visit | Event | Claim | Figure | Leg | Scene | Callout]) -> set[str]:
    """The ids of the sources that the records cite."""
    return {citation.source for record in records for citation in record.citations}
