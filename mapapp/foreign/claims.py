"""Columns that claim one role: which of them has it, and what the others are."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mapapp import country
from mapapp.dates.meaning import Reading
from mapapp.dates.partial import Order
from mapapp.folding import fold
from mapapp.foreign.clipboard import LINK
from mapapp.foreign.datelike import is_part
from mapapp.foreign.divisions import country_of
from mapapp.foreign.figures import needless, tells_nothing
from mapapp.foreign.headings import exact, named
from mapapp.foreign.meanings import meaning
from mapapp.foreign.records import DATES, Column, Role
from mapapp.foreign.vocabulary import words

_NUMBER = re.compile(r"[\s#.]*(?:\d+|\b[a-c])$")
_MANY = {Role.DAY, Role.STATUS, Role.NOTES, Role.SOURCE, Role.PEOPLE, Role.TOPIC, Role.SPOKEN, Role.LEAVE_OUT}
ONCE = frozenset(Role) - _MANY
_REPEATS = 0.95  # share of cells that say nothing but what another column says as well
_STAYS = 0.9  # share of rows in which a second date follows the first within so many days
_LONGEST_STAY = 90
_ROUTE = re.compile(r"→|->|>|\s[–—-]\s|\w[–—]\w|\bto\b|\bnach\b")
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d).*\d|\d.*(?<!\d)(?:19|20)\d\d(?!\d)")
_WORDED = 0.8  # share of cells with letters of a column of titles
_LONGEST_TITLE = 120  # characters
_OF_STAYS = frozenset(("from", "to", "until", "since", "start", "begin", "end", "date"))  # of towns the other way round
Cells = Sequence[Sequence[str]]


def settled(columns: Sequence[Column], cells: Cells, told: Mapping[int, Role]) -> list[Column]:
    """The columns with one role each that only one can have; ``told`` are roles that somebody chose."""
    way, columns = _is_way(columns), _without_origin(columns)
    columns = [_unless_left(_unless_start(column, columns), columns) for column in columns]
    taken: dict[Role, Column] = {}
    states = {c.index for c in columns if c.role == Role.REGION and country_of(cells[c.index])}  # rather than counties
    ranked = sorted(
        columns,
        key=lambda c: (c.index not in told, c.index not in states, not c.sure, not exact(c.heading), -c.fits, c.index),
    )
    ends = {c.index for c in columns if _is_end(c, columns)}
    for column in ranked:
        if column.role in ONCE and column.index not in ends:
            taken.setdefault(column.role, column)
    result = []
    for column in columns:
        if Role.TRAVELLER in taken and column.index not in told and _travels_too(column, taken[Role.TRAVELLER]):
            result.append(replace(column, role=Role.TRAVELLER))
            continue
        once = column.role in ONCE and column.index not in ends
        kept = not once or taken[column.role] is column or column.index in told
        result.append(column if kept else replace(column, role=_second(column, taken)))
        taken.setdefault(result[-1].role, result[-1])
    dated = _with_day(_dates(_without_link_words(result, told), cells, told), cells, told)
    if way and Role.DEPARTURE in {c.role for c in dated}:  # he is there from the end of the way on
        swap = {Role.ARRIVAL: Role.NOTES, Role.DEPARTURE: Role.DAY}
        dated = [c if c.index in told else replace(c, role=swap.get(c.role, c.role)) for c in dated]
    placed = _with_place([_unless_repeated(c, dated, cells, told) for c in dated], told)
    return _with_title(placed, cells, told)


def _without_origin(columns: Sequence[Column]) -> list[Column]:
    """The columns, the town from which a journey departs and its date being notes where others tell of its arrival."""
    begins = {c.index for c in columns if _told(c, Role.DEPARTURE)}
    ends = {c.index for c in columns if _told(c, Role.ARRIVAL)}
    towns = {c.index for c in columns if c.role == Role.PLACE}
    if not (towns & begins and towns & ends):
        return [*columns]
    days = {c.index for c in columns if c.role in DATES} & begins
    left = towns & begins | (days if any(c.role in DATES and c.index in ends for c in columns) else set())
    return [replace(c, role=Role.NOTES) if c.index in left else c for c in columns]


def _is_way(columns: Sequence[Column]) -> bool:
    """Whether one column has the places from which somebody sets out and another one those where each way ends."""
    towns = [c for c in columns if c.role == Role.PLACE]
    return all(any(role in named(c.heading) for c in towns) for role in (Role.ARRIVAL, Role.DEPARTURE))


def _told(column: Column, role: Role) -> bool:
    """Whether a heading begins with a word for leaving or arriving: "Depart city", or "DEP" above towns."""
    first, _, rest = fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column.heading)).partition(" ")
    return (bool(rest) or column.role == Role.PLACE) and first not in _OF_STAYS and role in named(first)


def _unless_start(column: Column, columns: Sequence[Column]) -> Column:
    """The column as a note where it tells the place from which somebody came, beside the one to which they went."""
    to = any(c.role == Role.PLACE and Role.DEPARTURE in named(c.heading) for c in columns)
    start = column.role == Role.PLACE and Role.ARRIVAL in named(column.heading)
    return replace(column, role=Role.NOTES) if to and start else column


def _unless_left(column: Column, columns: Sequence[Column]) -> Column:
    """The column as a note where it tells the hour of leaving one place for another."""
    to = any(c.role == Role.PLACE and Role.DEPARTURE in named(c.heading) for c in columns)
    return replace(column, role=Role.NOTES) if to and _is_end(column, columns) else column


def _is_end(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column tells the hour at which something ends that begins at the hour of another one."""
    ends = column.role == Role.TIME and Role.DEPARTURE in named(column.heading)
    begins = [c for c in columns if c.role == Role.TIME and Role.DEPARTURE not in named(c.heading)]
    return ends and len(begins) == 1


