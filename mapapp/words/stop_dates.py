"""The days of a stop as they stand beside its name on a map: "27 Mar", "3–4 Apr", "27 Mar, 2 Apr", "2026"."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from babel.dates import format_interval, format_skeleton

from mapapp.marks import Mark
from mapapp.tour import Status, Tour
from mapapp.when import Moment, Precision, When
from mapapp.words.language import Words, doubted

NO_YEAR = 0  # goes without saying
MOST = 3  # stays at one place whose days are all told; of more, the first and the last are
_OFF = (Status.POSTPONED, Status.CANCELLED)


def stop_dates(tour: Tour, marks: Iterable[Mark], words: Words) -> dict[str, str]:
    """The days by the ids of places.

    A year is told where it is not the year of most stops, at a place that has days of several years, and everywhere
    in a comparison of different years: "2 Nov, 2026" would be read as one day.
    """
    found: dict[str, list[When]] = {}
    off: dict[str, list[When]] = {}
    for mark in marks:
        (off if mark.status in _OFF else found).setdefault(mark.place.id, []).extend(_whens(tour, mark))
    found = {**off, **found}
    years = Counter(when.start.year for whens in found.values() for when in whens)
    usual = min(years, key=lambda year: (-years[year], year), default=0)
    home = NO_YEAR if tour.sides and len(years) > 1 else usual
    return {id_: _listed(whens, _home(whens, home), words) for id_, whens in found.items() if whens}


def first_day(tour: Tour, mark: Mark) -> dt.date | None:
    """The first day of what stands at a mark, by which the days of several marks are put in order."""
    return min((when.earliest for when in _whens(tour, mark)), default=None)


def _home(whens: list[When], home: int) -> int:
    return NO_YEAR if len({when.start.year for when in whens}) > 1 else home


def _whens(tour: Tour, mark: Mark) -> list[When]:
    """When somebody was there: the stays, or else the events."""
    stays = [tour.visit[id_].when for id_ in mark.visits if id_ in tour.visit]
    return [when for when in stays if when] or [tour.event[id_].when for id_ in mark.events if id_ in tour.event]


def _listed(whens: list[When], home: int, words: Words) -> str:
    """Each span once, the surest of those that are the same, in order."""
    surest: dict[tuple[object, ...], When] = {}
    for when in sorted(whens, key=lambda w: (w.start.first_day, (w.end or w.start).last_day, w.about)):
        plain = tuple(replace(m, time=None, about=False, uncertain=False) for m in (when.start, when.end or when.start))
        surest.setdefault(plain, when)
    told = list(dict.fromkeys(_short(when, home, words) for when in surest.values()))
    return ", ".join(told) if len(told) <= MOST else f"{told[0]} … {told[-1]}"


def _short(when: When, home: int, words: Words) -> str:
    start, end = (replace(moment, time=None) for moment in (when.start, when.end or when.start))
    days = {start.precision, end.precision} == {Precision.DAY}
    doubt = any(moment.about or moment.uncertain for moment in (start, end))
    if days and not doubt and start.year == end.year and start.first_day != end.first_day:
        skeleton = "MMMd" if start.year == home else "yMMMd"
        span = format_interval(start.first_day, end.first_day, skeleton, locale=words.locale)
        return str(span).replace("\N{THIN SPACE}", " ")
    return " – ".join(dict.fromkeys(_moment(moment, home, words) for moment in (start, end)))


def _moment(moment: Moment, home: int, words: Words) -> str:
    skeleton = "yMMM" if moment.precision == Precision.MONTH else "MMMd" if moment.year == home else "yMMMd"
    known = moment.precision > Precision.YEAR
    date = str(format_skeleton(skeleton, moment.first_day, locale=words.locale)) if known else str(moment.year)
    return words.say(doubted(moment, date))
