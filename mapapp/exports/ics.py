"""iCalendar (RFC 5545, RFC 7986): the events of the tour for calendars, as a file or as a subscription.

An event with a clock is in the zone of its place. A day is an all-day event. What is known less finely, or only about,
is an all-day event over all days that it may mean, and says so in its title. ``DTSTAMP`` is the date of the data, not
the time of writing: the same snapshot gives the same bytes, and an event changes when what is known of it does.
"""

import datetime as dt
import re
from functools import lru_cache
from urllib.parse import quote

from icalendar import Calendar, Timezone, vText
from icalendar import Event as Entry

from mapapp import __version__
from mapapp.instants import instant
from mapapp.message import Message, series, tr
from mapapp.snapshot import Snapshot
from mapapp.tour import Event, Status, Tour
from mapapp.when import Precision
from mapapp.words import terms
from mapapp.words.cards import place_line
from mapapp.words.contents import PLACES_CREDIT, about, as_of
from mapapp.words.language import Words
from mapapp.words.paragraphs import Paragraphs

HOST = "mapapp.invalid"  # RFC 2606 keeps this domain free of owners
REFRESH = dt.timedelta(hours=12)
WITHOUT_DATE = dt.date(2000, 1, 1)
STATUS = {
    Status.HELD: "CONFIRMED",
    Status.CONFIRMED: "CONFIRMED",
    Status.ANNOUNCED: "TENTATIVE",
    Status.POSTPONED: "CANCELLED",
    Status.CANCELLED: "CANCELLED",
}
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_RESERVED = ":/?#[]@!$&'()*+,;=%"  # what a URL may hold besides letters and digits (RFC 3986)


def write(snapshot: Snapshot) -> bytes:
    """The calendar, in UTF-8."""
    tour = snapshot.tour
    calendar = Calendar()
    _describe(calendar, snapshot)
    years: dict[str, list[int]] = {}
    for event in tour.events:
        years.setdefault(event.place.zone, []).extend(moment.year for moment in _clock(event))
    for zone in sorted(zone for zone, used in years.items() if used):
        calendar.add_component(_zone(zone, min(years[zone]), max(years[zone])))
    lines, stamp = Paragraphs(tour, Words(snapshot.language)), _stamp(snapshot.whole)
    for event in tour.events:
        calendar.add_component(_entry(lines, event, stamp))
    return bytes(calendar.to_ical())


def _describe(calendar: Calendar, snapshot: Snapshot) -> None:
    title = _line(snapshot.tour.title)
    words = plain("\n".join(Words(snapshot.language).said([*about(snapshot), PLACES_CREDIT])))
    calendar.add("prodid", f"-//mapapp//mapapp {__version__}//{snapshot.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name, text in {"name": title, "x-wr-calname": title, "description": words, "x-wr-caldesc": words}.items():
        calendar.add(name, vText(text))  # names with x- would go unescaped otherwise
    calendar.add("refresh-interval", REFRESH, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")


def _entry(lines: Paragraphs, event: Event, stamp: dt.datetime) -> Entry:
    tour, position = lines.tour, event.place.position
    entry = Entry()
    entry.add("uid", f"{tour.id}.{event.id}@{HOST}")
    entry.add("dtstamp", stamp)
    _add_time(entry, event)
    entry.add("summary", _summary(event, lines.words))
    entry.add("description", plain("\n".join(lines.event(event))))
    entry.add("location", _line(lines.words.say(place_line(event.at))))
    entry.add("geo", (position.latitude, position.longitude))
    entry.add("status", STATUS[event.status])
    entry.add("transp", "TRANSPARENT")  # it is for the reader's information, not a use of the reader's time
    entry.add("categories", [_line(lines.words.say(tour.label(slug))) for slug in (event.kind, *event.topics)])
    urls = (tour.source[c.source].url for c in event.citations if c.source in tour.source)
    if url := next(filter(None, urls), ""):
        entry.add("url", quote(url, safe=_RESERVED))
    return entry


def _add_time(entry: Entry, event: Event) -> None:
    clock = _clock(event)
    if clock:
        for name, local in zip(("dtstart", "dtend"), clock, strict=False):
            entry.add(name, local)
        return
    first, last = event.when.reach
    entry.add("dtstart", first)
    entry.add("dtend", last + dt.timedelta(days=1) if last < dt.date.max else last)  # the day after, RFC 5545, 3.6.1


def _clock(event: Event) -> list[dt.datetime]:
    """Start and end, or the start alone, where they are known to the minute; none otherwise."""
    when = event.when
    moments = [when.start, *([when.end] if when.end and when.end != when.start else [])]
    instants = [local for moment in moments if (local := instant(moment, event.place.zone))]
    return instants if event.when_stated and len(instants) == len(moments) else []


def _summary(event: Event, words: Words) -> str:
    """The title, with what has become of the event and how little is known of its time."""
    title = series((event.title, *_doubt(event)), " ")
    if event.status == Status.POSTPONED:
        return _line(words.say(tr("Postponed: {title}", title=title)))
    return _line(words.say(tr("Cancelled: {title}", title=title) if event.status == Status.CANCELLED else title))


def _doubt(event: Event) -> list[Message]:
    when = event.when
    if not event.when_stated:
        known = terms.unread(event.unread) if event.unread else terms.UNSTATED
        return [tr("({known}, {date})", known=known, date=when)]
    if when.about:
        return [tr("({date})", date=when)]
    if when.precision < Precision.DAY:
        return [tr("(day not known, {date})", date=when)]
    clock = when.start.time is not None and not _clock(event)
    return [tr("({clock} local time)", clock=f"{when.start.time:%H:%M}")] if clock else []


def _stamp(whole: Tour) -> dt.datetime:
    """The date of the data of the whole tour, so that an event has the same in every view."""
    return dt.datetime.combine(as_of(whole) or WITHOUT_DATE, dt.time.min, dt.UTC)


@lru_cache(maxsize=64)
def _zone(name: str, first: int, last: int) -> Timezone:
    """The rules of a zone in the years of the tour."""
    return Timezone.from_tzid(name, first_date=dt.date(first, 1, 1), last_date=dt.date(last + 1, 1, 1))


def plain(text: str) -> str:
    """The text with plain line breaks and without control characters, which iCalendar has no escape for."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", _BREAKS.sub("\n", text))


def _line(text: str) -> str:
    return " ".join(plain(text).split())
