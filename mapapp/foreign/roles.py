"""What the cells of each column are: by a known schema, by the heading, and by the cells themselves."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from mapapp import country
from mapapp.dates.names import months, weekdays
from mapapp.errors import CountryError
from mapapp.folding import fold
from mapapp.foreign.airports import are_codes, served
from mapapp.foreign.bilingual import beside, gone
from mapapp.foreign.claims import settled
from mapapp.foreign.datelike import is_date, part_of
from mapapp.foreign.degrees import degrees
from mapapp.foreign.divisions import are_divisions, country_of
from mapapp.foreign.epochs import is_epoch
from mapapp.foreign.figures import counts, never
from mapapp.foreign.headings import exact, named
from mapapp.foreign.hours import is_clock
from mapapp.foreign.lands import by_land, code_of
from mapapp.foreign.lasting import nights_of
from mapapp.foreign.marked import is_mark
from mapapp.foreign.origins import origins
from mapapp.foreign.people import is_person, office_of
from mapapp.foreign.phrases import bare, is_name, tell_journeys
from mapapp.foreign.records import DATES, Column, Role
from mapapp.foreign.schemas import schema
from mapapp.foreign.statuses import answered, status_of
from mapapp.foreign.struck import PARTLY, STRUCK
from mapapp.foreign.vocabulary import words
from mapapp.message import tr
from mapapp.place import Ambiguous, Found, Resolve, Toponym

SAMPLES = 3  # cells that are shown of a column
_LOOKED, _ASKED = 150, 24  # distinct cells of a column that are looked at; that are looked up as places
_HOURS = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d(?:\s?[-–—]\s?(?:[01]\d|2[0-3])[0-5]\d)?")
_LANDS = 0.6  # share of countries from which on destinations are no towns, where another column has these
_SOME_DAYS = re.compile(r"\d{1,2}\.?(?:\s*[-–—/]\s*\d{1,2}\.?)?")
_CODES = 3  # different codes in capitals under a heading that says nothing of countries
_CLOCKED = 0.6  # share of hours; days above their rows stand in the same column
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_DASH = re.compile(r"\s[–—-]\s")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?")
# Share of its cells that have to fit the role which a heading names.
_NEEDED = {Role.LATITUDE: 0.7, Role.LONGITUDE: 0.7, Role.TIME: 0.5, Role.SOURCE: 0.2, **dict.fromkeys(DATES, 0.3),
           Role.PLACE: 0.25, Role.PEOPLE: 0.1, Role.COUNTRY: 0.3, Role.STATUS: 0.2}  # fmt: skip
_TELLING = (Role.NOTES, Role.PEOPLE, Role.TITLE, Role.TOPIC, Role.SOURCE, Role.VENUE, Role.TIME)
Cells = Sequence[str]


def columns_of(
    names: Sequence[str], cells: Sequence[Cells], resolve: Resolve, told: Mapping[int, Role]
) -> list[Column]:
    """The columns of a table with headings ``names`` and the cells of each; ``told`` are roles that somebody chose."""
    known, spoken = schema(names), beside(names)
    columns, lands = [], set()
    for index, (name, filled) in enumerate(zip(names, cells, strict=True)):
        fits = _Fits(filled, resolve)
        if index in told:
            role, sure = told[index], True
        elif known:
            role, sure = known.get(index, Role.STATUS if name == STRUCK else Role.LEAVE_OUT), True
        else:
            role, sure = (Role.SPOKEN, True) if index in spoken else _role(name, fits)
        if role == Role.PLACE and index not in told and fits(Role.COUNTRY) >= _LANDS:
            lands.add(index)
        columns.append(Column(index, name, role, sure, round(fits(role), 2), tuple(fits.distinct[:SAMPLES])))
    if not known and not any(c.role in (Role.PLACE, Role.LATITUDE) for c in columns):
        columns = _with_towns(columns, cells, resolve, told)
    if not known and any(c.role == Role.PLACE and c.index not in lands for c in columns):
        columns = [replace(c, role=Role.COUNTRY) if c.index in lands else c for c in columns]
    if not known:
        columns = settled(_besides(columns, told), cells, told)
        columns = columns if told else origins(columns, cells, resolve)
    return gone(columns, names)


def _with_towns(columns: list[Column], cells: Sequence[Cells], resolve: Resolve, told: Collection[int]) -> list[Column]:
    """Where no column is one of places, a column of venues whose cells are towns is."""
    venues = (c for c in columns if c.role == Role.VENUE and c.index not in told)
    first = next((c for c in venues if _Fits(cells[c.index], resolve)(Role.PLACE) >= _LANDS), None)
    return [replace(c, role=Role.PLACE) if c is first else c for c in columns]


def _besides(columns: list[Column], told: Collection[int]) -> list[Column]:
    """The columns, those left out that tell of the row or the traveller's office, where others tell of the journey.

    When a form was sent is no date of travel, and its address no venue; the office of whom a column names is no guest.
    """
    free = [c for c in columns if c.index not in told]
    records = {c.index for c in free if fold(c.heading) in words("about the row")}
    dated = any(c.role in DATES for c in columns if c.index not in records)
    gone_ = {c.index for c in free if c.index in records and (dated or c.role not in DATES)}
    offices = [c.index for c in free if fold(c.heading) in words("office held") or _is_office(c)]
    gone_ |= {*offices} if any(c.role == Role.TRAVELLER for c in columns if c.index not in offices) else set()
    gone_ |= {c.index for c in free if c.samples and all(_MAIL.fullmatch(cell) for cell in c.samples)}
    return [replace(c, role=Role.LEAVE_OUT) if c.index in gone_ else c for c in columns]


def _is_office(column: Column) -> bool:
    """Whether a column headed "Title" has the titles of people."""
    headed = fold(re.sub(r"[_ @(-]+[A-Za-z]{2}\)?$", "", column.heading)) in words("title of a person")
    return headed and bool(column.samples) and all(office_of(cell)[0] for cell in column.samples)


def unless_hidden(columns: Sequence[Column], hidden: Collection[int], told: Collection[int]) -> list[Column]:
    """The columns, those left out that are hidden and would only tell something: nobody meant them to be read.

    Dates and places that are hidden are read all the same. ``told`` are columns whose role somebody chose.
    """
    left_out = tr("The column is hidden, so it is left out. Choose what it is to read it.")
    read = tr("The column is hidden, and read all the same.")
    result = []
    for column in columns:
        if column.index not in hidden or column.index in told:
            result.append(column)
        elif column.role in _TELLING or column.role == Role.LEAVE_OUT:
            result.append(replace(column, role=Role.LEAVE_OUT, said=left_out))
        else:
            result.append(replace(column, said=read))
    return result


class _Fits:
    """The share of a column's cells that read as a role."""

    def __init__(self, cells: Cells, resolve: Resolve) -> None:
        self._resolve = resolve
        self.distinct = list(dict.fromkeys(cell for cell in cells if cell))[:_LOOKED]
        self.count = sum(1 for cell in cells if cell)
        self.flown = are_codes(self.distinct)
        self._shares: dict[Role, float] = {}

    def __call__(self, role: Role) -> float:
        if role not in self._shares:
            self._shares[role] = self._share(role)
        return self._shares[role]

    def _share(self, role: Role) -> float:
        test = _TESTS.get(role)
        if test:
            return _mean([test(cell) for cell in self.distinct])
        if role == Role.REGION:
            divided = bool(country_of(self.distinct))
            return _mean([bool(divided and country.regions(c)) or self._placed(c) for c in self.distinct[:_ASKED]])
        if role == Role.PLACE:
            if self.flown:
                return 1.0
            return _mean([self._placed(cell) for cell in self.distinct[:_ASKED]])
        if role == Role.COUNTRY:
            return _mean([self._is_country(cell) for cell in self.distinct[:_ASKED]])
        return 1.0 if self.distinct else 0.0

    def _placed(self, cell: str) -> bool:
        if len(cell) > 90 or is_date(cell) or _ADDRESS.match(cell) or _NUMBER.fullmatch(cell):
            return False
        if served(cell)[1]:
            return True
        answer = self._resolve(Toponym(bare(cell, is_name(self._resolve))))
        if isinstance(answer, Found):  # a continent says nothing of a stay
            return answer.candidates[0].match != "misspelt" and answer.place.kind != "continent"
        return isinstance(answer, Ambiguous)

    @property
    def journeys(self) -> bool:
        """Whether its cells tell of journeys."""
        return tell_journeys(self.distinct[:_ASKED], is_name(self._resolve))

    @property
    def led(self) -> bool:
        """Whether most cells tell before a dash what happens at the place behind it."""
        parts = [_DASH.split(cell, maxsplit=1) for cell in self.distinct[:_ASKED]]
        return _mean([len(part) > 1 and not self._placed(part[0]) for part in parts]) >= _LANDS

    def _is_country(self, cell: str) -> bool:
        if listed := by_land(cell, lambda text: code_of(text, self._resolve)):
            return all(place == land for place, land in listed)
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


