"""What a person has to say about a table, each question once, with an answer chosen already."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mapapp.dates.partial import Order
from mapapp.errors import clipped
from mapapp.foreign.answers import DEFERRED, MATCHED, NOWHERE
from mapapp.foreign.dating import Dated, Decision
from mapapp.foreign.doubts import choice_words
from mapapp.foreign.placing import BULK, Placed
from mapapp.foreign.records import DATES, PART, Choice, Column, Question, Role
from mapapp.foreign.rows import Entry, by_role, place_column
from mapapp.message import series, tr
from mapapp.place import Candidate
from mapapp.terms import term
from mapapp.tour import Status
from mapapp.when import When

ORDER, YEAR, CENTURY, PEOPLE, STATUS = (
    tr("day or month first"),
    tr("no year"),
    tr("century"),
    tr("people"),
    tr("status"),
)
TITLE, TRAVELLER, SOURCE = "title", "traveller", "source"
ONE, EACH, NO_STATUS, NOT_STATED = "one", "each", tr("no status"), tr("not stated")
_OFFERED = 6  # candidates of a place
_SHOWN = (Status.ANNOUNCED, Status.CONFIRMED, Status.HELD, Status.POSTPONED, Status.CANCELLED)


@dataclass(frozen=True, slots=True)
class Ask:
    """A cell in doubt: the column and text of it, and the question that is put, without what all its cells share."""

    facet: str
    column: int
    text: str
    sentence: str
    choices: tuple[Choice, ...]
    chosen: int = 0
    margin: float = 0.0
    bulk: bool = False
    row: str = ""  # the key of the row, where its cell says nothing and is so the same as those of others

    @property
    def key(self) -> str:
        """Of the question; it stays as long as the cells say the same."""
        about = f"{self.facet}\n{self.column}\n{self.row or self.text}"
        return f"{self.facet.replace(' ', '-')}-{hashlib.sha256(about.encode()).hexdigest()[:8]}"


class Asks:
    """What the rows of one table leave open; of a row that is as it was it is not looked for again."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[Entry, list[Ask]]] = {}

    def of(self, entry: Entry, columns: Sequence[Column]) -> list[Ask]:
        """What a row leaves open by its own cells."""
        held = self._found.get(entry.line.key)
        if held is None or held[0] is not entry:
            held = self._found[entry.line.key] = entry, asks_of(entry, columns)
        return held[1]


def asks_of(entry: Entry, columns: Sequence[Column]) -> list[Ask]:
    """What a row leaves open by its own cells."""
    if entry.line.left_out:
        return []
    roles = by_role(columns)
    first = {role: roles.get(role, [-1])[0] for role in Role}
    found = [ask for placed in entry.places if placed.facet and (ask := _place(placed, entry, roles))]
    for dated, role in ((entry.arrival, Role.ARRIVAL), (entry.departure, Role.DEPARTURE)):
        column = first[role] if first[role] >= 0 and not entry.one else first[Role.DAY]
        column = column if column >= 0 else first[Role.ARRIVAL]
        if column >= 0 and (ask := _date(dated, entry, column)):
            found.append(ask)
    found += _unread(entry, columns)
    if entry.word and (ask := _status(entry)):
        found.append(ask)
    return list({ask.key: ask for ask in found}.values())


def _place(placed: Placed, entry: Entry, roles: Mapping[Role, list[int]]) -> Ask | None:
    column = place_column(entry.line, roles)
    if column < 0:
        return None
    text = entry.line.said(column)
    choices = [_candidate(c) for c in placed.candidates[:_OFFERED]]
    at = placed.at
    if at and all(choice.place != at.place.id for choice in choices):
        choices.append(Choice(MATCHED, choice_words(at.place), at.place.id, at.confidence))
    chosen = next((i for i, choice in enumerate(choices) if at and choice.place == at.place.id), -1)
    choices += [Choice(NOWHERE, tr("No such place")), Choice(DEFERRED, tr("Decide later"))]
    chosen = chosen if chosen >= 0 else len(choices) - 1
    told = bool(entry.line.text(column))
    sentence: str = (
        tr("“{text}”: {doubt}", text=clipped(text), doubt=placed.doubt)
        if placed.doubt
        else tr("“{text}”: which place is meant?", text=clipped(text))
    )
    sentence = sentence if told else placed.doubt
    bulk, row = told and placed.margin >= BULK, "" if told else entry.line.key
    if placed.spot.parted and len(entry.places) > 1 and told:  # the others of the list stay as they are
        text = f"{text}{PART}{placed.spot.text}"
    return Ask(placed.facet, column, text, sentence, tuple(choices), chosen, placed.margin, bulk, row)


