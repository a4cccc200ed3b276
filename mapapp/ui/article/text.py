"""The text of the article with its marks, in which words can be selected to mark them by hand."""

from typing import Any

import streamlit as st

from mapapp.articles.quotes import MOST_QUOTED
from mapapp.articles.records import Article, Proposal, Quote
from mapapp.errors import clipped
from mapapp.maps.bundle import ASSETS
from mapapp.ui.article import session
from mapapp.ui.article.session import Work
from mapapp.ui.scripts import HERE, read
from mapapp.words.language import Words
from mapapp.words.scripts import spoken

_FOLDER = HERE / "article"
_SCRIPTS = (
    ASSETS / "text.js",
    ASSETS / "speech.js",
    HERE / "channel.js",
    _FOLDER / "selecting.js",
    _FOLDER / "text.js",
)
_TEXT = st.components.v2.component(
    "mapapp_article",
    html="<div class='article'></div>",
    js=read(*_SCRIPTS),
    isolate_styles=False,  # within a shadow not every browser tells what is selected
)
Mark = tuple[Quote, str, str]  # words, kind, and the key of the proposal


def draw(made: Work, words: Words) -> None:
    """Draw the paragraphs; those of the proposal in hand are marked the strongest."""
    _TEXT(key="article_text_marked", data=data(made) | spoken(words.language, _SCRIPTS), on_said_change=_said)


def data(made: Work) -> dict[str, Any]:
    """What the component shows."""
    article, current = made.reading.article, made.current
    marks = _marks(made)
    return {
        "paragraphs": [_paragraph(article, quote, marks) for quote in article.paragraphs],
        "hand": current.key if current else "",
        "title": clipped(current.title.value, 40) if current else "",
        "most": MOST_QUOTED,
    }


def _said() -> None:
    """What was done in the text: words marked, or a mark chosen; a callback of the component."""
    message = st.session_state["article_text_marked"].get("said")
    if not isinstance(message, dict):
        return
    start, end, what = message.get("start"), message.get("end"), message.get("do")
    if what == "hand":
        session.hold(str(message.get("key")))
    elif isinstance(what, str) and isinstance(start, int) and isinstance(end, int):
        session.mark(what, start, end)


def _marks(made: Work) -> list[Mark]:
    """The words to mark, in order, none within another; those of the proposal in hand come first, then people."""
    current = made.current
    proposals = sorted(made.reading.proposals, key=lambda p: p is not current)
    kept: list[Mark] = []
    for mark in (mark for proposal in proposals for mark in _of(proposal)):
        if all(mark[0].end <= quote.start or quote.end <= mark[0].start for quote, _, _ in kept):
            kept.append(mark)
    return sorted(kept)


def _of(proposal: Proposal) -> list[Mark]:
    people = [q for f in (*proposal.travellers, *proposal.others) for q in f.quotes[:1]]
    found = [(q, "person") for q in people]
    found += [(q, "date") for q in proposal.when.quotes if proposal.when.value]
    found += [(q, "place") for q in proposal.spot.quotes if proposal.spot.value.stated or proposal.spot.value.place]
    found += [(q, "event") for q in proposal.title.quotes if q not in people]
    return [(quote, kind, proposal.key) for quote, kind in found if quote.end - quote.start <= MOST_QUOTED]


def _paragraph(article: Article, paragraph: Quote, marks: list[Mark]) -> dict[str, Any]:
    """Where it begins, and its pieces: words with the kind and the proposal of their mark, "" where there is none."""
    pieces, at = [], paragraph.start
    for quote, kind, key in marks:
        if paragraph.start <= quote.start and quote.end <= paragraph.end:
            pieces += [[article.text[at : quote.start], "", ""], [article.words(quote), kind, key]]
            at = quote.end
    pieces.append([article.text[at : paragraph.end], "", ""])
    return {"start": paragraph.start, "pieces": [piece for piece in pieces if piece[0]]}
