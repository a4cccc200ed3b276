"""Names of places, and the places that they stand for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from mapapp import country as countries
from mapapp.folding import fold
from mapapp.message import Lettered, PlaceName, series
from mapapp.pattern import lazy
from mapapp.position import Position
from mapapp.when import When

_PINNED = lazy(r"(.*?)\s*\[([a-z]+:[^\[\]]+)\]", re.DOTALL)
_DIVISION = r"\b(region|province|prefecture|oblast|oblysy|city|municipality( of)?)\b"  # in folded names


def pinned(text: str) -> tuple[str, str]:
    """Name and id of a text such as "Almaty [geonames:1526384]"; the text itself and "" where no id stands behind it.

    So a file can say which place is meant and keep the name as people wrote it.
    """
    match = _PINNED.fullmatch(text.strip()) if "]" in text else None
    return (match[1], match[2].strip()) if match else (text, "")


class Toponym(NamedTuple):
    """A place name as somebody wrote it, with what is known around it.

    ``text`` may also be the id of a place ("geonames:1526384"), which then stands for exactly that place.
    ``country`` is the ISO 3166-1 alpha-2 code that the row states ("" where it states none); it is binding.
    ``when`` is the date of which the row speaks; names and countries change with time.
    ``near`` are the positions of places that belong to the same journey; they only tip the balance.
    """

    text: str
    country: str = ""
    when: When | None = None
    near: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """What a toponym stands for.

    ``id`` is "<authority>:<key>", e.g. "geonames:1526384" or "mapapp:alat". ``country`` is ISO 3166-1 alpha-2, "" for
    a sea or a place of several countries. ``feature_class`` is the GeoNames class: P (populated place), A (country or
    region), H (water), L (area), S (building, station, port), T (mountain), R (road or railway), U (under water),
    V (vegetation). ``zone`` is an IANA time zone name, "" where not known. ``population`` is 0 where not known.
    ``kind`` says in a word what it is ("capital", "city", "region", "port" ...); ``region`` is the name of the
    first-level region that it lies in ("Texas"); both are "" where not known. ``fame`` counts the names that GeoNames
    has for it in all languages: the better known, the more. ``spread_km`` tells how much a country or first-level
    region its position stands for: half of its towns lie farther away than this; 0 where not known.
    """

    id: str
    title: str
    country: str
    feature_class: str
    position: Position
    zone: str = ""
    population: int = 0
    kind: str = ""
    region: str = ""
    fame: int = 0
    spread_km: int = 0

    @property
    def is_area(self) -> bool:
        """Whether its position only stands for something wide: a country, region, sea or river."""
        return self.feature_class in {"A", "H", "L"}

    @property
    def is_country(self) -> bool:
        """Whether it is a country, of today or of its time."""
        return self.kind in {"country", "former country"}


def where_words(place: Place, *, region: bool = True, lettered: bool = False) -> str:
    """A place with its region and country: ``London, Ontario, Canada``; without the region where that is not wanted.

    Nothing is said twice: a country stands alone, and a region that only repeats the place or its country is left out.
    ``lettered`` adds a word about the letters of a name that readers of the language cannot read; regions always do so.
    """
    land: str = "" if place.is_country else countries.name(place.country)
    if fold(land) == fold(place.title):
        land = ""
    within = place.region if region and not _repeats(place.region, place.title, land) else ""
    name = place_name(place)
    area = Lettered.of(PlaceName.at("", within, {})) if within else ""  # no list has regions in other languages
    return series((Lettered.of(name) if lettered else name, area, land))


def place_name(place: Place) -> PlaceName:
    """The name of a place as lists have it in every language."""
    title = place.title
    if isinstance(title, PlaceName):
        return title
    return PlaceName.at(place.id, title, {}, country=place.country if place.kind == "country" else "")


def _repeats(region: str, *names: str) -> bool:
    """Whether a region bears one of the names, with or without a word for its kind, in this or another spelling."""
    key = _key(region)
    own = {key, " ".join(re.sub(_DIVISION, " ", key).split())}
    return any(a == b or _one_letter_apart(a, b) for a in own for b in map(_key, names))


def _key(name: str) -> str:
    return re.sub(r"\bst\b", "saint", fold(name))


def _one_letter_apart(a: str, b: str) -> bool:
    """Baku and Baki, Samarkand and Samarqand."""
    return len(a) == len(b) > 3 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible place for a toponym.

    ``says`` names the authority ("curated", "gazetteer", "nominatim"), ``matched`` is the name that it was found
    under and ``language`` that name's language ("" where not known). ``confidence`` runs from 0 to 1; ``reasons`` say
    in words what raised or lowered it. ``match`` says how the name was found: "id", "title", "name" (another name of
    the place), "transliterated", "misspelt", "part" (in a text: only a part of the name is its own), "nearby" (in a
    text: only the area is known) or "several" (the cell names several places, and this is one of them). ``since`` and
    ``until`` are the years in which the name was in official use (None: not known or open). ``distance_km`` is the way
    to the nearest place of the journey (None: none known); ``right_country`` and ``right_date`` tell whether the place
    agrees with what the row states (None: it states none).
    ``edits`` counts the letters that differ in a misspelt name.
    """

    place: Place
    says: str
    matched: str
    language: str = ""
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    match: str = "title"
    since: int | None = None
    until: int | None = None
    distance_km: float | None = None
    right_country: bool | None = None
    right_date: bool | None = None
    edits: int = 0


class Found(NamedTuple):
    """One place was chosen; ``candidates`` begin with it, surest first."""

    place: Place
    candidates: tuple[Candidate, ...]

    @property
    def confidence(self) -> float:
        """The confidence of the chosen candidate."""
        return self.candidates[0].confidence


class Ambiguous(NamedTuple):
    """Two or more places are plausible; nobody chose.

    ``unread`` are the parts of a cell with several places of which no list knows anything.
    """

    candidates: tuple[Candidate, ...]
    unread: tuple[str, ...] = ()

    @property
    def several(self) -> bool:
        """Whether all of them are meant, because the cell names several places."""
        return self.candidates[0].match == "several"


class Unknown(NamedTuple):
    """No place of that name is known; ``near_misses`` are places with names like it."""

    near_misses: tuple[Candidate, ...] = ()


Resolution = Found | Ambiguous | Unknown
Resolve = Callable[[Toponym], Resolution]
