"""The map in its frame, and the list of events: two small components that speak with each other in the page.

A filter sends them the bits of the events that are left; the map is never built anew.
"""

import contextlib
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from mapapp import story
from mapapp.catalogue.listing import corridor_ids
from mapapp.corridor import Corridor
from mapapp.maps.bundle import ASSETS
from mapapp.maps.state import route_state, state
from mapapp.message import tr
from mapapp.palette import themed_css
from mapapp.routing.route import Route
from mapapp.tour import Tour
from mapapp.ui import address, messages
from mapapp.ui.scripts import HERE, read
from mapapp.view import FILTERS, View
from mapapp.words.contents import as_of_words
from mapapp.words.language import Words
from mapapp.words.scripts import spoken

_FRAME_SCRIPTS = (HERE / "channel.js", ASSETS / "speech.js", HERE / "frame.js")
_LIST_SCRIPTS = (
    *(
        ASSETS / name
        for name in (
            "text.js",
            "bits.js",
            "speech.js",
            "untold.js",
            "sides.js",
            "symbols.js",
            "days.js",
            "panel/query.js",
            "panel/filters.js",
            "panel/list.js",
            "panel/printed.js",
        )
    ),
    *(HERE / name for name in ("channel.js", "on_paper.js", "foresight.js", "event_list.js")),
)
_FORESEEN = 20_000  # events; the rules of more take longer to come than the server to answer
_EDITED = "frame_edited"  # whose pencil was clicked
_FRAME = st.components.v2.component(
    "mapapp_frame",
    html="<div class='frame'></div>",
    css=read(HERE / "frame.css"),
    js=read(*_FRAME_SCRIPTS),
)
_LIST = st.components.v2.component(
    "mapapp_event_list",
    html="<div class='list'></div>",
    css=themed_css()
    + read(*(ASSETS / f"{name}.css" for name in ("discs", "untold", "list", "about", "paper")), HERE / "on_paper.css"),
    js=read(*_LIST_SCRIPTS),
)


def map_frame(tour: Tour, view: View, words: Words, *, edits: bool) -> None:
    """The map. A click on an event selects it. ``edits``: its card has a pencil, which `editing` tells of."""
    src = "embed?title=off&" + _asked(tour, view, words).query()
    _FRAME(
        key="map",
        data={"src": src, "title": words.say(tour.title), "keeps": True, "edits": edits, "heard": messages.heard("map")}
        | state(tour, view)
        | _said(words),
        on_said_change=messages.hearing("map", _told),
    )


def edit_frame(tour: Tour, view: View, told: Callable[[str, str], None], words: Words, *, picks: bool) -> None:
    """The map of a tour that is being edited.

    ``told`` hears "selected" with an id, and "clicked" with "longitude,latitude" where the map ``picks`` a position.
    What the view selects has a short callout, which leaves room for a click.
    """
    src = "embed?" + _asked(tour, view, words).query()
    heard = messages.heard("edit_frame")
    _FRAME(
        key="edit_frame",
        data={"src": src, "title": words.say(tour.title), "picks": picks, "brief": True, "heard": heard}
        | state(tour, view)
        | _said(words),
        on_said_change=messages.hearing("edit_frame", told),
    )


def route_frame(tour: Tour, view: View, corridor: Corridor, route: Route | None, words: Words) -> None:
    """The map with a way through a corridor, framed; the tour's own layers stay out of sight."""
    src = "embed?title=off&" + replace(_asked(tour, view, words), corridors=(corridor.id,)).query()
    told = {"src": src, "title": words.say(tr("Map of the {corridor}", corridor=corridor.title)), "theme": view.theme}
    _FRAME(key="route_map", data=told | route_state(route, corridor.id) | _said(words))


def story_frame(tour: Tour, view: View, words: Words) -> None:
    """The map with the story of the tour beside it, which begins with the scene of the view.

    The document does not depend on that scene: it stays while the reader goes on and the address follows.
    """
    src = "embed?title=off&" + replace(_asked(tour, view, words), scene=story.scenes(tour)[0].number).query()
    title = words.say(tr("{tour}: the story", tour=tour.title))
    _FRAME(
        key="story_map_frame",
        data={"src": src, "title": title, "theme": view.theme, "scene": view.scene, **_said(words)},
    )


def brought_frame(tour: Tour, view: View, words: Words) -> None:
    """The map of a tour that somebody brings; that of an older state stays in sight until the newer one is drawn."""
    src = "embed?title=off&" + _asked(tour, view, words).query()
    message = state(tour, View(tour=tour.id, theme=view.theme))
    title = words.say(tr("Map of {tour}", tour=tour.title))
    _FRAME(key="brought_map", data={"src": src, "title": title, "follows": True, **message, **_said(words)})


def event_list(tour: Tour, view: View, words: Words, offered: dict[str, list[str]], *, edits: bool) -> None:
    """The events that the view leaves, in order of time. A click on one selects it; ``edits`` as for `map_frame`.

    ``offered`` are the values of the filters beside it, in their order: they are answered in the page before the server
    answers.
    """
    asked = View(tour=tour.id, language=words.language, beside=view.beside if tour.sides else "")
    told = {
        "cards": f"cards.json?{asked.query()}",
        "rules": f"filters.json?{replace(asked, language='').query()}" if len(tour.events) <= _FORESEEN else "",
        "filters": {name: _plain(getattr(view, name)) for name in FILTERS},
        "offered": offered,
        "as_of": words.say(as_of_words(tour)),
        "edits": edits,
        "heard": messages.heard("list"),
    }
    data = state(tour, view) | told | spoken(words.language, _LIST_SCRIPTS)
    _LIST(key="list", data=data, on_said_change=messages.hearing("list", _told))


def _asked(tour: Tour, view: View, words: Words) -> View:
    """What the document of the map is asked for; it is built anew where this changes."""
    return View(tour=tour.id, basemap=view.basemap, language=words.language, beside=view.beside if tour.sides else "")


def _plain(value: object) -> object:
    """The value of a filter as scripts have it."""
    return str(value or "") if value is None or isinstance(value, dt.date) else value


def _said(words: Words) -> dict[str, Any]:
    return spoken(words.language, _FRAME_SCRIPTS)


def _told(name: str, value: str) -> None:
    """What map and list tell; what is none of it is the browser's own making and changes nothing."""
    if name == "selected":
        address.pick(value)
    elif name == "edit":
        st.session_state[_EDITED] = value
    elif name == "corridors":
        address.switch(tuple(id_ for id_ in value.split(",") if id_ in corridor_ids()))
    elif name == "between":
        since, _, until = value.partition(",")
        with contextlib.suppress(ValueError):
            address.between(*(dt.date.fromisoformat(day) if day else None for day in (since, until)))


def editing() -> str:
    """The id of the event, or "visit:" and that of the stop, whose pencil was clicked in this run, "" for none."""
    return str(st.session_state.pop(_EDITED, ""))
