"""The place cells of a table become places, each with the help of its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from mapapp import country
from mapapp.errors import PositionError, clipped
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolution, Resolve, Toponym, pinned
from mapapp.position import Position, distance_km
from mapapp.tables import Row
from mapapp.tour import Located
from mapapp.when import When

GIVEN = "given:"  # begins the id of a place that is known by its coordinates alone
APART_KM = 1.0  # more than the rounding of coordinates, less than the way to another place
GEO = "geo:"  # latitude,longitude in WGS 84, as RFC 5870 writes them, in the place of an id
NEIGHBOURS = 2  # stops on either side that may tip the balance; farther ones say little about where one is


@dataclass(frozen=True, slots=True)
class Naming:
    """A place as a row of a table names it, and what came of it.

    ``row`` is the id of the row, in claims.csv that of its event. ``cell`` is the text of the column. ``toponym`` is
    what was asked for. ``answer`` is None where nobody need be asked: an
    id or coordinates are given, or the cell is empty. ``at`` is None where the row was left out for want of a place.
    """

    file: str
    line: int
    row: str
    column: str
    cell: str
    toponym: Toponym
    answer: Resolution | None
    at: Located | None


class Resolver:
    """Locates the rows of a table: by their coordinates if they have any, otherwise by the name of the place.

    ``names`` are all the names that it was asked for so far.
    """

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self.names: list[Naming] = []

    def locate_all(
        self, rows: Sequence[Row], whens: Sequence[When | None], column: str = "place"
    ) -> list[Located | None]:
        """Locate each row; None where that fails, with the problem reported on the row.

        A name that stays ambiguous by itself is asked once more with the positions of the stops before and after it.
        """
        toponyms = [_toponym(row, column, when) for row, when in zip(rows, whens, strict=True)]
        meant = [self._meant(row, column) for row in rows]
        given = [None if place else _coordinates(row, column) for row, place in zip(rows, meant, strict=True)]
        answers = [None if at or not t.text else self._resolve(t) for t, at in zip(toponyms, given, strict=True)]
        known = [
            place or (at.place if at else a.place if isinstance(a, Found) else None)
            for place, at, a in zip(meant, given, answers, strict=True)
        ]
        for i, toponym in enumerate(toponyms):
            if isinstance(answers[i], Ambiguous) and (near := _around(known, i)):
                answers[i] = self._resolve(replace(toponym, near=near))
        located = [
            at or (_chosen(row, column, place, answer) if place else _located(row, column, toponym, answer))
            for row, toponym, place, at, answer in zip(rows, toponyms, meant, given, answers, strict=True)
        ]
        asked = [None if place else answer for place, answer in zip(meant, answers, strict=True)]
        self.names += map(_naming, rows, repeat(column), toponyms, asked, located)
        return located

    def _meant(self, row: Row, column: str) -> Place | None:
        """The place of the row's ``place_id``; None where it has none, or where its coordinates or its name decide."""
        id_ = "" if pinned(row.text(column))[1] else row.text("place_id")
        answer = self._resolve(Toponym(id_)) if id_ and not id_.startswith(GIVEN) else None
        if isinstance(answer, Found) and answer.place.id == id_:
            return answer.place
        if id_ and not (row.text("latitude") and row.text("longitude")):
            row.note("place_id", f"'{clipped(id_)}' is no id of a known place; the name is used, correct or delete it")
        return None


def _naming(row: Row, column: str, toponym: Toponym, answer: Resolution | None, at: Located | None) -> Naming:
    id_ = row.text("id") or row.text("event")
    return Naming(row.file, row.line, id_, column, row.text(column), toponym, answer, at)


def _around(known: Sequence[Place | None], i: int) -> tuple[Position, ...]:
    before = [p.position for p in known[:i] if p][-NEIGHBOURS:]
    after = [p.position for p in known[i + 1 :] if p][:NEIGHBOURS]
    return (*before, *after)


def _country(row: Row) -> str:
    return row.parsed("country", country.stated) or ""


def _toponym(row: Row, column: str, when: When | None) -> Toponym:
    name, id_ = pinned(row.text(column))
    return Toponym(id_ or name, _country(row), when)


def _coordinates(row: Row, column: str) -> Located | None:
    name, id_ = pinned(row.text(column))
    latitude, longitude = row.text("latitude"), row.text("longitude")
    if id_.startswith(GEO):
        latitude, _, longitude = id_.removeprefix(GEO).partition(",")
    if not latitude and not longitude:
        return None
    try:
        position = Position.checked(longitude, latitude)
    except PositionError as error:
        row.note(str(error).split()[0], f"{error}; the name of the place is used")
        return None
    title = name or f"{position.latitude}, {position.longitude}"
    key = (not id_ and row.text("place_id")) or f"{GIVEN}{position.longitude},{position.latitude}"
    return Located(Place(key, title, country.today(_country(row)), "P", position), title)


def _chosen(row: Row, column: str, place: Place, answer: Resolution | None) -> Located:
    """The place that an id names, with what else its name may stand for, and how sure the row is of it."""
    _check_apart(row, place)
    told = answer.candidates if isinstance(answer, Found | Ambiguous) else ()
    candidates = tuple(sorted(told, key=lambda c: c.place.id != place.id))
    named = bool(candidates) and candidates[0].place.id == place.id
    confidence = row.number("confidence")
    if confidence is not None and not 0 <= confidence <= 1:
        row.note("confidence", "this is no number from 0 to 1; correct or delete it")
        confidence = None
    if confidence is None:
        confidence = answer.confidence if named and isinstance(answer, Found) else 1.0
    written = pinned(row.text(column))[0] or place.title
    return Located(place, written, confidence, candidates if named else ())


def _check_apart(row: Row, place: Place) -> None:
    """Note coordinates that are those of another place than the id: somebody changed one and not the other."""
    latitude, longitude = row.text("latitude"), row.text("longitude")
    if not latitude and not longitude:
        return
    try:
        apart = distance_km(Position.checked(longitude, latitude), place.position)
    except PositionError as error:
        row.note(str(error).split()[0], f"{error}; the place_id is used")
        return
    if apart > APART_KM:
        said = f"{clipped(place.title)}, {apart:,.0f} km from the latitude and longitude of the line"
        row.note("place_id", f"it is the id of {said}, and is used; correct or delete one of them")


def _located(row: Row, column: str, toponym: Toponym, answer: Resolution | None) -> Located | None:
    if isinstance(answer, Found):
        written = pinned(row.text(column))[0] or toponym.text
        return Located(answer.place, written, answer.confidence, answer.candidates)
    name = clipped(toponym.text)
    if answer is None:
        row.reject(column, "the cell is empty; name the place, or give latitude and longitude")
    elif isinstance(answer, Ambiguous) and answer.candidates[0].match == "several":
        listed = _listed(answer.candidates, " and ")
        row.reject(column, f"'{name}' names several places, {listed}; write one line for each, with its own dates")
    elif isinstance(answer, Ambiguous):
        row.reject(column, f"'{name}' may be {_listed(answer.candidates)}; write the id of the one that is meant")
    else:
        stated = f" in {toponym.country}" if toponym.country else ""
        like = f"; similar are {_listed(answer.near_misses)}" if answer.near_misses else ""
        row.reject(column, f"'{name}' is not a known place{stated}{like}; correct it, or give latitude and longitude")
    return None


def _listed(candidates: Sequence[Candidate], between: str = " or ") -> str:
    places = [candidate.place for candidate in candidates[:5]]
    return between.join(f"{p.title}, {country.name(p.country)} ({p.id})" for p in places)
