"""The order of day and month that is not in the figures themselves: what a careful reader would see without asking."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from mapapp.dates.names import months, weekdays
from mapapp.dates.partial import Order
from mapapp.errors import WhenError
from mapapp.message import tr
from mapapp.terms import term
from mapapp.when import When

T = TypeVar("T")
DAYS = 4  # of one month, that are no longer likely to be one day of as many months
DAY_FIRST = frozenset(
    ("ru", "kk", "uz", "tr", "de", "fr", "es", "pt", "it", "pl", "uk", "ar", "nl", "cs", "ro", "sv", "el", "az", "ky")
)  # in CLDR, wherever they are first spoken
_BETWEEN = "|".join(("de", "del", "of"))
_MONTH = re.compile(rf"(?P<month>[^\W\d_]{{3,}})\.?\s+(?:(?:{_BETWEEN})\s+)?(?P<year>20\d\d|19\d\d)(?!\d)")
_DAYS = re.compile(r"(?P<first>\d{1,2})\.?(?:\s*[-–—/]\s*(?P<last>\d{1,2})\.?)?")
_IN_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)\b.*")


def by_custom(cells: Sequence[str], languages: frozenset[str]) -> tuple[Order, str] | None:
    """The order that figures have by what changes among them, or in the language of the headings, and why; or None.

    ``languages`` are those in which the headings may be.
    """
    pairs = {(int(m[1]), int(m[2]), m[3]) for cell in cells if (m := _IN_FIGURES.fullmatch(cell.strip()))}
    for order, changing, staying in ((Order.DAY_FIRST, 0, 1), (Order.MONTH_FIRST, 1, 0)):
        whole = {(pair[staying], pair[2]) for pair in pairs}
        if (
            len(whole) == 1
            and pairs
            and len({pair[changing] for pair in pairs}) >= DAYS
            and min(int(month) for month, _ in whole) > 1
        ):
            said = tr("All of its cells are days of one month, so they are read {order}.", order=term(order))
            return order, said
    if languages and languages <= DAY_FIRST:
        said = tr("The headings are in a language in which the day stands first.")
        return Order.DAY_FIRST, said
    return None


def month_in(hints: Iterable[str]) -> str:
    """The one month of which texts around a table speak with its year, as YYYY-MM; "" where it is none, or several."""
    told = Counter[str]()
    for hint in hints:
        for match in _MONTH.finditer(hint):
            named = months(match["month"])
            told += Counter([f"{match['year']}-{named[0]:02}"] if len(named) == 1 else [])
    return only(told) or ""


def days_in(cell: str, month: str) -> When | None:
    """The days of a month that a cell gives by their numbers alone: "12", "14–15"; None for anything else."""
    match = _DAYS.fullmatch(cell.strip()) if month else None
    if not match:
        return None
    first, last = int(match["first"]), int(match["last"] or match["first"])
    try:
        return When.parse(f"{month}-{first:02}" + (f"/{month}-{last:02}" if last > first else ""))
    except WhenError:
        return None


def names_weekday(cell: str) -> bool:
    """Whether a date says its day of the week."""
    return any(map(weekdays, re.split(r"[\s,.]+", cell)))


def only(counted: Counter[T]) -> T | None:
    """The one thing that was counted, None where there are several or none."""
    return next(iter(counted)) if len(counted) == 1 else None


def years_in(hints: Iterable[str]) -> Counter[int]:
    """The years that texts around a table state."""
    found = (int(y) for hint in hints for y in re.findall(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)", hint))
    return Counter(found)
