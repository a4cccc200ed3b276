"""CSV files to records.

Authors write them in spreadsheets, so comma, semicolon and tab all separate cells, and a byte order mark is fine.
"""

import csv
import io
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from mapapp import files
from mapapp.errors import Problem
from mapapp.tables.rows import Column, Record, Row, checked

MAX_BYTES = 20_000_000  # a hundred times the largest tour we know; a file above it is a mistake, not a tour


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
