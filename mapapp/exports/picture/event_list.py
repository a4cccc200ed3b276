"""The list of events beside the map: by day, each with the sign of its place, as roomy as the column allows.

In a comparison both sides stand in one order, by date or by day of travel, told apart by their signs, which the head
and the legend name; where there is no room for all, each side keeps as much of it as the other.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from mapapp.beside import first_day
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.scene import Page
from mapapp.exports.picture.symbols import Disc, draw_disc
from mapapp.exports.picture.typeface import Font, Ink, shortened, wrapped
from mapapp.marks import Mark, event_numbers, marks, visit_numbers
from mapapp.message import plural, series, tr
from mapapp.sides import LETTERS
from mapapp.source import Citation
from mapapp.tour import Event, Status, Visit
from mapapp.words import terms
from mapapp.words.cards import Footnotes
from mapapp.words.direction import leftward
from mapapp.words.language import Words
from mapapp.words.legend import OFF

MANY = 60  # entries that are laid out at all; no column holds more


@dataclass(frozen=True, slots=True)
class Density:
    """``scale`` is a share of the unit; then how many lines title, place with people, and summary may take."""

    scale: float
    titles: int
    about: int
    summary: int


LEVELS = (  # lines of title, place with people, and summary; from the largest letters to the smallest, in hundredths
    (3, 3, 9, 130, 92),
    (3, 3, 4, 125, 92),
    (3, 2, 2, 125, 92),
    (3, 3, 0, 140, 100),
    (2, 2, 0, 105, 96),
    (2, 1, 0, 105, 90),
    (1, 1, 0, 90, 82),
    (1, 0, 0, 90, 80),
)
DENSITIES = tuple(
    Density(scale / 100, titles, about, summary)
    for titles, about, summary, largest, smallest in LEVELS
    for scale in range(largest, smallest - 1, -4)
)
AIRY = 0.9  # units; of room that is left over, so much at most goes between two entries


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, or a stay where the tour has no events: its words and its sign."""

    heading: str
    title: str
    about: str
    summary: str
    disc: Disc
    citations: tuple[Citation, ...]
    day: int = 0  # the first on which it may have been, as `datetime.date.toordinal` counts
    letter: str = ""  # of its side of a comparison


@dataclass(frozen=True)
class Item:
    """One piece of the list: how tall it is, and how it is drawn at a y."""

    height: float
    draw: Callable[[float], None]
    entry: bool = False


def draw_list(page: Page, box: Box) -> None:
    """Draw as many entries as the box holds, and tell how many more there are."""
    entries = _arranged(page, list(_entries(page)))
    if not entries:
        _tell_emptiness(page, box)
        return
    for density in DENSITIES:
        items = _items(page, entries[:MANY], box, density)
        fits = sum(item.height for item in items) <= box.height and len(entries) <= MANY
        if fits:
            break
    if not fits and page.snapshot.whole.sides:
        share = box.height / sum(item.height for item in items)
        items = _items(page, _evenly(entries, int(min(len(entries), MANY) * share)), box, density)
    left_over = box.height - sum(item.height for item in items)
    air = min(AIRY * page.unit, max(0.0, left_over) / max(len(items), 1))
    y, drawn = box.top, 0
    for index, item in enumerate(items):
        following = items[index + 1].height if not item.entry and index + 1 < len(items) else 0
        if not fits and y + item.height + following > box.bottom - 1.5 * page.unit:
            break
        item.draw(y)
        y += item.height + air * item.entry
        drawn += item.entry
    if drawn < len(entries):
        left = len(entries) - drawn
        more = page.words.say(plural(left, "and {n} more event", "and {n} more events"))
        page.canvas.text(
            (box.left, y + 0.95 * page.unit), more, Ink(Font(0.8 * page.unit, italic=True), page.theme.quiet)
        )


def _tell_emptiness(page: Page, box: Box) -> None:
    filtered, empty = tr("No event fits the filters."), tr("This tour has no events yet.")
    words = page.words.say(filtered if page.snapshot.whole.events else empty)
    font = Font(page.unit)
    for index, line in enumerate(wrapped(words, font, box.width)):
        page.canvas.text((box.left, box.top + font.leading * (index + 1)), line, Ink(font, page.theme.ink))


def _entries(page: Page) -> Iterator[Entry]:
    tour, whole, words = page.snapshot.tour, page.snapshot.whole, page.words
    numbers = event_numbers(whole)
    mark_of = {id_: mark for mark in marks(whole) for id_ in mark.events}
    for event in tour.events:
        title = event.title or whole.label(event.kind)
        disc = _disc(mark_of[event.id], numbers[event.id], event.status)
        about, day, letter = _about(page, event), event.when.earliest.toordinal(), whole.letter(event.id)
        heading = words.heading(event.when)
        yield Entry(heading, title, about, event.summary, disc, event.citations, day, letter)
    numbers = visit_numbers(whole)
    stop_of = {id_: mark for mark in marks(whole) for id_ in mark.visits}
    for visit in () if whole.events else tour.visits:
        heading = words.heading(visit.when) if visit.when else ""
        people = whole.person[visit.traveller].name if visit.traveller in whole.person else ""
        mark = stop_of.get(visit.id)
        disc = _disc(mark, numbers[visit.id], visit.status) if mark else Disc(status=visit.status)
        about, day = _stay(page, visit, people), visit.when.earliest.toordinal() if visit.when else 0
        yield Entry(
            heading, visit.place.title, about, visit.summary, disc, visit.citations, day, whole.letter(visit.id)
        )


