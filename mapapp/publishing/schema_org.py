"""A tour in the words of schema.org, as JSON-LD for search engines: Trip, Event, Place.

Nothing is said that the tour does not say: a date that is only about, or only that of a stay, is left to the words of
the description, and a place in doubt has no position.
"""

from collections.abc import Iterable
from typing import Any

from mapapp.instants import instant
from mapapp.place import Place
from mapapp.tour import Event, Located, Person, Status, Tour, Visit
from mapapp.when import Moment, When

Json = dict[str, Any]
CONTEXT = "https://schema.org"
_STATUS = {Status.POSTPONED: "EventPostponed", Status.CANCELLED: "EventCancelled"}


def graph(tour: Tour, page: str, picture: str = "") -> Json:
    """The document for the tour's page.

    ``page`` is its address, "" where it is not known: then it names nothing beyond itself. ``picture`` is an address.
    """
    trip: Json = {
        "@type": "Trip",
        "@id": f"{page}#trip",
        "name": tour.title,
        **_filled({"description": tour.summary, "url": page, "image": picture}),
        **_journeys(tour),
    }
    return {"@context": CONTEXT, "@graph": [trip, *(_event(tour, event, page) for event in tour.events)]}


def _journeys(tour: Tour) -> Json:
    """The stops in the order of travel; of several travellers each has a trip within the trip."""
    stops = {id_: [visit for visit in tour.visits if visit.traveller == id_] for id_ in tour.travellers}
    gone = {id_: visits for id_, visits in stops.items() if visits}
    if len(gone) < 2:
        return _filled({"itinerary": next(map(_itinerary, gone.values()), {})})
    trips = [
        {"@type": "Trip", "name": tour.person[id_].name, "itinerary": _itinerary(visits)}
        for id_, visits in gone.items()
    ]
    return {"subTrip": trips}


def _itinerary(visits: Iterable[Visit]) -> Json:
    stops = [
        {"@type": "ListItem", "position": number, "item": _place(visit.at)}
        for number, visit in enumerate(visits, start=1)
    ]
    return {"@type": "ItemList", "itemListElement": stops}


def _event(tour: Tour, event: Event, page: str) -> Json:
    before = [claim.when for claim in tour.claims_on.get(event.id, ()) if claim.kind == "superseded" and claim.when]
    people = [tour.person[id_] for id_ in event.participants if id_ in tour.person]
    return {
        "@type": "Event",
        "@id": f"{page}#event-{event.id}",
        "name": event.title,
        **_filled({"description": f"{event.when.describe()}. {event.summary}".strip()}),
        **_dates(event),
        **_filled({"previousStartDate": [date for when in before if (date := _moment(when.start, event.place))]}),
        "eventStatus": f"{CONTEXT}/{_STATUS.get(event.status, 'EventRescheduled' if before else 'EventScheduled')}",
        "location": _place(event.at),
        **_filled({"attendee": [_person(person) for person in people]}),
        **_filled({"subjectOf": _sources(tour, event)}),
    }


def _dates(event: Event) -> Json:
    """Start and end, each where a source states it; none where it is only known that it was in a stay of days."""
    if event.certain_days is None and not event.when_stated:
        return {}
    when: When = event.when
    return _filled(
        {
            "startDate": _moment(when.start, event.place),
            "endDate": _moment(when.end, event.place) if when.end else "",
        }
    )


def _moment(moment: Moment, place: Place) -> str:
    """The moment in ISO 8601, no more precise than its source; "" for one that is only about or perhaps."""
    if moment.about or moment.uncertain:
        return ""
    local = instant(moment, place.zone)
    return local.isoformat(timespec="minutes") if local else str(moment)


def _place(at: Located) -> Json:
    place = at.place
    address = _filled({"addressCountry": place.country, "addressRegion": place.region})
    authority, _, key = place.id.partition(":")
    same = f"https://sws.geonames.org/{key}/" if authority == "geonames" and at.sure else ""
    longitude, latitude = place.position
    at_ = {"@type": "GeoCoordinates", "longitude": longitude, "latitude": latitude}
    return {
        "@type": "Place",
        "name": place.title if at.sure else at.toponym,
        **({"address": {"@type": "PostalAddress", **address}} if address and at.sure else {}),
        **({"geo": at_} if at.sure else {}),
        **_filled({"sameAs": same}),
    }


def _person(person: Person) -> Json:
    return {"@type": "Person", "name": person.name, **_filled({"jobTitle": person.role})}


def _sources(tour: Tour, event: Event) -> list[Json]:
    cited = dict.fromkeys(citation.source for citation in event.citations if citation.source in tour.source)
    sources = (tour.source[id_] for id_ in cited)
    return [
        {"@type": "CreativeWork", "name": s.title, "url": s.url} for s in sources if s.url.lower().startswith("http")
    ]


def _filled(members: Json) -> Json:
    return {name: value for name, value in members.items() if value}
