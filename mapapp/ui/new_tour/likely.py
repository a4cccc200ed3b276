"""Which tours of a library a table may be a newer state of, without comparing it with each of them row by row."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from mapapp import library
from mapapp.foreign.again import rows_in
from mapapp.foreign.sheets import Record
from mapapp.foreign.writing import TABLE
from mapapp.library import Kept

MOST = 5  # tours that are compared row by row
_REMEMBERED = 2_000  # versions of which the cells are remembered


def likely(rows: Mapping[str, Record], tours: Iterable[Kept]) -> list[Kept]:
    """The tours whose tables have most of their cells in common with the rows, the likeliest first."""
    cells = _cells(rows)
    place = library.folder()
    shares = [(_share(_cells_of(place, tour.id, tour.newest), cells), tour) for tour in tours]
    ranked = sorted((pair for pair in shares if pair[0]), key=lambda pair: -pair[0])
    return [tour for _, tour in ranked[:MOST]]


def _share(own: frozenset[int], cells: frozenset[int]) -> float:
    return len(own & cells) / len(own) if own else 0.0


@lru_cache(_REMEMBERED)
def _cells_of(place: Path, id_: str, number: int) -> frozenset[int]:  # noqa: ARG001  # a version never changes
    """What the cells of the table of a version say, as numbers; nothing where it came from no table."""
    try:
        return _cells(rows_in(library.content(id_, number, TABLE)))
    except UnicodeDecodeError:
        return frozenset()


def _cells(rows: Mapping[str, Record]) -> frozenset[int]:
    return frozenset(hash(cell) for row in rows.values() for cell in row.values() if cell)
