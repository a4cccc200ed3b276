"""Tables that lie on their side: their headings stand in the first column."""

from collections.abc import Sequence

from mapapp.foreign.headings import exact, named
from mapapp.foreign.opening import Lines
from mapapp.foreign.records import DATES, Role

_MOST = 12  # lines, each of which would be a column


def turned(lines: Lines) -> Lines:
    """The lines of a table whose headings stand in its first column, turned so that they stand above; others as is."""
    first = [cells[0] if cells else "" for _, cells in lines]
    roles = {role for name in first if exact(name) for role in named(name)}
    width = max(len(cells) for _, cells in lines)
    upright = len(lines) > _MOST or width < 3 or Role.PLACE not in roles or roles.isdisjoint(DATES)
    if upright or not all(map(exact, filter(None, first))) or _tells(lines[0][1]):
        return lines
    columns = zip(*([*cells, *[""] * (width - len(cells))] for _, cells in lines), strict=True)
    return [(number, list(cells)) for number, cells in enumerate(columns, 1) if any(cells)]


def _tells(cells: Sequence[str]) -> bool:
    """Whether a line itself has headings, more than its first cell."""
    return any(exact(cell) for cell in cells[1:] if cell)
