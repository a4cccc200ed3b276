"""The second step: what was read above what was written, questions with an answer chosen, and the map beside them."""

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from mapapp import foreign
from mapapp.drafts import unsaved
from mapapp.errors import clipped
from mapapp.foreign import Reading
from mapapp.foreign.unlikely import unlikely
from mapapp.geocoding import offline_resolver
from mapapp.maps.bundle import ASSETS
from mapapp.message import Message, plural, series, tr
from mapapp.palette import themed_css
from mapapp.ui import who
from mapapp.ui.new_tour import again, beside, bring, empty, judging, publish, session
from mapapp.ui.new_tour.session import Drawn, Stage, Work
from mapapp.ui.new_tour.told import open_questions, told
from mapapp.ui.scripts import read
from mapapp.ui.text import plain, sentence
from mapapp.view import View
from mapapp.words.language import Words
from mapapp.words.scripts import spoken

_HERE = Path(__file__).parent
_SCRIPTS = (
    *(ASSETS / "text.js", ASSETS / "speech.js", _HERE.parent / "channel.js"),
    *(_HERE / f"review{part}.js" for part in ("_rows", "_menu", "_head", "_cells", "")),
)
_REVIEW = st.components.v2.component(
    "mapapp_review",
    html="<div class='review'></div>",
    css=themed_css() + (_HERE / "review.css").read_text(encoding="utf-8"),
    js=read(*_SCRIPTS),
)
_MESSAGE, _TURN = "new_tour_message", "new_tour_turn"
_FEW = 3  # notes that stand in the page
_MANY = 300  # names from which on the page says how far it has come


def draw(made: Work, view: View, words: Words, head: bring.Head) -> None:
    """Draw the review of a table."""
    place = st.empty()
    try:
        with place.container(key="nt_reading"):
            drawn = session.drawn(made, _Progress(made.name, words))
    except foreign.ForeignError as error:
        place.empty()
        session.go(Stage.BRING)
        session.say(sentence(error))
        with st.container(key="nt_bring"):
            head(words, tr("New tour"), tr("This table could not be read."))
        return
    place.empty()
    where = beside.place()
    with st.container(key="nt_panel", gap="small"):
        reading = drawn.reading
        lead = series((*reading.notes[:2], unsaved.ALONE), " ")
        head(words, tr("Check what was read"), lead, lambda: _how(made.name, reading, words))
        _notes(reading, words)
        _sheets(made, reading, words)
        again.draw(made, reading, who.viewer(), words)
        _unlikely(reading, words)
        _REVIEW(key="nt_review", data=_message(drawn, view, len(made.earlier), words), on_said_change=_said)
        _foot(drawn, words)
    beside.draw(where, reading, view, words, corrected=True)


class _Progress:
    """Says how far the reading of a long table has come, and lets it be stopped."""

    def __init__(self, name: str, words: Words) -> None:
        self._name = name
        self._words = words
        self._bar: Any = None

    def __call__(self, done: int, every: int) -> None:
        if every < _MANY:
            return
        words = self._words
        said = tr("{done} of {n} names are looked up", done=done, n=every)
        if self._bar is None:
            heading = words.say(tr("Reading {file}", file=self._name))
            st.html(f"<h1>{escape(heading)}</h1>")
            self._bar = st.progress(0.0)
            st.button(plain(tr("Stop"), words), key="nt_stop", on_click=session.go, args=(Stage.BRING,))
        self._bar.progress(
            done / every, plain(said, words)
        )  # where a button was pressed in the meantime, this ends the run


def _how(name: str, reading: Reading, words: Words) -> None:
    """The way to the cells, and what was done in reading them."""
    args = (reading, name)
    label = plain(tr("Edit the cells"), words)
    st.button(label, key="nt_edit", type="tertiary", on_click=empty.open_with, args=args)
    if len(reading.notes[2:]) > _FEW:
        with st.popover(plain(tr("How it was read"), words), type="tertiary", key="nt_notes"):
            st.html("<ul class='notes'>" + "".join(f"<li>{escape(words.say(n))}</li>" for n in reading.notes) + "</ul>")


