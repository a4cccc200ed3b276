"""The page "Places": every name of the tour, what it stands for, how sure that is, and the choice of another place."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path

import streamlit as st

from mapapp import assembly
from mapapp.catalogue.listing import public_tours
from mapapp.drafts import editing, shelf
from mapapp.drafts.names import Entry, State, changed_cells, correctable, corrected_file, entries
from mapapp.message import Message, in_context, plural, series, tr
from mapapp.tables.edits import Correction
from mapapp.ui import address, corrected, edit_state, language, menu, place_entry, share, who
from mapapp.ui.text import plain
from mapapp.view import View
from mapapp.viewer import Viewer
from mapapp.words.language import Words

_STYLE = (Path(__file__).parent / "places.css").read_text(encoding="utf-8")
_AT_ONCE = 25  # names; more are shown on request, so that a tour of thousands opens at once
_SHOWN = "places_shown"
_SAID = "places_said"  # what came of saving
_ALL, _OPEN, _CHANGED = tr("All names"), tr("Needs attention"), tr("Changed by you")


def show() -> None:
    """Draw the page for the tour in the address."""
    st.html(f"<style>{_STYLE}</style>")
    _page()


@st.fragment  # a choice runs this part again, without choosing the page and its style anew
def _page() -> None:
    viewer = who.viewer()
    view = address.current(viewer)
    words = language.spoken(view)
    read = corrected.loaded(view.tour, viewer)
    listed = entries(read.names, assembly.loaded(view.tour, viewer).names, corrected.made(view.tour))
    menu.entitle(words, tr("Places"), read.tour.title)
    with st.container(key="places", gap="small"):
        with st.container(key="top", horizontal=True, vertical_alignment="center"):
            menu.draw(view, words)
            share.button(replace(view, tour=read.tour.id), viewer, words, "places")
        _head(view.tour, read.tour.title, listed, viewer, words)
        for said in (*address.notices(), *filter(None, [st.session_state.pop(_SAID, "")])):
            st.info(plain(said, words))
        _changes(view.tour, [entry for entry in listed if entry.correction], viewer, words)
        _list(view, _filtered(listed, words), viewer, words)
    address.write(view)


def _head(tour: str, title: str, listed: list[Entry], viewer: Viewer, words: Words) -> None:
    states = [entry.state for entry in listed]
    counts = [told(states.count(state)) for state, told in _COUNTED.items() if state in states]
    names = plural(len(listed), "One name", "{n} names")
    said = tr("{tour}: {names}, all of them sure.", tour=title, names=names)
    if counts:
        said = tr("{tour}: {names}, of which {counts}.", tour=title, names=names, counts=series(counts))
    if not listed:
        said = tr("{tour}: no place is named.", tour=title)
    st.html(f"<h1>{escape(words.say(tr('Places')))}</h1><p>{escape(words.say(said))}</p>")
    address.choose_tour(tour, viewer, words)


_COUNTED: dict[State, Callable[[int], Message]] = {
    State.UNKNOWN: lambda n: plural(n, "{n} unknown", "{n} unknown"),
    State.AMBIGUOUS: lambda n: plural(n, "{n} ambiguous", "{n} ambiguous"),
    State.DOUBT: lambda n: plural(n, "{n} in doubt", "{n} in doubt"),
}


def _changes(tour: str, changed: list[Entry], viewer: Viewer, words: Words) -> None:
    """What the reader chose, the way back, and the files with the choices in them."""
    if not changed:
        return
    with st.container(key="changes", border=True):
        corrected.draw_notice(tour, words)
        if viewer.writes and tour not in public_tours():
            label = plain(tr("Save in the tour"), words)
            st.button(label, key="places_save", type="primary", on_click=_save, args=(tour,))
            said = tr("It becomes a new version of the tour. Everybody sees it when you publish that.")
            st.html(f"<p>{escape(words.say(said))}</p>")
            return
        path, _ = shelf.origin(tour, viewer)
        files = dict.fromkeys(entry.now.file for entry in changed)
        here = [file for file in files if correctable(path, file)]
        with st.container(horizontal=True):
            for file in here:
                content = partial(corrected_file, path, file, corrected.made(tour))
                label = plain(tr("Download the corrected {file}", file=file), words)
                st.download_button(label, content, file, "text/csv", key=f"download_{file}", on_click="ignore")
        if here:
            said = tr(
                "Put a downloaded file in the place of the old one, and everybody sees the tour so. "
                "Only these cells differ:"
            )
            st.html(f"<p>{escape(words.say(said))}</p>")
            _listed([series((file, changed_cells(changed, file)), ": ") for file in here], words)
        by_hand = [made for entry in changed if (made := entry.correction) and made.file not in here]
        if by_hand:
            said = tr("For everybody to see the tour so, write into {file}:", file=path.name)
            st.html(f"<p>{escape(words.say(said))}</p>")
            lines = [
                tr("{file}, line {line}: {cells}", file=m.file, line=str(m.line), cells=_cells(m)) for m in by_hand
            ]
            _listed(lines, words)


def _save(tour: str) -> None:
    """Write the choices into the tour of the library; those that could not be kept stay open in the editor."""
    edit_state.change(tour, editing.with_corrections(edit_state.of(tour).contents, corrected.made(tour)))
    edit_state.save(tour)
    st.session_state[_SAID] = edit_state.said()
    if not edit_state.of(tour).unsaved:
        corrected.take_back(tour)


def _cells(made: Correction) -> Message:
    """The cells of a correction, for somebody who writes them."""
    return series((series((column, text or tr("empty")), ": ") for column, text in made.cells.items()), "; ")


def _listed(lines: Iterable[str], words: Words) -> None:
    st.html(f'<ul class="changes">{"".join(f"<li>{escape(words.say(line))}</li>" for line in lines)}</ul>')


def _filtered(listed: list[Entry], words: Words) -> list[Entry]:
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
        plain(in_context("which rows", "Show"), words),
        options,
        format_func=lambda name: plain(series((name, str(counts[name])), " · "), words),
        default=_ALL,
        key="places_filter",
    )
    return left[chosen or _ALL]


def _list(view: View, listed: list[Entry], viewer: Viewer, words: Words) -> None:
    shown = st.session_state.get(_SHOWN, _AT_ONCE)
    for entry in listed[:shown]:
        place_entry.draw(view, entry, words, edits=viewer.writes)
    if len(listed) > shown:
        label = plain(tr("Show more of the {n} names", n=len(listed)), words)
        st.button(label, key="more_places", on_click=_show_more)


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, _AT_ONCE) + _AT_ONCE
