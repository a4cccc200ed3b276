"""A run of tokens as a date, or as the part of one that a range leaves to its other end."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from mapapp.dates.clocks import Clock
from mapapp.dates.names import months_beside
from mapapp.dates.tokens import Doubt, Name, Number, Sign, Token

YEARS = range(1600, 2201)  # written in figures alone, another year is rather one of another calendar
CENTURIES = (2000, 1900)  # in which a year of two figures may lie
EXCEL_EPOCH = dt.datetime(1899, 12, 30)  # day 0 of Excel for days from 1 March 1900 on (ECMA-376 part 1, 18.17.4.1)
EXCEL_DAYS = range(20_000, 73_051)  # 3 October 1954 to 1 January 2100; other numbers are rather no dates


class Order(StrEnum):
    """In which order a text gives day, month and year; NAMED where a name tells the month."""

    YEAR_FIRST = "year first"
    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Partial:
    """What a text states of a date. ``bare`` is a number that stands alone: a day or a month, as the other end has it.

    ``short_year``: the year has two figures, and ``year`` is one that may be meant. ``weekdays`` are those one of which
    it must be, none for any. ``overnight``: the date is that of the other end, and the clock may be of the day after.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    bare: int | None = None
    clock: Clock | None = None
    order: Order | None = None
    short_year: bool = False
    weekdays: tuple[int, ...] = ()
    about: bool = False
    uncertain: bool = False
    overnight: bool = False

    @property
    def dateless(self) -> bool:
        """Whether it states nothing but a clock."""
        return self.year is None and self.month is None and self.day is None and self.bare is None


def partials(run: Sequence[Token], *, day: bool = False) -> list[Partial]:
    """Everything that the tokens may mean as one date; nothing where they are none.

    With ``day`` a word that may be either is a day of the week, as at the other end: "mar. 24 – ven. 27 juin".
    """
    clocks = [t for t in run if isinstance(t, Clock)]
    doubts = [t for t in run if isinstance(t, Doubt)]
    days = [t for t in run if isinstance(t, Name) and t.weekdays]
    months = [t for t in run if isinstance(t, Name) and t.months]
    weekday = next((t for t in days if day or not t.months or len(months) > 1), None)  # "mar" is March, and mardi
    rest = [_beside(t, weekday) for t in run if not isinstance(t, Clock | Doubt) and t is not weekday]
    if len(clocks) > 1:
        return []
    found = []
    for partial in _dates([t for t in rest if not (isinstance(t, Sign) and t.text in {"a", "as"})]):
        stated = replace(
            partial,
            clock=partial.clock or (clocks[0] if clocks else None),
            weekdays=weekday.weekdays if weekday else (),
            about=any(t.about for t in doubts),
            uncertain=any(not t.about for t in doubts),
        )
        if _holds(stated):
            found.append(stated)
    return found


def _beside(token: Token, weekday: Name | None) -> Token:
    """A name of two months in two languages as the one of the language in which the day of the week stands."""
    if weekday is None or not isinstance(token, Name) or len(token.months) < 2:
        return token
    return replace(token, months=months_beside(token.word, weekday.word) or token.months)


def _dates(rest: Sequence[Token]) -> Iterator[Partial]:
    """What numbers, names and the signs between them may mean."""
    shape = ""
    numbers: list[str] = []
    signs = [""]  # before, between and behind the rest
    months: tuple[int, ...] = ()
    for token in rest:
        if isinstance(token, Sign):
            signs[-1] += token.text
            continue
        if isinstance(token, Name):
            shape, months = shape + "M", token.months
        elif isinstance(token, Number):
            shape += {1: "n", 2: "n", 4: "y", 8: "c"}.get(len(token.digits), "s")
            numbers.append(token.digits)
        signs.append("")
    between = signs[1:-1]
    if not set(signs[0] + signs[-1]) <= {".", ","}:
        return
    if shape.count("M") == 1:
        yield from _named(shape, [int(n) for n in numbers], months)
    elif shape == "s":
        yield from _serial(numbers[0])
    elif shape == "c":
        yield from _compact(numbers[0])
    elif not set(shape) & set("Msc") and len(set(between)) <= 1:
        yield from _figures(shape, [int(n) for n in numbers], (between or [signs[-1].strip(",")])[0])


