"""The first step: a file, cells from the clipboard, or an empty table."""

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

import streamlit as st

from mapapp import access, files, foreign
from mapapp.catalogue.listing import tables_to_check
from mapapp.errors import clipped, why
from mapapp.exports.template import template_csv, template_xlsx
from mapapp.foreign.opening import MAX_BYTES, MAX_COLUMNS, MAX_ROWS
from mapapp.maps.bundle import ASSETS
from mapapp.message import series, tr
from mapapp.palette import themed_css
from mapapp.ui import menu
from mapapp.ui.new_tour import empty, session
from mapapp.ui.new_tour.session import Work
from mapapp.ui.scripts import read
from mapapp.ui.text import plain, sentence
from mapapp.view import View
from mapapp.viewer import Viewer
from mapapp.words.language import Words
from mapapp.words.scripts import spoken

Head = Callable[
    ..., None
]  # of the page: the words of its language, a title, a sentence, and what stands beside the steps
SUFFIXES = ["xlsx", "ods", "xls", "csv", "tsv", "txt", "html", "htm", "ics"]
LIMITS = tr(
    "A file may have {megabytes} MB, a table {rows} rows and {columns} columns. "
    "It is read on this server, and kept nowhere until you say so.",
    megabytes=MAX_BYTES // 1_000_000,
    rows=MAX_ROWS,
    columns=MAX_COLUMNS,
)
PASTED = tr("Pasted table")
_HERE = Path(__file__).parent
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TEMPLATES = (
    (tr("Template for Excel"), template_xlsx, "tour.xlsx", _XLSX),
    (tr("Template as CSV"), template_csv, "tour.csv", "text/csv"),
)
OFF = tr("Bringing tables is switched off here. A table can still be written in the page.")
_LEAD = tr("Drop your table in whatever shape it is. You see what was read of it before anything is kept.")
_ENOUGH = tr("One column with days and one with places are enough.")
_SCRIPTS = (ASSETS / "text.js", ASSETS / "speech.js", _HERE.parent / "channel.js", _HERE / "paste.js")
_PASTE = st.components.v2.component(
    "mapapp_paste",
    html="<div class='paste'></div>",
    css=themed_css() + (_HERE / "paste.css").read_text(encoding="utf-8"),
    js=read(*_SCRIPTS),
)


def draw(view: View, words: Words, head: Head) -> None:
    """Draw the ways to bring a table."""
    with st.container(key="nt_bring", gap="small"):
        head(words, tr("New tour"), series((_LEAD, _ENOUGH), " "))
        if empty.is_open():
            empty.draw(words)
            return
        if access.uploads_off():
            st.html(f"<p class='said'>{escape(words.say(OFF))}</p>")
            _begin(view, words)
            return
        st.file_uploader(
            plain(tr("Drop a workbook, a CSV file or a text here"), words),
            type=SUFFIXES,
            key="nt_file",
            on_change=_dropped,
            max_upload_size=20,
        )
        told = {"theme": view.theme, "most": MAX_BYTES, **spoken(words.language, _SCRIPTS)}
        _PASTE(key="nt_paste", data=told, on_pasted_change=_pasted)
        _begin(view, words)
        st.html(f"<p class='quiet'>{escape(words.say(LIMITS))}</p>")


def _begin(view: View, words: Words) -> None:
    """The ways that need no file."""
    with st.container(key="nt_begin", horizontal=True, vertical_alignment="center"):
        st.button(plain(tr("Begin with an empty table"), words), key="nt_empty", on_click=empty.open_, args=(words,))
        for label, content, name, kind in _TEMPLATES:
            st.download_button(
                plain(label, words), partial(content, words), name, kind, type="tertiary", on_click="ignore"
            )
        menu.link("article", tr("Read an article instead"), view, words)


def _dropped() -> None:
    file = st.session_state["nt_file"]
    if file is not None and not access.uploads_off():
        take(file.name, file.getvalue())


def _pasted() -> None:
    told = st.session_state["nt_paste"].get("pasted") or {}
    html, text = told.get("html"), told.get("text")
    if access.uploads_off():
        return
    if isinstance(html, str) and isinstance(text, str) and (html.strip() or text.strip()):
        take(PASTED, foreign.pasted(html, text))


def take_from_tours(name: str, viewer: Viewer) -> None:
    """Go on to the review of a table that lies among the tours, where the viewer may write."""
    path = tables_to_check().get(name) if viewer.writes else None
    if path is None:
        return
    try:
        take(path.name, files.read(path, MAX_BYTES + 1))
    except OSError as error:
        session.say(tr("'{file}' cannot be read ({reason}).", file=clipped(path.name), reason=why(error)))


def take(name: str, data: bytes) -> None:
    """Go on to the review of a file; where it is no table the reader is told why, and stays."""
    try:
        foreign.offers(data, name)
    except foreign.ForeignError as error:
        session.say(sentence(error))
        return
    session.begin(Work(name, data))
