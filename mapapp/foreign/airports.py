"""Columns of airports by their codes, as airlines (IATA) or pilots (ICAO) write them: each is the town it serves."""

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache

from mapapp.country import stated
from mapapp.errors import CountryError
from mapapp.files import DATA
from mapapp.folding import fold

FILE = DATA / "airports" / "airports.csv"
_CODED = re.compile(r"(?P<town>[^()]{2,60}?)\s*\((?P<code>[A-Z]{3,4})\)")
_CODE = re.compile(r"[A-Z]{3,4}")
_SOME = 0.6  # share of codes of four letters that the list has
_MOST = 0.8  # share of the distinct cells that have to be codes


def are_codes(cells: Iterable[str]) -> bool:
    """Whether cells are codes of airports: two or more, and not all of them those of countries as well."""
    distinct = {cell for cell in cells if cell}
    codes = {cell for cell in distinct if _CODE.fullmatch(cell)}
    if len(codes) < 2 or len(codes) < _MOST * len(distinct):  # one may be anything
        return False
    known = {code for code in codes if code in towns()}
    enough = _MOST if any(len(code) == 3 for code in codes) else _SOME  # those of pilots are hardly words
    return len(known) >= enough * len(codes) and not all(map(_is_country, codes))


def served(text: str) -> tuple[str, str]:
    """The name before the code of an airport in brackets, and the id of the town that it serves; "" for both."""
    match = _CODED.fullmatch(text)
    place, title = towns().get(match["code"], ("", "")) if match else ("", "")
    return (match["town"], place) if match and set(_words(title)) & set(_words(match["town"])) else ("", "")


def _words(name: str) -> list[str]:
    return fold(name).split()


@cache
def towns() -> Mapping[str, tuple[str, str]]:
    """The id and the title of the town of each code."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {
            row[by]: (row["place"], row["title"]) for row in csv.DictReader(file) for by in ("code", "icao") if row[by]
        }


def _is_country(code: str) -> bool:
    try:
        return bool(stated(code))
    except CountryError:
        return False
