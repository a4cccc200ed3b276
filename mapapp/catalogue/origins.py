"""Where the tables of a tour come from: a folder of CSV files, one long CSV file, or one workbook.

Each gives records, `mapapp.tables.rows.checked` makes rows of them, and all that follows is the same for the three.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from mapapp import files
from mapapp.catalogue.columns import COLUMNS, TABLE, TABLES
from mapapp.catalogue.sources import FILE as SOURCES
from mapapp.errors import Problem, clipped
from mapapp.message import series, tr
from mapapp.tables.checking import Records, checked
from mapapp.tables.csv import MAX_BYTES, csv_records, read_table
from mapapp.tables.formulas import unguarded
from mapapp.tables.rows import Column, Commas, Record, Row

WORKBOOKS = (".xlsx", ".ods", ".xls")
MAX_TOGETHER = 40_000_000  # bytes of all tables of a folder; 100,000 events with all that belongs to them need half
READ_ME = tr("Read me")  # the sheet of a workbook that only people read


class Origin(Protocol):
    """A tour as it lies on disk. Tables go by the names of their CSV files ("visits.csv")."""

    @property
    def name(self) -> str:
        """The name of the folder, or of the file without its suffix."""
        ...

    def rows(
        self, file: str, columns: Sequence[Column], problems: list[Problem], *, optional: bool = False, unique: str = ""
    ) -> Iterator[Row]:
        """The usable rows of a table; what is wrong with the others goes to ``problems``. As `read_table`."""
        ...

    def beside(self, file: str, most: int) -> bytes:
        """A file that is no table, one byte more than ``most`` of it at most; b"" where there is none to be read."""
        ...

    def called(self, file: str) -> str:
        """What a table is called in sentences to the author."""
        ...

    def file_of(self, file: str) -> str:
        """What problems of a table name as their file."""
        ...


class Folder(NamedTuple):
    """A folder with a file for each table and tour.toml. Of one that is ``too_large`` no table is read."""

    path: Path
    too_large: bool = False

    @property
    def name(self) -> str:
        """The name of the folder, also of the one that we stand in; what is no text in it is replaced.

        Of a link it is the link's own, under which it is listed, and not that of what it leads to.
        """
        return Path(os.path.abspath(self.path)).name.encode("utf-8", "replace").decode()  # noqa: PTH100

    def rows(
        self, file: str, columns: Sequence[Column], problems: list[Problem], *, optional: bool = False, unique: str = ""
    ) -> Iterator[Row]:
        """Read the file."""
        if self.too_large:
            return iter(())
        return read_table(self.path / file, columns, problems, optional=optional, unique=unique)

    def beside(self, file: str, most: int) -> bytes:
        """Read the file."""
        try:
            return files.read(self.path / file, most + 1)
        except (OSError, ValueError):
            return b""

    def called(self, file: str) -> str:
        """Its file name."""
        return file

    def file_of(self, file: str) -> str:
        """Its file name."""
        return file


@dataclass(frozen=True, slots=True)
class OneFile:
    """A file that holds all tables.

    ``tables`` are their records by the names of `TABLES`, the first record being the header; a table without records is
    empty. ``file`` is what problems name as the file, "" where that is the name of the table. ``each`` begins what a
    table is called in sentences. ``commas`` are those in its numbers. ``others`` are files that are no tables.
    """

    name: str
    file: str
    each: str
    tables: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    commas: Commas = field(default_factory=Commas)
    others: Mapping[str, bytes] = field(default_factory=dict)

    def rows(
        self, file: str, columns: Sequence[Column], problems: list[Problem], *, optional: bool = False, unique: str = ""
    ) -> Iterator[Row]:
        """Check the records of the table."""
        table = _table(file)
        if self.tables.get(table):
            records = Records(self.tables[table], self.commas)
            return checked(self.file_of(file), records, columns, problems, unique=unique)
        if self.tables and table not in self.tables and not optional:  # of an unreadable file enough is said already
            sentence = tr("{called} is missing; add it with its header line", called=self.called(file))
            problems.append(Problem(self.file_of(file), 0, "", sentence))
        return iter(())

    def beside(self, file: str, most: int) -> bytes:
        """Such as stands in ``others``."""
        return self.others.get(file, b"")[: most + 1]

    def called(self, file: str) -> str:
        """Such as "the sheet visits"."""
        return tr("{each} {table}", each=self.each, table=_table(file))

    def file_of(self, file: str) -> str:
        """The name of the file, or of the sheet where problems name that."""
        return self.file or _table(file)


def _table(file: str) -> str:
    return file.rpartition(".")[0]


def origin(path: Path, problems: list[Problem]) -> Origin:
    """What lies at the path, by its suffix; a file that cannot be read is a problem and has no tables."""
    if path.suffix.lower() in WORKBOOKS and not path.is_dir():
        return OneFile(path.stem, "", tr("the sheet"), _sheets(path, problems))
    if path.suffix.lower() == ".csv" and not path.is_dir():
        tables, commas = _long(path, problems)
        return OneFile(path.stem, path.name, tr("the table"), tables, commas)
    size = sum(_size(path / name) for name in (*COLUMNS, SOURCES))
    if size > MAX_TOGETHER:
        have, most = tr("{n} MB together", n=round(size / 1e6)), f"{MAX_TOGETHER / 1e6:.0f} MB"
        problems.append(
            Problem(
                path.name,
                0,
                "",
                tr("its tables have {have}, the limit is {most}; split the tour", have=have, most=most),
            )
        )
    return Folder(path, size > MAX_TOGETHER)


def _size(path: Path) -> int:
    """The size of a table; 0 of one that is not read anyway, of which its reader says why."""
    try:
        size = path.stat().st_size
    except OSError:
        return 0
    return size if size <= MAX_BYTES else 0


def _sheets(path: Path, problems: list[Problem]) -> dict[str, Sequence[Record]]:
    from mapapp.tables.workbook import read_workbook

    tables: dict[str, Sequence[Record]] = {}
    for title, records in read_workbook(path, TABLES, problems).items():
        name = title.strip().lower()
        if records:
            tables[name] = records
        if name not in (*TABLES, READ_ME.lower()):
            sentence = tr("the sheet is not known and is left out; known are {tables}", tables=series(TABLES))
            problems.append(Problem(clipped(title), 0, "", sentence))
    return tables


def _long(path: Path, problems: list[Problem]) -> tuple[Mapping[str, Sequence[Record]], Commas]:
    """The tables of a CSV file, by its column `TABLE`, and what commas are in its numbers.

    Each table has the columns in which one of its lines has a cell.
    """
    names = dict.fromkeys([TABLE, *(column.name for columns in TABLES.values() for column in columns)])
    found = csv_records(path, names, problems)
    records = found.lines if found else ()
    filled = ((n, [unguarded(cell.strip()) for cell in cells]) for n, cells in records if any(map(str.strip, cells)))
    line, header = next(filled, (1, []))
    header = [cell.lower() for cell in header]
    if TABLE not in header:
        if found is not None:
            sentence = tr(
                "the column is missing; let the first line begin with it, its cells are {tables}", tables=series(TABLES)
            )
            problems.append(Problem(path.name, line, TABLE, sentence))
        return {}, Commas()
    at = header.index(TABLE)
    tables: dict[str, list[Record]] = {name: [] for name in TABLES}
    for number, cells in filled:
        name = cells[at].lower().removesuffix(".csv") if at < len(cells) else ""
        if name in tables:
            tables[name].append((number, cells))
        else:
            sentence = tr(
                "'{name}' is no table and the line is left out; write one of {tables}",
                name=clipped(name),
                tables=series(TABLES),
            )
            problems.append(Problem(path.name, number, TABLE, sentence))
    narrowed = {name: _narrowed(name, line, header, rows) for name, rows in tables.items()}
    return narrowed, found.commas if found else Commas()


def _narrowed(table: str, line: int, header: list[str], records: list[Record]) -> list[Record]:
    """The records under the columns of their table, and under others in which one of them has a cell."""
    if not records:
        return []
    wanted = {column.name for column in TABLES[table]}
    width = max(len(header), *(len(cells) for _, cells in records))
    titles = [*header, *[""] * (width - len(header))]
    used = [
        i for i, title in enumerate(titles)
        if title in wanted or (title != TABLE and any(i < len(cells) and cells[i] for _, cells in records))
    ]  # fmt: skip
    rows = ((number, [cells[i] if i < len(cells) else "" for i in used]) for number, cells in records)
    return [(line, [titles[i] for i in used]), *rows]
