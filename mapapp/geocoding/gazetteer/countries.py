"""Countries by any of their names: today's, former ones, codes, and the adjectives that stand for them in texts."""

import csv
from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from mapapp import country
from mapapp.errors import CountryError
from mapapp.folding import fold, same
from mapapp.geocoding.gazetteer.entries import Gazetteer
from mapapp.geocoding.gazetteer.index import DATA
from mapapp.geocoding.gazetteer.letters import latin
from mapapp.geocoding.gazetteer.misspellings import nearest
from mapapp.pattern import lazy
from mapapp.place import Candidate, Place, Toponym
from mapapp.position import Position
from mapapp.when import When

SAYS = "curated"
_REMEMBERED = 4096  # texts: a column of countries holds few, over and over
_SHORT_WORDS = {
    "rep": "republic", "dem": "democratic", "fed": "federation", "is": "islands", "респ": "республика",
    "n": "north", "s": "south", "w": "west", "e": "east",
}  # fmt: skip
_REPUBLIC = {  # "R. Jordan" is a river; only other languages write a republic so
    "r": ("republica", "republica de", "republique"),
    "rep": ("republica", "republica de", "republique", "republic", "republic of"),
}
_BRACKET = lazy(r"\s*\(([^()]*)\)\s*")


class Former(NamedTuple):
    """A country that is no more, over one span of years (None: not stated): its code and what lies there today.

    ``later`` is the same country after it lost a part.
    """

    title: str
    code: str
    successors: frozenset[str]
    since: int | None
    until: int | None
    position: Position
    later: "Former | None" = None

    def at(self, when: When | None) -> frozenset[str]:
        """The countries of today that it stood for at that time; all it ever did for another time, or for none."""
        spans = [self, self.later] if self.later else [self]
        first, last = (day.year for day in when.reach) if when else (0, 9999)
        fitting = [span for span in spans if first <= (span.until or 9999) and last >= (span.since or 0)]
        return frozenset().union(*(span.successors for span in fitting or spans))


class Territories(NamedTuple):
    """What has a code of its own and belongs to a country over a span of years (None: not stated).

    ``dated``: only for a row that states its time; nobody means Jamaica by the United Kingdom of today. Where only
    regions of today's countries belonged to it, ``territories`` has each as `part` writes it: Breslau, in Germany.
    """

    country: str
    territories: frozenset[str]
    since: int | None
    until: int | None
    dated: bool


