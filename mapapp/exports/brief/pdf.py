"""The brief as PDF: one page of A4 where it fits in legible letters, otherwise as many as it takes."""

from collections.abc import Iterator
from dataclasses import replace

from mapapp.exports.brief.blocks import (
    HEIGHT,
    INNER,
    MARGIN,
    WIDTH,
    Block,
    Run,
    fitting,
    head,
    marked,
    paragraph,
    picture,
    row,
    spans,
)
from mapapp.exports.brief.compact import compact
from mapapp.exports.brief.md import address
from mapapp.exports.brief.note import Footnote, Meeting, Note, note, topics
from mapapp.exports.brief.remarks import SOURCES_AND_ROWS, WHAT, WHEN_AND_WHERE, WHO, ended
from mapapp.exports.picture.canvas import Canvas
from mapapp.exports.picture.pdf import pages
from mapapp.exports.picture.typeface import Font, Ink, undrawn, wrapped
from mapapp.palette import LIGHT
from mapapp.snapshot import Snapshot
from mapapp.words.contents import undrawn_line
from mapapp.words.language import Words

SIZES = (9.6, 9.2, 8.8, 8.4, 8.0)  # pixels of common letters that are tried for one page; 8 are 6 points
COLUMNS = (0.17, 0.25, 0.58)  # of the width: when and where, who, what
OUTCOME, WHOLE = 7, 99  # lines of what is said of an event, on one page and where there are more anyway
HEADS = (WHEN_AND_WHERE, WHO, WHAT)


def write(snapshot: Snapshot) -> bytes:
    """The file; the same snapshot gives the same bytes."""
    said = note(snapshot)
    missing = undrawn(_texts(said))
    if missing:
        said = replace(said, closing=f"{said.closing} {said.words.say(undrawn_line(missing))}")
    return pages([canvas.figure for canvas in _set(_chosen(snapshot, said))], said.title)


def _texts(said: Note) -> Iterator[str]:
    yield from (said.title, said.summary, *(footnote.text for footnote in said.footnotes))
    for meeting in said.meetings:
        yield from (meeting.title, meeting.where, meeting.who, meeting.topics, meeting.outcome)
    yield from (remark.text for _, remarks in said.sections for remark in remarks)


def _chosen(snapshot: Snapshot, said: Note) -> list[Block]:
    """The usual page, or else the compact one; what fits neither goes on to further pages in the usual way."""
    for size in SIZES:
        if blocks := fitting(_blocks(snapshot, said, size), HEIGHT - 2 * MARGIN):
            return blocks
    return compact(snapshot, said) or list(_blocks(snapshot, said, SIZES[1], WHOLE))


def _set(blocks: list[Block]) -> list[Canvas]:
    """The pages with the blocks on them, from the top."""
    sheets: list[Canvas] = []
    y = HEIGHT
    for index, block in enumerate(blocks):
        following = blocks[index + 1].height if block.heading and index + 1 < len(blocks) else 0
        if y + block.height + following > HEIGHT - MARGIN + 0.01:
            sheets.append(Canvas(WIDTH, HEIGHT, LIGHT))
            y = MARGIN
        block.draw(sheets[-1], y)
        y += block.height
    return sheets


def _blocks(snapshot: Snapshot, said: Note, size: float, most: int = OUTCOME) -> Iterator[Block]:
    """The pieces of the page; what is said of an event has so many lines at most."""
    yield paragraph(said.title, Font(2.1 * size, bold=True), most=2)
    if said.summary:
        yield paragraph(said.summary, Font(1.1 * size), most=4)
    yield paragraph(marked(said.contents), Font(1.1 * size, bold=True))
    yield picture(snapshot, 28.1 * size, size)
    if said.meetings:
        columns = spans(COLUMNS, 0.8 * size, said.words)
        yield head(columns, said.words.said(HEADS), Font(0.9 * size, bold=True))
    for meeting in said.meetings:
        yield _meeting(meeting, said.words, size, most)
    if said.more:
        yield paragraph(said.more, Font(size, italic=True))
    for heading, remarks in said.sections:
        if remarks:
            yield paragraph(said.words.say(heading), Font(1.15 * size, bold=True), heading=True)
        for remark in remarks:
            yield paragraph(marked(remark), Font(0.92 * size))
    yield paragraph(said.words.say(SOURCES_AND_ROWS), Font(1.15 * size, bold=True), heading=True)
    yield from _footnotes(said.footnotes, said.words, Font(0.84 * size))
    yield paragraph(said.closing, Font(0.8 * size))


def _meeting(meeting: Meeting, words: Words, size: float, most: int) -> Block:
    font, bold = Font(0.92 * size), Font(0.92 * size, bold=True)
    columns = spans(COLUMNS, 0.8 * size, words)
    *narrow, room = (right - left for left, right in columns)
    cells = [
        [[Run(line, font)] for line in wrapped(part, font, width, 8)]
        for width, part in zip(narrow, (f"{ended(meeting.when)} {meeting.where}", meeting.who), strict=True)
    ]
    what = [[Run(line, bold)] for line in wrapped(meeting.headline, bold, room, 3)]
    about = f" {words.say(topics(meeting.topics))}" if meeting.topics else ""
    what += [[Run(line, font)] for line in wrapped(meeting.outcome + about, font, room, most)]
    return row([*cells, what], columns, font.size * 1.24, 0.5 * size)


def _footnotes(footnotes: tuple[Footnote, ...], words: Words, font: Font) -> Iterator[Block]:
    """Footnotes in two columns, row by row, with their addresses written out."""
    halves = spans((0.5, 0.5), 1.5 * font.size, words)
    room = INNER / 2 - 1.5 * font.size
    for index in range(0, len(footnotes), 2):
        found = footnotes[index : index + 2]
        pair = [(f, wrapped(f"{f.mark}  {f.text} {f.url}", font, room, 4)) for f in found]

        def draw(canvas: Canvas, y: float, pair: list[tuple[Footnote, list[str]]] = pair) -> None:
            for span, (footnote, lines) in zip(halves, pair, strict=False):
                for row_, line in enumerate(lines):
                    ink, base = Ink(font, LIGHT.quiet), y + font.size * (1 + row_ * 1.25)
                    canvas.within(span, base, line, ink, address(footnote.url))

        yield Block(max(len(lines) for _, lines in pair) * font.size * 1.25 + 0.25 * font.size, draw)
