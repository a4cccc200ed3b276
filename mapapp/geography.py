"""What the map says, in sentences: for whoever cannot see it. Every word follows from positions and records.

Distances are great circles in whole kilometres, directions those in which one sets out. Landscapes are not told, as no
data behind the map name them.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from mapapp import country
from mapapp.corridor import Corridor
from mapapp.marks import marks
from mapapp.message import Message, plural, series, tr
from mapapp.place import Place, where_words
from mapapp.position import Position, distance_km
from mapapp.routing.encounters import encounters
from mapapp.snapshot import Snapshot
from mapapp.tour import Leg, Status, Tour, Visit
from mapapp.words.cards import place_line, stay_line, when_line
from mapapp.words.language import ENGLISH, Words
from mapapp.words.terms import mode, status

NEAR_KM = 300.0  # stops within it are told of each other
BESIDE_KM = 25.0  # of a line of a corridor
MOST = 60  # places that are told one by one
_COMPASS = (
    *(tr("north"), tr("north-north-east"), tr("north-east"), tr("east-north-east")),
    *(tr("east"), tr("east-south-east"), tr("south-east"), tr("south-south-east")),
    *(tr("south"), tr("south-south-west"), tr("south-west"), tr("west-south-west")),
    *(tr("west"), tr("west-north-west"), tr("north-west"), tr("north-north-west")),
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and its sentences; never empty."""

    heading: str
    sentences: tuple[str, ...]


def passages(snapshot: Snapshot, words: Words = ENGLISH) -> tuple[Passage, ...]:
    """The map of a view in words: extent, stops in their order, other events, neighbours, corridors.

    Dates are written as the language of ``words`` writes them; whoever shows the sentences says them in it.
    """
    tour = snapshot.tour
    shown = places(snapshot)
    found = (
        (tr("Extent"), _extent(shown)),
        *((tr("The way of {traveller}", traveller=tour.person[t].name), _way(tour, t, words)) for t in tour.travellers),
        (tr("Other events on the map"), _others(tour, words)),
        (tr("Places within {km} km of each other", km=NEAR_KM), _neighbours(shown)),
        *((corridor.title, _along(tour, corridor)) for corridor in snapshot.corridors),
    )
    return tuple(Passage(heading, tuple(sentences)) for heading, sentences in found if sentences)


def direction(start: Position, end: Position) -> str:
    """The point of the compass in which the great circle from one position to another sets out: ``east-north-east``."""
    return _COMPASS[round(bearing(start, end) / 22.5) % 16]


def bearing(start: Position, end: Position) -> float:
    """The direction in which the great circle sets out, in degrees clockwise from north, from 0 on.

    Formula: atan2 of the sine and cosine parts of the first azimuth on a sphere.
    """
    phi_a, phi_b = math.radians(start.latitude), math.radians(end.latitude)
    turn = math.radians(end.longitude - start.longitude)
    y = math.sin(turn) * math.cos(phi_b)
    x = math.cos(phi_a) * math.sin(phi_b) - math.sin(phi_a) * math.cos(phi_b) * math.cos(turn)
    return math.degrees(math.atan2(y, x)) % 360


def places(snapshot: Snapshot) -> tuple[Place, ...]:
    """The places on the map of a view, those of stops first, each once. Areas are left out: they are no points."""
    return tuple(dict.fromkeys(mark.place for mark in marks(snapshot.tour) if not mark.place.is_area))


def toward(here: Place, others: Iterable[Place], point: str) -> Place | None:
    """The nearest place in a direction, one of ``north``, ``east``, ``south`` and ``west``; None where there is none.

    A direction reaches 45 degrees to either side, so that every other place lies in one of the four.
    """
    found = [p for p in others if p != here and _quarter(here.position, p.position) == point]
    return min(found, key=lambda p: distance_km(here.position, p.position), default=None)


def around(here: Place, others: Iterable[Place]) -> list[str]:
    """A sentence for each place within `NEAR_KM`, the nearest first; where there is none, one that says so."""
    apart = [(distance_km(here.position, p.position), p) for p in others if p != here]
    near = sorted(apart, key=lambda found: (found[0], found[1].title, found[1].id))
    said: list[str] = [
        tr(
            "{place} is {km} km to the {direction}.",
            place=p.title,
            km=round(km),
            direction=direction(here.position, p.position),
        )
        for km, p in near
        if km <= NEAR_KM
    ]
    return said or [tr("No other place of the map is within {km} km.", km=NEAR_KM)]


def _quarter(start: Position, end: Position) -> str:
    return _COMPASS[round(bearing(start, end) / 90) % 4 * 4]


def _extent(shown: Sequence[Place]) -> list[str]:
    if len(shown) < 2:
        return [tr("All of it is at {place}.", place=_told(place)) for place in shown]
    south, north = (edge(shown, key=lambda p: p.position.latitude) for edge in (min, max))
    west, east = _edges(shown)
    said: list[str] = [
        tr("Farthest north is {north}, farthest south {south}.", north=_told(north), south=_told(south)),
        tr("Farthest west is {west}, farthest east {east}.", west=_told(west), east=_told(east)),
    ]
    if len(shown) <= MOST:  # every pair is measured
        far = max(combinations(shown, 2), key=lambda pair: distance_km(pair[0].position, pair[1].position))
        said.append(
            tr(
                "The two places farthest apart are {one} and {other}, {km} km.",
                one=_told(far[0]),
                other=_told(far[1]),
                km=_km(*far),
            )
        )
    countries = sorted({country.name(place.country) for place in shown if place.country})
    if countries:
        said.append(
            plural(
                len(countries),
                "{places} in one country: {countries}.",
                "{places} in {n} countries: {countries}.",
                places=plural(len(shown), "{n} place", "{n} places"),
                countries=series(countries),
            )
        )
    return said


