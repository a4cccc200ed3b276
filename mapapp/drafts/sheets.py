"""The files of a tour as tables that somebody edits, and back. A change gives new contents and leaves the old ones."""

from collections.abc import Mapping
from functools import lru_cache

from mapapp.archive import zipped
from mapapp.catalogue.columns import COLUMNS, TOUR
from mapapp.catalogue.sources import COLUMNS as COLUMNS_OF_SOURCES
from mapapp.catalogue.sources import FILE as SOURCES
from mapapp.tables import grid
from mapapp.tables.csv import tokens
from mapapp.tables.grid import Table, as_csv

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
        return grid.table(data, known) if data else Table(known)
    except UnicodeDecodeError:
        return Table(known)


def put(contents: Contents, file: str, new: Table) -> dict[str, bytes]:
    """The contents with that table in a file. A table without rows that was not there stays away."""
    if not new.rows and file not in contents:
        return dict(contents)
    return {**contents, file: as_csv(new)}


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
