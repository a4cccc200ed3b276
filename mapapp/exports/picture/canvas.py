"""A sheet to draw on: lines, shapes and text on a matplotlib Figure, in pixels of 1/96 inch from the top left.

Settings of matplotlib are the process's, so those that matter are made once, here, and nothing is ever changed while
drawing: two pictures can be drawn at the same time.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import Stroke
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.typeface import Ink, plain
from mapapp.palette import Theme
from mapapp.words.direction import leftward

Points = np.ndarray[Any, np.dtype[np.float64]]
PER_INCH = 96.0
HALO = 0.24  # of the size of the letters, on all sides together

mpl.rcParams.update(
    {
        "svg.fonttype": "none",  # text stays text
        "pdf.fonttype": 42,
        "svg.hashsalt": "mapapp",  # the same picture has the same ids
        "text.hinting": "none",  # letters keep their places at every scale
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """How a line is drawn: ``dash`` are lengths of strokes and gaps in pixels, () for a solid line."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    round: bool = False
    alpha: float = 1.0


@dataclass
class Canvas:
    """A sheet of a width and height in pixels, in the colours of a theme. What is drawn later lies above."""

    width: float
    height: float
    theme: Theme
    figure: Figure = field(init=False)

    def __post_init__(self) -> None:
        self.figure = Figure(figsize=(self.width / PER_INCH, self.height / PER_INCH), dpi=PER_INCH)
        self._canvas = FigureCanvasAgg(self.figure)
        self.figure.patch.set_visible(False)
        flipped = Affine2D().scale(1 / PER_INCH, -1 / PER_INCH).translate(0, self.height / PER_INCH)
        self._place = flipped + self.figure.dpi_scale_trans

    def shape(
        self, path: Path, fill: str = "none", edge: Line | None = None, clip: Box | None = None, alpha: float = 1.0
    ) -> None:
        """Fill a path, and draw its edge."""
        patch = PathPatch(path, facecolor=fill, alpha=alpha, linewidth=0, edgecolor="none", transform=self._place)
        if edge:
            patch.set(edgecolor=edge.colour, linewidth=edge.width * 0.75, alpha=min(alpha, edge.alpha))
            patch.set_capstyle("round" if edge.round else "butt")
            patch.set_joinstyle("round")
            if edge.dash:
                patch.set_linestyle((0, tuple(d / edge.width for d in edge.dash)))
        self._add(patch, clip)

    def line(self, points: Points, style: Line, clip: Box | None = None) -> None:
        """Draw a line through points of shape (n, 2)."""
        self.shape(Path(points), edge=style, clip=clip)

    def box(self, box: Box, fill: str = "none", edge: Line | None = None, corner: float = 0, alpha: float = 1) -> None:
        """Fill a rectangle with rounded corners, and draw its edge."""
        self.shape(rounded(box, corner), fill, edge, alpha=alpha)

    def text(self, at: tuple[float, float], words: str, ink: Ink, url: str = "", *, angle: float = 0.0) -> None:
        """Write one line of text, its base line at a point; in formats that have links it leads to ``url``.

        ``angle`` is that of the base line in radians, y downwards.

        A halo is drawn first, as a path, and the words over it, as text.
        """
        words = plain(words)
        if not words:
            return
        if ink.halo:
            around = self._text(at, words, replace(ink, colour=ink.halo), angle)
            width = ink.font.size * HALO * 0.75
            around.set_path_effects([Stroke(linewidth=width, foreground=ink.halo, joinstyle="round")])
        self._text(at, words, ink, angle).set_url(url or None)

    def within(self, span: tuple[float, float], y: float, words: str, ink: Ink, url: str = "") -> None:
        """Write one line of text between two edges: from the left, or from the right where the text runs so."""
        left, right = span
        if leftward(words):
            self.text((right, y), words, replace(ink, align="right"), url)
        else:
            self.text((left, y), words, ink, url)

    def png(self, scale: int, about: dict[str, str], **options: int) -> bytes:
        """The sheet as PNG in ``scale`` times its pixels; ``options`` are those of Pillow.

        The pixels, 115 MB of a large sheet, go at once: artists and figure hold each other and what they were drawn
        with, which Python finds out much later, and a few pictures in a row would take as many times the memory.
        """
        out = BytesIO()
        dpi = PER_INCH * scale
        self.figure.savefig(out, format="png", dpi=dpi, metadata={"Software": "mapapp", **about}, pil_kwargs=options)
        self._canvas.renderer.__dict__.clear()
        self._canvas = FigureCanvasAgg(self.figure)
        return out.getvalue()

    def _text(self, at: tuple[float, float], words: str, ink: Ink, angle: float) -> Text:
        text = Text(
            *at,
            words,
            color=ink.colour,
            fontproperties=ink.font.properties,
            horizontalalignment=ink.align,
            verticalalignment="baseline",
            rotation=-math.degrees(angle),
            rotation_mode="anchor",
            parse_math=False,
            usetex=False,
            transform=self._place,
        )
        self._add(text, None)
        return text

    def _add(self, artist: PathPatch | Text, clip: Box | None) -> None:
        self.figure.add_artist(artist)
        if clip:
            corners = Bbox([[clip.left, clip.top], [clip.right, clip.bottom]])
            artist.set_clip_box(TransformedBbox(corners, self._place))


def rounded(box: Box, corner: float = 0) -> Path:
    """The outline of a rectangle with rounded corners."""
    left, top, right, bottom = box
    r = min(corner, box.width / 2, box.height / 2)
    if r <= 0:
        return Path([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], closed=True)
    k = r * 0.4477  # of a quarter circle as a Bézier curve: 1 - 4/3 (sqrt(2) - 1)
    vertices: Sequence[tuple[float, float]] = [
        (left + r, top), (right - r, top), (right - k, top), (right, top + k), (right, top + r),
        (right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom),
        (left + r, bottom), (left + k, bottom), (left, bottom - k), (left, bottom - r),
        (left, top + r), (left, top + k), (left + k, top), (left + r, top), (left + r, top),
    ]  # fmt: skip
    corner_codes = [Path.LINETO, Path.CURVE4, Path.CURVE4, Path.CURVE4]
    return Path(vertices, [Path.MOVETO, *corner_codes * 4, Path.CLOSEPOLY])


def circle(x: float, y: float, radius: float) -> Path:
    """The outline of a circle."""
    return rounded(Box(x - radius, y - radius, x + radius, y + radius), radius)
