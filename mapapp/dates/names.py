"""Names of months and days of the week in many languages: a table that `scripts/build-months` derives from CLDR."""

import csv
import unicodedata
from functools import cache
from pathlib import Path

FILE = Path(__file__).parents[2] / "data" / "calendar" / "names.csv"
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COLUMNS = (*MONTHS, *DAYS)
_ACCENTS = range(0x300, 0x370)  # those of Latin, Greek and Cyrillic; the vowels of Indian scripts are marks, too
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "’": "'", "ʻ": "'", "ʼ": "'"})


def key(word: str) -> str:
    """What spellings of one word have in common: small letters without accents and dots at the end."""
    apart = unicodedata.normalize("NFKD", word.strip(". ").casefold().translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in apart if ord(c) not in _ACCENTS))


def months(word: str) -> tuple[int, ...]:
    """The months, from 1, that the word names in one language or another; none for any other word."""
    named, found = _named()[0], key(word)
    if found not in named and "а" <= found[:1] <= "я":  # Turkic languages hang endings on them: 27-мартта
        found = next((found[:-n] for n in (1, 2, 3, 4) if len(found) - n > 3 and found[:-n] in named), found)
    if found not in named and found.endswith("е"):  # Russian: в июне, в мае
        found = next((found[:-1] + ending for ending in ("ь", "й") if found[:-1] + ending in named), found)
    return named.get(found, ())


def weekdays(word: str) -> tuple[int, ...]:
    """The days of the week that the word names in one language or another, from 0 for Monday."""
    return _named()[1].get(key(word), ())


def months_beside(word: str, weekday: str) -> tuple[int, ...]:
    """The months that a word names in the languages of a day of the week: listopad is November to a Pole."""
    found, day = key(word), key(weekday)
    return tuple(sorted({
        number for months, days in _by_language() if day in days for number, names in enumerate(months, 1)
        if found in names
    }))  # fmt: skip


@cache
def _by_language() -> list[tuple[list[list[str]], set[str]]]:
    """For each language its names of each month, and of all days of the week."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    keyed = [{column: [key(word) for word in row[column].split(";")] for column in COLUMNS} for row in rows]
    return [([row[month] for month in MONTHS], {name for day in DAYS for name in row[day]}) for row in keyed]


@cache
def _named() -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    months: dict[str, tuple[int, ...]] = {}
    days: dict[str, tuple[int, ...]] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for found, columns, first in ((months, MONTHS, 1), (days, DAYS, 0)):
                for number, column in enumerate(columns, start=first):
                    for word in map(key, row[column].split(";")):
                        found[word] = tuple(sorted({*found.get(word, ()), number}))
    return months, days
