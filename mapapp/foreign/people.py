"""People in a cell: who was met, in which office; and cells that tell an activity instead."""

import re
from dataclasses import dataclass
from itertools import pairwise

from mapapp.folding import fold
from mapapp.foreign.vocabulary import words

_ABBREVIATED = {"fm": "Foreign Minister", "pm": "Prime Minister", "vp": "Vice President"}
_SPLIT = re.compile(r"\s*[;\n]\s*|\s+/\s+")
_COMMA = re.compile(r"\s*,\s*|\s+(?:and|и|und|et|y|e|және|va|ve)\s+")
_NAME = re.compile(r"(?:[^\W\d_]\.-?){1,3}|[^\W\d_][\w’'‘ʻʼ-]+")

_INITIALS = re.compile(r"\b[^\W\d_]\.$")


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody whom a cell names: name and office as far as it tells them; ``called`` is the text itself."""

    called: str
    name: str
    role: str = ""


def people_in(cell: str) -> tuple[Met, ...]:
    """The people whom a cell names; none where it tells an activity or something else."""
    parts = [part for part in _SPLIT.split(cell) if part]
    named = len(parts) == 1 and _with_office(cell)
    if (
        not named
        and len(parts) == 1
        and len(pieces := [p for p in _COMMA.split(cell) if p]) > 1
        and all(map(_person, pieces))
    ):
        parts = pieces
    found = [_person(part) for part in parts]
    return tuple(met for met in found if met)


def is_person(cell: str) -> bool:
    """Whether a cell names people and nothing else."""
    parts = [part for part in _SPLIT.split(cell) if part]
    return bool(parts) and bool(people_in(cell)) and len(people_in(cell)) >= len(parts)


def is_activity(cell: str) -> bool:
    """Whether a cell tells what is done rather than who is met."""
    return not words("activity").isdisjoint(_runs(cell))


def _runs(text: str) -> list[str]:
    folded = fold(text).split()
    return [*folded, *(" ".join(pair) for pair in pairwise(folded))]


def _person(text: str) -> Met | None:
    """Somebody by office, name or both; None for an activity and for what is too long to be either."""
    text = text.strip().lstrip(". ")
    text = text if _INITIALS.search(text) else text.rstrip(" .")
    if not text or len(text) > 120 or is_activity(text) or any(c.isdigit() for c in text):
        return None
    office, rest = office_of(text)
    if office and not rest:
        return Met(text, _spelt(office), "")
    if office and rest[:1].isupper() and len(rest.split()) <= 4:
        return Met(text, rest, _spelt(office))
    if office:  # "Speaker of the Senate", "Minister of Energy"
        return Met(text, text, "")
    if _with_office(text):
        before, _, behind = text.partition(",")
        return Met(text, before.strip(), behind.strip())
    return Met(text, text, "") if _named(text) else None


def _with_office(text: str) -> bool:
    """Whether a text is a name and, behind a comma, an office."""
    before, comma, behind = text.partition(",")
    return bool(comma and _named(before) and office_of(behind.strip())[0])


def office_of(text: str) -> tuple[str, str]:
    """The office with which a text begins, as it is written there, and what stands behind it."""
    parts = text.split()
    for length in range(min(4, len(parts)), 0, -1):
        if fold(" ".join(parts[:length])) in words("office"):
            return " ".join(parts[:length]).rstrip(","), " ".join(parts[length:])
    return "", text


def _spelt(office: str) -> str:
    return _ABBREVIATED.get(fold(office), office)


def _named(text: str) -> bool:
    """Whether a text is written as names of people are: two to four words that begin with capitals."""
    parts = text.split()
    return 2 <= len(parts) <= 4 and all(p[:1].isupper() and _NAME.fullmatch(p) for p in parts)
