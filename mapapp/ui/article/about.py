"""What the file does not state of the article, asked of the reader: title, publisher, address, date; and which tour."""

from dataclasses import replace

import streamlit as st

from mapapp import library
from mapapp.articles.records import Article
from mapapp.errors import MapappError, WhenError
from mapapp.message import listed, tr
from mapapp.ui import who
from mapapp.ui.article import session
from mapapp.ui.article.session import Work
from mapapp.ui.text import plain, sentence
from mapapp.when import When
from mapapp.words.language import Words

_FIELDS = ("title", "publisher", "url", "published")
_NAMES = {
    "title": tr("title"),
    "publisher": tr("publisher"),
    "url": tr("address"),
    "published": tr("date of publication"),
}
_LABELS = {
    "title": tr("Title"),
    "publisher": tr("Publisher"),
    "url": tr("Address (https://…)"),
    "published": tr("Date of publication (YYYY-MM-DD)"),
}


def tours() -> dict[str, str]:
    """The titles of the tours to which the reader may add, by their ids, behind "" for a new one."""
    from mapapp.catalogue.listing import tour_titles

    viewer = who.viewer()
    if not viewer.writes:
        return {"": tr("A new tour")}
    titles = tour_titles(viewer)
    return {"": tr("A new tour"), **{kept.id: titles.get(kept.id, kept.id) for kept in library.kept_tours()}}


def draw(made: Work, words: Words) -> None:
    """The form; open while the date is lacking, on which the years of the text depend."""
    article = made.reading.article
    lacking = [_NAMES[name] for name in _FIELDS if not getattr(article, name)]
    said = tr("The file does not state: {lacking}", lacking=listed(lacking)) if lacking else tr("About the article")
    with st.expander(plain(said, words), expanded=article.published is None), st.form("article_about", border=False):
        for name in _FIELDS:
            key = f"article_about_{name}"
            st.session_state.setdefault(key, str(getattr(article, name) or ""))
            st.text_input(plain(_LABELS[name], words), key=key)
        offered = tours()
        if len(offered) > 1:
            st.session_state.setdefault("article_into", made.into if made.into in offered else "")
            said_of = words.said(offered)
            label = plain(tr("Add to a tour"), words)
            st.selectbox(label, list(offered), format_func=said_of.__getitem__, key="article_into")
        st.form_submit_button(plain(tr("Read again with this"), words), on_click=_answered)
    if wrong := session.wrong("about"):
        st.error(plain(wrong, words))


def forget() -> None:
    """Begin anew with what the next file states."""
    for name in (*(f"article_about_{name}" for name in _FIELDS), "article_into"):
        st.session_state.pop(name, None)


def _answered() -> None:
    made = session.work()
    if made is None:
        return
    session.say("")
    try:
        session.again(stated(made.reading.article), st.session_state.get("article_into", ""))
    except MapappError as error:
        session.say(sentence(error), "about")


def stated(article: Article) -> Article:
    """The article with what the form says. Raises MapappError for a date or an address that is none."""
    texts = {name: " ".join((st.session_state.get(f"article_about_{name}") or "").split())[:300] for name in _FIELDS}
    url = texts["url"]
    if url and not url.lower().startswith(("https://", "http://")):
        raise MapappError(tr("The address does not begin with https:// or http://. Write the full address."))
    try:
        published = When.parse(texts["published"]) if texts["published"] else None
    except WhenError as error:
        raise MapappError(sentence(error)) from None
    return replace(article, title=texts["title"], publisher=texts["publisher"], url=url, published=published)
