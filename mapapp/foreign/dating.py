"""The dates of a table: each cell to every meaning it may have, and the column to the one order that its cells tell.

Nothing is guessed. What has two meanings after the column has said all it can is asked once, and until somebody answers
the date is marked as uncertain.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from mapapp.dates.meaning import Reading
from mapapp.dates.partial import Order
from mapapp.foreign.customs import by_custom, days_in, month_in, names_weekday, only, years_in
from mapapp.foreign.epochs import is_epoch
from mapapp.foreign.meanings import Meaning, meaning, week_of
from mapapp.message import plural, tr
from mapapp.terms import term
from mapapp.when import When

ORDERS = (Order.DAY_FIRST, Order.MONTH_FIRST)
NO_ZONES = ("", "")
PAST_YEARS = 89  # of the hundred years that years of two figures are taken from where nothing tells the century
NEAR_YEARS, FIRST_YEAR = 30, 1950  # a year of two figures is of this century where all others are as near
YEARS_AHEAD = 5  # for which journeys are planned
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIGURED = re.compile(r"\d{1,2}([/-])\d{1,2}(?:\1\d{2,4})?")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as it was read. ``doubt`` is a sentence and ``facet`` its kind, "" where it is sure.

    ``others`` are what it may be as well. ``said``: somebody said so, and need not be asked again. ``zones`` are those
    stated with the clocks of its start and end, "" where none is.
    """

    when: When | None
    doubt: str = ""
    facet: str = ""
    others: tuple[When, ...] = ()
    said: bool = False
    zones: tuple[str, str] = NO_ZONES


