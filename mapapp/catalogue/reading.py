"""How far the reading of a tour has come: what its later tables refer to in earlier ones."""

from collections.abc import Collection, Iterable
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
from mapapp.tour import Event, Person, Visit

VISITS = "visits.csv"
MOST_REPEATED = 200_000_000  # characters that files say of sources and people, again with each row that names them
MOST_PROBLEMS = 100_000  # found by one step of reading a table; the last step leaves nothing out
EACH = 100  # characters besides its texts, whatever is repeated


@dataclass
class Reading:
    """What has been read so far; later files refer to earlier ones."""

    origin: Origin
    resolver: Resolver
    problems: Problems
    corrections: tuple[Correction, ...] = ()
    left: int = MAX_ROWS  # rows that may still be read
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
        self.borne = self.problems.found
        return rows

    def bearable(self, rows: list[Row]) -> list[Row]:
        """The rows, or, where a step of reading their table has found too many problems in them, the first of them.

        What is left out after one step costs nothing in the next, and is told.
        """
        found = self.problems.found - self.borne
        kept = len(rows) if found <= MOST_PROBLEMS else len(rows) * MOST_PROBLEMS // found
        for row in rows[kept : kept + 1]:
            sentence = tr(
                "rows from here on are left out, because more than {most} problems were found in the table; mend those "
                "first",
                most=MOST_PROBLEMS,
            )
            self.problems.append(Problem(row.file, row.line, "", sentence))
            self.borne = self.problems.found
        return rows[:kept]

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
