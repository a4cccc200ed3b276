"""Where things stand on a sheet of each size: title, list, map, sources; and how large the letters are."""

from dataclasses import dataclass

from mapapp.exports.picture.box import Box
from mapapp.exports.sheet import SIZES


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes in pixels of the sheet. ``unit`` is the size of common letters; everything else is a multiple of it.

    ``column`` holds the list of events with the sources below it, None where the sheet has no room for a list; there
    ``foot`` holds the sources. ``credits`` is the line of credits and the notice.
    """

    width: float
    height: float
    unit: float
    head: Box
    panel: Box
    credits: Box
    column: Box | None = None
    foot: Box | None = None


UNITS = {"slide": 18.0, "social": 18.0, "square": 19.0, "a4": 11.2, "a3": 13.2}
COLUMN = {"slide": 0.285, "a4": 0.30, "a3": 0.285}  # of the width
HEAD = {"social": 5.0, "square": 6.6}  # of the unit
FOOT = {"social": 0.0, "square": 4.6}
STRIP = 2.0  # of the unit; below the map


def layout(size: str) -> Layout:
    """The layout of a size of `mapapp.exports.sheet.SIZES`."""
    width, height = map(float, SIZES[size])
    unit = UNITS[size]
    margin = 1.6 * unit
    if size in COLUMN:
        edge = round(width * COLUMN[size])
        strip = height - round(STRIP * unit)
        panel = Box(edge, 0, width, strip)
        head = Box(margin, margin, edge - margin, 8 * unit)
        column = Box(margin, head.bottom, edge - margin, height - 1.3 * unit)
        return Layout(
            width, height, unit, head, panel, Box(edge + 0.6 * unit, strip, width - 0.6 * unit, height), column
        )
    top, low = round(HEAD[size] * unit), round((FOOT[size] + STRIP) * unit)
    head = Box(margin, 1.15 * unit, width - margin, top)
    foot = Box(margin, height - low, width - margin, height - STRIP * unit) if FOOT[size] else None
    credits_ = Box(margin, height - STRIP * unit, width - margin, height)
    return Layout(width, height, unit, head, Box(0, top, width, height - low), credits_, None, foot)
