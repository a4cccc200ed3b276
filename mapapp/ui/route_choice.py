"""Which corridor and which way through it: the widgets, and their values in the address beside the view."""

from dataclasses import replace

import streamlit as st

from mapapp import assembly, country
from mapapp.corridor import Corridor
from mapapp.errors import clipped
from mapapp.message import in_context, series, tr
from mapapp.routing.enquiry import MAX_BESIDE, MAX_VIA, NAMES, Enquiry, parse
from mapapp.selection import corridors_shown
from mapapp.tour import Tour
from mapapp.ui import address, who
from mapapp.ui.text import labels, plain
from mapapp.ui.ways_beside import choices
from mapapp.view import View
from mapapp.words.language import Words

_ENQUIRY = "enquiry"
_READ = "enquiry_read"  # the corridor and the query that we read or wrote last, to tell a change from outside
_SENTENCES = "enquiry_sentences"
_CHOICE = "corridor_choice"
_KEYS = {"start": "way_from", "end": "way_to", "via": "way_via", "allow": "way_allow", "beside": "way_beside"}


def chosen_corridor(tour: Tour, view: View) -> Corridor | None:
    """The first corridor of the view that is there, else the first that maps show from the start, else any."""
    there = {corridor.id: corridor for corridor in assembly.corridors()}
    for id_ in view.corridors or ():
        if id_ not in there:
            address.notice(tr("The link asks for the corridor '{id}', which is not here.", id=clipped(id_)))
    wanted = [there[id_] for id_ in corridors_shown(tour, view) if id_ in there]
    return next(iter([*wanted, *(c for c in there.values() if c.shown), *there.values()]), None)


def current(corridor: Corridor) -> Enquiry:
    """What is asked in this run; where the address was changed from outside, the widgets are set to it first."""
    state = st.session_state
    query = {name: value for name, value in st.query_params.to_dict().items() if name in NAMES}
    if state.get(_READ) != (corridor.id, query):
        state[_ENQUIRY], state[_SENTENCES] = parse(query, corridor, choices(corridor, assembly.corridors()))
        state[_READ] = (corridor.id, query)
        for key in _KEYS.values():
            state.pop(key, None)
    asked: Enquiry = state[_ENQUIRY]
    for name, key in _KEYS.items():  # Streamlit forgets widgets that were not drawn
        if key not in state:
            value = getattr(asked, name)
            state[key] = list(value) if isinstance(value, tuple) else value
    start, end, via, allow, beside = (state[key] for key in _KEYS.values())
    state[_ENQUIRY] = enquiry = Enquiry(start, end, tuple(via), tuple(allow), tuple(beside))
    return enquiry


def sentences() -> tuple[str, ...]:
    """What could not be read of the link."""
    return tuple(st.session_state.get(_SENTENCES, ()))


def write(view: View, corridor: Corridor, enquiry: Enquiry) -> None:
    """Put view and way into the address."""
    asked = any(name in st.query_params for name in NAMES)
    usual = parse({}, corridor)[0] == enquiry
    beside = enquiry.pairs() if asked or not usual else {}  # the usual way needs no address of its own
    st.session_state[_READ] = (corridor.id, beside)
    address.write(view, beside)


def choose_corridor(corridor: Corridor, words: Words) -> None:
    """The box with all corridors."""
    titles = {other.id: words.say(other.title) for other in assembly.corridors()}
    if len(titles) > 1:
        st.session_state[_CHOICE] = corridor.id
        label = plain(tr("Corridor"), words)
        st.selectbox(label, list(titles), format_func=titles.__getitem__, key=_CHOICE, on_change=_change)


def _change() -> None:
    """Go to another corridor, which the map page then shows as well."""
    viewer = who.viewer()
    view = address.current(viewer)
    tour = assembly.loaded(view.tour, viewer).tour
    shown = corridors_shown(tour, view)
    wanted = tuple(dict.fromkeys((st.session_state[_CHOICE], *shown)))
    address.enter(replace(view, corridors=None if wanted == tour.corridors else wanted))
    for name in NAMES:
        st.query_params.pop(name, None)


def choose_way(corridor: Corridor, words: Words) -> None:
    """Start, end, nodes on the way and alternatives."""
    nodes = list(corridor.node)

    def name(id_: str) -> str:
        node = corridor.node[id_]
        return words.say(series((node.name, country.name(node.country))))

    st.selectbox(plain(in_context("a place", "From"), words), nodes, format_func=name, key=_KEYS["start"])
    st.selectbox(plain(in_context("a place", "To"), words), nodes, format_func=name, key=_KEYS["end"])
    help_ = plain(tr("The way passes these nodes in this order."), words)
    st.multiselect(
        plain(tr("By way of"), words),
        nodes,
        format_func=name,
        max_selections=MAX_VIA,
        placeholder=words.say(tr("The shortest way")),
        key=_KEYS["via"],
        help=help_,
    )
    if corridor.alternatives:
        help_ = plain(tr("These branches are taken only if you allow them, or where nothing else leads."), words)
        st.pills(
            plain(tr("Also allow"), words),
            corridor.alternatives,
            selection_mode="multi",
            format_func=labels(corridor.branch, words),
            key=_KEYS["allow"],
            help=help_,
        )
    _choose_beside(corridor, words)
    help_ = plain(tr("The way back: start and end change places."), words)
    st.button(plain(tr("Turn round"), words), on_click=_turn, key="turn", help=help_)


def _choose_beside(corridor: Corridor, words: Words) -> None:
    others = choices(corridor, assembly.corridors())
    st.multiselect(
        plain(tr("Beside it"), words),
        list(others),
        format_func=words.said(others).__getitem__,
        max_selections=MAX_BESIDE,
        placeholder=words.say(tr("Other ways to compare with")),
        key=_KEYS["beside"],
    )


def _turn() -> None:
    back: Enquiry = st.session_state[_ENQUIRY].reversed()
    st.session_state["way_from"], st.session_state["way_to"] = back.start, back.end
    st.session_state["way_via"] = list(back.via)
