"""What every part of a picture is given: the snapshot, the sheet it is drawn on, and where things stand on it."""

from dataclasses import dataclass, field

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Canvas
from mapapp.exports.picture.frame import Frame
from mapapp.exports.picture.shown import Shown
from mapapp.exports.sheet import Sheet
from mapapp.palette import Theme
from mapapp.snapshot import Snapshot
from mapapp.words.language import Words


@dataclass
class Page:
    """A sheet for a snapshot, in a language. ``unit`` is the size of common letters in pixels.

    ``sheet`` says which parts are wanted.
    """

    snapshot: Snapshot
    canvas: Canvas
    words: Words
    unit: float
    sheet: Sheet = field(default=Sheet(), kw_only=True)

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self.canvas.theme


@dataclass
class Scene(Page):
    """A page with a map on it.

    ``taken`` are boxes on the map that nothing may be laid over: discs, names, legend. It grows while the picture is
    drawn. ``named`` are the boxes of the names alone, with their words; ``along`` those of names along lines, by
    the keys of their rows in the legend, which they take the place of; ``called`` those of callouts.
    """

    frame: Frame
    shown: Shown
    taken: list[Box] = field(default_factory=list)
    named: list[tuple[str, Box]] = field(default_factory=list)
    along: dict[str, tuple[Box, ...]] = field(default_factory=dict)
    called: dict[str, Box] = field(default_factory=dict)
