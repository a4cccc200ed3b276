"""The corrections of this session, and the tour as they make it. Other sessions see the tour as its files have it."""

from html import escape
from pathlib import Path

import streamlit as st

from mapapp import assembly
from mapapp.catalogue.tours import LoadedTour
from mapapp.drafts import shelf
from mapapp.message import plural, tr
from mapapp.tables.edits import Correction
from mapapp.ui.text import plain
from mapapp.view import View
from mapapp.viewer import Viewer
from mapapp.words.language import Words

_STATE = "corrections"
_STYLE = (Path(__file__).parent / "corrected.css").read_text(encoding="utf-8")


def made(tour: str) -> tuple[Correction, ...]:
    """The corrections to the tour with that id."""
    kept: dict[str, tuple[Correction, ...]] = st.session_state.get(_STATE, {})
    return kept.get(tour, ())


def loaded(tour: str, viewer: Viewer) -> LoadedTour:
    """The tour as the viewer may see it, with the corrections of this session.

    A correction whose cell says something else by now is dropped.
    """
    asked = made(tour)
    read = assembly.loaded(shelf.corrected(tour, asked), viewer)
    if not asked:
        return read
    cells = {(name.file, name.row, name.column, name.cell) for name in read.names}
    fitting = tuple(c for c in asked if (c.file, c.row, c.column, c.becomes) in cells)
    if fitting == asked:
        return read
    _keep(tour, fitting)
    return assembly.loaded(shelf.corrected(tour, fitting), viewer)


def seen(view: View, viewer: Viewer) -> LoadedTour:
    """The tour of a view as `loaded` gives it, with what it is compared with."""
    return assembly.compared(loaded(view.tour, viewer), view, viewer)


def put(tour: str, earlier: Correction | None, correction: Correction) -> None:
    """Add a correction, in the place of an earlier one to the same cell if there is one."""
    _keep(tour, (*(c for c in made(tour) if c != earlier), correction))


def take_back(tour: str, correction: Correction | None = None) -> None:
    """Drop a correction, or all of them; a callback of buttons."""
    _keep(tour, tuple(c for c in made(tour) if correction and c != correction))


def draw_notice(tour: str, words: Words) -> None:
    """Where the tour is shown with corrections: a sentence that says so, and the way back."""
    count = len(made(tour))
    if not count:
        return
    said = plural(
        count,
        "One place is shown as you chose on the page Places. Only you see this, and only until you close the page.",
        "{n} places are shown as you chose on the page Places. Only you see this, and only until you close the page.",
    )
    with st.container(key="corrected", gap="xsmall"):
        st.html(f'<style>{_STYLE}</style><p class="corrected">{escape(words.say(said))}</p>')
        back = plain(tr("Show the tour as its files have it"), words)
        st.button(back, key="take_back_all", type="tertiary", on_click=take_back, args=(tour,))


def _keep(tour: str, corrections: tuple[Correction, ...]) -> None:
    st.session_state[_STATE] = st.session_state.get(_STATE, {}) | {tour: corrections}
