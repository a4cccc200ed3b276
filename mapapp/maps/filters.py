"""What filters in the page need to answer as `selection` does: those of the saved file, and the app's own."""

from collections.abc import Callable
from typing import Any

from mapapp import country
from mapapp.marks import eventless, marks
from mapapp.message import others_of
from mapapp.selection import FACETS, bits_of, everywhere, place_everywhere
from mapapp.tour import Event, Tour, Visit
from mapapp.words import terms
from mapapp.words.cards import days
from mapapp.words.language import ENGLISH, Words


def told(tour: Tour, words: Words = ENGLISH) -> dict[str, Any]:
    """What filters need that stand alone: the rules with the words of the values, and those that searches look for."""
    named: dict[str, Callable[[str], str]] = {
        "countries": words.country,
        "travellers": lambda id_: words.say(tour.person[id_].name),
        "people": lambda id_: words.say(tour.person[id_].name),
        "statuses": lambda status: _capital(words.say(terms.status(status))),
    }
    searched: dict[str, Callable[[str], str]] = {"countries": country.name, "kinds": tour.label, "topics": tour.label}
    found = rules(tour)
    for facet, values in found["facets"].items():
        label, said = named.get(facet, tour.label), searched.get(facet)
        found["facets"][facet] = [
            [value, words.say(label(value)), events, *([everywhere(said(value))] if said else [])]
            for value, _, events in values
        ]
    also = ((str(i), _also(tour, event, words)) for i, event in enumerate(tour.events))
    return found | {"also": {i: text for i, text in also if text}}


def rules(tour: Tour) -> dict[str, Any]:
    """For each facet its values, without words, and their events; and what visits without events are filtered by.

    Events are a list of their indices, or the bits of all events where those are shorter.
    """
    facets, total = {}, len(tour.events)
    for facet in FACETS:
        found: dict[str, list[int]] = {}
        for index, event in enumerate(tour.events):
            for value in facet.values(tour, event):
                found.setdefault(value, []).append(index)
        facets[facet.name] = [[value, "", shorter(events, total)] for value, events in sorted(found.items())]
    place_in = {visit.id: i for i, visit in enumerate(tour.visits)}
    stays = [place_in[visit.id] for visit in eventless(tour)]
    lonely = {str(i): [place_in[v] for v in mark.visits] for i, mark in enumerate(marks(tour)) if not mark.events}
    events_of: dict[str, list[int]] = {}
    for index, event in enumerate(tour.events):
        events_of.setdefault(event.visit, []).append(index)
    asked = {*stays, *(visit for visits in lonely.values() for visit in visits)}
    visits = [_visit(tour, v, events_of.get(v.id, [])) if i in asked else None for i, v in enumerate(tour.visits)]
    return {"facets": facets, "also": {}, "visits": visits, "stays": stays, "lonely": lonely}


def shorter(events: list[int], total: int) -> list[int] | str:
    """The indices of some of all events, or the bits of all where those are shorter in JSON."""
    if len(letters := bits_of(events, total)) + 1 < sum(len(str(index)) + 1 for index in events):
        return letters
    return events


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _also(tour: Tour, event: Event, words: Words) -> str:
    """Words by which the app finds the event and which neither its card nor the values of facets say.

    Names as they are written, organisations, claims, and what the card says in another language.
    """
    toponym = event.at.toponym if event.at.toponym != event.place.title else ""
    people = [tour.person[id_] for id_ in event.participants if id_ in tour.person]
    houses = (person.organisation for person in people if person.role)  # else it stands beside the name
    claims = [claim.value for claim in tour.claims_on.get(event.id, ())]
    spoken = [*claims, event.title, event.summary, event.at.toponym]
    spoken += [text for person in people for text in (person.name, person.role, person.organisation)]
    others = (text for each in spoken for text in (each, *others_of(each).values()) if text != words.say(each))
    place = place_everywhere(event.place)
    return "\n".join(dict.fromkeys(filter(None, (toponym, *houses, *claims, *others, place))))


def _visit(tour: Tour, visit: Visit, elsewhere: list[int]) -> list[Any]:
    """Country, traveller and days of a visit that is shown by itself, and its events, which are at other places."""
    when = visit.when
    dated = days(when.reach, when.core) if when else None
    return [visit.place.country, tour.known_as(visit.traveller), dated, elsewhere]
