"""What the gazetteer says about the names of a text."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from mapapp.articles.records import Spot
from mapapp.articles.tokens import Sort, Token
from mapapp.folding import fold
from mapapp.geocoding import offline_places
from mapapp.geocoding.texts.documents import DocumentReader
from mapapp.geocoding.texts.evidence import Evidence
from mapapp.geocoding.texts.mentions import Mention, without_genitive
from mapapp.place import Candidate, Toponym
from mapapp.position import distance_km

_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")
KNOWN = 50_000  # people in a place that a capital letter alone may mean; a smaller one needs "in" or "to" before it
ORGANISATIONS = frozenset({"european union", "african union", "eu", "европейский союз", "евросоюз", "ес", "снг", "оон"})
CITIES = frozenset({"SG", "MC", "VA", "SM"})  # countries that are one city
SAME_TOWN_KM = 40
# names that a country shares with its capital, in languages whose names of countries the gazetteer has only as others
SHARED = frozenset("тунис алжир люксембург панама гватемала кувейт джибути андорра".split())  # noqa: SIM905
REGIONS = frozenset(  # of several countries, which lists know as towns or not at all
    fold(name.strip())
    for name in """
    америка, северная америка, южная америка, латинская америка, азия, африка, ближний восток, дальний восток, кавказ,
    закавказье, южный кавказ, северный кавказ, прибалтика, балтия, балканы, западные балканы, средняя азия, поволжье,
    персидский залив, урал, сахель, магриб, бенилюкс, скандинавия, сибирь, алтай,
    приморье, забайкалье, подмосковье, приднестровье, донбасс, полесье, европа, евразия, арктика, антарктика, океания,
    america, asia, africa, pacific, the pacific, middle east, levant, sahara, benelux, indo-pacific, asia-pacific,
    eurasia, near east, arctic, antarctica, oceania, congo, конго
    """.split(",")  # noqa: SIM905
)
_CODES = frozenset("us uk uae оаэ сша юар кнр фрг рф".split())  # noqa: SIM905
REGION = 20  # times as many people as in the towns of its name: who writes England means no town in Arkansas
DOUBT = 0.5  # the confidence in a place where the text names the country of a namesake
_LANDS = frozenset({Sort.COUNTRY, Sort.PEOPLE, Sort.PERSON})
WIDE = frozenset({"continent", "area", "region", "ocean", "sea", "river", "mountains"})


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase names: a sort of token, and the code of the country, or the candidates of a town."""

    sort: Sort
    country: str = ""
    candidates: tuple[Candidate, ...] = ()


