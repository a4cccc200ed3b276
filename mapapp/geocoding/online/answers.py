"""What online services have answered, "nothing found" included: asked once, remembered, and never lost half-way.

Each answer is committed by itself, so a run that is killed goes on where it stopped. Errors are not answers.
"""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

from mapapp.geocoding.online.sqlite import Store
from mapapp.place import Candidate, Place
from mapapp.position import Position

KEPT_DAYS = 365  # places seldom move, and maps become better over the years
NOTHING_KEPT_DAYS = 30  # what is missing today may be drawn next month
_SCHEMA = """
CREATE TABLE answer(service TEXT NOT NULL, server TEXT NOT NULL, query TEXT NOT NULL, country TEXT NOT NULL,
                    language TEXT NOT NULL, answered REAL NOT NULL, candidates TEXT NOT NULL,
                    PRIMARY KEY(service, server, query, country, language)) WITHOUT ROWID
"""


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


@dataclass(frozen=True, slots=True)
class Answers:
    """The remembered answers in a folder. ``now`` is the time in seconds since 1970."""

    folder: Path
    now: Callable[[], float] = time.time

    def get(self, question: Question) -> Answer | None:
        """The answer, or None where it was never asked or too long ago. Raises GeocodingError."""
        row = self._store.run(
            lambda db: db.execute(
                "SELECT answered, candidates FROM answer WHERE service = ? AND server = ? AND query = ? AND country = ?"
                " AND language = ?",
                question,
            ).fetchone()
        )
        if row is None:
            return None
        try:
            answer = Answer(tuple(map(_candidate, json.loads(row[1]))), row[0])
        except (ValueError, TypeError, KeyError):  # somebody has edited it by hand
            return None
        days = KEPT_DAYS if answer.candidates else NOTHING_KEPT_DAYS
        return answer if answer.answered > self.now() - days * 86_400 else None

    def put(self, question: Question, candidates: Sequence[Candidate]) -> Answer:
        """Remember an answer at once. Raises GeocodingError."""
        answer = Answer(tuple(candidates), self.now())
        text = json.dumps([_plain(c) for c in candidates], ensure_ascii=False)
        self._store.run(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?, ?, ?)", (*question, answer.answered, text)
            )
        )
        return answer

    @property
    def _store(self) -> Store:
        return Store(self.folder / "answers.sqlite", _SCHEMA, 1)


def _plain(candidate: Candidate) -> dict[str, Any]:
    """What a service says; weights, confidence and distances come anew with each choice."""
    fields = ("says", "matched", "language", "match")
    return {"place": asdict(candidate.place)} | {field: getattr(candidate, field) for field in fields}


def _candidate(plain: dict[str, Any]) -> Candidate:
    place = dict(plain["place"])
    place["position"] = Position(*place["position"])
    return Candidate(**{**plain, "place": Place(**place)})
