"""What somebody said in the review, checked and made into answers.

What the browser sends is looked up among what was offered, and is nothing by itself.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from mapapp.dates.partial import Order
from mapapp.errors import MapappError, clipped
from mapapp.foreign import Answer, Answers, Choice, Judgment, Question, Reading, Role, answered
from mapapp.foreign.answers import BULK, DEFERRED, MATCHED, NOWHERE
from mapapp.foreign.records import DATES, PART
from mapapp.foreign.rows import column_name
from mapapp.message import series, tr
from mapapp.place import Ambiguous, Found, Resolve, Toponym, Unknown, where_words

MOST_TYPED = 300  # characters of what is typed in the review
_PLACED = (MATCHED, NOWHERE, DEFERRED)


class Misunderstood(MapappError):
    """What was typed means no place, or several; the text is a sentence."""


def may_be_for_all(question: Question, choice: Choice) -> bool:
    """Whether the choice may be made for all cells with this text at once.

    A place may be where it leads the others by a margin, or where there is no other; saying that there is none, or that
    it is decided later, may always be.
    """
    if question.count < 2:
        return False
    rivals = [c for c in question.choices if c.place]
    return question.bulk or not choice.place or len(rivals) < 2


def said(reading: Reading, message: Mapping[str, Any], by: str, resolve: Resolve) -> Answers | None:
    """The answers of a reading with what a message of the review says; None where it says nothing that fits.

    Raises Misunderstood for a place that was typed and is not known.
    """
    does = _DOES.get(str(message.get("do")))
    return does(reading, message, by, resolve) if does else None


def _now() -> str:
    return dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat()


def _question(reading: Reading, message: Mapping[str, Any]) -> Question | None:
    return next((q for q in reading.questions if q.key == message.get("question")), None)


def _answer(reading: Reading, message: Mapping[str, Any], by: str, _resolve: Resolve) -> Answers | None:
    question, index = _question(reading, message), message.get("choice")
    if question is None or not isinstance(index, int) or not 0 <= index < len(question.choices):
        return None
    return _told(reading, question, question.choices[index], message, by)


def _told(reading: Reading, question: Question, choice: Choice, message: Mapping[str, Any], by: str) -> Answers:
    row = message.get("row")
    row = row if isinstance(row, str) and row in question.rows else question.row
    bulk = message.get("all") is True and may_be_for_all(question, choice)
    return answered(reading, question, Answer(choice, row, bulk, by, _now()))


def _typed(reading: Reading, message: Mapping[str, Any], by: str, resolve: Resolve) -> Answers | None:
    """A place of the reader's own, by another name or an id."""
    question, text = _question(reading, message), message.get("text")
    if question is None or not isinstance(text, str) or not text.strip():
        return None
    found = resolve(Toponym(text.strip()[:MOST_TYPED]))
    shown = clipped(text.strip())
    if isinstance(found, Found):
        choice = Choice(MATCHED, where_words(found.place), found.place.id)
        return _told(reading, question, choice, message, by)
    if isinstance(found, Ambiguous):
        these = series((series((where_words(c.place), f"({c.place.id})"), " ") for c in found.candidates[:5]), "; ")
        said = tr("“{name}” may be {places}. Type the id of the one that is meant.", name=shown, places=these)
        raise Misunderstood(said)
    near = found.near_misses[:3] if isinstance(found, Unknown) else ()
    similar = tr("Similar are {places}.", places=series((where_words(c.place) for c in near), "; ")) if near else ""
    unknown, example = tr("“{name}” is no known place.", name=shown), "geonames:1526384"
    other = tr("Type another name, or an id such as {example}.", example=example)
    raise Misunderstood(series((unknown, similar, other), " "))


def _accept(reading: Reading, _message: Mapping[str, Any], by: str, _resolve: Resolve) -> Answers | None:
    """Every answer that is chosen already and leads by a margin, at once."""
    answers, clear = reading.answers, [q for q in reading.questions if q.bulk and q.chosen >= 0]
    for question in clear:
        told = answered(reading, question, Answer(question.choices[question.chosen], "", True, by, _now()))
        for judgment in told.judgments:
            if judgment not in reading.answers.judgments:
                answers = answers.judged(judgment)
    return answers if clear else None


def _back(reading: Reading, message: Mapping[str, Any], _by: str, _resolve: Resolve) -> Answers | None:
    """Without the judgment about a cell."""
    key, index = message.get("row"), message.get("column")
    judgment = steps_back(reading).get((key, index)) if isinstance(key, str) and isinstance(index, int) else None
    return reading.answers.without(judgment) if judgment else None


def steps_back(reading: Reading) -> dict[tuple[str, int], Judgment]:
    """The judgment that holds for each cell of which somebody has judged, by the key of the row and the column."""
    if not reading.answers.judgments:
        return {}
    headings = [column.heading for column in reading.columns]
    names = [column_name(headings, index) for index in range(len(headings))]
    alone = {(j.row, j.column): j for j in reading.answers.judgments if j.scope != BULK}
    everywhere = {
        (j.column, j.text.rpartition(PART)[0] or j.text): j for j in reading.answers.judgments if j.scope == BULK
    }
    columns = {j.column for j in reading.answers.judgments}
    found = {}
    for row in reading.rows:
        for index, name in enumerate(names):
            text = row.cells[index].written
            own = alone.get((row.key, name)) if name in columns else None
            about = own.text.rpartition(PART)[0] or own.text if own else ""
            own = own if text in ("", about) else None  # an empty cell may be one that the cell above fills
            judgment = own or everywhere.get((name, text)) if name in columns else None
            if judgment:
                found[row.key, index] = judgment
    return found


def _role(reading: Reading, message: Mapping[str, Any], _by: str, _resolve: Resolve) -> Answers | None:
    index, role = message.get("column"), message.get("role")
    if not isinstance(index, int) or not 0 <= index < len(reading.columns) or role not in tuple(Role):
        return None
    return reading.answers.with_role(index, Role(role))


def _order(reading: Reading, message: Mapping[str, Any], _by: str, _resolve: Resolve) -> Answers | None:
    index, order = message.get("column"), message.get("order")
    if not isinstance(index, int) or not 0 <= index < len(reading.columns) or order not in tuple(Order):
        return None
    return reading.answers.with_order(index, Order(order)) if reading.columns[index].role in DATES else None


def _also(reading: Reading, message: Mapping[str, Any], by: str, _resolve: Resolve) -> Answers | None:
    """A title, a traveller, a source of the reader's own."""
    question = next((q for q in reading.also if q.key == message.get("about")), None)
    text = message.get("text")
    if question is None or not isinstance(text, str) or not text.strip():
        return None
    words = " ".join(text.split())[:MOST_TYPED]
    return answered(reading, question, Answer(Choice(words, words), by=by, when=_now()))


_DOES: dict[str, Callable[[Reading, Mapping[str, Any], str, Resolve], Answers | None]] = {
    "answer": _answer,
    "typed": _typed,
    "accept": _accept,
    "back": _back,
    "role": _role,
    "order": _order,
    "also": _also,
}
