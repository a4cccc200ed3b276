"""What is read from an article: proposals and stops, each value with the words that it comes from, and refusals."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from mapapp.message import tr
from mapapp.place import Candidate, Place
from mapapp.tour import Status
from mapapp.when import When

Value = TypeVar("Value")
SURE = 0.8  # of 1, the share from which on a text leaves no doubt which namesake it means


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A stretch of an article's text: ``text[start:end]``, counted in characters."""

    start: int
    end: int


@dataclass(frozen=True)
class Article:
    """A text with what its file states about it.

    ``text`` holds one paragraph a line, without blank lines. ``published`` is None and the other texts are "" where
    nothing states them. ``language`` is a code of ISO 639-1.
    """

    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: When | None = None
    language: str = "en"

    @cached_property
    def paragraphs(self) -> tuple[Quote, ...]:
        """Where each paragraph stands, in order."""
        found, start = [], 0
        for line in self.text.split("\n"):
            found.append(Quote(start, start + len(line)))
            start += len(line) + 1
        return tuple(found)

    def paragraph(self, position: int) -> int:
        """The number of the paragraph, from 1, in which a character stands."""
        return 1 + self.text.count("\n", 0, position)

    def words(self, quote: Quote) -> str:
        """The quoted words."""
        return self.text[quote.start : quote.end]


@dataclass(frozen=True, slots=True)
class Field(Generic[Value]):
    """A value, the words from which it follows, and the rule by which it does.

    ``doubt`` is a sentence on what a reader has to decide, "" where a careful one would not hesitate.
    """

    value: Value
    quotes: tuple[Quote, ...]
    rule: str
    doubt: str = ""

    @property
    def sure(self) -> bool:
        """Whether nothing is left to decide."""
        return not self.doubt


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something took place, as far as the text says.

    ``toponym`` is the name as the text writes it, "" where it states no place; ``place`` is None there, and where no
    list knows the name. ``country`` is ISO 3166-1 alpha-2, "" where not known. ``candidates`` begin with the place.
    """

    toponym: str = ""
    place: Place | None = None
    country: str = ""
    candidates: tuple[Candidate, ...] = ()

    @property
    def clear(self) -> bool:
        """Whether no namesake in another country comes near; a city and the region around it are one place here."""
        first = self.candidates[0] if self.candidates else None
        return first is None or first.confidence >= SURE or len({c.place.country for c in self.candidates}) == 1

    @property
    def stated(self) -> bool:
        """Whether the text names a place within the country."""
        return bool(self.toponym)


@dataclass(slots=True, eq=False)
class Party:
    """Somebody in the text. ``name`` is "" for an office that the text leaves without a name.

    ``known`` is the id of this person in a tour, "" for one who is new. ``country`` is ISO 3166-1 alpha-2 or "".
    """

    name: str = ""
    role: str = ""
    country: str = ""
    known: str = ""
    organisation: str = ""
    quotes: list[Quote] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The name, or the office where there is none."""
        return self.name or self.role


class Kind(StrEnum):
    """What a proposal is about."""

    VISIT = "visit"
    MEETING = "meeting"
    CONFERENCE = "conference"
    STATEMENT = "statement"


class Reason(StrEnum):
    """Why a place of the text is no stop."""

    DATELINE = tr("the dateline says where the article was written")
    NATIONALITY = tr("it says whose office or nationality this is")
    GOVERNMENT = tr("the capital or country stands for its government")
    LATER = tr("an event at another time, not a stop of this journey")
    OTHER = tr("somebody else's journey, or an earlier one")
    ORIGIN = tr("where somebody comes from or set out")
    HOME = tr("the way home")
    WIDE = tr("a region, too wide for a stop")
    UNREAD = tr("no list knows a place of this name")
    HEADLINE = tr("a headline, a caption or a link, no sentence of the text")
    TOPIC = tr("no words of travel or meeting lead to it")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A place that is named and not taken for a stop."""

    quote: Quote
    reason: Reason


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that the article says took place, is to take place, or was called off.

    ``travellers`` made a journey there; it is empty for an event beside the tour. ``others`` took part or were met.
    ``kind`` VISIT says only that they were there.
    """

    key: str
    kind: Kind
    title: Field[str]
    spot: Field[Spot]
    when: Field[When | None]
    status: Field[Status]
    travellers: tuple[Field[Party], ...]
    others: tuple[Field[Party], ...]
    quote: Quote

    @property
    def doubts(self) -> tuple[str, ...]:
        """Every sentence on what is left to decide."""
        values = [self.title.doubt, self.spot.doubt, self.when.doubt, self.status.doubt]
        people = [party.doubt for party in (*self.travellers, *self.others)]
        return tuple(dict.fromkeys(filter(None, [*values, *people])))

    @property
    def sure(self) -> bool:
        """Whether a careful reader would take it as it is."""
        return not self.doubts


@dataclass(frozen=True, slots=True)
class Stop:
    """A stay of one traveller, put together from proposals: all at one place, or all in one country without a place."""

    traveller: Party
    spot: Spot
    when: When | None
    status: Status
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from an article. ``notes`` are sentences on the text as a whole."""

    article: Article
    proposals: tuple[Proposal, ...]
    stops: tuple[Stop, ...]
    refusals: tuple[Refusal, ...]
    notes: tuple[str, ...] = ()
