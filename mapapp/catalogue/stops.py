"""The place cells of a table become places, each with the help of its neighbours."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp import country
from mapapp.country import alpha2
from mapapp.errors import PositionError, clipped
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolution, Resolve, Toponym
from mapapp.position import Position
from mapapp.tables import Row
from mapapp.tour import Located
from mapapp.when import When

NEIGHBOURS = 2  # stops on either side that may tip the balance; farther ones say little about where one is


class Resolver:
    """Locates the rows of a table: by their coordinates if they have any, otherwise by the name of the place."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve

    def locate_all(
        self, rows: Sequence[Row], whens: Sequence[When | None], column: str = "place"
    ) -> list[Located | None]:
        """Locate each row; None where that fails, with the problem reported on the row.

        A name that stays ambiguous by itself is asked once more with the positions of the stops before and after it.
        """
        toponyms = [Toponym(row.text(column), _country(row), when) for row, when in zip(rows, whens, strict=True)]
        given = [_coordinates(row, column) for row in rows]
        answers = [None if at or not t.text else self._resolve(t) for t, at in zip(toponyms, given, strict=True)]
        known = [
            at.place if at else a.place if isinstance(a, Found) else None for at, a in zip(given, answers, strict=True)
        ]
        for i, toponym in enumerate(toponyms):
            if isinstance(answers[i], Ambiguous) and (near := _around(known, i)):
                answers[i] = self._resolve(replace(toponym, near=near))
        return [
            at or _located(row, column, toponym, answer)
            for row, toponym, at, answer in zip(rows, toponyms, given, answers, strict=True)
        ]


def _around(known: Sequence[Place | None], i: int) -> tuple[Position, ...]:
    before = [p.position for p in known[:i] if p][-NEIGHBOURS:]
    after = [p.position for p in known[i + 1 :] if p][:NEIGHBOURS]
    return (*before, *after)


def _country(row: Row) -> str:
    return row.parsed("country", alpha2) or ""


def _coordinates(row: Row, column: str) -> Located | None:
    latitude, longitude = row.text("latitude"), row.text("longitude")
    if not latitude and not longitude:
        return None
    try:
        position = Position.checked(longitude, latitude)
    except PositionError as error:
        row.note(str(error).split()[0], f"{error}; the name of the place is used")
        return None
    title = row.text(column) or f"{position.latitude}, {position.longitude}"
    key = f"given:{position.longitude},{position.latitude}"
    return Located(Place(key, title, _country(row), "P", position), title)


def _located(row: Row, column: str, toponym: Toponym, answer: Resolution | None) -> Located | None:
    if isinstance(answer, Found):
        return Located(answer.place, toponym.text, answer.confidence, answer.candidates)
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
