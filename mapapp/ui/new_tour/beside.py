"""The map beside the steps of a new tour, with its title and days above it."""

from contextlib import AbstractContextManager
from html import escape
from typing import Any

import streamlit as st

from mapapp import assembly
from mapapp.foreign import Reading
from mapapp.message import Message, series, tr
from mapapp.tour import Tour
from mapapp.ui import frame
from mapapp.ui.new_tour import session
from mapapp.view import View
from mapapp.words import terms
from mapapp.words.contents import span
from mapapp.words.language import Words


def place() -> AbstractContextManager[Any]:
    """Where the map will stand; it comes first in the page, as on a phone, and is drawn when the table is there."""
    return st.container(key="nt_map", gap=None)


def draw(
    where: AbstractContextManager[Any], reading: Reading, view: View, words: Words, *, corrected: bool = False
) -> None:
    """Draw the map of the table as it reads. ``corrected``: on a step where its cells can be."""
    tour = assembly.loaded(session.shown(reading)).tour
    with where:
        st.html(_map_head(reading, tour, words, corrected=corrected))
        frame.brought_frame(tour, view, words)


def _map_head(reading: Reading, tour: Tour, words: Words, *, corrected: bool) -> str:
    said = tr("Nothing is on the map yet.")
    if tour.visits:
        said = tr("{days}. The map changes as you correct.", days=_days(tour)) if corrected else _days(tour)
    return f"<div class='nt-map-head'><h2 dir='auto'>{escape(reading.title)}</h2><p>{escape(words.say(said))}</p></div>"


def _days(tour: Tour) -> Message:
    """From the first day to the last, and the status where all share it."""
    whens = [e.when for e in tour.events] + [v.when for v in tour.visits if v.when]
    states = {e.status for e in tour.events} | {v.status for v in tour.visits}
    days = span(whens) if whens else tr("No day is stated")
    return series((days, terms.status(states.pop()) if len(states) == 1 else ""))