class Geography:
    """Finds countries, peoples and places by their names, and chooses between namesakes by the whole text."""

    def __init__(self) -> None:
        self._places = offline_places()
        self._evidence = Evidence(self._places.countries, self._places.regions)
        self._reader = DocumentReader(self._places)
        self.named = lru_cache(4096)(self._named)
        self.capital = lru_cache(256)(self._places.gazetteer.capital)

    def _named(self, phrase: str) -> Named | None:
        """What the phrase names, as it stands there; None where no list knows it."""
        bare = self._apart(without_genitive(phrase))
        key = fold(bare)
        if key in REGIONS:
            return Named(Sort.AREA)
        return self._people(key, bare) or (None if key in ORGANISATIONS else self._area_or_town(key, bare))

    def _apart(self, name: str) -> str:
        """The words of a name that is written as one, where a list has them so: AlUla is Al Ula."""
        words = _JOINED.sub(" ", name)
        apart = words != name and any(c.match == "title" for c in self._places.candidates(Toponym(words)))
        return words if apart else name

    def _people(self, key: str, bare: str) -> Named | None:
        if key in self._places.countries.demonyms:
            within = self._evidence.named(bare)
            return Named(Sort.PEOPLE, within[0].country if within else "")
        if key in self._places.countries.inhabitants:
            return Named(Sort.PEOPLE)
        return None

    def _area_or_town(self, key: str, bare: str) -> Named | None:
        """A country, a region, or the towns of a name; of a capital and its country the country is meant."""
        listed = self._places.candidates(Toponym(bare))
        # a code in capitals is none of a text, but for those that people write
        code = self._places.countries.code(bare) if len(key) > 3 or key in _CODES else ""
        area = self._places.area(code) if code and code not in CITIES else None
        if area and self._is_country(key, code, area.title, listed):
            return Named(Sort.COUNTRY, code)
        towns = tuple(c for c in listed if c.place.feature_class in "PS" and c.place.kind not in WIDE)
        regions = [
            c.place.population
            for c in listed
            if c.place.kind == "region" and (fold(c.place.title) == key or not key.isascii())
        ]
        if towns and max(regions, default=0) > REGION * max(c.place.population for c in towns):
            return Named(Sort.AREA)
        if towns:
            return Named(Sort.PLACE, "", tuple(sorted(towns, key=lambda c: -c.place.population)))
        return Named(Sort.AREA) if listed else None

    def _is_country(self, key: str, code: str, title: str, listed: Sequence[Candidate]) -> bool:
        """Whether a country's name means the country, and not a town that has it as well: Kyiv, in some language."""
        if fold(title) == key or key in SHARED:
            return True
        own_capital = any(c.place.kind == "capital" and c.place.country == code for c in listed)
        return not own_capital and not any(c.match == "title" and c.place.population > KNOWN for c in listed)

    def country(self, phrase: str) -> str:
        """The code of the country that a phrase names, or whose people; "" for anything else."""
        named = self.named(phrase)
        return named.country if named and named.sort in (Sort.COUNTRY, Sort.PEOPLE) else ""

    def own_country(self, phrase: str) -> str:
        """The same, but for names of countries in other languages: Aram may be somebody's given name."""
        code = self.country(phrase)
        area = self._places.area(code) if code else None
        key = fold(without_genitive(phrase))
        own = area is None or key == fold(area.title) or key in _CODES or key in self._places.countries.demonyms
        return code if own else ""

    def country_of(self, phrase: str) -> str:
        """The code of the country that a phrase names, or in which the largest place of that name lies; else ""."""
        named = self.named(phrase)
        return (named.country or next((c.place.country for c in named.candidates), "")) if named else ""

    def may_be_town(self, token: Token) -> bool:
        """Whether the name of a country is that of its capital, or nearly so: Djibouti, Kuwait City."""
        code = token.spot.country if token.spot else ""
        town, area = self.capital(code), self._places.area(code)
        title = fold(area.title) if area else ""
        return town is not None and (fold(town.title) == title or fold(town.title) == f"{title} city")

    def known(self, named: Named) -> bool:
        """Whether a place is large enough to be meant without a word that leads to it."""
        return any(c.place.kind == "capital" or c.place.population >= KNOWN for c in named.candidates)

    def placed(self, text: str, tokens: Sequence[Token]) -> list[Token]:
        """The tokens of places with the one place that the whole text makes most likely."""
        towns = [t for t in tokens if t.sort == Sort.PLACE and t.spot]
        around = [t for t in tokens if t.sort == Sort.COUNTRY and t.spot]
        mentions = [Mention(t.start, t.end, self._apart(t.spot.toponym)) for t in (*towns, *around) if t.spot]
        answers = self._reader(text, mentions)[: len(towns)]
        lands = {t.spot.country for t in tokens if t.sort in _LANDS and t.spot}
        spots = {id(t): _doubted(self._spot(t, answer), lands) for t, answer in zip(towns, answers, strict=True)}
        return [replace(t, spot=spots[id(t)]) if id(t) in spots else t for t in tokens]

    def _spot(self, token: Token, answer: tuple[Candidate, ...]) -> Spot:
        stated = token.spot.country if token.spot else ""
        toponym = token.spot.toponym if token.spot else token.text
        exact = {c.place.id for c in self._places.candidates(Toponym(self._apart(toponym)))}
        towns = tuple(c for c in answer if c.place.feature_class in "PS" and c.place.id in exact)
        inside = tuple(c for c in towns if not stated or c.place.country == stated)
        if not inside:
            return Spot(toponym, None, stated)
        best = min(inside, key=lambda c: _second_to(inside[0], c, fold(toponym)))
        return Spot(toponym, best.place, best.place.country, (best, *(c for c in inside if c is not best)))


def _doubted(spot: Spot, lands: Container[str]) -> Spot:
    """The spot; in doubt where a namesake lies in a country that the text names, and this one does not."""
    namesakes = {c.place.country for c in spot.candidates} - {spot.country}
    first = spot.candidates[0] if spot.candidates else None
    if first is None or spot.country in lands or not any(code in lands for code in namesakes):
        return spot
    return replace(spot, candidates=(replace(first, confidence=min(first.confidence, DOUBT)), *spot.candidates[1:]))


def _second_to(first: Candidate, other: Candidate, key: str) -> tuple[bool, bool, bool, bool]:
    """Order among those that lie side by side: New Delhi is the town of that title, then the capital, and not Delhi."""
    near = distance_km(first.place.position, other.place.position) < SAME_TOWN_KM
    return not near, fold(other.place.title) != key, other.place.kind != "capital", other is not first


@cache
def geography() -> Geography:
    """The one of the process: what it has looked up it remembers."""
    return Geography()
