"""What two tours, or two travellers, have in common: places, people, topics, and days by date or by day of travel.

It is told of a tour that `mapapp.beside` has put together, as far as a view leaves it. What was postponed or cancelled
is in common with nothing.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from mapapp.beside import OFF, first_day
from mapapp.marks import visit_numbers
from mapapp.message import Message, plural, series, tr
from mapapp.place import Place
from mapapp.position import distance_km
from mapapp.sides import side_of
from mapapp.tour import Event, Tour, Visit
from mapapp.when import When
from mapapp.words.contents import days, span
from mapapp.words.language import Words
from mapapp.words.sides import titled

SAME_TOWN_KM = 10.0  # a hall and the town that it stands in are one place; two towns are farther apart
BAND = 0.1  # degrees of latitude, more than SAME_TOWN_KM: what is near lies in the same band or the next
KINDS = {
    "place": tr("Places of both"),
    "person": tr("People of both"),
    "topic": tr("Topics of both"),
    "day": tr("Days of both"),
}
MOST_STOPS = 6  # whose numbers are told; of more the count
MOST_DAYS = 366  # of one stay
IN_COMMON, NOTHING = tr("In common"), tr("Nothing that is on record is common to both.")
Record = Visit | Event


@dataclass(frozen=True, slots=True)
class Part:
    """What one side has of it: the ids of its visits and events, in their order, and that in words."""

    visits: tuple[str, ...]
    events: tuple[str, ...]
    words: Message


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that both sides have. ``kind`` is one of KINDS, ``id`` that of the thing, ``name`` is for people.

    The id of a day is its date, or "1" and on for days of travel.
    """

    kind: str
    id: str
    name: str
    parts: tuple[Part, Part]


@lru_cache(maxsize=16)
def shared(tour: Tour, align: str = "date") -> tuple[Shared, ...]:
    """What both sides have, in the order of KINDS; nothing for a tour that is no comparison.

    Days are those on which something surely was; with ``align`` "travel" they are counted from `first_day`.
    """
    if not tour.sides:
        return ()
    events = [event for event in tour.events if event.status not in OFF]
    found: list[Record] = [*(visit for visit in tour.visits if visit.status not in OFF), *events]
    towns = _towns(record.place for record in found)
    people = {tour.known_as(id_): tour.person[id_].name for e in reversed(events) for id_ in e.participants}
    topics = {topic: tour.label(topic) for event in events for topic in event.topics}
    return (
        *_of(tour, "place", {t.id: t.title for t in towns.values()}, [(r, [towns[r.place.id].id]) for r in found]),
        *_of(tour, "person", people, [(e, [*map(tour.known_as, e.participants)]) for e in events]),
        *_of(tour, "topic", topics, [(e, e.topics) for e in events]),
        *_days(tour, found, align),
    )


