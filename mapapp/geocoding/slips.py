"""Slips of the pen: which listed names a text may be a misspelling of, and whether one of them is surely meant."""

from collections.abc import Callable
from dataclasses import replace

from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.deciding import is_small
from mapapp.geocoding.gazetteer.countries import Countries
from mapapp.geocoding.gazetteer.curated import SAYS as CURATED
from mapapp.geocoding.gazetteer.curated import Curated
from mapapp.geocoding.gazetteer.entries import Gazetteer
from mapapp.geocoding.gazetteer.misspellings import near, variants
from mapapp.geocoding.gazetteer.skeletons import skeleton
from mapapp.geocoding.reading import kind_of, spellings
from mapapp.place import Candidate, Place, Toponym

_DIVISIONS = frozenset(("region", "county", "district", "subdistrict"))


class Slips:
    """Finds and judges misspelt names. ``named`` finds the places that bear a name."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        curated: Curated,
        countries: Countries,
        named: Callable[[Toponym], list[Candidate]],
    ) -> None:
        self._gazetteer = gazetteer
        self._curated = curated
        self._countries = countries
        self._named = named

    def misses(self, key: str) -> list[Candidate]:
        """The places whose name is few letters away from a folded Latin key; most of them are not meant.

        Two letters farther than the nearest name, a place would have to be a million times as large to be meant.
        """
        names = near(self._gazetteer.db, key, self._curated.latin_keys)
        return [
            replace(candidate, match="misspelt", matched=name, edits=edits)
            for name, edits in names if edits <= names[0][1] + 1
            for candidate in self._named(Toponym(name))
        ]  # fmt: skip

    def greater(self, key: str, best: Candidate) -> Place | None:
        """The city of the world that a small place's name may be a slip of the pen for: Dohr, of Doha; or None."""
        place = best.place
        if place.feature_class != "P" or not is_small(place) or best.says == CURATED or best.match == "misspelt":
            return None
        names = near(self._gazetteer.db, key) if fold(best.matched) == key else []
        places = (
            p for name, edits in names if edits == 1 for p in self._gazetteer.named(name) if fold(p.title) == name
        )
        return next(
            (p for p in places if _of_the_world(p) and p.population >= weights.GREATER.value * place.population), None
        )

    def namesake(self, text: str, best: Candidate) -> Place | None:
        """The city of the world abroad that a district or province far less known is called after, as it may be meant.

        "Portland district" is sooner one of Oregon than the parish in Jamaica, unless that is the very title.
        """
        place = best.place
        if place.kind not in _DIVISIONS or place.feature_class != "A" or kind_of(text) != "area":
            return None
        bare = spellings(text)[-1]
        if fold(place.title) == fold(text) or bare == fold(text):
            return None
        cities = (p for p in self._gazetteer.named(bare) if fold(p.title) == bare and _of_the_world(p))
        found = list(cities)
        return None if any(p.country == place.country for p in found) else next(iter(found), None)

    def greater_namesake(self, best: Candidate, country: str) -> Place | None:
        """A larger town that has the same title, where the name is another one of the lesser alone: Картахена.

        Lists have a name in other letters for one of two namesakes; whoever writes it does not know that.
        """
        place = best.place
        if best.match not in {"name", "transliterated"} or best.says == CURATED or place.feature_class != "P":
            return None
        key = fold(place.title)
        named = (p for p in self._gazetteer.named(key) if p.feature_class == "P" and fold(p.title) == key)
        others = (p for p in named if p.id != place.id and (not country or p.country == country))
        return next((p for p in others if p.population > place.population and p.fame > place.fame), None)

    def town(self, key: str, best: Candidate) -> Place | None:
        """The city of a country that a rare name of the country may be a slip of the pen for: Brasila, of Brasília."""
        country = best.place
        if not country.is_country or best.match != "name" or best.says == CURATED or fold(best.matched) != key:
            return None
        names = (name for name, edits in near(self._gazetteer.db, key) if edits == 1)
        places = (p for name in names for p in self._gazetteer.named(name) if fold(p.title) == name)
        return next((p for p in places if p.country == country.country and _of_the_world(p)), None)

    def sure(self, toponym: Toponym, key: str, best: Candidate) -> bool:
        """Whether a misspelling may be corrected: with a stated country sooner than without."""
        if best.confidence < weights.ENOUGH.value or not best.edits or (not toponym.country and self._derived(key)):
            return False
        place = best.place
        titled = best.says == "curated" or variants(best.matched, fold(place.title))
        famous = best.edits == 1 and place.population >= weights.CORRECTED_ALIAS.value
        if place.kind not in weights.CORRECTED_KINDS or not (titled or famous):
            return False
        if skeleton(key)[:1] != skeleton(fold(best.matched))[:1] or best.edits > weights.CORRECTED_EDITS.value:
            return False
        shortest = weights.CORRECTED_IN_COUNTRY if toponym.country else weights.CORRECTED_ANYWHERE
        smallest = weights.CORRECTED_POPULATION_IN_COUNTRY if toponym.country else weights.CORRECTED_POPULATION
        least = smallest.value * weights.CORRECTED_TWICE.value ** (best.edits - 1)
        known = place.population >= least or best.says == "curated" or (place.kind == "capital" and best.edits == 1)
        return known and len(key) > shortest.value * best.edits

    def _derived(self, key: str) -> bool:
        """Whether the text is a word made of a name (Berliner, Germans) rather than a slip of the pen."""
        stems = (key.removesuffix(ending) for ending in ("s", "n", "an", "ian", "er", "ers", "ese", "i"))
        people = key in self._countries.demonyms or key in self._countries.inhabitants
        return people or any(s != key and len(s) > 3 and self._gazetteer.named(s) for s in stems)


def _of_the_world(place: Place) -> bool:
    large = place.kind == "city" and place.population >= weights.WORLD_CITY.value
    return large or (place.kind == "capital" and place.population >= weights.HEARD_OF.value)