def _candidate(candidate: Candidate) -> Choice:
    return Choice(MATCHED, choice_words(candidate.place), candidate.place.id, candidate.confidence)


def _date(dated: Dated, entry: Entry, column: int) -> Ask | None:
    """A question about one date; what is open in the whole column is asked once for it."""
    if not dated.facet or dated.facet in (ORDER, YEAR, CENTURY):
        return None
    text = entry.line.text(column)
    whens = ([dated.when] if dated.when else []) + list(dated.others)
    choices = [
        *(_when(when) for when in whens),
        Choice(NOT_STATED, tr("Without a date")),
        Choice(DEFERRED, tr("Decide later")),
    ]
    return Ask(dated.facet, column, text, dated.doubt, tuple(choices), 0)


def _when(when: When) -> Choice:
    plain = str(when).replace("?", "").replace("%", "~")
    return Choice(plain, series([When.parse(plain)]))


def _unread(entry: Entry, columns: Sequence[Column]) -> Iterator[Ask]:
    """Cells of dates of which nothing could be read; a word such as TBC says that there is none."""
    dates = {c.index for c in columns if c.role in DATES}
    read = entry.arrival.when or entry.departure.when or entry.arrival.facet or entry.departure.facet
    for index in sorted(dates):
        text = entry.line.cells[index]
        column = columns[index]
        other = entry.departure if column.role == Role.DEPARTURE else entry.arrival
        done = (read or entry.arrival.said) if column.role == Role.DAY else (other.when or other.facet or other.said)
        if text and not done and entry.word != text and not _says_nothing(text):
            said = tr("“{text}” is not read as a date.", text=clipped(text))
            yield Ask(
                tr("unread date"),
                index,
                text,
                said,
                (Choice(NOT_STATED, tr("Without a date")), Choice(DEFERRED, tr("Decide later"))),
            )


def _says_nothing(text: str) -> bool:
    from mapapp.foreign.statuses import status_of

    return status_of(text) is not None or not any(c.isalnum() for c in text)


def _status(entry: Entry) -> Ask | None:
    status = entry.status
    if status is None:
        return None
    choices = [Choice(s.value, tr("Show as {value}", value=term(s.value))) for s in _SHOWN] + [
        Choice(NO_STATUS, tr("It says nothing of that"))
    ]
    chosen = _SHOWN.index(status)
    said = tr("“{word}”: show as {value}?", word=clipped(entry.word), value=term(status.value))
    return Ask(STATUS, entry.word_in, entry.line.cells[entry.word_in], said, tuple(choices), chosen)


def gathered(asks: Iterable[tuple[str, Ask]]) -> list[Question]:
    """The questions of all rows, given with their keys: cells of one column with one text are asked about once."""
    found: dict[str, tuple[Ask, list[str]]] = {}
    for row, ask in asks:
        found.setdefault(ask.key, (ask, []))[1].append(row)
    return [
        Question(key, ask.sentence, ask.facet, ask.choices, ask.chosen, rows[0], ask.column, ask.text,
                 tuple(dict.fromkeys(rows)), len(rows), ask.margin, ask.bulk)
        for key, (ask, rows) in found.items()
    ]  # fmt: skip


