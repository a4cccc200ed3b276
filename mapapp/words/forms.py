"""The forms of what is said: which words a card, a source or a corridor has, for scripts of the page and for files.

All are plain data that JSON takes as it is. A key that may be missing is missing where there is nothing to say.
"""

from typing import NotRequired, TypedDict

Cite = tuple[int, str]  # the number of a source, and where in it


class Untold(TypedDict):
    """Texts that a reader gets in another ``language`` than his own; a page marks them.

    ``mark`` stands beside each of the ``texts``. Instead of these there is a ``sentence`` where all are in it.
    """

    language: str
    mark: str
    texts: list[str]
    sentence: NotRequired[str]


class SourceWords(TypedDict):
    """A source; each text may be "". ``lacking`` says what a reader must know before relying on it."""

    title: str
    publisher: str
    url: str
    published: str
    lacking: str


class ClaimWords(TypedDict):
    """What one source says. Where ``value`` is not ``stated``, it is what to look for, and ``note`` says all."""

    value: str
    stated: bool
    note: str
    cites: list[Cite]


class Question(TypedDict):
    """What is on record about one question; ``differ`` is whether statements exclude each other."""

    heading: str
    differ: bool
    claims: list[ClaimWords]


class CandidateWords(TypedDict):
    """What a doubtful place may be; ``confidence`` is from 0 to 1."""

    title: str
    id: str
    confidence: float
    likely: str
    reasons: list[str]


class QuoteWords(TypedDict):
    """Words of a source, letter by letter."""

    words: str
    cites: list[Cite]


class Card(TypedDict):
    """An event, or a visit without one, which has neither ``kind`` nor ``topics`` nor ``record``."""

    id: str
    when: str
    status: str
    title: str
    place: str
    letters: NotRequired[str]  # those of its name, for whoever reads others
    area: NotRequired[str]
    doubt: NotRequired[list[CandidateWords]]
    more_doubt: NotRequired[str]
    written: NotRequired[str]
    summary: NotRequired[str]
    who: NotRequired[list[list[str]]]  # name and office of each person
    cites: NotRequired[list[Cite]]
    quotes: NotRequired[list[QuoteWords]]
    heading: NotRequired[str]  # the day under which a list has it
    days: NotRequired[list[str]]  # first and last possible day; first and last on which it surely was, where known
    hour: NotRequired[str]
    kind: NotRequired[str]
    topics: NotRequired[list[str]]
    record: NotRequired[list[Question]]
    on_record: NotRequired[list[str]]  # about what sources differ, in short
    label: NotRequired[str]  # of the mark on the map
    symbol: NotRequired[str]
    traveller: NotRequired[int | None]
    letter: NotRequired[str]  # of the side of a comparison


class LegWords(TypedDict):
    """A way between two stops; ``facts`` are pairs of name and text."""

    title: str
    facts: list[tuple[str, str]]
    cites: list[Cite]


class SideWords(TypedDict, total=False):
    """The sides of a comparison, each with letter and title, their first days, and the number of each one's colour."""

    sides: list[tuple[str, str]]
    hues: list[int]
    starts: list[str]


class Cards(SideWords):
    """All that is said about a tour. ``order`` has the cards in order of time: indices of events, then of visits."""

    tour: dict[str, str]
    travellers: list[dict[str, str]]
    events: list[Card]
    visits: list[Card]
    legs: list[LegWords]
    order: list[int]
    sources: list[SourceWords]
    untold: list[Untold]


class SectionWords(TypedDict):
    """A section of a corridor; ``facts`` are pairs of name and text, ``line`` is [longitude, latitude] each."""

    id: str
    ends: list[str]
    title: str
    mode: str
    status: str
    facts: list[tuple[str, str]]
    note: str
    cites: list[Cite]
    line: list[list[float]]


class NodeWords(TypedDict):
    """A node of a corridor; ``at`` is [longitude, latitude]."""

    id: str
    title: str
    where: str
    kinds: list[str]
    named: bool
    note: str
    cites: list[Cite]
    at: list[float]


class CorridorWords(TypedDict):
    """All that is said about a corridor."""

    id: str
    title: str
    credit: str
    sections: list[SectionWords]
    nodes: list[NodeWords]
    sources: list[SourceWords]
