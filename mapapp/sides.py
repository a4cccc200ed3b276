"""The two sides of a comparison: of which tour, or of which travellers, a record tells.

A comparison is one tour that holds the records of both (`mapapp.beside`), so that whatever shows a tour shows it. What
belongs to which side is told by its id: those of the second begin with a prefix that no id of the first has.
"""

from collections.abc import Sequence
from typing import NamedTuple

LETTERS = ("A", "B")


class Side(NamedTuple):
    """One side. ``letter`` stands before the numbers of its stops, ``title`` is what is compared.

    ``prefix`` begins the ids of its visits and events, "" for the first side. ``travellers`` are ids. ``same`` are
    pairs of ids of one person in both tours: that of this side, then that of the first.
    """

    letter: str
    title: str
    prefix: str = ""
    travellers: tuple[str, ...] = ()
    same: tuple[tuple[str, str], ...] = ()


def side_of(sides: Sequence[Side], id_: str) -> int | None:
    """Which side a visit or event is on, 0 or 1, by its id; None where nothing is compared."""
    if not sides:
        return None
    return 1 if id_.startswith(sides[1].prefix) else 0


def hues(sides: Sequence[Side], travellers: Sequence[str]) -> tuple[int, ...]:
    """The place in the row of colours of each traveller: its own, or in a comparison that of its side."""
    if not sides:
        return tuple(range(len(travellers)))
    return tuple(int(traveller in sides[1].travellers) for traveller in travellers)