def about_columns(
    made: Sequence[Entry], columns: Sequence[Column], decisions: Mapping[int, Decision], people_said: str
) -> list[Question]:
    """What is asked once for a column: the order of day and month, the year, the century, several people in a cell."""
    found = []
    for facet, ask in ((ORDER, _order), (YEAR, _year), (CENTURY, _century)):
        rows = [e for e in made if facet in (e.arrival.facet, e.departure.facet)]
        column = next((i for i, decision in decisions.items() if _open(decision, facet)), None)
        if rows and column is not None:
            found.append(_once(facet, column, rows, *ask(rows, decisions[column], column)))
    several = [e for e in made if len(e.people) > 1]
    if several and not people_said:
        column = next(c.index for c in columns if c.role == Role.PEOPLE and several[0].line.text(c.index))
        said = tr("{n} people are named: one event, or one for each?", n=len(several[0].people))
        choices = (Choice(ONE, tr("One event")), Choice(EACH, tr("One event for each")))
        found.append(replace(_once(PEOPLE, column, several[:1], said, choices), count=len(several)))
    return found


def _once(  # noqa: PLR0913, PLR0917  # what a question has
    facet: str, column: int, rows: Sequence[Entry], sentence: str, choices: tuple[Choice, ...], chosen: int = 0
) -> Question:
    keys = tuple(e.line.key for e in rows)
    key, text = f"{facet.replace(' ', '-')}-{column}", rows[0].line.text(max(column, 0))
    return Question(key, sentence, facet, choices, chosen, keys[0], column, text, keys, len(keys))


def _open(decision: Decision, facet: str) -> bool:
    if facet == ORDER:
        return not decision.decided or decision.mixed
    return decision.open_years if facet == YEAR else decision.open_century


def _order(rows: Sequence[Entry], decision: Decision, column: int) -> tuple[str, tuple[Choice, ...], int]:
    cell = rows[0].line.text(column)
    said = clipped(cell)
    sentence: str = (
        tr(
            "Cells of the column contradict each other whether the day or the month comes first, as in “{cell}”.",
            cell=said,
        )
        if decision.mixed
        else tr("No cell of the column tells whether the day or the month comes first, as in “{cell}”.", cell=said)
    )
    choices = (Choice(Order.DAY_FIRST.value, tr("Day first")), Choice(Order.MONTH_FIRST.value, tr("Month first")))
    return sentence, choices, 1 if decision.order == Order.MONTH_FIRST else 0


def _year(rows: Sequence[Entry], decision: Decision, column: int) -> tuple[str, tuple[Choice, ...], int]:
    year = decision.year or 2000
    choices = tuple(Choice(str(y), str(y)) for y in (year, year - 1, year + 1))
    return (
        tr(
            "The dates state no year, as in “{text}”. Which year is it?",
            text=clipped(rows[0].line.text(column) or rows[0].line.section),
        ),
        choices,
        0,
    )


def _century(rows: Sequence[Entry], decision: Decision, column: int) -> tuple[str, tuple[Choice, ...], int]:
    cell = clipped(rows[0].line.text(column))
    new = [entry.when.start.year >= 2000 for entry in rows if entry.when]
    first = decision.century or 2000
    spans = tuple(dict.fromkeys((2000, 1900, first)))
    choices = tuple(Choice(str(year), tr("{first} to {last}", first=str(year), last=str(year + 99))) for year in spans)
    chosen = 0 if all(new) else len(spans) - 1 if any(new) else 1
    return tr("The years have two figures, as in “{cell}”. Which century is it?", cell=cell), choices, chosen


def about_table(title: str, traveller: str, source: str) -> tuple[Question, ...]:
    """What may be said about the whole table, with a proposal for each; no ``traveller`` where a column says it."""
    return (
        Question(TITLE, tr("What is the tour called?"), TITLE, (Choice(title, title),)),
        *((Question(TRAVELLER, tr("Who travels?"), TRAVELLER, (Choice(traveller, traveller),)),) if traveller else ()),
        Question(SOURCE, tr("What is this table, as a source?"), SOURCE, (Choice(source, source),)),
    )
