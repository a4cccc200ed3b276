"""Records of cells to rows, and everything that is wrong with them to problems with file, line and column.

Records come from a CSV file or from anything else that has lines of cells; the checking is one. Cells are trimmed. What
cannot be read is reported; every other row is kept.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from mapapp.errors import MapappError, Problem, clipped

T = TypeVar("T")
Record = tuple[int, list[str]]  # the line on which a record begins, and its cells


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a data file. ``required``: the column must be there and none of its cells may be empty."""

    name: str
    required: bool = False


class Row:
    """One record. Its readers report what is wrong and go on; ``kept`` says whether the row is still of use."""

    def __init__(self, file: str, line: int, cells: dict[str, str], problems: list[Problem]) -> None:
        self.file = file
        self.line = line
        self.kept = True
        self._cells = cells
        self._problems = problems

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

    def replace(self, cells: Mapping[str, str]) -> None:
        """Let cells say something else; columns that the file does not have stay away."""
        self._cells.update({column: text for column, text in cells.items() if column in self._cells})

    def list(self, column: str) -> tuple[str, ...]:
        """The cell's items between semicolons, without empty ones."""
        return tuple(item for part in self.text(column).split(";") if (item := part.strip()))

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
        """The cell as a finite number with a decimal point; None where it is empty or no number, which is noted."""
        text = self.text(column)
        try:
            number = float(text.replace("_", " ")) if text else None  # Python reads 1_000
        except ValueError:
            number = float("nan")
        if number is None or abs(number) < float("inf"):
            return number
        self.note(column, f"'{clipped(text)}' is not a number; write it like 38.6")
        return None

    def choice(self, column: str, allowed: Collection[str], default: str) -> str:
        """The cell if it is one of the allowed words; otherwise the default, and a foreign word is noted."""
        text = self.text(column)
        if not text or text.lower() in allowed:
            return text.lower() or default
        self.note(column, f"'{clipped(text)}' is not known; write one of {', '.join(sorted(allowed))}")
        return default

    def known(self, column: str, ids: Collection[str], where: str) -> tuple[str, ...]:
        """The cell's items that are among ``ids``; each of the others is noted as missing from ``where``."""
        items = self.list(column)
        for item in items:
            if item not in ids:
                self.note(column, f"'{clipped(item)}' is not in {where}; add it there or correct the id")
        return tuple(item for item in items if item in ids)


def checked(
    file: str, records: Iterable[Record], columns: Iterable[Column], problems: list[Problem], *, unique: str = ""
) -> Iterator[Row]:
    """Yield the usable rows of a table whose first record that is not blank names the columns.

    ``file`` is what problems call the table. ``unique``: a column whose values must differ; the first row wins.
    """
    wanted = {column.name: column for column in columns}
    header: list[str] | None = None
    seen: dict[str, int] = {}
    for line, raw in records:
        cells = [unicodedata.normalize("NFC", cell.strip()) for cell in raw]
        if not any(cells):
            continue
        if header is None:
            header = [cell.lower() for cell in cells]
            if not _header_fits(file, line, header, wanted, problems):
                return
            continue
        row = _row(file, line, header, cells, problems)
        _check_required(row, wanted)
        if row.kept and unique:
            _check_unique(row, unique, seen)
        if row.kept:
            yield row
    if header is None:
        problems.append(Problem(file, 0, "", f"the file is empty; its first line must be {','.join(wanted)}"))


def _header_fits(file: str, line: int, header: list[str], wanted: dict[str, Column], problems: list[Problem]) -> bool:
    def report(column: str, sentence: str) -> None:
        problems.append(Problem(file, line, column, sentence))

    for name in dict.fromkeys(header):
        if name and name not in wanted:
            report(clipped(name), f"the column is not known and is left out; known are {', '.join(wanted)}")
        if name and header.count(name) > 1:
            report(clipped(name), "the column stands twice; the first one is used, delete the other")
    missing = [c.name for c in wanted.values() if c.required and c.name not in header]
    for name in missing:
        report(name, "the column is missing; add it to the first line")
    return not missing


def _row(file: str, line: int, header: list[str], cells: list[str], problems: list[Problem]) -> Row:
    pairs = zip(reversed(header), reversed([*cells, *[""] * (len(header) - len(cells))][: len(header)]), strict=True)
    row = Row(file, line, dict(pairs), problems)
    if any(cells[len(header) :]):
        row.note("", f"{len(cells)} cells stand under {len(header)} columns; quote cells that contain the separator")
    if any(cell for name, cell in zip(header, cells, strict=False) if not name):
        row.note("", "a cell stands under a column without a name and is left out; name the column in the first line")
    return row


def _check_required(row: Row, wanted: dict[str, Column]) -> None:
    for column in wanted.values():
        if column.required and not row.text(column.name):
            row.reject(column.name, "the cell is empty; fill it, the line is left out until then")


def _check_unique(row: Row, column: str, seen: dict[str, int]) -> None:
    value = row.text(column)
    if value in seen:
        row.reject(column, f"'{clipped(value)}' stands already in line {seen[value]}; give this line an id of its own")
    seen.setdefault(value, row.line)
