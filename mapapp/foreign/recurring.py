"""On which days an event of a calendar recurs (RFC 5545, 3.3.10): by days, weeks, months or years, up to its end."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice, takewhile

MOST = 400  # days of one event, and steps without one of them
_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_KNOWN = {
    "DAILY": {"BYDAY"}, "WEEKLY": {"BYDAY"}, "MONTHLY": {"BYDAY", "BYMONTHDAY"}, "YEARLY": set[str](),
}  # fmt: skip
_ALWAYS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
Days = Iterator[dt.date]


def days_of(rule: str, first: dt.date, last: Callable[[str], dt.date | None]) -> list[dt.date] | None:
    """The days of a rule from the first one on; None for one without an end, with too many days, or of another kind.

    ``last`` gives the last day that an UNTIL allows, None where it tells none.
    """
    told = dict(part.upper().split("=", 1) for part in rule.strip().split(";") if "=" in part)
    kind = told.get("FREQ", "")
    if kind not in _KNOWN or not set(told) <= _ALWAYS | _KNOWN[kind] or ("COUNT" in told) == ("UNTIL" in told):
        return None
    by_day = [_BY_DAY.fullmatch(name) for name in told.get("BYDAY", "").split(",") if name]
    named = [(int(match[1] or 0), _NAMES.index(match[2])) for match in by_day if match]
    numbers = [told.get(name, "1") for name in ("INTERVAL", "COUNT")]
    dates = told.get("BYMONTHDAY", "").split(",") if "BYMONTHDAY" in told else []
    fits = len(named) == len(by_day) and (kind == "MONTHLY" or not any(nth for nth, _ in named))
    if not (fits and all(re.fullmatch(r"[1-9]\d{0,3}", n) for n in numbers) and not (dates and named)):
        return None
    if not all(re.fullmatch(r"-?[1-9]\d?", n) for n in dates):
        return None
    step, most = map(int, numbers)
    until = last(told["UNTIL"]) if "UNTIL" in told else dt.date.max
    if until is None or most > MOST:
        return None
    weeks_begin = _NAMES.index(told["WKST"]) if told.get("WKST") in _NAMES else 0
    every = _steps(kind, first, step, (named, [int(n) for n in dates], weeks_begin))
    found = takewhile(lambda day: day <= until, (day for day in every if day >= first))
    days = list(islice(found, most if "COUNT" in told else MOST + 1))
    whole = len(days) == most if "COUNT" in told else len(days) <= MOST
    return days if days and days[0] == first and whole else None


def _steps(kind: str, first: dt.date, step: int, by: tuple[Sequence[tuple[int, int]], Sequence[int], int]) -> Days:
    """The days of each step in order; they end with the calendar, or where many steps have none."""
    named, dates, weeks_begin = by
    empty = 0
    for number in count():
        try:
            days = _days(kind, first, step * number, (named, dates, weeks_begin))
        except (ValueError, OverflowError):  # behind the last year
            return
        yield from days
        empty = 0 if days else empty + 1
        if empty > MOST:
            return


def _days(
    kind: str, first: dt.date, ahead: int, by: tuple[Sequence[tuple[int, int]], Sequence[int], int]
) -> list[dt.date]:
    named, dates, weeks_begin = by
    if kind == "DAILY":
        day = first + dt.timedelta(days=ahead)
        return [day] if not named or day.weekday() in {at for _, at in named} else []
    if kind == "WEEKLY":
        begin = first - dt.timedelta(days=(first.weekday() - weeks_begin) % 7) + dt.timedelta(weeks=ahead)
        ats = {at for _, at in named} or {first.weekday()}
        return sorted(begin + dt.timedelta(days=(at - weeks_begin) % 7) for at in ats)
    year, month = (first.year + ahead, first.month) if kind == "YEARLY" else _month(first, ahead)
    length = calendar.monthrange(year, month)[1]
    if named:
        whole = [dt.date(year, month, n) for n in range(1, length + 1)]
        return sorted({day for nth, at in named for day in _nth([d for d in whole if d.weekday() == at], nth)})
    wanted = {n if n > 0 else length + 1 + n for n in dates or (first.day,)}
    return [dt.date(year, month, n) for n in sorted(wanted) if 1 <= n <= length]


def _month(first: dt.date, ahead: int) -> tuple[int, int]:
    months = first.year * 12 + first.month - 1 + ahead
    return months // 12, months % 12 + 1


def _nth(days: list[dt.date], nth: int) -> list[dt.date]:
    """All of them, or the one with that number, from the end where it is negative."""
    if not nth:
        return days
    return days[nth - 1 : nth] if nth > 0 else days[nth:][:1] if -nth <= len(days) else []
