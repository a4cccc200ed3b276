"""What a name in a running text may mean by itself, before anything around it is asked."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.choosing import seat_factor, weigh
from mapapp.geocoding.gazetteer.curated import SAYS as CURATED
from mapapp.geocoding.reading import is_general, is_mission, parts_of
from mapapp.geocoding.resolver import OfflineResolver
from mapapp.geocoding.texts.evidence import Evidence, Within
from mapapp.message import tr
from mapapp.place import Candidate, Toponym, Unknown


@dataclass(frozen=True, slots=True)
class Meaning:
    """A place that a mention may mean; ``prior`` is the logarithm of its weight before the text is asked.

    ``rivalry`` is added to it where the place is a rival of another: a state does not lead over the city of its name,
    but casts doubt on it.
    """

    candidate: Candidate
    prior: float
    rivalry: float = 0.0


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

    def __call__(self, name: str) -> list[Meaning]:
        """The candidates of a name, in no order; none where no name like it is known."""
        bare = without_genitive(name).strip(' ,;:"“”')
        return _meanings(bare, self._listed(bare)) or self._of_parts(bare) or self._corrected(bare)

    def _of_parts(self, name: str) -> list[Meaning]:
        """What a shorter name in it means: Iraq for northern Iraq, Dallas for Dallas City Hall."""
        for part in parts_of(name):
            if is_mission(name) and self._names_country(part):
                continue  # an embassy stands anywhere but in the country whose name it bears
            if found := [c for c in self._listed(part) if known(c)]:
                meanings = _meanings(part, found, tr("only '{part}' in the name is known", part=part))
                return [replace(m, candidate=replace(m.candidate, match="part")) for m in meanings]
        return []

    def _names_country(self, text: str) -> bool:
        countries = self._resolver.countries
        return bool(countries.code(text)) or fold(text) in countries.demonyms

    def _corrected(self, name: str) -> list[Meaning]:
        resolution = self._resolver(Toponym(name))
        listed = resolution.near_misses if isinstance(resolution, Unknown) else resolution.candidates
        enough = weights.CORRECTED_IN_TEXT.value
        return _meanings(name, [c for c in listed if c.edits * enough <= len(name) and known(c)])

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
            listed = [c for c in listed if fold(c.matched) == fold(name).removeprefix("the ")]
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
    """What is the same for all writings of a name in one text, but that "La." is not LA, nor WA the town of Wa."""
    bare = without_genitive(name)
    return fold(bare) + "." * is_abbreviated(bare) + "^" * (bare.isupper() and len(bare) < 4)


def is_abbreviated(name: str) -> bool:
    """Whether it ends like "La.", which is Louisiana, as LA is not."""
    return name.endswith(".") and "." not in name[:-1]


def without_genitive(name: str) -> str:
    """Moscow, for Moscow's."""
    return name.removesuffix("'s").removesuffix("’s")


def _meanings(name: str, candidates: Iterable[Candidate], *reasons: str) -> list[Meaning]:
    bare = [replace(c, reasons=reasons) for c in candidates]
    found = []
    for weight, candidate in [weigh(Toponym(name), c) for c in bare]:
        seat = seat_factor(candidate, bare, in_text=True)
        kind = weights.TEXT_KIND.get(candidate.place.kind, weights.AS_IS).value
        rivalry = math.log(weights.SEAT_RIVAL.value) if seat < 1 else 0.0
        found.append(Meaning(candidate, math.log(weight * seat * kind), rivalry))
    return found
