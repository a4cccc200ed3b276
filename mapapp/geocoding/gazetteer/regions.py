"""First-level regions by name, abbreviation and code: "Texas", "TX", "Calif.", "Ontario"."""

import csv
from collections import defaultdict
from functools import cached_property
from pathlib import Path

from mapapp import country
from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.gazetteer.entries import Gazetteer
from mapapp.geocoding.gazetteer.index import DATA
from mapapp.geocoding.reading import spellings
from mapapp.place import Place
from mapapp.position import distance_km

_TWO = 2  # letters of most codes
_COUNTY_KM = weights.AREA_KM["county"].value
_NAMED_ALONE = frozenset(("US", "CA", "AU", "GB"))  # whose regions news name without their country


def _shorts(row: dict[str, str]) -> list[str]:
    return [short for short in (row["code"], *row["short"].split("|")) if short]


class Regions:
    """First-level regions by name and abbreviation: "Texas", "TX", "Calif.", "Ontario"."""

    def __init__(self, gazetteer: Gazetteer, folder: Path = DATA) -> None:
        self._gazetteer = gazetteer
        self._folder = folder

    def named(self, text: str) -> frozenset[tuple[str, str]]:
        """The regions that a text may name, each as (country, folded name of the division)."""
        return self._all.get(fold(text), frozenset())

    def coded(self, text: str) -> frozenset[tuple[str, str]]:
        """The regions whose code a text is, written as one: "LA" is two states, "La" is an article, "N.L." is NL."""
        return frozenset(self._codes.get(text) or self._codes.get(text.replace(".", "")) or {})

    def in_county(self, place: Place, code: str) -> bool:
        """Whether it lies in the county for which a code stands ("PG" is Perugia in Umbria), if it stands for one.

        Of a place whose county no list says it is enough to lie near its middle.
        """
        county = self._codes.get(code, {}).get((place.country, fold(place.region)), "")
        if not county or (own := self._gazetteer.county(place.id)) == county:
            return True
        middles = [p.position for p in self._gazetteer.named(fold(county)) if p.country == place.country]
        return not own and any(distance_km(place.position, middle) < _COUNTY_KM for middle in middles)

    @cached_property
    def short(self) -> dict[str, tuple[str, str]]:
        """The abbreviations (as written, "Calif.", "TX"), with country and folded name; of several the first listed."""
        found: dict[str, tuple[str, str]] = {}
        for row in self._common():
            for short in _shorts(row):
                found.setdefault(short, (row["country"], fold(row["name"])))
        return found

    @cached_property
    def full(self) -> dict[str, tuple[str, str]]:
        """Full names of the regions of countries whose news name them without their country."""
        rows = (row for row in self._rows() if row["country"] in _NAMED_ALONE)
        return {fold(row["name"]): (row["country"], fold(row["name"])) for row in rows}

    @cached_property
    def _codes(self) -> dict[str, dict[tuple[str, str], str]]:
        """The regions of each code, with the county where it stands for one."""
        found: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
        for row in self._rows():
            code, region = row["code"], (row["country"], fold(row["name"]))
            found[code][region] = row["county"]
            if len(code) > _TWO and row["country"] not in country.COMMON_STATES:  # "Guadalajara, Jal."
                found[code.capitalize()][region] = row["county"]
        return found

    def division(self, place: Place) -> str:
        """The folded name of the division that a region, as a place, is."""
        return self._of_place.get(place.id, fold(place.title))

    @cached_property
    def _of_place(self) -> dict[str, str]:
        rows = self._gazetteer.db.execute("SELECT place, name FROM division WHERE place IS NOT NULL")
        return {f"geonames:{place}": fold(name) for place, name in rows}

    @cached_property
    def _all(self) -> dict[str, frozenset[tuple[str, str]]]:
        found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        # Of one code the region comes first, then its counties, in which no place is said to lie.
        rows = self._gazetteer.db.execute("SELECT country, name, min(id) FROM division GROUP BY country, code")
        for code, name, _ in rows:
            found[fold(name)].add((code, fold(name)))
        names = self._gazetteer.db.execute(
            "SELECT d.country, d.name, p.title FROM division d JOIN place p ON p.id = d.place"
        )
        for code, name, title in names:
            found[fold(title)].add((code, fold(name)))
        for row in self._common():
            for short in _shorts(row):
                found[fold(short)].add((row["country"], fold(row["name"])))
        bare: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for key, regions in found.items():
            for shorter in spellings(key)[1:]:  # "osh", of Osh Region
                bare[shorter] |= regions
        shared: dict[frozenset[tuple[str, str]], frozenset[tuple[str, str]]] = {}  # most regions have several names
        every = ((key, frozenset(found[key] | bare[key])) for key in {**bare, **found})  # Osh, and Osh Region
        return {key: shared.setdefault(regions, regions) for key, regions in every}

    def _common(self) -> list[dict[str, str]]:
        """Those whose codes texts write; of the others a code is read behind a name alone, in capitals."""
        return [row for row in self._rows() if row["country"] in country.COMMON_STATES]

    def _rows(self) -> list[dict[str, str]]:
        with (self._folder / "regions.csv").open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))
