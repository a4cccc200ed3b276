"""The offline resolver: read the cell, look the name up, then choose, or say why not."""

from dataclasses import replace

from mapapp import country
from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.cells import Cells
from mapapp.geocoding.choosing import choose, rank, right_date
from mapapp.geocoding.containers import Containers
from mapapp.geocoding.gazetteer.countries import Countries, Regions
from mapapp.geocoding.gazetteer.curated import SAYS as CURATED
from mapapp.geocoding.gazetteer.curated import Curated
from mapapp.geocoding.gazetteer.entries import Gazetteer
from mapapp.geocoding.gazetteer.letters import latin
from mapapp.geocoding.gazetteer.misspellings import variants
from mapapp.geocoding.reading import is_nothing, read, spellings
from mapapp.geocoding.slips import Slips
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
        self.containers = Containers(self.countries, self.regions, self._named, self.area)
        self._slips = Slips(self.gazetteer, self.curated, self.countries, self._named)
        self._cells = Cells(self)

    def __call__(self, toponym: Toponym) -> Resolution:
        """Found, ambiguous or unknown; a country that the row states is never crossed."""
        text = toponym.text.strip()
        if place := self.place(pinned(text)[1] or text):
            return self._by_id(toponym, place)
        if not fold(text) or len(text) > 200:
            return Unknown()
        if is_nothing(text, stated=bool(toponym.country)):
            return Unknown()
        if "(" in text and isinstance(town := self._cells.town_in_country(toponym), Found):
            return town
        if found := self.candidates(toponym):
            return self._of_its_time(toponym, found)
        answers = self._cells.answers(toponym)
        return next((a for a in answers if not isinstance(a, Unknown)), None) or self._misspelt(toponym)

    def toponym(self, name: str, country: str) -> Toponym:
        """A toponym from a name and its country as somebody wrote it: "KZ", "U.S.S.R.", "Korea, South", "Scotland".

        What is no country is read as a container that stands behind the name.
        """
        code = self._country(country)
        return Toponym(name if code or not country.strip() else f"{name}, {country}", code)

    def countries_of(self, text: str) -> frozenset[str]:
        """The ISO 3166-1 alpha-2 codes of today's countries that a text may name, as a country or as a region."""
        regions = self.containers.regions
        return self.countries.within(self._country(text)) or frozenset(code for code, _ in regions(text))

    def _country(self, text: str) -> str:
        """The code of a country that a cell names, be it with a slip of the pen; "" for a region and for nonsense."""
        return self.countries.code(text) or ("" if self.containers.regions(text) else self.countries.misspelt(text))

    def candidates(self, toponym: Toponym) -> list[Candidate]:
        """Everything that bears the name, unweighed; curated entries stand in for the same place of the gazetteer."""
        allowed = self.countries.within(toponym.country, toponym.when, ever=True)
        everywhere = (c for c in self._anywhere(toponym) if not _code(c, toponym.text))
        found = [c for c in everywhere if _allowed(c, allowed) and self._may_be(c, toponym)]
        return [replace(c, right_country=True) for c in found] if allowed else found

    def _anywhere(self, toponym: Toponym) -> list[Candidate]:
        reading = read(toponym.text)
        keys = spellings(reading.name if "(" in toponym.text else toponym.text)
        for key in keys[:1] if reading.container else keys:  # "Antigua, Guatemala City" is not Antigua Guatemala
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

    def _named(self, toponym: Toponym) -> list[Candidate]:
        curated = self.curated.candidates(toponym) + self.countries.candidates(toponym)
        known = {candidate.place.id for candidate in curated}
        listed = self.gazetteer.candidates(toponym)
        own_title = {c.place.id for c in listed if c.match == "title"}
        curated = [replace(c, until=None) if c.place.id in own_title and toponym.when is None else c for c in curated]
        corrected = [replace(c, place=place) if (place := self.curated.place(c.place.id)) else c for c in listed]
        wide = {fold(c.place.title) for c in curated if c.place.kind in weights.WIDE_KINDS}
        return curated + [
            c for c in corrected
            if c.place.id not in known and not (c.place.kind in {"area", "continent"} and fold(c.place.title) in wide)
        ]  # fmt: skip

    def _by_id(self, toponym: Toponym, place: Place) -> Resolution:
        allowed = self.countries.within(toponym.country, toponym.when)
        if allowed and place.country and place.country not in allowed:
            stated, other = country.name_in_sentence(toponym.country), country.name_in_sentence(place.country)
            reason = f"the id belongs to a place in {other}, not in {stated}"
            return Unknown((Candidate(place, "id", place.id, match="id", right_country=False, reasons=(reason,)),))
        told = Candidate(place, "id", place.id, confidence=1.0, reasons=("named by its id",), match="id")
        return Found(place, (told,))

    def _of_its_time(self, toponym: Toponym, found: list[Candidate]) -> Resolution:
        """The choice among what was in the stated country, or was a country, at the time of which the row speaks.

        What was so at another time only casts doubt on a smaller place: "Macao" in Portugal, without a date.
        """
        allowed = self.countries.within(toponym.country, toponym.when)
        past = [c for c in found if not _allowed(c, allowed) or _gone(c, toponym)]
        now = [c for c in found if c not in past] if past else found
        answer = _heard_of(choose(toponym, now), toponym)
        larger = isinstance(answer, Found) and any(
            p.place.kind == "former country" or p.place.population > answer.place.population for p in past
        )
        if larger or (past and not now):
            ranked = rank(toponym, found)
            return Ambiguous(ranked) if len(ranked) > 1 else Unknown(ranked)
        return answer

    def _misspelt(self, toponym: Toponym) -> Resolution:
        """Found only where few slips of the pen in a name of some length leave one place; near misses otherwise."""
        reading = read(toponym.text)
        key = latin(fold(reading.name))
        elsewhere = self._anywhere(toponym) if toponym.country else []
        abroad = [replace(c, right_country=False) for c in elsewhere if c.match == "title" or c.says == CURATED]
        weighty = any(c.place.population >= weights.ABROAD.value or c.says == CURATED for c in abroad)
        allowed = self.countries.within(toponym.country, toponym.when)
        misses = [
            c for c in self._slips.misses(key)
            if _allowed(c, allowed) and not (allowed and c.place.kind in {"country", "former country"})
        ]  # fmt: skip
        ranked = rank(toponym, self.containers.inside(misses, reading.container) if reading.container else misses)
        if ranked and not weighty and self._slips.sure(toponym, key, ranked[0]):
            return Found(ranked[0].place, ranked)
        likely = [c for c in ranked if c.edits * weights.LIKE_A_NAME.value <= len(key)]
        return Unknown(
            tuple(replace(c, confidence=min(c.confidence, 0.5)) for c in (*rank(toponym, abroad), *likely)[:8])
        )


