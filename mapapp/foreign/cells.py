"""What is shown of each row: its state, and its cells as they stand and as they were read."""

from collections.abc import Mapping, Sequence

from mapapp.foreign.answers import DEFERRED, NOWHERE
from mapapp.foreign.doubts import choice_words
from mapapp.foreign.placing import Placed
from mapapp.foreign.records import DATES, Cell, Column, Question, Role, Row, RowState
from mapapp.foreign.rows import PLACES, Entry, Judged
from mapapp.message import series, tr
from mapapp.place import Place
from mapapp.terms import term
from mapapp.when import When

NO_PLACE = tr("no place")


class Shown:
    """The rows of one table as they are shown; one that is as it was is the same again."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Entry, list[Question], tuple[int, ...], Row]] = {}

    def rows(self, made: Sequence[Entry], columns: Sequence[Column], questions: Sequence[Question],
             stops: Mapping[str, tuple[int, ...]], judged: Judged) -> list[Row]:  # fmt: skip
        """The rows in the order of the table."""
        asked: dict[str, list[Question]] = {}
        for question in questions:
            for key in question.rows:
                asked.setdefault(key, []).append(question)
        return [self._row(e, columns, asked.get(e.line.key, []), stops.get(e.line.key, ()), judged) for e in made]

    def _row(self, entry: Entry, columns: Sequence[Column], asked: list[Question], numbers: tuple[int, ...],
             judged: Judged) -> Row:  # fmt: skip
        held = self._made.get(entry.line.key)
        if held is None or held[0] is not entry or held[1] != asked or held[2] != numbers:
            row = _row(entry, columns, asked, numbers, judged)
            held = self._made[entry.line.key] = entry, asked, numbers, row
        return held[3]


def _row(entry: Entry, columns: Sequence[Column], asked: Sequence[Question], numbers: tuple[int, ...],
         judged: Judged) -> Row:  # fmt: skip
    line = entry.line
    state, reason, facet = _state(entry, columns, asked, bool(numbers), judged)
    cells = tuple(_cell(entry, column, asked) for column in columns)
    return Row(line.line, line.key, state, cells, reason, facet, numbers)


def _state(
    entry: Entry, columns: Sequence[Column], asked: Sequence[Question], mapped: bool, judged: Judged
) -> tuple[RowState, str, str]:
    line = entry.line
    if line.left_out:
        return RowState.LEFT_OUT, line.left_out, line.facet
    said = [j for c in columns if c.role in PLACES and (j := judged.about(line.key, c.index, line.said(c.index)))]
    if any(j.judgment == NOWHERE for j in said):
        return RowState.LEFT_OUT, tr("You said that there is no such place."), NOWHERE
    if not mapped and not entry.places:
        return RowState.NEEDS_YOU, tr("The row names no place."), NO_PLACE
    if any(j.judgment == DEFERRED for j in said):
        return RowState.NEEDS_YOU, tr("You put the decision off."), DEFERRED
    if asked:
        return RowState.NEEDS_YOU, asked[0].sentence, asked[0].facet
    return RowState.READ, "", ""


def _cell(entry: Entry, column: Column, asked: Sequence[Question]) -> Cell:
    question = next((q for q in asked if q.column == column.index), None)
    doubt = question.sentence if question else ""
    key = question.key if question else ""
    when = _when(entry, column)
    return Cell(column.index, entry.line.cells[column.index], _read(entry, column, when), doubt, key, when)


def _when(entry: Entry, column: Column) -> When | None:
    """The date that was read of a cell in a column of dates."""
    if entry.line.left_out or column.role not in DATES:
        return None
    own = {Role.ARRIVAL: entry.arrival.when, Role.DEPARTURE: entry.departure.when}
    return own.get(column.role, entry.when)


def _read(entry: Entry, column: Column, when: When | None) -> str:
    """What was made of a cell, in words; "" where it is taken as it stands."""
    if entry.line.left_out:
        return ""
    line, role = entry.line, column.role
    if role in DATES:
        return when.heading if when else ""
    if role == Role.PLACE or (
        role == Role.COUNTRY and not any(c.spot.text != line.text(column.index) for c in entry.places)
    ):
        return series((choice_words(named(placed)) for placed in entry.places if placed.at), "; ")
    told = {
        Role.TIME: entry.timed.when.clock if entry.timed.when else "",
        Role.PEOPLE: "; ".join(" ".join(filter(None, (met.role, met.name))) for met in entry.people),
        Role.STATUS: term(entry.status.value) if entry.status else "",
    }
    return told.get(role, "")


def named(placed: Placed) -> Place:
    """The place of a row under its own name rather than that which the row has for it."""
    assert placed.at is not None
    return next((c.place for c in placed.candidates if c.place.id == placed.at.place.id), placed.at.place)
