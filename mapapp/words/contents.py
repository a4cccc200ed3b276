"""What a picture, file or note holds, in one line: so many events, between which days, in which countries.

``4 of 11 events, 27–28 March 2025, Kazakhstan; topic: Energy or Trade``. Beside it stand the lines that whatever is
handed on has to carry: who must be named, and of which day the facts are.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace

from mapapp import country
from mapapp.errors import clipped
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.when import Moment, When

NOTICE = "Boundaries shown do not imply official endorsement."
PLACES_CREDIT = "GeoNames (CC BY 4.0)"  # who must be named for the positions of places
BASEMAP_CREDITS = ("Natural Earth", "GSHHG")
NAMED = 6  # so many countries are named; of more, the line tells the number


def contents(snapshot: Snapshot) -> str:
    """One line of plain text about what the view shows: counts, days, countries, and the filters beyond these.

    Days and countries are those of the events that are shown; where none is, those that the view asks for.
    """
    shown = ", ".join(filter(None, (_counted(snapshot), _days(snapshot), _countries(snapshot))))
    return "; ".join((shown, *_filters(snapshot)))


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
    return Moment(date.year, date.month, date.day).describe() if date else ""


def about(snapshot: Snapshot) -> list[str]:
    """Lines that a file says of itself: what it holds, the tour's summary, the date of its data."""
    date = as_of_words(snapshot.tour)
    return [*filter(None, (contents(snapshot), snapshot.tour.summary, f"Data as of {date}" if date else ""))]


def _counted(snapshot: Snapshot) -> str:
    name = "event" if snapshot.whole.events else "visit"
    left, every = (
        len(t.events or t.visits) if name == "visit" else len(t.events) for t in (snapshot.tour, snapshot.whole)
    )
    if left == every:
        return f"{every or 'no'} {name}{'' if every == 1 else 's'}"
    return f"{left or 'none'} of {every} {name}{'' if every == 1 else 's'}"


def _days(snapshot: Snapshot) -> str:
    tour, view = snapshot.tour, snapshot.view
    whens = [e.when for e in tour.events] or [v.when for v in tour.visits if v.when]
    if whens:
        return span(whens).describe()
    asked = [Moment(day.year, day.month, day.day) for day in (view.since, view.until) if day]
    if len(asked) == 2:
        return When(asked[0], asked[1] if asked[1] != asked[0] else None).describe()
    return "".join(f"{'from' if view.since else 'until'} {moment.describe()}" for moment in asked)


def span(whens: Iterable[When]) -> When:
    """The time from the first to the last of them, each end as precise as it is known; doubts and clocks left out.

    Raises ValueError where there is none.
    """
    ends = [replace(m, time=None, about=False, uncertain=False) for w in whens for m in (w.start, w.end or w.start)]
    first = min(ends, key=lambda moment: (moment.first_day, moment.precision))
    last = max(ends, key=lambda moment: (moment.last_day, -moment.precision))
    return When(first, None if first == last else last)


def _countries(snapshot: Snapshot) -> str:
    tour = snapshot.tour
    codes = dict.fromkeys(record.place.country for record in tour.events or tour.visits)
    named = [country.name(code) for code in codes or snapshot.view.countries if code]
    if len(named) > NAMED:
        return f"{len(named)} countries"
    return _listed(named, " and ")


def _filters(snapshot: Snapshot) -> list[str]:
    """The filters of the view in words, without those by day and country, which the line speaks of anyway."""
    tour, view = snapshot.whole, snapshot.view
    by_value: tuple[tuple[str, tuple[str, ...], Callable[[str], str]], ...] = (
        ("traveller", view.travellers, lambda id_: _name(tour, id_)),
        ("person", view.people, lambda id_: _name(tour, id_)),
        ("kind", view.kinds, tour.label),
        ("topic", view.topics, tour.label),
        ("status", view.statuses, str),
    )
    filters = [
        f"{name}: {_listed([clipped(word(v)) for v in values], ' or ')}" for name, values, word in by_value if values
    ]
    if view.text:
        filters.append(f"with the words “{clipped(view.text)}”")
    if view.sure and (view.since or view.until):
        filters.append("only what surely lies within these days")
    return filters


def _name(tour: Tour, person: str) -> str:
    return tour.person[person].name if person in tour.person else person


def _listed(words: list[str], last: str) -> str:
    """The words between commas, ``last`` before the last one."""
    return last.join(filter(None, (", ".join(words[:-1]), *words[-1:])))
