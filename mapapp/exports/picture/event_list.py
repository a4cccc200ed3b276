"""The list of events beside the map: by day, each with the sign of its place, and as dense as the column wants it."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from mapapp.cards import Footnotes
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Line
from mapapp.exports.picture.scene import Scene
from mapapp.exports.picture.symbols import Disc, draw_disc
from mapapp.exports.picture.typeface import Font, shortened, wrapped
from mapapp.marks import Mark, marks
from mapapp.tour import Event, Status

MANY = 60  # events of which the list is laid out at all; no column holds more


@dataclass(frozen=True, slots=True)
class Density:
    """Sizes as shares of the unit; ``titles`` are lines a title may take, ``about`` whether place and people follow."""

    scale: float
    titles: int
    about: bool


DENSITIES = (
    Density(1.0, 2, True),
    Density(0.94, 2, True),
    Density(0.9, 1, True),
    Density(0.82, 1, True),
    Density(0.9, 1, False),
    Density(0.8, 1, False),
)


@dataclass(frozen=True)
class Item:
    """One piece of the list: how tall it is, and how it is drawn at a y."""

    height: float
    draw: Callable[[float], None]
    event: bool = False


def draw_list(scene: Scene, box: Box) -> None:
    """Draw as many of the events as the box holds, as roomy as it allows, and tell how many more there are."""
    events = scene.snapshot.tour.events
    if not events:
        _tell_emptiness(scene, box)
        return
    for density in DENSITIES:
        items = _items(scene, events[:MANY], box, density)
        if sum(item.height for item in items) <= box.height and len(events) <= MANY:
            break
    y, drawn = box.top, 0
    line = 1.5 * scene.unit
    fits = sum(item.height for item in items) <= box.height and len(events) <= MANY
    for index, item in enumerate(items):
        following = items[index + 1].height if not item.event and index + 1 < len(items) else 0
        if not fits and y + item.height + following > box.bottom - line:
            break
        item.draw(y)
        y += item.height
        drawn += item.event
    if drawn < len(events):
        more = scene.words.filled("more-events", n=scene.words.number(len(events) - drawn))
        scene.canvas.text(box.left, y + 0.95 * scene.unit, more, Font(0.8 * scene.unit, italic=True), scene.theme.quiet)


def _tell_emptiness(scene: Scene, box: Box) -> None:
    words = scene.words["nothing" if scene.snapshot.whole.events else "nothing-at-all"]
    font = Font(scene.unit)
    for index, line in enumerate(wrapped(words, font, box.width)):
        scene.canvas.text(box.left, box.top + font.leading * (index + 1), line, font, scene.theme.ink)


def _items(scene: Scene, events: tuple[Event, ...], box: Box, density: Density) -> list[Item]:
    mark_of = {event: mark for mark in marks(scene.snapshot.whole) for event in mark.events}
    notes = Footnotes(scene.snapshot.whole).numbers
    items = []
    for heading, group in groupby(events, key=lambda event: scene.words.heading(event.when)):
        items.append(_heading(scene, heading, box, density))
        items += [_entry(scene, event, mark_of[event.id], notes, box, density) for event in group]
    return items


def _heading(scene: Scene, words: str, box: Box, density: Density) -> Item:
    unit = scene.unit * density.scale
    font = Font(0.72 * unit, bold=True)

    def draw(y: float) -> None:
        scene.canvas.box(Box(box.left, y + 0.5 * unit, box.right, y + 0.5 * unit + 0.8), scene.theme.line)
        scene.canvas.text(box.left, y + 1.42 * unit, shortened(words, font, box.width), font, scene.theme.quiet)

    return Item(1.85 * unit, draw)


def _entry(scene: Scene, event: Event, mark: Mark, notes: dict[str, int], box: Box, density: Density) -> Item:
    unit, theme = scene.unit * density.scale, scene.theme
    title_font, about_font, note_font = Font(0.86 * unit, bold=density.about), Font(0.76 * unit), Font(0.56 * unit)
    left = box.left + 2.1 * unit
    note = ",".join(str(notes[c.source]) for c in event.citations if c.source in notes)
    room = box.right - left - note_font.width(note) - 0.2 * unit
    titles = wrapped(event.title or scene.snapshot.whole.label(event.kind), title_font, room, density.titles)
    about = [shortened(_about(scene, event), about_font, box.right - left)] if density.about else []

    def draw(y: float) -> None:
        disc = Disc(mark.label, mark.symbol, event.status, mark.traveller, mark.doubtful)
        size = 1.32 * unit
        width = max(size, Font(size * 0.48, bold=True).width(mark.label) + 0.5 * unit)
        draw_disc(scene.canvas, theme, Box(box.left, y + 0.1 * unit, box.left + width, y + 0.1 * unit + size), disc, False)
        base = y
        for line in titles:
            base += title_font.size * (1.2 if line is titles[0] else 1.25)
            colour = theme.quiet if event.status in (Status.POSTPONED, Status.CANCELLED) else theme.ink
            scene.canvas.text(left, base, line, title_font, colour)
        if titles:
            end = left + title_font.width(titles[-1]) + 0.12 * unit
            scene.canvas.text(end, base - 0.34 * unit, note, note_font, theme.accent)
        for line in about:
            base += about_font.size * 1.35
            scene.canvas.text(left, base, line, about_font, theme.quiet)

    height = title_font.size * (1.25 * len(titles) + 0.2) + about_font.size * 1.35 * len(about)
    return Item(max(height, 1.5 * unit) + (0.42 if density.about else 0.12) * unit, draw, event=True)


def _about(scene: Scene, event: Event) -> str:
    """Place, hour, status and people of an event in one line."""
    whole = scene.snapshot.whole
    status = "" if event.status == Status.HELD else scene.words.status(str(event.status))
    people = ", ".join(whole.person[p].name for p in event.participants if p in whole.person)
    return " · ".join(filter(None, (event.place.title, scene.words.hour(event), status, people)))
