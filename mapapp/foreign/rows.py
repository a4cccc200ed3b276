"""The rows of a table, cell by cell: dates, places, people, status, texts and sources of each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mapapp.folding import fold
from mapapp.foreign import clocked, dating
from mapapp.foreign.answers import BULK, DEFERRED, Judgment
from mapapp.foreign.datelike import part_of
from mapapp.foreign.dating import Dated, Decision
from mapapp.foreign.lasting import lasting, nights_of
from mapapp.foreign.people import Met, people_in
from mapapp.foreign.placing import Placed
from mapapp.foreign.records import PART, Column, Role
from mapapp.foreign.sections import month_of
from mapapp.foreign.statuses import answered, status_in, status_of
from mapapp.foreign.stays import day_before, joined, one_day, parted
from mapapp.foreign.table import Line
from mapapp.message import tr
from mapapp.tour import Status
from mapapp.when import When

_ADDRESS = re.compile(r"https?://[^\s<>\"|]+[^\s<>\"|.,;:)\]]")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_SEMICOLONS = re.compile(r"\s*[;\n]\s*")
PLACES = (Role.PLACE, Role.REGION, Role.VENUE, Role.COUNTRY)
_OFF = (Status.CANCELLED, Status.POSTPONED)
_TEXTS = (Role.TITLE, Role.PEOPLE, Role.NOTES, Role.VENUE, Role.DAY, Role.TIME, Role.STATUS)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as it was read. ``arrival`` and ``departure`` are those of its stay, one day being both.

    ``timed`` is its day with the clock, which is None without one. ``open_time`` is a time that could not be read, or
    that of another zone than its place has. ``word`` is the text by which its status is told, ``word_in`` the column of
    that.
    """

    line: Line
    arrival: Dated = field(default_factory=lambda: Dated(None))
    departure: Dated = field(default_factory=lambda: Dated(None))
    one: bool = False
    timed: Dated = field(default_factory=lambda: Dated(None))
    open_time: str = ""
    places: tuple[Placed, ...] = ()
    people: tuple[Met, ...] = ()
    status: Status | None = None
    word: str = ""
    word_in: int = -1
    travellers: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    @property
    def when(self) -> When | None:
        """From arrival to departure, as far as they are known."""
        first, last = self.arrival.when or self.departure.when, self.departure.when or self.arrival.when
        if first is None or last is None or first == last:
            return first
        return When(first.start, last.end or last.start)

    @property
    def tour(self) -> bool:
        """Whether it is a row of the tour."""
        return not self.line.left_out


def by_role(columns: Sequence[Column]) -> dict[Role, list[int]]:
    """The indexes of the columns of each role."""
    found: dict[Role, list[int]] = {}
    for column in columns:
        found.setdefault(column.role, []).append(column.index)
    return found


def place_column(line: Line, by_role: Mapping[Role, list[int]]) -> int:
    """The column that tells the place of a row, about which judgments of it are: the first that is filled.

    Of a row that tells none it is the first that might; -1 where no column does.
    """
    columns = [by_role[role][0] for role in PLACES if role in by_role]
    return next((c for c in columns if line.text(c)), columns[0] if columns else -1)


