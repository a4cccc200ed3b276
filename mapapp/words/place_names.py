"""Names of places in the language of the reader, as far as our lists know of which language a name is."""

import csv
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mapapp.files import DATA
from mapapp.message import Message, tr

FOLDER = DATA / "gazetteer"
CYRILLIC = ("ru", "kk", "ky", "tg", "uk", "mn", "sr")
ARABIC = ("ar", "fa")
_LETTERS = {
    "LATIN": tr("in Latin letters"),
    "CYRILLIC": tr("in Cyrillic letters"),
    "ARABIC": tr("in Arabic letters"),
}
BESIDE = {"kk": "ru", "ky": "ru"}  # write foreign names as Russian does: the list of that one serves where theirs ends


@cache
def place_names(language: str) -> dict[str, str]:
    """The names that places have today in a language, written in its script, by the ids of the places.

    They are ours: those chosen for readers, then those that places are found by. A language that is written in several
    scripts has here the one in which its catalogue is.
    """
    chosen = [(row["place"], row["name"]) for row in _rows("chosen-names.csv") if row["language"] == language]
    rows = [row for row in _rows("curated-names.csv") if row["language"] == language and not row["until"]]
    curated = [(row["place"], row["name"]) for row in rows if in_script(row["name"], language)]
    return dict(reversed([*chosen, *curated]))


@cache
def city_names(language: str) -> dict[str, str]:
    """The names that GeoNames has for cities in a language, by the ids of places (scripts/build-place-names)."""
    return {f"geonames:{row['geonames']}": row["name"] for row in _rows(f"names/{language}.csv")}


@cache
def cities_of_zones() -> dict[str, str]:
    """The ids of the cities after which time zones are named, by the zone: ``Europe/Paris``."""
    return {row["zone"]: f"geonames:{row['geonames']}" for row in _rows("names/zones.csv")}


def _rows(name: str) -> Iterator[dict[str, str]]:
    path: Path = FOLDER / name
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def in_script(name: str, language: str) -> bool:
    """Whether a name is written in the letters of a language; those of languages that are not known here are Latin."""
    script = "CYRILLIC" if language in CYRILLIC else "ARABIC" if language in ARABIC else "LATIN"
    return all(unicodedata.name(letter, "").startswith(script) for letter in name if letter.isalpha())


def letters(name: str) -> Message:
    """In which letters a name is written, in words; by the first of them."""
    first = next((unicodedata.name(letter, "") for letter in name if letter.isalpha()), "")
    return _LETTERS.get(first.partition(" ")[0], tr("in other letters"))
