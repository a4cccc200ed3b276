"""Cells on a colour: what it means, only their author knows; that it is there is said."""

from collections import Counter
from collections.abc import Sequence

from mapapp.foreign.struck import listed_lines
from mapapp.message import Message, plural

Lines = Sequence[tuple[int, list[str]]]
_DECORATES = 0.4  # of the rows: a colour that so many have is a pattern of the table


def coloured_words(lines: Lines, coloured: Sequence[tuple[int, str]]) -> list[Message]:
    """A sentence on the rows below the headings in which cells stand on a colour that sets them apart, or none."""
    full = [line for line, cells in lines if sum(map(bool, cells)) > 1]
    rows = frozenset(full[1:])  # the first has the headings
    marked = [(line, colour) for line, colour in coloured if line in rows]
    often = Counter(colour for _, colour in marked)
    found = sorted({line for line, colour in marked if often[colour] <= max(1, _DECORATES * len(rows))})
    if not found:
        return []
    return [
        plural(
            len(found),
            "{n} row has coloured cells (line {rows}); what their colour means is not read. Write it in a column.",
            "{n} rows have coloured cells (lines {rows}); what their colour means is not read. Write it in a column.",
            rows=listed_lines(found),
        )
    ]
