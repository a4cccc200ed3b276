"""CSV files of a folder to records and back."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from mapapp.tables.csv import delimiter_of, tokens, value
from mapapp.tables.rows import cleaned

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


def records(data: bytes) -> tuple[list[str], list[Record]]:
    """The columns and records of a CSV file in UTF-8; both empty for an empty one."""
    text = data.decode("utf-8-sig", "replace")
    rows = [cleaned(map(value, token.raw)) for token in tokens(text, delimiter_of(text, ("id", "row key", "title")))]
    if not rows:
        return [], []
    names = rows[0]
    return names, [dict(zip(names, [*row, *[""] * len(names)], strict=False)) for row in rows[1:]]