def _heard_of(resolution: Resolution, toponym: Toponym) -> Resolution:
    """The answer, unless a name without a country is only another name of a small place: June is one of Unieux."""
    if toponym.country or not isinstance(resolution, Found) or not toponym.text.isascii():
        return resolution
    best = resolution.candidates[0]
    other = best.match == "name" and best.says != CURATED
    small = best.place.population < weights.HEARD_OF.value and best.place.kind not in {"country", "region", "capital"}
    doubtful = other and small and not variants(fold(best.matched), fold(best.place.title))
    return Ambiguous(resolution.candidates) if doubtful else resolution


def _gone(candidate: Candidate, toponym: Toponym) -> bool:
    return candidate.place.kind == "former country" and right_date(toponym, candidate) is False


def _allowed(candidate: Candidate, countries: frozenset[str]) -> bool:
    """Whether it lies in one of the countries that the row states; seas and the like belong to none and to all."""
    return not countries or candidate.place.country in countries or not candidate.place.country


def _code(candidate: Candidate, text: str) -> bool:
    """Whether it is a country that was found by a code of two or three letters which is not written like a code."""
    short = text.isascii() and len(text) <= 3 and not text.isupper()
    return candidate.place.kind == "country" and candidate.match == "name" and short


def _of_kind(candidates: list[Candidate], kind: str) -> list[Candidate]:
    """Those that fit the word that stands with the name ("region", "city"), or all where none does."""
    wanted = {"area": {"A"}, "place": {"P"}, "station": {"S"}, "port": {"S"}}.get(kind, set())
    return [c for c in candidates if c.place.feature_class in wanted] or candidates
