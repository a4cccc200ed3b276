"""What the review in the page is told of a reading, as JSON-able data. The form is that of ``told.d.ts``.

All words of the table travel as JSON, and enter the page through ``textContent``.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from mapapp.dates.partial import Order
from mapapp.errors import clipped
from mapapp.foreign import Column, Question, Reading, Role, Row, RowState
from mapapp.foreign.answers import BULK, NOWHERE, Judgment
from mapapp.foreign.asking import CENTURY, ORDER, PEOPLE, STATUS, YEAR
from mapapp.foreign.records import DATES
from mapapp.message import series, tr
from mapapp.terms import term
from mapapp.tour import Status
from mapapp.ui.new_tour.judging import may_be_for_all, steps_back
from mapapp.words import terms
from mapapp.words.language import ENGLISH, Words

_ISO = re.compile(r"\d{4}-\d\d-\d\d")  # how cells that hold a date are written out
_WEEKDAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*day\b")
LONGEST = 600  # characters of a cell that the page shows; the whole cell stays in the tour
_STATES = {RowState.READ: "read", RowState.NEEDS_YOU: "needs", RowState.LEFT_OUT: "out"}
ROLE_WORDS = {Role.DAY: tr("date"), Role.NOTES: tr("summary")}  # shorter than those that files use
_STATUSES = {status.value for status in Status}
_WHOLE = (ORDER, YEAR, CENTURY, PEOPLE)  # asked once for a column, and answered for all of it
ALSO_WORDS = {"title": tr("Title"), "traveller": tr("Traveller"), "source": tr("Source")}


def told(reading: Reading, undoable: int, words: Words = ENGLISH) -> dict[str, Any]:
    """The message for a reading. ``undoable`` is how many answers can be taken back."""
    judged, says = steps_back(reading), partial(_read, words=words)
    return {
        "columns": [_column(column) for column in reading.columns],
        "roles": [[role.value, role_words(role)] for role in Role],
        "rows": _rows(reading, judged, says),
        "questions": {question.key: _question(question) for question in open_questions(reading)},
        "counts": {
            "rows": reading.counts.rows,
            "read": reading.counts.read,
            "needs": reading.counts.needs_you,
            "out": reading.counts.left_out,
        },
        "facets": [list(pair) for pair in reading.counts.facets],
        "clear": sum(1 for question in open_questions(reading) if question.bulk),
        "also": [[q.key, ALSO_WORDS.get(q.key, q.key), q.choices[0].words] for q in reading.also],
        "undoable": undoable,
    }


def open_questions(reading: Reading) -> list[Question]:
    """The questions about rows that are not left out."""
    out = {row.key for row in reading.rows if row.state == RowState.LEFT_OUT}
    return [question for question in reading.questions if not question.rows or not out.issuperset(question.rows)]


def role_words(role: Role) -> str:
    """What a role is called in the page."""
    return ROLE_WORDS.get(role) or term(role.value)


def _column(column: Column) -> dict[str, Any]:
    said = [role_words(column.role)]
    if column.order in (Order.DAY_FIRST, Order.MONTH_FIRST) and column.role in DATES:
        said.append(term(column.order))
    return {
        "index": column.index,
        "heading": clipped(column.heading, 80),
        "role": column.role.value,
        "words": series(said),
        "sure": column.sure,
        "fits": round(100 * column.fits),
        "samples": [clipped(sample, 60) for sample in column.samples],
        "order": column.order.value if column.order else "",
        "dated": column.role in DATES,
        "said": column.said,
    }


def _rows(
    reading: Reading, judged: Mapping[tuple[str, int], Judgment], says: Callable[..., str]
) -> list[dict[str, Any]]:
    """The rows; one that goes on at the stop of the row above it says so."""
    untitled = all(column.role != Role.TITLE for column in reading.columns)  # what happens is made of who was met
    stays = {key: stop.visit for stop in reading.tour.stops for key in stop.keys}
    events = {happening.line: happening.event for happening in reading.tour.events}
    made: list[dict[str, Any]] = []
    before: tuple[int, ...] = ()
    for row in reading.rows:
        visit, event = stays.get(row.key), events.get(row.line)
        status = (event or visit).status if event or visit else Status.HELD  # type: ignore[union-attr]
        title = event.title if event and untitled else ""
        made.append({
            "key": row.key,
            "line": row.line,
            "state": _STATES[row.state],
            "reason": row.reason,
            "facet": row.facet,
            "stops": list(row.stops),
            "same": bool(row.stops) and row.stops == before,
            "status": status.value,
            "mark": event.id if event else visit.id if visit else "",
            "cells": [_cell(reading, row, at, judged, says(reading, row, at, title)) for at in range(len(row.cells))],
        })  # fmt: skip
        before = row.stops or before
    return made


def _read(reading: Reading, row: Row, index: int, title: str, *, words: Words) -> str:
    """What was read of a cell, in the language of the reader; of a date in English, the day of the week is short.

    Said here, where it is seen whether the cell says the same: a Russian reads "Москва" and is told "Москва, Россия".
    """
    cell, role = row.cells[index], reading.columns[index].role
    if role == Role.PEOPLE and title and cell.written:
        return title
    if role == Role.STATUS:
        return words.say(terms.status(cell.read))
    return _WEEKDAY.sub(r"\1", words.heading(cell.when)) if cell.when else words.say(cell.read)


def _cell(
    reading: Reading, row: Row, index: int, judged: Mapping[tuple[str, int], Judgment], read: str
) -> dict[str, Any]:
    """A cell without what is empty.

    ``same``: what is written says the same in other letters, and need not stand there twice. ``sure`` is a place that
    nobody need look at, ``yours`` what was judged of it.
    """
    cell, role = row.cells[index], reading.columns[index].role
    made: dict[str, Any] = {"w": clipped(cell.written, LONGEST)}
    if read and read != cell.written:
        made["r"] = read if len(read) <= LONGEST else clipped(read, LONGEST)  # which knows no marks of ours
        if (role in DATES and _ISO.fullmatch(cell.written)) or read.startswith(f"{cell.written}, "):
            made["same"] = True
    if cell.question and row.state != RowState.LEFT_OUT:
        made["q"] = cell.question
    judgment = judged.get((row.key, index))
    if judgment:
        made["yours"] = "all" if judgment.scope == BULK else "one"
    elif role == Role.PLACE and cell.read and not cell.question and row.state != RowState.LEFT_OUT:
        made["sure"] = True
    return made


def _question(question: Question) -> dict[str, Any]:
    status = question.facet == STATUS
    return {
        "sentence": tr("“{text}”: show as", text=clipped(question.text, 60)) if status else question.sentence,
        "facet": question.facet,
        "choices": [
            [
                terms.status(choice.value) if status and choice.value in _STATUSES else choice.words,
                round(100 * choice.share) if choice.place else 0,
                may_be_for_all(question, choice),
            ]
            for choice in question.choices
        ],
        "chosen": question.chosen,
        "count": question.count,
        "places": any(choice.place for choice in question.choices) or _asks_a_place(question),
        "whole": question.facet in _WHOLE,
    }


def _asks_a_place(question: Question) -> bool:
    return any(choice.value == NOWHERE for choice in question.choices)
