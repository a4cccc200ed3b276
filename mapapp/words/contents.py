"""What a picture, file or note holds, in one line: so many events, between which days, in which countries.

``4 of 11 events, 27–28 March 2025, Kazakhstan; topic: Energy or Trade``. Beside it stand the lines that whatever is
handed on has to carry: who must be named, and of which day the facts are.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace

from mapapp.errors import clipped
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.when import When
from mapapp.words.language import ENGLISH, Words

NOTICE = "Boundaries shown do not imply official endorsement."
PLACES_CREDIT = "GeoNames (CC BY 4.0)"  # who must be named for the positions of places
BASEMAP_CREDITS = ("Natural Earth", "GSHHG")
NAMED = 6  # so many countries are named; of more, the line tells the number


def contents(snapshot: Snapshot, words: Words = ENGLISH) -> str:
    """One line of plain text about what the view shows: counts, days, countries, and the filters beyond these.

    One path for every language; ``words`` are those of the language.

    Days and countries are those of the events that are shown; where none is, those that the view asks for.
    """
    parts = (part(snapshot, words) for part in (_counted, _days, _countries))
    return "; ".join((", ".join(filter(None, parts)), *_filters(snapshot, words)))


def introduced(snapshot: Snapshot, words: Words = ENGLISH) -> list[str]:
    """What stands below the title where people read it, in one or two sentences: the tour's summary, and what is shown.

    While nothing is filtered the summary says enough; counts are for those who ask for less, and for tours without one.
    """
    summary, line = snapshot.whole.summary, contents(snapshot, words)
    if not summary:
        return [line]
    shown, every = ((len(t.events), len(t.visits)) for t in (snapshot.tour, snapshot.whole))
    return [summary] if shown == every else [summary, words.filled("shown-here", contents=line)]


def credits_of(snapshot: Snapshot) -> tuple[str, ...]:
    """Who must be named where the places and corridors of the snapshot are given on without a map."""
    lines = (corridor.credit for corridor in snapshot.corridors)
    return (PLACES_CREDIT, *dict.fromkeys(filter(None, lines)))


def as_of(tour: Tour) -> dt.date | None:
    """The latest day on which one of the sources was published or read; None where no source has a date.

    It is the date of the data: what was said later is not in it.
    """
    dates = (when.latest for s in tour.sources for when in (s.read, s.published) if when)
    return max(dates, default=None)


def as_of_words(tour: Tour) -> str:
    """The date of the data in words, "" where there is none: ``4 April 2025``."""
    date = as_of(tour)
    return ENGLISH.day(date) if date else ""


def about(snapshot: Snapshot) -> list[str]:
    """Lines that a file says of itself: what it holds, the tour's summary, the date of its data."""
    date = as_of_words(snapshot.tour)
    return [*filter(None, (contents(snapshot), snapshot.tour.summary, f"Data as of {date}" if date else ""))]


def _counted(snapshot: Snapshot, words: Words) -> str:
    """So many events; of a tour without any, so many visits."""
    name = "event" if snapshot.whole.events else "visit"
    left, every = (
        len(t.events or t.visits) if name == "visit" else len(t.events) for t in (snapshot.tour, snapshot.whole)
    )
    kept = "all" if left == every else "some" if left > 1 else "one-of-many" if left else "none-of-many"
    if kept == "all" and every < 2:
        kept = "one" if every else "no"
    return words.filled(f"{kept}-{name}s", left=words.number(left), all=words.number(every))


def _days(snapshot: Snapshot, words: Words) -> str:
    tour, view = snapshot.tour, snapshot.view
    whens = [e.when for e in tour.events] or [v.when for v in tour.visits if v.when]
    if whens:
        return words.when(span(whens))
    if view.since and view.until:
        return words.days(view.since, view.until)
    return "".join(words.filled(k, date=words.day(d)) for k, d in (("from", view.since), ("until", view.until)) if d)


def span(whens: Iterable[When]) -> When:
    """The time from the first to the last of them, each end as precise as it is known; doubts and clocks left out.

    Raises ValueError where there is none.
    """
    ends = [replace(m, time=None, about=False, uncertain=False) for w in whens for m in (w.start, w.end or w.start)]
    first = min(ends, key=lambda moment: (moment.first_day, moment.precision))
    last = max(ends, key=lambda moment: (moment.last_day, -moment.precision))
    return When(first, None if first == last else last)


def _countries(snapshot: Snapshot, words: Words) -> str:
    tour = snapshot.tour
    codes = dict.fromkeys(record.place.country for record in tour.events or tour.visits)
    named = [words.country(code) for code in codes or snapshot.view.countries if code]
    return words.filled("countries", n=len(named)) if len(named) > NAMED else words.listed(named)


def _filters(snapshot: Snapshot, words: Words) -> list[str]:
    """The filters of the view in words, without those by day and country, which the line speaks of anyway."""
    tour, view = snapshot.whole, snapshot.view
    by_value: tuple[tuple[str, tuple[str, ...], Callable[[str], str]], ...] = (
        ("traveller", view.travellers, lambda id_: _name(tour, id_)),
        ("person", view.people, lambda id_: _name(tour, id_)),
        ("kind", view.kinds, tour.label),
        ("topic", view.topics, tour.label),
        ("status", view.statuses, words.status),
    )
    filters = [
        f"{words[name]}: {words.listed([clipped(word(v)) for v in values], 'or')}"
        for name, values, word in by_value
        if values
    ]
    if view.text:
        filters.append(words.filled("with-words", text=clipped(view.text)))
    if view.sure and (view.since or view.until):
        filters.append(words["sure"])
    return filters


def _name(tour: Tour, person: str) -> str:
    return tour.person[person].name if person in tour.person else person
