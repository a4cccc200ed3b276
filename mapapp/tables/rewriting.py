"""Corrections in the bytes of a CSV file.

A corrected file differs from the one that was there in the corrected cells alone: separator, quotes, order of columns,
encoding, byte order mark and ends of lines stay; only where the old code page lacks a letter of a correction, the file
becomes UTF-8.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from itertools import accumulate

from mapapp.tables.csv import Token, delimiter_of, tokens, value
from mapapp.tables.decoding import decoded
from mapapp.tables.edits import Correction
from mapapp.tables.formulas import guarded, unguarded
from mapapp.tables.rows import cleaned
from mapapp.tables.writing import written


def rewritten(
    data: bytes, file: str, corrections: Iterable[Correction], columns: Collection[str], *, alone: bool
) -> bytes:
    """The bytes of a CSV file with the corrections written into it; ``columns`` are those that it may have.

    ``alone``: the file holds one table. One that holds several has apostrophes before what a spreadsheet would take
    for a formula.

    Raises UnicodeDecodeError for bytes that no table could be read from.
    """
    found = decoded(data)
    text = found.text
    delimiter = delimiter_of(text, columns)
    left = list(corrections)
    read, write = (_same, _same) if alone else (unguarded, guarded)
    header: list[str] = []
    pieces, done = [], 0
    for token in tokens(text, delimiter):
        cells = cleaned(map(value, token.raw))
        if not header and any(cells):
            header = [cell.lower() for cell in cells]
        elif any(cells) and left:
            said = {name: read(cell) for name, cell in reversed([*zip(header, cells, strict=False)])}
            fitting = next((c for c in left if c.fits(file, token.line, partial(_text, said), alone=alone)), None)
            if fitting:
                left.remove(fitting)  # the first row of an id is the one that is read
                new_cells = {column: write(text) for column, text in fitting.cells.items()}
                for start, end, new in _changes(new_cells, header, cells, token, delimiter):
                    pieces += [text[done:start], new]
                    done = end
    return found.encoded("".join(pieces) + text[done:])


def _same(text: str) -> str:
    return text


def _text(cells: dict[str, str], column: str) -> str:
    return cells.get(column, "")


def _changes(
    new: dict[str, str], header: list[str], cells: list[str], token: Token, delimiter: str
) -> Iterator[tuple[int, int, str]]:
    """Start, end and new text of the cells of a record that change; cells that it lacks are added at its end."""
    starts = list(accumulate((len(raw) + 1 for raw in token.raw), initial=token.start))
    end = len(cells)
    for index, name in enumerate(header):
        if name not in new or header.index(name) != index:
            continue
        if index < len(cells):
            raw, start = token.raw[index], starts[index]
            if cells[index] != new[name]:
                yield start, start + len(raw), written(new[name], delimiter, quoted=raw[:1] == '"')
        elif new[name]:
            last = starts[-1] - 1
            yield last, last, delimiter * (index - end + 1) + written(new[name], delimiter)
            end = index + 1
