"""Curated places and names: what GeoNames lacks or gets wrong, from CSV files that people edit.

``curated-places.csv`` adds places, and corrects those whose id is one of GeoNames; ``curated-names.csv`` adds names
with their language and the years in which they were in official use. Every row names its source.
``curated-regions.csv`` is derived: `scripts/build-curated-regions`.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from mapapp.folding import fold
from mapapp.geocoding.gazetteer.index import DATA
from mapapp.place import Candidate, Place, Toponym
from mapapp.position import Position

SAYS = "curated"
_PLACE = ("id", "title", "country", "class", "longitude", "latitude", "zone", "population", "kind", "reach_km")


class Name(NamedTuple):
    """A row of a name; a text for every column, and "" for what it leaves open."""

    place: str
    name: str
    language: str = ""
    since: str = ""
    until: str = ""


class Curated:
    """Places and names entered by hand. ``elsewhere`` finds a place that only the gazetteer knows."""

    def __init__(self, elsewhere: Callable[[str], Place | None] = lambda _: None, folder: Path = DATA) -> None:
        self._elsewhere = elsewhere
        self._folder = folder
        self._made: dict[str, Place | None] = {}  # a correction asks the gazetteer, which takes as long as an answer

    def candidates(self, toponym: Toponym) -> list[Candidate]:
        """Places that bear this name; a stated country is binding. A name may come with several spans of years."""
        found = []
        for row in self._names.get(fold(toponym.text), ()):
            place = self.place(row.place) or self._elsewhere(row.place)
            if place and (not toponym.country or place.country == toponym.country):
                since, until = _year(row.since), _year(row.until)
                found.append(Candidate(place, SAYS, row.name, row.language, since=since, until=until))
        return found

    @property
    def ids(self) -> Iterable[str]:
        """The ids of the places."""
        return self._places

    @cached_property
    def regions(self) -> dict[str, tuple[str, ...]]:
        """The folded names of the first-level regions that may hold a place of ours, by its id."""
        return {id: tuple(regions.split(";")) for id, regions in self._rows("curated-regions.csv", ("id", "regions"))}

    def place(self, id: str) -> Place | None:
        """The place with this id, or None."""
        if id not in self._made:
            cells = self._places.get(id)
            self._made[id] = _place(cells, self._elsewhere(id)) if cells else None
        return self._made[id]

    def beginning(self, key: str) -> list[Place]:
        """The places that have a name whose folded key begins with this one, each once; none for ""."""
        rows = (row for name, rows in self._names.items() if key and name.startswith(key) for row in rows)
        places = (self.place(id) or self._elsewhere(id) for id in dict.fromkeys(row.place for row in rows))
        return [place for place in places if place]

    def years(self, column: str) -> set[int]:
        """All years in which a name began ("since"), or ended ("until"): thousands of names share few of them."""
        return {int(year) for year in {getattr(row, column) for row in self._listed} if year}

    @cached_property
    def latin_keys(self) -> tuple[str, ...]:
        """The folded names in Latin letters, for comparing with a misspelt one."""
        return tuple(key for key in self._names if key.isascii() and len(key) > 3)

    @cached_property
    def _places(self) -> dict[str, tuple[str, ...]]:
        """The cells of the places by id; only those that somebody asks for become places."""
        return {cells[0]: cells for cells in self._rows("curated-places.csv", _PLACE)}

    @cached_property
    def _listed(self) -> list[Name]:
        return list(map(Name._make, self._rows("curated-names.csv", Name._fields)))

    @cached_property
    def _names(self) -> dict[str, list[Name]]:
        """The rows of the names by key; the title of a place is one of its names."""
        names = defaultdict(list)
        for row in self._listed:
            names[fold(row.name)].append(row)
        for id, title, *_ in self._places.values():
            key = fold(title)
            if all(row.place != id for row in names.get(key, ())):
                names[key].append(Name(id, title))
        return dict(names)

    def _rows(self, file: str, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """The cells of these columns, row by row: a table is read whole for one name, so that no row becomes a dict."""
        with (self._folder / file).open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        return map(itemgetter(*map(header.index, columns)), rows)


def _year(text: str) -> int | None:
    return int(text) if text else None


def _place(cells: tuple[str, ...], listed: Place | None) -> Place:
    """The place of a row; what the row leaves open is as the gazetteer has it, if it has the place."""
    id, title, country, feature, longitude, latitude, zone, population, kind, reach = cells
    position = Position.checked(longitude, latitude)
    place = Place(id, title, country, feature, position, zone, int(population or 0), kind,
                  spread_km=int(reach or 0))  # fmt: skip
    if listed is None:
        return place
    return replace(place, zone=place.zone or listed.zone, population=place.population or listed.population,
                   region=listed.region, fame=listed.fame, spread_km=place.spread_km or listed.spread_km)  # fmt: skip
