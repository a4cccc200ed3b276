"""The map alone, for documents that say the rest themselves."""

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Canvas
from mapapp.exports.picture.drawing import draw_map, theme_of
from mapapp.exports.picture.scene import Page
from mapapp.snapshot import Snapshot
from mapapp.words.language import Words


def panel(snapshot: Snapshot, width: int, height: int, scale: int = 1) -> bytes:
    """The map with names, legend, scale bar and locator as PNG, in ``scale`` times the pixels."""
    canvas = Canvas(width, height, theme_of(snapshot))
    draw_map(Page(snapshot, canvas, Words(snapshot.language), width / 78), Box(0, 0, width, height))
    return canvas.png(scale, {})
