"""Somebody's table, read: what each row became, what has to be asked, and the tour that follows."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from mapapp.errors import clipped
from mapapp.folding import fold
from mapapp.foreign import asking
from mapapp.foreign.answers import Answers
from mapapp.foreign.asked import Asked
from mapapp.foreign.bilingual import own_language
from mapapp.foreign.binding import Bound, bound_of
from mapapp.foreign.cells import Shown
from mapapp.foreign.dating import Around, Decision, decide
from mapapp.foreign.days import placed_by_day
from mapapp.foreign.headings import languages_of
from mapapp.foreign.home import at_home
from mapapp.foreign.locating import Locating, Progress
from mapapp.foreign.meanings import patience
from mapapp.foreign.placing import Placed
from mapapp.foreign.records import DATES, Column, Counts, Question, Role, Row, RowState
from mapapp.foreign.review import review
from mapapp.foreign.rows import Entries, Entry, Judged, by_role
from mapapp.foreign.sections import begun
from mapapp.foreign.spots import Spots
from mapapp.foreign.stops import Called, Tour, tour_of
from mapapp.foreign.telling import Telling
from mapapp.foreign.vocabulary import words
from mapapp.foreign.writing import folder
from mapapp.foreign.zones import local
from mapapp.message import Message, plural, tr
from mapapp.place import Resolve
from mapapp.tables.numbers import whole

_FEW = 0.5  # share of the lines with cells behind the last heading up to which they are slips
NOBODY = tr("The traveller")  # proposed where nothing tells who travels


@dataclass(frozen=True)
class Reading:
    """What a table became. ``notes`` are sentences on how it was read; ``also`` are proposals about the whole table.

    ``questions`` have each an answer chosen; those of ``also`` (title, traveller, source) are no doubts but may be
    changed. ``counts`` add up to every row below the headings. ``answers`` are those with which it was read. ``sheet``
    is the name of the table that was read, "" for those named ``together``, which are one where none is chosen.
    ``titled`` tells whether the title is that of a line or an answer, and not the name of a sheet or file.
    """

    title: str
    titled: bool
    sheet: str
    together: tuple[str, ...]
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    questions: tuple[Question, ...]
    also: tuple[Question, ...]
    counts: Counts
    answers: Answers
    tour: Tour = field(repr=False)

    def files(self) -> dict[str, bytes]:
        """The folder of a tour by file name, with the table as it was brought and the judgments about it."""
        said = review(self.answers, [column.heading for column in self.columns])
        return folder(self.tour, said, self.columns, self.rows)


def read(  # noqa: PLR0913  # all that a reading depends on
    data: bytes,
    name: str,
    answers: Answers,
    resolve: Resolve,
    *,
    today: dt.date | None = None,
    progress: Progress = lambda _, __: None,
) -> Reading:
    """Read a table of a file.

    Give an `Asked` of a resolver where the table is read again with more answers: it knows the names already.
    ``today`` tells what is announced. ``progress`` is told how many of the names are looked up; what it raises stops
    the reading. Raises ForeignError with a sentence for what cannot be read or is too large.
    """
    asked = resolve if isinstance(resolve, Asked) else Asked(resolve)
    with patience():
        return _read(data, name, answers, asked, today or dt.date.today(), progress)


def _read(  # noqa: PLR0913, PLR0917  # as above
    data: bytes, name: str, answers: Answers, asked: Asked, day: dt.date, progress: Progress
) -> Reading:
    bound, columns, judged, decisions = _understood(data, name, answers, asked, day)
    kept = asked.once("rows", (bound, decisions), lambda: _Kept(Telling(columns)))
    made = kept.entries.read(bound.lines, columns, decisions, judged)
    made = _placed(kept, made, columns, judged, asked, progress)
    tour = tour_of(made, kept.telling, _called(bound, answers, judged, day))
    questions = asking.gathered((e.line.key, ask) for e in made for ask in kept.asks.of(e, columns))
    questions += asking.about_columns(made, columns, decisions, judged.column_said(asking.PEOPLE))
    rows = kept.shown.rows(made, columns, questions, tour.numbers(), judged)
    told = any(column.role == Role.TRAVELLER for column in columns)
    return Reading(
        title=tour.title,
        titled=bool(answers.title) or bound.said.from_row,
        sheet="" if bound.sheet.parts else bound.sheet.offer.name,
        together=bound.together,
        notes=tuple(_notes(bound, columns)),
        columns=tuple(_told(column, decisions.get(column.index)) for column in columns),
        rows=tuple(rows),
        questions=tuple(questions),
        also=asking.about_table(tour.title, "" if told else _one(tour), tour.source),
        counts=_counts(rows, tour),
        answers=answers,
        tour=tour,
    )


def _understood(
    data: bytes, name: str, answers: Answers, asked: Asked, day: dt.date
) -> tuple[Bound, list[Column], Judged, dict[int, Decision]]:
    """The table, its columns, what was said of its cells, and how its dates are read."""
    of = (data, name, answers.sheet, answers.heading, answers.roles)
    bound, columns = asked.once("table", of, lambda: bound_of(data, name, answers, asked))
    judged = Judged(answers.judgments, [c.heading for c in columns])
    how = (bound, answers.orders, answers.year, judged.column_said(asking.CENTURY), day)
    decisions = asked.once("decisions", how, lambda: _decisions(bound, columns, answers, judged, day))
    return bound, columns, judged, decisions


def _placed(  # noqa: PLR0913, PLR0917  # all that a place depends on
    kept: "_Kept", made: list[Entry], columns: Sequence[Column], judged: Judged, asked: Asked, progress: Progress
) -> list[Entry]:
    """The rows with their places."""
    roles = by_role(columns)
    located = kept.locating.located(kept.spots.read(made, roles, judged), asked, progress)
    return kept.placed(made, placed_by_day(made, at_home(located), roles, judged, asked))


class _Kept:
    """What is kept of the rows of a table, so that an answer does not read again what it does not touch."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self.entries, self.spots, self.locating = Entries(), Spots(), Locating()
        self.asks, self.shown = asking.Asks(), Shown()
        self._placed: dict[str, tuple[Entry, Entry]] = {}

    def placed(self, made: Sequence[Entry], places: Sequence[Sequence[Placed]]) -> list[Entry]:
        """The rows with their places; a row that is as it was is the same object as the last time."""
        result = []
        for entry, found in zip(made, places, strict=True):
            held = self._placed.get(entry.line.key)
            if held is None or held[0] is not entry or held[1].places != tuple(found):
                zone = next((placed.at.place.zone for placed in found if placed.at), "")
                held = self._placed[entry.line.key] = entry, replace(local(entry, zone), places=tuple(found))
            result.append(held[1])
        return result


