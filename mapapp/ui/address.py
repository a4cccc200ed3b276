"""The view in the browser's address bar, in the session, and in the widgets.

The address is read when a visit begins and when it is changed from outside (a link, the back button); after that the
widgets lead and the address follows. A choice that was made before the browser heard of our newest address comes with
an older one, which is then no change from outside. The map's place and zoom are written into the address by the page
itself.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import streamlit as st

from mapapp import languages, story
from mapapp.catalogue.listing import DEFAULT_TOUR, tables_to_check, tour_ids, tour_titles
from mapapp.errors import ViewError, clipped
from mapapp.message import series, tr
from mapapp.selection import FACETS, boundaries, values
from mapapp.tour import Tour
from mapapp.ui import comparable, language, menu
from mapapp.ui.text import plain, sentence
from mapapp.view import ALIGNMENTS, PARAMETERS, UN_EU, View
from mapapp.viewer import Viewer
from mapapp.words.cards import has_card
from mapapp.words.language import Words

_VIEW = "view"
_WRITTEN = "written_query"  # the query that we wrote or read last, to tell a change from outside
_EARLIER = "earlier_queries"  # those before it
_ACTED = "acted_on_page"  # the reader did something in this run that no widget tells of
_REMEMBERED = 20  # earlier queries
_NOTICES = "link_notices"
_CHECKED = "table_to_check"
TABLE_MARK = "table:"  # begins what stands for a table in the box of tours; no id of a tour has a colon
FRAMING = "at"
WIDGETS = {
    "text": "",
    "sure": False,
    "basemap": "",
    "borders": UN_EU,
    **{facet.name: () for facet in FACETS},
}  # fields of View with a widget of that key
ENTRIES = "entries"  # how often the widgets were set from outside


def current(viewer: Viewer) -> View:
    """The view of this run, of a tour that the viewer may see.

    Where the address was changed from outside, the widgets are set to it first.
    """
    query = {name: value for name, value in st.query_params.to_dict().items() if name in (*PARAMETERS, "v")}
    framing = {name: query.pop(name) for name in [FRAMING] if name in query}
    if _from_outside(query):
        _remember(query)
        st.session_state[_NOTICES] = []
        enter(_parsed(query, viewer))
    if code := language.asked():
        enter(replace(_from_widgets(st.session_state[_VIEW]), language=code))
    if st.session_state[_VIEW].tour not in tour_ids(viewer):  # it was deleted, or is no longer published
        gone = st.session_state[_VIEW]
        enter(replace(_parsed({"tour": gone.tour}, viewer), language=gone.language))
    view = _from_widgets(st.session_state[_VIEW])
    for name in WIDGETS:  # Streamlit forgets widgets that were not drawn
        _fill(view, name)
    try:
        view = replace(view, framing=View.parse({k: [v] for k, v in framing.items()}).framing)
    except ViewError as error:
        notice(tr("{problem} The map shows the whole tour.", problem=sentence(error)))
    if obstacle := comparable.obstacle(view, viewer):
        notice(obstacle)
        view = replace(view, beside="")
    st.session_state[_VIEW] = view
    return view


def _from_outside(query: dict[str, str]) -> bool:
    """Whether the address and not the page tells what to show."""
    acted = st.session_state.pop(_ACTED, False)
    if _VIEW not in st.session_state or st.session_state[_WRITTEN] == query:
        return _VIEW not in st.session_state
    view = st.session_state[_VIEW]
    return query not in st.session_state.get(_EARLIER, []) or not (acted or _from_widgets(view) != view)


def _remember(query: dict[str, str]) -> None:
    """Keep the query as the newest."""
    if _WRITTEN in st.session_state:
        earlier = st.session_state.get(_EARLIER, [])
        st.session_state[_EARLIER] = [*earlier[1 - _REMEMBERED :], st.session_state[_WRITTEN]]
    st.session_state[_WRITTEN] = query


def _parsed(query: dict[str, str], viewer: Viewer) -> View:
    try:
        view = View.parse({name: [value] for name, value in query.items()})
    except ViewError as error:
        notice(tr("{problem} The whole tour is shown instead.", problem=sentence(error)))
        return View(tour=DEFAULT_TOUR, language=_spoken(query))
    if not view.tour:
        return replace(view, tour=DEFAULT_TOUR)
    if view.tour in tour_ids(viewer):
        return view
    asked = clipped(view.tour)
    notice(tr("The link asks for the tour '{id}', which is not here. Another tour is shown instead.", id=asked))
    return View(tour=DEFAULT_TOUR, language=view.language)


def _spoken(query: Mapping[str, str]) -> str:
    """The language that a link asks for, whatever else in it cannot be meant; "" for none that is known."""
    code = query.get("lang", "")
    return code if languages.known(code) else ""


def enter(view: View) -> None:
    """Make this the view, and set the widgets to it; only before they are drawn, or in a callback."""
    st.session_state[_VIEW] = view
    for name in WIDGETS:
        st.session_state.pop(name, None)
        _fill(view, name)
    st.session_state[ENTRIES] = st.session_state.get(ENTRIES, 0) + 1


def _fill(view: View, name: str) -> None:
    if name not in st.session_state:
        value = getattr(view, name)
        st.session_state[name] = list(value) if isinstance(value, tuple) else value


def _from_widgets(view: View) -> View:
    state = st.session_state
    held = {name: state[name] for name in WIDGETS if name in state}
    changes: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in held.items()}
    return replace(view, **changes)


def _change(**changes: Any) -> None:  # noqa: ANN401  # what a view takes
    """Change the view in a callback."""
    st.session_state[_VIEW] = replace(st.session_state[_VIEW], **changes)
    st.session_state[_ACTED] = True


def between(since: dt.date | None, until: dt.date | None) -> None:
    """Set the days of the view."""
    _change(since=since, until=until)


def beside(id_: str) -> None:
    """Compare with another tour, or a traveller, "" for none; filters stay as far as they fit."""
    view = replace(_from_widgets(st.session_state[_VIEW]), beside=id_, event="")
    enter(view if id_ else replace(view, align=ALIGNMENTS[0]))
    st.session_state[_ACTED] = True


def align(by: str) -> None:
    """Choose by what the days of a comparison stand under each other."""
    _change(align=by)


def pick(event: str) -> None:
    """Select an event, "" for none; a callback of the map and the list."""
    _change(event=event)


def switch(corridors: tuple[str, ...]) -> None:
    """Show these corridors; a callback of the map's layer control."""
    _change(corridors=corridors)


