"""A table that is written in the page: a grid of cells, empty at first, or with those of a table that was brought."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from mapapp import foreign
from mapapp.exports.template import COLUMNS
from mapapp.foreign import Answers, Reading
from mapapp.message import tr
from mapapp.ui.new_tour import session
from mapapp.ui.new_tour.session import Stage, Work
from mapapp.ui.text import plain, sentence
from mapapp.words.language import Words

_GRID = "new_tour_grid"  # the headings, the rows and the answers from which the grid was opened
NAME = tr("Table")
_BLANK = 5  # rows


def is_open() -> bool:
    """Whether the reader is writing a table."""
    return _GRID in st.session_state


def open_(words: Words) -> None:
    """Open an empty grid, with headings in the language of its reader; a callback of buttons."""
    _open(words.said(COLUMNS), [[""] * len(COLUMNS) for _ in range(_BLANK)], Answers(), words.say(NAME))


def open_with(reading: Reading, name: str) -> None:
    """Open a grid with the cells of a table that was read; a callback of buttons."""
    headings = [column.heading or tr("Column {number}", number=str(column.index + 1)) for column in reading.columns]
    rows = [[cell.written for cell in row.cells] for row in reading.rows]
    said = replace(
        reading.answers,
        sheet="",
        heading=1,
        title=reading.title,
        roles=tuple((column.index, column.role) for column in reading.columns),
        source=next((q.choices[0].value for q in reading.also if q.key == "source"), ""),
        traveller=reading.answers.traveller,
    )
    _open(headings, rows, said, name)
    session.go(Stage.BRING)


def _open(headings: Sequence[str], rows: list[list[str]], answers: Answers, name: str) -> None:
    unique: list[str] = []
    for heading in headings:
        unique.append(heading if heading not in unique else f"{heading} ({len(unique) + 1})")
    st.session_state[_GRID] = (unique, rows, answers, name)
    st.session_state.pop("nt_grid", None)


def draw(words: Words) -> None:
    """Draw the grid."""
    headings, rows, answers, name = st.session_state[_GRID]
    data: dict[str, list[str]] = {h: [row[i] for row in rows] for i, h in enumerate(headings)}
    config = {h: st.column_config.TextColumn(plain(h)) for h in headings}
    written: Any = st.data_editor(
        data, key="nt_grid", num_rows="dynamic", column_config=config, hide_index=True, width="stretch"
    )
    with st.container(key="nt_grid_foot", horizontal=True):
        args = (headings, written, answers, name)
        label = plain(tr("Check what was read"), words)
        st.button(label, key="nt_grid_check", type="primary", on_click=_check, args=args)
        back = plain(tr("Back to the other ways"), words)
        st.button(back, key="nt_grid_back", type="tertiary", on_click=_close)
    said = words.say(tr("Cells can also be pasted into the grid from a spreadsheet."))
    st.html(f"<p class='quiet'>{escape(said)}</p>")


def _close() -> None:
    st.session_state.pop(_GRID, None)


def _check(headings: Sequence[str], written: Mapping[str, Sequence[object]], answers: Answers, name: str) -> None:
    columns = [list(written[heading]) for heading in headings]
    rows = [[str(cell or "") for cell in cells] for cells in zip(*columns, strict=True)]
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        session.say(tr("The table is empty. Write a row with a date and a place."))
        return
    data = as_csv(headings, rows)
    try:
        foreign.offers(data, name)
    except foreign.ForeignError as error:
        session.say(sentence(error))
        return
    st.session_state[_GRID] = (list(headings), rows, answers, name)
    session.begin(Work(name, data, replace(answers, heading=1)))


def as_csv(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """The bytes of a table, as a file that is brought."""
    out = io.StringIO()
    csv.writer(out).writerows([headings, *rows])
    return out.getvalue().encode()
