"""The pages of the app, and the row of links between them.

A page is a function that draws it. Its module is imported when it is first shown, so that no page slows another's
first sight.
"""

from dataclasses import dataclass
from importlib import import_module

import streamlit as st

from mapapp.ui import who
from mapapp.ui.text import plain
from mapapp.view import View


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
    Entry("tour_page", "Map"),
    Entry("places_page", "Places", "places"),
    Entry("corridor_page", "Corridor", "corridor"),
    Entry("new_tour.page", "New tour", "new-tour"),
    Entry("edit_page", "Edit", "edit", writers=True),
    Entry("article_page", "Article", "article", listed=False),
    Entry("words_page", "In words", "in-words", listed=False),
)


def pages() -> list[st.Page]:
    """The pages for st.navigation; the first opens by itself."""
    return [st.Page(e.show, title=e.title, url_path=e.path, default=not e.path) for e in ENTRIES]


def entitle(*words: str) -> None:
    """Give the page its title in tabs, bookmarks and history: what it shows, then the tour."""
    st.set_page_config(page_title=" – ".join(dict.fromkeys(words)))


def draw(view: View) -> None:
    """Links to the pages, each with the view; nothing where there is but one page."""
    if len(ENTRIES) < 2:
        return
    with st.container(key="menu", horizontal=True):
        writes = who.viewer().writes
        for entry, page in zip(ENTRIES, pages(), strict=True):
            if entry.listed and (writes or not entry.writers):
                st.page_link(page, label=plain(page.title), query_params=_query(view))


def link(path: str, words: str, view: View) -> None:
    """A link to the page with that path, with the view."""
    st.page_link(next(p for p in pages() if p.url_path == path), label=plain(words), query_params=_query(view))


def _query(view: View) -> list[tuple[str, str]]:
    return [(name, value) for name, value in view.pairs() if name != "v"]
