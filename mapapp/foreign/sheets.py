"""CSV files of a folder to records and back."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from mapapp.tables import grid
from mapapp.tables.writing import csv_bytes

Record = dict[str, str]
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def written(names: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """A CSV file in UTF-8 with these columns."""
    return csv_bytes(chain([names], ([_CONTROL.sub(" ", row.get(name, "")) for name in names] for row in rows)))


def records(data: bytes, known: Collection[str]) -> tuple[list[str], list[Record]]:
    """The columns and records of a CSV file; both empty for an empty one. ``known`` are columns that it may have.

    Raises UnicodeDecodeError for what is no text.
    """
    names, rows = records_one_by_one(data, known)
    return names, [*rows]


def records_one_by_one(data: bytes, known: Collection[str]) -> tuple[list[str], Iterator[Record]]:
    """The same without holding all records of a long table at once."""
    if not data:
        return [], iter(())
    found = grid.table(data, known)
    return list(found.columns), map(found.cells, range(len(found.rows)))
