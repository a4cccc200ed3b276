"""Tables of any size: read in blocks, written whole or not at all.

Of a CSV or Parquet file only one block is in memory at a time, and of a result its bytes. A workbook or a page of HTML
is read whole, within the limits of their readers.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from mapapp import files
from mapapp.batch import parquet
from mapapp.batch.answering import COLUMNS
from mapapp.batch.parquet import Block, unreadable
from mapapp.catalogue.listing import TABLES_OF_TEXT
from mapapp.catalogue.origins import WORKBOOKS
from mapapp.catalogue.recognising import PAGES
from mapapp.errors import MapappError, clipped
from mapapp.foreign.clipboard import tables_of
from mapapp.message import series, tr
from mapapp.tables.csv import MAX_BYTES, delimiter_of
from mapapp.tables.decoding import MARKS, decoded
from mapapp.tables.formulas import guarded, unguarded
from mapapp.tables.grid import distinct
from mapapp.tables.rows import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from mapapp.tables.workbook import sheets_in
from mapapp.transit import received

ROWS = 10_000  # of a block
HEAD = 1_000_000  # bytes that tell encoding and separator
PARQUET = ".parquet"
SUFFIXES = (*TABLES_OF_TEXT, *WORKBOOKS, *PAGES, PARQUET)  # of tables that are read
SEPARATORS = {".csv": ",", ".tsv": "\t"}  # of tables of text that are written


class Table(Protocol):
    """``columns`` in their order. ``blocks`` begins anew each time. Both raise MapappError."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""

    def blocks(self) -> Iterator[Block]:
        """The rows, a block at a time; empty cells are None or ""."""


def opened(path: Path) -> Table:
    """The table in a file, by its suffix. Raises MapappError."""
    suffix = path.suffix.lower()
    if suffix == PARQUET:
        return parquet.ParquetTable(path)
    if suffix in TABLES_OF_TEXT:
        return TextTable(path)
    if suffix in (*WORKBOOKS, *PAGES):
        return SheetTable(path)
    known = series(SUFFIXES, "or")
    raise MapappError(
        tr("'{path}' is no table that is read here; give a {known} file.", path=clipped(str(path)), known=known)
    )


