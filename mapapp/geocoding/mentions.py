"""What a name in a running text may mean by itself, before anything around it is asked."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.choosing import seat_factor, weigh
from mapapp.geocoding.curated import SAYS as CURATED
from mapapp.geocoding.evidence import Evidence, Within
from mapapp.geocoding.reading import is_general, is_mission, parts_of
from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Candidate, Toponym, Unknown

Weighed = tuple[float, Candidate]  # the logarithm of a candidate's weight before the text is asked, and the candidate


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in a text: ``text[start:end]`` is ``name``."""

    start: int
    end: int
    name: str


class Meanings:
    """Finds the places that a mention may mean: by name, as a people, as an abbreviation, by a part, by a slip."""

    def __init__(self, resolver: OfflineResolver, evidence: Evidence) -> None:
        self._resolver = resolver
        self._evidence = evidence

    def __call__(self, name: str) -> list[Weighed]:
        """The candidates of a name, in no order; none where no name like it is known."""
        bare = without_genitive(name).strip(' ,;:"“”')
        return self._own(bare) or self._of_parts(bare) or self._corrected(bare)

    def _own(self, name: str) -> list[Weighed]:
        return _weighed(name, self._listed(name))

    def _of_parts(self, name: str) -> list[Weighed]:
        """What a shorter name in it means: Iraq for northern Iraq, Dallas for Dallas City Hall."""
        for part in parts_of(name):
            found = [c for c in self._listed(part) if known(c)]
            if is_mission(name):  # an embassy stands anywhere but in the country whose name it bears
                found = [c for c in found if c.place.kind != "country"]
            if found:
                return [(prior, replace(c, match="part")) for prior, c in _weighed(part, found)]
        return []

    def _corrected(self, name: str) -> list[Weighed]:
        resolution = self._resolver(Toponym(name))
        listed = resolution.near_misses if isinstance(resolution, Unknown) else resolution.candidates
        enough = weights.CORRECTED_IN_TEXT.value
        return _weighed(name, [c for c in listed if c.edits * enough <= len(name) and known(c)])

    def _listed(self, name: str) -> list[Candidate]:
        """What bears exactly this name, or is meant by it as an abbreviation or as the name of its people."""
        named = self._evidence.named(name) or (self._evidence.named(f"{name}.") if len(name) > 3 else [])  # "Calif"
        code = self._resolver.regions.short.get(name) if name.isupper() else None  # "NSW"
        containers = [
            c for within in [*named, *([Within(*code)] if code else [])] for c in self.container(within, name)
        ]
        if containers and is_abbreviated(name):
            return containers
        listed = self._resolver.candidates(Toponym(name))
        if code and len(name) == 2:  # in capitals WA is no town in Ghana, but LA is Los Angeles
            listed = [c for c in listed if c.says == CURATED]
        if is_general(name):  # a City Hall is no Hall
            listed = [c for c in listed if fold(c.matched) == fold(name)]
        found = {c.place.id: c for c in listed}
        for candidate in containers:
            found.setdefault(candidate.place.id, candidate)
        people = self._resolver.countries.inhabitants.get(fold(name), "")
        if people and (place := self._resolver.place(people)):
            found.setdefault(place.id, Candidate(place, "gazetteer", name, match="name"))
        return list(found.values())

    def container(self, within: Within, name: str) -> list[Candidate]:
        """The place that a country or region itself is."""
        place = self._resolver.area(within.country, within.region)
        return [Candidate(place, "gazetteer", name, match="name")] if place else []


def known(candidate: Candidate) -> bool:
    """Whether a part of a name, or a name with a slip, may be read as this place: as a well-known one only."""
    place = candidate.place
    large = place.population >= weights.CORRECTED_POPULATION.value or place.kind in {"country", "region", "capital"}
    return large or candidate.says == CURATED or place.id.startswith("mapapp:")


def key(name: str) -> str:
    """What is the same for all writings of a name in one text; "La." is Louisiana, "LA" is not."""
    bare = without_genitive(name)
    return fold(bare) + "." * is_abbreviated(bare)


def is_abbreviated(name: str) -> bool:
    """Whether it ends like "La.", which is Louisiana, as LA is not."""
    return name.endswith(".") and "." not in name[:-1]


def without_genitive(name: str) -> str:
    """Moscow, for Moscow's."""
    return name.removesuffix("'s").removesuffix("’s")


def _weighed(name: str, candidates: Iterable[Candidate]) -> list[Weighed]:
    bare = [replace(c, reasons=()) for c in candidates]
    weighed = [weigh(Toponym(name), c) for c in bare]
    return [(math.log(weight * _in_text(c, bare)), c) for weight, c in weighed]


def _in_text(candidate: Candidate, every: list[Candidate]) -> float:
    """The factor of a candidate's kind in a running text."""
    return (
        seat_factor(candidate, every, in_text=True) * weights.TEXT_KIND.get(candidate.place.kind, weights.AS_IS).value
    )
