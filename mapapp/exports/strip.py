"""The story as a printed strip: one frame for each scene, with its map, what it tells, and its sources."""

from collections.abc import Iterator
from dataclasses import replace

from mapapp import story
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Canvas, Line
from mapapp.exports.picture.drawing import draw_map
from mapapp.exports.picture.pdf import pages
from mapapp.exports.picture.scene import Page
from mapapp.exports.picture.sources import draw_credits
from mapapp.exports.picture.typeface import Font, Ink, wrapped
from mapapp.exports.sheet import Sheet
from mapapp.message import plural, tr
from mapapp.palette import LIGHT
from mapapp.scene import Scene
from mapapp.selection import corridors_shown, select
from mapapp.snapshot import Snapshot
from mapapp.view import View
from mapapp.words.contents import contents, introduced, sentence
from mapapp.words.language import Words
from mapapp.words.scenes import SceneWords, scene_words

WIDTH, HEIGHT = 794.0, 1123.0  # pixels of A4 at 96 to the inch
MARGIN, HEAD, FOOT, GAP = 42.0, 66.0, 20.0, 16.0
FRAMES = 3  # on a page
MAP = 0.6  # of the width; the rest is for words
SIZE = 10.2  # pixels of common letters; of those on the map, and of sources, a share
LETTERS, NOTES = 0.95, 0.72


def write(snapshot: Snapshot) -> bytes:
    """The file, of the whole tour whatever is filtered; the same snapshot gives the same bytes.

    A tour without stops and events has one page, which says so.
    """
    whole = Snapshot(snapshot.whole, snapshot.whole, _unfiltered(snapshot.view), available=snapshot.available)
    scenes = story.scenes(whole.whole)
    words = Words(snapshot.language)
    starts = range(0, max(1, len(scenes)), FRAMES)
    sheets = [_sheet(whole, words, scenes[start : start + FRAMES], len(scenes)) for start in starts]
    return pages([sheet.figure for sheet in sheets], words.say(whole.whole.title))


def _unfiltered(view: View) -> View:
    return replace(view.cleared(), framing=None, corridors=None, event="", theme="light")


def _seen(whole: Snapshot, scene: Scene) -> Snapshot:
    """What the map of a scene shows."""
    view = replace(whole.view, scene=scene.number, framing=View.parse(scene.view).framing)
    wanted = corridors_shown(whole.whole, view)
    shown = tuple(corridor for corridor in whole.available if corridor.id in wanted)
    return Snapshot(select(whole.whole, view), whole.whole, view, shown, whole.available)


def _sheet(whole: Snapshot, words: Words, scenes: tuple[Scene, ...], count: int) -> Canvas:
    canvas = Canvas(WIDTH, HEIGHT, LIGHT)
    canvas.box(Box(0, 0, WIDTH, HEIGHT), "#ffffff")
    title, span = words.say(whole.whole.title), (MARGIN, WIDTH - MARGIN)
    canvas.within(span, MARGIN + 16, title, Ink(Font(2 * SIZE, bold=True), LIGHT.ink))
    said = words.say(introduced(whole)[0])
    if not scenes:
        said = words.say(tr("This tour has neither a stop nor an event that a story could tell of."))
    for number, line in enumerate(wrapped(said, Font(SIZE), span[1] - span[0], 2)):
        canvas.within(span, MARGIN + 36 + 14 * number, line, Ink(Font(SIZE), LIGHT.quiet))
    top, high = MARGIN + HEAD, (HEIGHT - 2 * MARGIN - HEAD - FOOT) / FRAMES
    seen = [_seen(whole, scene) for scene in scenes]
    for place, (scene, shown) in enumerate(zip(scenes, seen, strict=True)):
        box = Box(MARGIN, top + place * high, WIDTH - MARGIN, top + (place + 1) * high - GAP)
        said_there = scene_words(whole.whole, scene, words)
        if scene is story.scenes(whole.whole)[-1]:  # nobody moves a map on paper
            said_there["text"] = words.say(sentence(contents(whole)))
        _frame(canvas, box, shown, said_there, (words, count))
    last = next((shown for shown in reversed(seen) if shown.corridors), whole)
    foot = Box(MARGIN, HEIGHT - MARGIN - FOOT, WIDTH - MARGIN, HEIGHT - MARGIN)
    draw_credits(Page(last, canvas, words, SIZE), foot)
    return canvas


def _frame(canvas: Canvas, box: Box, seen: Snapshot, said: SceneWords, told: tuple[Words, int]) -> None:
    """The map on the side where lines begin, and the words beside it."""
    words, count = told
    place = [scene.number for scene in story.scenes(seen.whole)].index(said["number"]) + 1
    wide = round(box.width * MAP)
    left = words.direction == "rtl"
    panel = Box(box.right - wide, box.top, box.right, box.bottom) if left else box._replace(right=box.left + wide)
    column = box._replace(right=panel.left - GAP) if left else box._replace(left=panel.right + GAP)
    sheet = Sheet(legend=place == count, listed=False)  # the last map has the signs of all
    draw_map(Page(seen, canvas, words, LETTERS * SIZE, sheet=sheet), panel)
    canvas.box(panel, edge=Line(LIGHT.line, 1))
    y = column.top - 4
    for line, font, colour in _lines(said, words, (place, count), column):
        y += font.leading
        canvas.within((column.left, column.right), y, line, Ink(font, colour))


def _lines(said: SceneWords, words: Words, at: tuple[int, int], column: Box) -> Iterator[tuple[str, Font, str]]:
    """The lines of a scene from top to bottom: its place, title, text, and as many sources as there is room for."""
    small, bold, text = Font(0.85 * SIZE), Font(1.35 * SIZE, bold=True), Font(1.05 * SIZE)
    notes = Font(NOTES * SIZE)
    told = [(words.say(tr("{n} of {count}", n=at[0], count=at[1])), small, LIGHT.quiet)]
    told += [(line, bold, LIGHT.ink) for line in wrapped(said["title"], bold, column.width, 3)]
    told.append(("", Font(0.4 * SIZE), LIGHT.ink))
    told += [(line, text, LIGHT.ink) for line in wrapped(said["text"], text, column.width, 14)]
    yield from told
    room = int((column.height - sum(font.leading for _, font, _ in told)) / notes.leading) - 1
    yield from ((line, notes, LIGHT.quiet) for line in ("", *_sources(said, words, notes, (column.width, room))))


def _sources(said: SceneWords, words: Words, font: Font, room: tuple[float, int]) -> list[str]:
    """The sources, each in three lines at most; those without room are counted."""
    width, most = room
    entries = [wrapped(line, font, width, 3) for line, _ in said["sources"]]
    for kept in range(len(entries), -1, -1):
        left = len(entries) - kept
        more = [words.say(plural(left, "and {n} more", "and {n} more"))] if left else []
        found = [line for entry in entries[:kept] for line in entry] + more
        if len(found) <= most:
            return found
    return []
