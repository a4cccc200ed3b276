"""Columns of plain numbers: which of them tell days or years, and which count something."""

import datetime as dt
import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from mapapp.folding import fold
from mapapp.foreign.datelike import part_of
from mapapp.foreign.epochs import is_epoch
from mapapp.foreign.meanings import meaning
from mapapp.foreign.records import DATES, Column, Role
from mapapp.foreign.vocabulary import words

FIRST_YEAR, YEARS_AHEAD = 1000, 20  # years that a column of numbers may tell, unless its heading says more
_MOST = 0.6  # share of plain numbers, or of round ones, from which on they are no dates
_ROUND_BY = 50
_PLAIN = re.compile(r"[0-9]{1,18}")
_DECIMAL = re.compile(r"([0-9]{1,9})[.,]([0-9]{1,9})")
_HOURS, _MINUTES = 24, 60
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_plain(cell: str) -> bool:
    """Whether a cell is a number of figures alone."""
    return bool(_PLAIN.fullmatch(cell))


def counts(heading: str) -> bool:
    """Whether a heading says that the numbers below it count or measure something: "Crowd size", "NumberofPeople"."""
    return _has("count", heading) or any(part.startswith("numberof") for part in fold(heading).split())


def tells_nothing(heading: str, cells: Sequence[str]) -> bool:
    """Whether cells tell nothing that happens: how somebody travels or stays, or no more than yes and no."""
    answers = words("yes") | words("no")
    return _has("manner", heading) or all(fold(cell) in answers for cell in cells if cell)


def never(cells: Sequence[str], heading: str) -> frozenset[Role]:
    """The roles that cells of numbers cannot have by themselves: a distance of 18.50 is no hour."""
    days = DATES if _are_numbers(cells, heading) else ()
    decimals = [match for cell in cells if (match := _DECIMAL.fullmatch(cell))]
    hours = all(int(match[1]) <= _HOURS and int(match[2]) < _MINUTES for match in decimals)
    return frozenset(days if hours and not (decimals and counts(heading)) else (*days, Role.TIME))


def _has(kind: str, heading: str) -> bool:
    folded = fold(_CAMEL.sub(" ", heading)).split()
    return any(" ".join(folded[at : at + n]) in words(kind) for n in (1, 2, 3) for at in range(len(folded)))


def _are_numbers(cells: Sequence[str], heading: str) -> bool:
    """Whether most cells are numbers alone that are no dates: ``heading`` says that they count, or no years look so."""
    plain = [cell for cell in cells if is_plain(cell)]
    if not plain or len(plain) < _MOST * sum(1 for cell in cells if any(map(str.isdigit, cell))):
        return False
    whole = [cell for cell in plain if len(cell) == len("20160610")]
    return counts(heading) or (len(whole) < _MOST * len(plain) and not _may_be_years(plain))


def _may_be_years(numbers: Sequence[str]) -> bool:
    """Whether numbers may be years: none far ahead, and not most of them round unless they follow each other."""
    years = [int(cell) for cell in numbers]
    if not all(FIRST_YEAR <= year <= dt.date.today().year + YEARS_AHEAD for year in years):
        return False
    spread = [year for year in years if year % _ROUND_BY == 0]
    near = all(abs(b - a) < _ROUND_BY for a, b in pairwise(years))
    return len(years) < 2 or near or len(spread) < _MOST * len(years)


def needless(columns: Sequence[Column], cells: Sequence[Sequence[str]], told: Collection[int]) -> dict[int, Role]:
    """What columns of dates become that others make needless: years and seconds beside whole dates, and dates again.

    ``told`` are columns whose role somebody chose.
    """
    dates = [c for c in columns if c.role in DATES]
    bare = {c.index for c in dates if c.samples and all(is_plain(s) and len(s) == len("2016") for s in c.samples)}
    seconds = {c.index for c in dates if c.samples and all(map(is_epoch, c.samples))}
    whole = [c for c in dates if c.index not in bare | seconds and any(meaning(s).readings for s in c.samples)]
    free = [c for c in dates if c.index not in told]
    found = {c.index: Role.LEAVE_OUT for c in free if whole and c.index in seconds}
    found |= {c.index: Role.NOTES for c in free if whole and c.index in bare and not part_of(c.heading)}
    for at, column in enumerate(whole):
        again = any(_repeats(cells[column.index], cells[other.index]) for other in whole[:at])
        if again and column.role == Role.DAY and column in free:
            found[column.index] = Role.LEAVE_OUT
    return found


def _repeats(cells: Sequence[str], others: Sequence[str]) -> bool:
    """Whether each cell says the date of another column once more, or is empty."""
    pairs = [(meaning(a).readings, meaning(b).readings) for a, b in zip(cells, others, strict=True) if a]
    return bool(pairs) and all({r.when for r in a} & {r.when for r in b} for a, b in pairs)
