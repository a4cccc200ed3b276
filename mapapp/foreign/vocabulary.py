"""Words by which cells tell what they are, in thirteen languages: offices, activities, states, totals, hours."""

import csv
from functools import cache

from mapapp.files import DATA
from mapapp.folding import fold

FILE = DATA / "headings" / "in-cells.csv"
LANGUAGES = ("en", "ru", "kk", "uz", "tr", "de", "fr", "es", "pt", "it", "pl", "uk", "ar")


@cache
def words(kind: str) -> frozenset[str]:
    """The folded words of a kind: "office", "activity", "total", "note", a status, or a part of the day."""
    return frozenset(word for row in _rows() if row["kind"] == kind for word in _folded(row))


@cache
def written(kind: str) -> frozenset[str]:
    """The words of a kind as they are written, for finding them in texts."""
    rows = (row for row in _rows() if row["kind"] == kind)
    return frozenset(word for row in rows for language in LANGUAGES for word in row[language].split(";") if word)


@cache
def _rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _folded(row: dict[str, str]) -> list[str]:
    listed = (word for language in LANGUAGES for word in row[language].split(";"))
    return [folded for word in listed if (folded := fold(word))]
