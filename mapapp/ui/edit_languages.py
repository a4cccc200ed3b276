"""How many texts of an edited tour each language has, and which it lacks."""

from html import escape

import streamlit as st

from mapapp import languages
from mapapp.message import plural, tr
from mapapp.tour import Tour
from mapapp.ui.text import plain
from mapapp.words.language import Words
from mapapp.words.untranslated import lacking, share

_NAMED = 50  # of more that are missing, the page tells the number


def draw(tour: Tour, words: Words) -> None:
    """Draw a closed list of the languages in which pages speak; the tour's own has every text."""
    box = st.expander(plain(tr("Languages"), words), key="edit_languages", on_change="rerun")
    if not box.open:
        return
    with box:
        st.markdown(plain(tr("A reader gets what is missing in the tour's own language, with a mark."), words))
        for code, name in languages.offered().items():
            if code != tour.language:
                st.html(_language(tour, code, name, words))


def _language(tour: Tour, code: str, name: str, words: Words) -> str:
    there, every = share(tour, code)
    count = plural(every, "{there} of {n} text is there", "{there} of {n} texts are there", there=there)
    head = f'<strong lang="{code}">{escape(name)}</strong>: {escape(words.say(count))}'
    lacks = lacking(tour, code)
    if not lacks:
        return f"<p>{head}</p>"
    said = [f"{lack.table} {lack.record}: {lack.column}@{code}" for lack in lacks[:_NAMED]]
    left = len(lacks) - len(said)
    said += [words.say(tr("{n} more", n=left))] if left else []
    items = "".join(f"<li>{escape(line)}</li>" for line in said)
    return f"<details><summary>{head}</summary><ul>{items}</ul></details>"
