"""The files of a tour as tables that somebody edits, and back. A change gives new contents and leaves the old ones."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from mapapp.archive import zipped
from mapapp.catalogue.columns import COLUMNS, TOUR
from mapapp.catalogue.sources import COLUMNS as COLUMNS_OF_SOURCES
from mapapp.catalogue.sources import FILE as SOURCES
from mapapp.tables.csv import delimiter_of, tokens, value
from mapapp.tables.decoding import decoded
from mapapp.tables.rows import cleaned

Contents = Mapping[str, bytes]
FILES = (
    "visits.csv",
    "events.csv",
    "people.csv",
    SOURCES,
    "legs.csv",
    "claims.csv",
    "figures.csv",
    "story.csv",
    "callouts.csv",
)  # as pages list them


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns. A row has a cell for each column."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    def cell(self, row: int, column: str) -> str:
        """A cell, "" where there is no such column."""
        return self.rows[row][self.columns.index(column)] if column in self.columns else ""

    def cells(self, row: int) -> dict[str, str]:
        """The cells of a row by column."""
        return dict(zip(self.columns, self.rows[row], strict=True))

    def find(self, id_: str) -> int:
        """The first row with that id, -1 where there is none."""
        return next((row for row in range(len(self.rows)) if self.cell(row, "id") == id_), -1)

    def written(self, row: int, cells: Mapping[str, str]) -> "Table":
        """The table with these cells in a row; a column that is missing is added where a cell is to have a text."""
        wide = self._widened([name for name, text in cells.items() if text])
        told = wide.cells(row) | {name: text for name, text in cells.items() if name in wide.columns}
        return replace(wide, rows=(*wide.rows[:row], _row(wide.columns, told), *wide.rows[row + 1 :]))

    def added(self, cells: Mapping[str, str], at: int) -> "Table":
        """The table with one more row, which stands at that place."""
        wide = self._widened([name for name, text in cells.items() if text])
        return replace(wide, rows=(*wide.rows[:at], _row(wide.columns, cells), *wide.rows[at:]))

    def without(self, row: int) -> "Table":
        """The table without a row."""
        return replace(self, rows=(*self.rows[:row], *self.rows[row + 1 :]))

    def moved(self, row: int, to: int) -> "Table":
        """The table with a row at another place."""
        rest = self.without(row).rows
        return replace(self, rows=(*rest[:to], self.rows[row], *rest[to:]))

    def _widened(self, names: list[str]) -> "Table":
        new = tuple(name for name in names if name not in self.columns)
        return Table((*self.columns, *new), tuple((*row, *[""] * len(new)) for row in self.rows)) if new else self


def _row(columns: tuple[str, ...], cells: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(cells.get(name, "") for name in columns)


def columns_of(file: str) -> tuple[str, ...]:
    """The columns that a file of a tour may have."""
    return tuple(column.name for column in (COLUMNS_OF_SOURCES if file == SOURCES else COLUMNS[file]))


def table(contents: Contents, file: str) -> Table:
    """A file as a table; a file that is missing, empty or no text has all columns and no row."""
    return _table(file, contents.get(file, b""))


@lru_cache(maxsize=256)
def _table(file: str, data: bytes) -> Table:
    known = columns_of(file)
    try:
        text = decoded(data).text
    except UnicodeDecodeError:
        return Table(known)
    found = [cleaned(map(value, token.raw)) for token in tokens(text, delimiter_of(text, known)) if token.raw]
    if not found:
        return Table(known)
    width = max(map(len, found))
    header = [cell.lower() for cell in found[0]] + [""] * (width - len(found[0]))
    columns = tuple(name if name and name not in header[:i] else f"column {i + 1}" for i, name in enumerate(header))
    return Table(columns, tuple((*row, *[""] * (width - len(row))) for row in found[1:]))


def put(contents: Contents, file: str, new: Table) -> dict[str, bytes]:
    """The contents with that table in a file. A table without rows that was not there stays away."""
    if not new.rows and file not in contents:
        return dict(contents)
    return {**contents, file: as_csv(new)}


def as_csv(found: Table) -> bytes:
    """A table as a CSV file in UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows((found.columns, *found.rows))
    return out.getvalue().encode("utf-8", "replace")


def lines(found: Table) -> list[int]:
    """The line on which each row begins in `as_csv`; the header is on the first."""
    text = as_csv(found).decode()
    return [token.line for token in tokens(text, ",")][1:]


def packed(contents: Contents) -> bytes:
    """The tour as a ZIP file of its folder: its tables as they are, without its review and what it was read from."""
    return zipped({name: contents[name] for name in (TOUR, *FILES) if name in contents})


def plain(contents: Contents) -> dict[str, bytes]:
    """The tour alone, every table written as `as_csv` does: what it was read from, and its review, are left out."""
    told = {TOUR: contents.get(TOUR, b"")}
    return told | {file: as_csv(table(contents, file)) for file in FILES if file in contents}
