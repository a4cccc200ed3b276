"""Tables of any size, CSV or Parquet: read in blocks, written whole or not at all.

Of a table only one block is in memory at a time, and of a result its bytes.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from mapapp import files
from mapapp.batch.answering import COLUMNS, NUMBERS
from mapapp.errors import MapappError, clipped
from mapapp.message import tr
from mapapp.tables.csv import delimiter_of
from mapapp.tables.decoding import MARKS, decoded
from mapapp.tables.formulas import guarded, unguarded
from mapapp.tables.grid import distinct

ROWS = 10_000  # of a block
HEAD = 1_000_000  # bytes that tell encoding and separator
CSV, PARQUET = ".csv", ".parquet"
Block = dict[str, Sequence[Any]]  # cells by column


class Table(Protocol):
    """``columns`` in their order. ``blocks`` begins anew each time. Both raise MapappError."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""

    def blocks(self) -> Iterator[Block]:
        """The rows, a block at a time; empty cells are None or ""."""


def opened(path: Path) -> Table:
    """The table in a file, by its suffix. Raises MapappError."""
    if path.suffix.lower() == PARQUET:
        return ParquetTable(path)
    if path.suffix.lower() == CSV:
        return CsvTable(path)
    raise MapappError(
        tr("'{path}' is no table that is read here; give a .csv or .parquet file.", path=clipped(str(path)))
    )


class CsvTable:
    """A CSV file; encoding and separator are told by its beginning. No cell is left out, and no two columns are one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            head = files.read(path, HEAD)
            found = decoded(head if len(head) < HEAD else head.rpartition(b"\n")[0])
        except (OSError, UnicodeDecodeError) as error:
            raise _unreadable(path, error) from None
        self._encoding = "utf-8-sig" if found.mark == MARKS[0][0] else found.encoding.partition("-le")[0]
        self._delimiter = delimiter_of(found.text, ("place", "name", "country", "date"))
        width = max(map(len, self._lines()), default=0)  # a line may have more cells than there are headings
        header = [*map(unguarded, next(self._lines(), ()))]
        self.columns = distinct((*header, *[""] * (width - len(header))))

    def blocks(self) -> Iterator[Block]:
        """The rows; a cell that a row lacks is ""."""
        lines = self._lines()
        next(lines, None)
        rows: list[tuple[str, ...]] = []
        for line in lines:
            rows.append((*map(unguarded, line), *("",) * (len(self.columns) - len(line))))
            if len(rows) == ROWS:
                yield self._block(rows)
                rows = []
        if rows:
            yield self._block(rows)

    def _block(self, rows: list[tuple[str, ...]]) -> Block:
        return dict(zip(self.columns, zip(*rows, strict=True), strict=True))

    def _lines(self) -> Iterator[list[str]]:
        try:
            with self._path.open(encoding=self._encoding, newline="") as file:
                yield from filter(None, csv.reader(file, delimiter=self._delimiter))
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise _unreadable(self._path, error) from None


class ParquetTable:
    """A Parquet file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self.file = _parquet().ParquetFile(path)
        except (OSError, ValueError) as error:  # errors of Arrow are of these kinds
            raise _unreadable(path, error) from None
        self.columns = tuple(self.file.schema_arrow.names)

    def blocks(self) -> Iterator[Block]:
        """The rows, with the types of the file."""
        try:
            for batch in self.file.iter_batches(ROWS):
                yield batch.to_pydict()
        except (OSError, ValueError) as error:
            raise _unreadable(self._path, error) from None


def checked(path: Path) -> None:
    """Raises MapappError for a file that cannot be written as a table."""
    if path.suffix.lower() not in (CSV, PARQUET):
        raise MapappError(tr("'{path}' must end with .csv or .parquet.", path=clipped(str(path))))
    if path.suffix.lower() == PARQUET:
        _parquet()


def write(path: Path, table: Table, add: Callable[[Block], Mapping[str, Sequence[Any]]]) -> None:
    """Write the table with the columns that ``add`` makes for each block. Raises MapappError and OSError."""
    out = io.BytesIO()
    blocks = ({**block, **add(block)} for block in table.blocks())
    if path.suffix.lower() == PARQUET:
        _write_parquet(out, table, blocks)
    else:
        _write_csv(out, (*table.columns, *COLUMNS), blocks)
    files.write(path, out.getvalue())


def _write_csv(out: io.BytesIO, columns: Sequence[str], blocks: Iterator[Block]) -> None:
    """As `mapapp.exports.csv` does: UTF-8 with a mark, and no text that is a formula."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([guarded(column) for column in columns])
    for block in blocks:
        for row in zip(*(block[column] for column in columns), strict=True):
            writer.writerow(["" if cell is None else guarded(str(cell)) for cell in row])
    text.detach()


def _write_parquet(out: io.BytesIO, table: Table, blocks: Iterator[Block]) -> None:
    arrow: Any = import_module("pyarrow")
    own = list(table.file.schema_arrow) if isinstance(table, ParquetTable) else []
    own = own or [arrow.field(column, arrow.string()) for column in table.columns]
    added = [arrow.field(name, arrow.float64() if name in NUMBERS else arrow.string()) for name in COLUMNS]
    schema = arrow.schema([*own, *added])
    with _parquet().ParquetWriter(out, schema) as writer:
        for block in blocks:
            writer.write_table(arrow.table(block, schema=schema))


def _parquet() -> Any:  # noqa: ANN401  # it publishes no types
    try:
        return import_module("pyarrow.parquet")
    except ImportError:
        raise MapappError(tr("Parquet needs the package pyarrow: pip install pyarrow. CSV needs nothing.")) from None


def _unreadable(path: Path, error: Exception) -> MapappError:
    return MapappError(
        tr("'{path}' cannot be read ({error}).", path=clipped(str(path)), error=clipped(str(error), 120))
    )
