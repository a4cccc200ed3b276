"""The offline resolver: read the cell, look the name up, then choose, or say why not."""

from collections.abc import Iterable
from dataclasses import replace

from mapapp.geocoding import weights
from mapapp.geocoding.choosing import choose, rank
from mapapp.geocoding.countries import Countries, Regions
from mapapp.geocoding.curated import Curated
from mapapp.geocoding.gazetteer import Gazetteer
from mapapp.geocoding.letters import latin
from mapapp.geocoding.misspellings import near
from mapapp.geocoding.names import fold
from mapapp.geocoding.reading import Reading, read, several, spellings
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolution, Toponym, Unknown, pinned


class OfflineResolver:
    """Resolves toponyms without a network. Calling it is `mapapp.place.Resolve`.

    Raises GeocodingError where the index cannot be read or unpacked.
    """

    def __init__(self, gazetteer: Gazetteer | None = None, curated: Curated | None = None) -> None:
        self.gazetteer = gazetteer or Gazetteer()
        self.curated = curated or Curated(self.gazetteer.place)
        self.countries = Countries(self.gazetteer)
        self.regions = Regions(self.gazetteer)

    def __call__(self, toponym: Toponym) -> Resolution:
        """Found, ambiguous or unknown; a country that the row states is never crossed."""
        text = toponym.text.strip()
        if place := self.place(pinned(text)[1] or text):
            return self._by_id(toponym, place)
        if not fold(text) or len(text) > 200:
            return Unknown()
        if found := self.candidates(toponym):
            return choose(toponym, found)
        reading = read(text)
        for attempt in (self._in_container, self._by_bracket, self._several, self._transliterated):
            resolution = attempt(toponym, reading)
            if not isinstance(resolution, Unknown):
                return resolution
        return self._misspelt(toponym, reading)

    def candidates(self, toponym: Toponym) -> list[Candidate]:
        """Everything that bears the name, unweighed; curated entries stand in for the same place of the gazetteer."""
        allowed = self.countries.members(toponym.country)
        found = [c for c in self._anywhere(toponym) if _allowed(c, allowed)]
        return [replace(c, right_country=True) for c in found] if allowed else found

    def _anywhere(self, toponym: Toponym) -> list[Candidate]:
        reading = read(toponym.text)
        for key in spellings(reading.name if "(" in toponym.text else toponym.text):
            if found := self._named(replace(toponym, text=key, country="")):
                return _of_kind(found, reading.kind)
        return []

    def place(self, id: str) -> Place | None:
        """The place with this id ("geonames:1526384", "mapapp:alat"), or None."""
        if ":" not in id:
            return None
        return self.curated.place(id) or self.countries.place(id) or self.gazetteer.place(id)

    def area(self, country: str, region: str = "") -> Place | None:
        """The place that a country, or a first-level region by the folded name of its division, is itself."""
        if not region:
            return self.gazetteer.country(country) or self.curated.place(f"mapapp:country-{country.lower()}")
        return next((p for p in self.gazetteer.named(region) if p.country == country and p.kind == "region"), None)

    def region_of(self, place: Place) -> str:
        """The folded name of the first-level region that a place lies in or is; "" where not known."""
        if place.kind == "region":
            return self.regions.of_place.get(place.id, fold(place.title))
        return fold(place.region)

    def _named(self, toponym: Toponym) -> list[Candidate]:
        curated = self.curated.candidates(toponym) + self.countries.candidates(toponym)
        known = {candidate.place.id for candidate in curated}
        listed = self.gazetteer.candidates(toponym)
        own_title = {c.place.id for c in listed if c.match == "title"}
        curated = [replace(c, until=None) if c.place.id in own_title and toponym.when is None else c for c in curated]
        corrected = (replace(c, place=self.curated.place(c.place.id) or c.place) for c in listed)
        return curated + [c for c in corrected if c.place.id not in known]

    def _by_id(self, toponym: Toponym, place: Place) -> Resolution:
        allowed = self.countries.members(toponym.country)
        if allowed and place.country and place.country not in allowed:
            reason = f"the id belongs to a place in {place.country}, not in {toponym.country}"
            return Unknown((Candidate(place, "id", place.id, match="id", right_country=False, reasons=(reason,)),))
        told = Candidate(place, "id", place.id, confidence=1.0, reasons=("named by its id",), match="id")
        return Found(place, (told,))

    def _in_container(self, toponym: Toponym, reading: Reading) -> Resolution:
        """Of the form "City, Region", "City, Country" or "City, Region, Country"; each of them must agree."""
        parts = [p.strip() for p in reading.container.split(",") if p.strip()]
        if not parts:
            return Unknown()
        everywhere = self.candidates(replace(toponym, text=reading.name))
        found = self.inside(everywhere, reading.container)
        if not found:
            found = everywhere
            for part in parts:
                found = self.inside(found, part)
        said = f"'{reading.container}' stands behind it"
        return choose(toponym, [replace(c, reasons=(said,)) for c in found])

    def inside(self, candidates: Iterable[Candidate], container: str) -> list[Candidate]:
        """Those that lie in the country, region or county that the text names; none where it names nothing known."""
        codes = self.countries.codes(container)
        regions = self.regions.named(container)
        return [
            c for c in candidates
            if c.place.country in codes or (c.place.country, fold(c.place.region)) in regions
        ]  # fmt: skip

    def _by_bracket(self, toponym: Toponym, reading: Reading) -> Resolution:
        """In "Dostyk (Druzhba)" the bracket is another name, in "Halkali (Istanbul)" it says where."""
        if not reading.bracket:
            return Unknown()
        if found := self.inside(self.candidates(replace(toponym, text=reading.name)), reading.bracket):
            return choose(toponym, found)
        return choose(toponym, self.candidates(replace(toponym, text=reading.bracket)))

    def _several(self, toponym: Toponym, reading: Reading) -> Resolution:
        """A cell that lists several places: nobody can choose for the author, so each is offered."""
        parts = several(toponym.text)
        if len(parts) == 1 and reading.container:
            parts = [reading.name, *(p.strip() for p in reading.container.split(","))]
        if len(parts) == 1:
            return Unknown()
        answers = [self(replace(toponym, text=part)) for part in parts]
        if not all(isinstance(answer, Found) for answer in answers):
            return Unknown()
        said = "the cell names several places; write one row for each"
        best = [a.candidates[0] for a in answers if isinstance(a, Found)]
        return Ambiguous(tuple(replace(c, reasons=(said, *c.reasons), confidence=1 / len(best)) for c in best))

    def _transliterated(self, toponym: Toponym, reading: Reading) -> Resolution:
        """The name in Latin letters, where it is listed in those alone."""
        key = fold(reading.name)
        if key.isascii():
            return Unknown()
        found = self.candidates(replace(toponym, text=latin(key)))
        return choose(toponym, [replace(c, match="transliterated") for c in found])

    def _misspelt(self, toponym: Toponym, reading: Reading) -> Resolution:
        """Found only where few slips of the pen in a name of some length leave one place; near misses otherwise."""
        key = latin(fold(reading.name))
        abroad = [replace(c, right_country=False) for c in self._anywhere(toponym)] if toponym.country else []
        allowed = self.countries.members(toponym.country)
        misses = [
            replace(candidate, match="misspelt", matched=name, edits=edits)
            for name, edits in near(self.gazetteer.db, key, self.curated.latin_keys)
            for candidate in self._named(Toponym(name))
            if _allowed(candidate, allowed)
        ]
        if reading.container:
            misses = self.inside(misses, reading.container) or misses
        ranked = rank(toponym, misses)
        if ranked and not abroad and self._sure(toponym, key, ranked[0]):
            return Found(ranked[0].place, ranked)
        return Unknown(
            tuple(replace(c, confidence=min(c.confidence, 0.5)) for c in (*rank(toponym, abroad), *ranked)[:8])
        )

    def _sure(self, toponym: Toponym, key: str, best: Candidate) -> bool:
        """Whether a misspelling may be corrected: with a stated country sooner than without."""
        if best.confidence < weights.ENOUGH.value or (not toponym.country and self._derived(key)):
            return False
        shortest = weights.CORRECTED_IN_COUNTRY if toponym.country else weights.CORRECTED_ANYWHERE
        smallest = weights.CORRECTED_POPULATION_IN_COUNTRY if toponym.country else weights.CORRECTED_POPULATION
        known = best.place.population >= smallest.value or best.says == "curated"
        return known and best.edits > 0 and len(key) >= shortest.value * best.edits

    def _derived(self, key: str) -> bool:
        """Whether the text is a word made of a name (Berliner, Germans) rather than a slip of the pen."""
        stems = (key.removesuffix(ending) for ending in ("s", "n", "an", "ian", "er", "ers", "ese", "i"))
        return key in self.countries.demonyms or any(s != key and len(s) > 3 and self.gazetteer.named(s) for s in stems)


def _allowed(candidate: Candidate, countries: frozenset[str]) -> bool:
    """Whether it lies in one of the countries that the row states; seas and the like belong to none and to all."""
    return not countries or candidate.place.country in countries or not candidate.place.country


def _of_kind(candidates: list[Candidate], kind: str) -> list[Candidate]:
    """Those that fit the word that stands with the name ("region", "city"), or all where none does."""
    wanted = {"area": {"A"}, "place": {"P"}, "station": {"S"}, "port": {"S"}}.get(kind, set())
    return [c for c in candidates if c.place.feature_class in wanted] or candidates
