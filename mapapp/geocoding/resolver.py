"""The offline resolver: read the cell, look the name up, then choose, or say why not."""

from collections.abc import Iterable
from dataclasses import replace

from mapapp import country
from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.choosing import choose, rank, right_date
from mapapp.geocoding.countries import Countries, Regions
from mapapp.geocoding.curated import Curated
from mapapp.geocoding.gazetteer import Gazetteer
from mapapp.geocoding.letters import latin
from mapapp.geocoding.misspellings import near, variants
from mapapp.geocoding.names import skeleton
from mapapp.geocoding.reading import Reading, is_venue, read, several, spellings
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolution, Toponym, Unknown, pinned
from mapapp.position import distance_km

_TURNED = [["of"], ["the"], ["le"], ["la"], ["los"], ["las"], ["el"], ["al"], ["north"], ["south"], ["east"], ["west"]]


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
        for attempt in (
            self._turned,
            self._in_container,
            self._by_bracket,
            self._several,
            self._venue,
            self._transliterated,
        ):
            resolution = attempt(toponym, reading)
            if not isinstance(resolution, Unknown):
                return resolution
        return self._misspelt(toponym, reading)

    def toponym(self, name: str, country: str) -> Toponym:
        """A toponym from a name and its country as somebody wrote it: "KZ", "U.S.S.R.", "Korea, South", "Scotland".

        What is no country is read as a container that stands behind the name.
        """
        code = self._country(country)
        return Toponym(name if code or not country.strip() else f"{name}, {country}", code)

    def countries_of(self, text: str) -> frozenset[str]:
        """The ISO 3166-1 alpha-2 codes of today's countries that a text may name, as a country or as a region."""
        return self.countries.members(self._country(text)) or frozenset(code for code, _ in self.regions.named(text))

    def _country(self, text: str) -> str:
        """The code of a country that a cell names, be it with a slip of the pen; "" for a region and for nonsense."""
        return self.countries.code(text) or ("" if self.regions.named(text) else self.countries.misspelt(text))

    def candidates(self, toponym: Toponym) -> list[Candidate]:
        """Everything that bears the name, unweighed; curated entries stand in for the same place of the gazetteer."""
        allowed = self.countries.members(toponym.country, toponym.when)
        everywhere = (c for c in self._anywhere(toponym) if not _code(c, toponym.text) and _existed(c, toponym))
        found = [c for c in everywhere if _allowed(c, allowed)]
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
            listed = self.gazetteer.country(country)
            return self.curated.place(listed.id if listed else f"mapapp:country-{country.lower()}") or listed
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
        wide = {fold(c.place.title) for c in curated if c.place.kind in weights.WIDE_KINDS}
        return curated + [
            c for c in corrected
            if c.place.id not in known and not (c.place.kind in {"area", "continent"} and fold(c.place.title) in wide)
        ]  # fmt: skip

    def _by_id(self, toponym: Toponym, place: Place) -> Resolution:
        allowed = self.countries.members(toponym.country, toponym.when)
        if allowed and place.country and place.country not in allowed:
            stated, other = country.name(toponym.country), country.name(place.country)
            reason = f"the id belongs to a place in {other}, not in {stated}"
            return Unknown((Candidate(place, "id", place.id, match="id", right_country=False, reasons=(reason,)),))
        told = Candidate(place, "id", place.id, confidence=1.0, reasons=("named by its id",), match="id")
        return Found(place, (told,))

    def _turned(self, toponym: Toponym, reading: Reading) -> Resolution:
        """As lists write it: "Congo, Republic of", "Bahamas, The", "Havre, Le"."""
        if not reading.container or fold(reading.container).split()[-1:] not in _TURNED:
            return Unknown()
        turned = f"{reading.container} {reading.name}"
        area = self.area(self.countries.code(turned)) if not toponym.country else None
        named = [Candidate(area, "gazetteer", turned, match="name")] if area else []
        return choose(toponym, self.candidates(replace(toponym, text=turned)) or named)

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
            or (not c.place.region and any(self._about(c.place, *region) for region in regions))
        ]  # fmt: skip

    def _about(self, place: Place, country: str, region: str) -> bool:
        """Whether a place of unknown region may lie in this one: in its country, and not far from its middle."""
        middle = self.area(country, region) if place.country == country and place.kind != "country" else None
        return middle is not None and distance_km(place.position, middle.position) < weights.REGION_KM.value

    def _by_bracket(self, toponym: Toponym, reading: Reading) -> Resolution:
        """In "Dostyk (Druzhba)" the bracket is another name, in "Halkali (Istanbul)" it says where."""
        if not reading.bracket:
            return Unknown()
        if found := self.inside(self.candidates(replace(toponym, text=reading.name)), reading.bracket):
            return choose(toponym, found)
        return choose(toponym, self.candidates(replace(toponym, text=reading.bracket)))

    def _several(self, toponym: Toponym, reading: Reading) -> Resolution:
        """A cell that lists several places: nobody can choose for the author, so each is offered.

        Parts that are doubtful by themselves are asked again beside those that are not.
        """
        parts = several(toponym.text)
        listed = len(parts) > 1
        if len(parts) == 2 and self.countries.code(parts[1]):  # "Baku/Azerbaijan"
            return self(replace(toponym, text=f"{parts[0]}, {parts[1]}"))
        if not listed and reading.container and reading.container not in self.regions.short:  # "Moon, PA" is one place
            parts = [reading.name, *(p.strip() for p in reading.container.split(","))]
        answers = [self(replace(toponym, text=part)) for part in parts] if len(parts) > 1 else []
        sure = tuple(a.place.position for a in answers if isinstance(a, Found))
        if not sure:
            return Unknown()
        near = replace(toponym, near=(*toponym.near, *sure))
        answers = [
            a if isinstance(a, Found) else self(replace(near, text=p)) for a, p in zip(answers, parts, strict=True)
        ]
        best = [a.candidates[0] for a in answers if not isinstance(a, Unknown)]
        if len(best) < len(parts) or (not listed and any(c.place.is_area for c in best)):
            return Unknown()
        said = "the cell names several places; write one row for each"
        return Ambiguous(tuple(replace(c, match="several", reasons=(said,), confidence=1 / len(best)) for c in best))

    def _venue(self, toponym: Toponym, reading: Reading) -> Resolution:
        """In "Congress Centre, Tashkent" a building that no list has stands in a town: the town is a fair answer."""
        town = reading.container.split(",")[0].strip()
        answer = self(replace(toponym, text=reading.container)) if town and is_venue(reading.name) else Unknown()
        if not isinstance(answer, Found) or answer.place.feature_class != "P":
            return Unknown()
        said = f"'{reading.name}' is in no list; this is the town that stands with it"
        first = answer.candidates[0]
        return Found(answer.place, (replace(first, reasons=(said, *first.reasons)), *answer.candidates[1:]))

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
        elsewhere = self._anywhere(toponym)
        abroad = [replace(c, right_country=False) for c in elsewhere if c.match == "title" or c.says == "curated"]
        allowed = self.countries.members(toponym.country, toponym.when)
        misses = [
            replace(candidate, match="misspelt", matched=name, edits=edits)
            for name, edits in near(self.gazetteer.db, key, self.curated.latin_keys)
            for candidate in self._named(Toponym(name))
            if _allowed(candidate, allowed) and not (allowed and candidate.place.kind == "country")
        ]
        inside = self.inside(misses, reading.container) if reading.container else misses
        ranked = rank(toponym, inside or misses)
        if inside and not abroad and self._sure(toponym, key, ranked[0]):
            return Found(ranked[0].place, ranked)
        return Unknown(
            tuple(replace(c, confidence=min(c.confidence, 0.5)) for c in (*rank(toponym, abroad), *ranked)[:8])
        )

    def _sure(self, toponym: Toponym, key: str, best: Candidate) -> bool:
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
        people = key in self.countries.demonyms or key in self.countries.inhabitants
        return people or any(s != key and len(s) > 3 and self.gazetteer.named(s) for s in stems)


def _allowed(candidate: Candidate, countries: frozenset[str]) -> bool:
    """Whether it lies in one of the countries that the row states; seas and the like belong to none and to all."""
    return not countries or candidate.place.country in countries or not candidate.place.country


def _existed(candidate: Candidate, toponym: Toponym) -> bool:
    """Whether a former country may be meant: by a row of its time, and not in one of the countries that it became."""
    if candidate.place.kind != "former country":
        return True
    own = candidate.place.id.removeprefix("mapapp:former-").upper()
    return toponym.country in {"", own} and right_date(toponym, candidate) is not False


def _code(candidate: Candidate, text: str) -> bool:
    """Whether it is a country that was found by a code of three letters which is not written like a code."""
    return candidate.place.kind == "country" and candidate.match == "name" and len(text) == 3 and not text.isupper()


def _of_kind(candidates: list[Candidate], kind: str) -> list[Candidate]:
    """Those that fit the word that stands with the name ("region", "city"), or all where none does."""
    wanted = {"area": {"A"}, "place": {"P"}, "station": {"S"}, "port": {"S"}}.get(kind, set())
    return [c for c in candidates if c.place.feature_class in wanted] or candidates
