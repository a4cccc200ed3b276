"""The versions of a tour: who saved what when, what differs between two, and the way back."""

import datetime as dt
from html import escape

import streamlit as st

from mapapp import library
from mapapp.drafts.differences import Difference, differences
from mapapp.drafts.sheets import Contents
from mapapp.errors import clipped, counted
from mapapp.ui import edit_state
from mapapp.ui.text import plain

_NOW = 0  # stands for what is open and not saved yet
_SHOWN = 200  # rows that differ


def draw(tour: str) -> None:
    """Draw the list of versions, and two of them beside each other."""
    versions = library.versions(tour)
    words = {version.number: _words(version) for version in versions} | {_NOW: "what is open here"}
    open_ = [_NOW] if edit_state.of(tour).unsaved else []
    numbers = [*open_, *(version.number for version in versions)]

    def name(number: int) -> str:
        return words[number]

    with st.container(horizontal=True):
        after = st.selectbox("Compare", numbers, 0, name, key=f"edit_after_{numbers[0]}_{len(numbers)}")
        before = st.selectbox(
            "with", numbers, min(1, len(numbers) - 1), name, key=f"edit_before_{numbers[0]}_{len(numbers)}"
        )
    if after is None or before is None:
        return
    st.html(_told(differences(_contents(tour, before), _contents(tour, after))))
    if before != _NOW and before != edit_state.of(tour).began_from:
        label = plain(f"Open version {before} again")
        st.button(label, key="edit_restore", on_click=edit_state.restore, args=(tour, before))


def _contents(tour: str, number: int) -> Contents:
    return library.contents(tour, number) if number != _NOW else edit_state.of(tour).contents


def _words(version: library.Version) -> str:
    by = f" by {clipped(version.by, 40)}" if version.by else ""
    note = f", {clipped(version.note, 60)}" if version.note else ""
    return f"Version {version.number}, {_moment(version.saved)}{by}{note}"


def _moment(saved: dt.datetime) -> str:
    return f"{saved.day} {saved:%B %Y, %H:%M} UTC"


def _told(found: tuple[Difference, ...]) -> str:
    """What differs, as a table. Every text is escaped."""
    if not found:
        return "<p class='quiet'>The two are the same.</p>"
    rows = "".join(map(_row, found[:_SHOWN]))
    more = f"<p>{escape(counted(len(found) - _SHOWN, 'more row'))} not listed.</p>" if len(found) > _SHOWN else ""
    count = "One row differs." if len(found) == 1 else f"{len(found)} rows differ."
    return f"<p>{count}</p><div class='differences'>{rows}</div>{more}"


def _row(difference: Difference) -> str:
    head = escape(" ".join(filter(None, (difference.file, clipped(difference.key, 60)))))
    cells = "".join(
        f"<div><dt>{escape(column)}</dt><dd>{_cell(before, 'del')}{_cell(after, 'ins')}</dd></div>"
        for column, before, after in difference.cells
    )
    kind = f"<span>{difference.kind}</span>"
    return f"<section class='is-{difference.kind}'><h3>{head} {kind}</h3><dl>{cells}</dl></section>"


def _cell(text: str, mark: str) -> str:
    return f"<{mark}>{escape(clipped(text, 300))}</{mark}> " if text else ""
