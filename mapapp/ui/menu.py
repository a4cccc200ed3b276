"""The pages of the app, and the row of links between them.

A page is a function that draws it. Its module is imported when it is first shown, so that no page slows another's
first sight.
"""

from dataclasses import dataclass
from importlib import import_module

import streamlit as st

from mapapp.message import in_context, series, tr
from mapapp.ui import language, who
from mapapp.ui.text import plain
from mapapp.view import View
from mapapp.words.language import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its module in this package, its word in the menu, and its path in the address ("" for the first).

    ``writers``: whether the menu names it to those alone who may write. One that is not ``listed`` has no place in the
    row: another page leads to it.
    """

    module: str
    title: str
    path: str = ""
    writers: bool = False
    listed: bool = True

    def show(self) -> None:
        """Draw the page."""
        import_module(f"mapapp.ui.{self.module}").show()


ENTRIES = (
    Entry("tour_page", tr("Map")),
    Entry("story_page", tr("Story"), "story"),
    Entry("places_page", tr("Places"), "places"),
    Entry("corridor_page", tr("Corridor"), "corridor"),
    Entry("new_tour.page", tr("New tour"), "new-tour"),
    Entry("edit_page", in_context("a page", "Edit"), "edit", writers=True),
    Entry("article.page", in_context("a page", "Article"), "article", listed=False),
    Entry("words_page", tr("In words"), "in-words", listed=False),
)


def pages() -> list[st.Page]:
    """The pages for st.navigation; the first opens by itself."""
    return [st.Page(e.show, title=e.title, url_path=e.path, default=not e.path) for e in ENTRIES]


def entitle(words: Words, *parts: str) -> None:
    """Give the page its title in tabs, bookmarks and history: what it shows, then the tour."""
    st.set_page_config(page_title=words.say(series(dict.fromkeys(map(words.say, parts)), " – ")))


def draw(view: View, words: Words) -> None:
    """Links to the pages, each with the view, and the box of languages."""
    with st.container(key="menu", horizontal=True):
        writes = who.viewer().writes
        for entry, there in zip(ENTRIES, pages(), strict=True):
            if entry.listed and (writes or not entry.writers):
                st.page_link(there, label=plain(entry.title, words), query_params=_query(view))
        language.choice(words)


def go(path: str, view: View) -> None:
    """Go to the page with that path, with the view; what follows in this run is not done."""
    st.switch_page(page(path), query_params=_query(view))


def link(path: str, label: str, view: View, words: Words) -> None:
    """A link to the page with that path, with the view."""
    st.page_link(page(path), label=plain(label, words), query_params=_query(view))


def page(path: str) -> st.Page:
    """The page with that path."""
    return next(found for found, entry in zip(pages(), ENTRIES, strict=True) if entry.path == path)


def _query(view: View) -> list[tuple[str, str]]:
    return [(name, value) for name, value in view.pairs() if name != "v"]
