"""Countries by name within a cell that lists several places: "Buenos Aires (Argentina) e Montevidéu (Uruguai)"."""

import re
from collections.abc import Callable, Iterable

from mapapp import country
from mapapp.errors import CountryError
from mapapp.foreign.people import is_activity
from mapapp.place import Found, Resolve, Toponym

_AND = r"[;/&+]|,|\b(?:and|и|und|et|y|e|ve|va|және|i|та|й)\b|،|\sو"
_PAIR = re.compile(rf"\s*(?P<before>[^()\[\];]{{2,80}}?)\s*\((?P<inside>[^()]{{2,80}})\)\s*(?:(?:{_AND})\s*|$)")
_LED = re.compile(r"\s*(?P<before>[^():;,]{2,40}):\s*(?P<inside>[^():;]{2,120})(?:;\s*|$)")
_LIST = re.compile(rf"\s*(?:{_AND})\s*")
_LONGEST = 300  # characters of a cell that is taken apart
_CODE = 2  # letters
FORMER = "mapapp:former-"  # begins the id of a country that is no more; its code follows
LISTS = re.compile(r"\s*[,;/&+]\s*|\s+(?:and|и|und|et|y|e|ve|va|және)\s+")
CodeOf = Callable[[str], str]


def codes_of(texts: Iterable[str], resolve: Resolve) -> dict[str, str]:
    """The codes of the countries that are stated, "" for what is no country."""
    return {text: code_of(text, resolve) for text in dict.fromkeys(texts) if text}


def code_of(text: str, resolve: Resolve) -> str:
    """The code of the country that a text names in whatever language, "" for anything else."""
    try:
        return country.stated(text)
    except CountryError:
        parts = LISTS.split(text)
        if len(parts) > 1 and len({code for part in parts if part and (code := code_of(part, resolve))}) > 1:
            return ""  # of two countries neither is that of the row
        answer = resolve(Toponym(text))
        if not isinstance(answer, Found) or not answer.place.is_country or answer.candidates[0].match == "misspelt":
            return ""
        return answer.place.country or answer.place.id.removeprefix(FORMER).upper()


def land_behind(text: str, resolve: Resolve) -> str:
    """The code of the country behind the last comma of a text: "Borgo Egnazia, Italia"; "" where none stands there."""
    name = text.rpartition(",")[2].strip(" .)") if "," in text else ""
    return code_of(name, resolve) if _is_spelt(name) else ""


def _is_spelt(name: str) -> bool:
    """Whether a name is none of the codes that regions have as well: MG is in Brazil, and Madagascar."""
    return len(name) > _CODE or name in {"UK", "US"}


def by_land(text: str, code_of: CodeOf, *, one: bool = False) -> list[tuple[str, str]]:
    """The places of a text with the country that it states for each; none where it does not state one for every place.

    ``code_of`` tells the code of a country by its name, "" for anything else. Of a list of nothing but countries each
    is a place. ``one``: a single place with its country counts as well.
    """
    if not 5 < len(text) <= _LONGEST:
        return []
    for form in (_PAIR, _LED):
        pairs = _pairs(form, text, code_of)
        if len(pairs) > 1 or (one and pairs) or (pairs and len(_LIST.split(pairs[0][0])) > 1):
            return pairs
    names = [name.strip(" .") for name in _LIST.split(text)]
    if len(names) > 1 and all(names) and len({_spelt(name, code_of) for name in names} - {""}) == len(names):
        return [(name, name) for name in names]
    return []


def _pairs(form: re.Pattern[str], text: str, code_of: CodeOf) -> list[tuple[str, str]]:
    """Each place with its country, whichever stands first; none where some part of the text is no such pair."""
    found, at = [], 0
    while at < len(text):
        match = form.match(text, at)
        if match is None:
            return []
        before, inside = match["before"].strip(), match["inside"].strip()
        if form is _PAIR and _spelt(inside, code_of):
            found.append((before, inside))
        elif _spelt(before, code_of) and not is_activity(before):  # "Réunion (Vienne, Autriche)" is no island
            found.append((inside, before))
        else:
            return []
        at = match.end()
    return found


def _spelt(name: str, code_of: CodeOf) -> str:
    return code_of(name) if _is_spelt(name) else ""
