"""Words by which tables say how far something has come: to be confirmed, cancelled, held."""

import re
from functools import cache

from mapapp.folding import fold
from mapapp.foreign.struck import PARTLY
from mapapp.foreign.vocabulary import words
from mapapp.tour import DAY_PARTS, Status

_PARTS = re.compile(r"[,;/()\[\].!:]+|\s[-–—]\s|\n")
_QUESTION_MARKS = re.compile(r"\?{2,}")
_OFF = (Status.POSTPONED, Status.CANCELLED)
_FURTHER = """
    to until till due because by for from на до из по auf bis wegen au a hasta para por pour jusqu ate devido
"""
_LEADS_ON = frozenset(_FURTHER.split())  # behind "postponed" they tell more of it: no other thing was cancelled
_WORDS_OF_ONE = 3
_SHORT, _LONG = 40, 400  # characters of a word for a status; of a text in which one is looked for


@cache
def _known() -> dict[str, Status]:
    return {word: status for status in Status for word in words(status.value)}


def status_of(text: str) -> Status | None:
    """The status that a cell is nothing but a word for, None where it says more or something else."""
    if _QUESTION_MARKS.fullmatch(text.strip()):
        return Status.ANNOUNCED
    return _known().get(fold(text)) if 1 < len(text) < _SHORT else None


def answered(heading: str, cell: str) -> Status | None:
    """The status that yes or no tells under a heading such as "Confirmed?", None for anything else."""
    if fold(heading) not in words("confirmed question"):
        return None
    folded = fold(cell) or cell.strip()
    return Status.CONFIRMED if folded in words("yes") else Status.ANNOUNCED if folded in words("no") else None


def status_in(text: str) -> tuple[Status, str] | None:
    """A status that a part of a text between commas, brackets and the like tells, and that part; None for none."""
    if text == PARTLY:
        return Status.CANCELLED, text
    if len(text) > _LONG:
        return None
    for part in _PARTS.split(text):
        if found := status_of(part.strip()):
            return found, part.strip()
        words = part.split()
        for count in range(1, min(_WORDS_OF_ONE, len(words) - 1) + 1):
            begun = status_of(" ".join(words[:count]))
            if begun in _OFF and fold(words[count]) in _LEADS_ON:
                return begun, " ".join(words[:count])
    return None


def day_part(text: str) -> str:
    """The part of the day that a cell names ("morning"), "" where it names none."""
    folded = fold(text)
    return next((part for part in DAY_PARTS if folded in words(part)), "")
