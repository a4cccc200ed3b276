"""The page "In words": the map of the view in sentences, and a walk from place to place, for whoever cannot see it."""

from collections.abc import Iterable, Sequence
from functools import partial
from html import escape

import streamlit as st

from mapapp import assembly
from mapapp.geography import around, passages, places, toward
from mapapp.place import Place, where_words
from mapapp.snapshot import Snapshot
from mapapp.ui import address, corrected, menu, who
from mapapp.ui.text import plain

_HERE = "walk_here"
_POINTS = ("north", "east", "south", "west")


def show() -> None:
    """Draw the page for the view in the address."""
    viewer = who.viewer()
    view = address.current(viewer)
    view = address.sifted(corrected.loaded(view.tour, viewer).tour, view)
    snapshot = assembly.snapshot(view, viewer=viewer)
    with st.container(key="in_words", gap="small"):
        menu.draw(view)
        st.title(plain(f"{snapshot.whole.title}: the map in words"), anchor=False)
        for words in address.notices():
            st.info(plain(words))
        if view.filters:
            st.markdown(plain("Only what the filters of the map leave is told here."))
        _walk(places(snapshot))
        _tell(snapshot)
    address.write(view)


def _tell(snapshot: Snapshot) -> None:
    told = passages(snapshot)
    if not told:
        st.markdown("The filters leave no place on the map. Take one away on the page Map.")
    for passage in told:
        st.html(f"<h2>{escape(passage.heading)}</h2>{_listed(passage.sentences)}")


def _walk(found: Sequence[Place]) -> None:
    """Where one stands, what is near, and the ways on."""
    if len(found) < 2:
        return
    ids = [place.id for place in found]
    at = ids.index(st.session_state[_HERE]) if st.session_state.get(_HERE) in ids else 0
    here = found[at]
    said = _listed([f"You are at {where_words(here)}.", *around(here, found)])
    st.html(f'<h2>A walk from place to place</h2><div role="status">{said}</div>')
    with st.container(key="walk", horizontal=True):
        for point in _POINTS:
            _step(f"Go {point}", toward(here, found, point))
        _step("Place before", found[at - 1] if at else None)
        _step("Next place", found[at + 1] if at + 1 < len(found) else None)


def _listed(sentences: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(sentence)}</li>' for sentence in sentences)}</ul>"


def _step(words: str, to: Place | None) -> None:
    go = partial(st.session_state.__setitem__, _HERE, to.id if to else "")
    st.button(plain(words), on_click=go, disabled=to is None, help=plain(to.title) if to else None)
