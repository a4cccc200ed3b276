"""The page "Article": bring a text, look at what was read from it, take or leave out, and use it as a tour."""

from dataclasses import replace
from html import escape
from pathlib import Path

import streamlit as st

from mapapp import access
from mapapp.articles.opening import MAX_CHARACTERS, opened
from mapapp.drafts import unsaved
from mapapp.errors import MapappError, WhenError
from mapapp.message import in_context, plural, series, tr
from mapapp.ui import address, language, menu, who
from mapapp.ui.article import about, card, head, session, text, use
from mapapp.ui.article.session import Work
from mapapp.ui.text import plain, sentence
from mapapp.view import View
from mapapp.when import When
from mapapp.words.language import Words

_STYLE = (Path(__file__).parent / "article.css").read_text(encoding="utf-8")
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
    view = address.current(who.viewer())
    words = language.spoken(view)
    menu.entitle(words, in_context("a page", "Article"))
    made = session.work()
    if made is None:
        with st.container(key="article_bring", gap="small"):
            menu.draw(view, words)
            _bring(words)
    else:
        _check(made, view, words)
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
    offered = about.tours()
    if len(offered) > 1:
        said_of = words.said(offered)
        label = plain(tr("Add to a tour"), words)
        st.selectbox(label, list(offered), format_func=said_of.__getitem__, key="article_tour")
    st.button(plain(tr("Read it"), words), type="primary", key="article_read", on_click=_asked)
    if wrong := session.wrong():
        st.error(plain(wrong, words))


def _asked() -> None:
    """Read what was brought, or keep the sentence on why it cannot be read."""
    file = st.session_state.get("article_file")
    pasted = st.session_state.get("article_text") or ""
    data, name = (file.getvalue(), file.name) if file else (pasted.encode(), "pasted.txt")
    session.say("")
    about.forget()
    use.forget()
    try:
        article = opened(data, name)
        published = (st.session_state.get("article_date") or "").strip()
        article = replace(article, published=When.parse(published)) if published else article
        session.begin(article, st.session_state.get("article_tour", ""))
    except (MapappError, WhenError) as error:
        session.say(sentence(error))


def _check(made: Work, view: View, words: Words) -> None:
    with st.container(key="article_side", gap="small"):
        menu.draw(view, words)
        _title(made, words)
        about.draw(made, words)
        text.draw(made, words)
    with st.container(key="article_read_from_it", gap="small"):
        for note in made.reading.notes:
            st.info(plain(note, words))
        if wrong := session.wrong():
            st.error(plain(wrong, words))
        _cards(made, words)
        use.draw_kept(made, view, words)
        use.draw_map(made, view, words)
        use.draw_foot(made, words)


def _title(made: Work, words: Words) -> None:
    article = made.reading.article
    number = len(article.paragraphs)
    said = plural(
        number,
        "{n} paragraph, read on this machine by rules and the gazetteer; nothing was sent anywhere.",
        "{n} paragraphs, read on this machine by rules and the gazetteer; nothing was sent anywhere.",
    )
    title = escape(article.title or words.say(tr("Check what was read")))
    lead = words.say(series((said, unsaved.ALONE), " "))
    st.html(f"<h1 dir='auto'>{title}</h1><p class='lead'>{escape(lead)}</p>")


def _cards(made: Work, words: Words) -> None:
    """The proposals of the state that is looked at, and the keys by which one goes through them."""
    groups = {
        "To check": made.open,
        "Taken": [p for p in made.reading.proposals if p.key in made.taken],
        "Left out": [p for p in made.reading.proposals if p.key in made.left],
    }
    with st.container(key="article_steps", horizontal=True, vertical_alignment="center"):
        chosen = st.pills(
            plain(in_context("which rows", "Show"), words), list(groups), default="To check",
            format_func=lambda name: plain(series((_SHOWN[name], str(len(groups[name]))), " · "), words),
            key="article_filter", label_visibility="collapsed",
        ) or "To check"  # fmt: skip
        off, step = len(made.open) < 2, session.step
        further = plain(tr("Next"), words)
        back = plain(tr("Previous"), words)
        st.button(further, key="article_next", type="tertiary", shortcut="J", on_click=step, args=(1,), disabled=off)
        st.button(back, key="article_previous", type="tertiary", shortcut="K", on_click=step, args=(-1,), disabled=off)
        other = plain(tr("Another article"), words)
        st.button(other, key="article_new", type="tertiary", on_click=session.put, args=(None,))
    for proposal in groups[chosen]:
        card.draw(made, proposal, words)
    if not groups[chosen]:
        none = tr("The article tells of no journey that the rules can find.")
        st.html(f"<p>{escape(words.say(tr('Nothing here.') if made.reading.proposals else none))}</p>")
    if made.reading.refusals:
        refused = plain(tr("Not taken, with the reasons · {n}", n=len(made.reading.refusals)), words)
        with st.expander(refused):
            st.html(head.refusals(made.reading, words))
