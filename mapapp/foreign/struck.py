"""Rows that are struck through, told in a column of their own at the end of the rows."""

from collections.abc import Iterable, Sequence

from mapapp.message import Message, plural, series, tr

STRUCK = tr("struck through")  # the heading of the column, and what it says of such rows
PARTLY = tr("struck through in part")  # is asked, since nobody knows what the rest of the row is to say
_NAMED = 8  # lines that a sentence names
Lines = list[tuple[int, list[str]]]


def with_struck(lines: Lines, struck: Iterable[tuple[int, int, int]]) -> Lines:
    """The lines with the column, where some are struck through in at least half of their cells.

    ``struck`` are lines with how many of their cells are struck through, and how many are filled. Of less than half the
    rest holds: a time was changed, or a name.
    """
    told: dict[int, str] = {
        line: STRUCK if crossed >= filled else PARTLY for line, crossed, filled in struck if 2 * crossed >= filled
    }
    return with_column(lines, told) if told else lines


def struck_words(struck: Sequence[tuple[int, int, int]]) -> list[Message]:
    """A sentence on the rows in which less than half of the cells are struck through, or none: they are read."""
    found = [line for line, crossed, filled in struck if 2 * crossed < filled]
    listed = listed_lines(found)
    said = plural(
        len(found),
        "{n} row has single cells that are struck through (line {rows}); they are read like the others.",
        "{n} rows have single cells that are struck through (lines {rows}); they are read like the others.",
        rows=listed,
    )
    return [said] if found else []


def listed_lines(lines: Sequence[int]) -> Message:
    """The first of some lines, and a sign where there are more."""
    return series([*map(str, lines[:_NAMED]), *(["…"] if len(lines) > _NAMED else [])])


def with_column(lines: Lines, told: dict[int, str]) -> Lines:
    """The lines with the column, and what it says of some of them."""
    width = max(len(cells) for _, cells in lines)
    head = next((line for line, cells in lines if sum(map(bool, cells)) > 1), 0)
    said = {head: STRUCK} | told
    return [(line, [*cells, *[""] * (width - len(cells)), said.get(line, "")]) for line, cells in lines]