@dataclass(frozen=True, slots=True)
class Decision:
    """How a column is read: ``order`` where some cell needs one; ``decided`` by cells or somebody, or only proposed.

    ``mixed``: its cells contradict each other. ``open_years`` tells that cells state no year and nobody said which;
    ``exchanged``: a spreadsheet may have taken the day of its dates for the month.
    ``year`` is the one that is taken. ``open_century``: years have two figures, and nothing tells the century;
    ``century`` is the first of the hundred years that they are taken from; ``month`` that of days which
    stand alone. ``weeks``: a day is the first of seven. ``hinted`` is the one year that somebody, or a text around the
    table, states. ``stated``: some year is spoken of, which a day of the week confirms.
    """

    order: Order | None = None
    decided: bool = True
    mixed: bool = False
    year: int | None = None
    open_years: bool = False
    open_century: bool = False
    century: int | None = None
    exchanged: bool = False
    month: str = ""
    stated: bool = False
    weeks: bool = False
    hinted: int | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside the cells: orders, a year and a century, by its first year, that somebody said.

    ``hints`` are texts around the table that may state the year; ``today`` gives the year to propose. ``languages``
    are those in which the headings may be, none where nothing tells them.
    """

    today: dt.date
    hints: tuple[str, ...] = ()
    orders: Mapping[int, Order] = field(default_factory=dict)
    year: int | None = None
    century: int | None = None
    languages: frozenset[str] = frozenset()


def decide(columns: Mapping[int, Sequence[str]], around: Around) -> dict[int, Decision]:
    """How each column of dates is read."""
    pooled = Counter[Order]()
    for cells in columns.values():
        pooled += _evidence(cells)
    stated = _stated_years(meaning(cell) for cells in columns.values() for cell in cells if cell)
    return {
        index: _decision(cells, around.orders.get(index), pooled, stated, around) for index, cells in columns.items()
    }


def _evidence(cells: Sequence[str]) -> Counter[Order]:
    """How many cells can only be day first, or month first."""
    votes = Counter[Order]()
    if _maybe_year_first(cells):
        return votes
    for cell in cells:
        told = {r.order for r in meaning(cell).readings if r.when.start.day and r.order != Order.YEAR_FIRST}
        same = any(r.when.start.day == r.when.start.month for r in meaning(cell).readings)  # 06/06 tells nothing
        if len(told) == 1 and not same and _FIGURED.search(cell) and (order := next(iter(told))) in ORDERS:
            votes[order] += 1
    return votes


def _maybe_year_first(cells: Sequence[str]) -> bool:
    """Whether figures of two may begin with the year: all of them allow it, and their first figures hardly change."""
    short = [cell for cell in dict.fromkeys(cells) if cell and _short(meaning(cell))]
    first = {cell[:2] for cell in short}
    allowed = all(any(r.order == Order.YEAR_FIRST for r in meaning(cell).readings) for cell in short)
    return len(short) > 1 and allowed and len(first) * 2 <= len(short)


def _decision(
    cells: Sequence[str], said: Order | None, pooled: Counter[Order], stated: Counter[int], around: Around
) -> Decision:
    meanings = [meaning(cell) for cell in cells if cell]
    ordered = _ordered(cells, meanings, said, pooled)
    if not ordered.decided and not ordered.mixed:
        custom = by_custom(cells, around.languages)
        ordered = Decision(custom[0], said=custom[1]) if custom else ordered
    if meanings and all(is_epoch(cell) for cell in cells if cell):
        ordered = replace(ordered, said=tr("Its numbers count the time since 1970; the days are those of UTC."))
    years = years_in(around.hints)
    known = around.year or only(years) or only(stated)
    every = (*years, *stated)
    near = _are_recent(every, meanings, around.today) or (
        any(abs(y - around.today.year) <= NEAR_YEARS for y in every) and all(y >= FIRST_YEAR for y in every)
    )
    return replace(
        ordered,
        year=known or _likeliest_year(cells, years + stated, around.today),
        open_years=any(m.yearless for m in meanings)
        and (known is None or (not around.year and _over_new_year(meanings))),
        open_century=any(map(_short, meanings)) and not near and around.century is None,
        century=around.century or around.today.year - PAST_YEARS,
        exchanged=_exchanged(cells),
        month=month_in(around.hints),
        stated=bool(every),
        hinted=around.year or only(years),
    )


def _are_recent(stated: Sequence[int], meanings: Iterable[Meaning], today: dt.date) -> bool:
    """Whether all years of two figures are of the last ones and the next, and no other century is spoken of."""
    found = [{r.when.start.year for r in m.readings} for m in meanings if _short(m)]
    span = range(today.year - NEAR_YEARS, today.year + YEARS_AHEAD + 1)
    return all(not years.isdisjoint(span) for years in found) and all(year in span for year in stated)


def _over_new_year(meanings: Iterable[Meaning]) -> bool:
    """Whether dates lie at both ends of a year: where some state none, they may be those of two."""
    months = {r.when.start.month for m in meanings for r in m.readings[:1]}
    return not months.isdisjoint((11, 12)) and not months.isdisjoint((1, 2))


def _exchanged(cells: Sequence[str]) -> bool:
    """Whether some dates of a column were taken for dates of another order by the spreadsheet that kept them.

    It shows where every date that it kept might be exchanged, and every one that it left as text might not.
    """
    found = [(cell, meaning(cell)) for cell in dict.fromkeys(cells) if cell]
    kept = [m for cell, m in found if _ISO_DAY.fullmatch(cell)]
    left = [m for cell, m in found if _FIGURED.fullmatch(cell)]
    may = all(_other(m) for m in kept)
    return bool(kept and left) and may and not any(_orders(m) for m in left)


def _other(found: Meaning) -> When | None:
    """The date with day and month exchanged, None where the calendar has none."""
    day = found.readings[0].when.start
    if not day.day or not day.month or day.day > 12:  # months
        return None
    return When(replace(day, month=day.day, day=day.month))


def _ordered(cells: Sequence[str], meanings: Sequence[Meaning], said: Order | None, pooled: Counter[Order]) -> Decision:
    """The order of day and month: what somebody said, or what cells show that can have but one."""
    own = _evidence(cells) or pooled
    if not any(map(_orders, meanings)):
        return Decision(only(own))
    if said:
        return Decision(said)
    if order := only(own):
        return Decision(
            order,
            said=plural(
                own[order],
                "{n} of its cells can only be {order}, and the others are read like it.",
                "{n} of its cells can only be {order}, and the others are read like them.",
                order=term(order),
            ),
        )
    return Decision(_proposed(cells, own), decided=False, mixed=len(own) > 1)


def _stated_years(meanings: Iterable[Meaning]) -> Counter[int]:
    return Counter(m.readings[0].when.start.year for m in meanings if len(m.readings) == 1 and not m.yearless)


def _likeliest_year(cells: Sequence[str], years: Counter[int], today: dt.date) -> int:
    """The year to propose: one that is stated around, one in which the days of the week fit, or the current one."""
    if years:
        return years.most_common(1)[0][0]
    tried = (today.year, today.year + 1, today.year - 1)
    whole = [cell for cell in cells if cell][:50]

    def fitting(year: int) -> int:
        return sum(1 for cell in whole if (found := meaning(cell, year)).readings and not found.fault)

    return max(tried, key=fitting)


def _orders(found: Meaning) -> bool:
    """Whether a cell has meanings that differ by the order of day and month."""
    return len({r.order for r in found.readings}) > 1


def _short(found: Meaning) -> bool:
    return any(r.short_year for r in found.readings)


def _proposed(cells: Sequence[str], votes: Counter[Order]) -> Order:
    """The order under which the column rises most steadily, day first where both are alike."""

    def falls(order: Order) -> int:
        days = [w.earliest for cell in cells if cell and (w := read(cell, Decision(order)).when)]
        return min(sum(b < a for a, b in pairwise(days)), sum(b > a for a, b in pairwise(days)))

    return min(ORDERS, key=lambda order: (-votes[order], falls(order), ORDERS.index(order)))


def read(cell: str, decision: Decision) -> Dated:
    """A cell as its column is read."""
    found = meaning(cell, decision.year) if cell else Meaning()
    if not found.readings:
        return Dated(days_in(cell, decision.month))
    if found.yearless and decision.stated and names_weekday(cell):  # a wrong year would be a fault
        found = replace(found, yearless=False)
    likely = _likely(found, decision)
    whens = tuple(dict.fromkeys(r.when for r in likely))
    others = tuple(dict.fromkeys(r.when for r in found.readings if r.when != whens[0]))
    facet, doubt = _open(found, decision, whens)
    if (
        not facet
        and decision.exchanged
        and _ISO_DAY.fullmatch(cell)
        and (other := _other(found)) not in (None, whens[0])
    ):
        said = tr("The spreadsheet may have taken the day for the month.")
        return Dated(_uncertain(whens[0]), said, tr("day and month exchanged"), (other,))
    when = week_of(whens[0]) if decision.weeks else whens[0]
    return Dated(_uncertain(when) if facet else when, doubt, facet, others, zones=likely[0].zones)


def _likely(found: Meaning, decision: Decision) -> tuple[Reading, ...]:
    """What a cell means as its column is read, the likeliest first."""
    left = found.readings
    if _orders(found) and decision.order:
        left = tuple(r for r in left if r.order in (decision.order, Order.NAMED, None)) or left
    if _short(found):
        century = decision.century or 2000
        left = tuple(sorted(left, key=lambda r: not century <= r.when.start.year < century + 100))
    return left


def _open(found: Meaning, decision: Decision, whens: Sequence[When]) -> tuple[str, str]:
    """The kind of doubt that is left about a date, and a sentence; "" for both where it is sure."""
    for holds, facet, doubt in (
        (bool(found.fault), tr("weekday"), found.fault),
        (_orders(found) and not decision.decided, tr("day or month first"), tr("Day and month may be exchanged.")),
        (found.yearless and decision.open_years, tr("no year"), tr("The cell states no year.")),
        (_short(found) and decision.open_century, tr("century"), tr("The year has two figures.")),
        (len(whens) > 1 and not _short(found), tr("date"), tr("The cell may be read in two ways.")),
    ):
        if holds:
            return facet, doubt
    return "", ""


def _uncertain(when: When) -> When:
    """The same date marked as uncertain."""
    end = replace(when.end, uncertain=True) if when.end else None
    return When(replace(when.start, uncertain=True), end)
