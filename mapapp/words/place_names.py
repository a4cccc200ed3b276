"""Names of places in the language of the reader, as far as our lists know of which language a name is."""

import csv
import unicodedata
from functools import cache

from mapapp.files import DATA

FILE = DATA / "gazetteer" / "curated-names.csv"
CYRILLIC = ("ru", "kk", "ky", "tg", "uk", "mn", "sr")
ARABIC = ("ar", "fa")


@cache
def place_names(language: str) -> dict[str, str]:
    """The names that places have today in a language, written in its script, by the ids of the places.

    A language that is written in several scripts has here the one in which its catalogue is.
    """
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["language"] == language and not row["until"]]
    return {row["place"]: row["name"] for row in reversed(rows) if in_script(row["name"], language)}


def in_script(name: str, language: str) -> bool:
    """Whether a name is written in the letters of a language; those of languages that are not known here are Latin."""
    script = "CYRILLIC" if language in CYRILLIC else "ARABIC" if language in ARABIC else "LATIN"
    return all(unicodedata.name(letter, "").startswith(script) for letter in name if letter.isalpha())
