"""Countries by their ISO 3166-1 alpha-2 codes, and the names that people write for them."""

import csv
from functools import cache
from pathlib import Path

from mapapp.errors import CountryError, clipped

_FILE = Path(__file__).parents[1] / "data" / "countries" / "countries.csv"


@cache
def names() -> dict[str, str]:
    """English short names by alpha-2 code. Source: Unicode CLDR."""
    return {row["code"]: row["name"] for row in _rows()}


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for row in _rows():
        for text in filter(None, (row["code"], row["name"], *row["also"].split(";"))):
            codes[_folded(text)] = row["code"]
    return codes


@cache
def _rows() -> list[dict[str, str]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def alpha2(text: str) -> str:
    """The code for a code (alpha-2 or alpha-3, in any case) or an English name. Raises CountryError."""
    code = _codes().get(_folded(text))
    if not code:
        raise CountryError(f"'{clipped(text)}' is not a country; write its two-letter ISO 3166-1 code, such as KZ")
    return code


def name(code: str) -> str:
    """The English short name of a code; the code itself where it is none, "" for ""."""
    return names().get(code, code)