def _named(shape: str, numbers: list[int], months: tuple[int, ...]) -> Iterator[Partial]:
    for month in months:
        here = Partial(month=month, order=Order.NAMED)
        if shape in ("nMy", "Mny"):
            yield replace(here, day=numbers[0], year=numbers[1])
        elif shape in ("yMn", "ynM"):
            yield replace(here, day=numbers[1], year=numbers[0])
        elif shape in ("My", "yM"):
            yield replace(here, year=numbers[0])
        elif shape in ("nM", "Mn"):
            yield replace(here, day=numbers[0])
        elif shape in ("nMn", "Mnn"):
            yield from _centuries(here, numbers[1], numbers[0])
            if shape == "nMn":
                yield from _centuries(here, numbers[0], numbers[1])
        elif shape == "M":
            yield here


def _centuries(here: Partial, year: int, day: int) -> Iterator[Partial]:
    for century in CENTURIES:
        yield replace(here, year=century + year, day=day, short_year=True)


def _figures(shape: str, n: list[int], sign: str) -> Iterator[Partial]:
    """Dates in figures alone, with one sign between them."""
    if shape == "ny":
        if sign != ",":
            yield Partial(year=n[1], month=n[0], order=Order.DAY_FIRST)
        if sign in (",", ""):
            yield Partial(year=n[1], bare=n[0])  # the end of March 27–28, 2025
    elif sign == ",":
        return
    elif shape in ("nny", "nn"):
        yield from _day_and_month(n[0], n[1], n[2] if shape == "nny" else None, sign)
    elif shape == "nnn":
        yield from _centuries(Partial(month=n[1], order=Order.DAY_FIRST), n[2], n[0])
        if sign != ".":
            yield from _centuries(Partial(month=n[0], order=Order.MONTH_FIRST), n[2], n[1])
            yield from _centuries(Partial(month=n[1], order=Order.YEAR_FIRST), n[0], n[2])
    elif shape in ("y", "yn", "ynn"):
        if shape == "yn" and not sign:
            yield Partial(year=n[0], bare=n[1])  # the start of 2024 жылғы 3–4 шілде
        month, day = (n[i] if i < len(n) else None for i in (1, 2))
        yield Partial(year=n[0], month=month, day=day, order=Order.YEAR_FIRST)
    elif shape in ("", "n"):
        yield Partial(bare=n[0] if n else None)


def _day_and_month(first: int, second: int, year: int | None, sign: str) -> Iterator[Partial]:
    """Behind the dot the month comes second: CLDR knows no region that writes M.d.y."""
    day_first = Partial(year=year, month=second, day=first, order=Order.DAY_FIRST)
    yield day_first
    if sign != "." or not _holds(day_first):
        yield Partial(year=year, month=first, day=second, order=Order.MONTH_FIRST)


def _serial(digits: str) -> Iterator[Partial]:
    """The days since 1900 as a spreadsheet counts them, with the part of a day as a clock."""
    whole, _, part = digits.partition(".")
    if int(whole[:9]) not in EXCEL_DAYS:
        return
    moment = EXCEL_EPOCH + dt.timedelta(days=int(whole), minutes=round(float(f"0.{part or 0}") * 24 * 60))
    clock = Clock(moment.hour, moment.minute) if part else None
    yield Partial(moment.year, moment.month, moment.day, clock=clock, order=Order.YEAR_FIRST)


def _compact(digits: str) -> Iterator[Partial]:
    """Eight figures: year, month and day (ISO 8601), or day, month and year."""
    orders = ((slice(0, 4), slice(4, 6), slice(6, 8), Order.YEAR_FIRST),
              (slice(4, 8), slice(2, 4), slice(0, 2), Order.DAY_FIRST),
              (slice(4, 8), slice(0, 2), slice(2, 4), Order.MONTH_FIRST))  # fmt: skip
    for year, month, day, order in orders:
        yield Partial(int(digits[year]), int(digits[month]), int(digits[day]), order=order)


def _holds(partial: Partial) -> bool:
    """Whether the calendar has it, as far as it is stated."""
    year, month, day = partial.year, partial.month, partial.day
    if year is not None and partial.order != Order.NAMED and year not in YEARS:
        return False
    try:
        dt.date(2000 if year is None else year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True
