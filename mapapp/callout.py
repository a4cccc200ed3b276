"""A callout: a few words of the author's on the map, with a thin line to what they are about."""

from typing import NamedTuple

from mapapp.position import Position
from mapapp.source import Citation

MOST = 4  # callouts that a tour may have; more of them than that point at nothing
LONGEST = 80  # characters of one


class Callout(NamedTuple):
    """Words that point at a position.

    ``about`` is the id of the event whose place that is, or "visit:" and the id of a stay, "" for a place by itself; a
    view that leaves out the one leaves out the other.
    """

    text: str
    position: Position
    about: str = ""
    citations: tuple[Citation, ...] = ()
