"""CSV files of a folder to records and back."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from mapapp.tables import grid
from mapapp.tables.writing import csv_bytes

Record = dict[str, str]
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def written(names: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """A CSV file in UTF-8 with these columns."""
    return csv_bytes([names, *([_CONTROL.sub(" ", row.get(name, "")) for name in names] for row in rows)])


def records(data: bytes, known: Collection[str]) -> tuple[list[str], list[Record]]:
    """The columns and records of a CSV file; both empty for an empty one. ``known`` are columns that it may have.

    Raises UnicodeDecodeError for what is no text.
    """
    if not data:
        return [], []
    found = grid.table(data, known)
    return list(found.columns), [found.cells(row) for row in range(len(found.rows))]
