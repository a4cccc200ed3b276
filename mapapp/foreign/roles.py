"""What the cells of each column are: by a known schema, by the heading, and by the cells themselves."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from mapapp import country
from mapapp.dates.reading import readings
from mapapp.errors import CountryError, WhenError
from mapapp.folding import fold
from mapapp.foreign.headings import exact, named
from mapapp.foreign.people import is_person
from mapapp.foreign.records import DATES, Column, Role
from mapapp.foreign.schemas import schema
from mapapp.foreign.statuses import status_of
from mapapp.place import Ambiguous, Found, Resolve, Toponym

SAMPLES = 3  # cells that are shown of a column
_LOOKED, _ASKED = 150, 24  # distinct cells of a column that are looked at; that are looked up as places
CLOCK = re.compile(
    r"(?:(?:[01]?\d|2[0-4])\s?[:.hH]\s?[0-5]\d(?::\d\d)?|(?:[01]?\d|2[0-4])\s?(?:[hH]|uhr|am|pm|a\.m\.|p\.m\.))"
    r"(?:\s?(?:am|pm|a\.m\.|p\.m\.|h|uhr))?", re.IGNORECASE)  # fmt: skip
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?")
ONCE = frozenset(Role) - {Role.DAY, Role.NOTES, Role.SOURCE, Role.PEOPLE, Role.TOPIC, Role.LEAVE_OUT}
# Share of its cells that have to fit the role which a heading names.
_NEEDED = {Role.LATITUDE: 0.7, Role.LONGITUDE: 0.7, Role.TIME: 0.5, Role.SOURCE: 0.2, **dict.fromkeys(DATES, 0.3),
           Role.PLACE: 0.25, Role.COUNTRY: 0.3, Role.STATUS: 0.2}  # fmt: skip
Cells = Sequence[str]


def columns_of(
    names: Sequence[str], cells: Sequence[Cells], resolve: Resolve, told: Mapping[int, Role]
) -> list[Column]:
    """The columns of a table with headings ``names`` and the cells of each; ``told`` are roles that somebody chose."""
    known = schema(names)
    columns = []
    for index, (name, filled) in enumerate(zip(names, cells, strict=True)):
        fits = _Fits(filled, resolve)
        if index in told:
            role, sure = told[index], True
        elif known:
            role, sure = known.get(index, Role.LEAVE_OUT), True
        else:
            role, sure = _role(name, fits)
        columns.append(Column(index, name, role, sure, round(fits(role), 2), tuple(fits.distinct[:SAMPLES])))
    return _once(columns, told, known)


class _Fits:
    """The share of a column's cells that read as a role."""

    def __init__(self, cells: Cells, resolve: Resolve) -> None:
        self._resolve = resolve
        self.distinct = list(dict.fromkeys(cell for cell in cells if cell))[:_LOOKED]
        self.count = sum(1 for cell in cells if cell)
        self._shares: dict[Role, float] = {}

    def __call__(self, role: Role) -> float:
        if role not in self._shares:
            self._shares[role] = self._share(role)
        return self._shares[role]

    def _share(self, role: Role) -> float:
        test = _TESTS.get(role)
        if test:
            return _mean([test(cell) for cell in self.distinct])
        if role in (Role.PLACE, Role.REGION):
            return _mean([self._placed(cell) for cell in self.distinct[:_ASKED]])
        if role == Role.COUNTRY:
            return _mean([self._is_country(cell) for cell in self.distinct[:_ASKED]])
        return 1.0 if self.distinct else 0.0

    def _placed(self, cell: str) -> bool:
        if len(cell) > 90 or is_date(cell) or _ADDRESS.match(cell) or _NUMBER.fullmatch(cell):
            return False
        answer = self._resolve(Toponym(cell))
        return isinstance(answer, Ambiguous) or (isinstance(answer, Found) and answer.candidates[0].match != "misspelt")

    def _is_country(self, cell: str) -> bool:
        try:
            return bool(country.stated(cell))
        except CountryError:
            answer = self._resolve(Toponym(cell)) if len(cell) < 60 else None
            return isinstance(answer, Found) and answer.place.is_country

    @property
    def length(self) -> float:
        """The mean number of characters of its cells."""
        return sum(map(len, self.distinct)) / max(1, len(self.distinct))


