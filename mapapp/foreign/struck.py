"""Rows that are struck through, told in a column of their own at the end of the rows."""

from collections.abc import Iterable

STRUCK, CANCELLED = "struck through", "cancelled"  # the heading of the column, and what it says of such rows
PARTLY = f"partly: {CANCELLED}"  # is asked, since nobody knows what the rest of the row is to say
Lines = list[tuple[int, list[str]]]


def with_struck(lines: Lines, struck: Iterable[tuple[int, int, int]]) -> Lines:
    """The lines with the column, where some are struck through in at least half of their cells.

    ``struck`` are lines with how many of their cells are struck through, and how many are filled. Of less than half the
    rest holds: a time was changed, or a name.
    """
    told = {
        line: CANCELLED if crossed >= filled else PARTLY for line, crossed, filled in struck if 2 * crossed >= filled
    }
    return with_column(lines, told) if told else lines


def with_column(lines: Lines, told: dict[int, str]) -> Lines:
    """The lines with the column, and what it says of some of them."""
    width = max(len(cells) for _, cells in lines)
    head = next((line for line, cells in lines if sum(map(bool, cells)) > 1), 0)
    said = {head: STRUCK} | told
    return [(line, [*cells, *[""] * (width - len(cells)), said.get(line, "")]) for line, cells in lines]