def _towns(places: Iterable[Place]) -> dict[str, Place]:
    """For each place by its id the one under which it is told: the largest town near it, or itself; so are areas."""
    every = {place.id: place for place in places}
    ranked = sorted(every.values(), key=lambda p: (p.feature_class != "P", -p.population, p.id))
    bands: dict[int, list[Place]] = {}
    found: dict[str, Place] = {}
    for place in ranked:
        band = int(place.position.latitude // BAND)
        near = [] if place.is_area else [other for b in (band - 1, band, band + 1) for other in bands.get(b, ())]
        town = next((o for o in near if distance_km(o.position, place.position) <= SAME_TOWN_KM), place)
        found[place.id] = town
        if town is place and not place.is_area:
            bands.setdefault(band, []).append(place)
    return found


def _of(
    tour: Tour, kind: str, names: Mapping[str, str], records: Iterable[tuple[Record, Sequence[str]]]
) -> Iterable[Shared]:
    """The things of one kind that records of both sides have, in the order of the first side."""
    groups: dict[str, list[Record]] = {}
    for record, ids in records:
        for id_ in dict.fromkeys(ids):
            groups.setdefault(id_, []).append(record)
    for id_, group in groups.items():
        first, second = _sides(tour, group)
        if first and second:
            parts = _part(tour, first, _when(first)), _part(tour, second, _when(second))
            yield Shared(kind, id_, names[id_], parts)


def _days(tour: Tour, records: Sequence[Record], align: str) -> Iterable[Shared]:
    travel = align == "travel"
    zeros = [start.toordinal() - 1 if travel and start else 0 for start in (first_day(tour, 0), first_day(tour, 1))]
    groups: tuple[dict[int, list[Record]], ...] = ({}, {})
    for record in records:
        side = side_of(tour.sides, record.id) or 0
        for day in _surely(record):
            groups[side].setdefault(day - zeros[side], []).append(record)
    for number in sorted(groups[0].keys() & groups[1].keys()):
        if number < 1:  # before the journey began
            continue
        dates = [dt.date.fromordinal(number + zero) for zero in zeros]
        first, second = (
            _part(tour, group[number], days(date, date) if travel else None)
            for group, date in zip(groups, dates, strict=True)
        )
        name = tr("Day {n}", n=number) if travel else series(dates[:1])
        yield Shared("day", str(number) if travel else str(dates[0]), name, (first, second))


def _surely(record: Record) -> range:
    """The days, as ordinals, on which it surely was."""
    certain = record.certain_days if isinstance(record, Event) else record.when and record.when.core
    if not certain:
        return range(0)
    first, last = (day.toordinal() for day in certain)
    return range(first, min(last, first + MOST_DAYS) + 1)


def _sides(tour: Tour, records: Iterable[Record]) -> tuple[list[Record], list[Record]]:
    sides: tuple[list[Record], list[Record]] = ([], [])
    for record in records:
        sides[side_of(tour.sides, record.id) or 0].append(record)
    return sides


def _part(tour: Tour, records: Sequence[Record], when: When | None) -> Part:
    visits = tuple(record.id for record in records if isinstance(record, Visit))
    events = tuple(record.id for record in records if isinstance(record, Event))
    numbers = visit_numbers(tour)
    stops = series([numbers[id_] for id_ in visits]) if len(visits) <= MOST_STOPS else ""
    if not stops and visits:
        stops = plural(len(visits), "{n} stay", "{n} stays")
    counted = plural(len(events), "{n} event", "{n} events") if events else ""
    return Part(visits, events, series((stops, when, counted), " · "))


def _when(records: Iterable[Record]) -> When | None:
    """When it was: from the first to the last stay, or else event, whose time is known."""
    kinds = [[r.when for r in records if isinstance(r, kind) and r.when] for kind in (Visit, Event)]
    found = kinds[0] or kinds[1]
    return span(found) if found else None


def sentences(tour: Tour, align: str = "date") -> list[Message]:
    """What both sides have, a sentence each, or one that they have nothing; none where nothing is compared."""
    if not tour.sides:
        return []
    first, second = (side.letter for side in tour.sides)
    told = [
        tr(
            "{kind}: {name} – {first}: {one}; {second}: {two}",
            kind=KINDS[row.kind],
            name=row.name,
            first=first,
            one=row.parts[0].words,
            second=second,
            two=row.parts[1].words,
        )
        for row in shared(tour, align)
    ]
    return told or [NOTHING]


def table(tour: Tour, align: str, words: Words) -> str:
    """What both sides have as an HTML table, all text escaped; "" where nothing is compared."""
    if not tour.sides:
        return ""

    def cell(text: str, tag: str = "td", scope: str = "") -> str:
        return f"<{tag}{scope}>{escape(words.say(text))}</{tag}>"

    rows: list[list[str]] = []
    kind = ""
    for row in shared(tour, align):
        if row.kind != kind:
            kind = row.kind
            rows.append([cell(KINDS[kind], "th", ' colspan="3" scope="rowgroup"')])
        rows.append([cell(row.name, "th", ' scope="row"'), *(cell(part.words) for part in row.parts)])
    if not rows:
        return f"<p>{escape(words.say(NOTHING))}</p>"
    heads = "".join(cell(titled(side), "th", ' scope="col"') for side in tour.sides)
    body = "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
    return f'<table class="compared"><thead><tr><td></td>{heads}</tr></thead><tbody>{body}</tbody></table>'
