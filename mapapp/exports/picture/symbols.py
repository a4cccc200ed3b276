"""The signs of the map, the same as in the app: discs, stars, diamonds, rings, arrows, and pieces of line."""

import math
from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Canvas, Line, Points, circle, rounded
from mapapp.exports.picture.typeface import Font, Ink
from mapapp.palette import Theme
from mapapp.tour import Status
from mapapp.words.legend import OFF, OPEN


@dataclass(frozen=True, slots=True)
class Disc:
    """How a mark looks: its number or symbol ("stop", "summit", "event"), its status, and whether its place is unsure.

    ``traveller`` is the place of its colour, None for events outside every visit. ``second`` is the shape of what is on
    the second side of a comparison.
    """

    label: str = ""
    symbol: str = "stop"
    status: Status = Status.HELD
    traveller: int | None = None
    doubtful: bool = False
    second: bool = False


def colour_of(theme: Theme, traveller: int | None) -> str:
    """The colour of a traveller, or that of events outside every visit."""
    return theme.other_event if traveller is None else theme.traveller(traveller)


def draw_disc(canvas: Canvas, box: Box, disc: Disc, casing: bool = True) -> None:
    """A disc as large as the box; ``casing`` is a thin ring around it that parts it from lines below."""
    theme = canvas.theme
    colour = colour_of(theme, disc.traveller)
    size = box.height
    edge, corner = max(1.0, size * 0.075), size * (0.2 if disc.second else 1)
    if casing:
        canvas.box(box.grown(edge * 0.9), theme.raised, corner=corner)
    if disc.doubtful:
        canvas.box(box.grown(edge * 2.2), edge=Line(theme.doubt, edge, (edge * 2.4, edge * 1.8)), corner=corner)
    hollow = disc.status in OPEN + OFF or disc.symbol != "stop"
    if hollow:
        dash = (edge * 2.2, edge * 1.7) if disc.status in OPEN else ()
        canvas.box(box.grown(-edge / 2), theme.raised, Line(colour, edge, dash), corner=corner)
    else:
        canvas.box(box, colour, corner=corner)
    _inside(canvas, box, disc, colour if hollow else theme.raised)
    if disc.status in OFF:
        reach = size * 0.36
        x, y = box.centre
        stroke = np.array([[x - reach, y - reach], [x + reach, y + reach]])
        canvas.line(stroke, Line(theme.raised, edge * 2.6))
        canvas.line(stroke, Line(colour, edge * 1.3))


def _inside(canvas: Canvas, box: Box, disc: Disc, colour: str) -> None:
    x, y = box.centre
    if disc.symbol != "stop" and disc.status in OFF:
        return  # under the stroke a sign would be a blot
    if disc.symbol == "summit":
        canvas.shape(star(x, y, box.height * 0.32), colour)
    elif disc.symbol == "event":
        reach = box.height * 0.22
        canvas.shape(Path([(x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]), colour)
    elif disc.label:
        font = Font(box.height * (0.56 if len(disc.label) < 3 else 0.48), bold=True)
        canvas.text((x, y + font.cap / 2), disc.label, Ink(font, colour, "center"))


def star(x: float, y: float, radius: float) -> Path:
    """A star with five points."""
    angles = np.arange(11) * math.pi / 5 - math.pi / 2
    lengths = np.where(np.arange(11) % 2 == 0, radius, radius * 0.42)
    return Path(np.column_stack([x + lengths * np.cos(angles), y + lengths * np.sin(angles)]))


def draw_ring(canvas: Canvas, x: float, y: float, size: float) -> None:
    """The ring of another place on record, which asks a question."""
    theme = canvas.theme
    canvas.shape(circle(x, y, size / 2), theme.raised, Line(theme.quiet, max(0.8, size * 0.06)))
    font = Font(size * 0.72, bold=True)
    canvas.text((x, y + font.cap / 2), "?", Ink(font, theme.quiet, "center"))


def draw_arrow(canvas: Canvas, at: tuple[float, float], angle: float, size: float, colour: str) -> None:
    """An arrow head that points along ``angle`` (radians, y downwards)."""
    shape = np.array([[-0.45, -0.5], [0.6, 0], [-0.45, 0.5], [-0.2, 0]]) * size
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    path = Path(np.vstack([shape @ turn + at, (shape @ turn + at)[:1]]), closed=True)
    canvas.shape(path, colour, Line(canvas.theme.raised, max(1.0, size * 0.14)))
    canvas.shape(path, colour)


def leg_line(theme: Theme, traveller: int, mode: str, unit: float, second: bool = False) -> Line:
    """How a leg is drawn: dashed where nobody says by which mode.

    A dot between the strokes tells the ``second`` side of a comparison also without its colour, as on the page
    (`maps/assets/sides.js`).
    """
    width, known = unit * 0.2, mode != "unknown"
    dotted = (width * (10 if known else 3.6), width * 1.3, width, width * 1.3)
    dashed = () if known else (width * 2.4, width * 1.5)
    return Line(theme.traveller(traveller), width, dotted if second else dashed)


@dataclass(frozen=True, slots=True)
class Style:
    """How corridors are drawn: colours, the size of common letters, and the width of a line in pixels."""

    rail: str
    sea: str
    tie: str
    unit: float
    width: float


def style_of(theme: Theme, unit: float, calm: bool) -> Style:
    """A corridor that is the subject of the picture is drawn strongly, one behind a journey calmly."""
    if calm:
        return Style(theme.calm_rail, theme.calm_sea, theme.land, unit, 0.12 * unit)
    return Style(theme.rail, theme.sea_route, theme.rail_tie, unit, 0.17 * unit)


def draw_way(canvas: Canvas, points: Points, kind: str, style: Style, clip: Box | None = None) -> None:
    """A piece of a corridor: "rail", "sea", "road" or "planned", with "-idle" behind it where nothing runs."""
    unit, width = style.unit, style.width
    mode, _, idle = kind.partition("-")
    alpha = 0.5 if idle else 1.0
    if mode == "planned":
        canvas.line(points, Line(style.rail, unit * 0.09, (unit * 0.25, unit * 0.3), alpha=0.8), clip)
    elif mode == "sea":
        canvas.line(points, Line(style.sea, width, (0.01, width * 2.1), round=True, alpha=alpha), clip)
    elif mode == "road":
        canvas.line(points, Line(style.rail, width, alpha=alpha), clip)
        canvas.line(points, Line(canvas.theme.raised, width * 0.4, alpha=alpha), clip)
    else:
        canvas.line(points, Line(style.rail, width, alpha=alpha), clip)
        if not idle:
            canvas.line(points, Line(style.tie, width * 0.5, (unit * 0.36, unit * 0.36)), clip)


def draw_node(canvas: Canvas, at: tuple[float, float], kinds: tuple[str, ...], style: Style) -> None:
    """A node of a corridor: a port filled, a border crossing square, everything else round."""
    x, y = at
    radius = style.unit * (0.22 if {"port", "border-crossing"} & {*kinds} else 0.16)
    box = Box.around(x, y, radius)
    fill = style.sea if "port" in kinds else canvas.theme.raised
    corner = 0 if "border-crossing" in kinds and "port" not in kinds else radius
    canvas.shape(rounded(box, corner), fill, Line(style.rail, style.unit * 0.075))
