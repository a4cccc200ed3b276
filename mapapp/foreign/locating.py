"""The places of the rows of a table, by the reader of tours, so that the tour reads back as the same.

A row whose place somebody chose is read again, and with it the names that are told by the places around them; what the
others say stays.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from mapapp.catalogue.stops import NEIGHBOURS, Naming, Resolver
from mapapp.errors import Problem
from mapapp.foreign.airports import are_codes, served, towns
from mapapp.foreign.asked import Asked
from mapapp.foreign.lands import by_land, code_of, codes_of
from mapapp.foreign.phrases import bare, is_name, unmeasured, way_of, without_home
from mapapp.foreign.placing import Placed, Spot, parted, placed, with_land
from mapapp.foreign.venues import is_venue
from mapapp.message import tr
from mapapp.place import Ambiguous, Found, Toponym
from mapapp.tables.rows import Row
from mapapp.when import When

SAID_EACH = 50  # names after which it is told how far it has come
_MOST_AGAIN = 0.2  # share of changed rows from which on all are read again
Progress = Callable[[int, int], None]
States = Mapping[str, tuple[str, str]]


class Locating:
    """Reads the rows of one table, time after time."""

    def __init__(self) -> None:
        self._spots: list[list[Spot]] = []
        self._parts: list[list[Spot]] = []
        self._places: list[list[Placed]] = []
        self._open: set[int] = set()  # rows that are told by what is around them
        self._codes: dict[str, str] = {}
        self._states: States = {}

    def located(self, spots: Sequence[Sequence[Spot]], resolve: Asked, progress: Progress) -> list[list[Placed]]:
        """For each row the places that it names; several where its cell names several."""
        name, flown = is_name(resolve), are_codes(spot.text for row in spots for spot in row)
        spots = [[_of_airport(spot, alone=flown) for spot in row] for row in spots]
        spots = [[part for spot in row for part in _by_land(spot, resolve)] for row in spots]
        town = partial(_is_town, resolve=resolve)
        said = [[with_land(_bare(spot, name, town), resolve) for spot in row] for row in spots]
        said = _along(said)
        changed = [i for i, row in enumerate(said) if row != self._spots[i]] if len(said) == len(self._spots) else None
        if changed is None or len(changed) > _MOST_AGAIN * len(said):
            self._all(said, resolve, progress)
        elif changed:
            self._again(said, changed, resolve)
        self._spots = said
        return self._places

    def _all(self, said: list[list[Spot]], resolve: Asked, progress: Progress) -> None:
        self._codes = codes_of((spot.country for row in said for spot in row), resolve)
        _look_up([spot for row in said for spot in row], self._codes, resolve, progress)
        self._parts = [[part for spot in row for part in parted(spot, self._codes, resolve)] for row in said]
        names, self._states = _named([part for row in self._parts for part in row], self._codes, resolve, None)
        each = iter(names)
        self._open, self._places = set(), [[] for _ in said]
        for i, row in enumerate(self._parts):
            self._put(i, [next(each) for _ in row], resolve)

    def _again(self, said: list[list[Spot]], changed: Sequence[int], resolve: Asked) -> None:
        """Read the rows that changed, and those that are told by what is around them."""
        self._codes = {**self._codes, **codes_of((spot.country for i in changed for spot in said[i]), resolve)}
        self._parts, self._places = [*self._parts], [*self._places]
        for i in changed:
            self._parts[i] = [part for spot in said[i] for part in parted(spot, self._codes, resolve)]
        known = [any(_is_known(part, self._codes, resolve) for part in row) for row in self._parts]
        touched = {*changed, *self._open}
        rows = sorted({near for i in touched for near in (i, *_around(i, known))})
        names, _ = _named([part for i in rows for part in self._parts[i]], self._codes, resolve, self._states)
        each = iter(names)
        read = {i: [next(each) for _ in self._parts[i]] for i in rows}
        for i in touched:
            self._put(i, read[i], resolve)

    def _put(self, index: int, names: Sequence[Naming], resolve: Asked) -> None:
        """Keep the places of a row, and whether they are told by what is around it."""
        pairs = zip(self._parts[index], names, strict=True)
        self._places[index] = [_whole(placed(part, name, self._codes, resolve)) for part, name in pairs]
        self._open.discard(index)
        if any(_is_open(name, resolve) for name in names):
            self._open.add(index)


def _of_airport(spot: Spot, *, alone: bool) -> Spot:
    """The town that an airport serves, for its code in brackets behind a name, or ``alone``."""
    title, place = served(spot.text)
    if alone and not place:
        place, title = towns().get(spot.text, ("", ""))
    return replace(spot, text=title, place_id=place) if place and not spot.place_id and not spot.latitude else spot


def _by_land(spot: Spot, resolve: Asked) -> list[Spot]:
    """A spot for each place of a cell that states a country for every one, otherwise the spot."""
    if spot.place_id or spot.latitude:
        return [spot]
    each = by_land(spot.text, lambda text: code_of(text, resolve), one=spot.text == spot.country)
    return [replace(spot, text=text, country=land) for text, land in each] or [spot]


def _bare(spot: Spot, name: Callable[[str], bool], is_town: Callable[[str], bool]) -> Spot:
    """A spot without the preposition or the words of a journey before its name, or the venue behind its town."""
    if spot.place_id or spot.latitude:
        return spot
    town, comma, venue = spot.text.partition(",")
    if comma and is_venue(venue) and name(town) and (venue.strip().isupper() or not name(venue.strip())):
        return replace(spot, text=town, whole=spot.text)
    venue, comma, town = (part.strip() for part in spot.text.rpartition(","))
    if comma and is_venue(venue) and not name(venue) and is_town(town) and not name(spot.text):
        return replace(spot, text=town, whole=spot.text)
    text = bare(without_home(unmeasured(spot.text)), name)
    return spot if text == spot.text else replace(spot, text=text)


def _along(said: list[list[Spot]]) -> list[list[Spot]]:
    """The spots, those being ways that begin where the row before ended, or end where the next one begins."""
    ways = [way_of(row[0].text) if len(row) == 1 else () for row in said]
    result = [*said]
    for i, own in enumerate(ways):
        before, behind = ways[i - 1] if i else (), ways[i + 1] if i + 1 < len(ways) else ()
        if len(own) > 1 and ((before and before[-1] == own[0]) or (behind and own[-1] == behind[0])):
            result[i] = [replace(said[i][0], way=True)]
    return result


def _is_town(text: str, resolve: Asked) -> bool:
    """Whether a text is the name of a town, or of several: no region, in which a venue may be anywhere."""
    answer = resolve(Toponym(text))
    best = answer.candidates[0] if isinstance(answer, Found | Ambiguous) else None
    return best is not None and best.place.feature_class == "P" and best.match in ("title", "name")


def _whole(placed: Placed) -> Placed:
    """With the whole text of a cell of which the town alone was looked up: a venue is in the city, not the region."""
    at, whole = placed.at, placed.spot.whole
    if not at or not whole:
        return placed
    city = placed.facet == tr("city or region") and at.place.feature_class == "P"
    at = replace(at, toponym=whole, confidence=1.0 if city else at.confidence)
    return replace(placed, at=at, facet="", doubt="") if city else replace(placed, at=at)


def _cells_of(spot: Spot, codes: Mapping[str, str]) -> dict[str, str]:
    """The spot as cells of a row for the reader of tours."""
    code = codes.get(spot.country, "") or spot.country
    cells = {"place": spot.text, "country": code, "latitude": spot.latitude, "longitude": spot.longitude}
    return cells | {"place_id": spot.place_id, "confidence": ""}


def _look_up(spots: Iterable[Spot], codes: Mapping[str, str], resolve: Asked, progress: Progress) -> None:
    """Ask for every distinct name, telling how far it has come."""
    distinct = {(s.text, s.country, _year(s.when)): s.when for s in spots if s.text and not s.latitude}
    for done, ((text, stated, _), when) in enumerate(distinct.items()):
        if done % SAID_EACH == 0:
            progress(done, len(distinct))
        resolve(Toponym(text, codes.get(stated, ""), when))
    progress(len(distinct), len(distinct))


def _year(when: When | None) -> int | None:
    return when.start.year if when else None


def _named(
    spots: Sequence[Spot], codes: Mapping[str, str], resolve: Asked, states: States | None
) -> tuple[list[Naming], States]:
    """What the reader of tours makes of the spots, and the states that the column of countries holds."""
    problems: list[Problem] = []
    rows = [Row("", number, _cells_of(spot, codes), problems) for number, spot in enumerate(spots)]
    resolver = Resolver(resolve, patient=True, states=states)
    resolver.locate_all(rows, [spot.when for spot in spots])
    return resolver.names, resolver.states


def _is_known(spot: Spot, codes: Mapping[str, str], resolve: Asked) -> bool:
    """Whether a spot tells by itself where it is, so that it may tell it of others."""
    if spot.place_id or spot.latitude:
        return True
    return isinstance(resolve(Toponym(spot.text, codes.get(spot.country, ""), spot.when)), Found)


def _is_open(name: Naming, resolve: Asked) -> bool:
    """Whether a name is told by what is around it."""
    return name.answer is not None and isinstance(resolve(name.toponym), Ambiguous)


def _around(index: int, known: Sequence[bool]) -> list[int]:
    """The rows up to the known ones on either side that may tell of a row where it is."""
    found: list[int] = []
    for step in (-1, 1):
        left, at = NEIGHBOURS, index + step
        while left and 0 <= at < len(known):
            if known[at]:
                found.append(at)
                left -= 1
            at += step
    return found
