"""Dates as precise as their source and no more: a subset of EDTF (ISO 8601-2).

``2026``, ``2025-03``, ``2025-03-27``, ``2025-03-27T19:30`` (local time of the place, no zone), each with ``~`` for
"about" or ``?`` for "uncertain" behind it, and ranges ``start/end`` of them.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Self

from mapapp.errors import WhenError, clipped
from mapapp.message import MONTHS, series, tr

WEEKDAYS = (
    tr("Monday"),
    tr("Tuesday"),
    tr("Wednesday"),
    tr("Thursday"),
    tr("Friday"),
    tr("Saturday"),
    tr("Sunday"),
)
_MOMENT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?([~?%]?)", re.ASCII)
_DAY = dt.timedelta(days=1)


class Precision(IntEnum):
    """How finely a moment is known; a larger value is finer."""

    YEAR = 1
    MONTH = 2
    DAY = 3
    MINUTE = 4


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month, day or minute. ``about`` and ``uncertain`` are the EDTF qualifiers ``~`` and ``?``."""

    year: int
    month: int | None = None
    day: int | None = None
    time: dt.time | None = None
    about: bool = False
    uncertain: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one EDTF moment. Raises WhenError."""
        match = _MOMENT.fullmatch(text)
        if not match:
            raise WhenError(tr("'{text}' is not a date; write YYYY-MM-DD, YYYY-MM or YYYY", text=clipped(text)))
        year, month, day, hour, minute = (int(g) if g else None for g in match.groups()[:5])
        qualifier = match[6]
        try:
            dt.date(year or 0, 1 if month is None else month, 1 if day is None else day)
            time = dt.time(hour, minute or 0) if hour is not None else None
        except ValueError:
            raise WhenError(tr("'{text}' is not in the calendar; check year, month, day and time", text=text)) from None
        return cls(year or 0, month, day, time, about=qualifier in ("~", "%"), uncertain=qualifier in ("?", "%"))

    def __str__(self) -> str:
        text = f"{self.year:04}"
        text += f"-{self.month:02}" if self.month else ""
        text += f"-{self.day:02}" if self.day else ""
        text += f"T{self.time:%H:%M}" if self.time else ""
        return text + ("%" if self.about and self.uncertain else "~" if self.about else "?" if self.uncertain else "")

    @property
    def precision(self) -> Precision:
        """The finest unit that is stated."""
        if self.time is not None:
            return Precision.MINUTE
        return Precision.DAY if self.day else Precision.MONTH if self.month else Precision.YEAR

    @property
    def first_day(self) -> dt.date:
        """The first day that it may mean; "about" and "uncertain" do not widen it."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The last day that it may mean."""
        month = self.month or 12
        if self.day or month == 12:
            return dt.date(self.year, month, self.day or 31)
        return dt.date(self.year, month + 1, 1) - _DAY

    @property
    def begins(self) -> dt.datetime:
        """The first instant that it may mean, in the local time of the place."""
        return dt.datetime.combine(self.first_day, self.time or dt.time.min)

    @property
    def ends(self) -> dt.datetime:
        """The last instant that it may mean, in the local time of the place."""
        return dt.datetime.combine(self.last_day, self.time or dt.time.max)

    @property
    def _doubtful(self) -> bool:
        return self.about or self.uncertain

    def describe(self, *, year: bool = True, month: bool = True) -> str:
        """English words: ``27 March 2025``, ``March 2025``, ``2026``, with ``about`` or ``perhaps`` before them."""
        words = []
        if self.day:
            words.append(str(self.day))
        if self.month and (month or not self.day):
            words.append(MONTHS[self.month])
        if year or not self.month:
            words.append(str(self.year))
        text = " ".join(words) + (f", {self.time:%H:%M}" if self.time else "")
        return ("about " if self.about else "perhaps " if self.uncertain else "") + text


