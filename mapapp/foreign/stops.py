"""Rows to a tour: rows of one traveller, place and day are one stop, with an event for each that tells of one."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from mapapp.folding import fold
from mapapp.foreign.opening import Part
from mapapp.foreign.people import Met
from mapapp.foreign.placing import Placed
from mapapp.foreign.rows import Entry
from mapapp.foreign.telling import Telling
from mapapp.geocoding.gazetteer.letters import latin
from mapapp.order.visits import in_order
from mapapp.tour import Event, Person, Status, Visit
from mapapp.when import When

SOURCE = "table"  # the id of the table itself among the sources
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stop:
    """A visit with what else the folder says of it: keys and lines of its rows, and the addresses that they give.

    ``spoken`` are its texts in other languages by column, such as "place@ru".
    """

    visit: Visit
    placed: Placed
    keys: tuple[str, ...]
    lines: tuple[int, ...]
    addresses: tuple[str, ...] = ()
    spoken: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with the line of its row, the addresses that it gives, and its texts in other languages by column."""

    event: Event
    line: int
    addresses: tuple[str, ...] = ()
    spoken: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tour:
    """What becomes a folder: the stops in order of travel, the events, and everybody in them.

    ``language`` is the code of that in which its texts are, "" where nothing says it; ``parts`` are the tables of which
    that of the tour was joined.
    """

    title: str
    source: str
    travellers: tuple[Person, ...]
    people: tuple[Person, ...]
    stops: tuple[Stop, ...]
    events: tuple[Happening, ...]
    language: str = ""
    parts: tuple[Part, ...] = ()

    def numbers(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the stops of each row by its key, counted for each traveller from 1."""
        counts: dict[str, int] = {}
        found: dict[str, list[int]] = {}
        for stop in self.stops:
            number = counts[stop.visit.traveller] = counts.get(stop.visit.traveller, 0) + 1
            for key in stop.keys:
                found.setdefault(key, []).append(number)
        return {key: tuple(dict.fromkeys(numbers)) for key, numbers in found.items()}


class _Ids:
    """Ids that can stand in a link, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def __call__(self, *texts: str) -> str:
        base = _letters(texts)
        number, found = 1, base
        while found in self._given:
            number += 1
            found = f"{base}-{number}"
        self._given.add(found)
        return found


@lru_cache(40_000)  # a table of many rows is read again with each answer
def _letters(texts: tuple[str, ...]) -> str:
    """The texts in small Latin letters, at most 40; the first is cut, so that a key behind it is whole."""
    first, *rest = (re.sub(r"[^a-z0-9]+", "-", latin(fold(text))).strip("-") for text in texts)
    behind = "-".join(filter(None, rest))
    return "-".join(filter(None, (first[: 39 - len(behind)].strip("-"), behind))) or "x"


@dataclass(frozen=True, slots=True)
class Called:
    """What a tour is called, and its table as a source; who travels where no column says; the day on which it is read.

    ``each``: every person met makes an event. ``language`` is that of the texts, "" where no heading names it.
    """

    title: str
    source: str
    traveller: str
    today: dt.date
    each: bool = False
    language: str = ""
    parts: tuple[Part, ...] = ()


def tour_of(made: Sequence[Entry], telling: Telling, called: Called) -> Tour:
    """The tour of the rows that are rows of it and have a place."""
    made = [part for entry in made for part in (_apart(entry) if called.each else [entry])]
    making = _Making(telling, called.traveller, called.today)
    tour = making.tour([entry for entry in made if entry.tour], called.title, called.source)
    return replace(tour, language=called.language, parts=called.parts)


def _apart(entry: Entry) -> list[Entry]:
    """A row for each person whom it names."""
    return [replace(entry, people=(met,)) for met in entry.people] or [entry]


class _Making:
    def __init__(self, telling: Telling, traveller: str, today: dt.date) -> None:
        self._telling, self._today = telling, today
        self._traveller = traveller
        self._ids, self._people_ids = _Ids(), _Ids()
        self._people: dict[tuple[str, str, str], Person] = {}
        self._travellers: dict[str, Person] = {}
        self._stops: list[Stop] = []
        self._events: list[Happening] = []
        self._last: dict[str, int] = {}  # the index of the last stop of each traveller

    def tour(self, made: Sequence[Entry], title: str, source: str) -> Tour:
        for entry in made:
            together = [self._who(who) for who in entry.travellers or (self._traveller,)]
            for who in together:
                self._take(entry, who, together if who is together[0] else [])
        visits, _ = in_order([stop.visit for stop in self._stops], [h.event for h in self._events], ())
        rank = {visit.id: number for number, visit in enumerate(visits)}
        stops = tuple(sorted(self._stops, key=lambda stop: rank[stop.visit.id]))
        people = tuple(self._people.values())
        return Tour(title, source, tuple(self._travellers.values()), people, stops, tuple(self._events))

    def _who(self, name: str) -> Person:
        if name not in self._travellers:
            self._travellers[name] = Person(self._people_ids(name), name)
        return self._travellers[name]

    def _take(self, entry: Entry, who: Person, together: Sequence[Person]) -> None:
        """Put a row of a traveller into the tour; its event stands with the first of those who travel ``together``."""
        many, begun = len(entry.places) > 1, len(self._stops)
        shown = [placed for placed in entry.places if placed.at]
        for number, placed in enumerate(shown):
            first, last = number == 0, number == len(shown) - 1
            arrival = entry.arrival.when if first or entry.one else None
            departure = entry.departure.when if last or entry.one else None
            joined = self._joined(entry, who, placed, arrival) if first else None
            begun = joined if joined is not None else begun
            stop = joined if joined is not None else self._stop(entry, who, placed, arrival, departure)
            if not many:
                self._tell(entry, together, stop, placed)
        if many and shown:
            self._summarise(entry, begun)

    def _joined(self, entry: Entry, who: Person, placed: Placed, arrival: When | None) -> int | None:
        """The stop that the row goes on with: the traveller's last, at this place, to whose days its own are joined."""
        index = self._last.get(who.id)
        if index is None or placed.at is None:
            return None
        stop = self._stops[index]
        visit = stop.visit
        if visit.place.id != placed.at.place.id or visit.when is None or arrival is None or not entry.one:
            return None
        if not arrival.start.day or not visit.when.start.day or arrival.about != visit.when.about:
            return None
        begun, last = visit.when.earliest, visit.when.latest
        if arrival.about and not begun == last == arrival.earliest:
            return None
        if not begun - _DAY <= arrival.earliest <= last + _DAY:  # newest first, a table goes back day by day
            return None
        since = visit.arrival if arrival.earliest >= begun else _days(arrival)
        until = (visit.departure or visit.arrival) if arrival.latest <= last else _days(arrival)
        status = (
            visit.status
            if self._status(entry, arrival) in (Status.CANCELLED, Status.POSTPONED)
            else self._status(entry, arrival)
        )
        changed = replace(visit, arrival=since, departure=until, status=status)
        self._stops[index] = replace(
            stop, visit=changed, keys=(*stop.keys, entry.line.key), lines=(*stop.lines, entry.line.line),
            addresses=tuple(dict.fromkeys((*stop.addresses, *entry.addresses))),
        )  # fmt: skip
        return index

    def _stop(self, entry: Entry, who: Person, placed: Placed, arrival: When | None, departure: When | None) -> int:
        assert placed.at is not None
        visit = Visit(
            id=self._ids(placed.at.place.title, entry.line.key),
            traveller=who.id,
            at=placed.at,
            arrival=_days(arrival) if arrival else None,
            departure=_days(departure) if departure else None,
            status=self._status(entry, entry.when),
        )
        spoken = self._telling.named(entry) if len(entry.places) == 1 else {}
        self._stops.append(Stop(visit, placed, (entry.line.key,), (entry.line.line,), entry.addresses, spoken))
        self._last[who.id] = len(self._stops) - 1
        return len(self._stops) - 1

    def _status(self, entry: Entry, when: When | None) -> Status:
        """What the row says, otherwise announced for days to come."""
        if entry.status:
            return entry.status
        return Status.ANNOUNCED if when and when.earliest > self._today else Status.HELD

    def _tell(self, entry: Entry, together: Sequence[Person], index: int, placed: Placed) -> None:
        """An event where the row tells of one; otherwise what it says belongs to the stop."""
        stop = self._stops[index]
        title, summary = self._telling.words(entry)
        when = entry.timed.when or entry.when or stop.visit.when
        if not title or when is None:  # an event without any date cannot be read back
            told = ". ".join(filter(None, (stop.visit.summary.rstrip("."), title.rstrip("."), summary)))
            clocked = entry.timed.when if len(stop.keys) == 1 and entry.timed.when else stop.visit.arrival
            self._stops[index] = replace(
                stop, visit=replace(stop.visit, summary=told, arrival=clocked), spoken=self._told_too(stop, entry)
            )
            return
        if not together:
            return
        land = placed.at.place.country if placed.at else ""
        people = tuple(dict.fromkeys(self._person(met, land) for met in entry.people))
        event = Event(
            id=self._ids("event", entry.line.key),
            visit=stop.visit.id,
            at=stop.visit.at,
            when=when,
            status=self._status(entry, entry.when),
            title=title,
            summary=summary,
            participants=tuple(dict.fromkeys((*(who.id for who in together), *people))),
            topics=entry.topics,
        )
        spoken = self._telling.spoken(entry, event=True)
        self._events.append(Happening(event, entry.line.line, entry.addresses, spoken))

    def _told_too(self, stop: Stop, entry: Entry) -> dict[str, str]:
        """The texts of a stop in other languages, with what a row adds to them."""
        texts = dict(stop.spoken)
        for column, text in self._telling.spoken(entry, event=False).items():
            texts[column] = ". ".join(filter(None, (texts.get(column, ""), text)))
        return texts

    def _person(self, met: Met, land: str) -> str:
        general = met.role == "" and met.name == met.called
        key = (met.name, met.role, land if general else "")
        if key not in self._people:
            self._people[key] = Person(self._people_ids(met.name), met.name, met.role, "", land)
        return self._people[key].id

    def _summarise(self, entry: Entry, index: int) -> None:
        """What a row of several places tells, at the first of them: nobody knows where it happened."""
        title, summary = self._telling.words(entry)
        stop = self._stops[index]
        told = ". ".join(filter(None, (stop.visit.summary.rstrip("."), title.rstrip("."), summary)))
        visit = replace(stop.visit, summary=told)
        self._stops[index] = replace(stop, visit=visit, spoken=self._told_too(stop, entry))


def _days(when: When) -> When:
    """The date without clocks: of a stay the days are told."""
    start = replace(when.start, time=None)
    end = replace(when.end, time=None) if when.end else None
    return When(start, end if end != start else None)
