"""The filters: each value says how many events it would leave."""

from collections.abc import Callable

import streamlit as st

from mapapp import country
from mapapp.selection import Selection, boundaries
from mapapp.tour import Tour
from mapapp.ui.text import labels, plain
from mapapp.view import TILES, View

_BACKGROUNDS = {"": "Ships with the app", TILES: "OpenStreetMap (your browser asks tile.openstreetmap.org)"}
_SURE = "The handles below the map choose the days. This leaves out events whose day is in doubt."


def draw(tour: Tour, view: View, selection: Selection) -> None:
    """Draw the filters. Their values are in the session, from where the next run takes them."""
    _dates(tour)
    _pills("Country", "countries", country.name, selection)
    if len(tour.travellers) > 1:
        _pills("Traveller", "travellers", lambda id_: tour.person[id_].name, selection)
    used = view.people or view.kinds or view.topics or view.statuses or view.text
    more = st.expander("More filters", expanded=bool(used), key="more_filters", on_change="rerun")
    if not more.open:  # what is not drawn costs no time when a filter is clicked
        return
    with more:
        st.text_input("Text", key="text", placeholder="Names, places, words", max_chars=200)
        _people(tour, selection)
        _pills("Topic", "topics", tour.label, selection)
        _pills("Kind", "kinds", tour.label, selection)
        _pills("Status", "statuses", str.capitalize, selection)
        st.selectbox("Background of the map", list(_BACKGROUNDS), format_func=_BACKGROUNDS.__getitem__, key="basemap")


def _counted(counts: dict[str, int], label: Callable[[str], str]) -> Callable[[str], str]:
    return lambda value: f"{label(value)} · {counts.get(value, 0)}"


def _pills(title: str, name: str, label: Callable[[str], str], selection: Selection) -> None:
    counts = selection.counts[name]
    if counts:
        options = sorted(counts, key=label)
        st.pills(plain(title), options, selection_mode="multi", format_func=labels(_counted(counts, label)), key=name)


def _people(tour: Tour, selection: Selection) -> None:
    counts = selection.counts["people"]
    if counts:
        label = _counted(counts, lambda id_: tour.person[id_].name)
        st.multiselect("Person", sorted(counts, key=label), format_func=label, key="people", placeholder="Everybody")


def _dates(tour: Tour) -> None:
    """Whether an event must surely lie within the days; which days is told by the handles of the timeline."""
    if len(boundaries(tour)) > 1:
        st.checkbox("Only events surely within the days chosen", key="sure", help=_SURE)
