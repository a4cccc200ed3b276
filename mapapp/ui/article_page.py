"""The page "Article": bring a text, look at what was read from it, take or leave out, and use it as a tour."""

import io
import zipfile
from dataclasses import replace
from html import escape
from pathlib import Path

import streamlit as st

from mapapp import access, library
from mapapp.articles.drafting import folder
from mapapp.articles.languages import language_of
from mapapp.articles.opening import MAX_CHARACTERS, opened
from mapapp.articles.reading import read
from mapapp.articles.records import Article, Reading
from mapapp.catalogue.listing import tour_ids
from mapapp.errors import MapappError, WhenError
from mapapp.message import in_context, plural, series, tr
from mapapp.ui import address, article_card, article_html, language, menu, who
from mapapp.ui.text import plain, sentence
from mapapp.when import When
from mapapp.words.language import Words

_STYLE = (Path(__file__).parent / "article.css").read_text(encoding="utf-8")
READING, TAKEN, LEFT, AT = "article_reading", "article_taken", "article_left", "article_at"
_FILTER, WRONG = "article_filter", "article_unread"


_SHOWN = {
    "To check": tr("To check"),
    "Taken": in_context("proposals", "Taken"),
    "Left out": in_context("proposals", "Left out"),
}


def show() -> None:
    """Draw the page."""
    st.html(f"<style>{_STYLE}</style>")
    _page()


@st.fragment
def _page() -> None:
    viewer = who.viewer()
    view = address.current(viewer)
    words = language.spoken(view)
    reading: Reading | None = st.session_state.get(READING)
    with st.container(key="article", gap="small"):
        menu.draw(view, words)
        if reading is None:
            _bring(words)
        else:
            _check(reading, words)
    address.write(view)


def _bring(words: Words) -> None:
    said = tr(
        "Paste the text of an article about a journey, in English or Russian, or drop its file. "
        "It is read on this machine by rules and the gazetteer; nothing is sent anywhere."
    )
    st.html(f"<h1>{escape(words.say(tr('Read an article')))}</h1><p>{escape(words.say(said))}</p>")
    st.text_area(plain(tr("Text"), words), height=260, max_chars=MAX_CHARACTERS, key="article_text")
    if not access.uploads_off():
        st.file_uploader(plain(tr("Or a file"), words), type=["txt", "html", "htm", "pdf", "docx"], key="article_file")
    day_label = plain(tr("Date of publication, where the text states none"), words)
    st.text_input(day_label, placeholder="2025-03-28", key="article_date")
    st.button(plain(tr("Read it"), words), type="primary", key="article_read", on_click=_asked)
    if wrong := st.session_state.get(WRONG):
        st.error(plain(wrong, words))


def _asked() -> None:
    """Read what was brought, or keep the sentence on why it cannot be read."""
    file = st.session_state.get("article_file")
    pasted = st.session_state.get("article_text") or ""
    data, name = (file.getvalue(), file.name) if file else (pasted.encode(), "pasted.txt")
    st.session_state[WRONG] = ""
    try:
        _begin(opened(data, name), st.session_state.get("article_date") or "")
    except MapappError as error:
        st.session_state[WRONG] = sentence(error)


def _begin(article: Article, published: str) -> None:
    """Read the article, and set out with nothing taken. Raises MapappError."""
    try:
        stated = When.parse(published) if published.strip() else article.published
    except WhenError as error:
        raise MapappError(sentence(error)) from None
    article = replace(article, published=stated)
    st.session_state[READING] = read(article, language_of(article.language))
    st.session_state.update({TAKEN: set(), LEFT: set(), AT: 0})


def _check(reading: Reading, words: Words) -> None:
    article = reading.article
    taken, left = st.session_state[TAKEN], st.session_state[LEFT]
    open_ = [p for p in reading.proposals if p.key not in taken | left]
    current = open_[min(st.session_state[AT], len(open_) - 1)] if open_ else None
    text, proposals = st.columns([0.43, 0.57], gap="medium")
    with text:
        number = len(article.paragraphs)
        title = article.title or words.say(tr("Check what was read"))
        said = plural(
            number,
            "{n} paragraph, read on this machine; nothing was sent.",
            "{n} paragraphs, read on this machine; nothing was sent.",
        )
        st.html(f"<h1>{escape(title)}</h1><p>{escape(words.say(said))}</p>")
        st.html(article_html.text(reading, current, words))
    with proposals:
        for note in reading.notes:
            st.info(plain(note, words))
        counts = {"To check": open_, "Taken": [p for p in reading.proposals if p.key in taken],
                  "Left out": [p for p in reading.proposals if p.key in left]}  # fmt: skip
        chosen = st.segmented_control(
            plain(in_context("which rows", "Show"), words), list(counts), default="To check",
            format_func=lambda name: plain(series((_SHOWN[name], str(len(counts[name]))), " · "), words),
            key=_FILTER, label_visibility="collapsed",
        ) or "To check"  # fmt: skip
        _steps(reading, len(open_), words)
        for proposal in counts[chosen]:
            article_card.draw(article, proposal, words, in_hand=proposal is current)
        if not counts[chosen]:
            none = tr("The article tells of no journey that the rules can find.")
            st.html(f"<p>{escape(words.say(tr('Nothing here.') if reading.proposals else none))}</p>")
        if reading.refusals:
            refused = plain(tr("Not taken, with the reasons · {n}", n=len(reading.refusals)), words)
            with st.expander(refused):
                st.html(article_html.refusals(reading, words))


def _steps(reading: Reading, open_: int, words: Words) -> None:
    """Steps by key, all that are sure at once, and the way on."""
    taken, left = st.session_state[TAKEN], st.session_state[LEFT]
    sure = [p.key for p in reading.proposals if p.sure and p.key not in taken | left]
    with st.container(key="article_steps", horizontal=True):
        further = plain(tr("Next"), words)
        back = plain(tr("Previous"), words)
        st.button(further, key="article_next", shortcut="J", on_click=_step, args=(1, open_), disabled=open_ < 2)
        st.button(back, key="article_previous", shortcut="K", on_click=_step, args=(-1, open_), disabled=open_ < 2)
        label = plain(tr("Take all that are sure · {n}", n=len(sure)), words)
        st.button(label, key="article_sure", on_click=taken.update, args=(sure,), disabled=not sure)
        st.button(plain(tr("Another article"), words), key="article_new", on_click=_forget)
        if taken:
            _use(reading, taken, words)


def _step(by: int, open_: int) -> None:
    st.session_state[AT] = (st.session_state[AT] + by) % max(open_, 1)


def _forget() -> None:
    for key in (READING, TAKEN, LEFT, AT):
        st.session_state.pop(key, None)


def _use(reading: Reading, taken: set[str], words: Words) -> None:
    """The tour of what was taken: a draft in the library for who may write, a packed folder for everybody."""
    files, notes = folder(reading, taken)
    for note in notes:
        st.info(plain(note, words))
    label = plain(tr("Download the tour"), words)
    st.download_button(label, _packed(files), "tour.zip", "application/zip", key="article_zip", on_click="ignore")
    viewer = who.viewer()
    if viewer.writes and st.button(plain(tr("Use this tour"), words), type="primary", key="article_use"):
        try:
            id_ = library.create(reading.article.title or "article", files, by=viewer.name, taken=tour_ids())
            kept = tr("The tour is kept as the draft {id}. Choose it on the map or under Places.", id=id_)
            st.info(plain(kept, words))
        except MapappError as error:
            st.error(plain(sentence(error), words))


def _packed(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()