def _travels_too(column: Column, first: Column) -> bool:
    """Whether a column names who travels beside the traveller of another one: "Traveller 2", "Accompanied by"."""
    bare, other = (_NUMBER.sub("", fold(c.heading)) for c in (column, first))
    if column.role == Role.TRAVELLER and column is not first and bare == other and bare:
        return True
    return column.role in (Role.TRAVELLER, Role.PEOPLE, Role.NOTES) and fold(column.heading) in words("companion")


def _second(column: Column, taken: Mapping[Role, Column]) -> Role:
    """The role of a column whose own is taken."""
    if column.role in DATES:
        return Role.DAY
    if column.role == Role.COUNTRY and Role.PLACE not in taken and column.fits < _STAYS:
        return Role.PLACE
    return Role.VENUE if column.role == Role.PLACE and Role.VENUE not in taken else Role.NOTES


def _without_link_words(columns: list[Column], told: Mapping[int, Role]) -> list[Column]:
    """A column of links, whose addresses stand in another one, says nothing besides."""
    headed = {c.heading for c in columns if c.role == Role.SOURCE}
    return [
        replace(c, role=Role.LEAVE_OUT)
        if c.role == Role.NOTES
        and c.index not in told
        and Role.SOURCE in named(c.heading)
        and headed & {f"{c.heading} ({LINK})", f"{c.heading} {LINK}"}
        else c
        for c in columns
    ]


def _with_day(columns: list[Column], cells: Cells, told: Mapping[int, Role]) -> list[Column]:
    """Without any date, what the headings call a day, or what looks like dates, is one, so that its cells are asked."""
    if any(c.role in DATES for c in columns):
        return columns
    called = (c for c in columns if c.role == Role.NOTES and Role.DAY in named(c.heading) and c.index not in told)
    figured = (
        c
        for c in columns
        if c.role in (Role.NOTES, Role.LEAVE_OUT) and c.index not in told and _are_figured(cells[c.index])
    )
    first = next(called, None) or next(figured, None)
    return [replace(c, role=Role.DAY) if c is first else c for c in columns]


