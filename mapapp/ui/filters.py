"""The filters: each value says how many events it would leave."""

from collections.abc import Callable

import streamlit as st

from mapapp.message import tr
from mapapp.selection import Selection, boundaries
from mapapp.tour import Tour
from mapapp.ui.text import labels, plain
from mapapp.view import DE_FACTO, TILES, UN_EU, View
from mapapp.words import terms
from mapapp.words.language import Words

_BACKGROUNDS = {"": tr("Ships with the app"), TILES: tr("OpenStreetMap (your browser asks tile.openstreetmap.org)")}
_BORDERS = {UN_EU: tr("UN/EU positions"), DE_FACTO: tr("De facto: who was in control in 2018")}
_DIFFER = tr(
    "They differ at Crimea, Abkhazia, South Ossetia, Transnistria, Northern Cyprus, Somaliland, the Golan "
    "and Western Sahara."
)
_SURE = tr("The handles below the map choose the days. This leaves out events whose day is in doubt.")


def draw(tour: Tour, view: View, selection: Selection, words: Words) -> dict[str, list[str]]:
    """Draw the filters. Their values are in the session, from where the next run takes them.

    Returns the values of each row of pills in their order, by which the page itself knows what is pressed.
    """
    offered: dict[str, list[str]] = {}

    def row(title: str, name: str, label: Callable[[str], str]) -> None:
        offered[name] = _pills(title, name, label, selection, words)

    _dates(tour, words)
    row(tr("Country"), "countries", words.country)
    if len(tour.travellers) > 1:
        row(tr("Traveller"), "travellers", lambda id_: words.say(tour.person[id_].name))
    used = view.people or view.kinds or view.topics or view.statuses or view.text
    more = st.expander(plain(tr("More filters"), words), expanded=bool(used), key="more_filters", on_change="rerun")
    if not more.open:  # what is not drawn costs no time when a filter is clicked
        return offered
    with more:
        hint = words.say(tr("Names, places, words"))
        st.text_input(plain(tr("Text"), words), key="text", placeholder=hint, max_chars=200)
        _people(tour, selection, words)
        row(tr("Topic"), "topics", lambda slug: words.say(tour.label(slug)))
        row(tr("Kind"), "kinds", lambda slug: words.say(tour.label(slug)))
        row(tr("Status"), "statuses", lambda name: _capital(words.say(terms.status(name))))
        background = plain(tr("Background of the map"), words)
        named = words.said(_BACKGROUNDS)
        st.selectbox(background, list(named), format_func=named.__getitem__, key="basemap")
        policies = words.said(_BORDERS)
        st.selectbox(
            plain(tr("Borders on the map"), words),
            list(policies),
            format_func=policies.__getitem__,
            key="borders",
            help=plain(_DIFFER, words),
        )
    return offered


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _counted(counts: dict[str, int], label: Callable[[str], str]) -> Callable[[str], str]:
    return lambda value: f"{label(value)} · {counts.get(value, 0)}"


def _pills(title: str, name: str, label: Callable[[str], str], selection: Selection, words: Words) -> list[str]:
    counts = selection.counts[name]
    options = sorted(counts, key=label)
    if counts:
        format_func = labels(_counted(counts, label))
        st.pills(plain(title, words), options, selection_mode="multi", format_func=format_func, key=name)
    return options


def _people(tour: Tour, selection: Selection, words: Words) -> None:
    counts = selection.counts["people"]
    if counts:
        label = _counted(counts, lambda id_: words.say(tour.person[id_].name))
        options, everybody = sorted(counts, key=label), words.say(tr("Everybody"))
        st.multiselect(plain(tr("Person"), words), options, format_func=label, key="people", placeholder=everybody)


def _dates(tour: Tour, words: Words) -> None:
    """Whether an event must surely lie within the days; which days is told by the handles of the timeline."""
    if len(boundaries(tour)) > 1:
        surely = plain(tr("Only events surely within the days chosen"), words)
        st.checkbox(surely, key="sure", help=plain(_SURE, words))
