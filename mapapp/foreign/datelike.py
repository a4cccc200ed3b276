"""Which cells look like dates, and which columns hold parts of dates."""

import re
from functools import lru_cache

from mapapp.folding import fold
from mapapp.foreign.epochs import is_epoch
from mapapp.foreign.meanings import LEAP, meaning
from mapapp.foreign.records import Column


@lru_cache(maxsize=20_000)
def is_date(cell: str) -> bool:
    """Whether a cell reads as a date, be it without a year."""
    if len(cell) > 120 or not any(c.isdigit() for c in cell) or is_epoch(cell):
        return False
    found = meaning(cell, LEAP)
    return bool(found.readings or found.fault)


def is_part(column: Column) -> bool:
    """Whether a column of days holds years, months, days or days of the week alone."""
    return part_of(column.heading) != "" or all(re.fullmatch(r"\d{1,2}", cell) for cell in column.samples)


_OF = ("visit", "trip", "travel", "event", "meeting")  # of the journey: no "fiscal year" and no "working day"
_PARTS = {
    "year": "year год жыл yil yıl jahr année año ano",
    "month": "month месяц ай oy ay monat mois mes mês",
    "day": "day день күн kun gün tag jour día dia",
    "weekday": "weekday day of week day of the week день недели dow wochentag jour de la semaine",
}


def part_of(heading: str) -> str:
    """The part of a date that a heading names alone: "year", "month", "day", "weekday", or ""."""
    first, _, last = fold(heading).partition(" ")
    folded = last if first in _OF else fold(heading)
    if folded in ("weekday", "day of week", "day of the week", "день недели", "dow", "wochentag", "dia de la semana"):
        return "weekday"
    return next(
        (part for part, listed in _PARTS.items() if part != "weekday" and folded in map(fold, listed.split())), ""
    )
