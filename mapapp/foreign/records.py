"""What a foreign table became: its columns, rows and cells, and the questions that it leaves open."""

from dataclasses import dataclass, field
from enum import StrEnum

from mapapp.dates.partial import Order
from mapapp.when import When


class Role(StrEnum):
    """What the cells of a column are."""

    DAY = "day"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    DURATION = "duration"
    TIME = "time"
    PLACE = "place"
    VENUE = "venue"
    COUNTRY = "country"
    REGION = "region"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    TRAVELLER = "traveller"
    PEOPLE = "people met"
    TITLE = "title"
    NOTES = "notes"
    STATUS = "status"
    SOURCE = "source"
    TOPIC = "topic"
    SPOKEN = "in another language"
    LEAVE_OUT = "leave out"


DATES = (Role.DAY, Role.ARRIVAL, Role.DEPARTURE)


class RowState(StrEnum):
    """What became of a row. A row that needs somebody is on the map all the same where an answer is chosen."""

    READ = "read"
    NEEDS_YOU = "needs you"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table.

    ``index`` counts from 0. ``sure`` tells that the heading, a known schema or a person says what the cells are, rather
    than the cells alone. ``fits`` is the share (0 to 1) of its filled cells that read as the role; ``samples`` are some
    of them. ``order`` is how figures tell day and month, None where no cell needs it; ``said`` a sentence on how that
    was decided. ``goes`` is the column of a tour, such as "title@ru", of one that has the texts of another column in
    another language.
    """

    index: int
    heading: str
    role: Role
    sure: bool = False
    fits: float = 0.0
    samples: tuple[str, ...] = ()
    order: Order | None = None
    said: str = ""
    goes: str = ""


PART = " › "  # between a cell that lists several names and the one that a question or a judgment is about


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question. ``value`` is what a `Judgment` says for it, ``words`` are for the reader.

    ``place`` is the id of a place, "" where the answer is none; ``share`` how likely it is, 0 to 1, 0 where not known.
    """

    value: str
    words: str
    place: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what stands in the table, and how it was read.

    ``read`` are words, "" where nothing was made of it. ``doubt`` is a sentence, "" where it is sure. ``question`` is
    the key of the question about it, "" for none. ``when`` is the date that was read, which each language
    writes in its own way.
    """

    column: int
    written: str
    read: str = ""
    doubt: str = ""
    question: str = ""
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table. ``line`` is that of the file or sheet, from 1.

    ``key`` stays when other rows are put in: it follows from what the row says. ``reason`` tells in a sentence why it
    is left out, or what it needs; ``facet`` in a word. ``stops`` are the numbers of its stops on the map, from 1: none
    where it has no place, several where its cell names several.
    """

    line: int
    key: str
    state: RowState
    cells: tuple[Cell, ...]
    reason: str = ""
    facet: str = ""
    stops: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a person has to say. An answer is chosen already: ``choices[chosen]``; -1 where none can be.

    ``key`` is stable as long as the table says the same. ``row`` is the key of the first row that it is about, "" where
    it is about a column or the table; ``rows`` are all that have the same text. ``column`` is the index of the column,
    -1 for the table. ``facet`` tells the kind of doubt ("misspelt", "several", "other country" ...). ``count`` is the
    number of cells with this text. ``bulk`` tells whether the chosen answer leads by so much that it may be taken for
    all of them at once, and ``margin`` by how much.
    """

    key: str
    sentence: str
    facet: str
    choices: tuple[Choice, ...]
    chosen: int = 0
    row: str = ""
    column: int = -1
    text: str = ""
    rows: tuple[str, ...] = ()
    count: int = 1
    margin: float = 0.0
    bulk: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows there are in each state; read + needs_you + left_out == rows. ``facets`` count rows by reason.

    ``mapped`` rows have a stop on the map. ``stops`` and ``events`` are those of the tour.
    """

    rows: int
    read: int
    needs_you: int
    left_out: int
    mapped: int
    stops: int
    events: int
    facets: tuple[tuple[str, int], ...] = field(default=())
