"""Curated places and names: what GeoNames lacks or gets wrong, from CSV files that people edit.

``curated-places.csv`` adds places and corrects titles; ``curated-names.csv`` adds names with their language and the
years in which they were in official use. Every row names its source.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mapapp.geocoding.index import DATA
from mapapp.geocoding.names import fold
from mapapp.place import Candidate, Place, Toponym
from mapapp.position import Position

SAYS = "curated"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a place: its text, its language (BCP 47), and the years of its official use (None: open)."""

    text: str
    place: str
    language: str
    since: int | None
    until: int | None
    source: str


class Curated:
    """Places and names entered by hand. ``elsewhere`` finds a place that only the gazetteer knows."""

    def __init__(self, elsewhere: Callable[[str], Place | None] = lambda _: None, folder: Path = DATA) -> None:
        self._elsewhere = elsewhere
        self._folder = folder

    def candidates(self, toponym: Toponym) -> list[Candidate]:
        """Places that bear this name; a stated country is binding. A name may come with several spans of years."""
        found = []
        for name in self._names.get(fold(toponym.text), ()):
            place = self.place(name.place) or self._elsewhere(name.place)
            if place and (not toponym.country or place.country == toponym.country):
                found.append(Candidate(place, SAYS, name.text, name.language, since=name.since, until=name.until))
        return found

    def place(self, id: str) -> Place | None:
        """The place with this id, or None."""
        return self._places.get(id)

    @cached_property
    def latin_keys(self) -> tuple[str, ...]:
        """The folded names in Latin letters, for comparing with a misspelt one."""
        return tuple(key for key in self._names if key.isascii() and len(key) > 3)

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {row["id"]: _place(row) for row in self._rows("curated-places.csv")}

    @cached_property
    def _names(self) -> dict[str, list[Name]]:
        names = defaultdict(list)
        for row in self._rows("curated-names.csv"):
            name = Name(row["name"], row["place"], row["language"], _year(row["since"]), _year(row["until"]),
                        row["source"])  # fmt: skip
            names[fold(name.text)].append(name)
        titled = {name.place for group in names.values() for name in group}
        for place in self._places.values():
            if place.id not in titled:
                names[fold(place.title)].append(Name(place.title, place.id, "", None, None, ""))
        return dict(names)

    def _rows(self, file: str) -> Iterator[dict[str, str]]:
        with (self._folder / file).open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


def _year(text: str) -> int | None:
    return int(text) if text else None


def _place(row: dict[str, str]) -> Place:
    position = Position.checked(row["longitude"], row["latitude"])
    return Place(row["id"], row["title"], row["country"], row["class"], position, row["zone"],
                 int(row["population"] or 0), row["kind"])  # fmt: skip
