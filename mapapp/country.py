"""Countries by their ISO 3166-1 alpha-2 codes, and the names that people write for them."""

import csv
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from mapapp.errors import CountryError, clipped
from mapapp.files import DATA
from mapapp.message import CountryName, tr

_FILE = DATA / "countries" / "countries.csv"
_UN_FILE = _FILE.with_name("un-names.csv")
_SIGNS = _FILE.with_name("signs.csv")
_ARTICLE = (
    r"^(?:Bahamas|Comoros|Congo|Gambia|Maldives|Netherlands|Philippines)$"
    r"|^(?:Isle of|United|Republic of|Democratic) .*|.* (?:Union|Federation)$"
    r"|(?:Islands|Republic|Territory|Territories|Zone|Empire|Indies|Antilles)$"
)  # after the usage of the UN's short names in English sentences
_FORMER, _TERRITORIES, _REGIONS = (
    DATA / "gazetteer" / f"{name}.csv" for name in ("former-countries", "territories", "regions")
)


@cache
def names() -> dict[str, str]:
    """English short names by alpha-2 code: those of Unicode CLDR, or what the United Nations write instead."""
    return {row["code"]: un_name(row["code"], "en") or row["name"] for row in _rows()}


def un_name(code: str, language: str) -> str:
    """The short name that a state has at the United Nations, "" where CLDR's is the same, or no other name.

    German names are those of the list of the Federal Foreign Office. Sources: data/README.md.
    """
    return _un_names().get(code, {}).get(language, "")


@cache
def _un_names() -> dict[str, dict[str, str]]:
    with _UN_FILE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for row in _rows():
        for text in filter(None, (row["code"], row["name"], un_name(row["code"], "en"), *row["also"].split(";"))):
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
        raise CountryError(
            tr("'{text}' is not a country; write its two-letter ISO 3166-1 code, such as KZ", text=clipped(text))
        )
    return code


def stated(text: str) -> str:
    """The code of the country that a row states: as `alpha2`, or that of one that is no more ("SU" for "U.S.S.R.").

    What is neither may be a `sign`. Raises CountryError.
    """
    return _former_codes().get(_folded(text)) or sign(text) or alpha2(text)


def sign(text: str) -> str:
    """The code for the letters by which sport or vehicles show a country (GER, SUI, D, A); "" for what is none.

    Only a column of countries writes them, in capitals: elsewhere they are words and names. What ISO 3166-1 or a former
    country has for a code is no sign.
    """
    return _signs().get(text.strip(), "")


def today(code: str) -> str:
    """The code, or "" for that of a country that is no more."""
    return code if code in names() else ""


@lru_cache(maxsize=512)
def lands(code: str) -> frozenset[str]:
    """Today's codes of what a country holds or held: itself or its successors, and their territories, colonies not."""
    own = {code} if code in names() else set()
    own |= {land for row in _former_rows() if row["code"] == code for land in row["successors"].split()}
    held = (row["territories"].split() for row in _table(_TERRITORIES) if row["country"] in own and not row["dated"])
    return frozenset(own).union(*held)


COMMON_STATES = frozenset(("US", "CA", "AU", "GB", "BR"))  # whose codes of states stand in texts of all the world


@lru_cache(maxsize=4096)  # what a column of a long table says over and over
def states(code: str) -> Mapping[str, str]:
    """The first-level regions that a code of two capitals stands for, by country: {"US": "Virginia"} for "VA"."""
    return {row["country"]: row["name"] for row in _table(_REGIONS) if row["code"] == code and len(code) == 2}


def common_states(code: str) -> Mapping[str, str]:
    """Those of `states` that a text may name without their country."""
    return {land: name for land, name in states(code).items() if land in COMMON_STATES}


@lru_cache(maxsize=4096)
def regions(text: str) -> Mapping[str, str]:
    """The first-level regions that a cell names by code, name or abbreviation, by country: {"US": "Iowa"}."""
    said = text.strip()
    found = {row["country"]: row["name"] for row in _table(_REGIONS) if said and _folded(said) in _region_names(row)}
    return found | {row["country"]: row["name"] for row in _table(_REGIONS) if row["code"] == said}


def _region_names(row: Mapping[str, str]) -> list[str]:
    return [_folded(text) for text in (row["name"], *row["short"].split("|")) if text]


def name(code: str) -> CountryName:
    """The English short name of a code; the code itself where it is none, "" for ""."""
    return CountryName.of(code, names().get(code) or _former_names().get(code, code))


def name_in_sentence(code: str) -> CountryName:
    """The name as it stands within a sentence: with its article, where English wants one ("the United States")."""
    title = name(code)
    return CountryName.of(code, f"the {title}") if re.search(_ARTICLE, title) else title


@cache
def _former_codes() -> dict[str, str]:
    rows = [(row["name"], row["code"]) for row in _former_rows()]
    named = {_folded(text): code for title, code in rows for text in (title, code)}
    return {text: code for text, code in named.items() if text not in _codes()}


@cache
def _signs() -> dict[str, str]:
    return {row["sign"]: row["code"] for row in _table(_SIGNS)}


@cache
def _former_names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in reversed(_former_rows()) if row["successors"]}


def _former_rows() -> list[dict[str, str]]:
    return _table(_FORMER)


@cache
def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