def _in_range(limit: float) -> Callable[[str], bool]:
    def test(cell: str) -> bool:
        found = degrees(cell)
        return found is not None and not cell.lstrip("+-").isdigit() and abs(found) <= limit

    return test


def _is_time(cell: str) -> bool:
    return is_clock(cell) and len(cell) < 40 and not is_date(cell)


def _is_number(cell: str) -> bool:
    """Whether it is a number or a code rather than words."""
    return sum(c.isdigit() for c in cell) * 2 >= len(cell) or not any(c.isalpha() for c in cell)


def _is_text(cell: str) -> bool:
    return any(c.isalpha() for c in cell) and not is_date(cell)


_TESTS: dict[Role, Callable[[str], bool]] = {
    **dict.fromkeys(DATES, lambda cell: is_date(cell) or is_epoch(cell)),
    Role.TIME: _is_time,
    Role.LATITUDE: _in_range(90),
    Role.LONGITUDE: _in_range(180),
    Role.SOURCE: lambda cell: bool(_ADDRESS.search(cell)),
    Role.STATUS: lambda cell: status_of(cell) is not None or cell == PARTLY,
    Role.PEOPLE: is_person,
    Role.LEAVE_OUT: _is_number,
    **dict.fromkeys((Role.TITLE, Role.NOTES, Role.VENUE, Role.TRAVELLER, Role.TOPIC), _is_text),
}