def _decisions(
    bound: Bound, columns: Sequence[Column], answers: Answers, judged: Judged, today: dt.date
) -> dict[int, Decision]:
    """How each column of dates is read."""
    century = judged.column_said(asking.CENTURY)
    hints = (*bound.heading.above, bound.sheet.called, bound.name)
    spoken = languages_of(bound.heading.names)
    around = Around(today, hints, dict(answers.orders), answers.year, _century(century), spoken)
    dates = [c.index for c in columns if c.role in DATES]
    cells = {i: [x.cells[i] for x in bound.lines if not x.left_out] for i in dates}
    if sections := [x.section for x in bound.lines if x.section]:
        first = next(iter(dates), -1)
        cells[first] = [*cells.get(first, []), *sections]
    weeks = {i for i in dates if fold(bound.heading.names[i]) in words("week of")}
    return {i: replace(found, weeks=i in weeks) for i, found in decide(cells, around).items()}


def _century(said: str) -> int | None:
    """The first of the hundred years that was answered; a hand that wrote something else answered nothing."""
    year = whole(said, 4)
    return year if year and year < dt.MAXYEAR - 100 else None


def _called(bound: Bound, answers: Answers, judged: Judged, today: dt.date) -> Called:
    name, sheet = bound.name, bound.sheet.called
    return Called(
        title=answers.title or bound.said.title,
        source=answers.source or (f"{name}, {sheet}" if sheet else name),
        traveller=answers.traveller or bound.said.traveller or NOBODY,
        today=today,
        each=judged.column_said(asking.PEOPLE) == asking.EACH,
        language=own_language(bound.heading.names),
        parts=bound.sheet.parts,
    )


