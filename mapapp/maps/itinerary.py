"""Stops, legs, events outside every stop, and other places on record: their geometry and ids.

What they look like and what their cards say is the page's business (tour_map.js); no text passes through Folium.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import folium

from mapapp.callout import Callout
from mapapp.heart import gates
from mapapp.marks import Ghost, Mark, eventless, ghosts, marks
from mapapp.position import Position, cut_at_antimeridian, distance_km, great_circle, unrolled
from mapapp.scene import VISIT
from mapapp.snapshot import Snapshot
from mapapp.tour import Status, Tour
from mapapp.words.language import ENGLISH, Words
from mapapp.words.stop_dates import first_day, stop_dates

FEW_MARKS = 200  # more are dots that the page draws on one canvas, from positions in the data
_PIECES = 16  # of a long leg, which is seen from afar: each point stands on a whole pixel, and near ones make it wobble
FEW_LEGS = 200  # more are drawn in longer pieces, which stray at most 1.3 km from the great circle


def layers(snapshot: Snapshot) -> list[folium.FeatureGroup]:
    """The itinerary of the whole tour. The page hides what the view leaves out."""
    tour = snapshot.whole
    group = folium.FeatureGroup(name="itinerary")
    few = _few(tour)
    folium.GeoJson(_collection(_legs(tour) if few else ()), name="legs", smooth_factor=0.8).add_to(group)
    folium.GeoJson(_collection(_ties(ghosts(tour), tour)), name="ties", interactive=False).add_to(group)
    folium.GeoJson(_collection(_points(tour) if few else ()), name="marks", marker=folium.CircleMarker()).add_to(group)
    return [group]


def _few(tour: Tour) -> bool:
    return len(marks(tour)) <= FEW_MARKS


@lru_cache(maxsize=16)
def unwrapped(tour: Tour) -> dict[str, Position]:
    """The positions of all places of the tour by place id, on one turn of the globe.

    Longitudes run on over the date line where that holds the places together: Anchorage is 210 degrees east of
    Greenwich for a tour that comes from Tokyo.
    """
    places = [mark.place for mark in marks(tour)] + [ghost.place for ghost in ghosts(tour)]
    found = {place.id: place.position for place in places}
    return dict(zip(found, unrolled(list(found.values())), strict=True))


def heart(tour: Tour) -> list[Position]:
    """Where the tour happens: the positions of its marks, without the far ends of its way."""
    shown = marks(tour)
    far = gates(tour, shown, [ghost.place for ghost in ghosts(tour)]) if _few(tour) else {}
    return [mark.place.position for mark in shown if mark.place.id not in far]


@lru_cache(maxsize=16)
def middle(tour: Tour) -> float:
    """The meridian in the middle of the tour's places, in degrees. Lines are cut half a turn from it."""
    longitudes = [position.longitude for position in unwrapped(tour).values()]
    return (min(longitudes) + max(longitudes)) / 2 if longitudes else 0.0


def _pieces(line: Iterable[Position], centre: float) -> Iterable[list[Position]]:
    """The line where the map has its places: what runs over one edge of the world comes in at the other."""
    turned = [Position(p.longitude - centre, p.latitude) for p in line]
    for piece in cut_at_antimeridian(turned):
        yield [Position(p.longitude + centre, p.latitude) for p in piece]


def _points(tour: Tour) -> Iterable[dict[str, Any]]:
    positions = unwrapped(tour)
    for index, mark in enumerate(marks(tour)):
        yield _feature(index, "Point", _rounded(positions[mark.place.id]))


def _legs(tour: Tour) -> Iterable[dict[str, Any]]:
    positions = unwrapped(tour)
    least = 50 if len(tour.legs) <= FEW_LEGS else 250
    for index, leg in enumerate(tour.legs):
        start, end = (positions[tour.visit[id_].place.id] for id_ in (leg.start, leg.end))
        step_km = max(least, distance_km(start, end) / _PIECES)
        if start != end:
            yield from _lines(index, great_circle(start, end, step_km), tour)


def _ties(found: Iterable[Ghost], tour: Tour) -> Iterable[dict[str, Any]]:
    positions = unwrapped(tour)
    for index, ghost in enumerate(found):
        drawn, other = positions[ghost.drawn.id], positions[ghost.place.id]
        turns = round((drawn.longitude - other.longitude) / 360)
        yield from _lines(index, [drawn, Position(other.longitude + 360 * turns, other.latitude)], tour)