def _role(name: str, fits: _Fits) -> tuple[Role, bool]:
    """The role of a column, and whether its heading says so."""
    roles = named(name)
    unfit = never(fits.distinct, name)
    roles = tuple(role for role in roles if role not in unfit) if counts(name) else roles
    if part_of(name) and all(_is_part(cell) for cell in fits.distinct):
        return Role.DAY, True
    if not fits.distinct:
        return (roles[0], True) if roles else (Role.LEAVE_OUT, False)
    if not {Role.TRAVELLER, Role.PEOPLE}.isdisjoint(roles) and all(map(is_mark, fits.distinct)):
        return Role.NOTES, False
    if plain := _plainly(name, roles, fits):
        return plain, True
    fitting = [role for role in roles if fits(role) >= _NEEDED.get(role, 0.3)]
    if fitting and exact(name):
        return max(fitting, key=lambda role: fits(role) if role in _NEEDED else 0.5), True
    told = fitting[0] if fitting else _by_cells(fits, unfit)
    return (told, True) if fitting else (_unlike(name, roles, told), False)


def _unlike(name: str, roles: Collection[Role], told: Role) -> Role:
    """What a column is whose cells look like people or places, unlike its heading: towns are called after people."""
    people = {Role.PEOPLE, Role.TRAVELLER, Role.TITLE, Role.NOTES}
    if not exact(name) or (told, Role.PEOPLE in roles) not in ((Role.PLACE, True), (Role.PEOPLE, False)):
        return told
    if told == Role.PEOPLE and not people.isdisjoint(roles):
        return told
    return Role.VENUE if told == Role.PEOPLE and Role.PLACE in roles else Role.NOTES


def _plainly(name: str, roles: Collection[Role], fits: _Fits) -> Role | None:
    """Hours of four figures, which are not all years, and yes or no under a heading that asks; None for the rest."""
    timed = exact(name) and not {Role.TIME, Role.ARRIVAL, Role.DEPARTURE}.isdisjoint(roles)
    if (
        timed
        and _mean([bool(_HOURS.fullmatch(c)) or _is_time(c) for c in fits.distinct]) >= _CLOCKED
        and not all("18" <= c[:2] <= "20" for c in fits.distinct)
    ):
        return Role.TIME
    if Role.DAY in roles and exact(name) and all(_SOME_DAYS.fullmatch(cell) or is_date(cell) for cell in fits.distinct):
        return Role.DAY  # "9", "22-25", below the names of months
    if Role.DURATION in roles and Role.DAY not in roles:  # hours are no stay
        counted = [nights_of(cell, name) is not None for cell in fits.distinct]
        return Role.DURATION if _mean(counted) >= _CLOCKED else Role.NOTES
    answers = Role.STATUS in roles and all(status_of(c) or answered(name, c) for c in fits.distinct)
    return Role.STATUS if answers else None


def _is_part(cell: str) -> bool:
    """Whether a cell may be a year, a month, a day or a day of the week."""
    return cell.isdigit() or bool(months(cell) or weekdays(cell) or _SOME_DAYS.fullmatch(cell))


def _by_cells(fits: _Fits, unfit: Collection[Role]) -> Role:
    """The role that the cells alone tell, none of the ``unfit`` ones; notes where they tell none: nothing is lost."""
    shares = {Role.SOURCE: 0.6, Role.DAY: 0.6, Role.TIME: 0.8, Role.STATUS: 0.8, Role.LEAVE_OUT: 1.0}
    if told := next((r for r, share in shares.items() if r not in unfit and fits(r) >= share), None):
        return told
    if are_divisions(fits.distinct):
        return Role.REGION
    letters = all(len(cell) == 1 for cell in fits.distinct)  # A, B, C are seldom Austria, Belgium and Cuba
    few = len(fits.distinct) < _CODES and all(len(cell) < 4 for cell in fits.distinct)
    codes = (few or letters) and all(map(str.isupper, fits.distinct))
    if fits.flown or codes:
        return Role.PLACE if fits.flown else Role.NOTES
    if fits.length < 40 and fits(Role.COUNTRY) >= 0.7:
        return Role.COUNTRY
    if fits.length < 60 and fits(Role.PLACE) >= 0.6:
        return Role.TITLE if fits.journeys or fits.led else Role.PLACE
    return Role.PEOPLE if fits(Role.PEOPLE) >= 0.6 else Role.NOTES