def _one(tour: Tour) -> str:
    """Who travels, where no column says it."""
    return next((person.name for person in tour.travellers), NOBODY)


def _told(column: Column, decision: Decision | None) -> Column:
    return replace(column, order=decision.order, said=decision.said or column.said) if decision else column


def _notes(bound: Bound, columns: Sequence[Column]) -> list[str]:
    """Sentences on how the table was read."""
    lines, heading, sheet = bound.lines, bound.heading, bound.sheet.called
    count = plural(len(lines), "{n} row", "{n} rows")
    where = (
        tr("{name}, sheet “{sheet}”", name=clipped(bound.name), sheet=clipped(sheet)) if sheet else clipped(bound.name)
    )
    found = [
        tr("{where}: {count} below the headings in line {line}.", where=where, count=count, line=str(heading.line))
        if heading.line
        else f"{where}: {count}."
    ]
    found += [heading.said] if heading.said else []
    found += [tr("The title row was taken as the title.")] if bound.said.from_row else []
    besides = [text for text in heading.above if text not in (bound.said.title, begun(heading.above))]
    found += [tr("Above the headings also stands: “{text}”.", text=clipped(text)) for text in besides]
    if beyond := _beyond(bound):
        found.append(
            tr(
                "Cells stand behind the last heading, first in line {line}; a comma within a cell may have moved them.",
                line=str(beyond),
            )
        )
    for other in bound.others:
        found.append(
            tr("The sheet “{name}” is hidden and is not read.", name=clipped(other.name))
            if other.hidden
            else tr("The sheet “{name}” is not read.", name=clipped(other.name))
        )
    for index in sorted({i for line in lines for i in line.carried}):
        found.append(
            tr(
                "Empty cells under “{heading}” are read as the cell above them.",
                heading=clipped(columns[index].heading),
            )
        )
    return [*found, *_hidden(columns, bound.sheet.hidden), *bound.sheet.notes]


def _beyond(bound: Bound) -> int:
    """The first line with more cells than there are headings, 0 where none has, or where many have."""
    named = [at for at, name in enumerate(bound.heading.names) if name]
    full = bound.heading.line and named == [*range(len(named))]
    lines = [line.line for line in bound.lines if full and any(line.cells[len(named) :])]
    return lines[0] if lines and len(lines) <= _FEW * len(bound.lines) else 0


def _hidden(columns: Sequence[Column], hidden: Collection[int]) -> list[Message]:
    """Sentences on the hidden columns in which something stands: those that are left out, and those that are read."""
    told = [column for column in columns if column.index in hidden and (column.heading or column.samples)]
    out = [column.heading or str(column.index + 1) for column in told if column.role == Role.LEAVE_OUT]
    read = [column.heading or str(column.index + 1) for column in told if column.role != Role.LEAVE_OUT]
    said = (
        plural(
            len(out),
            "{n} column is hidden in the workbook and left out: {names}.",
            "{n} columns are hidden in the workbook and left out: {names}.",
            names=clipped(", ".join(out)),
        ),
        plural(
            len(read),
            "{n} column is hidden in the workbook and read all the same: {names}.",
            "{n} columns are hidden in the workbook and read all the same: {names}.",
            names=clipped(", ".join(read)),
        ),
    )
    return [sentence for sentence, names in zip(said, (out, read), strict=True) if names]


def _counts(rows: Sequence[Row], tour: Tour) -> Counts:
    states = Counter(row.state for row in rows)
    facets = Counter(row.facet for row in rows if row.facet)
    return Counts(
        rows=len(rows),
        read=states[RowState.READ],
        needs_you=states[RowState.NEEDS_YOU],
        left_out=states[RowState.LEFT_OUT],
        mapped=sum(1 for row in rows if row.stops),
        stops=len(tour.stops),
        events=len(tour.events),
        facets=tuple(facets.most_common()),
    )
