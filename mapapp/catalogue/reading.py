"""How far the reading of a tour has come: what its later tables refer to in earlier ones."""

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from mapapp.catalogue.columns import COLUMNS
from mapapp.catalogue.dating import Calendar
from mapapp.catalogue.origins import Origin
from mapapp.catalogue.sources import COLUMNS as COLUMNS_OF_SOURCES
from mapapp.catalogue.sources import FILE as SOURCES
from mapapp.catalogue.sources import citations
from mapapp.catalogue.stops import Resolver
from mapapp.errors import Problem, Problems, clipped
from mapapp.message import tr
from mapapp.source import Citation, Source
from mapapp.tables.edits import Correction, correct
from mapapp.tables.rows import MAX_ROWS, Row
from mapapp.tour import Event, Located, Person, Visit
from mapapp.when import When

VISITS = "visits.csv"
MOST_REPEATED = 200_000_000  # characters that files say of sources and people, again with each row that names them
MOST_PROBLEMS = 30_000  # found by one step of reading a table; the last step leaves nothing out
MOST_SECONDS = 2.0  # of the processor from a table's rows to the last portion of its places; the first has no limit
PORTION = 20_000  # rows whose places are looked up together
EACH = 100  # characters besides its texts, whatever is repeated


@dataclass
class Reading:
    """What has been read so far; later files refer to earlier ones."""

    origin: Origin
    resolver: Resolver
    problems: Problems
    corrections: tuple[Correction, ...] = ()
    left: int = MAX_ROWS  # rows that may still be read
    begun: float = 0.0  # seconds of the processor when the rows of the table were read
    borne: int = 0  # problems that leave nothing out: of earlier tables, and before something was left out
    repeated: int = 0  # characters of `MOST_REPEATED`
    calendar: Calendar = field(default_factory=Calendar)
    sources: tuple[Source, ...] = ()
    people: dict[str, Person] = field(default_factory=dict)
    visits: dict[str, Visit] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    lines: dict[str, tuple[str, int]] = field(default_factory=dict)  # where each visit stands
    happened: dict[str, tuple[str, int]] = field(default_factory=dict)  # where each event stands, by `of_event`
    lost: dict[str, str] = field(default_factory=dict)  # where the visits stand that had to be left out, by id

    @cached_property
    def sources_called(self) -> str:
        """What the table of sources is called; asked for each row."""
        return self.origin.called(SOURCES)

    @cached_property
    def people_called(self) -> str:
        """What the table of people is called; asked for each row."""
        return self.origin.called("people.csv")

    @cached_property
    def source_ids(self) -> frozenset[str]:
        """The ids of the sources, once they are read."""
        return frozenset(s.id for s in self.sources)

    def rows(self, file: str, *, optional: bool = True, unique: str = "") -> list[Row]:
        """The usable rows of a table, with the corrections."""
        columns = COLUMNS_OF_SOURCES if file == SOURCES else COLUMNS[file]
        found = self.origin.rows(file, columns, self.problems, optional=optional, unique=unique)
        rows = list(islice(found, self.left))
        self.left -= len(rows)
        if more := next(found, None) if not self.left else None:
            sentence = tr(
                "rows from here on are left out; a tour may have {most} in all tables, split it", most=MAX_ROWS
            )
            self.problems.append(Problem(more.file, more.line, "", sentence))
        correct(rows, self.corrections, COLUMNS)
        self.borne, self.begun = self.problems.found, time.thread_time()
        return rows

    def bearable(self, rows: list[Row]) -> list[Row]:
        """The rows, or, where a step of reading their table has found too many problems in them, the first of them.

        What is left out after one step costs nothing in the next, and is told.
        """
        found = self.problems.found - self.borne
        if found <= MOST_PROBLEMS or not rows:
            return rows
        kept = len(rows) * MOST_PROBLEMS // found
        self._leave_out_from(rows[kept], self._too_much())
        return rows[:kept]

    def located(
        self, rows: list[Row], placed: list[Row], whens: Sequence[When | None]
    ) -> tuple[list[Row], list[Located | None]]:
        """The rows, or their first part as `bearable` has it, and where those of them lie that have a place.

        ``placed`` are these, in order, with when each was. Names know their neighbours of the same portion alone.
        """
        found: list[Located | None] = []
        while len(found) < len(placed):
            if found and (why := self._too_much()):
                self._leave_out_from(placed[len(found)], why)
                return _before(placed[len(found)], rows), found
            portion = slice(len(found), len(found) + PORTION)
            found += self.resolver.locate_all(placed[portion], whens[portion])
        return rows, found

    def _too_much(self) -> str:
        """Why no more rows of a table are read, "" for nothing."""
        if self.problems.found - self.borne > MOST_PROBLEMS:
            return tr(
                "rows from here on are left out, because more than {most} problems were found in the table; mend those "
                "first",
                most=MOST_PROBLEMS,
            )
        if time.thread_time() - self.begun > MOST_SECONDS:
            return tr("rows from here on are left out, because the tables take too long to read; split the tour")
        return ""

    def _leave_out_from(self, row: Row, why: str) -> None:
        self.problems.append(Problem(row.file, row.line, "", why))
        self.borne = self.problems.found

    def cited(self, row: Row) -> tuple[Citation, ...]:
        """The sources that the row cites."""
        found = citations(row, self.source_ids, self.sources_called)
        return found if self._affords(row, "source", [self._sizes[c.source] for c in found]) else ()

    def present(self, row: Row) -> tuple[str, ...]:
        """The people who took part."""
        found = row.known("participants", self.people, self.people_called)
        return found if self._affords(row, "participants", [self._sizes_of_people[id_] for id_ in found]) else ()

    @cached_property
    def _sizes(self) -> dict[str, int]:
        return {s.id: EACH + len(s.title) + len(s.publisher) + len(s.url) for s in self.sources}

    @cached_property
    def _sizes_of_people(self) -> dict[str, int]:
        return {p.id: EACH + len(p.name) + len(p.role) + len(p.organisation) for p in self.people.values()}

    def _affords(self, row: Row, column: str, sizes: Iterable[int]) -> bool:
        """Whether files may repeat so much more; the first row that is too much tells it."""
        before, self.repeated = self.repeated, self.repeated + sum(sizes)
        if self.repeated <= MOST_REPEATED:
            return True
        if before <= MOST_REPEATED:
            sentence = tr(
                "sources and people are left out from here on: with each row that names them again they come to more "
                "than {megabytes} MB; shorten what they are called, or split the tour",
                megabytes=MOST_REPEATED // 1_000_000,
            )
            row.note(column, sentence)
        return False

    def check_listed(self, row: Row, column: str, file: str, ids: Collection[str]) -> None:
        """Reject a row that refers to a record which is not there."""
        if row.text(column) not in ids:
            row.reject(column, self.missing(row.text(column), file))

    def missing(self, id_: str, file: str) -> str:
        """Why a record is not there, and where to mend it."""
        if file == VISITS and id_ in self.lost:
            return tr("the visit '{id}' is left out; mend {lost}", id=clipped(id_), lost=self.lost[id_])
        return tr(
            "'{id}' is not in {called} or could not be read; correct it there",
            id=clipped(id_),
            called=self.origin.called(file),
        )


def _before(row: Row, rows: list[Row]) -> list[Row]:
    """The rows that stand before one of them."""
    return rows[: next(i for i, other in enumerate(rows) if other is row)]
