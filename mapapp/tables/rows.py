"""Records of cells to rows, and everything that is wrong with them to problems with file, line and column.

Records come from a CSV file or from anything else that has lines of cells; the checking is one. Cells are trimmed. What
cannot be read is reported; every other row is kept.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeVar

from mapapp.errors import MapappError, Problem, clipped
from mapapp.message import Text, series, tr
from mapapp.tables.numbers import degrees, has_comma, number
from mapapp.tables.spoken import NONE, Spoken, fault, in_language

MAX_ROWS = 120_000  # of a table, and of all tables of a tour; what ten seconds allow if nothing in them is right
LONGEST = 10_000  # characters of a text of the whole, which some files repeat with every part of it
MAX_COLUMNS = 250  # of a table; ours have at most fifteen
MAX_CELLS = 1_000  # of a record that are looked at
MAX_WORD = 100  # characters of a cell whose items are remembered
MAX_WRONG = 3  # items of one cell that are named in sentences
T = TypeVar("T")
Record = tuple[int, list[str]]  # the line on which a record begins, and its cells


class Column(NamedTuple):
    """A column of a data file. ``required``: the column must be there and none of its cells may be empty.

    ``spoken``: its cells are text that people read; ``title@ru`` beside ``title`` has it in Russian.
    """

    name: str
    required: bool = False
    spoken: bool = False


class Row:
    """One record. Its readers report what is wrong and go on; ``kept`` says whether the row is still of use."""

    __slots__ = ("_cells", "_commas", "_problems", "file", "kept", "line", "spoken_in")

    def __init__(
        self, file: str, line: int, cells: dict[str, str], problems: list[Problem], commas: "Commas | None" = None
    ) -> None:
        self.file = file
        self.line = line
        self.kept = True
        self._cells = cells
        self._problems = problems
        self._commas = commas or Commas()
        self.spoken_in = NONE

    def note(self, column: str, sentence: str) -> None:
        """Report a problem that leaves the row usable."""
        self._problems.append(Problem(self.file, self.line, column, sentence))

    def reject(self, column: str, sentence: str) -> None:
        """Report a problem for which the row has to be left out."""
        self._problems.append(Problem(self.file, self.line, column, sentence, left_out=True))
        self.kept = False

    def text(self, column: str) -> str:
        """The cell without surrounding blanks, "" where empty or absent."""
        return self._cells.get(column, "")

    def spoken(self, column: str) -> str:
        """The cell with what stands in the same column of other languages."""
        return Text.of(self.text(column), self.others(column))

    def others(self, column: str) -> dict[str, str]:
        """What stands in the same column of other languages, by their codes."""
        beside = self.spoken_in.get(column, ())
        return {code: text for code, name in beside if (text := self._cells.get(name, ""))}

    def any(self, columns: Iterable[str]) -> bool:
        """Whether one of the cells is not empty."""
        return next(filter(None, map(self._cells.get, columns)), "") != ""

    def check_filled(self, columns: Collection[str]) -> None:
        """Reject the row if one of these cells is empty."""
        if not all(map(self._cells.get, columns)):
            for column in columns:
                if not self.text(column):
                    self.reject(column, tr("the cell is empty; fill it, the line is left out until then"))

    def replace(self, cells: Mapping[str, str]) -> None:
        """Let cells say something else; columns that the file does not have stay away."""
        self._cells.update({column: text for column, text in cells.items() if column in self._cells})

    def list(self, column: str) -> tuple[str, ...]:
        """The cell's items between semicolons, without empty ones."""
        text = self.text(column)
        return _items(text) if len(text) > MAX_WORD else _known_items(text)

    def parsed(self, column: str, parse: Callable[[str], T]) -> T | None:
        """The cell through ``parse``; None where it is empty, or where parse raises a MapappError, which is noted."""
        text = self.text(column)
        if not text:
            return None
        try:
            return parse(text)
        except MapappError as error:
            self.note(column, str(error))
            return None

    def number(self, column: str) -> float | None:
        """The cell as a finite number; None where it is empty or no number, or may be two, which is noted."""
        found = self.parsed(column, lambda text: number(text, commas=self._commas.decimal))
        if found is not None:
            self._tell_comma(self.text(column))
        return found

    def degrees(self, column: str) -> str:
        """The cell of a latitude or longitude, with a decimal point."""
        text = self.text(column)
        self._tell_comma(text)
        return degrees(text)

    def _tell_comma(self, text: str) -> None:
        """Say once of a file that commas in its numbers are decimal."""
        if not self._commas.told and has_comma(text):
            self._commas.told = True
            sentence = tr("the comma in its numbers is read as the decimal sign, so that 40,5 is 40.5")
            self._problems.append(Problem(self.file, 0, "", sentence, remark=True))

    def choice(self, column: str, allowed: Collection[str], default: str) -> str:
        """The cell if it is one of the allowed words; otherwise the default, and a foreign word is noted."""
        text = self.text(column)
        if not text:
            return default
        if text in allowed or text.lower() in allowed:
            return text.lower()
        self.note(
            column,
            tr("'{text}' is not known; write one of {allowed}", text=clipped(text), allowed=series(sorted(allowed))),
        )
        return default

    def known(self, column: str, ids: Collection[str], where: str) -> tuple[str, ...]:
        """The cell's items that are among ``ids``; each of the others is noted as missing from ``where``."""
        items = self.list(column)
        if len(items) == 1 and items[0] in ids:
            return items
        for item in [item for item in items if item not in ids][:MAX_WRONG]:
            self.note(
                column,
                tr("'{item}' is not in {where}; add it there or correct the id", item=clipped(item), where=where),
            )
        return tuple(item for item in items if item in ids)


