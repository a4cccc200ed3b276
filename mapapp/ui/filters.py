"""The filters: each value says how many events it would leave."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import streamlit as st

from mapapp import country
from mapapp.selection import Selection, boundaries
from mapapp.tour import Tour
from mapapp.ui import address
from mapapp.ui.text import labels, plain
from mapapp.view import TILES, View

_BACKGROUNDS = {"": "Ships with the app", TILES: "OpenStreetMap (your browser asks tile.openstreetmap.org)"}
MAX_STEPS = 60  # with more days on which events begin or end, the slider steps through all days


def draw(tour: Tour, view: View, selection: Selection) -> None:
    """Draw the filters. Their values are in the session, from where the next run takes them."""
    _dates(tour, view)
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


def _dates(tour: Tour, view: View) -> None:
    """A slider over the days of the tour, and whether an event must surely lie within them."""
    days = boundaries(tour)
    if len(days) < 2:
        return
    first, last = days[0], days[-1]
    value = (max(view.since or first, first), min(view.until or last, last))
    # Streamlit takes a slider for a range only by its default value, so a slider set anew is a new slider.
    key = f"dates_{st.session_state[address.ENTRIES]}"
    moved: dict[str, Any] = {"key": key, "on_change": _moved, "args": (key, first, last)}
    if len(days) <= MAX_STEPS:
        st.select_slider("When", sorted({*days, *value}), value, format_func=labels(_day), **moved)
    else:
        st.slider("When", first, last, value, format="D MMM YYYY", **moved)
    st.checkbox("Only events surely within these days", key="sure", help="Leaves out events whose day is in doubt.")


def _moved(key: str, first: dt.date, last: dt.date) -> None:
    since, until = st.session_state[key]
    address.between(since if since > first else None, until if until < last else None)


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b} {day.year}"
