"""Pieces of a printed page: text, the map, rows of a table. Lengths are pixels of 1/96 inch."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from mapapp.exports.brief.md import address
from mapapp.exports.brief.remarks import Remark
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Canvas
from mapapp.exports.picture.drawing import draw_map
from mapapp.exports.picture.scene import Page
from mapapp.exports.picture.typeface import Font, Ink, plain, shortened, width_up_to, wrapped
from mapapp.palette import LIGHT
from mapapp.snapshot import Snapshot
from mapapp.words.direction import leftward, turned
from mapapp.words.language import Words

WIDTH, HEIGHT, MARGIN = 794.0, 1123.0, 32.0  # A4
INNER = WIDTH - 2 * MARGIN
Draw = Callable[[Canvas, float], None]
Span = tuple[float, float]  # from a left edge to a right one


@dataclass(frozen=True)
class Block:
    """A piece of the page: how tall it is, and how it is drawn at a y. A heading stays with what follows."""

    height: float
    draw: Draw
    heading: bool = False


class Run(NamedTuple):
    """Words in one style; those with an address lead to it."""

    words: str
    font: Font
    url: str = ""
    colour: str = LIGHT.ink


def fitting(blocks: Iterable[Block], height: float) -> list[Block]:
    """The blocks, if they are together no taller than so many pixels; otherwise none, and no more are made."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        height -= block.height
        if height < 0:
            return []
    return found


def paragraph(words: str, font: Font, most: int = 99, heading: bool = False) -> Block:
    """Text across the page in at most so many lines."""
    lines = wrapped(words, font, INNER, most)
    above = 0.7 * font.size if heading else 0.25 * font.size

    def draw(canvas: Canvas, y: float) -> None:
        for index, part in enumerate(lines):
            base = y + above + font.size * (1 + index * 1.3)
            canvas.within((MARGIN, WIDTH - MARGIN), base, part, Ink(font, LIGHT.ink))

    return Block(above + font.size * 1.3 * len(lines) + 0.2 * font.size, draw, heading)


def marked(remark: Remark) -> str:
    """The sentence, and the marks of its footnotes in brackets."""
    return remark.text + (f" [{', '.join(remark.notes)}]" if remark.notes else "")


def picture(snapshot: Snapshot, height: float, size: float) -> Block:
    """The map, so tall with the gap above it, for letters of a size."""

    def draw(canvas: Canvas, y: float) -> None:
        box = Box(MARGIN, y + 0.6 * size, WIDTH - MARGIN, y + height - 0.6 * size)
        draw_map(Page(snapshot, canvas, Words(snapshot.language), 0.95 * size), box)

    return Block(height, draw)


def spans(columns: Sequence[float], gap: float, words: Words) -> list[Span]:
    """The left and right edge of each column, a share of the width; a gap is left free before the next one.

    The first column stands where lines of the language begin.
    """
    ends = [share * INNER for share in accumulate(columns)]
    found = [(MARGIN + end - share * INNER, MARGIN + end - gap) for share, end in zip(columns, ends, strict=True)]
    found[-1] = found[-1][0], WIDTH - MARGIN
    return found if words.direction == "ltr" else [(WIDTH - right, WIDTH - left) for left, right in found]


def flowing(runs: Sequence[Run], width: float) -> list[list[Run]]:
    """Words in several styles one after the other, broken into lines of a width in pixels.

    What is longer than a page ends there, and so does not fit it.
    """
    lines: list[list[Run]] = [[]]
    used = 0.0
    words = [(part._replace(words=word), leftward(part.words)) for part in runs for word in plain(part.words).split()]
    spaces = {font: font.space for font in {run.font for run in runs}}
    for run, left in words:
        word, font = run.words, run.font
        space = spaces[font] if lines[-1] else 0.0
        wide = width_up_to(word, font, width)
        if lines[-1] and used + space + wide > width:
            if len(lines) * font.size > HEIGHT:
                break
            lines.append([])
            used = space = 0.0
        if lines[-1] and lines[-1][-1][1:] == run[1:]:
            lines[-1][-1] = run._replace(words=f"{lines[-1][-1].words} {word}")
        else:
            lines[-1].append(run._replace(words=turned(shortened(word, font, width), left)))
        used += space + wide
    return lines


def flow(runs: Sequence[Run], size: float) -> Block:
    """Words in several styles as one paragraph across the page."""
    lines = flowing(runs, INNER)

    def draw(canvas: Canvas, y: float) -> None:
        for index, line in enumerate(lines):
            _write(canvas, (MARGIN, WIDTH - MARGIN), y + size * (1.2 + index * 1.22), line)

    return Block(size * (0.36 + 1.22 * len(lines)), draw)


def _write(canvas: Canvas, span: Span, y: float, line: Sequence[Run]) -> None:
    """Write the runs one after the other, from the right where the first one runs so."""
    x, right = span
    if line and leftward(line[0].words):
        for words, font, url, colour in line:
            canvas.text((right, y), words, Ink(font, colour, "right"), address(url))
            right -= font.width(words) + font.space
        return
    for words, font, url, colour in line:
        canvas.text((x, y), words, Ink(font, colour), address(url))
        x += font.width(words) + font.space


def row(cells: Sequence[Sequence[Sequence[Run]]], columns: Sequence[Span], leading: float, gap: float) -> Block:
    """Lines side by side under a rule; ``leading`` is from line to line, ``gap`` what is left free above and below."""

    def draw(canvas: Canvas, y: float) -> None:
        canvas.box(Box(MARGIN, y, WIDTH - MARGIN, y + 0.6), LIGHT.line)
        for span, lines in zip(columns, cells, strict=True):
            for index, line in enumerate(lines):
                _write(canvas, span, y + gap / 2 + 0.76 * leading + index * leading, line)

    return Block(max(map(len, cells)) * leading + gap, draw)


def head(columns: Sequence[Span], heads: Sequence[str], font: Font) -> Block:
    """The heads of the table's columns."""

    def draw(canvas: Canvas, y: float) -> None:
        for span, words in zip(columns, heads, strict=True):
            canvas.within(span, y + 1.22 * font.size, words, Ink(font, LIGHT.quiet))

    return Block(1.67 * font.size, draw, heading=True)
