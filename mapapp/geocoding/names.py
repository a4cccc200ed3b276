"""What bears a name: the curated list and the gazetteer asked together, and the containers that a name may lie in."""

from dataclasses import replace
from functools import lru_cache

from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.choosing import weigh
from mapapp.geocoding.containers import Containers
from mapapp.geocoding.gazetteer.countries import Countries, part
from mapapp.geocoding.gazetteer.curated import SAYS as CURATED
from mapapp.geocoding.gazetteer.curated import Curated
from mapapp.geocoding.gazetteer.entries import Gazetteer
from mapapp.geocoding.gazetteer.misspellings import variants
from mapapp.geocoding.gazetteer.regions import Regions
from mapapp.geocoding.reading import read, spellings
from mapapp.place import Candidate, Place, Toponym

_LOOKED_AT = 500  # places of which the best are shown while somebody types


class Names:
    """Finds the places that bear a name, unweighed. Raises GeocodingError where the index cannot be read or unpacked.

    ``gazetteer``, ``curated``, ``countries``, ``regions`` and ``containers`` are the lists behind it.
    """

    def __init__(self, gazetteer: Gazetteer | None = None, curated: Curated | None = None) -> None:
        self.gazetteer = gazetteer or Gazetteer()
        self.curated = curated or Curated(self.gazetteer.place)
        self.countries = Countries(self.gazetteer)
        self.regions = Regions(self.gazetteer)
        self.containers = Containers(
            self.countries, self.regions, self.bearing, self.area, lambda id_: self.curated.regions.get(id_, ())
        )

    def candidates(self, toponym: Toponym) -> list[Candidate]:
        """Everything that bears the name, unweighed; curated entries stand in for the same place of the gazetteer."""
        allowed = self.countries.within(toponym.country, toponym.when, ever=True)
        everywhere = (c for c in self.anywhere(toponym) if not _code(c, toponym.text))
        return [c for c in everywhere if within(c, allowed) and self._may_be(c, toponym)]

    def anywhere(self, toponym: Toponym) -> list[Candidate]:
        """The same without regard to the stated country."""
        reading = read(toponym.text)
        keys = spellings(reading.name if "(" in toponym.text else toponym.text)
        for key in keys[:1] if reading.container else keys:  # "Antigua, Guatemala City" is not Antigua Guatemala
            if found := self.bearing(Toponym(key, "", toponym.when, toponym.near)):
                joined = key.replace(" ", "")
                if joined != key and joined in keys and all(c.match == "name" and c.says != CURATED for c in found):
                    found = [*found, *self.bearing(Toponym(joined, "", toponym.when, toponym.near))]  # Nan-yang
                return of_kind(found, reading.kind)
        return []

    def bearing(self, toponym: Toponym) -> list[Candidate]:
        """What bears exactly this name, in no other of its spellings."""
        curated = self.curated.candidates(toponym) + self.countries.candidates(toponym)
        known = {candidate.place.id for candidate in curated}
        listed = _without_capitals_lands(self.gazetteer.candidates(toponym))
        own_title = {c.place.id for c in listed if c.match == "title"}
        curated = [replace(c, until=None) if c.place.id in own_title and toponym.when is None else c for c in curated]
        corrected = [replace(c, place=place) if (place := self.curated.place(c.place.id)) else c for c in listed]
        wide = {fold(c.place.title) for c in curated if c.place.kind in weights.WIDE_KINDS}
        return curated + [
            c for c in corrected
            if c.place.id not in known and not (c.place.kind in {"area", "continent"} and fold(c.place.title) in wide)
        ]  # fmt: skip

    def place(self, id: str) -> Place | None:
        """The place with this id ("geonames:1526384", "mapapp:alat"), or None."""
        if ":" not in id:
            return None
        return self.curated.place(id) or self.countries.place(id) or self.gazetteer.place(id)

    def beginning(self, text: str, most: int) -> list[Place]:
        """Places that have a name which begins with the text: those called so first, then by weight."""
        key = fold(text)
        found = {p.id: p for p in (*self.curated.beginning(key), *self.gazetteer.beginning(key, _LOOKED_AT))}
        places = (self.curated.place(id) or place for id, place in found.items())
        first = sorted(places, key=lambda p: (not fold(p.title).startswith(key), -_weight(p), p.id))[: 2 * most]
        turn = [max([i, *(j + 0.5 for j, town in enumerate(first) if _is_seat(town, p))]) for i, p in enumerate(first)]
        return [p for _, p in sorted(zip(turn, first, strict=True), key=lambda pair: pair[0])][:most]

    def area(self, country: str, region: str = "") -> Place | None:
        """The place that a country, or a first-level region by the folded name of its division, is itself."""
        if not region:
            listed = self.gazetteer.country(country)
            return self.curated.place(listed.id if listed else f"mapapp:country-{country.lower()}") or listed
        named = (p for p in self.gazetteer.named(region) if p.country == country and p.kind == "region")
        return next((self.curated.place(p.id) or p for p in named), None)

    def region_of(self, place: Place) -> str:
        """The folded name of the first-level region that a place lies in or is; "" where not known."""
        return self.regions.division(place) if place.kind == "region" else fold(place.region)

    def _may_be(self, candidate: Candidate, toponym: Toponym) -> bool:
        """Whether the stated country lets it be: a former country lies in none of the several that it became."""
        if candidate.place.kind != "former country" or not toponym.country:
            return True
        code = candidate.place.id.removeprefix("mapapp:former-").upper()
        return toponym.country == code or self.countries.members(code, toponym.when) == {toponym.country}