class Countries:
    """Names of countries, as codes and as places."""

    def __init__(self, gazetteer: Gazetteer, folder: Path = DATA) -> None:
        self._gazetteer = gazetteer
        self._folder = folder

    def codes(self, text: str) -> frozenset[str]:
        """The ISO 3166-1 alpha-2 codes of the country that a text names; a former country has several, nonsense none.

        Understands what `code` does.
        """
        return self.members(self.code(text))

    def code(self, text: str) -> str:
        """The code of the country that a text names, today's or a former one's; "" for nonsense.

        Understands codes (KZ, KAZ, SU), names in many languages, "Gambia, The", "Korea, South", "Georgia (country)".
        """
        return self._remembered(text.strip())

    @cached_property
    def _remembered(self) -> Callable[[str], str]:
        return lru_cache(_REMEMBERED)(self._code)

    def _code(self, text: str) -> str:
        if (upper := text.upper()) in self.today or upper in self.former:
            return upper
        plain = _BRACKET.sub(" ", text).strip() or text.strip("() ")
        inside = _BRACKET.findall(text)
        first, comma, rest = plain.partition(",")
        spellings = [text, plain, f"{rest} {first}", first] if comma else [text, plain, *inside]
        keys = [key for spelling in spellings if (key := fold(spelling))]
        keys += [written for key in keys for written in _written_out(key) if written != key]
        return next((code for key in keys if (code := self._named(key))), "") or _listed(plain)

    def members(self, code: str, when: When | None = None) -> frozenset[str]:
        """The countries of today that a code stands for: itself, or a former country's successors by the date."""
        former = self.former.get(code)
        return former.at(when) if former else frozenset({code}) if code else frozenset()

    def within(self, code: str, when: When | None = None, *, ever: bool = False) -> frozenset[str]:
        """`members` with their territories, those of the date or else today's; with ``ever`` also all past ones.

        Of what only a region of today's countries is, there is its `part`.
        A date, if there is one, says more than ``ever``; colonies need one.
        """
        members = self.members(code, when)
        if not members:
            return members
        first, last = (day.year for day in when.reach) if when else (0, 9999) if ever else (9999, 9999)
        return members.union(*(
            row.territories for row in self._territories
            if row.country in members and first <= (row.until or 9999) and last >= (row.since or 0)
            and (when or not row.dated)
        ))  # fmt: skip

    def years(self, column: str) -> set[int]:
        """All years in which a former country, or a belonging to one of today's, began ("since") or ended ("until")."""
        former = [span for first in self.former.values() for span in (first, first.later) if span]
        return {year for span in (*former, *self._territories) if (year := getattr(span, column)) is not None}

    def misspelt(self, text: str) -> str:
        """The code of the one country that few slips of the pen lead to; "" where there is none, or several."""
        codes = {self.names[name] for name in nearest(latin(fold(text)), list(self.names))}
        return codes.pop() if len(codes) == 1 else ""

    def _named(self, key: str) -> str:
        for spelling in dict.fromkeys((key, key.removeprefix("the "), *same(key))):
            if spelling in self._other_names:
                return self._other_names[spelling]
            if spelling in self._curated:
                return self._curated[spelling]
            row = self._gazetteer.db.execute(
                "SELECT p.country, p.title FROM country c JOIN place p ON p.id = c.place WHERE c.key = ?", (spelling,)
            ).fetchone()
            if row and (spelling == fold(row[1]) or not self._is_capital(spelling, row[0])):
                return str(row[0])
            if spelling in self._former_names:
                return self._former_names[spelling]
        return ""

    def _is_capital(self, key: str, code: str) -> bool:
        """Whether the capital has by right what is a name of its country in some language only: Tunis, Brasília."""
        named = self._gazetteer.named(key)
        return any(p.kind == "capital" and p.country == code and fold(p.title) == key for p in named)

    def candidates(self, toponym: Toponym) -> list[Candidate]:
        """A former country of this name, as an area; today's countries are in the gazetteer."""
        former = self.former.get(self._former_names.get(fold(toponym.text), ""))
        if former is None or (toponym.country and toponym.country != former.code):
            return []
        place = Place(f"mapapp:former-{former.code.lower()}", former.title, "", "A", former.position,
                      kind="former country")  # fmt: skip
        until = former.later.until if former.later else former.until
        return [Candidate(place, SAYS, toponym.text, since=former.since, until=until)]

    def place(self, id: str) -> Place | None:
        """A former country by its id, or None."""
        former = self.former.get(id.removeprefix("mapapp:former-").upper()) if id.startswith("mapapp:former-") else None
        return self.candidates(Toponym(former.title))[0].place if former else None

    @cached_property
    def today(self) -> frozenset[str]:
        """The ISO 3166-1 alpha-2 codes of all countries and territories that we know (XK for Kosovo among them)."""
        rows = self._gazetteer.db.execute("SELECT DISTINCT country FROM division WHERE country <> ''")
        return frozenset(code for (code,) in rows) | frozenset(country.names()) | {"XK"}

    @cached_property
    def names(self) -> dict[str, str]:
        """Every country name in Latin letters, as key, with its code; for finding countries in a text."""
        rows = self._gazetteer.db.execute("SELECT c.key, p.country FROM country c JOIN place p ON p.id = c.place")
        return {key: code for key, code in rows if key.isascii() and len(key) > 3} | {
            "us": "US",
            "uk": "GB",
            "uae": "AE",
        }

    @cached_property
    def demonyms(self) -> dict[str, str]:
        """Adjectives and peoples, as keys, with the country's code (possibly a former country's)."""
        return {word: stands for word, stands in self._peoples.items() if ":" not in stands}

    @cached_property
    def inhabitants(self) -> dict[str, str]:
        """Adjectives and peoples of regions, cities and continents (Scottish, Londoner), with the place's id."""
        return {word: stands for word, stands in self._peoples.items() if ":" in stands}

    @cached_property
    def _peoples(self) -> dict[str, str]:
        rows = self._rows("demonyms.csv")
        return {fold(word): row["country"] for row in rows for word in row["words"].split()}

    @cached_property
    def former(self) -> dict[str, Former]:
        """Former countries by code, each as it first was."""
        found: dict[str, Former] = {}
        for row in reversed([row for row in self._rows("former-countries.csv") if row["successors"]]):
            successors = frozenset(row["successors"].split())
            middle = Position.checked(row["longitude"], row["latitude"])
            years = (_year(row["since"]), _year(row["until"]))
            code = row["code"]
            found[code] = Former(row["name"], code, successors, *years, middle, found.get(code))
        return found

    @cached_property
    def _territories(self) -> list[Territories]:
        return [
            Territories(
                row["country"],
                _held(row["territories"].split(), row["regions"]),
                _year(row["since"]),
                _year(row["until"]),
                bool(row["dated"]),
            )
            for row in self._rows("territories.csv")
        ]

    @cached_property
    def _former_names(self) -> dict[str, str]:
        return {fold(row["name"]): row["code"] for row in self._rows("former-countries.csv")}

    @cached_property
    def _other_names(self) -> dict[str, str]:
        """Names, usual or once usual, that no list of countries has, and the one that is meant where two bear it.

        Those of other languages that CLDR has and GeoNames lacks are derived by `scripts/build-country-names`.
        """
        with (self._folder.parent / "countries" / "foreign.csv").open(encoding="utf-8", newline="") as lines:
            foreign = {fold(name): code for code, names in csv.reader(lines) for name in names.split(";")}
        return foreign | {fold(row["name"]): row["code"] for row in self._rows("country-names.csv")}

    @cached_property
    def _curated(self) -> dict[str, str]:
        """Countries that only the curated list has as places, and names that CLDR and GeoNames lack."""
        rows = [row for row in self._rows("curated-places.csv") if row["kind"] == "country"]
        names = {row["id"]: row["country"] for row in rows}
        keys = {fold(row["title"]): row["country"] for row in rows}
        keys |= {fold(r["name"]): names[r["place"]] for r in self._rows("curated-names.csv") if r["place"] in names}
        return keys

    def _rows(self, file: str) -> list[dict[str, str]]:
        with (self._folder / file).open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))


def part(code: str, region: str) -> str:
    """What stands for a region of a country in a set of countries: no code, so that it is nobody's country."""
    return f"{code}/{fold(region)}"


def _held(codes: list[str], regions: str) -> frozenset[str]:
    return (
        frozenset(part(code, region) for code in codes for region in regions.split("|"))
        if regions
        else frozenset(codes)
    )


def _written_out(key: str) -> list[str]:
    """A folded name with its short words in full, and without the word republic: "south korea", for "s korea".

    "R. Dominicana" and "Rép. tchèque" are republics in the language of their second word.
    """
    words = [_SHORT_WORDS.get(word, word) for word in key.split()]
    bare = [word for word in words if word not in {"republic", "республика", "of"}]
    found = [" ".join(words if words != key.split() else bare)]
    first, _, rest = key.partition(" ")
    if first in _REPUBLIC and rest:
        found += [f"{word} {rest}" for word in _REPUBLIC[first]]
    return found


def _listed(text: str) -> str:
    """The code of a country by its English name or its code of three letters; the index lacks some small ones."""
    try:
        return country.alpha2(text)
    except CountryError:
        return ""


def _year(text: str) -> int | None:
    return int(text) if text else None