class Entries:
    """The rows of one table under one reading of its columns: a row is read again where a judgment about it changes."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[tuple[Judgment | None, ...], Entry]] = {}

    def read(
        self, lines: Sequence[Line], columns: Sequence[Column], decisions: Mapping[int, Decision], judged: "Judged"
    ) -> list[Entry]:
        """The rows, without their places."""
        roles, asked, made = by_role(columns), judged.columns(), []
        for line in lines:
            said = tuple(j for column in asked for j in judged.all_about(line.key, column, line.said(column)))
            said = said if any(said) else ()
            held = self._read.get(line.key)
            if held is None or held[0] != said:
                fresh = Entry(line) if line.left_out else _entry(line, roles, columns, decisions, judged)
                held = self._read[line.key] = said, fresh
            made.append(held[1])
        return made


class Judged:
    """The judgments of people, by the cells that they are about."""

    def __init__(self, judgments: Iterable[Judgment], headings: Sequence[str]) -> None:
        self._headings = headings
        self._alone: dict[tuple[str, str], Judgment] = {}
        self._all: dict[tuple[str, str], Judgment] = {}
        self._parts: dict[tuple[str, str, str], dict[str, Judgment]] = {}
        for judgment in judgments:
            cell, part, name = judgment.text.rpartition(PART)
            if part:
                row = "" if judgment.scope == BULK else judgment.row
                self._parts.setdefault((row, judgment.column, cell), {})[name] = judgment
            elif judgment.scope == BULK:
                self._all[judgment.column, judgment.text] = judgment
            else:
                self._alone[judgment.row, judgment.column] = judgment

    def about(self, key: str, column: int, text: str) -> Judgment | None:
        """The judgment about a cell; one of a cell that says something else by now counts no more."""
        heading = self.name(column)
        alone = self._alone.get((key, heading))
        return alone if alone and alone.text == text else self._all.get((heading, text))

    def all_about(self, key: str, column: int, text: str) -> tuple[Judgment | None, ...]:
        """The judgment about a cell, and those about single names in it."""
        return self.about(key, column, text), *self.parts(key, column, text).values()

    def parts(self, key: str, column: int, text: str) -> Mapping[str, Judgment]:
        """The judgments about single names of a cell that lists several, by these names."""
        heading = self.name(column)
        return {**self._parts.get(("", heading, text), {}), **self._parts.get((key, heading, text), {})}

    def column_said(self, facet: str) -> str:
        """What was said once for a whole column about its century or its people, "" where nothing was."""
        return next((j.judgment for (_, text), j in self._all.items() if text == f"({facet})"), "")

    def columns(self) -> list[int]:
        """The columns about whose cells there are judgments."""
        told = {column for _, column in (*self._alone, *((row, column) for column, row in self._all))}
        told |= {column for _, column, _ in self._parts}
        return [index for index in range(len(self._headings)) if self.name(index) in told]

    def name(self, column: int) -> str:
        """What judgments call a column."""
        return column_name(self._headings, column)


def column_name(headings: Sequence[str], column: int) -> str:
    """What judgments call a column: its heading, or its number where it has none."""
    return headings[column] or f"column {column + 1}"


def _entry(line: Line, by_role: Mapping[Role, list[int]], columns: Sequence[Column], decisions: Mapping[int, Decision],
           judged: Judged) -> Entry:  # fmt: skip
    def texts(role: Role) -> list[str]:
        return [text for index in by_role.get(role, ()) if (text := line.text(index))]

    arrival, departure, one = _stay(line, by_role, columns, decisions, judged)
    if one and (lasts := by_role.get(Role.DURATION)):
        nights = nights_of(line.text(lasts[0]), columns[lasts[0]].heading)
        arrival, departure, one = lasting(arrival, nights) if nights else (arrival, departure, one)
    clock = "" if line.whole_days else "–".join(texts(Role.TIME))  # of two columns one has the end
    day = arrival.when if one else None
    timed = clocked.with_time(day, clock) if day and clock else None
    if day and timed and timed.when and timed.when.start.first_day != day.start.first_day:  # "01:55 +1"
        arrival = departure = replace(arrival, when=When(replace(timed.when.start, time=None)))
    people = tuple(met for text in texts(Role.PEOPLE) for met in people_in(text))
    status, word, where = _status(line, by_role, judged)
    return Entry(
        line,
        arrival,
        departure,
        one,
        timed=timed or (arrival if day and day.start.time else Dated(None)),
        open_time=clock if clock and not timed and not status_of(clock) else "",
        people=people,
        status=status,
        word=word,
        word_in=where,
        travellers=tuple(
            dict.fromkeys(who for text in texts(Role.TRAVELLER) for who in _SEMICOLONS.split(text) if who)
        ),
        addresses=tuple(dict.fromkeys(a for text in texts(Role.SOURCE) for a in _ADDRESS.findall(text))),
        topics=tuple(dict.fromkeys(t for text in texts(Role.TOPIC) for t in re.split(r"\s*[;,\n]\s*", text) if t)),
    )


def _stay(line: Line, by_role: Mapping[Role, list[int]], columns: Sequence[Column], decisions: Mapping[int, Decision],
          judged: Judged) -> tuple[Dated, Dated, bool]:  # fmt: skip
    """Arrival, departure, and whether it is one day."""
    days = by_role.get(Role.DAY, [])
    years = [line.text(i) for i in days if part_of(columns[i].heading) == "year" and _YEAR.fullmatch(line.text(i))]
    line = replace(line, section=years[0]) if years and not line.section else line
    if len(days) > 1 and (text := joined(line, columns, days)):
        return parted(_judged(dating.read(text, decisions[days[0]]), line, days[0], judged))
    day = _date(line, days[0], decisions, judged) if days else Dated(None)
    if line.section and not (days and line.cells[days[0]]):
        day = dating.read(line.section, next(iter(decisions.values()), Decision()))
    arrival = _date(line, by_role[Role.ARRIVAL][0], decisions, judged) if Role.ARRIVAL in by_role else Dated(None)
    departure = _date(line, by_role[Role.DEPARTURE][0], decisions, judged) if Role.DEPARTURE in by_role else Dated(None)
    departure = day_before(departure) if line.whole_days else departure
    if arrival.when is None and departure.when is None:
        return parted(day) if day.when or not (arrival.said or departure.said) else (arrival, departure, False)
    if arrival.when and departure.when and departure.when.latest < arrival.when.earliest:
        said = tr("The departure lies before the arrival.")
        return arrival, Dated(None, said, tr("end before start")), False
    if arrival.when and departure.when and one_day(arrival.when, departure.when):
        spanned = When(arrival.when.start, (departure.when.end or departure.when.start))
        whole = replace(arrival, when=spanned if spanned.end != spanned.start else When(spanned.start))
        return whole, whole, True
    if arrival.when and arrival.when == departure.when and arrival.when.end is None and arrival.when.start.day:
        return arrival, departure, True
    return arrival, departure, False


def _date(line: Line, column: int, decisions: Mapping[int, Decision], judged: Judged) -> Dated:
    decision = decisions.get(column, Decision())
    if _YEAR.fullmatch(line.section):
        decision = replace(decision, year=int(line.section), open_years=False)
    month, year = month_of(line.section)
    if month and (year or decision.hinted):
        decision = replace(decision, month=f"{year or decision.hinted}-{month:02}")
    return _judged(dating.read(line.text(column), decision), line, column, judged)


def _judged(found: Dated, line: Line, column: int, judged: Judged) -> Dated:
    """The date that somebody chose for a cell, otherwise the one that was read."""
    judgment = judged.about(line.key, column, line.said(column))
    if not judgment or judgment.judgment == DEFERRED:
        return found
    if judgment.judgment == "not stated":
        return Dated(None, said=True)
    try:
        return Dated(When.parse(judgment.judgment), said=True)
    except ValueError:
        return found


def _is_offered(word: str, heading: str) -> bool:
    """Whether a heading itself lists the word among what may stand below it: "scheduled or chartered" are flights."""
    told, said = fold(heading), fold(word)
    return f" {said} " in f" {told} " and told != said


def _status(line: Line, by_role: Mapping[Role, list[int]], judged: Judged) -> tuple[Status | None, str, int]:
    """How far it has come, by its column or by a word in another cell; the word, and the column that it stands in."""
    stated = by_role.get(Role.STATUS, ())
    told = {i: found for i in stated if (found := status_of(line.cells[i]) or answered(judged.name(i), line.cells[i]))}
    open_ = [index for index in stated if index not in told and status_in(line.cells[index])]
    for index in sorted(told, key=lambda i: told[i] not in _OFF) if not open_ else ():
        return told[index], "", index  # a row that is struck through was confirmed before
    for index in (*open_, *(index for role in _TEXTS for index in by_role.get(role, ()))):
        text = line.cells[index]
        if not text or not (found_in := status_in(text)) or _is_offered(found_in[1], judged.name(index)):
            continue
        judgment = judged.about(line.key, index, text)
        if judgment and judgment.judgment in {status.value for status in Status}:
            return Status(judgment.judgment), "", index
        if judgment and judgment.judgment == "no status":
            return None, "", -1
        return found_in[0], found_in[1], index
    return None, "", -1
