"""What a map needs to know of a view: the events that it leaves, what is selected, its place, the way that is drawn."""

from dataclasses import replace
from typing import Any

from mapapp.marks import eventless, marks
from mapapp.routing.route import Route
from mapapp.selection import choose, corridors_shown, select
from mapapp.tour import Tour
from mapapp.view import TILES, View
from mapapp.words.cards import has_card

TILE_HOST = "https://tile.openstreetmap.org"  # keyless; its policy wants a Referer and the credit
TILE_URL = TILE_HOST + "/{z}/{x}/{y}.png"
TILE_CREDIT = "Tiles © OpenStreetMap contributors"


def state(tour: Tour, view: View) -> dict[str, Any]:
    """The message of the protocol in ``tour_map.js``, for the whole tour and the view on it."""
    message: dict[str, Any] = {
        "visible": choose(tour, view).bits if view.filters else None,
        "alone": _alone(tour, view) if view.filters else None,
        "stays": _stays(tour, view) if view.filters else None,
        "selected": view.event if has_card(tour, view.event) else "",
        "theme": view.theme,
        "borders": view.borders,
        **_time(tour, view),
        "corridors": list(corridors_shown(tour, view)),
    }
    if view.basemap == TILES:
        message["tiles"] = {"url": TILE_URL, "credit": TILE_CREDIT}
    if view.framing:
        message["framing"] = [*view.framing.centre, view.framing.zoom]
    return message


def _time(tour: Tour, view: View) -> dict[str, Any]:
    """The days of the view, and the bits of the events that its other filters leave; None: all."""
    undated = replace(view, since=None, until=None, sure=False)
    return {
        "since": str(view.since or ""),
        "until": str(view.until or ""),
        "sure": view.sure,
        **({"align": view.align} if tour.sides else {}),
        "undated": choose(tour, undated).bits if undated.filters else None,
    }


def route_state(route: Route | None, corridor: str) -> dict[str, Any]:
    """The message for a map that shows a way through a corridor (its id) and nothing of the tour; None: no way."""
    message: dict[str, Any] = {
        "visible": "",
        "alone": [],
        "stays": [],
        "selected": "",
        "corridors": [corridor],
        "route": None,
    }
    if route:
        sections = [step.section.id for step in route.steps]
        message["route"] = {"corridor": corridor, "sections": sections, "nodes": list(route.nodes)}
    return message


def _stays(tour: Tour, view: View) -> list[int]:
    """The places in `eventless` of the visits that the view leaves."""
    lonely = eventless(tour)
    left = {visit.id for visit in select(tour, view).visits} if lonely else set()
    return [index for index, visit in enumerate(lonely) if visit.id in left]


def _alone(tour: Tour, view: View) -> list[int]:
    """The indices of the marks without events whose visits the view leaves."""
    lonely = [(index, mark) for index, mark in enumerate(marks(tour)) if not mark.events]
    if not lonely:
        return []
    left = {visit.id for visit in select(tour, view).visits}
    return [index for index, mark in lonely if left.intersection(mark.visits)]
