"""The main page: a panel with title, filters and events, and the map."""

import time

import streamlit as st

from mapapp.selection import Selection, choose
from mapapp.tour import Tour
from mapapp.ui import address, corrected, figures, filters, frame, menu, problems, share, who
from mapapp.ui.text import plain
from mapapp.view import View
from mapapp.viewer import Viewer

# Seconds by which the map goes before the panel. What reaches the browser within 10 ms is drawn in one go; and on a
# first visit the many scripts of the panel's widgets would come together with those of the map.
HEAD_START, FIRST_START = 0.04, 0.2


@st.fragment  # a filter runs only this again, without choosing the page anew
def show() -> None:
    """Draw the page for the view in the address."""
    first = address.ENTRIES not in st.session_state
    viewer = who.viewer()
    view = address.current(viewer)
    tour, found, _ = corrected.loaded(view.tour, viewer)
    view = address.sifted(tour, view)
    selection = choose(tour, view)
    menu.entitle(tour.title, "Map")
    with st.container(key="map_area"):
        frame.map_frame(tour, view)
    time.sleep(FIRST_START if first else HEAD_START)
    with st.container(key="panel", gap=None):
        with st.container(key="top", horizontal=True, vertical_alignment="center"):
            menu.draw(view)
            share.button(tour, view, viewer)
        _head(view.tour, tour, viewer)
        corrected.draw_notice(view.tour)
        for words in address.notices():
            st.info(plain(words))
        _filters(tour, view, selection)
        problems.draw(found, "this tour")
        with st.container(key="events"):
            frame.event_list(tour, view)
        figures.draw(tour)
        menu.link("in-words", "The map in words, and a walk by keyboard", view)
    address.write(view)


def _head(id_: str, tour: Tour, viewer: Viewer) -> None:
    st.title(plain(tour.title), anchor=False)
    if tour.summary:
        st.markdown(plain(tour.summary))
    address.choose_tour(id_, viewer)


def _filters(tour: Tour, view: View, selection: Selection) -> None:
    st.toggle("Show filters", key="show_filters")
    with st.container(key="filters", gap="small"):
        filters.draw(tour, view, selection)
    total = len(tour.events)
    with st.container(key="found", gap=None):  # stays in sight, however long filters and list are
        if total and not selection.count:
            st.markdown("No event fits these filters. Take one away, or clear them all.")
        with st.container(key="count", horizontal=True, vertical_alignment="center"):
            all_of_them = "1 event" if total == 1 else f"{total} events"
            st.markdown(plain(f"{selection.count} of {all_of_them}" if view.filters else all_of_them))
            if view.filters:
                st.button("Clear filters", on_click=address.clear, type="tertiary", key="clear")