def _are_figured(cells: Sequence[str]) -> bool:
    """Whether nearly all cells state a year with other figures or words, as dates of an unknown language do."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(1 for cell in filled if _DATED.search(cell)) >= _REPEATS * len(filled)


def _dates(columns: list[Column], cells: Cells, told: Mapping[int, Role]) -> list[Column]:
    """Of whole dates one is the day, or two are arrival and departure; what else is a date is a note."""
    spare = needless(columns, cells, told)
    columns = [replace(c, role=spare.get(c.index, c.role)) for c in columns]
    whole = [c for c in columns if c.role in DATES and not is_part(c)]
    roles = [c.role for c in whole]
    swap: dict[int, Role] = {}
    days = [c for c in whole if c.role == Role.DAY and c.index not in told]
    if Role.ARRIVAL in roles and Role.DEPARTURE in roles and (legs := _legs(whole, columns, cells)):
        swap = legs
    elif Role.ARRIVAL in roles and Role.DEPARTURE in roles:
        swap = {c.index: Role.LEAVE_OUT for c in days if not _needed(c, whole, cells)}
    elif roles.count(Role.DAY) > 1:
        first, second = days[:2] if len(days) > 1 else whole[:2]
        stays = _follow(cells[first.index], cells[second.index]) and not (exact(first.heading) > exact(second.heading))
        swap = {c.index: Role.NOTES for c in days[1:]}
        swap |= {first.index: Role.ARRIVAL, second.index: Role.DEPARTURE} if stays else {}
    elif Role.DEPARTURE in roles and Role.DAY in roles:
        swap = _with_departure(days, next(c for c in whole if c.role == Role.DEPARTURE), cells) if days else {}
    elif Role.ARRIVAL in roles and days and _follow(cells[_one(whole, Role.ARRIVAL)], cells[days[0].index]):
        swap = {days[0].index: Role.DEPARTURE}
    elif len(roles) == 1:
        swap = {whole[0].index: Role.DAY}
    return [replace(c, role=swap[c.index]) if c.index in swap and c.index not in told else c for c in columns]


def _one(whole: Sequence[Column], role: Role) -> int:
    """The index of the first column of a role."""
    return next(c.index for c in whole if c.role == role)


def _legs(whole: Sequence[Column], columns: Sequence[Column], cells: Cells) -> dict[int, Role]:
    """The dates of a way from one place to another: it departs before it arrives, unlike a stay. None for stays.

    A cell with both places begins at its departure and ends at its arrival. Where only the end is told, so is the day.
    """
    arrival, departure = (next(c for c in whole if c.role == role) for role in (Role.ARRIVAL, Role.DEPARTURE))
    if not _leads(cells[departure.index], cells[arrival.index]):
        return {}
    routes = [bool(_ROUTE.search(cell)) for c in columns if c.role == Role.PLACE for cell in cells[c.index] if cell]
    if routes and sum(routes) >= _STAYS * len(routes):
        return {departure.index: Role.ARRIVAL, arrival.index: Role.DEPARTURE}
    return {arrival.index: Role.DAY, departure.index: Role.NOTES}


def _leads(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the dates of one column never lie behind those of the other, and sometimes before them."""
    pairs = [(meaning(a).readings, meaning(b).readings) for a, b in zip(first, second, strict=True) if a and b]
    told = [(a[0].when.start.begins, b[0].when.start.begins) for a, b in pairs if len(a) == len(b) > 0]
    return bool(told) and all(a <= b for a, b in told) and any(a < b for a, b in told)


def _with_departure(days: Sequence[Column], departure: Column, cells: Cells) -> dict[int, Role]:
    """The day is the arrival; or, where it follows, the return of somebody who departs from home."""
    returns = _follow(cells[departure.index], cells[days[0].index])
    if returns and not _follow(cells[days[0].index], cells[departure.index]):
        return {departure.index: Role.ARRIVAL, days[0].index: Role.DEPARTURE}
    return {days[0].index: Role.ARRIVAL}


def _needed(column: Column, whole: Sequence[Column], cells: Cells) -> bool:
    """Whether a day beside arrival and departure is needed, because these are empty in some rows."""
    others = [cells[c.index] for c in whole if c.role != Role.DAY]
    return any(day and not any(row) for day, *row in zip(cells[column.index], *others, strict=True))


