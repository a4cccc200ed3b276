"""The brief on one full page: a lower map, running paragraphs, and sources that lead to their addresses.

All letters outside the map are of one legible size; the addresses themselves are written out in the other forms.
"""

from collections.abc import Iterator
from itertools import chain

from mapapp.exports.brief.blocks import (
    HEIGHT,
    MARGIN,
    Block,
    Run,
    fitting,
    flow,
    flowing,
    head,
    marked,
    paragraph,
    picture,
    row,
    spans,
)
from mapapp.exports.brief.note import Meeting, Note, topics
from mapapp.exports.brief.remarks import ROWS, SOURCES, WHAT_AND_WHO, WHEN_AND_WHERE, ended
from mapapp.exports.picture.typeface import Font
from mapapp.palette import LIGHT
from mapapp.snapshot import Snapshot
from mapapp.words.language import Words

SIZES = (9.6, 9.2, 8.9, 8.7)  # pixels of common letters; 8.7 are 6.5 points
COLUMNS = (0.2, 0.8)  # of the width
HEADS = (WHEN_AND_WHERE, WHAT_AND_WHO)
LEADING = 1.2
LOW, TALL = 21.0, 28.1  # heights of the map that are legible and enough, of the size of letters


def compact(snapshot: Snapshot, said: Note) -> list[Block]:
    """The pieces of the page in the largest letters that leave room for the map; none where it does not fit."""
    for size in SIZES:
        top, free = list(_top(said, size)), HEIGHT - 2 * MARGIN
        if blocks := fitting(chain(top, _rest(said, size)), free - LOW * size):
            left = free - sum(block.height for block in blocks)
            return [*top, picture(snapshot, min(left, TALL * size), size), *blocks[len(top) :]]
    return []


def _top(said: Note, size: float) -> Iterator[Block]:
    yield paragraph(said.title, Font(1.9 * size, bold=True))
    if said.summary:
        yield paragraph(said.summary, Font(1.05 * size))
    yield paragraph(marked(said.contents), Font(1.05 * size, bold=True))


def _rest(said: Note, size: float) -> Iterator[Block]:
    font, bold = Font(size), Font(size, bold=True)
    if said.meetings:
        columns = spans(COLUMNS, 0.8 * size, said.words)
        yield head(columns, said.words.said(HEADS), Font(size, bold=True))
    for meeting in said.meetings:
        yield _meeting(meeting, said.words, size)
    if said.more:
        yield paragraph(said.more, Font(size, italic=True))
    for heading, remarks in said.sections:
        if remarks:
            told = " ".join(ended(marked(remark)) for remark in remarks)
            yield flow([Run(f"{said.words.say(heading)}.", bold), Run(told, font)], size)
    for heading, numbered in ((SOURCES, True), (ROWS, False)):
        found = [f for f in said.footnotes if f.mark.isdigit() == numbered]
        runs = [run for f in found for run in (Run(f.mark, bold, f.url), Run(ended(f.text), font, f.url))]
        if runs:
            yield flow([Run(f"{said.words.say(heading)}.", bold), *runs], size)
    yield flow([Run(said.closing, font)], size)


def _meeting(meeting: Meeting, words: Words, size: float) -> Block:
    """When and where on the left; beside it, one after the other, what, who, and with what outcome."""
    font = Font(size)
    columns = spans(COLUMNS, 0.8 * size, words)
    when = [Run(f"{ended(meeting.when)} {meeting.where}", font)]
    who = ended(meeting.who) if meeting.who else ""
    about = words.say(topics(meeting.topics)) if meeting.topics else ""
    what = [
        Run(meeting.headline, Font(size, bold=True)),
        Run(who, font, colour=LIGHT.quiet),
        Run(f"{meeting.outcome} {about}", font),
    ]
    cells = [flowing(runs, right - left) for runs, (left, right) in zip((when, what), columns, strict=True)]
    return row(cells, columns, size * LEADING, 0.2 * size)
