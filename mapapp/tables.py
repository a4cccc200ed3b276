"""Records of cells to rows, and everything that is wrong with them to problems with file, line and column.

Records come from a CSV file or from anything else that has lines of cells; the checking is one. Authors write CSV files
in spreadsheets, so comma, semicolon and tab all separate cells, a byte order mark is fine, and cells are trimmed. What
cannot be read is reported; every other row is kept.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from mapapp import files
from mapapp.errors import MapappError, Problem, clipped

MAX_BYTES = 20_000_000  # a hundred times the largest tour we know; a file above it is a mistake, not a tour
T = TypeVar("T")
Record = tuple[int, list[str]]  # the line on which a record begins, and its cells
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


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


def read_table(
    path: Path, columns: Iterable[Column], problems: list[Problem], *, optional: bool = False, unique: str = ""
) -> Iterator[Row]:
    """Yield the usable rows of a CSV file; append to ``problems`` what is wrong with the rest.

    ``optional``: a missing file is no problem. ``unique``: a column whose values must differ; the first row wins.
    """
    columns = tuple(columns)
    records = csv_records(path, [column.name for column in columns], problems, optional=optional)
    if records is not None:
        yield from checked(path.name, records, columns, problems, unique=unique)


def csv_records(
    path: Path, names: Collection[str], problems: list[Problem], *, optional: bool = False
) -> Iterator[Record] | None:
    """The records of a CSV file, the first line among them; None, with a problem, for a file that cannot be read.

    ``names`` are columns that it may have: they tell which character separates cells.
    """
    text = _decoded(path, problems, optional)
    return None if text is None else _records(path.name, text, delimiter_of(text, names), problems)


def checked(
    file: str, records: Iterable[Record], columns: Iterable[Column], problems: list[Problem], *, unique: str = ""
) -> Iterator[Row]:
    """Yield the usable rows of a table whose first record that is not blank names the columns.

    ``file`` is what problems call the table. ``unique`` is as in `read_table`.
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


def guarded(cell: str) -> str:
    """The cell as a spreadsheet takes it for text: with an apostrophe where it would be a formula.

    A number stays one. ``unguarded`` takes exactly this apostrophe away.
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe of `guarded`; ``unguarded(guarded(cell)) == cell``."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


class _Lines(Iterator[str]):
    """The lines of a text for the csv module, which may be asked how far it has come, and moved."""

    def __init__(self, text: str) -> None:
        self.lines = list(io.StringIO(text, newline=""))
        self.done = 0

    def __next__(self) -> str:
        if self.done == len(self.lines):
            raise StopIteration
        self.done += 1
        return self.lines[self.done - 1]


def _records(file: str, text: str, delimiter: str, problems: list[Problem]) -> Iterator[Record]:
    """The records, each with its first line.

    A quotation mark that is not closed would take the following lines into its cell. Where that shows, the first line
    is read by itself or else reported, and reading begins again behind it.
    """
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = lines.done + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            lines.done = line
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            cells = _read_alone(lines.lines[line - 1], delimiter)
            if not cells:
                sentence = f"the line cannot be read ({error}); check its quotes, it is left out until then"
                problems.append(Problem(file, line, "", sentence))
        yield line, cells


def _read_alone(line: str, delimiter: str) -> list[str]:
    """The cells of a line with quotes in odd places, such as ``"Big" Ben``; none where a quote stays open."""
    try:
        records = list(csv.reader([line, "the next line"], delimiter=delimiter))
    except csv.Error:
        return []
    return records[0] if len(records) > 1 else []


def _decoded(path: Path, problems: list[Problem], optional: bool) -> str | None:
    def refuse(sentence: str, line: int = 0) -> str | None:
        problems.append(Problem(path.name, line, "", sentence))
        return None

    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return refuse(f"the file has {size / 1e6:.0f} MB, the limit is {MAX_BYTES / 1e6:.0f} MB; split the tour")
        data = files.read(path, MAX_BYTES)
    except FileNotFoundError:
        return None if optional else refuse("the file is missing; add it with its header line")
    except OSError as error:
        return refuse(f"the file cannot be opened ({error.strerror}); check that it is a readable file")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"  # what Excel calls "Unicode text"
    elif b"\0" in data:
        return refuse("this is not a text file; save the sheet as CSV UTF-8")
    else:
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return refuse("the text is not UTF-8; save the sheet as CSV UTF-8", line)


def delimiter_of(text: str, wanted: Collection[str]) -> str:
    """The separator under which most cells of the first line are known columns."""
    first = next((line for line in text.splitlines() if line.strip()), "").lower()
    return max(",;\t", key=lambda d: sum(cell.strip(' "') in wanted for cell in first.split(d)))


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