def _notes(reading: Reading, words: Words) -> None:
    """What was done in reading the cells, where it is little; more is in the popover."""
    told = reading.notes[2:]
    if 0 < len(told) <= _FEW:
        st.html("".join(f"<p class='quiet'>{escape(words.say(note))}</p>" for note in told))


def _unlikely(reading: Reading, words: Words) -> None:
    """What cannot be together in the table, though it may be right, folded away."""
    if found := unlikely(reading.tour):
        count = plural(len(found), "{n} thing to look at", "{n} things to look at")
        with st.expander(plain(count, words), key="nt_unlikely"):
            items = "".join(f"<li>{escape(words.say(said))}</li>" for said in found[:_MANY])
            st.html(f"<ul class='notes'>{items}</ul>")


def _sheets(made: Work, reading: Reading, words: Words) -> None:
    """Which sheet of the file it is; one is chosen already."""
    offers = foreign.offers(made.data, made.name)
    if len(offers) > 1:
        said = {offer.name: words.say(_sheet(offer)) for offer in offers}
        if reading.together:
            names = clipped(", ".join(name or "–" for name in reading.together))
            said = {"": words.say(tr("{names}, read as one", names=names))} | said
        st.session_state["nt_sheet"] = reading.sheet
        sheet = plain(tr("Sheet"), words)
        st.selectbox(sheet, list(said), format_func=said.__getitem__, key="nt_sheet", on_change=_change_sheet)


def _sheet(offer: foreign.Offer) -> Message:
    rows = plural(offer.rows, "{n} row", "{n} rows")
    return series((offer.name, series((rows, tr("hidden") if offer.hidden else ""))), " · ")


def _change_sheet() -> None:
    made = session.work()
    if made:
        session.put(made.answering(foreign.Answers(sheet=st.session_state["nt_sheet"])))


def _message(drawn: Drawn, view: View, undoable: int, words: Words) -> dict[str, Any]:
    """What the component shows; made once for a reading, because it may be long."""
    held = st.session_state.get(_MESSAGE)
    if not held or held[0] is not drawn.reading or held[2] != words.language:
        version = held[1]["version"] + 1 if held else 1
        message = words.said(told(drawn.reading, undoable, words)) | {"version": version}
        held = (drawn.reading, message | spoken(words.language, _SCRIPTS), words.language)
        st.session_state[_MESSAGE] = held
    return {**held[1], "theme": view.theme, "wrong": words.say(session.wrong()), "turn": st.session_state.get(_TURN, 0)}


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
        session.say(sentence(error))
        return
    if answers is not None:
        session.put(made.answering(answers))


def _foot(drawn: Drawn, words: Words) -> None:
    """The counts, and the way on; they stay in sight."""
    with st.container(key="nt_foot", horizontal=True, vertical_alignment="center"):
        st.html(f"<p>{counts_words(drawn.reading, words)}</p>")
        files: Callable[[], bytes] = partial(publish.workbook, drawn.reading)
        name = publish.file_name(drawn.reading, ".xlsx")
        save = plain(tr("Save as Excel"), words)
        st.download_button(save, files, name, publish.XLSX, key="nt_excel", on_click="ignore")
        disabled = not drawn.reading.counts.stops
        use = plain(tr("Use this tour"), words)
        st.button(use, key="nt_use", type="primary", on_click=publish.use, disabled=disabled)


def counts_words(reading: Reading, words: Words) -> str:
    """HTML: what there is, and what is left to be said about it. Every row is counted once."""
    counts, asked = reading.counts, len(open_questions(reading))
    events, stops = plural(counts.events, "{n} event", "{n} events"), plural(counts.stops, "{n} stop", "{n} stops")
    questions = tr("No question is open")
    if asked:
        questions = plural(asked, "{n} question, with an answer chosen", "{n} questions, each with an answer chosen")
    out = tr("nothing is left out")
    if counts.left_out:
        rows = plural(counts.rows, "{n} row", "{n} rows")
        out = plural(counts.left_out, "{n} of {rows} is left out", "{n} of {rows} are left out", rows=rows)
    there = escape(words.say(tr("{events}, {stops}.", events=events, stops=stops)))
    more = escape(words.say(tr("{questions}; {left_out}.", questions=questions, left_out=out)))
    return f"<strong>{there}</strong> <span class='more'>{more}</span>"
