"""The box that puts a second tour, or one traveller of the same, beside the tour on the main page."""

import streamlit as st

from mapapp.beside import TRAVELLER
from mapapp.catalogue.listing import tour_titles
from mapapp.message import tr
from mapapp.selection import select
from mapapp.tour import Tour
from mapapp.ui import address
from mapapp.ui.text import labels, plain
from mapapp.view import ALIGNMENTS, View
from mapapp.viewer import Viewer
from mapapp.words.comparison import IN_COMMON, table
from mapapp.words.language import Words
from mapapp.words.told import told

_BOX, _ALIGN = "compare_with", "compare_by"
_BY = {ALIGNMENTS[0]: tr("By date"), ALIGNMENTS[1]: tr("By day of travel")}


def choice(tour: Tour, view: View, viewer: Viewer, words: Words) -> None:
    """Draw the box with what the tour, before it was compared, can be compared with; nothing where there is nothing."""
    titles = tour_titles(viewer)
    travellers = tour.travellers if len(tour.travellers) > 1 else ()
    named = {TRAVELLER + id_: tour.person[id_].name for id_ in travellers}
    if titles.keys() <= {view.tour} and not named:
        return
    options = address.told_apart({"": words.say(tr("Nothing")), **words.said({**titles, **named})})
    options.pop(view.tour, None)  # told apart from it, too
    st.session_state[_BOX] = view.beside if view.beside in options else ""
    label = plain(tr("Compare with"), words)
    st.selectbox(label, list(options), format_func=options.__getitem__, key=_BOX, on_change=_chosen)
    if view.beside:
        st.session_state[_ALIGN] = view.align
        by = words.said(_BY)
        label = plain(tr("Compare days"), words)
        st.radio(label, list(by), format_func=labels(by.__getitem__), key=_ALIGN, on_change=_aligned, horizontal=True)


def common(tour: Tour, view: View, words: Words) -> None:
    """What both sides have, of what the view leaves; nothing where nothing is compared."""
    if not tour.sides:
        return
    box = st.expander(plain(IN_COMMON, words), key="common", on_change="rerun")
    if box.open:
        with box:
            st.html(table(select(told(tour, words.language), view), view.align, words))


def _chosen() -> None:
    address.beside(str(st.session_state[_BOX]))


def _aligned() -> None:
    address.align(str(st.session_state[_ALIGN] or ALIGNMENTS[0]))