def _lines(id_: int, line: Iterable[Position], tour: Tour) -> Iterable[dict[str, Any]]:
    for piece in _pieces(line, middle(tour)):
        yield _feature(id_, "LineString", [_rounded(p) for p in piece])


def _feature(id_: int, kind: str, coordinates: list[float] | list[list[float]]) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"id": id_}, "geometry": {"type": kind, "coordinates": coordinates}}


def _collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def _rounded(position: Position) -> list[float]:
    return [round(position.longitude, 4), round(position.latitude, 4)]


def described(tour: Tour, words: Words = ENGLISH) -> dict[str, Any]:
    """What the page must know about marks, legs and ghosts beyond their geometry, keyed and ordered as in the layer.

    Texts are said in ``words``.

    ``events`` and ``visits`` of a mark are the indices of its cards: visits without an event come after all events.
    ``far`` marks are left out of the first view.
    ``points`` are there where the marks are too many for the layer: their positions as [longitude, latitude].
    """
    index = {event.id: i for i, event in enumerate(tour.events)}
    alone = {visit.id: i for i, visit in enumerate(eventless(tour), start=len(index))}
    shown = marks(tour)
    mark_of = {visit: i for i, mark in enumerate(shown) for visit in mark.visits}
    positions, few = unwrapped(tour), _few(tour)
    far = gates(tour, shown, [ghost.place for ghost in ghosts(tour)]) if few else {}
    dates = stop_dates(tour, shown, words) if few else {}
    points = {} if few else {"points": [_rounded(positions[mark.place.id]) for mark in shown]}
    return points | {
        "middle": middle(tour),
        "marks": [
            _mark(mark, index, alone, words)
            | ({"far": True} if mark.place.id in far else {})
            | _days(tour, mark, dates, words)
            for mark in shown
        ],
        "legs": [
            {"from": mark_of[leg.start], "to": mark_of[leg.end], "mode": leg.mode, "traveller": _who(tour, leg.start)}
            | ({"ahead": True} if tour.visit[leg.end].status != Status.HELD else {})
            for leg in tour.legs
        ],
        "ghosts": [
            {"event": index[g.event], "title": words.say(g.place.title), "at": _rounded(positions[g.place.id])}
            | ({} if g.stated else {"unstated": True})
            for g in ghosts(tour)
        ],
        "callouts": [_callout(tour, callout, index, mark_of, words) for callout in tour.callouts],
    }


def _callout(
    tour: Tour, callout: Callout, index: dict[str, int], mark_of: dict[str, int], words: Words
) -> dict[str, Any]:
    """A callout, with the event that it is about, or the mark of a stay without events."""
    longitude, latitude = callout.position
    at = _rounded(Position(longitude + 360 * round((middle(tour) - longitude) / 360), latitude))
    about = callout.about.removeprefix(VISIT)
    where = {"event": index[about]} if about in index and about == callout.about else {}
    if about != callout.about and about in {visit.id for visit in eventless(tour)}:
        where = {"mark": mark_of[about]}
    return {"text": words.say(callout.text), "at": at} | where


def _who(tour: Tour, visit: str) -> int:
    return tour.travellers.index(tour.visit[visit].traveller)


def _days(tour: Tour, mark: Mark, dates: dict[str, str], words: Words) -> dict[str, str]:
    """The days of a mark as its label has them; and those of all marks at its place, where these are others."""
    if not dates:
        return {}
    whole, own = dates.get(mark.place.id, ""), stop_dates(tour, [mark], words).get(mark.place.id, "")
    since = str(first_day(tour, mark) or "") if whole != own else ""
    told = {"date": own, "dates": whole if whole != own else "", "since": since}
    return {key: text for key, text in told.items() if text}


def _mark(mark: Mark, index: dict[str, int], alone: dict[str, int], words: Words) -> dict[str, Any]:
    described = {
        "title": words.say(mark.place.title),
        "label": words.say(mark.label),
        "number": mark.numbers[0] if len(mark.numbers) > 1 else "",
        "symbol": mark.symbol if mark.symbol != "stop" else "",
        "status": str(mark.status) if mark.status != Status.HELD else "",
        "traveller": mark.traveller,
        "events": [index[event] for event in mark.events],
        "visits": [alone[visit] for visit in mark.visits if visit in alone],
        "area": mark.place.is_area or "",
        "doubtful": mark.doubtful or "",
        "letter": mark.letter,
    }
    return {key: value for key, value in described.items() if value not in ("", [], None)}
