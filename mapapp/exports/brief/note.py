"""What the brief says: who met whom, where, when, about what and with what outcome; kilometres; doubts; sources.

Numbers of footnotes are those of the app's cards. Letters are footnotes that name the rows behind a number.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from mapapp.exports.brief.distances import distances, length_sources
from mapapp.exports.brief.doubts import doubts
from mapapp.exports.brief.remarks import IN_DOUBT, KILOMETRES, Remark, Row
from mapapp.marks import event_numbers
from mapapp.message import Message, plural, series, tr
from mapapp.snapshot import Snapshot
from mapapp.source import Source
from mapapp.tour import Event, Status
from mapapp.words.cards import Footnotes, place_line, source_line, when_line
from mapapp.words.comparison import IN_COMMON, sentences
from mapapp.words.contents import BASEMAP_CREDITS, as_of_line, contents, credits_of, notices, sentence
from mapapp.words.language import Words
from mapapp.words.terms import status

LONGEST_ADDRESS = 2000  # characters; what is longer leads nowhere, and each line of a footnote would carry it
MOST = 40  # events in the table; a note of a page or two has no room for more
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One line of the table. ``sign`` is the number of the stop on the map, "" for events outside every stop."""

    sign: str
    when: str
    where: str
    title: str
    who: str
    topics: str
    outcome: str
    status: str
    notes: tuple[str, ...]

    @property
    def headline(self) -> str:
        """The title with what became of the event, unless it was held, and the marks of the footnotes in brackets."""
        status = f" ({self.status})" if self.status else ""
        return self.title + status + (f" [{', '.join(self.notes)}]" if self.notes else "")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A source (``mark`` is a number) or the rows behind a number (a letter); ``url`` is "" where there is none."""

    mark: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """The whole brief, in the language of ``words``. All texts are single lines without control characters."""

    title: str
    summary: str
    contents: Remark
    meetings: tuple[Meeting, ...]
    more: str
    common: tuple[Remark, ...]
    distances: tuple[Remark, ...]
    doubts: tuple[Remark, ...]
    footnotes: tuple[Footnote, ...]
    closing: str
    words: Words

    @property
    def sections(self) -> tuple[tuple[Message, tuple[Remark, ...]], ...]:
        """The remarks under their headings, in order; those without any are left out."""
        every = ((IN_COMMON, self.common), (KILOMETRES, self.distances), (IN_DOUBT, self.doubts))
        return tuple((heading, remarks) for heading, remarks in every if remarks)


def note(snapshot: Snapshot) -> Note:
    """The brief of what the view shows."""
    tour, whole, words = snapshot.tour, snapshot.whole, Words(snapshot.language)
    numbers = Footnotes(whole)
    every = len(whole.events)
    events = plural(every, "{shown} of {n} row", "{shown} of {n} rows", shown=len(tour.events))
    visits = plural(len(tour.visits), "{n} row", "{n} rows")
    counted = Row("events.csv", events) if whole.events else Row("visits.csv", visits)
    common = [Remark(text) for text in sentences(tour, snapshot.view.align)]
    kilometres = [*common, *distances(snapshot, numbers)]
    remarks = [Remark(contents(snapshot), rows=(counted,)), *kilometres, *doubts(snapshot, numbers)]
    lettered, letters = _lettered(remarks, words)
    signs = event_numbers(whole)
    introduced: set[str] = set()
    meetings = tuple(_meeting(snapshot, e, numbers, (signs.get(e.id, ""), introduced)) for e in tour.events[:MOST])
    used = {mark for remark in remarks for mark in (*remark.notes, *remark.named)}
    used |= {mark for meeting in meetings for mark in meeting.notes}
    sources = [Footnote(str(n), *_source(s, words)) for n, s in _every(snapshot, numbers) if str(n) in used]
    left = len(tour.events) - len(meetings)
    return Note(
        title=line(whole.title),
        summary=line(whole.summary),
        contents=lettered[0],
        meetings=meetings,
        more=words.say(_more(left)) if left else "",
        common=tuple(lettered[1 : 1 + len(common)]),
        distances=tuple(lettered[1 + len(common) : 1 + len(kilometres)]),
        doubts=tuple(lettered[1 + len(kilometres) :]),
        footnotes=(*sources, *letters),
        closing=_closing(snapshot, words),
        words=words,
    )


def _more(left: int) -> Message:
    return plural(
        left,
        "{n} more event is not listed here; the files of the tour have it.",
        "{n} more events are not listed here; the files of the tour have them.",
    )


class _Lined(dict[int, str]):
    """What stands for a character by its number in `line`, for `str.translate`."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        category = unicodedata.category(character)
        gone = category in ("Cc", "Cs", "Cn", "Co") or character in _TURNING
        space = category[0] == "Z" or character in "\t\r\n\x0b\x0c\x85"
        self[number] = found = " " if space else "" if gone else character
        return found


