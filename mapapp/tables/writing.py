"""Cells to the text of a CSV file: what is written reads back through `mapapp.tables.csv` as the same cells."""

from collections.abc import Iterable


def written(text: str, delimiter: str = ",", *, quoted: bool = False) -> str:
    """A cell as it stands in a file; in quotes where it has to be, or where it was."""
    if quoted or any(c in text for c in f'{delimiter}"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def csv_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows of cells as a CSV file in UTF-8, its lines ended by a line feed.

    Python's own writer leaves a carriage return without quotes there, at which readers begin another row.
    """
    made = bytearray()  # row by row: of a long table all of them beside each other would be several times its size
    for row in rows:
        made += f"{_line(row)}\n".encode("utf-8", "replace")
    return bytes(made)


def _line(row: Iterable[str]) -> str:
    return ",".join(map(written, row)) or '""'
