"""The page "New tour": bring a table, check what was read, publish."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import streamlit as st

from mapapp.message import tr
from mapapp.ui import address, language, menu, who
from mapapp.ui.new_tour import bring, check, publish, session
from mapapp.ui.new_tour.session import Stage
from mapapp.ui.text import plain
from mapapp.words.language import Words

_STYLE = (Path(__file__).parent / "new_tour.css").read_text(encoding="utf-8")
_STEPS = {Stage.BRING: tr("1 Bring a table or a text"), Stage.CHECK: tr("2 Check"), Stage.PUBLISH: tr("3 Publish")}


def show() -> None:
    """Draw the step at which the reader is."""
    st.html(f"<style>{_STYLE}</style>")
    if table := st.query_params.pop("table", ""):
        bring.take_from_tours(table, who.viewer())
    _page()


@st.fragment  # an answer runs this part again, without choosing the page and its style anew
def _page() -> None:
    view = address.current(who.viewer())
    words = language.spoken(view)
    menu.entitle(words, tr("New tour"))
    with st.container(key="nt_top"):  # above the map on a phone, and beside it elsewhere
        menu.draw(view, words)
    at = session.stage()
    made = session.work()
    if at == Stage.CHECK and made:
        check.draw(made, view, words, _head)
    elif at == Stage.PUBLISH and made:
        publish.draw(made, view, words, _head)
    else:
        bring.draw(view, words, _head)
    address.write(view)


def _head(words: Words, title: str, lead: str, beside: Callable[[], None] = lambda: None) -> None:
    """The title of a step with a sentence, the steps, and what stands beside them."""
    st.html(f"<h1>{escape(words.say(title))}</h1><p class='lead'>{escape(words.say(lead))}</p>")
    here = session.stage()
    with st.container(key="nt_steps", horizontal=True):
        for step, label in _STEPS.items():
            reached = step == Stage.BRING or session.work() is not None
            reached = reached and (step != Stage.PUBLISH or bool(session.kept()) or here == Stage.PUBLISH)
            key = f"nt_step_{step}{'_here' if step == here else ''}"
            st.button(plain(label, words), key=key, disabled=not reached, on_click=session.go, args=(step,))
        beside()
    if wrong := session.wrong():
        st.html(f"<p class='wrong' role='alert'>{escape(words.say(wrong))}</p>")
