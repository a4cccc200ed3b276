"""What is written behind or beside a name as the place that contains it: a country, a region, a wider area."""

from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from mapapp.folding import fold, same
from mapapp.geocoding import weights
from mapapp.geocoding.gazetteer.countries import Countries
from mapapp.geocoding.gazetteer.curated import SAYS as CURATED
from mapapp.geocoding.gazetteer.regions import Regions
from mapapp.geocoding.reading import kind_of, spellings
from mapapp.pattern import lazy
from mapapp.place import Candidate, Place, Toponym
from mapapp.position import distance_km

_REMEMBERED = 4096  # texts
_REPUBLIC = lazy(
    r"^(?:the )?republic of (?:the )?|^(?:республика|респ) |(?<=\w) (?:republic|республика)$"
)  # of a federation
_FORMS = frozenset(
    ("federal", "democratic", "islamic", "arab", "people's", "peoples", "socialist", "soviet", "united", "former")
)  # of states
Region = tuple[str, str]  # country code, folded name of the division


class Containers:
    """Tells which candidates lie in a container. ``named`` finds the places that bear its name, ``area`` what it is.

    ``around`` gives the folded names of the regions that may hold a place of ours, by its id.
    """

    def __init__(
        self,
        countries: Countries,
        regions: Regions,
        named: Callable[[Toponym], list[Candidate]],
        area: Callable[[str, str], Place | None],
        around: Callable[[str], tuple[str, ...]],
    ) -> None:
        self._countries = countries
        self._regions = regions
        self._named = named
        self._area = area
        self._around = around

    def inside(self, candidates: Iterable[Candidate], container: str) -> list[Candidate]:
        """Those that lie in the country, region or wider area that the text names; none where it names nothing known.

        A wider area ("Central Asia", "Java") has no list of what lies in it: what is near enough to its middle does.
        """
        codes = self._countries.within(self._countries.code(container))
        coded = self._regions.coded(container)
        regions = self.regions(container) | coded
        if codes or regions:
            towns = self._named(Toponym(container)) if regions else ()
            titled = any(c.match == "title" and c.place.feature_class == "P" for c in towns)
            loosely = kind_of(container) == "area" or not titled  # Moscow Oblast is no Moscow
            candidates = list(candidates)
            held = [c for c in candidates if c.place.country in codes or self._in_regions(c.place, regions, loosely)]
            held = [c for c in held if c.place.country in codes or self._regions.in_county(c.place, container)]
            towns = [c for c in held if not c.place.is_country]  # in Djibouti lies Djibouti, the town
            abroad = codes.isdisjoint(c.place.country for c in towns) and not coded
            if held or kind_of(container) != "area":  # a county is no region of any place, and may have its name
                return (
                    held if not towns or (abroad and len(towns) < len(held)) else towns
                )  # Saint Lucia is not in Malta
        areas = self._areas(container)
        known = [c for c in candidates if c.match == "title" or c.place.population >= weights.HEARD_OF.value]
        return [c for c in known if any(c.place.id != a.id and _reaches(a, c.place) for a in areas)]

    def beside(self, place: Place, container: str) -> bool:
        """Whether a city that is a region by itself lies next to the named one: Berlin and Brandenburg.

        Where that bears the city's name, most people say that it lies in it: Almaty and Almaty Region.
        """
        regions = {name for country, name in self.regions(container) if country == place.country}
        apart = bool(regions) and fold(place.region) not in regions and self._is_its_region(place)
        return apart and not any(name.startswith(fold(place.title)) for name in regions)

    def names_one(self, text: str) -> bool:
        """Whether a text names a country, a region or a wider area, whatever else it may name."""
        regions = self.regions(text) or self._regions.coded(text)
        return bool(self._countries.code(text) or regions or self._areas(text))

    def regions(self, text: str) -> frozenset[Region]:
        """The first-level regions that a text may name, by any of their names, with or without the word region."""
        return self._remembered(text)

    @cached_property
    def _remembered(self) -> Callable[[str], frozenset[Region]]:
        return lru_cache(_REMEMBERED)(self._regions_of)

    def _regions_of(self, text: str) -> frozenset[Region]:
        if found := self._regions.named(text):
            return found
        for key in spellings(text):
            places = [c.place for c in self._named(Toponym(key)) if c.place.kind == "region"]
            if found := self._regions.named(key) | {(p.country, self._regions.division(p)) for p in places}:
                return found
        bare = _REPUBLIC.sub("", fold(text))
        return self._regions.named(bare) if bare not in _FORMS | {fold(text)} else frozenset()

    def _in_regions(self, place: Place, regions: Iterable[Region], loosely: bool) -> bool:
        """Whether it lies in one of them; ``loosely`` a city that is a region lies in the one around it, too."""
        if place.kind in {"country", "region"}:
            return False  # a neighbouring province is near, but in none of the others
        if (place.country, fold(place.region)) in regions:
            return True
        if not place.region and (around := self._around(place.id)):
            return any((place.country, name) in regions for name in around)
        if place.region and not (loosely and self._is_its_region(place)):
            return False
        reach = weights.AROUND_CITY_KM if place.region else weights.REGION_KM
        return any(self._about(place, *region, reach.value) for region in regions)

    def _is_its_region(self, place: Place) -> bool:
        """Whether the place is a city that is a first-level region by itself: Almaty, Sevastopol.

        Of some, such as Moscow, no list has the region as a place of its own.
        """
        title, divisions = fold(place.title), same(fold(place.region))
        region = self._area(place.country, fold(place.region))
        if region is None:
            return title in divisions
        return any(d.startswith(title) for d in divisions) and region.spread_km <= weights.CITY_REGION_KM.value

    def _about(self, place: Place, country: str, region: str, reach: float) -> bool:
        """Whether a place of no region, or that is one itself, may lie in this one: not far from its middle."""
        middle = self._area(country, region) if place.country == country else None
        return middle is not None and distance_km(place.position, middle.position) < reach

    def _areas(self, text: str) -> list[Place]:
        for key in spellings(text):
            named = (c for c in self._named(Toponym(key)) if c.place.kind in weights.AREA_KM)
            told = kind_of(text) == "area"
            if found := [c.place for c in named if c.says == CURATED or _wide(c) or (told and _is_county(c.place))]:
                return found
        return []


def _is_county(place: Place) -> bool:
    return place.kind in {"county", "district"}


def _reaches(area: Place, place: Place) -> bool:
    if _is_county(area) and (area.country, area.region) != (place.country, place.region):
        return False
    reach = (area.kind == "island" and area.spread_km) or weights.AREA_KM[area.kind].value
    return distance_km(area.position, place.position) <= reach


def _wide(candidate: Candidate) -> bool:
    """Whether it is by its title a continent or a part of the world, such as the West Indies, that GeoNames lists."""
    place = candidate.place
    wide = place.kind == "area" and place.population >= weights.WIDE_AREA.value
    return candidate.match == "title" and (place.kind == "continent" or wide)
