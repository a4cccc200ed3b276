"""The page "Places": every name of the tour, what it stands for, how sure that is, and the choice of another place."""

from functools import partial
from html import escape
from pathlib import Path

import streamlit as st

from mapapp import assembly
from mapapp.drafts import shelf
from mapapp.drafts.names import Entry, State, changed_cells, correctable, corrected_file, entries
from mapapp.tables.edits import Correction
from mapapp.ui import address, corrected, menu, place_entry, share, who
from mapapp.ui.text import plain
from mapapp.view import View
from mapapp.viewer import Viewer

_STYLE = (Path(__file__).parent / "places.css").read_text(encoding="utf-8")
_AT_ONCE = 25  # names; more are shown on request, so that a tour of thousands opens at once
_SHOWN = "places_shown"
_ALL, _OPEN, _CHANGED = "All names", "Needs attention", "Changed by you"


def show() -> None:
    """Draw the page for the tour in the address."""
    st.html(f"<style>{_STYLE}</style>")
    _page()


@st.fragment  # a choice runs this part again, without choosing the page and its style anew
def _page() -> None:
    viewer = who.viewer()
    view = address.current(viewer)
    read = corrected.loaded(view.tour, viewer)
    listed = entries(read.names, assembly.loaded(view.tour, viewer).names, corrected.made(view.tour))
    menu.entitle("Places", read.tour.title)
    with st.container(key="places", gap="small"):
        with st.container(key="top", horizontal=True, vertical_alignment="center"):
            menu.draw(view)
            share.button(read.tour, view, viewer, "places")
        _head(view.tour, read.tour.title, listed, viewer)
        for words in address.notices():
            st.info(plain(words))
        _changes(view.tour, [entry for entry in listed if entry.correction], viewer)
        _list(view, _filtered(listed))
    address.write(view)


def _head(tour: str, title: str, listed: list[Entry], viewer: Viewer) -> None:
    states = [entry.state for entry in listed]
    counts = [f"{states.count(state)} {state}" for state in State if state in states and state is not State.SURE]
    names = "One name" if len(listed) == 1 else f"{len(listed)} names"
    words = f"{names}, of which {', '.join(counts)}." if counts else f"{names}, all of them sure."
    st.html(f"<h1>Places</h1><p>{escape(title)}: {words if listed else 'no place is named.'}</p>")
    address.choose_tour(tour, viewer)


def _changes(tour: str, changed: list[Entry], viewer: Viewer) -> None:
    """What the reader chose, the way back, and the files with the choices in them."""
    if not changed:
        return
    with st.container(key="changes", border=True):
        corrected.draw_notice(tour)
        path, _ = shelf.origin(tour, viewer)
        files = dict.fromkeys(entry.now.file for entry in changed)
        here = [file for file in files if correctable(path, file)]
        with st.container(horizontal=True):
            for file in here:
                content = partial(corrected_file, path, file, corrected.made(tour))
                label = f"Download the corrected {file}"
                st.download_button(plain(label), content, file, "text/csv", key=f"download_{file}", on_click="ignore")
        if here:
            st.html(
                "<p>Put a downloaded file in the place of the old one, and everybody sees the tour so. "
                "Only these cells differ:</p>"
            )
            _listed([f"{file}: {changed_cells(changed, file)}" for file in here])
        by_hand = [made for entry in changed if (made := entry.correction) and made.file not in here]
        if by_hand:
            st.html(f"<p>For everybody to see the tour so, write into {escape(path.name)}:</p>")
            _listed([f"{made.file}, line {made.line}: {_cells(made)}" for made in by_hand])


def _cells(made: Correction) -> str:
    """The cells of a correction, for somebody who writes them."""
    return "; ".join(f"{column}: {text or 'empty'}" for column, text in made.cells.items())


def _listed(lines: list[str]) -> None:
    st.html(f'<ul class="changes">{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul>')


def _filtered(listed: list[Entry]) -> list[Entry]:
    """The entries that the filter leaves. What was chosen stays among those that need attention, under the hand."""
    left = {
        _ALL: listed,
        _OPEN: [entry for entry in listed if entry.needs_attention or entry.correction],
        _CHANGED: [entry for entry in listed if entry.correction],
    }
    counts = {name: len(found) for name, found in left.items()}
    counts[_OPEN] = sum(entry.needs_attention and not entry.correction for entry in listed)
    options = [name for name, found in left.items() if found or name == _ALL]
    if len(options) == 1:
        return listed
    chosen = st.segmented_control(
        "Show", options, format_func=lambda name: plain(f"{name} · {counts[name]}"), default=_ALL, key="places_filter"
    )
    return left[chosen or _ALL]


def _list(view: View, listed: list[Entry]) -> None:
    shown = st.session_state.get(_SHOWN, _AT_ONCE)
    for entry in listed[:shown]:
        place_entry.draw(view, entry)
    if len(listed) > shown:
        st.button(plain(f"Show more of the {len(listed)} names"), key="more_places", on_click=_show_more)


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, _AT_ONCE) + _AT_ONCE
