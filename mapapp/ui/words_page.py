"""The page "In words": the map of the view in sentences, and a walk from place to place, for whoever cannot see it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from mapapp import assembly
from mapapp.geography import around, passages, places, toward
from mapapp.message import tr
from mapapp.place import Place, where_words
from mapapp.snapshot import Snapshot
from mapapp.ui import address, corrected, language, menu, who
from mapapp.ui.text import plain
from mapapp.words.language import Words
from mapapp.words.told import told_snapshot

_HERE = "walk_here"
_POINTS = {"north": tr("Go north"), "east": tr("Go east"), "south": tr("Go south"), "west": tr("Go west")}


def show() -> None:
    """Draw the page for the view in the address."""
    viewer = who.viewer()
    view = address.current(viewer)
    words = language.spoken(view)
    view = address.sifted(corrected.seen(view, viewer).tour, view)
    snapshot = told_snapshot(assembly.snapshot(replace(view, language=words.language), viewer=viewer))
    menu.entitle(words, tr("In words"), snapshot.whole.title)
    with st.container(key="in_words", gap="small"):
        menu.draw(view, words)
        st.title(plain(tr("{tour}: the map in words", tour=snapshot.whole.title), words), anchor=False)
        for said in address.notices():
            st.info(plain(said, words))
        if view.filters:
            st.markdown(plain(tr("Only what the filters of the map leave is told here."), words))
        _walk(places(snapshot), words)
        _tell(snapshot, words)
    address.write(view)


def _tell(snapshot: Snapshot, words: Words) -> None:
    told = passages(snapshot, words)
    if not told:
        st.markdown(plain(tr("The filters leave no place on the map. Take one away on the page Map."), words))
    for passage in told:
        st.html(f"<h2>{escape(words.say(passage.heading))}</h2>{_listed(passage.sentences, words)}")


def _walk(found: Sequence[Place], words: Words) -> None:
    """Where one stands, what is near, and the ways on."""
    if len(found) < 2:
        return
    ids = [place.id for place in found]
    at = ids.index(st.session_state[_HERE]) if st.session_state.get(_HERE) in ids else 0
    here = found[at]
    said = _listed([tr("You are at {place}.", place=where_words(here, region=False)), *around(here, found)], words)
    heading = escape(words.say(tr("A walk from place to place")))
    st.html(f'<h2>{heading}</h2><div role="status">{said}</div>')
    with st.container(key="walk", horizontal=True):
        for point, go in _POINTS.items():
            _step(point, go, toward(here, found, point), words)
        _step("previous", tr("Previous place"), found[at - 1] if at else None, words)
        _step("next", tr("Next place"), found[at + 1] if at + 1 < len(found) else None, words)


def _listed(sentences: Iterable[str], words: Words) -> str:
    return f"<ul>{''.join(f'<li>{escape(words.say(sentence))}</li>' for sentence in sentences)}</ul>"


def _step(way: str, label: str, to: Place | None, words: Words) -> None:
    """A button that stays the same one wherever it leads to: the keyboard stands on it, and goes on from there."""
    go = partial(st.session_state.__setitem__, _HERE, to.id if to else "")
    tip = plain(to.title, words) if to else None
    st.button(plain(label, words), key=f"walk_{way}", on_click=go, disabled=to is None, help=tip)
