"""GPX 1.1 for route planners and devices: stops and events as waypoints, each traveller's stops in order as a route.

Latitude and longitude are attributes. GPX knows only instants in UTC: a point has a time only where the source states
the clock and the zone of its place is known; everything else is in the description.
"""

import datetime as dt

from gpxpy.gpx import GPX, GPXRoute, GPXRoutePoint, GPXWaypoint

from mapapp.instants import instant
from mapapp.message import tr
from mapapp.place import Place
from mapapp.position import Position
from mapapp.snapshot import Snapshot
from mapapp.tour import Event, Visit
from mapapp.when import When
from mapapp.words.contents import PLACES_CREDIT, about
from mapapp.words.language import Words
from mapapp.words.paragraphs import Paragraphs, xml_text

_SMALLEST = 1e-4  # Python writes smaller numbers with an exponent, which GPX forbids; 11 m


def write(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8."""
    tour, words = snapshot.tour, Words(snapshot.language)
    lines = Paragraphs(tour, words)
    gpx = GPX()
    gpx.creator = "mapapp"
    gpx.name, gpx.description = xml_text(tour.title), xml_text("\n".join(words.said([*about(snapshot), PLACES_CREDIT])))
    for traveller in tour.travellers:
        visits = [visit for visit in tour.visits if visit.traveller == traveller]
        gpx.waypoints += [_stop(lines, visit) for visit in visits]
        if visits:
            gpx.routes.append(_route(lines, traveller, visits))
    gpx.waypoints += [_event(lines, event) for event in tour.events]
    return (gpx.to_xml(version="1.1") + "\n").encode()


def _event(lines: Paragraphs, event: Event) -> GPXWaypoint:
    latitude, longitude = _degrees(event.place.position)
    return GPXWaypoint(
        latitude,
        longitude,
        time=_instant(event.when, event.place),
        name=xml_text(event.title),
        description=xml_text("\n".join(lines.event(event))),
        type="event",
    )


def _stop(lines: Paragraphs, visit: Visit) -> GPXWaypoint:
    latitude, longitude = _degrees(visit.place.position)
    return GPXWaypoint(
        latitude,
        longitude,
        time=_instant(visit.arrival, visit.place),
        name=xml_text(visit.place.title),
        description=xml_text("\n".join(lines.visit(visit))),
        type="stop",
    )


def _route(lines: Paragraphs, traveller: str, visits: list[Visit]) -> GPXRoute:
    tour = lines.tour
    described = lines.words.say(tr("Stops in the order of travel"))
    route = GPXRoute(name=xml_text(tour.person[traveller].name), description=described)
    legs = [leg for leg in tour.legs if tour.visit[leg.start].traveller == traveller]
    if legs:
        told = [line for leg in legs for line in lines.leg(leg)]
        route.description = xml_text("\n".join(dict.fromkeys(told)))
    for visit in visits:
        latitude, longitude = _degrees(visit.place.position)
        time, name = _instant(visit.arrival, visit.place), xml_text(visit.place.title)
        route.points.append(GPXRoutePoint(latitude, longitude, time=time, name=name))
    return route


def _degrees(position: Position) -> tuple[float, float]:
    """Latitude and longitude as GPX can write them."""
    longitude, latitude = (0.0 if abs(degrees) < _SMALLEST else round(degrees, 6) for degrees in position)
    return latitude, longitude


def _instant(when: When | None, place: Place) -> dt.datetime | None:
    """The instant at which it began, in UTC; None where no source states it to the minute."""
    local = instant(when.start, place.zone) if when else None
    return local.astimezone(dt.UTC) if local else None
