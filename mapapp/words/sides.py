"""The two sides of a comparison as pages are told of them."""

from mapapp.message import Message, tr
from mapapp.sides import Side
from mapapp.tour import Tour
from mapapp.words.forms import SideWords


def titled(side: Side) -> Message:
    """A side as a heading names it: ``A: Five states in four days``."""
    return tr("{letter}: {title}", letter=side.letter, title=side.title)


def side_words(tour: Tour) -> SideWords:
    """Letter and title of each side, and for each traveller the number of the colour; nothing for a single tour."""
    if not tour.sides:
        return {}
    return {"sides": [(side.letter, side.title) for side in tour.sides], "hues": list(tour.hues)}
