"""What stands on the map for a tour: numbered stops, events outside every stop, and other places on record.

Marks are made from the whole tour, so that a stop keeps its number whatever is filtered.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from mapapp.message import plural
from mapapp.place import Place
from mapapp.position import distance_km
from mapapp.sides import LETTERS
from mapapp.tour import Event, Status, Tour, Visit

MOST_NUMBERS = 3  # stays that a disc names by their numbers; of more it tells how many
SAME_PLACE_KM = 1.0  # closer than this, another place on record would lie under the drawn one


@dataclass(frozen=True, slots=True)
class Mark:
    """A disc or symbol at a place.

    ``traveller`` is the index in the tour's list, None for events outside every visit. ``numbers`` are those of the
    stops, none for a symbol; on a side of a comparison they run on from traveller to traveller, so that a sign is one
    stop. ``symbol`` is "stop", "summit" or "event". ``status`` is that of the furthest event. ``events`` and ``visits``
    are ids; a mark is shown while one of its events is.
    ``letter`` is that of the side of a comparison that it belongs to, else "".
    """

    id: str
    place: Place
    traveller: int | None
    numbers: tuple[int, ...]
    symbol: str
    status: Status
    events: tuple[str, ...]
    visits: tuple[str, ...] = ()
    doubtful: bool = False
    letter: str = ""

    @property
    def hue(self) -> int | None:
        """The place of its colour in the row of those of travellers, in a comparison that of its side; or None."""
        return LETTERS.index(self.letter) if self.letter else self.traveller

    @property
    def second(self) -> bool:
        """Whether it is on the second side of a comparison, which has a shape of its own."""
        return self.letter == LETTERS[1]

    @property
    def label(self) -> str:
        """What stands on the disc: ``1 · 4`` for a city visited twice, ``20 stays`` for many, "" for a symbol.

        In a comparison a letter stands before it.
        """
        count = len(self.numbers)
        if count <= MOST_NUMBERS:
            return self.letter * bool(count) + " · ".join(map(str, self.numbers))
        if self.letter:
            return plural(count, "{letter}: {n} stay", "{letter}: {n} stays", letter=self.letter)
        return plural(count, "{n} stay", "{n} stays")


@dataclass(frozen=True, slots=True)
class Ghost:
    """Another place on record for an event, tied to the place where the event is drawn.

    ``stated`` is whether a source says that the event was there, rather than only naming the place.
    """

    event: str
    place: Place
    drawn: Place
    stated: bool = True


@lru_cache(maxsize=16)
def marks(tour: Tour) -> tuple[Mark, ...]:
    """The marks of a tour: stops in the order of travellers and arrival, then events outside every visit by time."""
    events: dict[str, list[Event]] = {}
    for event in tour.events:
        events.setdefault(event.visit, []).append(event)
    stops: dict[tuple[str, str], list[tuple[int, Visit]]] = {}
    counted: Counter[str] = Counter()  # on each side of a comparison, where all travellers have one colour
    for traveller in tour.travellers:
        own = [visit for visit in tour.visits if visit.traveller == traveller]
        side = tour.letter(own[0].id) if own else ""
        for number, visit in enumerate(own, start=1 + counted[side]):
            stops.setdefault((traveller, visit.place.id), []).append((number, visit))
        counted[side] += len(own) * bool(side)
    found = [_stop(tour, traveller, numbered, events) for (traveller, _), numbered in stops.items()]
    return (*found, *_loose(tour))


def _stop(tour: Tour, traveller: str, numbered: list[tuple[int, Visit]], events: dict[str, list[Event]]) -> Mark:
    visits = [visit for _, visit in numbered]
    own = [event for visit in visits for event in events.get(visit.id, ()) if event.place == visits[0].place]
    return Mark(
        id=f"{traveller}.{numbered[0][0]}",
        place=visits[0].place,
        traveller=tour.travellers.index(traveller),
        numbers=tuple(number for number, _ in numbered),
        symbol="stop",
        status=_furthest([event.status for event in own] or [visit.status for visit in visits]),
        events=tuple(event.id for event in own),
        visits=tuple(visit.id for visit in visits),
        doubtful=not all(at.sure for at in (*(visit.at for visit in visits), *(event.at for event in own))),
        letter=tour.letter(visits[0].id),
    )


def _loose(tour: Tour) -> list[Mark]:
    """Marks of events that belong to no visit, or lie elsewhere than their visit; one for each place and symbol."""
    away = [e for e in tour.events if not e.visit or e.place != tour.visit[e.visit].place]
    grouped: dict[tuple[str, str, bool, str], list[Event]] = {}
    for event in away:
        symbol = "summit" if event.kind == "summit" else "event"
        grouped.setdefault((event.place.id, symbol, _off(event.status), tour.letter(event.id)), []).append(event)
    return [
        Mark(
            id=f"{symbol}.{group[0].id}",
            place=group[0].place,
            traveller=None,
            numbers=(),
            symbol=symbol,
            status=_furthest([event.status for event in group]),
            events=tuple(event.id for event in group),
            doubtful=not all(event.at.sure for event in group),
            letter=letter,
        )
        for (_, symbol, _, letter), group in grouped.items()
    ]


@lru_cache(maxsize=16)
def visit_numbers(tour: Tour) -> dict[str, str]:
    """The number of each visit of a traveller of the tour, by its id: that of its stop, with its letter."""
    numbered = ((mark, pair) for mark in marks(tour) for pair in zip(mark.visits, mark.numbers, strict=False))
    return {visit: f"{mark.letter}{number}" for mark, (visit, number) in numbered}


@lru_cache(maxsize=16)
def event_numbers(tour: Tour) -> dict[str, str]:
    """The number of each event's own stay, by its id; "" for an event that has a symbol.

    A city visited three times has one disc with three numbers, and each of its events belongs to one of them.
    """
    stays = visit_numbers(tour)
    shown = ((id_, mark) for mark in marks(tour) for id_ in mark.events)
    return {id_: stays.get(tour.event[id_].visit, "") if mark.numbers else "" for id_, mark in shown}


@lru_cache(maxsize=16)
def ghosts(tour: Tour) -> tuple[Ghost, ...]:
    """The other places on record, each once for an event."""
    found: dict[tuple[str, str], Ghost] = {}
    for claim in tour.claims:
        event = tour.event.get(claim.event)
        if event and claim.at and distance_km(claim.at.place.position, event.place.position) > SAME_PLACE_KM:
            key = event.id, claim.at.place.id
            stated = claim.kind != "unstated" or (key in found and found[key].stated)
            found[key] = Ghost(event.id, claim.at.place, event.place, stated)
    return tuple(found.values())


@lru_cache(maxsize=16)
def eventless(tour: Tour) -> tuple[Visit, ...]:
    """The visits without an event at their place, in the tour's order: they have cards of their own."""
    eventful = {event.visit for event in tour.events if event.visit and event.place == tour.visit[event.visit].place}
    return tuple(visit for visit in tour.visits if visit.id not in eventful)


def _off(status: Status) -> bool:
    return status in (Status.POSTPONED, Status.CANCELLED)


def _furthest(statuses: Iterable[Status]) -> Status:
    ranking = (Status.HELD, Status.CONFIRMED, Status.ANNOUNCED, Status.POSTPONED, Status.CANCELLED)
    return min(statuses, key=ranking.index)