class TextTable:
    """Text with separators; they and its encoding are told by its beginning. No cell is lost; columns stay apart."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            head = files.read(path, HEAD)
            found = decoded(head if len(head) < HEAD else head.rpartition(b"\n")[0])
        except (OSError, UnicodeDecodeError) as error:
            raise unreadable(path, error) from None
        self._encoding = "utf-8-sig" if found.mark == MARKS[0][0] else found.encoding.partition("-le")[0]
        tabs = path.suffix.lower() == ".tsv" and "\t" in found.text.partition("\n")[0]
        self._delimiter = "\t" if tabs else delimiter_of(found.text, ("place", "name", "country", "date"))
        self.columns = _columns(self._lines())

    def blocks(self) -> Iterator[Block]:
        """The rows; a cell that a row lacks is ""."""
        return _blocks(self.columns, self._lines())

    def _lines(self) -> Iterator[list[str]]:
        try:
            with self._path.open(encoding=self._encoding, newline="") as file:
                yield from filter(None, csv.reader(file, delimiter=self._delimiter))
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise unreadable(self._path, error) from None


class SheetTable:
    """The one table of a workbook or a page of HTML. Of several none is chosen: only the author knows which it is."""

    def __init__(self, path: Path) -> None:
        data = _bytes(path)
        sheets = _sheets(path, data) if path.suffix.lower() in WORKBOOKS else _tables(path, data)
        filled = [(title, lines) for title, lines in sheets if lines]
        if len(filled) > 1:
            titles = series([clipped(title, 30) or str(number) for number, (title, _) in enumerate(filled, 1)])
            raise MapappError(
                tr(
                    "'{path}' has several tables ({titles}). Save the one that is meant as a file of its own.",
                    path=clipped(str(path)),
                    titles=titles,
                )
            )
        self._found = filled[0][1] if filled else []
        self.columns = _columns(iter(self._found))

    def blocks(self) -> Iterator[Block]:
        """The rows; a cell that a row lacks is ""."""
        return _blocks(self.columns, iter(self._found))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            most = round(MAX_BYTES / 1e6)
            sentence = tr("'{path}' has more than {n} MB. Save its table as CSV.", path=clipped(str(path)), n=most)
            raise MapappError(sentence)
        return files.read(path, MAX_BYTES)
    except OSError as error:
        raise unreadable(path, error) from None


def _sheets(path: Path, data: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    """The sheets of a workbook that can be seen, with their lines. A sheet that is too long is refused, not cut."""
    found, refusal = sheets_in(data)
    if refusal:
        raise unreadable(path, received(refusal))
    for sheet in found:
        width = max((len(cells) for _, cells in sheet.records), default=0)
        if len(sheet.records) > MAX_ROWS or width >= MAX_COLUMNS:
            raise MapappError(
                tr(
                    "'{path}' has more than is read of a workbook: {rows} rows and {columns} columns. Save it as CSV.",
                    path=clipped(str(path)),
                    rows=MAX_ROWS,
                    columns=MAX_COLUMNS,
                )
            )
        if not sheet.hidden:
            yield sheet.title, [cells for _, cells in sheet.records if any(cells)]


def _tables(path: Path, data: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    """The tables of a page with their lines."""
    try:
        text = decoded(data).text
    except UnicodeDecodeError as error:
        raise unreadable(path, error) from None
    for caption, rows, *_ in tables_of(text):
        yield caption, [cells for cells in rows if any(cells)]


def _columns(lines: Iterator[list[str]]) -> tuple[str, ...]:
    """The headings of the first line; more without one where a line has more cells, so that none is left out."""
    header = [*map(unguarded, next(lines, ()))]
    width = max(len(header), max(map(len, lines), default=0))
    if width > MAX_CELLS:
        raise MapappError(
            tr(
                "A row of the table has {n} cells; at most {most} are read. Leave out what is not needed.",
                n=width,
                most=MAX_CELLS,
            )
        )
    return distinct((*header, *[""] * (width - len(header))))


def _blocks(columns: Sequence[str], lines: Iterator[list[str]]) -> Iterator[Block]:
    """The rows below the headings."""
    next(lines, None)
    while rows := list(islice(lines, ROWS)):
        whole = [(*map(unguarded, row), *("",) * (len(columns) - len(row))) for row in rows]
        yield dict(zip(columns, zip(*whole, strict=True), strict=True))


def checked(path: Path) -> None:
    """Raises MapappError for a file that cannot be written as a table."""
    if path.suffix.lower() not in (*SEPARATORS, PARQUET):
        known = series((*SEPARATORS, PARQUET), "or")
        raise MapappError(tr("'{path}' must end with {known}.", path=clipped(str(path)), known=known))
    if path.suffix.lower() == PARQUET:
        parquet.library()


def write(path: Path, table: Table, add: Callable[[Block], Mapping[str, Sequence[Any]]]) -> None:
    """Write the table with the columns that ``add`` makes for each block. Raises MapappError and OSError."""
    out = io.BytesIO()
    blocks = ({**block, **add(block)} for block in table.blocks())
    if path.suffix.lower() == PARQUET:
        parquet.write(out, table.columns, table, blocks)
    else:
        _write_text(out, SEPARATORS[path.suffix.lower()], (*table.columns, *COLUMNS), blocks)
    files.write(path, out.getvalue())


def _write_text(out: io.BytesIO, separator: str, columns: Sequence[str], blocks: Iterator[Block]) -> None:
    """As `mapapp.exports.csv` does: UTF-8 with a mark, and no text that is a formula."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow([guarded(column) for column in columns])
    for block in blocks:
        for row in zip(*(block[column] for column in columns), strict=True):
            writer.writerow(["" if cell is None else guarded(parquet.text_of(cell)) for cell in row])
    text.detach()
