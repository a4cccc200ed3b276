"""What becomes of the proposals that were taken: their map, and a tour as a draft in the library or as a file."""

import weakref
from html import escape

import streamlit as st

from mapapp import assembly, library
from mapapp.archive import zipped
from mapapp.articles.drafting import folder
from mapapp.articles.records import Reading
from mapapp.catalogue.listing import public_tours
from mapapp.drafts import unsaved
from mapapp.errors import MapappError
from mapapp.geocoding import offline_resolver
from mapapp.message import plural, tr
from mapapp.ui import frame, menu, who
from mapapp.ui.article import session
from mapapp.ui.article.session import Work
from mapapp.ui.text import plain, sentence
from mapapp.view import View
from mapapp.words.language import Words

_SHOWN, _KEPT = "article_shown", "article_kept"


class _Shown:
    """The tour on the map, forgotten with the session that holds this."""

    def __init__(self, reading: Reading, keys: frozenset[str]) -> None:
        self.reading, self.keys = reading, keys
        self.id = unsaved.put(folder(reading, keys)[0], offline_resolver)
        weakref.finalize(self, unsaved.drop, self.id)


def draw_map(made: Work, view: View, words: Words) -> None:
    """The map of all that was not left out."""
    keys = frozenset(p.key for p in made.reading.proposals) - made.left
    shown = st.session_state.get(_SHOWN)
    if not isinstance(shown, _Shown) or shown.reading is not made.reading or shown.keys != keys:
        shown = st.session_state[_SHOWN] = _Shown(made.reading, keys)
    tour = assembly.loaded(shown.id).tour
    if tour.visits or tour.events:
        with st.container(key="article_map", gap=None):
            frame.brought_frame(tour, view, words)


def draw_foot(made: Work, words: Words) -> None:
    """What there is, and the way on; they stay in sight."""
    sure = [p.key for p in made.open if p.sure]
    proposals = plural(len(made.reading.proposals), "{n} proposal.", "{n} proposals.")
    each = tr("Each keeps the paragraph that it came from as its source.")
    with st.container(key="article_foot", horizontal=True, vertical_alignment="center"):
        said = f"<strong>{escape(words.say(proposals))}</strong> <span class='more'>{escape(words.say(each))}</span>"
        st.html(f"<p>{said}</p>")
        label = plain(tr("Take all that are sure · {n}", n=len(sure)), words)
        st.button(label, key="article_sure", on_click=session.take_sure, disabled=not sure)
        if made.taken:
            download = plain(tr("Download the tour"), words)
            st.download_button(
                download, _packed(made), "tour.zip", "application/zip", key="article_zip", on_click="ignore"
            )
        if who.viewer().writes:
            add = tr("Add to the tour") if made.into else tr("Use this tour")
            off = not made.taken
            st.button(plain(add, words), key="article_use", type="primary", on_click=_use, disabled=off)


def draw_kept(made: Work, view: View, words: Words) -> None:
    """What had to be left out of the tour, and where it is once it was kept."""
    for note in folder(made.reading, made.taken, _base(made))[1] if made.taken else ():
        st.info(plain(note, words))
    kept = st.session_state.get(_KEPT)
    if kept:
        said = tr("The tour is kept as the draft {id}.", id=kept)
        with st.container(key="article_kept", horizontal=True, vertical_alignment="center"):
            st.html(f"<p>{escape(words.say(said))}</p>")
            query = [(name, value) for name, value in View(tour=kept, language=view.language).pairs() if name != "v"]
            st.page_link(menu.pages()[0], label=plain(tr("Open the map"), words), query_params=query)


def forget() -> None:
    """Begin anew."""
    st.session_state.pop(_KEPT, None)


def _base(made: Work) -> dict[str, bytes]:
    """The files of the tour to which the article is added; none for a new one."""
    return library.contents(made.into) if made.into and who.viewer().writes else {}


def _use() -> None:
    """Keep the tour as a draft, or as a new version of the one to which the article is added; a callback."""
    made, viewer = session.work(), who.viewer()
    if made is None or not viewer.writes:
        return
    session.say("")
    title, by = made.reading.article.title, viewer.name
    try:
        if not made.into:
            files = folder(made.reading, made.taken)[0]
            note = tr("Read from an article")
            st.session_state[_KEPT] = library.create(title or "article", files, by=by, note=note, taken=public_tours())
            return
        newest = library.kept(made.into).newest
        files = folder(made.reading, made.taken, library.contents(made.into, newest))[0]
        library.save(made.into, files, began_from=newest, by=by, note=tr("An article added"))
        st.session_state[_KEPT] = made.into
    except MapappError as error:
        session.say(sentence(error))


def _packed(made: Work) -> bytes:
    return zipped(folder(made.reading, made.taken, _base(made))[0])
