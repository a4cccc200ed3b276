"""What one cell may mean as a date: every meaning, and what it leaves open."""

import datetime as dt
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from mapapp.dates.meaning import Reading
from mapapp.dates.names import months, weekdays
from mapapp.dates.reading import LONGEST, readings
from mapapp.errors import WhenError, clipped
from mapapp.foreign.epochs import epoch_day, is_epoch
from mapapp.foreign.errors import ForeignError
from mapapp.foreign.statuses import day_part, status_in, status_of
from mapapp.foreign.vocabulary import written
from mapapp.message import Sentence, tr
from mapapp.when import Moment, When

MOST_SECONDS = 5.0  # of the processor, for cells of a table that are no dates: a thousand rows of them take three
MOST_APART = 31  # days between two dates of one stay
LEAP = 2024  # a year in which every day without a year exists
_MIXED_DASHES = re.compile(r"(?<!\d)(\d{4})[-‐‑‒–—−](\d{1,2})[-‐‑‒–—−](\d{1,2})(?!\d)")
_APART = re.compile(r"\s*(?:[;\n]|,(?!\s*\d{4}(?!\d|-))|\s&\s|\s(?:and|и|und|et|y|e)\s)\s*")
_DASHED = re.compile(r"(?P<day>[^\W\d_][\w.-]*?)\s*[-–—:|/]\s*(?P<date>\d.*)")
_HALF = re.compile(r"(?P<date>.*\d.*?)[\s,;/–-]*\(?(?P<part>[^\W\d][^()\d]{1,20}?)\)?")  # 9 August 2024 (pm)
_CLOSE = re.compile(r"(\d{1,2})([A-Za-z]{3})(\d{4}|\d\d)")  # 02MAR2025, as airlines write
_FOOTNOTE = re.compile(r"\[\w{1,3}\]|[*†‡]+$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a cell says as a date: its readings (none: unread), and what is left open.

    ``yearless``: it states no year. ``fault`` is a sentence where the cell contradicts itself.
    """

    readings: tuple[Reading, ...] = ()
    yearless: bool = False
    fault: str = ""


def meaning(cell: str, year: int | None = None) -> Meaning:
    """Everything that a cell may mean; of a long text nothing. ``year`` is that of a date which states none."""
    return _known(cell, year) if len(cell) <= LONGEST else Meaning()


_spent: ContextVar[list[float] | None] = ContextVar("spent", default=None)  # seconds, for cells that are no dates


@contextmanager
def patience() -> Iterator[None]:
    """Within this block, cells that are no dates take some seconds; then `meaning` raises ForeignError."""
    token = _spent.set([])
    try:
        yield
    finally:
        _spent.reset(token)


@lru_cache(maxsize=40_000)
def _known(cell: str, year: int | None) -> Meaning:
    began, spent = time.thread_time(), _spent.get()
    found = _read(cell, year)
    if spent is not None and not found.readings:
        spent[:] = [sum(spent) + time.thread_time() - began]
        if spent[0] > MOST_SECONDS:
            said = tr(
                "Too many cells look like dates and are none, such as “{cell}”. Correct those, or leave them out.",
                cell=clipped(cell, 40),
            )
            raise ForeignError(said)
    return found


def _read(cell: str, year: int | None) -> Meaning:
    if is_epoch(cell):  # which columns of numbers tell dates is asked before
        day = epoch_day(cell)
        return Meaning((Reading(When(Moment(day.year, day.month, day.day))),))
    text = _plain(cell)
    if not text:
        return Meaning()
    if week := _week(text, year):
        return week
    found = _meaning(text, year)
    if found.readings or found.fault:
        return found
    return _listed(text, year) or _otherwise(text, year) or found


def _plain(cell: str) -> str:
    """The cell without marks of footnotes and words for a status, and with one dash in a date of figures."""
    cell = _CLOSE.sub(r"\1 \2 \3", cell) if _CLOSE.fullmatch(cell) and months(cell.lstrip("0123456789")[:3]) else cell
    text = _FOOTNOTE.sub("", _MIXED_DASHES.sub(r"\1-\2-\3", cell)).strip(" \t\n,;")
    if status_of(text):
        return ""
    found = status_in(text)
    return re.sub(rf"[\s,;/(\[]*{re.escape(found[1])}[\s)\].,;!]*", " ", text).strip() if found else text


def _meaning(text: str, year: int | None) -> Meaning:
    try:
        return Meaning(readings(text))
    except WhenError as error:
        wrong = str(error)
    try:
        return Meaning(readings(text, year or LEAP), yearless=True)
    except WhenError as error:
        contradicts = next((said for said in (wrong, str(error)) if "day of the week" in said), "")
    if contradicts:
        bare = readings_without_weekday(text, year)
        return Meaning(bare, fault=Sentence.of(contradicts)) if bare else Meaning()
    return _of_another_year(text, year or LEAP)


def _of_another_year(text: str, year: int) -> Meaning:
    """A day of the week before a day without a year, which that year does not have: "Mon 24 Feb"."""
    bare = readings_without_weekday(text, year) if any(map(weekdays, re.split(r"[\s,.]+", text))) else ()
    if not bare:
        return Meaning()
    try:
        readings(f"{text}, {year}")
    except WhenError as error:
        if "day of the week" in str(error):
            return Meaning(bare, yearless=True, fault=Sentence.of(str(error)))
    return Meaning()


def readings_without_weekday(text: str, year: int | None) -> tuple[Reading, ...]:
    """What a date may mean whose day of the week is wrong."""
    words = [
        word
        for word in re.split(r"(\s+|,)", text)
        if not (weekdays(word.strip("., ()")) and not word.strip().isdigit())
    ]
    try:
        return readings(" ".join("".join(words).strip(" ,()").split()), year)
    except WhenError:
        return ()


def _otherwise(text: str, year: int | None) -> Meaning | None:
    """A date behind or before its number among the days ("Day 2 – 4 May"), or parted from its weekday by a dash."""
    weekday = _DASHED.fullmatch(text)
    if weekday and weekdays(weekday["day"]):
        return _meaning(f"{weekday['day']}, {weekday['date']}", year)
    half = _HALF.fullmatch(text)
    if half and day_part(half["part"]):
        return _meaning(half["date"], year)
    bare = next((match["date"] for form in _numbered() if (match := form.fullmatch(text))), "").strip(" ()[]")
    found = (_meaning(bare, year), _otherwise(bare, year)) if bare else ()
    return next((m for m in found if m and all(r.when.start.day for r in m.readings) and (m.readings or m.fault)), None)


@cache
def _numbered() -> tuple[re.Pattern[str], ...]:
    """Dates with the number of the day in a programme before or behind them."""
    called = "|".join(map(re.escape, sorted(written("numbered day"), key=len, reverse=True)))
    number = rf"(?:(?:{called})\W{{0,3}}\d{{1,2}}|\d{{1,2}}(?:-?[^\W\d_]{{1,3}}|[.ºª°])?[\s-]*(?:{called}))"
    patterns = (rf"{number}(?:\s*[-–—:.,|/(]\s*|\s+)(?P<date>.+)", rf"(?P<date>.+?)\s*[-–—:,|/(]\s*{number}\s*\)?")
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _week(text: str, year: int | None) -> Meaning | None:
    """The seven days of a week that its first day names: "w/c 12 May", "semaine du 12 mai 2025"."""
    match = _weeks().fullmatch(text)
    found = _meaning(match["date"].strip(" :,()"), year) if match else Meaning()
    whole = [r._replace(when=week_of(r.when)) for r in found.readings]
    return replace(found, readings=tuple(whole)) if whole else None


def week_of(first: When) -> When:
    """From a day to the sixth after it; anything else as it is."""
    if first.end is not None or not first.start.day:
        return first
    last = first.start.first_day + dt.timedelta(days=6)
    end = Moment(last.year, last.month, last.day, about=first.start.about, uncertain=first.start.uncertain)
    return When(replace(first.start, time=None), end)


@cache
def _weeks() -> re.Pattern[str]:
    """Dates with a word before them by which they are the first day of a week."""
    called = "|".join(map(re.escape, sorted(written("week of"), key=len, reverse=True)))
    return re.compile(rf"(?:{called})\W{{0,2}}\s*(?P<date>\d.*|[^\W\d]+\W+\d.*)", re.IGNORECASE)


def _listed(text: str, year: int | None) -> Meaning | None:
    """Several dates in one cell, from the first to the last of them."""
    parts = [part.strip(" ,;") for part in _APART.split(text) if part.strip()]
    if not 2 <= len(parts) <= 12:
        return None
    found = _with_year([_meaning(part, year) for part in parts], parts)
    if not all(len(m.readings) == 1 and not m.fault and not m.yearless for m in found):
        return None
    whens = sorted((m.readings[0].when for m in found), key=lambda w: w.start.begins)
    gaps = [(b.earliest - a.latest).days for a, b in pairwise(whens)]
    if max(gaps) > MOST_APART:
        return None  # several stays, which one row cannot tell apart
    last = whens[-1].end or whens[-1].start
    return Meaning(
        (found[0].readings[0]._replace(when=When(whens[0].start, last if last != whens[0].start else None)),)
    )


def _with_year(found: list[Meaning], parts: Sequence[str]) -> list[Meaning]:
    """The dates of a list with the year that only the last of them states: "31 août et 1er septembre 2025"."""
    last = found[-1]
    if len(last.readings) != 1 or last.yearless or not all(m.yearless for m in found[:-1]):
        return found
    end = last.readings[0].when
    told = [replace(_meaning(part, end.start.year), yearless=False) for part in parts[:-1]]
    if all(len(m.readings) == 1 and m.readings[0].when.start.begins <= end.start.begins for m in told):
        return [*told, last]
    return found  # "30 December and 2 January 2026" goes over New Year