_LINED = _Lined()


def line(text: str) -> str:
    """The text as one line without control characters and marks that turn the direction of writing."""
    return " ".join(text.translate(_LINED).split())


def _every(snapshot: Snapshot, numbers: Footnotes) -> Iterable[tuple[int, Source]]:
    tour = [(n, numbers.tour.source[id_]) for id_, n in numbers.numbers.items() if id_ in numbers.tour.source]
    return [*tour, *enumerate(length_sources(snapshot).values(), start=len(numbers.numbers) + 1)]


def _source(source: Source, words: Words) -> tuple[str, str]:
    told = words.said(source_line(source))
    leads = source.url.startswith(("https://", "http://")) and len(source.url) <= LONGEST_ADDRESS
    parts = (told["title"], told["publisher"], told["published"], told["lacking"])
    return ", ".join(filter(None, map(line, parts))), line(source.url) if leads else ""


def _meeting(snapshot: Snapshot, event: Event, numbers: Footnotes, stop: tuple[str, set[str]]) -> Meeting:
    """A line of the table; the office of a person stands where the person is named first.

    ``stop`` is the number of the stop, and who was named already.
    """
    whole, words = snapshot.whole, Words(snapshot.language)
    sign, introduced = stop
    people = [whole.person[p] for p in event.participants if p in whole.person]
    who = "; ".join(
        ", ".join(filter(None, (p.name, "" if p.id in introduced else p.role or p.organisation))) for p in people
    )
    introduced.update(p.id for p in people)
    return Meeting(
        sign=line(sign),
        when=line(when_line(event, words)),
        where=line(words.say(place_line(event.at))),
        title=line(words.say(event.title or whole.label(event.kind))),
        who=line(who),
        topics=line(words.say(series(whole.label(topic) for topic in event.topics))),
        outcome=line(event.summary),
        status="" if event.status == Status.HELD else words.say(status(event.status)),
        notes=tuple(str(number) for number, _ in numbers.cite(event.citations)),
    )


def topics(names: str) -> Message:
    """The sentence that names the topics of an event."""
    return tr("Topics: {names}.", names=names)


def _lettered(remarks: list[Remark], words: Words) -> tuple[list[Remark], list[Footnote]]:
    """The remarks with a letter for the rows behind each, and the footnotes of the letters."""
    lettered: list[Remark] = []
    footnotes: list[Footnote] = []
    for remark in remarks:
        notes = remark.notes
        if remark.rows:
            letter = _letter(len(footnotes))
            footnotes.append(
                Footnote(letter, line("; ".join(f"{row.file}: {words.say(row.ids)}" for row in remark.rows)))
            )
            notes = (*notes, letter)
        lettered.append(Remark(line(words.say(remark.text)), notes, remark.rows))
    return lettered, footnotes


def _letter(index: int) -> str:
    """A to z, then aa, ab and on."""
    return ("" if index < 26 else _letter(index // 26 - 1)) + chr(ord("a") + index % 26)


def _closing(snapshot: Snapshot, words: Words) -> str:
    names = series(map(line, (*BASEMAP_CREDITS, *credits_of(snapshot))))
    told = (*notices(snapshot), tr("Map data: {names}.", names=names), as_of_line(snapshot.whole))
    return " ".join(sentence(words.say(part)) for part in told if part)
