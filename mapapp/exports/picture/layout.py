"""Where things stand on a sheet of each size: title, list, map, sources; and how large the letters are."""

from dataclasses import dataclass

from mapapp.exports.picture.box import Box
from mapapp.exports.sheet import SIZES


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes in pixels of the sheet. ``unit`` is the size of common letters; everything else is a multiple of it.

    ``column`` holds the list of events with the sources below it, None where the sheet has no room for a list; there
    the map reaches from the end of the head down to the sources, and ``panel`` is all that lies between the edges.
    ``credits`` is the line of credits and the notice.
    """

    width: float
    height: float
    unit: float
    head: Box
    panel: Box
    credits: Box
    column: Box | None = None

    @property
    def margin(self) -> float:
        """Between text and the edge of the sheet."""
        return MARGIN * self.unit


UNITS = {"slide": 18.0, "social": 20.5, "square": 19.0, "a4": 11.2, "a3": 15.6}
COLUMN = {"slide": 0.285, "a4": 0.30, "a3": 0.285}  # of the width
MARGIN = 1.6  # of the unit
STRIP = 2.1  # of the unit; below the map


def layout(size: str, listed: bool = True) -> Layout:
    """The layout of a size of `mapapp.exports.sheet.SIZES`; without a list, the map takes its room."""
    width, height = map(float, SIZES[size])
    unit, margin = UNITS[size], MARGIN * UNITS[size]
    strip = height - round(STRIP * unit)
    if size not in COLUMN or not listed:
        head = Box(margin, 1.1 * unit, width - margin, strip)
        return Layout(width, height, unit, head, Box(0, 0, width, strip), Box(margin, strip, width - margin, height))
    edge = round(width * COLUMN[size])
    head = Box(margin, margin, edge - margin, height)
    column = Box(margin, margin, edge - margin, height - 1.3 * unit)
    credits_ = Box(edge + 0.6 * unit, strip, width - 0.6 * unit, height)
    return Layout(width, height, unit, head, Box(edge, 0, width, strip), credits_, column)
