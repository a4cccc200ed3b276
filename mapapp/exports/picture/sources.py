"""The sources, numbered as in the app, and the line with credits, notice and date of the data."""

from collections.abc import Iterator

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.scene import Page
from mapapp.exports.picture.typeface import Font, Ink, plain, shortened, undrawn
from mapapp.message import plural, series, tr
from mapapp.source import Source
from mapapp.tour import cited
from mapapp.words.cards import Footnotes
from mapapp.words.contents import BASEMAP_CREDITS, PLACES_CREDIT, as_of_line, notices, sentence, undrawn_line


def numbered(page: Page) -> list[tuple[int, Source]]:
    """The sources of what is shown, with the numbers that they have in the whole tour; then those of corridors."""
    tour, whole = page.snapshot.tour, page.snapshot.whole
    numbers = Footnotes(whole).numbers
    used = cited([*tour.events, *tour.visits, *tour.legs, *tour.claims])
    found = [(n, whole.source[id_]) for id_, n in numbers.items() if id_ in used and id_ in whole.source]
    after = len(numbers)
    for corridor in page.snapshot.corridors:
        for id_ in dict.fromkeys(citation.source for citation in corridor.citations):
            if id_ in corridor.source:
                after += 1
                found.append((after, corridor.source[id_]))
    return found


def _short(page: Page, source: Source) -> str:
    """Who published it and when; where nobody is named, its title."""
    date = page.words.when(source.published) if source.published else ""
    return ", ".join(filter(None, (plain(source.publisher) or plain(source.title), date)))


def lines(page: Page, width: float, most: int, font: Font) -> list[str]:
    """The sources as running text in at most so many lines; what has no room is counted."""
    found = numbered(page)
    if not found or most < 1:
        return []
    entries = [f"{n} {shortened(_short(page, source), font, width * 0.9)}" for n, source in found]
    for left in range(len(entries), -1, -1):
        unnamed = len(entries) - left
        more = [page.words.say(plural(unnamed, "and {n} more", "and {n} more"))] if unnamed else []
        first = page.words.say(tr("Sources: {first}", first=entries[0]))
        set_ = _flowed([first, *entries[1:left], *more] if left else more, font, width)
        if len(set_) <= most:
            return set_
    return []


def _flowed(entries: list[str], font: Font, width: float) -> list[str]:
    """Entries in lines, broken only between entries or at spaces."""
    words = " · ".join(entries).split(" ")
    set_: list[str] = []
    for word in words:
        if set_ and font.width(f"{set_[-1]} {word}") <= width:
            set_[-1] += f" {word}"
        else:
            set_.append(word)
    return set_


def draw_sources(page: Page, box: Box, most: int) -> float:
    """Write the sources so that they end at the foot of the box; return the y above their first line."""
    font = Font(0.66 * page.unit)
    written = lines(page, box.width, most, font)
    if not written:
        return box.bottom
    y = box.bottom - (len(written) - 1) * font.leading - 0.3 * font.size
    top = y - 1.1 * font.size
    for line in written:
        page.canvas.text((box.left, y), line, Ink(font, page.theme.quiet))
        y += font.leading
    return top


def draw_credits(page: Page, box: Box) -> None:
    """Write the notice, the credits and the date of the data in one line, or in two small ones."""
    words = page.words
    credits_ = [*BASEMAP_CREDITS, PLACES_CREDIT, *(c.credit for c in page.snapshot.corridors if c.credit)]
    told: list[str] = [*notices(page.snapshot), tr("Map data: {names}.", names=series(dict.fromkeys(credits_)))]
    if line := as_of_line(page.snapshot.whole):
        told.append(line)
    if missing := undrawn(_texts(page)):
        told.append(undrawn_line(missing))
    parts = [sentence(words.say(part)) for part in told]
    written, font = [" ".join(parts)], Font(0.66 * page.unit)
    if font.width(written[0]) > box.width:
        written, font = [" ".join((*parts[:2], *parts[3:])), parts[2]], Font(0.6 * page.unit)
    y = box.centre[1] + font.cap / 2 - (len(written) - 1) * font.size * 0.65
    for part in written:
        page.canvas.text((box.left, y), shortened(part, font, box.width), Ink(font, page.theme.quiet))
        y += font.size * 1.3


def _texts(page: Page) -> Iterator[str]:
    """The texts of others that the sheet may show."""
    whole = page.snapshot.whole
    yield from (whole.title, whole.summary, *(person.name for person in whole.people))
    for event in whole.events:
        yield from (event.title, event.summary, event.place.title)
    for visit in whole.visits:
        yield from (visit.summary, visit.place.title)
    yield from (text for source in whole.sources for text in (source.title, source.publisher))
