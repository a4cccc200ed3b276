"""A folder of CSV and TOML, or one file, becomes a tour, and all that is wrong with it a list of problems."""

from pathlib import Path
from typing import NamedTuple

from mapapp.catalogue.callouts import read_callouts
from mapapp.catalogue.claims import read_claims
from mapapp.catalogue.consistency import remarks
from mapapp.catalogue.dating import Dated, dated, day, stay
from mapapp.catalogue.meta import Meta, read_meta
from mapapp.catalogue.offices import of_event, out_of_office
from mapapp.catalogue.origins import Origin, origin
from mapapp.catalogue.quotations import read_quotations
from mapapp.catalogue.reading import VISITS, Reading
from mapapp.catalogue.scenes import read_scenes
from mapapp.catalogue.sources import FILE as SOURCES
from mapapp.catalogue.sources import check_id, read_sources
from mapapp.catalogue.stops import Naming, Resolver
from mapapp.catalogue.travel import travelled
from mapapp.country import alpha2
from mapapp.errors import Problem, Problems, clipped
from mapapp.message import tr
from mapapp.place import Resolve
from mapapp.tables.collecting import uncollected
from mapapp.tables.edits import Correction
from mapapp.tables.rows import Row
from mapapp.tour import (
    DAY_PARTS,
    MODES,
    Event,
    Figure,
    Leg,
    Located,
    Person,
    Status,
    Tour,
    Visit,
)
from mapapp.when import When

_STATUS = {status.value: status for status in Status}
UNDATED = tr("the event has no date, and no visit gives one; write YYYY-MM-DD, YYYY-MM or YYYY")
UNREAD = tr("no visit gives the event another date; mend this one, the event is left out until then")
PLACING = ("place", "latitude", "longitude", "place_id")  # cells by which an event has a place of its own


class LoadedTour(NamedTuple):
    """A tour as far as it could be read, what is wrong with its files, in order of file and line, and its names.

    ``names`` are all place names of visits, events and claims, in this order, those too that nobody could resolve.
    """

    tour: Tour
    problems: tuple[Problem, ...]
    names: tuple[Naming, ...] = ()


def load_tour(source: Path | Origin, resolve: Resolve, corrections: tuple[Correction, ...] = ()) -> LoadedTour:
    """Read a tour folder, workbook or long CSV file as if the corrections stood in it.

    ``source`` may also be its tables, wherever they come from. ``resolve`` turns names into places.

    Raises nothing for bad data: what can be read is in the tour, the rest is in the problems. Files other than
    tour.toml, visits.csv and sources.csv may be missing.
    """
    with uncollected():
        return _loaded(source, resolve, corrections)


def _loaded(source: Path | Origin, resolve: Resolve, corrections: tuple[Correction, ...]) -> LoadedTour:
    problems = Problems()
    found = origin(source, problems) if isinstance(source, Path) else source
    reading = Reading(found, Resolver(resolve), problems, corrections)
    meta = read_meta(reading.origin, problems)
    reading.sources = read_sources(reading.rows(SOURCES, optional=False, unique="id"), reading.calendar)
    reading.people = _people(reading)
    travellers = _travellers(meta, reading)
    reading.visits = _visits(reading)
    reading.events = _events(reading)
    visits, events, legs = travelled(
        reading.visits, tuple(reading.events.values()), _legs(reading), reading.lines, problems
    )
    office = out_of_office(reading.people, visits, events, reading.lines | reading.happened)
    for remark in (*remarks(visits, events, legs, reading.lines), *office):
        problems.append(remark)
    absent = [t for t in dict.fromkeys(v.traveller for v in reading.visits.values()) if t not in travellers]
    tour = Tour(
        id=meta.id or reading.origin.name,
        title=meta.title or reading.origin.name,
        summary=meta.summary,
        travellers=(*travellers, *absent),
        corridors=meta.corridors,
        labels=meta.labels,
        language=meta.language,
        people=tuple(reading.people.values()),
        visits=visits,
        events=events,
        claims=read_claims(reading),
        figures=tuple(_figures(reading)),
        legs=legs,
        scenes=read_scenes(reading),
        callouts=read_callouts(reading),
        quotations=read_quotations(reading.origin, reading.sources, (events, visits), problems),
        sources=reading.sources,
    )
    if not tour.visits and not tour.events:
        where = reading.origin.file_of("visits.csv")
        reading.problems.append(Problem(where, 0, "", tr("no visit and no event could be read; add a line")))
    return LoadedTour(tour, problems.told(), tuple(reading.resolver.names))


def _travellers(meta: Meta, reading: Reading) -> tuple[str, ...]:
    for id_ in meta.travellers:
        if id_ not in reading.people:
            sentence = tr(
                "'{id}' is not in {called}; add it there or correct the id",
                id=clipped(id_),
                called=reading.origin.called("people.csv"),
            )
            reading.problems.append(Problem(meta.file, 0, "travellers", sentence))
    return tuple(id_ for id_ in meta.travellers if id_ in reading.people)


def _people(reading: Reading) -> dict[str, Person]:
    people = {}
    for row in reading.rows("people.csv", unique="id"):
        if check_id(row):
            texts = {column: row.spoken(column) for column in ("name", "role", "organisation")}
            people[row.text("id")] = Person(
                row.text("id"),
                **texts,
                country=row.parsed("country", alpha2) or "",
                since=day(row, "since", reading.calendar),
                until=day(row, "until", reading.calendar),
            )
    return people