class Commas:
    """What commas are in the numbers of a file: ``decimal`` where semicolons part its cells; whether that was told."""

    def __init__(self, *, decimal: bool = False) -> None:
        self.decimal, self.told = decimal, False


class Records(NamedTuple):
    """The records of a table, its header the first of them, and what commas are in its numbers."""

    lines: Iterable[Record]
    commas: Commas


def _items(text: str) -> tuple[str, ...]:
    return tuple(item for part in text.split(";") if (item := part.strip()))


_known_items = lru_cache(maxsize=4096)(_items)  # columns of lists say the same few things over and over


def checked(
    file: str, records: Records, columns: Iterable[Column], problems: list[Problem], *, unique: str = ""
) -> Iterator[Row]:
    """Yield the usable rows of a table whose first record that is not blank names the columns.

    ``file`` is what problems call the table. ``unique``: a column whose values must differ; the first row wins.
    """
    wanted = {column.name: column for column in columns}
    required = [column.name for column in wanted.values() if column.required]
    header: _Header | None = None
    seen: dict[str, int] = {}
    for line, raw in records.lines:
        cells = cleaned(raw)
        if not any(cells):
            continue
        if header is None:
            header = _Header(file, line, [cell.lower() for cell in cells], problems)
            header.commas = records.commas
            if not header.fits(wanted):
                return
            continue
        row = header.row(line, cells)
        row.check_filled(required)
        if row.kept and unique:
            _check_unique(row, unique, seen)
        if row.kept:
            yield row
    if header is None:
        problems.append(
            Problem(file, 0, "", tr("the file is empty; its first line must be {wanted}", wanted=",".join(wanted)))
        )


def cleaned(cells: Iterable[str]) -> list[str]:
    """The cells without surrounding blanks, and in the one form that Unicode has for each letter."""
    trimmed = [*map(str.strip, cells)]
    together = "".join(trimmed)
    if together.isascii() or unicodedata.is_normalized("NFC", together):
        return trimmed
    return [unicodedata.normalize("NFC", cell) for cell in trimmed]


class _Header:
    """The names of a table's columns, and rows of the cells under them."""

    def __init__(self, file: str, line: int, names: list[str], problems: list[Problem]) -> None:
        self._file, self._line, self._problems = file, line, problems
        self._width = len(names)
        self.commas = Commas()
        self._names = names[:MAX_COLUMNS]
        self._nameless = [i for i, name in enumerate(self._names) if not name]
        self._twice = len(set(self._names)) < len(self._names)
        self._spoken: Spoken = {}

    def fits(self, wanted: Mapping[str, Column]) -> bool:
        """Whether the columns are there that the table needs; what is wrong with the others is reported."""

        def report(column: str, sentence: str) -> None:
            self._problems.append(Problem(self._file, self._line, column, sentence))

        if self._width > MAX_COLUMNS:
            report(
                "",
                tr(
                    "columns beyond the first {most} are left out; delete what is not the tour",
                    most=MAX_COLUMNS,
                ),
            )
        for name in dict.fromkeys(self._names):
            if name and name not in wanted:
                if wrong := fault(name, {column.name: column.spoken for column in wanted.values()}):
                    report(clipped(name), wrong)
                else:
                    column, code = in_language(name)
                    self._spoken.setdefault(column, []).append((code, name))
            if name and self._names.count(name) > 1:
                report(clipped(name), tr("the column stands twice; the first one is used, delete the other"))
        missing = [c.name for c in wanted.values() if c.required and c.name not in self._names]
        for name in missing:
            report(name, tr("the column is missing; add it to the first line"))
        return not missing

    def row(self, line: int, cells: list[str]) -> Row:
        """The row of a record; cells without a column are reported."""
        found = len(cells)
        if found < len(self._names):
            cells += [""] * (len(self._names) - found)
        pairs = zip(self._names, cells, strict=False)
        named = dict(reversed([*pairs]) if self._twice else pairs)
        row = Row(self._file, line, named, self._problems, self.commas)
        row.spoken_in = self._spoken
        if found > self._width and any(cells[self._width :]):
            many = tr("quote cells that contain the separator")
            row.note(
                "", tr("{found} cells stand under {width} columns; {many}", found=found, width=self._width, many=many)
            )
        if self._nameless and any(cells[i] for i in self._nameless):
            row.note(
                "", tr("a cell stands under a column without a name and is left out; name the column in the first line")
            )
        return row


def _check_unique(row: Row, column: str, seen: dict[str, int]) -> None:
    value = row.text(column)
    if value in seen:
        row.reject(
            column,
            tr(
                "'{value}' stands already in line {seen}; give this line an id of its own",
                value=clipped(value),
                seen=seen[value],
            ),
        )
    seen.setdefault(value, row.line)
