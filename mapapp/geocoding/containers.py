"""What is written behind or beside a name as the place that contains it: a country, a region, a wider area."""

from collections.abc import Callable, Iterable

from mapapp.geocoding import weights
from mapapp.geocoding.countries import Countries, Regions
from mapapp.geocoding.names import fold
from mapapp.geocoding.reading import spellings
from mapapp.place import Candidate, Place, Toponym
from mapapp.position import distance_km

Region = tuple[str, str]  # country code, folded name of the division


class Containers:
    """Tells which candidates lie in a container. ``named`` finds the places that bear its name, ``area`` what it is."""

    def __init__(
        self,
        countries: Countries,
        regions: Regions,
        named: Callable[[Toponym], list[Candidate]],
        area: Callable[[str, str], Place | None],
    ) -> None:
        self._countries = countries
        self._regions = regions
        self._named = named
        self._area = area

    def inside(self, candidates: Iterable[Candidate], container: str) -> list[Candidate]:
        """Those that lie in the country, region or wider area that the text names; none where it names nothing known.

        A wider area ("Central Asia", "Java") has no list of what lies in it: what is near enough to its middle does.
        """
        codes = self._countries.within(self._countries.code(container))
        regions = self.regions(container)
        if codes or regions:
            return [c for c in candidates if c.place.country in codes or self._in_regions(c.place, regions)]
        areas = self._areas(container)
        return [c for c in candidates if any(c.place.id != a.id and _reaches(a, c.place) for a in areas)]

    def regions(self, text: str) -> frozenset[Region]:
        """The first-level regions that a text may name, by any of their names, with or without the word region."""
        if found := self._regions.named(text):
            return found
        for key in spellings(text):
            places = [c.place for c in self._named(Toponym(key)) if c.place.kind == "region"]
            if found := self._regions.named(key) | {(p.country, self._regions.division(p)) for p in places}:
                return found
        return frozenset()

    def _in_regions(self, place: Place, regions: Iterable[Region]) -> bool:
        if place.kind in {"country", "region"}:
            return False  # a neighbouring province is near, but in none of the others
        if (place.country, fold(place.region)) in regions:
            return True
        return not place.region and any(self._about(place, *region) for region in regions)

    def _about(self, place: Place, country: str, region: str) -> bool:
        """Whether a place of unknown region may lie in this one: in its country, and not far from its middle."""
        middle = self._area(country, region) if place.country == country else None
        return middle is not None and distance_km(place.position, middle.position) < weights.REGION_KM.value

    def _areas(self, text: str) -> list[Place]:
        for key in spellings(text):
            if found := [c.place for c in self._named(Toponym(key)) if c.place.kind in weights.AREA_KM]:
                return found
        return []


def _reaches(area: Place, place: Place) -> bool:
    return distance_km(area.position, place.position) <= weights.AREA_KM[area.kind].value