def within(candidate: Candidate, countries: frozenset[str]) -> bool:
    """Whether it lies in one of the countries that the row states; seas and the like belong to none and to all."""
    place = candidate.place
    if not countries or not place.country or place.country in countries:
        return True
    return _divided(countries) and part(place.country, place.region) in countries


@lru_cache(256)
def _divided(countries: frozenset[str]) -> bool:
    """Whether parts of countries are among them; to ask this first is far cheaper than to name the part."""
    return any("/" in code for code in countries)


def _weight(place: Place) -> float:
    """How likely a place is meant by its title."""
    return weigh(Toponym(place.title, place.country), Candidate(place, "gazetteer", place.title))[0]


def _is_seat(town: Place, region: Place) -> bool:
    named = town.feature_class == "P" and region.kind in {"region", "county", "district"}
    within = town.country == region.country and named
    return within and any(variants(name, fold(town.title)) for name in spellings(region.title))


def _code(candidate: Candidate, text: str) -> bool:
    """Whether it is a country that was found by a code of two or three letters which is not written like a code."""
    short = text.isascii() and len(text) <= 3 and not text.isupper()
    former = candidate.place.kind == "former country"  # found by "SUN", which its title is not
    return short and (former or (candidate.place.kind == "country" and candidate.match == "name"))


def of_kind(candidates: list[Candidate], kind: str) -> list[Candidate]:
    """Those that fit the word that stands with the name ("region", "city"), or all where none does."""
    wanted = {
        "area": {"A"},
        "country": {"A"},
        "place": {"P"},
        "station": {"S"},
        "port": {"S"},
        "island": {"A", "L", "T"},
        "water": {"H"},
        "mountain": {"T", "L"},
        "township": {"A", "P"},
    }.get(kind, set())
    fitting = [c for c in candidates if c.place.feature_class in wanted]
    sorted_out = [c for c in fitting if kind not in {"country", "area"} or c.place.is_country == (kind == "country")]
    return sorted_out or fitting or candidates


def _without_capitals_lands(candidates: list[Candidate]) -> list[Candidate]:
    """Without a country that some language calls as its capital is called by right: Tunis, Brasília."""
    capitals = {c.place.country for c in candidates if c.match == "title" and c.place.kind == "capital"}
    return [c for c in candidates if not (c.match == "name" and c.place.is_country and c.place.country in capitals)]
