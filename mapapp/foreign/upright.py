"""Tables that lie on their side: their headings stand in the first column."""

from collections.abc import Sequence

from mapapp.foreign.datelike import is_date
from mapapp.foreign.headings import exact, named
from mapapp.foreign.opening import Lines
from mapapp.foreign.records import DATES, Role

DAY = "Date"
_MOST = 12  # lines, each of which would be a column


def turned(lines: Lines) -> Lines:
    """The lines of a table whose headings stand in its first column, turned so that they stand above; others as is."""
    above = next((at for at, (_, cells) in enumerate(lines) if sum(map(bool, cells)) > 1), 0)  # titles of one cell
    titles, lines = lines[:above], lines[above:]
    dated = [*filter(None, lines[0][1][1:])] if lines and not exact(lines[0][1][0]) else []
    across = len(dated) > 1 and all(map(is_date, dated))  # the days of a week above what happens on them
    if across:
        lines = [(lines[0][0], [DAY, *lines[0][1][1:]]), *lines[1:]]
    first = [cells[0] if cells else "" for _, cells in lines]
    roles = {role for name in first if exact(name) for role in named(name)}
    width = max(len(cells) for _, cells in lines)
    upright = len(lines) > _MOST or width < 3 or Role.PLACE not in roles or roles.isdisjoint(DATES)
    named_ = across or all(map(exact, filter(None, first)))
    if upright or not named_ or _tells(lines[0][1]):
        return [*titles, *lines]
    columns = zip(*([*cells, *[""] * (width - len(cells))] for _, cells in lines), strict=True)
    turned_ = [(number, list(cells)) for number, cells in enumerate(columns, 1 + len(titles)) if any(cells)]
    return [*((number, cells) for number, (_, cells) in enumerate(titles, 1)), *turned_]


def _tells(cells: Sequence[str]) -> bool:
    """Whether a line itself has headings, more than its first cell."""
    return any(exact(cell) for cell in cells[1:] if cell)
