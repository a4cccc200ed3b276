"""One proposal on the page "Article": what was read, Take, Leave out, and any value changed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from mapapp.articles import reviewing
from mapapp.articles.records import Article, Proposal, Reading
from mapapp.errors import MapappError
from mapapp.geocoding import offline_resolver
from mapapp.message import tr
from mapapp.tour import Status
from mapapp.ui import article_html
from mapapp.ui.text import labels, plain, sentence
from mapapp.words import terms
from mapapp.words.language import Words

READING, TAKEN, LEFT, WRONG = "article_reading", "article_taken", "article_left", "article_wrong"


def draw(article: Article, proposal: Proposal, words: Words, *, in_hand: bool) -> None:
    """The card; keys act on the one in hand."""
    key = proposal.key
    with st.container(key=f"{'hand' if in_hand else 'card'}_{key}", border=True):
        told, buttons = st.columns([0.78, 0.22])
        told.html(article_html.head(article, proposal, words))
        with buttons:
            decided = key in st.session_state[TAKEN] | st.session_state[LEFT]
            if decided:
                label = plain(tr("Put back"), words)
                st.button(label, key=f"back_{key}", on_click=_decide, args=(key, None), width="stretch")
            else:
                enter = "Enter" if in_hand else None
                st.button(
                    plain(tr("Take"), words),
                    key=f"take_{key}",
                    type="primary",
                    shortcut=enter,
                    on_click=_decide,
                    args=(key, TAKEN),
                    width="stretch",
                )
                leave = plain(tr("Leave out"), words)
                st.button(leave, key=f"leave_{key}", on_click=_decide, args=(key, LEFT), width="stretch")
        with st.expander(plain(tr("Change"), words)):
            _fields(proposal, words)


def _decide(key: str, where: str | None) -> None:
    for name in (TAKEN, LEFT):
        st.session_state[name].discard(key)
    if where:
        st.session_state[where].add(key)


def _fields(proposal: Proposal, words: Words) -> None:
    key, spot = proposal.key, proposal.spot.value
    wrong = st.session_state.get(WRONG, ("", ""))
    if wrong[0] == key:
        st.error(plain(wrong[1], words))
    for name, title, value, change in (
        ("title", tr("Title"), proposal.title.value, reviewing.with_title),
        (
            "when",
            tr("When (YYYY-MM-DD, YYYY-MM, YYYY or a range)"),
            str(proposal.when.value or ""),
            reviewing.with_when,
        ),
        ("place", tr("Place (empty: drawn in the country)"), spot.toponym, _placed),
    ):
        widget = f"{name}_{key}"
        st.text_input(plain(title, words), value, key=widget, on_change=_change, args=(key, widget, change))
    widget, states = f"status_{key}", [status.value for status in Status]
    st.segmented_control(
        plain(tr("Status"), words), states, default=proposal.status.value,
        format_func=labels(terms.status, words), key=widget, on_change=_change,
        args=(key, widget, _with_status),
    )  # fmt: skip


def _with_status(proposal: Proposal, status: str) -> Proposal:
    return reviewing.with_status(proposal, Status(status))


def _placed(proposal: Proposal, name: str) -> Proposal:
    return reviewing.with_place(proposal, name, offline_resolver)


def _change(key: str, widget: str, change: Callable[[Proposal, Any], Proposal]) -> None:
    """Put the changed proposal into the reading, or keep the sentence on why it cannot be."""
    reading: Reading = st.session_state[READING]
    value = st.session_state[widget]
    st.session_state.pop(WRONG, None)
    if value is None:
        return
    try:
        proposals = tuple(change(p, value) if p.key == key else p for p in reading.proposals)
    except MapappError as error:
        st.session_state[WRONG] = (key, sentence(error))
        return
    st.session_state[READING] = replace(reading, proposals=proposals)
