"""What every part of a picture is given: the snapshot, the sheet it is drawn on, and where things stand on it."""

from dataclasses import dataclass, field

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Canvas
from mapapp.exports.picture.frame import Frame
from mapapp.exports.picture.shown import Shown
from mapapp.exports.words import Words
from mapapp.palette import Theme
from mapapp.snapshot import Snapshot


@dataclass
class Scene:
    """``unit`` is the size of common letters in pixels.

    ``taken`` are boxes on the map that nothing may be laid over: discs, names, legend. It grows while the picture is
    drawn. ``named`` are the boxes of the names alone, with their words.
    """

    snapshot: Snapshot
    canvas: Canvas
    frame: Frame
    shown: Shown
    words: Words
    unit: float
    taken: list[Box] = field(default_factory=list)
    named: list[tuple[str, Box]] = field(default_factory=list)

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self.canvas.theme
