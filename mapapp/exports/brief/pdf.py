"""The brief as PDF: one page of A4 where it fits in legible letters, otherwise as many as it takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mapapp.exports.brief.note import Footnote, Meeting, Note, note
from mapapp.exports.brief.remarks import Remark
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Canvas
from mapapp.exports.picture.drawing import draw_map
from mapapp.exports.picture.pdf import pages
from mapapp.exports.picture.scene import Page
from mapapp.exports.picture.typeface import Font, Ink, wrapped
from mapapp.exports.words import Words
from mapapp.palette import LIGHT
from mapapp.snapshot import Snapshot

WIDTH, HEIGHT, MARGIN = 794.0, 1123.0, 42.0  # A4 at 96 to the inch
INNER = WIDTH - 2 * MARGIN
SIZES = (9.6, 9.2, 8.8, 8.4, 8.0)  # pixels of common letters that are tried for one page; 8 are 6 points
COLUMNS = (0.17, 0.25, 0.58)  # of the width: when and where, who, what
Draw = Callable[[Canvas, float], None]


@dataclass(frozen=True)
class Block:
    """A piece of the page: how tall it is, and how it is drawn at a y. A heading stays with what follows."""

    height: float
    draw: Draw
    heading: bool = False


def write(snapshot: Snapshot) -> bytes:
    """The file; the same snapshot gives the same bytes."""
    said = note(snapshot)
    for size in SIZES:
        blocks = list(_blocks(snapshot, said, size))
        if sum(block.height for block in blocks) <= HEIGHT - 2 * MARGIN:
            break
    else:
        blocks = list(_blocks(snapshot, said, SIZES[1]))
    return pages([canvas.figure for canvas in _set(blocks)], said.title)


def _set(blocks: list[Block]) -> list[Canvas]:
    """The pages with the blocks on them, from the top."""
    sheets: list[Canvas] = []
    y = HEIGHT
    for index, block in enumerate(blocks):
        following = blocks[index + 1].height if block.heading and index + 1 < len(blocks) else 0
        if y + block.height + following > HEIGHT - MARGIN:
            sheets.append(Canvas(WIDTH, HEIGHT, LIGHT))
            y = MARGIN
        block.draw(sheets[-1], y)
        y += block.height
    return sheets


def _blocks(snapshot: Snapshot, said: Note, size: float) -> Iterator[Block]:
    yield _text(said.title, Font(2.1 * size, bold=True), most=2)
    if said.summary:
        yield _text(said.summary, Font(1.1 * size), most=4)
    yield _remark(said.contents, Font(1.1 * size, bold=True))
    yield _map(snapshot, size)
    if said.meetings:
        yield _head(size)
    for meeting in said.meetings:
        yield _meeting(meeting, size)
    if said.more:
        yield _text(said.more, Font(size, italic=True))
    for heading, remarks in (("Kilometres", said.distances), ("In doubt", said.doubts)):
        if remarks:
            yield _text(heading, Font(1.15 * size, bold=True), heading=True)
        for remark in remarks:
            yield _remark(remark, Font(0.92 * size))
    yield _text("Sources and rows", Font(1.15 * size, bold=True), heading=True)
    yield from _footnotes(said.footnotes, Font(0.84 * size))
    yield _text(said.closing, Font(0.8 * size))


def _text(words: str, font: Font, most: int = 99, heading: bool = False) -> Block:
    lines = wrapped(words, font, INNER, most)
    above = 0.7 * font.size if heading else 0.25 * font.size

    def draw(canvas: Canvas, y: float) -> None:
        for index, part in enumerate(lines):
            canvas.text((MARGIN, y + above + font.size * (1 + index * 1.3)), part, Ink(font, LIGHT.ink))

    return Block(above + font.size * 1.3 * len(lines) + 0.2 * font.size, draw, heading)


def _remark(remark: Remark, font: Font) -> Block:
    marks = f" [{', '.join(remark.notes)}]" if remark.notes else ""
    return _text(remark.text + marks, font)


def _map(snapshot: Snapshot, size: float) -> Block:
    height = 27.5 * size

    def draw(canvas: Canvas, y: float) -> None:
        box = Box(MARGIN, y + 0.6 * size, WIDTH - MARGIN, y + height)
        draw_map(Page(snapshot, canvas, Words("en"), 0.95 * size), box)

    return Block(height + 0.6 * size, draw)


def _edges() -> list[float]:
    edges = [MARGIN]
    for share in COLUMNS:
        edges.append(edges[-1] + share * INNER)
    return edges


def _head(size: float) -> Block:
    font = Font(0.9 * size, bold=True)

    def draw(canvas: Canvas, y: float) -> None:
        for edge, words in zip(_edges(), ("When and where", "Who", "What, and with what outcome"), strict=False):
            canvas.text((edge, y + 1.1 * size), words, Ink(font, LIGHT.quiet))

    return Block(1.5 * size, draw, heading=True)


def _meeting(meeting: Meeting, size: float) -> Block:
    font, bold = Font(0.92 * size), Font(0.92 * size, bold=True)
    edges = _edges()
    cells = [
        [(line, font) for line in wrapped(words, font, edges[i + 1] - edges[i] - 0.8 * size, 8)]
        for i, words in enumerate((f"{meeting.when}. {meeting.where}", meeting.who))
    ]
    room = edges[3] - edges[2]
    title = f"{meeting.title}{f' ({meeting.status})' if meeting.status else ''} [{', '.join(meeting.notes)}]"
    what = [(line, bold) for line in wrapped(title.removesuffix(" []"), bold, room, 3)]
    about = f" Topics: {meeting.topics}." if meeting.topics else ""
    what += [(line, font) for line in wrapped(meeting.outcome + about, font, room, 7)]
    cells.append(what)
    step = font.size * 1.24

    def draw(canvas: Canvas, y: float) -> None:
        canvas.box(Box(MARGIN, y, WIDTH - MARGIN, y + 0.6), LIGHT.line)
        for edge, lines in zip(edges, cells, strict=False):
            for index, (line, style) in enumerate(lines):
                canvas.text((edge, y + 0.25 * size + font.size * 0.95 + index * step), line, Ink(style, LIGHT.ink))

    return Block(max(map(len, cells)) * step + 0.5 * size, draw)


def _footnotes(footnotes: tuple[Footnote, ...], font: Font) -> Iterator[Block]:
    """Footnotes in two columns, row by row."""
    room = INNER / 2 - 1.5 * font.size
    for index in range(0, len(footnotes), 2):
        pair = [wrapped(f"{f.mark}  {f.text} {f.url}", font, room, 4) for f in footnotes[index : index + 2]]

        def draw(canvas: Canvas, y: float, pair: list[list[str]] = pair) -> None:
            for column, lines in enumerate(pair):
                for row, line in enumerate(lines):
                    x = MARGIN + column * INNER / 2
                    canvas.text((x, y + font.size * (1 + row * 1.25)), line, Ink(font, LIGHT.quiet))

        yield Block(max(map(len, pair)) * font.size * 1.25 + 0.25 * font.size, draw)
