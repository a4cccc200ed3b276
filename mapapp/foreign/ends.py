"""The place with which a text begins or ends, with the country or region behind it: "Talks, Dakar, Senegal"."""

import re
from collections.abc import Iterator
from functools import cache

from mapapp import country
from mapapp.foreign.people import is_activity
from mapapp.foreign.phrases import Known
from mapapp.foreign.vocabulary import written

_BREAK = re.compile(r"\s+[-–—]\s+|\s*[:|;]\s+|\s*[(,\n]\s*")
_CLOSE = (",", "(")  # between a town and what it lies in
_LONGEST = 40  # characters of a name


def first_in(text: str, known: Known) -> str:
    """The place with which a text begins and which is not all of it, "" where it is none."""
    parts, breaks = _parts(text)
    if len(parts) < 2 or not _is_name(parts[0], known):
        return ""
    around = len(parts) > 2 and breaks[0] in _CLOSE and _is_name(parts[1], known)
    whole = f"{parts[0]}, {parts[1]}"
    return whole if around and known(whole) else parts[0]


def last_in(text: str, known: Known) -> str:
    """The place with which a text ends and which is not all of it, "" where it is none.

    Of a country behind a town that it names the town is the place; of a name that is in no list behind one that is
    both, so that it is asked.
    """
    parts, breaks = _parts(text)
    if len(parts) < 2:
        return ""
    last = parts[-1]
    before = _towns(parts[-2]) if breaks[-1] in _CLOSE else ()
    if not _is_name(last, known):
        told = len(parts) > 2 and breaks[-1] == "," and len(last) <= _LONGEST and last[:1].isupper()
        return f"{parts[-2]}, {last}" if told and _is_name(parts[-2], known) else ""
    inside = next((f"{town}, {last}" for town in before if _is_name(town, known) and known(f"{town}, {last}")), "")
    if not inside:
        return last
    farther = parts[-3] if len(parts) > 2 and breaks[-2] == "," and country.regions(parts[-2]) else ""
    town = farther and not is_activity(farther) and _is_name(farther, known) and known(f"{farther}, {inside}")
    return f"{farther}, {inside}" if town else inside


def _parts(text: str) -> tuple[list[str], list[str]]:
    """The parts of a text, and what stands between each of them and the next one."""
    parts = [part.strip(" )") for part in _BREAK.split(text)]
    return parts, [match[0].strip() for match in _BREAK.finditer(text)]


def _is_name(text: str, known: Known) -> bool:
    """Whether a part is the name of a place; "Betim/MG" is one, too."""
    return 1 < len(text) <= _LONGEST and (known(text) or ("/" in text and known(text.replace("/", ", "))))


def _towns(part: str) -> Iterator[str]:
    """A part, or what stands in it behind a preposition: of "Summit in Vienna" the town."""
    yield part
    yield from (part[match.end() :] for match in reversed([*_prepositions().finditer(part)]))


@cache
def _prepositions() -> re.Pattern[str]:
    said = "|".join(map(re.escape, sorted(written("into"), key=len, reverse=True)))
    return re.compile(rf"(?<=\s)(?:{said}|at)\s+(?=[^\W\d_])", re.IGNORECASE)
