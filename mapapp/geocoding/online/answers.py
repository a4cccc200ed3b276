"""What online services have answered, "nothing found" included: asked once and remembered.

`Answers` is what a memory of them can do; where it lies is its own affair. Errors are not answers.
"""

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple, Protocol

from mapapp.place import Candidate, Place
from mapapp.position import Position

KEPT_DAYS = 365  # places seldom move, and maps become better over the years
NOTHING_KEPT_DAYS = 30  # what is missing today may be drawn next month


class Question(NamedTuple):
    """What is asked of whom. ``country`` holds ISO 3166-1 alpha-2 codes with commas between, or ""."""

    service: str
    server: str
    query: str
    country: str
    language: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answered, empty where it found nothing, and when, in seconds since 1970."""

    candidates: tuple[Candidate, ...]
    answered: float

    @property
    def date(self) -> str:
        """The day of the answer as YYYY-MM-DD, in the time of this machine."""
        return time.strftime("%Y-%m-%d", time.localtime(self.answered))

    def holds(self, now: float) -> bool:
        """Whether it may still be given at a time in seconds since 1970."""
        return self.answered > now - (KEPT_DAYS if self.candidates else NOTHING_KEPT_DAYS) * 86_400


class Answers(Protocol):
    """A memory of answers. Both verbs raise GeocodingError where it cannot be had."""

    def get(self, question: Question) -> Answer | None:
        """The answer, or None where it was never asked or too long ago."""

    def put(self, question: Question, candidates: Sequence[Candidate]) -> Answer:
        """Remember an answer at once, so that a run that is killed goes on where it stopped."""


def written(candidates: Sequence[Candidate]) -> str:
    """What a service says, as text to keep; weights, confidence and distances come anew with each choice."""
    return json.dumps([_plain(candidate) for candidate in candidates], ensure_ascii=False)


def read_back(text: str, answered: float) -> Answer | None:
    """The answer that was `written`; None where somebody has edited the text by hand."""
    try:
        return Answer(tuple(map(_candidate, json.loads(text))), answered)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _plain(candidate: Candidate) -> dict[str, Any]:
    fields = ("says", "matched", "language", "match")
    return {"place": asdict(candidate.place)} | {field: getattr(candidate, field) for field in fields}


def _candidate(plain: dict[str, Any]) -> Candidate:
    place = dict(plain["place"])
    place["position"] = Position(*place["position"])
    return Candidate(**{**plain, "place": Place(**place)})
