"""The map in its frame, and the list of events: two small components that speak with each other in the page.

A filter sends them the bits of the events that are left; the map is never built anew.
"""

import contextlib
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from mapapp.catalogue.listing import corridor_ids
from mapapp.corridor import Corridor
from mapapp.maps.bundle import ASSETS
from mapapp.maps.state import route_state, state
from mapapp.palette import THEMES
from mapapp.routing.route import Route
from mapapp.tour import Tour
from mapapp.ui import address
from mapapp.view import View
from mapapp.words.contents import as_of_words

_HERE = Path(__file__).parent


def _read(*paths: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


_COLOURS = "".join(f'[data-theme="{name}"] {{ {theme.css()} }}\n' for name, theme in THEMES.items())
_FRAME = st.components.v2.component(
    "mapapp_frame",
    html="<div class='frame'></div>",
    css=_read(_HERE / "frame.css"),
    js=_read(_HERE / "channel.js", _HERE / "frame.js"),
)
_LIST = st.components.v2.component(
    "mapapp_event_list",
    html="<div class='list'></div>",
    css=_COLOURS
    + _read(*(ASSETS / f"{name}.css" for name in ("discs", "list", "about", "paper")), _HERE / "on_paper.css"),
    js=_read(
        *(ASSETS / name for name in ("text.js", "symbols.js", "panel/list.js", "panel/printed.js")),
        *(_HERE / name for name in ("channel.js", "on_paper.js", "event_list.js")),
    ),
)


def map_frame(tour: Tour, view: View) -> None:
    """The map. A click on an event selects it."""
    src = "embed?title=off&" + View(tour=tour.id, basemap=view.basemap).query()
    _FRAME(
        key="map",
        data={"src": src, "title": tour.title, "keeps": True, **state(tour, view)},
        on_selected_change=_picked("map"),
        on_corridors_change=_switched,
        on_between_change=_between,
    )


def edit_frame(tour: Tour, view: View, told: Callable[[str, str], None], *, picks: bool) -> None:
    """The map of a tour that is being edited.

    ``told`` hears "selected" with an id, and "clicked" with "longitude,latitude" where the map ``picks`` a position.
    """
    src = "embed?" + View(tour=tour.id, basemap=view.basemap).query()
    _FRAME(
        key="edit_frame",
        data={"src": src, "title": tour.title, "picks": picks, **state(tour, view)},
        on_selected_change=lambda: told("selected", _chosen("edit_frame")),
        on_clicked_change=lambda: told("clicked", st.session_state["edit_frame"].get("clicked") or ""),
        on_corridors_change=lambda: None,
        on_between_change=lambda: None,
    )


def route_frame(tour: Tour, view: View, corridor: Corridor, route: Route | None) -> None:
    """The map with a way through a corridor, framed; the tour's own layers stay out of sight."""
    src = "embed?title=off&" + View(tour=tour.id, basemap=view.basemap, corridors=(corridor.id,)).query()
    title = f"Map of the {corridor.title}"
    _FRAME(key="route_map", data={"src": src, "title": title, "theme": view.theme} | route_state(route, corridor.id))


def brought_frame(tour: Tour, view: View) -> None:
    """The map of a tour that somebody brings; that of an older state stays in sight until the newer one is drawn."""
    src = "embed?title=off&" + View(tour=tour.id, basemap=view.basemap).query()
    message = state(tour, View(tour=tour.id, theme=view.theme))
    _FRAME(key="brought_map", data={"src": src, "title": f"Map of {tour.title}", "follows": True, **message})


def event_list(tour: Tour, view: View) -> None:
    """The events that the view leaves, in order of time. A click on one selects it."""
    told = {"cards": "cards.json?" + urlencode({"tour": tour.id}), "as_of": as_of_words(tour)}
    _LIST(key="list", data=state(tour, view) | told, on_selected_change=_picked("list"))


def _switched() -> None:
    ids = st.session_state["map"].get("corridors") or ""
    address.switch(tuple(id_ for id_ in ids.split(",") if id_ in corridor_ids()))


def _between() -> None:
    """The handles of the timeline were let go; days that are none are the browser's own making and change nothing."""
    since, _, until = (st.session_state["map"].get("between") or "").partition(",")
    with contextlib.suppress(ValueError):
        address.between(*(dt.date.fromisoformat(day) if day else None for day in (since, until)))


def _picked(key: str) -> Any:  # noqa: ANN401  # a callback without arguments
    def picked() -> None:
        address.pick(_chosen(key))

    return picked


def _chosen(key: str) -> str:
    """The id that a component says was chosen, "" for none; it says it behind a sign, as an empty answer is none."""
    return (st.session_state[key].get("selected") or "").removeprefix("=")
