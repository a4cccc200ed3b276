"""The story of a tour: its scenes one after the other, as they are written, or else as its stops follow each other.

The last scene is always the whole tour, which the reader may then explore.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from mapapp.message import Message, listed, plural, series, tr
from mapapp.place import Place
from mapapp.scene import VISIT, Scene
from mapapp.tour import Event, Status, Tour, Visit

MOST_SCENES = 24  # that are made from stops; of more stops, several in a row share a scene
NAMED = 4  # events or places that a sentence names; of more it tells the number
_OFF = (Status.POSTPONED, Status.CANCELLED)
_AHEAD = (Status.ANNOUNCED, Status.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Told:
    """Ids of the events and of the visits that a story has come to."""

    events: frozenset[str]
    visits: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Halt:
    """What happened at one place without another between."""

    place: Place
    visits: tuple[Visit, ...]
    events: tuple[Event, ...]


@lru_cache(maxsize=16)
def scenes(tour: Tour) -> tuple[Scene, ...]:
    """The scenes in their order, by rising number; none for a tour without stops and events, and for a comparison."""
    if tour.sides or not (tour.visits or tour.events):
        return ()
    told = tour.scenes or tuple(_made(tour))
    title, text = tr("The whole tour"), tr("All that is on record. Move the map, and open what is of interest.")
    return (*told, Scene(told[-1].number + 1, title, text, corridor=True))


def scene(tour: Tour, number: int) -> Scene | None:
    """The scene with that number; None where the story has none."""
    return next((found for found in scenes(tour) if found.number == number), None)


def told(tour: Tour, number: int) -> Told | None:
    """What the story has come to in the scene with that number; None for all: at its end, and without such a scene.

    A stay is told with the first of its events.
    """
    found = scenes(tour)
    if number not in {each.number for each in found[:-1]}:
        return None
    return _named(tour, (id_ for each in found[:-1] if each.number <= number for id_ in each.events))


def focus(tour: Tour, number: int) -> Told | None:
    """What a map of the scene shows: what it is about, and where its way comes from; None for all of the tour."""
    found = scene(tour, number)
    if found is None or found is scenes(tour)[-1] or not found.events:
        return None
    own, known = _named(tour, found.events), told(tour, number)
    before = {leg.start for leg in tour.legs if leg.end in own.visits and known and leg.start in known.visits}
    return Told(own.events, own.visits | before)


def _named(tour: Tour, ids: Iterable[str]) -> Told:
    events, visits = set[str](), set[str]()
    for id_ in ids:
        if id_.startswith(VISIT):
            visits.add(id_.removeprefix(VISIT))
        elif id_ in tour.event:
            events.add(id_)
            visits.add(tour.event[id_].visit)
    return Told(frozenset(events), frozenset(visits & tour.visit.keys()))


def _made(tour: Tour) -> Iterable[Scene]:
    """A scene for each halt, one for the corridors, if the tour shows any."""
    halts = _halts(tour)
    size = -(-len(halts) // MOST_SCENES)
    number = 0
    for number, start in enumerate(range(0, len(halts), size), start=1):
        together = halts[start : start + size]
        yield _of_one(tour, number, together[0]) if len(together) == 1 else _of_several(number, together)
    if tour.corridors:
        count = len(tour.corridors)
        text = plural(
            count,
            "The map adds the transport corridor that belongs to this tour.",
            "The map adds the {n} transport corridors that belong to this tour.",
        )
        yield Scene(number + 1, plural(count, "The corridor", "The corridors"), text, corridor=True)


def _halts(tour: Tour) -> list[_Halt]:
    """Stays with their events, and events beside every stay, by time; those in a row at one place together."""
    found: list[tuple[dt.date, _Halt]] = []
    latest: dict[str, dt.date] = {}
    own: dict[str, list[Event]] = {}
    for event in tour.events:
        own.setdefault(event.visit, []).append(event)
    for visit in tour.visits:
        events = own.get(visit.id, [])
        begins = min([w.reach[0] for w in (visit.when, *(e.when for e in events)) if w], default=dt.date.min)
        latest[visit.traveller] = max(begins, latest.get(visit.traveller, dt.date.min))  # in the order of travel
        found.append((latest[visit.traveller], _Halt(visit.place, (visit,), tuple(events))))
    found += [(event.when.reach[0], _Halt(event.place, (), (event,))) for event in own.get("", ())]
    joined: list[_Halt] = []
    for _, halt in sorted(found, key=lambda each: each[0]):
        last = joined[-1] if joined else None
        if last and last.place.id == halt.place.id:
            joined[-1] = _Halt(last.place, last.visits + halt.visits, last.events + halt.events)
        else:
            joined.append(halt)
    return joined


def _ids(halts: Iterable[_Halt]) -> tuple[str, ...]:
    return tuple(
        id_
        for halt in halts
        for id_ in (*(f"{VISIT}{visit.id}" for visit in halt.visits), *(event.id for event in halt.events))
    )


def _of_one(tour: Tour, number: int, halt: _Halt) -> Scene:
    """The scene of one halt: who stayed when, what is said of the stay, and its events by how far they have come."""
    held = [e.title for e in halt.events if e.status not in (*_OFF, *_AHEAD)]
    ahead = [e.title for e in halt.events if e.status in _AHEAD]
    off = [e.title for e in halt.events if e.status in _OFF]
    text = series(
        [
            *(_stay(tour, visit) for visit in halt.visits),
            *(visit.summary for visit in halt.visits),
            tr("On record: {titles}.", titles=_some(held)) if held else "",
            tr("Announced, without a report that it took place: {titles}.", titles=_some(ahead)) if ahead else "",
            tr("Postponed or cancelled: {titles}.", titles=_some(off)) if off else "",
        ],
        " ",
    )
    return Scene(number, halt.place.title, text, _ids([halt]))


def _stay(tour: Tour, visit: Visit) -> Message:
    who = tour.person[visit.traveller].name
    return tr("{who}: {when}.", who=who, when=visit.when) if visit.when else tr("{who}: no date is stated.", who=who)


def _of_several(number: int, halts: list[_Halt]) -> Scene:
    first, last = halts[0].place.title, halts[-1].place.title
    count = sum(len(halt.events) for halt in halts)
    text = series(
        [
            tr("Stops: {places}.", places=_some(halt.place.title for halt in halts)),
            plural(count, "{n} event is on record.", "{n} events are on record.") if count else "",
        ],
        " ",
    )
    return Scene(number, tr("From {start} to {end}", start=first, end=last), text, _ids(halts))


def _some(names: Iterable[str]) -> Message:
    every = list(dict.fromkeys(names))
    if len(every) <= NAMED:
        return listed(every)
    named, left = series(every[: NAMED - 1]), len(every) - NAMED + 1
    return plural(left, "{named} and {n} more", "{named} and {n} more", named=named)
