"""The days of a stay: a range as its two ends, and a date that stands in columns of its parts."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from mapapp.foreign.datelike import is_date, part_of
from mapapp.foreign.dating import Dated
from mapapp.foreign.records import Column
from mapapp.foreign.table import Line
from mapapp.tables.numbers import whole
from mapapp.when import When

_DAYS = re.compile(r"\d{1,2}\.?(?:\s*[-–—/]\s*\d{1,2}\.?)?")


def one_day(first: When, last: When) -> bool:
    """Whether two moments with clocks are the beginning and the end of one thing on one day."""
    return bool(first.start.time and last.start.time) and first.earliest == last.latest


def day_before(dated: Dated) -> Dated:
    """The same a day earlier."""
    if dated.when is None or not dated.when.start.day:
        return dated
    start = dated.when.start
    day = start.first_day - dt.timedelta(days=1)
    return replace(dated, when=When(replace(start, year=day.year, month=day.month, day=day.day)))


def parted(day: Dated) -> tuple[Dated, Dated, bool]:
    """A stay of one day, or from the start of a range to its end."""
    if day.when is None or day.when.end is None or day.when.within_a_day:
        return day, day, True
    return replace(day, when=When(day.when.start)), replace(day, when=When(day.when.end)), False


def joined(line: Line, columns: Sequence[Column], days: Sequence[int]) -> str:
    """Year, month and day of columns of their own as one text."""
    parts = {part_of(columns[i].heading) or "date": line.text(i) for i in days}
    if parts.get("day", "").isdigit() and is_date(parts.get("date", "")):
        days = [i for i in days if part_of(columns[i].heading) != "day"]  # the days of a journey are counted
        parts.pop("day")
    if {"year", "month", "day"} <= parts.keys():
        year, month, day = (parts[part].strip() for part in ("year", "month", "day"))
        numbers = whole(year), whole(month), whole(day)
        if None not in numbers:
            return "{:04}-{:02}-{:02}".format(*numbers)
        return f"{day} {month} {year}".strip()
    if {"year", "month"} <= parts.keys() and "date" not in parts:
        month = parts["month"].strip()
        number = whole(month)
        return f"{month} {parts['year']}" if number is None else f"{parts['year'].strip()}-{number:02}"
    if "month" in parts and _DAYS.fullmatch(days_ := parts.get("date") or parts.get("day", "")):
        return f"{days_} {parts['month']} {parts.get('year', '')}".strip()  # "Enero 15-19" would be a day of 2019
    if "date" in parts and "year" in parts:
        return parts["date"] if parts["year"].strip() in parts["date"] else f"{parts['date']} {parts['year']}"
    return " ".join(filter(None, (line.text(i) for i in days)))
