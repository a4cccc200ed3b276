"""How long a stay is, where a column beside the arrival tells it: "3 days", "2 nights", "4" under "Nights"."""

import datetime as dt
import re
from dataclasses import replace

from mapapp.folding import fold
from mapapp.foreign.dating import Dated
from mapapp.foreign.vocabulary import words
from mapapp.when import When

_MOST = 120  # days
_COUNTED = re.compile(r"(?<![\d.,])(\d{1,3})\s*[-\s]?\s*([^\W\d_]+)\.?")
_BARE = re.compile(r"\d{1,3}(?:[.,]0+)?")


def nights_of(cell: str, heading: str = "") -> int | None:
    """The nights of a stay by the text of a cell under its heading, 0 for one day; None where it tells none.

    Of "3 days/2 nights" the nights count. Hours are no stay, and a number alone is one of what the heading counts.
    """
    counted = {unit: int(match[1]) for match in _COUNTED.finditer(cell) if (unit := _unit(match[2]))}
    if not counted and _BARE.fullmatch(cell.strip()):
        units = {unit for word in re.findall(r"[^\W\d_]+", heading) if (unit := _unit(word))}
        counted = dict.fromkeys(units, int(float(cell.strip().replace(",", ".")))) if len(units) == 1 else {}
    days = counted.get("days", 0) + 7 * counted.get("weeks", 0)
    nights = counted["nights"] if "nights" in counted else days - 1
    return nights if 0 <= nights <= _MOST else None


def _unit(word: str) -> str:
    return next((unit for unit in ("nights", "days", "weeks") if fold(word) in words(unit)), "")


def lasting(day: Dated, nights: int) -> tuple[Dated, Dated, bool]:
    """Arrival and departure of a stay that begins on a day, and whether it is that day alone."""
    if day.when is None or day.when.end is not None or not day.when.start.day:
        return day, day, True
    start = replace(day.when.start, time=None)
    last = start.first_day + dt.timedelta(days=nights)
    end = replace(start, year=last.year, month=last.month, day=last.day)
    return day, Dated(When(end), said=day.said), False