def _arranged(page: Page, entries: list[Entry]) -> list[Entry]:
    """The entries of both sides of a comparison in one order; those of a single tour as they are."""
    tour, words = page.snapshot.whole, page.words
    if not tour.sides:
        return entries
    if page.snapshot.view.align == "travel":
        starts = {side.letter: first_day(tour, index) for index, side in enumerate(tour.sides)}
        zeros = {letter: start.toordinal() - 1 for letter, start in starts.items() if start}
        if len(zeros) == len(starts):
            entries = [_on_its_day(entry, entry.day - zeros[entry.letter], words) for entry in entries]
    return sorted(entries, key=lambda entry: (entry.day, entry.letter))


def _on_its_day(entry: Entry, day: int, words: Words) -> Entry:
    """The entry below its day of travel, with its date in its line; the day before the first is −1."""
    number = day if day > 0 else day - 1
    about = words.say(series((entry.heading, entry.about), " · "))
    return replace(entry, heading=words.say(tr("Day {n}", n=number)), about=about, day=day)


def _evenly(entries: list[Entry], most: int) -> list[Entry]:
    """So many entries, half of them of each side, or what it has; they keep their order."""
    sides = {letter: [entry for entry in entries if entry.letter == letter] for letter in LETTERS}
    short = min(len(own) for own in sides.values())
    half = most - short if short < most // 2 else most // 2
    kept = {id(entry) for own in sides.values() for entry in own[: max(1, half)]}
    return [entry for entry in entries if id(entry) in kept]


def _disc(mark: Mark, number: str, status: Status) -> Disc:
    return Disc(number, mark.symbol, status, mark.hue, mark.doubtful, mark.second)


def _about(page: Page, event: Event) -> str:
    """Place, hour, status and people of an event in one line."""
    whole = page.snapshot.whole
    status = "" if event.status == Status.HELD else page.words.say(terms.status(event.status))
    people = series(whole.person[p].name for p in event.participants if p in whole.person)
    return page.words.say(series((event.place.title, terms.hour(event), status, people), " · "))


def _stay(page: Page, visit: Visit, people: str) -> str:
    status = "" if visit.status == Status.HELD else page.words.say(terms.status(visit.status))
    clock = page.words.say(terms.clock(visit.when, visit.place.zone)) if visit.when else ""
    return page.words.say(series((page.words.country(visit.place.country), clock, status, people), " · "))


def _items(page: Page, entries: list[Entry], box: Box, density: Density) -> list[Item]:
    notes = Footnotes(page.snapshot.whole).numbers
    items = list[Item]()
    for heading, group in groupby(entries, key=lambda entry: entry.heading):
        items.append(_heading(page, heading, box, density))
        items += [_item(page, entry, notes, box, density) for entry in group]
    return items


def _heading(page: Page, words: str, box: Box, density: Density) -> Item:
    unit = page.unit * density.scale
    font = Font(0.72 * unit, bold=True)

    def draw(y: float) -> None:
        page.canvas.box(Box(box.left, y + 0.5 * unit, box.right, y + 0.5 * unit + 0.8), page.theme.line)
        line = shortened(words, font, box.width)
        page.canvas.within((box.left, box.right), y + 1.42 * unit, line, Ink(font, page.theme.quiet))

    return Item(1.85 * unit, draw)


def _item(page: Page, entry: Entry, notes: dict[str, int], box: Box, density: Density) -> Item:
    unit, theme = page.unit * density.scale, page.theme
    title_font, about_font, note_font = Font(0.86 * unit, bold=density.about > 0), Font(0.76 * unit), Font(0.56 * unit)
    left, size = box.left + 2.1 * unit, 1.32 * unit
    disc_width = max(size, Font(size * 0.48, bold=True).width(entry.disc.label) + 0.5 * unit)
    left = max(left, box.left + disc_width + 0.4 * unit)
    note = ",".join(str(notes[c.source]) for c in entry.citations if c.source in notes)
    note = shortened(note, note_font, 0.3 * box.width)
    titles = wrapped(entry.title, title_font, box.right - left - note_font.width(note) - 0.2 * unit, density.titles)
    lines = [(line, theme.quiet) for line in wrapped(entry.about, about_font, box.right - left, density.about)]
    lines += [(line, theme.ink) for line in wrapped(entry.summary, about_font, box.right - left, density.summary)]

    def draw(y: float) -> None:
        top = y + 0.1 * unit
        draw_disc(page.canvas, Box(box.left, top, box.left + disc_width, top + size), entry.disc, casing=False)
        base = y - 0.05 * title_font.size
        for line in titles:
            base += title_font.size * 1.25
            ink = Ink(title_font, theme.quiet if entry.disc.status in OFF else theme.ink)
            page.canvas.within((left, box.right), base, line, ink)
        if titles:
            along = title_font.width(titles[-1]) + 0.12 * unit
            end = box.right - along - note_font.width(note) if leftward(titles[-1]) else left + along
            page.canvas.text((end, base - 0.34 * unit), note, Ink(note_font, theme.accent))
        for line, colour in lines:
            base += about_font.size * 1.35
            page.canvas.within((left, box.right), base, line, Ink(about_font, colour))

    height = title_font.size * (1.25 * len(titles) + 0.2) + about_font.size * 1.35 * len(lines)
    return Item(max(height, 1.5 * unit) + (0.42 if density.about else 0.12) * unit, draw, entry=True)
