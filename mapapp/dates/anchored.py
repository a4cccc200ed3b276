"""Dates that are told from another day: "on Thursday", "the following day", "late March", a day without its year.

Each answer is as wide as the words: a range whose ends are uncertain (``2025-03-24?/2025-03-28?``) is some time within.
"""

import datetime as dt
from calendar import monthrange

from mapapp.dates.reading import readings
from mapapp.errors import WhenError
from mapapp.when import Moment, Precision, When

_DAY = dt.timedelta(days=1)
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def day(date: dt.date, *, uncertain: bool = False) -> When:
    """That day."""
    return When(Moment(date.year, date.month, date.day, uncertain=uncertain))


def within(first: dt.date, last: dt.date) -> When:
    """Some time from the first to the last day."""
    if first >= last:
        return day(first)
    return When(day(first, uncertain=True).start, day(last, uncertain=True).start)


def weekday(number: int, published: dt.date, shift: int = 0) -> tuple[When, When]:
    """That day of the week (0 is Monday) as a past and as a coming day; ``shift`` weeks on, -1 for "last Sunday".

    A paper that writes "on Thursday" on a Thursday means its own day. "Last Sunday" may be no earlier.
    """
    back = (published.weekday() - number) % 7
    ahead = (number - published.weekday()) % 7
    past = published - _DAY * (back or (7 if shift < 0 else 0))
    coming = published + _DAY * (ahead or (7 if shift > 0 else 0))
    return day(past), day(coming)


def week(published: dt.date, shift: int = 0) -> tuple[When, When]:
    """The week of the publication, or one that is ``shift`` weeks from it, from Monday; past and coming part of it."""
    monday = published - _DAY * published.weekday() + 7 * _DAY * shift
    sunday = monday + 6 * _DAY
    if shift:
        return within(monday, sunday), within(monday, sunday)
    return within(monday, published), within(published, sunday)


def days_of_week(first: int, last: int, published: dt.date) -> tuple[When, When]:
    """From one day of the week to another, the last such days and the next ones: "from Monday to Wednesday"."""
    span = _DAY * ((last - first) % 7)
    back = published - _DAY * ((published.weekday() - last) % 7)
    ahead = published + _DAY * ((first - published.weekday()) % 7)
    return _days(back - span, back), _days(ahead, ahead + span)


def weekend(published: dt.date) -> tuple[When, When]:
    """Saturday and Sunday as the last weekend that began, and as the next one that has not ended."""
    saturday = published - _DAY * ((published.weekday() - 5) % 7)
    ahead = saturday if published - saturday <= _DAY else saturday + 7 * _DAY
    return within(saturday, saturday + _DAY), within(ahead, ahead + _DAY)


def _days(first: dt.date, last: dt.date) -> When:
    return day(first) if first >= last else When(day(first).start, day(last).start)


def month(published: dt.date, shift: int = 0) -> When:
    """The month of the publication, or one that is ``shift`` months from it."""
    months = published.year * 12 + published.month - 1 + shift
    return When(Moment(months // 12, months % 12 + 1))


def season(name: str, published: dt.date, shift: int = 0) -> When:
    """A season by its English name: the last one begun for -1, the next one for 1; as in the north."""
    first = _SEASONS[name]
    year = published.year - (dt.date(published.year, first, 1) > published)
    year += max(shift, 0)
    if shift < 0 and (published.year - year) * 12 + published.month - first < 3:
        year -= 1  # "last autumn", said in autumn
    end_year, end_month = divmod(year * 12 + first - 1 + 2, 12)
    last = dt.date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1])
    return within(dt.date(year, first, 1), last)


def part(stated: When, name: str) -> When:
    """The early, middle or late third of a month."""
    start = stated.start
    if not start.month:
        return stated
    first, last = _PARTS[name]
    last = min(last, monthrange(start.year, start.month)[1])
    return within(dt.date(start.year, start.month, first), dt.date(start.year, start.month, last))


def half(stated: When, name: str) -> When:
    """The "first" or "second" half of a month."""
    start = stated.start
    if not start.month:
        return stated
    middle, end = dt.date(start.year, start.month, 15), monthrange(start.year, start.month)[1]
    if name == "first":
        return within(middle.replace(day=1), middle)
    return within(middle + _DAY, middle.replace(day=end))


def seven(stated: When, number: int) -> When:
    """The week of a month with that number, from 0, with the days that it may begin and end on by any count."""
    start = stated.start
    if not start.month:
        return stated
    first, end = dt.date(start.year, start.month, 1), monthrange(start.year, start.month)[1]
    begin, last = 7 * number + 1 - first.weekday(), 7 * number + 7 + -first.weekday() % 7
    return within(first.replace(day=max(begin, 1)), first.replace(day=min(end, last)))


def dated(text: str, published: dt.date | None) -> tuple[When, When] | None:
    """A date of the calendar, its year where it has none as the nearest past and the nearest coming one.

    None where it means nothing or several things, and for a date without a year where no publication is known.
    """
    found = _only(text)
    if found:
        return found, found
    if published is None:
        return None
    years = [_only(f"{text}, {published.year + n}") for n in (-1, 0, 1)]
    past = [when for when in years if when and when.earliest <= published]
    coming = [when for when in years if when and when.latest >= published]
    if not past and not coming:
        return None
    return (past or coming)[-1 if past else 0], (coming or past)[0 if coming else -1]


def nearest(past: When, coming: When, published: dt.date) -> When:
    """The one of the two that is nearer to the publication."""
    return past if abs(published - past.latest) <= abs(coming.earliest - published) else coming


def _only(text: str) -> When | None:
    try:
        found = readings(text)
    except WhenError:
        return None
    return found[0].when if len(found) == 1 else None


def is_day(when: When) -> bool:
    """Whether it is a single day."""
    return when.end is None and when.precision >= Precision.DAY