def _visits(reading: Reading) -> dict[str, Visit]:
    rows = [row for row in reading.rows("visits.csv", optional=False, unique="id") if check_id(row)]
    for row in rows:
        if row.text("traveller") not in reading.people:
            where = reading.origin.called("people.csv")
            row.reject(
                "traveller",
                tr(
                    "'{traveller}' is not in {where}; add the person there",
                    traveller=clipped(row.text("traveller")),
                    where=where,
                ),
            )
    dates = [(dated(row, "arrival", reading.calendar), dated(row, "departure", reading.calendar)) for row in rows]
    rows = reading.bearable(rows)
    whens = [arrival.rough or departure.rough for arrival, departure in dates[: len(rows)]]
    rows, places = reading.located(rows, rows, whens)
    visits = {}
    for row, cells, at in zip(rows, dates, places, strict=False):
        if at and row.kept:
            arrival, departure = stay(row, cells, at.place)
            reading.lines[row.text("id")] = (row.file, row.line)
            visits[row.text("id")] = Visit(
                id=row.text("id"),
                traveller=row.text("traveller"),
                at=at,
                arrival=arrival,
                departure=departure,
                unread=(cells[0].unread, cells[1].unread),
                kind=row.text("kind") or "official",
                status=_STATUS[row.choice("status", _STATUS, "held")],
                summary=row.spoken("summary"),
                citations=reading.cited(row),
            )
        else:
            reading.lost[row.text("id")] = f"{row.file}:{row.line}"
    return visits


def _events(reading: Reading) -> dict[str, Event]:
    rows = [row for row in reading.rows("events.csv", unique="id") if check_id(row)]
    dates = {id(row): dated(row, "when", reading.calendar) for row in rows}
    rows = reading.bearable(rows)
    placed = [row for row in rows if row.any(PLACING) and not _stays(reading, row)]
    whens = [dates[id(row)].rough or _stay(reading, row) for row in placed]
    rows, located = reading.located(rows, placed, whens)
    places = dict(zip(map(id, placed), located, strict=False))
    events = {}
    for row in rows:
        named = row.text("visit")
        visit = reading.visits.get(named)
        said = dates[id(row)]
        time = said.rough or (visit.when if visit else None)
        at = places.get(id(row), visit.at if visit else None)
        if named and not visit:
            (row.note if id(row) in places and time else row.reject)("visit", reading.missing(named, VISITS))
        elif not visit and id(row) not in places:
            row.reject("place", tr("the event has neither a place nor a visit that has one; name one of them"))
        if time is None and row.kept:
            row.reject("when", UNREAD if said.unread else UNDATED)
        if row.kept and at and time:
            reading.happened[of_event(row.text("id"))] = (row.file, row.line)
            events[row.text("id")] = _event(reading, row, visit, at, (said.at(row, at.place) or time, said))
    return events


def _stays(reading: Reading, row: Row) -> bool:
    """Whether the row names, by its id, the very place of its visit."""
    visit = reading.visits.get(row.text("visit"))
    said = (row.text("place_id"), row.text("place"), row.text("country"))
    return visit is not None and said == (visit.place.id, visit.at.toponym, visit.place.country)


def _stay(reading: Reading, row: Row) -> When | None:
    """The time of the visit that the row belongs to."""
    visit = reading.visits.get(row.text("visit"))
    return visit.when if visit else None


def _event(reading: Reading, row: Row, visit: Visit | None, at: Located, time: tuple[When, Dated]) -> Event:
    return Event(
        id=row.text("id"),
        visit=visit.id if visit else "",
        at=at,
        when=time[0],
        when_stated=time[1].reading is not None,
        unread=time[1].unread,
        day_part=row.choice("day_part", DAY_PARTS, ""),
        kind=row.text("kind").lower() or "meeting",
        status=_STATUS[row.choice("status", _STATUS, "held")],
        title=row.spoken("title"),
        summary=row.spoken("summary"),
        participants=reading.present(row),
        topics=row.list("topics"),
        citations=reading.cited(row),
    )


def _figures(reading: Reading) -> list[Figure]:
    figures = []
    for row in reading.rows("figures.csv"):
        value = row.number("value")
        if value is not None:
            texts = {column: row.spoken(column) for column in ("label", "unit", "period", "note")}
            group, change = row.text("group"), row.number("change")
            figures.append(Figure(value=value, group=group, change=change, citations=reading.cited(row), **texts))
    return figures


def _legs(reading: Reading) -> dict[tuple[str, int], Leg]:
    """The legs by file and line."""
    legs = {}
    for row in reading.rows("legs.csv"):
        for column in ("from", "to"):
            reading.check_listed(row, column, "visits.csv", reading.visits)
        if row.text("from") == row.text("to"):
            row.reject("to", tr("the leg ends at the visit that it starts from; name another"))
        if row.kept:
            mode = row.choice("mode", MODES, "unknown")
            legs[row.file, row.line] = Leg(row.text("from"), row.text("to"), mode, reading.cited(row))
    return legs
