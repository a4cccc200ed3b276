"""The map beside the steps of a new tour, with its title and days above it."""

from contextlib import AbstractContextManager
from html import escape
from typing import Any

import streamlit as st

from mapapp import assembly
from mapapp.foreign import Reading
from mapapp.tour import Tour
from mapapp.ui import frame, language
from mapapp.ui.new_tour import session
from mapapp.view import View
from mapapp.words.contents import span
from mapapp.words.language import ENGLISH


def place() -> AbstractContextManager[Any]:
    """Where the map will stand; it comes first in the page, as on a phone, and is drawn when the table is there."""
    return st.container(key="nt_map", gap=None)


def draw(where: AbstractContextManager[Any], reading: Reading, view: View) -> None:
    """Draw the map of the table as it reads."""
    tour = assembly.loaded(session.shown(reading)).tour
    with where:
        st.html(_map_head(reading, tour))
        frame.brought_frame(tour, view, language.spoken(view))


def _map_head(reading: Reading, tour: Tour) -> str:
    words = f"{_days(tour)}. The map changes as you correct." if tour.visits else "Nothing is on the map yet."
    return f"<div class='nt-map-head'><h2 dir='auto'>{escape(reading.title)}</h2><p>{escape(words)}</p></div>"


def _days(tour: Tour) -> str:
    """From the first day to the last, and the status where all share it."""
    whens = [e.when for e in tour.events] + [v.when for v in tour.visits if v.when]
    states = {e.status for e in tour.events} | {v.status for v in tour.visits}
    days = ENGLISH.when(span(whens)) if whens else "No day is stated"
    return f"{days}, {states.pop()}" if len(states) == 1 else days