@dataclass(frozen=True, slots=True)
class When:
    """A moment, or a range from ``start`` to ``end`` (None: one moment).

    A range means that the thing lasted from its start to its end; a coarse moment ("2026") means that it happened
    some time within.
    """

    start: Moment
    end: Moment | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an EDTF moment or range. Raises WhenError; ``When.parse(str(when)) == when``."""
        first, slash, second = text.strip().partition("/")
        when = cls(Moment.parse(first), Moment.parse(second) if slash else None)
        if when.end and when.end.ends < when.start.begins:
            raise WhenError(tr("'{strip}' ends before it starts; swap the two dates", strip=text.strip()))
        return when

    def __str__(self) -> str:
        return f"{self.start}/{self.end}" if self.end else str(self.start)

    @property
    def earliest(self) -> dt.date:
        """The first day that may belong to it."""
        return self.start.first_day

    @property
    def latest(self) -> dt.date:
        """The last day that may belong to it."""
        return (self.end or self.start).last_day

    @property
    def heading(self) -> str:
        """Words to head a list with: a single day with its weekday, doubt and clock left out.

        ``Thursday 27 March 2025``, ``3–4 April 2025``, ``2026``. What ends after midnight stands under its first day.
        """
        last = self.start if self.within_a_day else self.end or self.start
        plain = [replace(m, time=None, about=False, uncertain=False) for m in (self.start, last)]
        single_day = plain[0] == plain[1] and plain[0].precision == Precision.DAY
        weekday = WEEKDAYS[plain[0].first_day.weekday()] if single_day else ""
        return series((weekday, When(plain[0], plain[1])), " ")

    @property
    def within_a_day(self) -> bool:
        """Whether its clocks are those of one day: an evening that ends after midnight is of its first day."""
        start, end = self.start, self.end or self.start
        if not (start.time and end.time) or self.about:
            return False
        return end.first_day == start.first_day or end.begins - start.begins < _DAY / 2

    @property
    def clock(self) -> str:
        """The times of its clocks: ``19:30``, ``21:00–01:00``; with blanks where it lasts for days: ``21:00 – 09:00``.

        "" where no clock is known to the minute.
        """
        start, end = self.start.time, self.end.time if self.end and self.end != self.start else None
        if start is None or self.about:
            return ""
        dash = "–" if self.within_a_day else " – "
        return f"{start:%H:%M}" + (f"{dash}{end:%H:%M}" if end else "")

    @property
    def about(self) -> bool:
        """Whether an end of it is only approximate or uncertain."""
        return self.start._doubtful or bool(self.end and self.end._doubtful)

    @property
    def precision(self) -> Precision:
        """The coarser of its ends."""
        return min(self.start.precision, (self.end or self.start).precision)

    @property
    def core(self) -> tuple[dt.date, dt.date] | None:
        """First and last day of the days that surely belong to it; None where there is no such day."""
        if self.about:
            return None
        first, last = self.start.last_day, (self.end or self.start).first_day
        return (first, last) if first <= last else None

    @property
    def reach(self) -> tuple[dt.date, dt.date]:
        """First and last day that possibly belong to it; "about" widens each end by one unit of its precision."""
        widths = {Precision.YEAR: 365, Precision.MONTH: 31, Precision.DAY: 1, Precision.MINUTE: 1}
        before = widths[self.start.precision] if self.start._doubtful else 0
        end = self.end or self.start
        after = widths[end.precision] if end._doubtful else 0
        return _shifted(self.earliest, -before), _shifted(self.latest, after)

    def possibly_within(self, since: dt.date, until: dt.date) -> bool:
        """Whether a day of it may lie in the span, both ends included."""
        first, last = self.reach
        return first <= until and last >= since

    def surely_within(self, since: dt.date, until: dt.date) -> bool:
        """Whether a day of it must lie in the span, both ends included."""
        first, last = self.reach
        if since <= first and last <= until:
            return True
        core = self.core
        return core is not None and core[0] <= until and core[1] >= since

    def describe(self) -> str:
        """English words: ``27 March 2025``, ``3–4 April 2025``, ``31 October – 3 November 2015``, ``2026``."""
        if self.end is None or self.end == self.start:
            return self.start.describe()
        start, end = self.start, self.end
        if self.within_a_day:
            return f"{start.describe()}–{end.time:%H:%M}"
        same_year = start.year == end.year and not start.time
        same_month = same_year and start.month == end.month
        first = start.describe(year=not same_year, month=not (same_month and end.day))
        dash = "–" if first.isdigit() and (same_month or not end.month) else " – "
        return first + dash + end.describe()


def _shifted(day: dt.date, days: int) -> dt.date:
    """The day moved by a number of days, held within the calendar."""
    try:
        return day + days * _DAY
    except OverflowError:
        return dt.date.min if days < 0 else dt.date.max
