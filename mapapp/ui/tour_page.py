"""The main page: a panel with title, filters and events, and the map."""

import time
from dataclasses import replace

import streamlit as st

from mapapp.message import lacks, plural, tr
from mapapp.selection import Selection, choose
from mapapp.tour import Tour
from mapapp.ui import address, compare, corrected, figures, filters, frame, language, menu, problems, share, who
from mapapp.ui.text import plain
from mapapp.view import View
from mapapp.viewer import Viewer
from mapapp.words.language import Words
from mapapp.words.untold import markup_in, summary

# Seconds by which the map goes before the panel. What reaches the browser within 10 ms is drawn in one go; and on a
# first visit the many scripts of the panel's widgets would come together with those of the map.
HEAD_START, FIRST_START = 0.04, 0.2


@st.fragment  # a filter runs only this again, without choosing the page anew
def show() -> None:
    """Draw the page for the view in the address."""
    first = address.ENTRIES not in st.session_state
    viewer = who.viewer()
    view = address.current(viewer)
    if record := frame.editing():
        menu.go("edit", View(tour=view.tour, theme=view.theme, language=view.language, event=record))
    words = language.spoken(view)
    alone = corrected.loaded(view.tour, viewer).tour
    tour, found, _ = corrected.seen(view, viewer)
    view = address.sifted(tour, view)
    selection, edits = choose(tour, view), viewer.writes and not view.beside
    menu.entitle(words, tour.title, tr("Map"))
    with st.container(key="map_area"):
        frame.map_frame(tour, view, words, edits=edits)
    time.sleep(FIRST_START if first else HEAD_START)
    with st.container(key="panel", gap=None):
        with st.container(key="top", horizontal=True, vertical_alignment="center"):
            menu.draw(view, words)
            share.button(replace(view, tour=tour.id), viewer, words)
        _head(view.tour, tour, viewer, words)
        compare.choice(alone, view, viewer, words)
        corrected.draw_notice(view.tour, words)
        for said in address.notices():
            st.info(plain(said, words))
        offered = _filters(tour, view, selection, words)
        problems.draw(found, words)
        with st.container(key="events"):
            frame.event_list(tour, view, words, offered, edits=edits)
        compare.common(tour, view, words)
        figures.draw(tour, words)
        menu.link("in-words", tr("The map in words, and a walk by keyboard"), view, words)
    address.write(view)


def _head(id_: str, tour: Tour, viewer: Viewer, words: Words) -> None:
    if lacks(tour.title, words.language) and tour.language != words.language:
        st.html(f"<h1>{markup_in(tour, tour.title, words)}</h1>")
    else:
        st.title(plain(tour.title, words), anchor=False)
    if said := summary(tour, words):
        st.html(f"<p>{said}</p>")
    address.choose_tour(id_, viewer, words)


def _filters(tour: Tour, view: View, selection: Selection, words: Words) -> dict[str, list[str]]:
    st.toggle(plain(tr("Show filters"), words), key="show_filters")
    with st.container(key="filters", gap="small"):
        offered = filters.draw(tour, view, selection, words)
    total = len(tour.events)
    with st.container(key="found", gap=None):  # stays in sight, however long filters and list are
        if total and not selection.count:
            st.markdown(plain(tr("No event fits these filters. Take one away, or clear them all."), words))
        with st.container(key="count", horizontal=True, vertical_alignment="center"):
            every = plural(total, "{n} event", "{n} events")
            some = plural(total, "{some} of {n} event", "{some} of {n} events", some=selection.count)
            stays = plural(len(tour.visits), "{n} stay", "{n} stays")
            st.markdown(plain((some if view.filters else every) if total or not tour.visits else stays, words))
            if view.filters:
                st.button(plain(tr("Clear filters"), words), on_click=address.clear, type="tertiary", key="clear")
    return offered
