"""CSV files of a folder to records and back."""

import csv
import io
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from mapapp.tables import grid

Record = dict[str, str]
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def written(names: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """A CSV file in UTF-8 with these columns."""
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _CONTROL.sub(" ", cell) for name, cell in row.items()})
    return text.getvalue().encode()


def records(data: bytes, known: Collection[str]) -> tuple[list[str], list[Record]]:
    """The columns and records of a CSV file; both empty for an empty one. ``known`` are columns that it may have.

    Raises UnicodeDecodeError for what is no text.
    """
    if not data:
        return [], []
    found = grid.table(data, known)
    return list(found.columns), [found.cells(row) for row in range(len(found.rows))]
