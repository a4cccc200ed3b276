"""A grid for each table of the tour, for many cells at once."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from mapapp.drafts import editing, scenes, sheets
from mapapp.errors import Problem
from mapapp.message import Message, series, tr
from mapapp.tables.grid import Table
from mapapp.ui import edit_state
from mapapp.ui.text import labels, plain
from mapapp.words import columns
from mapapp.words.language import ENGLISH, Words

_BASES = "edit_grid_bases"  # the table with which a grid began, by its key: what is edited is told relative to it
_SHOWN = 20  # problems


def draw(tour: str, words: Words) -> None:
    """Draw the grid of the table that is chosen, and below it what is wrong in it."""
    file = st.segmented_control(
        plain(tr("Table"), words),
        list(columns.TABLES),
        default="visits.csv",
        format_func=labels(columns.TABLES.__getitem__, words),
        key="edit_table",
        label_visibility="collapsed",
    )
    if not file:
        return
    if file == scenes.FILE and not sheets.table(edit_state.of(tour).contents, file).rows:
        st.button(plain(tr("Write down the scenes that the stops give"), words), on_click=_begin_story, args=(tour,))
    key = f"edit_grid_{tour}_{file}_{edit_state.revision()}_{words.language}"
    bases: dict[str, Table] = st.session_state.setdefault(_BASES, {})
    if key not in bases:
        bases.clear()
        bases[key] = sheets.table(edit_state.of(tour).contents, file)
    found = bases[key]
    base = full(found, file)

    def changed() -> None:
        new = edited(base, st.session_state[key], len(found.columns), words)
        edit_state.change(tour, editing.with_table(edit_state.of(tour).contents, file, new), anew=False)

    _grid(base, key, changed, words)
    _wrong(tour, file, words)


def _grid(base: Table, key: str, changed: Callable[[], None], words: Words) -> None:
    every = {name: [row[i] for row in base.rows] for i, name in enumerate(base.columns)}
    st.data_editor(
        counted_from_one(pa.table({name: grid_cells(name, cells, words) for name, cells in every.items()})),
        key=key,
        num_rows="dynamic",
        column_config=_headed(every, words),
        hide_index=False,
        on_change=changed,
        height=420,
        width="stretch",
    )


def counted_from_one(found: pa.Table) -> pa.Table:
    """The table with rows that people count, as the sentences on what is wrong do; Streamlit counts from 0."""
    rows = {"kind": "range", "name": None, "start": 1, "stop": found.num_rows + 1, "step": 1}
    told = {"index_columns": [rows], "column_indexes": [], "columns": []}
    return found.replace_schema_metadata({"pandas": json.dumps(told)})


def grid_cells(column: str, cells: Sequence[str], words: Words) -> pa.StringArray:
    """The cells of a column as the grid shows them: texts, even where there are none to tell it; no empty choice."""
    chosen = bool(columns.choices(column))
    shown = [(cell or None) if chosen else columns.shown(column, cell, words) for cell in cells]
    return pa.array(shown, pa.string())


def _headed(every: Mapping[str, Sequence[str]], words: Words) -> dict[str, Any]:
    """Each column under its heading. Cells of few choices show them in words and hold what the file says."""
    configured: dict[str, Any] = {}
    for column, cells in every.items():
        label, named = plain(columns.heading(column), words), plain(tr("In the file: {column}", column=column), words)
        if not (said := columns.choices(column)):
            configured[column] = st.column_config.TextColumn(label, help=named)
            continue
        words_of = partial(_said, said, words)
        options = list(dict.fromkeys((*said, *filter(None, cells))))
        configured[column] = st.column_config.SelectboxColumn(label, help=named, options=options, format_func=words_of)
    return configured


def _said(choices: Mapping[str, str], words: Words, cell: object) -> str:
    return words.say(choices.get(str(cell), str(cell)))


def _begin_story(tour: str) -> None:
    contents = edit_state.of(tour).contents
    edit_state.change(tour, scenes.with_scenes_of_stops(contents, edit_state.read(tour).tour))


def full(found: Table, file: str) -> Table:
    """The table with all columns that it may have, those that it has first."""
    more = tuple(name for name in sheets.columns_of(file) if name not in found.columns)
    return Table((*found.columns, *more), tuple((*row, *[""] * len(more)) for row in found.rows))


def edited(base: Table, told: dict[str, Any], own: int, words: Words = ENGLISH) -> Table:
    """The table after all that was edited in its grid since it began. A new row gets an id of its own.

    ``own`` is the number of columns that its file has; of the others those that nobody has filled stay away.
    """
    now = base
    for row, cells in told.get("edited_rows", {}).items():
        now = now.written(int(row), {name: _cell(name, said, words) for name, said in cells.items()})
    gone = set(told.get("deleted_rows", ()))
    now = Table(now.columns, tuple(row for number, row in enumerate(now.rows) if number not in gone))
    for cells in told.get("added_rows", ()):
        said = {name: _cell(name, text, words) for name, text in cells.items() if name in now.columns}
        if "id" in now.columns and not said.get("id"):
            said["id"] = editing.free_id(now, "row")
        now = now.added(said, len(now.rows))
    used = [i for i, name in enumerate(now.columns) if i < own or any(row[i] for row in now.rows)]
    return Table(tuple(now.columns[i] for i in used), tuple(tuple(row[i] for i in used) for row in now.rows))


def _cell(column: str, said: object, words: Words) -> str:
    return "" if said is None else columns.stored(column, " ".join(str(said).split()), words)


def _told(row: int, problem: Problem) -> Message:
    where = tr("Row {row}", row=str(row + 1)) if row >= 0 else tr("The table")
    return series((series((where, columns.heading(problem.column))), problem.sentence), ": ")


def _wrong(tour: str, file: str, words: Words) -> None:
    found = [
        (row, problem)
        for (where, row), problems in edit_state.problems(tour).items()
        if where == file
        for problem in problems
    ]
    if not found:
        st.html(f"<p class='quiet'>{escape(words.say(tr('Nothing is wrong in this table.')))}</p>")
        return
    items = "".join(f"<li>{escape(words.say(_told(row, problem)))}</li>" for row, problem in sorted(found)[:_SHOWN])
    st.html(f'<ul class="wrong" role="status">{items}</ul>')
