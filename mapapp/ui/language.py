"""The language in which a page speaks: that of its view, or else of the browser; and the reader's choice of another."""

from typing import Any

import streamlit as st

from mapapp import languages
from mapapp.maps.bundle import ASSETS
from mapapp.message import tr
from mapapp.ui.framework_words import framework_words
from mapapp.ui.scripts import HERE, read
from mapapp.view import View
from mapapp.words.language import Words

_CHOICE = st.components.v2.component(
    "mapapp_language",
    html="<div class='language'></div>",
    css=read(HERE / "language.css"),
    js=read(ASSETS / "text.js", HERE / "framework_words.js", HERE / "language.js"),
)
_KEY, _ASKED = "language_choice", "language_asked"


def spoken(view: View) -> Words:
    """The words of the page: in the language of the view, of the browser, or in English."""
    headers = {name.lower(): value for name, value in st.context.headers.items()}
    return Words(view.language or languages.wanted(headers.get("accept-language", "")) or languages.ENGLISH)


def choice(words: Words) -> None:
    """Draw the box of languages, each by its own name; the view takes the one that is chosen, and is else as it was."""
    offered = languages.offered()
    if words.language in languages.PARTIAL:
        offered = {**offered, words.language: languages.NAMES[words.language]}
    if len(offered) < 2:
        return
    data: dict[str, Any] = {
        "language": words.language,
        "direction": words.direction,
        "label": words.say(tr("Language")),
        "framework": framework_words(words),
        "offered": list(offered.items()),
    }
    _CHOICE(key=_KEY, data=data, on_chosen_change=_chosen)


def asked() -> str:
    """The code of the language that the reader has just chosen, "" where he has not; told once."""
    return str(st.session_state.pop(_ASKED, ""))


def _chosen() -> None:
    code = str(st.session_state[_KEY].get("chosen") or "")
    if code in languages.offered():
        st.session_state[_ASKED] = code