def _edges(shown: Sequence[Place]) -> tuple[Place, Place]:
    """The places farthest west and east, seen from the widest gap between their meridians."""
    ordered = sorted(shown, key=lambda p: p.position.longitude)
    gaps = [
        ((after.position.longitude - before.position.longitude) % 360, i)
        for i, (before, after) in enumerate(zip(ordered, ordered[1:] + ordered[:1], strict=True))
    ]
    _, widest = max(gaps)
    return ordered[(widest + 1) % len(ordered)], ordered[widest]


def _way(tour: Tour, traveller: str, words: Words) -> list[str]:
    """Each stay in the order of travel, with how it lies to the one before in the same item of the list."""
    stays = [visit for visit in tour.visits if visit.traveller == traveller]
    legs = {(leg.start, leg.end): leg for leg in tour.legs}
    said: list[str] = []
    for number, visit in enumerate(stays[:MOST], start=1):
        before = stays[number - 2] if number > 1 else None
        stop = _stop(number, visit, words)
        way = _leg(before, visit, legs.get((before.id, visit.id))) if before else []
        said.append(series([stop, *way], " "))
    if len(stays) > MOST:
        said.append(plural(len(stays) - MOST, "{n} more stop follows.", "{n} more stops follow."))
    return said


def _stop(number: int, visit: Visit, words: Words) -> Message:
    """Where and when a stay is, and how far it has come where it is not on record as held."""
    place, when = place_line(visit.at), stay_line(visit, words)
    if visit.status == Status.HELD:
        return tr("Stop {number}: {place}, {when}.", number=number, place=place, when=when)
    said = status(visit.status.value)
    return tr("Stop {number}: {place}, {when}, {status}.", number=number, place=place, when=when, status=said)


def _leg(start: Visit, end: Visit, leg: Leg | None) -> list[str]:
    """How a stay lies to the one before it, and which border lies between; nothing for two stays at one place."""
    if start.place == end.place or start.place.is_area or end.place.is_area:
        return []
    towards = direction(start.place.position, end.place.position)
    said: list[str] = [
        tr(
            "It lies {km} km {direction} of {place}.",
            km=_km(start.place, end.place),
            direction=towards,
            place=start.place.title,
        )
    ]
    if leg and leg.mode != "unknown":
        said = [
            tr(
                "It lies {km} km {direction} of {place}; the way is by {mode}.",
                km=_km(start.place, end.place),
                direction=towards,
                place=start.place.title,
                mode=mode(leg.mode),
            )
        ]
    countries = [country.name(place.country) for place in (start.place, end.place) if place.country]
    if len(set(countries)) == 2:
        one, other = countries
        said.append(
            tr("Between them the way leads from one country to another: {one} – {other}.", one=one, other=other)
        )
    return said


def _others(tour: Tour, words: Words) -> list[str]:
    loose = [event for event in tour.events if not event.visit or event.place != tour.visit[event.visit].place]
    said: list[str] = [
        tr(
            "{place}: {event}, {when}, {status}.",
            place=place_line(event.at),
            event=event.title,
            when=when_line(event, words),
            status=status(event.status.value),
        )
        for event in loose[:MOST]
    ]
    if len(loose) > MOST:
        said.append(plural(len(loose) - MOST, "{n} more event is elsewhere.", "{n} more events are elsewhere."))
    return said


def _neighbours(shown: Sequence[Place]) -> list[str]:
    pairs = [(distance_km(a.position, b.position), a, b) for a, b in combinations(shown[:MOST], 2)]
    return [
        tr(
            "{one} lies {km} km {direction} of {other}.",
            one=b.title,
            km=round(km),
            direction=direction(a.position, b.position),
            other=a.title,
        )
        for km, a, b in sorted(pairs, key=lambda pair: pair[0])
        if km <= NEAR_KM
    ]


def _along(tour: Tour, corridor: Corridor) -> list[str]:
    """What a corridor joins, and which places of the tour it passes."""
    kms: dict[str, float] = {}
    for section in corridor.sections:
        kms[section.mode.value] = kms.get(section.mode.value, 0.0) + section.km
    said: list[str] = [
        tr("All branches that are drawn have {km} km by {mode} together.", km=round(km), mode=mode(name))
        for name, km in kms.items()
    ]
    countries = list(dict.fromkeys(country.name(node.country) for node in corridor.nodes if node.country))
    if countries:
        said.append(tr("Its places are in {countries}.", countries=series(countries)))
    for meeting in encounters(tour, corridor):
        near, title = meeting.near, meeting.mark.place.title
        if near and near.section_km <= BESIDE_KM:
            said.append(tr("It passes {place}.", place=title))
        elif near:
            said.append(
                tr(
                    "{place} lies {km} km from it; its nearest place is {node}.",
                    place=title,
                    km=round(near.section_km),
                    node=near.node.name,
                )
            )
    return list(dict.fromkeys(said))


def _told(place: Place) -> str:
    return where_words(place, region=False)


def _km(a: Place, b: Place) -> int:
    return round(distance_km(a.position, b.position))
