"""The two sides of a comparison as pages are told of them."""

from mapapp.beside import first_day
from mapapp.message import Message, tr
from mapapp.sides import Side
from mapapp.tour import Tour
from mapapp.words.forms import SideWords


def titled(side: Side) -> Message:
    """A side as a heading names it: ``A: Five states in four days``."""
    return tr("{letter}: {title}", letter=side.letter, title=side.title)


def side_words(tour: Tour) -> SideWords:
    """Letter, title and first day of each side, for each traveller the number of the colour; nothing for one tour."""
    if not tour.sides:
        return {}
    return {
        "sides": [(side.letter, side.title) for side in tour.sides],
        "hues": list(tour.hues),
        "starts": [str(first_day(tour, side) or "") for side in (0, 1)],
    }