def _follow(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the dates of one column end stays that begin with those of the other, in some order of figures."""
    pairs = [(meaning(a).readings, meaning(b).readings) for a, b in zip(first, second, strict=True) if a and b]
    pairs = [(a, b) for a, b in pairs if a and b]
    for order in (Order.DAY_FIRST, Order.MONTH_FIRST):
        gaps = [(_in_order(b, order) - _in_order(a, order)).days for a, b in pairs]
        if gaps and sum(1 for gap in gaps if 0 <= gap <= _LONGEST_STAY) >= _STAYS * len(gaps):
            return True
    return False


def _in_order(readings: Sequence[Reading], order: Order) -> dt.date:
    """The first day of a date, with its figures in this order where it has both."""
    return next((r for r in readings if r.order == order), readings[0]).when.earliest


def _unless_repeated(column: Column, columns: Sequence[Column], cells: Cells, told: Mapping[int, Role]) -> Column:
    """The column, left out where it only says again what stands in the columns of places or dates."""
    if column.role not in (Role.VENUE, Role.NOTES, Role.DAY) or column.index in told:
        return column
    roles = (Role.DAY,) if column.role == Role.DAY else (Role.PLACE, Role.REGION, Role.COUNTRY)
    others = [cells[c.index] for c in columns if c.role in roles and c.index != column.index]
    if not others or (column.role == Role.DAY and not is_part(column)):
        return column
    pairs = [
        (set(fold(own).split()), _words(row)) for own, *row in zip(cells[column.index], *others, strict=True) if own
    ]
    repeated = sum(1 for own, other in pairs if own and own <= other)
    return replace(column, role=Role.LEAVE_OUT) if pairs and repeated >= _REPEATS * len(pairs) else column


def _words(cells: Iterable[str]) -> set[str]:
    """The words of some cells, and the names of the regions whose codes they are."""
    return {word for cell in cells for text in (cell, *country.regions(cell).values()) for word in fold(text).split()}


def _with_place(columns: list[Column], told: Mapping[int, Role]) -> list[Column]:
    """Without any place, what the headings call a place holds it though few of its cells are known, or else a venue."""
    if any(c.role == Role.PLACE for c in columns):
        return columns
    called = [c for c in columns if c.role in (Role.NOTES, Role.TITLE) and Role.PLACE in named(c.heading)]
    if {Role.LATITUDE, Role.LONGITUDE} <= {c.role for c in columns}:  # what is called there stands before its position
        called += [c for c in columns if c.role == Role.VENUE]
        called += [c for c in columns if c.role == Role.NOTES and not c.sure and c.fits == 1.0]
    known = any(c.role in (Role.COUNTRY, Role.LATITUDE, Role.REGION) for c in columns)
    venues = [c for c in columns if c.role == Role.VENUE and not known]
    free = [c for c in (*called, *venues) if c.index not in told]
    return [replace(c, role=Role.PLACE) if free and c is free[0] else c for c in columns]


def _are_words(cells: Sequence[str]) -> bool:
    """Whether cells are short texts rather than numbers or long ones."""
    filled = [cell for cell in cells if cell]
    worded = sum(1 for cell in filled if sum(map(str.isalpha, cell)) > 1)  # an "x" is a mark
    return worded > _WORDED * len(filled) and max(map(len, filled), default=0) <= _LONGEST_TITLE


def _with_title(columns: list[Column], cells: Cells, told: Mapping[int, Role]) -> list[Column]:
    """Where no column tells what happened, the first of short texts does, under a heading that no list has, or none."""
    placed = any(c.role == Role.PLACE for c in columns) or not any(c.heading for c in columns)
    if not placed or any(c.role in (Role.TITLE, Role.PEOPLE) for c in columns):
        return columns
    texts = (
        c
        for c in columns
        if c.role == Role.NOTES
        and c.index not in told
        and not named(c.heading)
        and _are_words(cells[c.index])
        and not tells_nothing(c.heading, cells[c.index])
    )
    first = next(texts, None)
    return [replace(c, role=Role.TITLE) if c is first else c for c in columns]
