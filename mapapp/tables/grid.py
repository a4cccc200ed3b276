"""A CSV file as a table that a program changes, and back: no column, row or cell is lost, be it known or not.

Every writer of tours uses it, so that columns of other languages (``title@ru``) and of the author's own stay.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from mapapp.tables.csv import Token, delimiter_of, tokens, value
from mapapp.tables.decoding import decoded
from mapapp.tables.rows import cleaned
from mapapp.tables.writing import csv_bytes

_LINE = re.compile(r"[^\r\n]*")


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


def table(data: bytes, known: Collection[str]) -> Table:
    """A CSV file as a table. Raises UnicodeDecodeError for what is no text.

    ``known`` are the columns that it may have: they tell the separator, and are small letters in the table however they
    are written, with those of other languages (``Title@RU``). A column without a name, or with that of another one,
    gets a name of its own; an empty file, and one of blanks, has the known columns and no row. A line whose quotes do
    not fit stands as it is in the first cell of a row.
    """
    text = decoded(data).text
    shared: dict[str, str] = {}  # most cells of a long table are there many times
    lines = (_cells(text, token) for token in tokens(text, delimiter_of(text, known)))
    found = [tuple(shared.setdefault(cell, cell) for cell in line) for line in lines]
    if not found:
        return Table(tuple(known))
    width = max(map(len, found))
    header = [_name(cell, known) for cell in found.pop(0)]
    header += [""] * (width - len(header))
    rows = (row if len(row) == width else (*row, *[""] * (width - len(row))) for row in found)
    return Table(distinct(header), tuple(rows))


def distinct(header: Sequence[str]) -> tuple[str, ...]:
    """The names of columns; one without a name, or with that of another one, gets a name of its own."""
    return tuple(name if name and name not in header[:i] else f"column {i + 1}" for i, name in enumerate(header))


def _cells(text: str, token: Token) -> list[str]:
    if token.raw:
        return cleaned(map(value, token.raw))
    line = _LINE.match(text, token.start)
    return cleaned([line[0] if line else ""])


def _name(heading: str, known: Collection[str]) -> str:
    small = heading.lower()
    return small if small.partition("@")[0] in known else heading


def as_csv(found: Table) -> bytes:
    """A table as a CSV file in UTF-8."""
    return csv_bytes((found.columns, *found.rows))
