"""Addresses to which cells of a workbook lead, as columns of their own at the end of its rows."""

from collections import defaultdict
from collections.abc import Iterable

from mapapp.foreign.clipboard import LINK

Lines = list[tuple[int, list[str]]]


def with_links(lines: Lines, links: Iterable[tuple[int, int, str]]) -> Lines:
    """The lines with a column behind the others for each that has links; its heading is that of the column, and "link".

    ``links`` are line, column from 0, and address. An address that stands in the cell itself needs no column.
    """
    written = dict(lines)
    of: dict[int, dict[int, list[str]]] = defaultdict(dict)
    for line, column, address in links:
        cells = written.get(line, [])
        if line in written and not (column < len(cells) and address in cells[column]):
            of[column].setdefault(line, []).append(address)
    if not of:
        return lines
    width = max(len(cells) for _, cells in lines)
    result = [(line, [*cells, *[""] * (width - len(cells))]) for line, cells in lines]
    for column, addresses in sorted(of.items()):
        heading = _heading(result, column, min(addresses))
        for line, cells in result:
            told = f"{cells[column]} {LINK}" if line == heading else ""
            cells.append(" ".join(addresses.get(line, ())) or told)
    return result


def _heading(lines: Lines, column: int, first: int) -> int:
    """The line of the cell above the first link, 0 where there is none."""
    return max((line for line, cells in lines if line < first and cells[column]), default=0)
