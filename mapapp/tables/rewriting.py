"""Corrections in the bytes of a CSV file.

A corrected file differs from the one that was there in the corrected cells alone: separator, quotes, order of columns,
byte order mark and ends of lines stay.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from mapapp.tables.csv import delimiter_of
from mapapp.tables.edits import Correction
from mapapp.tables.formulas import guarded, unguarded

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def rewritten(
    data: bytes, file: str, corrections: Iterable[Correction], columns: Collection[str], *, alone: bool
) -> bytes:
    """The bytes of a CSV file with the corrections written into it; ``columns`` are those that it may have.

    ``alone``: the file holds one table. One that holds several has apostrophes before what a spreadsheet would take
    for a formula.

    Raises UnicodeDecodeError for bytes that no table could be read from.
    """
    mark, encoding = next((m for m in _MARKS if data.startswith(m[0])), (b"", "utf-8"))
    text = data[len(mark) :].decode(encoding)
    delimiter = delimiter_of(text, columns)
    left = list(corrections)
    read, write = (_same, _same) if alone else (unguarded, guarded)
    header: list[str] = []
    pieces, done = [], 0
    for line, cells in _records(text, delimiter):
        if not header:
            header = [cell.text.lower() for cell in cells]
            continue
        said = {name: read(cell.text) for name, cell in reversed([*zip(header, cells, strict=False)])}
        fitting = next((c for c in left if c.fits(file, line, partial(_text, said), alone=alone)), None)
        if fitting:
            left.remove(fitting)  # the first row of an id is the one that is read
            new_cells = {column: write(text) for column, text in fitting.cells.items()}
            for start, end, new in _changes(new_cells, header, cells, delimiter):
                pieces += [text[done:start], new]
                done = end
    return mark + ("".join(pieces) + text[done:]).encode(encoding)


def _same(text: str) -> str:
    return text


def _text(cells: dict[str, str], column: str) -> str:
    return cells.get(column, "")


class _Cell(NamedTuple):
    """A cell as it is read, and where it stands in the text, quotes included."""

    text: str
    start: int
    end: int
    quoted: bool


def _changes(
    new: dict[str, str], header: list[str], cells: list[_Cell], delimiter: str
) -> Iterator[tuple[int, int, str]]:
    """Start, end and new text of the cells of a record that change; cells that it lacks are added at its end."""
    end = len(cells)
    for index, name in enumerate(header):
        if name not in new or header.index(name) != index:
            continue
        if index < len(cells):
            cell = cells[index]
            if cell.text != new[name]:
                yield cell.start, cell.end, _written(new[name], delimiter, quoted=cell.quoted)
        elif new[name]:
            last = cells[-1].end
            yield last, last, delimiter * (index - end + 1) + _written(new[name], delimiter, quoted=False)
            end = index + 1


def _written(text: str, delimiter: str, *, quoted: bool) -> str:
    if quoted or any(c in text for c in f'{delimiter}"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[_Cell]]]:
    """The records that are not blank, each with its first line, read as `mapapp.tables` reads them.

    Where quotes do not fit, the line is read by itself, with whatever stands behind a closing quote; where one stays
    open, the line is passed over.
    """
    plain = rf"[^{delimiter}\r\n]*+"
    strict = re.compile(rf'"((?:[^"]|"")*+)"()(?=[{delimiter}\r\n]|\Z)|(?!"){plain}')
    loose = re.compile(rf'"((?:[^"\r\n]|"")*+)"({plain})|(?!"){plain}')
    start, line = 0, 1
    while start < len(text):
        cells = _record(text, start, delimiter, strict) or _record(text, start, delimiter, loose)
        if any(cell.text for cell in cells):
            yield line, cells
        here = cells[-1].end if cells else start
        found = _LINE_END.search(text, here)
        end = found.end() if found else len(text)
        line += len(_LINE_END.findall(text, start, end))
        start = end


def _record(text: str, start: int, delimiter: str, field: re.Pattern[str]) -> list[_Cell]:
    """The cells of the record that begins there; none where a cell does not read as ``field``."""
    cells = []
    while match := field.match(text, start):
        cells.append(_cell(match))
        if text[match.end() : match.end() + 1] != delimiter:
            return cells
        start = match.end() + 1
    return []


def _cell(match: re.Match[str]) -> _Cell:
    quoted = match[1] is not None
    raw = match[1].replace('""', '"') + match[2] if quoted else match[0]
    return _Cell(unicodedata.normalize("NFC", raw.strip()), match.start(), match.end(), quoted)