def _mean(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


@lru_cache(maxsize=20_000)
def is_date(cell: str) -> bool:
    """Whether a cell reads as a date, be it without a year."""
    if len(cell) > 120 or not any(c.isdigit() for c in cell):
        return False
    try:
        return bool(readings(cell, 2024))
    except WhenError as error:
        return "correct the day of the week" in str(error)


def _in_range(limit: float) -> Callable[[str], bool]:
    def test(cell: str) -> bool:
        return (
            bool(_NUMBER.fullmatch(cell))
            and ("." in cell or "," in cell)
            and abs(float(cell.replace(",", "."))) <= limit
        )

    return test


def _is_time(cell: str) -> bool:
    return bool(CLOCK.match(cell)) and len(cell) < 40 and not is_date(cell)


_TESTS: dict[Role, Callable[[str], bool]] = {
    **dict.fromkeys(DATES, is_date),
    Role.TIME: _is_time,
    Role.LATITUDE: _in_range(90),
    Role.LONGITUDE: _in_range(180),
    Role.SOURCE: lambda cell: bool(_ADDRESS.search(cell)),
    Role.STATUS: lambda cell: status_of(cell) is not None,
    Role.PEOPLE: is_person,
}


def _role(name: str, fits: _Fits) -> tuple[Role, bool]:
    """The role of a column, and whether its heading says so."""
    roles = [role for role in Role if role in named(name)]
    if not fits.distinct:
        return (roles[0], True) if roles else (Role.LEAVE_OUT, False)
    fitting = [role for role in roles if fits(role) >= _NEEDED.get(role, 0.0)]
    if fitting:
        return max(fitting, key=lambda role: fits(role) if role in _NEEDED else 0.5), True
    return _by_cells(fits), False


def _by_cells(fits: _Fits) -> Role:
    """The role that the cells alone tell; notes where they tell none, so that nothing is lost."""
    for role, share in ((Role.SOURCE, 0.6), (Role.DAY, 0.6), (Role.TIME, 0.8), (Role.STATUS, 0.8)):
        if fits(role) >= share:
            return role
    if all(_NUMBER.fullmatch(cell) or len(cell) < 2 for cell in fits.distinct):
        return Role.LEAVE_OUT
    if fits.length < 40 and fits(Role.COUNTRY) >= 0.7:
        return Role.COUNTRY
    if fits.length < 60 and fits(Role.PLACE) >= 0.6:
        return Role.PLACE
    if fits(Role.PEOPLE) >= 0.6:
        return Role.PEOPLE
    return Role.NOTES


def _once(columns: list[Column], told: Mapping[int, Role], known: Mapping[int, Role] | None) -> list[Column]:
    """Where two columns claim a role that only one can have, the better one has it."""
    taken: dict[Role, Column] = {}
    for column in sorted(
        columns, key=lambda c: (c.index not in told, not c.sure, not exact(c.heading), -c.fits, c.index)
    ):
        if column.role in ONCE:
            taken.setdefault(column.role, column)
    result = []
    for column in columns:
        kept = column.role not in ONCE or taken[column.role] is column or column.index in told
        result.append(column if kept else _second(column, taken))
        taken.setdefault(result[-1].role, result[-1])
    return _stays(_pair(result)) if not known else result


def _second(column: Column, taken: Mapping[Role, Column]) -> Column:
    """The role of a column whose own is taken."""
    role = Role.VENUE if column.role == Role.PLACE and Role.VENUE not in taken else Role.NOTES
    role = Role.DAY if column.role in DATES else role
    role = Role.PLACE if column.role == Role.COUNTRY and Role.PLACE not in taken and column.fits < 0.7 else role
    return _with(column, role)


def _with(column: Column, role: Role) -> Column:
    return Column(column.index, column.heading, role, column.sure, column.fits, column.samples)


def _pair(columns: list[Column]) -> list[Column]:
    """Two columns of whole dates are arrival and departure; a departure without an arrival goes with the day."""
    dates = [c for c in columns if c.role in DATES and c.fits >= 0.5 and not is_part(c)]
    roles = {c.role for c in dates}
    if roles == {Role.DAY} and len(dates) == 2:
        swap = {dates[0].index: Role.ARRIVAL, dates[1].index: Role.DEPARTURE}
    elif roles == {Role.DAY, Role.DEPARTURE}:
        swap = {next(c.index for c in dates if c.role == Role.DAY): Role.ARRIVAL}
    elif roles in ({Role.DEPARTURE}, {Role.ARRIVAL}):
        swap = {dates[0].index: Role.DAY}
    else:
        return columns
    return [_with(c, swap[c.index]) if c.index in swap else c for c in columns]


def is_part(column: Column) -> bool:
    """Whether a column of days holds years, months, days or days of the week alone."""
    return part_of(column.heading) != "" or all(re.fullmatch(r"\d{1,2}", cell) for cell in column.samples)


_PARTS = {
    "year": "year год жыл yil yıl jahr année año ano",
    "month": "month месяц ай oy ay monat mois mes mês",
    "day": "day день күн kun gün tag jour día dia",
    "weekday": "weekday day of week day of the week день недели dow wochentag jour de la semaine",
}


def part_of(heading: str) -> str:
    """The part of a date that a heading names alone: "year", "month", "day", "weekday", or ""."""
    folded = fold(heading)
    if folded in ("weekday", "day of week", "day of the week", "день недели", "dow", "wochentag", "dia de la semana"):
        return "weekday"
    return next(
        (part for part, listed in _PARTS.items() if part != "weekday" and folded in map(fold, listed.split())), ""
    )


def _stays(columns: list[Column]) -> list[Column]:
    """Without a place, what the headings call a venue holds it where its cells are places."""
    if any(c.role in (Role.PLACE, Role.COUNTRY, Role.LATITUDE, Role.REGION) for c in columns):
        return columns
    venue = next((c for c in columns if c.role == Role.VENUE), None)
    return [_with(c, Role.PLACE) if c is venue else c for c in columns]
