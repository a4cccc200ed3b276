"""Draws the journey: legs with their direction, other places on record, and the discs of the stops."""

import math

import numpy as np

from mapapp.exports.picture.basemap import runs
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Line, circle
from mapapp.exports.picture.scene import Scene
from mapapp.exports.picture.shown import GHOST, PlacedLeg
from mapapp.exports.picture.symbols import Disc, colour_of, draw_arrow, draw_disc, draw_ring, leg_line

ARROW = 0.56  # of the way; past the middle, so that arrows of the way there and back do not meet
MOVED = 0.9  # units from its place, from which on a disc is tied to it
SHORT = 3.2  # units; a shorter leg has no room for an arrow


def draw_itinerary(scene: Scene) -> None:
    """Draw legs, rings, and then discs; the first stops lie above."""
    for leg in scene.shown.legs:
        _draw_leg(scene, leg)
    for leg in () if scene.shown.dots else scene.shown.legs:
        _draw_direction(scene, leg)  # over every line: the way back runs over the way there
    _draw_ghosts(scene)
    _draw_leaders(scene)
    for placed in reversed(scene.shown.marks):
        mark = placed.mark
        if scene.shown.dots:
            x, y = placed.box.centre
            colour = colour_of(scene.theme, mark.hue)
            dot = circle(x, y, placed.box.width / 2)
            scene.canvas.shape(dot, colour, Line(scene.theme.raised, 0.8), scene.frame.panel, alpha=0.9)
        elif scene.frame.panel.holds(placed.box):
            disc = Disc(placed.label, mark.symbol, mark.status, mark.hue, mark.doubtful, mark.second)
            draw_disc(scene.canvas, placed.box, disc)


def _draw_leg(scene: Scene, placed: PlacedLeg) -> None:
    panel, unit = scene.frame.panel, scene.unit * (0.5 if scene.shown.dots else 1)
    style = leg_line(scene.theme, placed.hue, placed.leg.mode, unit, placed.second)
    for piece in placed.pieces:
        scene.canvas.line(piece, Line(scene.theme.land, style.width * 2, alpha=0.8), panel)
        scene.canvas.line(piece, style, panel)


def direction(scene: Scene, placed: PlacedLeg) -> tuple[tuple[float, float], float] | None:
    """Where the arrow of a leg stands, and its angle in radians, y downwards; None where there is no room for one."""
    panel = scene.frame.panel
    line = max((part for piece in placed.pieces for part in runs(piece, panel)), key=len, default=np.zeros((0, 2)))
    steps = np.hypot(*np.diff(line, axis=0).T)
    if steps.sum() < SHORT * scene.unit:
        return None
    segment = min(int(np.searchsorted(np.cumsum(steps), steps.sum() * ARROW)), len(steps) - 1)
    (ax, ay), (bx, by) = line[segment], line[segment + 1]
    at = (float(ax + bx) / 2, float(ay + by) / 2)
    inside = panel.left < at[0] < panel.right and panel.top < at[1] < panel.bottom
    return (at, math.atan2(by - ay, bx - ax)) if inside else None


def _draw_direction(scene: Scene, placed: PlacedLeg) -> None:
    """The arrow of a leg, where it is long enough for one."""
    if arrow := direction(scene, placed):
        colour = leg_line(scene.theme, placed.hue, placed.leg.mode, scene.unit).colour
        draw_arrow(scene.canvas, *arrow, scene.unit * 0.75, colour)


def _draw_leaders(scene: Scene) -> None:
    """Tie discs that a crowd has moved from their place to it; those beside another of the same place need no tie."""
    first: dict[str, Box] = {}
    for placed in () if scene.shown.dots else scene.shown.marks:
        box = first.setdefault(placed.mark.place.id, placed.box)
        x, y = box.centre
        if box is placed.box and math.hypot(x - placed.at[0], y - placed.at[1]) > MOVED * scene.unit:
            tie = np.array([placed.at, box.centre])
            scene.canvas.line(tie, Line(scene.theme.halo, 0.2 * scene.unit, alpha=0.8), scene.frame.panel)
            scene.canvas.line(tie, Line(scene.theme.ink, 0.07 * scene.unit), scene.frame.panel)
            scene.canvas.shape(circle(*placed.at, 0.16 * scene.unit), scene.theme.ink, clip=scene.frame.panel)


def _draw_ghosts(scene: Scene) -> None:
    drawn = set()
    width = scene.unit * 0.085
    for placed in scene.shown.ghosts:
        if placed.at in drawn:
            continue
        drawn.add(placed.at)
        tie = np.array([placed.tied, placed.at])
        scene.canvas.line(
            tie, Line(scene.theme.other_event, width, (0.01, width * 3.2), round=True, alpha=0.7), scene.frame.panel
        )
        draw_ring(scene.canvas, *placed.at, GHOST * scene.unit)
