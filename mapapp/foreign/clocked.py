"""Dates with a clock: a day with the hour of another cell."""

import datetime as dt
import re
from dataclasses import replace

from mapapp.dates.reading import readings
from mapapp.errors import WhenError
from mapapp.foreign.dating import Dated
from mapapp.foreign.hours import as_clock
from mapapp.when import Moment, When

_HYPHENED = re.compile(r"(?<!\d)(\d{1,2})-(00|2[5-9]|[3-5]\d)(?!\d)")  # 11-30; of 10-12 either may be an hour
_WHOLE = re.compile(r"(?<![\d:.])(\d{1,2})\s?(?:hrs?|hours|часов|часа|час)\b", re.IGNORECASE)
_HOURS = re.compile(r"(?<=\d)\s?(?:hrs?|hours|ч)\b\.?", re.IGNORECASE)
_NEXT_DAY = re.compile(r"(?<=[\dmh.])\s?\(?\+\s?([12])\)?(?:\s?(?:d|days?))?\s*$", re.IGNORECASE)  # as timetables write
_JOINED = re.compile(r"(?<!\d)([01]\d|2[0-3])([0-5]\d)(?!\d)")  # 0830


def with_time(when: When, text: str) -> Dated | None:
    """A day with a time of day, None where the text is none or the day is not known."""
    day = when.start
    if when.end or not day.day or day.time or not text:
        return None
    bare = replace(day, about=False, uncertain=False)
    text, later = _later(as_clock(text.strip()))
    cleaned = re.sub(r"(?<=\d)\.(?=\d\d)", ":", text.strip(" ,;").replace("\n", " "))
    cleaned = _JOINED.sub(r"\1:\2", _HOURS.sub("", _WHOLE.sub(r"\1:00", cleaned)))
    cleaned = _HYPHENED.sub(r"\1:\2", cleaned)
    try:
        found = readings(f"{bare} {cleaned}")
    except WhenError:
        return None
    if len(found) != 1 or found[0].when.start.time is None:
        return None
    timed = found[0].when
    about, uncertain = day.about or timed.start.about, day.uncertain or timed.start.uncertain
    start = replace(timed.start, about=about, uncertain=uncertain)
    end = replace(timed.end, about=about, uncertain=uncertain) if timed.end else None
    return Dated(When(start if end else _on(start, later), end), zones=found[0].zones)


def _later(text: str) -> tuple[str, int]:
    """A clock without what says that it is one of the next day, and how many days later it is: "01:55 +1"."""
    match = _NEXT_DAY.search(text)
    return (text[: match.start()], int(match[1])) if match else (text, 0)


def _on(moment: Moment, later: int) -> Moment:
    """The moment as many days later."""
    day = moment.first_day + dt.timedelta(days=later)
    return replace(moment, year=day.year, month=day.month, day=day.day) if later else moment
