"""The stops or events of a tour as a list, with a pencil for each, and the one that is open as a form."""

from collections.abc import Mapping
from typing import NamedTuple, Self

import streamlit as st

from mapapp.drafts import editing, sheets
from mapapp.errors import MapappError, clipped
from mapapp.message import Message, PlaceName, plural, series, tr
from mapapp.place import pinned
from mapapp.tables.grid import Table
from mapapp.ui import edit_record, edit_state
from mapapp.ui.text import plain
from mapapp.when import When
from mapapp.words.language import Words

_AT_ONCE = 40  # records; more are shown on request
_SHOWN = "edit_list_shown"


class _Known(NamedTuple):
    """What was read of the stops, by their ids and by those of their travellers.

    ``travellers`` are names, none where a tour has one traveller: then no stop need say whose it is.
    """

    places: Mapping[str, str]
    travellers: Mapping[str, str]

    @classmethod
    def of(cls, tour: str) -> Self:
        """Of a tour that is being edited."""
        read = edit_state.read(tour).tour
        names = {id_: read.person[id_].name for id_ in read.travellers if id_ in read.person}
        places = {visit.id: visit.place.id for visit in read.visits}
        return cls(places, names if len(read.travellers) > 1 else {})


def draw(tour: str, file: str, words: Words) -> None:
    """Draw the list of a file's records, or the form of the one that is open."""
    chosen, row = edit_state.chosen()
    found = sheets.table(edit_state.of(tour).contents, file)
    if chosen == file and 0 <= row < len(found.rows):
        _record(tour, file, row, len(found.rows), words)
        return
    wrong, known = edit_state.problems(tour), _Known.of(tour)
    shown = st.session_state.get(_SHOWN, _AT_ONCE)
    with st.container(key="edit_list", gap=None):
        for number in range(min(shown, len(found.rows))):
            found_here = wrong.get((file, number), ())
            count = sum(not problem.remark for problem in found_here)
            mark = plural(count, "{n} problem", "{n} problems") if count else tr("to look at") if found_here else ""
            st.button(
                plain(series((_words(found, file, number, known, words), mark), " · "), words),
                key=f"edit_open_{file}_{number}",
                icon=":material/edit:",
                type="tertiary",
                on_click=edit_state.choose,
                args=(file, number),
            )
    if len(found.rows) > shown:
        st.button(plain(tr("Show more"), words), key="edit_more", on_click=_more)
    add = tr("Add an event") if file == "events.csv" else tr("Add a stop")
    st.button(plain(add, words), key="edit_add", on_click=_add, args=(tour, file, words))


def _more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, _AT_ONCE) + 5 * _AT_ONCE


def _words(found: Table, file: str, row: int, known: _Known, words: Words) -> Message:
    """A record in one line: its day, its place or title, of a stop whose it is where there are several travellers."""
    day = _day(found.cell(row, "arrival" if file == "visits.csv" else "when"))
    id_ = found.cell(row, "id")
    name, who = edit_state.said_cell(found, row, "title", words), ""
    if file == "visits.csv":
        told = found.cell(row, f"place@{words.language}")
        own = pinned(found.cell(row, "place"))[0]
        name = PlaceName.at(known.places.get(id_, ""), own, {words.language: told} if told else {})
        who = known.travellers.get(found.cell(row, "traveller"), "")
    return series((day, clipped(words.say(name) or id_, 120), clipped(words.say(who), 60)), " · ")


def _day(cell: str) -> When | str:
    """When it is, to be said as people do; what is no date as it stands."""
    try:
        return When.parse(cell)
    except MapappError:
        return clipped(cell, 60)


def _add(tour: str, file: str, words: Words) -> None:
    found = sheets.table(edit_state.of(tour).contents, file)
    last = found.cells(len(found.rows) - 1) if found.rows else {}
    alike = {column: last.get(column, "") for column in ("traveller", "visit", "source")}
    told = {"title": words.say(tr("New event"))} if file == "events.csv" else {"place": ""}
    edit_state.change(tour, editing.with_row(edit_state.of(tour).contents, file, alike | told, len(found.rows)))
    edit_state.choose(file, len(found.rows))


def _record(tour: str, file: str, row: int, count: int, words: Words) -> None:
    with st.container(key="edit_tools", horizontal=True, vertical_alignment="center"):
        icon = ":material/arrow_back:"
        back = plain(tr("Back to the list"), words)
        st.button(back, key="edit_back", type="tertiary", icon=icon, on_click=edit_state.choose)
        for name, label, to in (("Earlier", tr("Earlier"), row - 1), ("Later", tr("Later"), row + 1)):
            off = not 0 <= to < count
            key = f"edit_move_{name}"
            st.button(plain(label, words), key=key, disabled=off, on_click=_move, args=(tour, file, row, to))
        st.button(plain(tr("Remove"), words), key="edit_remove", on_click=_remove, args=(tour, file, row))
    with st.container(key="edit_form", gap="small"):
        edit_record.draw(tour, file, row, words)


def _move(tour: str, file: str, row: int, to: int) -> None:
    edit_state.change(tour, editing.moved(edit_state.of(tour).contents, file, row, to))
    edit_state.choose(file, to)


def _remove(tour: str, file: str, row: int) -> None:
    edit_state.change(tour, editing.without_row(edit_state.of(tour).contents, file, row))
    edit_state.choose()
    stop, event = tr("The stop is removed. Undo brings it back."), tr("The event is removed. Undo brings it back.")
    edit_state.say(stop if file == "visits.csv" else event)
