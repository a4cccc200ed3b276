"""The scale bar: a round number of kilometres, true at the centre of the map."""

import numpy as np

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Line
from mapapp.exports.picture.frame import Frame
from mapapp.exports.picture.scene import Scene
from mapapp.exports.picture.typeface import Font, Ink
from mapapp.message import tr

ROUND = (1, 2, 5)


def length(frame: Frame, most: float) -> tuple[float, float]:
    """The longest round number of km that is at most so many pixels, and how many it is."""
    metres = most * frame.ground_m
    power = float(10.0 ** np.floor(np.log10(metres)))
    rounded = max(step * power for step in ROUND if step * power <= metres)
    return rounded / 1000, rounded / frame.ground_m


def size(scene: Scene) -> tuple[float, float]:
    """Width and height in pixels, with room around."""
    return length(scene.frame, 8 * scene.unit)[1] + 2 * scene.unit, 2.6 * scene.unit


def draw_scalebar(scene: Scene, box: Box, right: bool) -> None:
    """Draw it into the box, at its right or left edge."""
    km, pixels = length(scene.frame, 8 * scene.unit)
    unit, colour = scene.unit, scene.theme.quiet
    start = box.right - unit - pixels if right else box.left + unit
    y = box.bottom - 0.7 * unit
    rail = np.array([[start, y - 0.4 * unit], [start, y], [start + pixels, y], [start + pixels, y - 0.4 * unit]])
    scene.canvas.line(rail, Line(scene.theme.halo, unit * 0.26, alpha=0.8))
    scene.canvas.line(rail, Line(colour, unit * 0.1))
    words = scene.words.say(tr("{n} km", n=km))
    font = Font(0.78 * unit)
    scene.canvas.text((start + pixels / 2, y - 0.45 * unit), words, Ink(font, colour, "center", scene.theme.halo))