def clear() -> None:
    """Take away all filters; a callback of buttons."""
    enter(_from_widgets(st.session_state[_VIEW]).cleared())
    st.session_state[_ACTED] = True


def choose_tour(tour: str, viewer: Viewer, words: Words) -> None:
    """Draw the box with the tours that the viewer may see; the one with that id is open. One alone needs no box.

    To those who write it offers, too, the tables among the tours that are none yet; the page of new tours opens them.
    """
    titles = tour_titles(viewer)
    tables = (
        {f"{TABLE_MARK}{name}": words.say(tr("{name}, a table to be checked", name=name)) for name in tables_to_check()}
        if viewer.writes
        else {}
    )
    if len(titles) + len(tables) > 1:
        st.session_state["tour"] = tour
        named = told_apart(words.said({**titles, **tables}))
        label = plain(tr("Tour"), words)
        st.selectbox(label, list(named), format_func=named.__getitem__, key="tour", on_change=_change_tour)
    if name := st.session_state.pop(_CHECKED, ""):
        st.switch_page(menu.page("new-tour"), query_params={"table": name})


def told_apart(titles: Mapping[str, str]) -> dict[str, str]:
    """The titles by their ids; one that several have, such as a copy and its origin, is followed by the id.

    Streamlit opens an option by its words.
    """
    seen = list(titles.values())
    return {id_: title if seen.count(title) == 1 else f"{title} ({id_})" for id_, title in titles.items()}


def _change_tour() -> None:
    """Go to the tour of the box, without the filters of the other one."""
    view: View = st.session_state[_VIEW]
    chosen = str(st.session_state["tour"])
    if chosen.startswith(TABLE_MARK):
        st.session_state[_CHECKED] = chosen.removeprefix(TABLE_MARK)
        return
    enter(View(tour=chosen, borders=view.borders, theme=view.theme, language=view.language))
    st.session_state[_ACTED] = True
    st.query_params.pop(FRAMING, None)


def sifted(tour: Tour, view: View) -> View:
    """The view without what this tour does not have, with a sentence for each thing left out."""
    known = values(tour)
    changes: dict[str, Any] = {}
    for facet in FACETS:
        asked: tuple[str, ...] = getattr(view, facet.name)
        missing = [clipped(value, 40) for value in asked if value not in known[facet.name]]
        if missing:
            left = series(missing)
            notice(tr("The link filters by '{values}', which this tour does not have; that is left out.", values=left))
            changes[facet.name] = tuple(value for value in asked if value in known[facet.name])
    if view.event and not has_card(tour, view.event):
        notice(tr("The link selects the event '{id}', which this tour does not have.", id=clipped(view.event)))
        changes["event"] = ""
    if view.scene and not story.scene(tour, view.scene):
        said = tr("The link asks for scene {n}, which the story of this tour does not have.", n=str(view.scene))
        notice(said)
        changes["scene"] = 0
    days = boundaries(tour)
    if days and ((view.since and view.since > days[-1]) or (view.until and view.until < days[0])):
        notice(tr("The link asks for days on which this tour has no events; all its days are shown."))
        changes |= {"since": None, "until": None}
    if changes:
        enter(replace(view, **changes))
    return st.session_state[_VIEW] if changes else view


def notice(words: str) -> None:
    """Keep a sentence about the link until the address changes."""
    if words not in st.session_state[_NOTICES]:
        st.session_state[_NOTICES] = [*st.session_state[_NOTICES], words]


def notices() -> list[str]:
    """The sentences about the link."""
    return list(st.session_state[_NOTICES])


def write(view: View, beside: Mapping[str, str] = MappingProxyType({})) -> None:
    """Put the view into the address where it differs, and leave the map's place there alone.

    ``beside`` are parameters of a page of its own; those of other pages and programs are taken out.
    """
    query = dict(View.pairs(replace(view, framing=None)))
    if view.tour == DEFAULT_TOUR:
        query.pop("tour")
    there = st.query_params.to_dict()
    framing = {FRAMING: there[FRAMING]} if FRAMING in there else {}
    wanted = query | dict(beside) | framing
    asked = {name: value for name, value in there.items() if name in (*PARAMETERS, "v") and name != FRAMING}
    if _meant(there) == _meant(wanted) and asked == st.session_state[_WRITTEN]:
        query = asked
    else:  # the browser may be at a newer address than the one that it asked with
        st.query_params.from_dict(wanted)
    if st.session_state[_WRITTEN] != query:
        _remember(query)


def _meant(query: Mapping[str, str]) -> dict[str, str]:
    """A query without what goes without saying. Each address that is written is one more to go back through."""
    return {n: v for n, v in query.items() if n != "v" and (n, v) != ("tour", DEFAULT_TOUR)}
