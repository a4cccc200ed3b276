"""The second step: what was read above what was written, questions with an answer chosen, and the map beside them."""

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from mapapp import foreign
from mapapp.foreign import Reading
from mapapp.geocoding import offline_resolver
from mapapp.maps.bundle import ASSETS
from mapapp.palette import THEMES
from mapapp.ui import who
from mapapp.ui.new_tour import again, beside, bring, empty, judging, publish, session
from mapapp.ui.new_tour.session import Drawn, Stage, Work
from mapapp.ui.new_tour.told import open_questions, told
from mapapp.ui.text import plain
from mapapp.view import View

_HERE = Path(__file__).parent
_SCRIPTS = ("review_rows.js", "review_menu.js", "review_head.js", "review_cells.js", "review.js")
_COLOURS = "".join(f'[data-theme="{name}"] {{ {theme.css()} }}\n' for name, theme in THEMES.items())
_REVIEW = st.components.v2.component(
    "mapapp_review",
    html="<div class='review'></div>",
    css=_COLOURS + (_HERE / "review.css").read_text(encoding="utf-8"),
    js="\n".join(
        path.read_text(encoding="utf-8")
        for path in (ASSETS / "text.js", _HERE.parent / "channel.js", *(_HERE / name for name in _SCRIPTS))
    ),
)
_MESSAGE, _TURN = "new_tour_message", "new_tour_turn"
_MANY = 300  # names from which on the page says how far it has come


def draw(made: Work, view: View, head: bring.Head) -> None:
    """Draw the review of a table."""
    place = st.empty()
    try:
        with place.container(key="nt_reading"):
            drawn = session.drawn(made, _Progress(made.name))
    except foreign.ForeignError as error:
        place.empty()
        session.go(Stage.BRING)
        session.say(str(error))
        with st.container(key="nt_bring"):
            head(view, "New tour", "This table could not be read.")
        return
    place.empty()
    where = beside.place()
    with st.container(key="nt_panel", gap="small"):
        reading = drawn.reading
        head(view, "Check what was read", " ".join(reading.notes[:2]), lambda: _how(made.name, reading))
        _sheets(made, reading)
        again.draw(made, reading, who.viewer())
        _REVIEW(key="nt_review", data=_message(drawn, view, len(made.earlier)), on_said_change=_said)
        _foot(drawn)
    beside.draw(where, reading, view)


class _Progress:
    """Says how far the reading of a long table has come, and lets it be stopped."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._bar: Any = None

    def __call__(self, done: int, every: int) -> None:
        if every < _MANY:
            return
        words = plain(f"{done:,} of {every:,} names are looked up")
        if self._bar is None:
            st.html(f"<h1>Reading {escape(self._name)}</h1>")
            self._bar = st.progress(0.0)
            st.button("Stop", key="nt_stop", on_click=session.go, args=(Stage.BRING,))
        self._bar.progress(done / every, words)  # where a button was pressed in the meantime, this ends the run


def _how(name: str, reading: Reading) -> None:
    """The way to the cells, and what was done in reading them."""
    args = (reading, name)
    st.button("Edit the cells", key="nt_edit", type="tertiary", on_click=empty.open_with, args=args)
    if reading.notes[2:]:
        with st.popover("How it was read", type="tertiary", key="nt_notes"):
            st.html("<ul class='notes'>" + "".join(f"<li>{escape(n)}</li>" for n in reading.notes) + "</ul>")


def _sheets(made: Work, reading: Reading) -> None:
    """Which sheet of the file it is; one is chosen already."""
    offers = foreign.offers(made.data, made.name)
    if len(offers) > 1:
        words = {o.name: f"{o.name} · {o.rows} rows{', hidden' if o.hidden else ''}" for o in offers}
        st.session_state["nt_sheet"] = reading.sheet
        st.selectbox("Sheet", list(words), format_func=words.__getitem__, key="nt_sheet", on_change=_change_sheet)


def _change_sheet() -> None:
    made = session.work()
    if made:
        session.put(made.answering(foreign.Answers(sheet=st.session_state["nt_sheet"])))


def _message(drawn: Drawn, view: View, undoable: int) -> dict[str, Any]:
    """What the component shows; made once for a reading, because it may be long."""
    held = st.session_state.get(_MESSAGE)
    if not held or held[0] is not drawn.reading:
        version = held[1]["version"] + 1 if held else 1
        held = (drawn.reading, told(drawn.reading, undoable) | {"version": version})
        st.session_state[_MESSAGE] = held
    return {**held[1], "theme": view.theme, "wrong": session.wrong(), "turn": st.session_state.get(_TURN, 0)}


def _said() -> None:
    """An answer from the page; a callback of the component."""
    message, made = st.session_state["nt_review"].get("said"), session.work()
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    if not isinstance(message, dict) or made is None:
        return
    session.say("")
    if message.get("do") == "undo":
        session.put(made.undone())
        return
    try:
        reading = session.drawn(made, lambda _, __: None).reading
        answers = judging.said(reading, message, who.viewer().name, offline_resolver)
    except judging.Misunderstood as error:
        session.say(str(error))
        return
    if answers is not None:
        session.put(made.answering(answers))


def _foot(drawn: Drawn) -> None:
    """The counts, and the way on; they stay in sight."""
    with st.container(key="nt_foot", horizontal=True, vertical_alignment="center"):
        st.html(f"<p>{counts_words(drawn.reading)}</p>")
        files: Callable[[], bytes] = partial(publish.workbook, drawn.reading)
        name = publish.file_name(drawn.reading, ".xlsx")
        st.download_button("Save as Excel", files, name, publish.XLSX, key="nt_excel", on_click="ignore")
        disabled = not drawn.reading.counts.stops
        st.button("Use this tour", key="nt_use", type="primary", on_click=publish.use, disabled=disabled)


def counts_words(reading: Reading) -> str:
    """HTML: what there is, and what is left to be said about it. Every row is counted once."""
    counts, asked = reading.counts, len(open_questions(reading))
    events = "1 event" if counts.events == 1 else f"{counts.events:,} events"
    stops = "1 stop" if counts.stops == 1 else f"{counts.stops:,} stops"
    questions = (
        "1 question, with an answer chosen" if asked == 1 else f"{asked:,} questions, each with an answer chosen"
    )
    questions = questions if asked else "No question is open"
    out = "nothing is left out" if not counts.left_out else f"{counts.left_out:,} of {counts.rows:,} rows are left out"
    out = "1 row is left out" if counts.left_out == 1 else out
    return f"<strong>{events}, {stops}.</strong> <span class='more'>{questions}; {out}.</span>"
