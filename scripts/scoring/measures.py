"""How well the offline resolver does on gold rows and gold documents: answers, errors in km, and the usual measures."""

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from mapapp.geocoding.resolver import OfflineResolver
from mapapp.geocoding.texts.documents import DocumentReader
from mapapp.geocoding.texts.mentions import Mention
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolution, Toponym
from mapapp.position import Position, distance_km
from scoring.gold import GoldDocument, GoldMention, GoldRow

NEAR_KM, REGION_KM = 25, 161  # 161 km are the 100 miles of the published corpora
FARTHEST_KM = 20039  # half the equator; the error that the measure counts for no answer
SUREST = 0.7
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """What became of a gold row: "found", "ambiguous" or "unknown", with the chosen place and its error in km."""

    row: GoldRow
    outcome: str
    place: Place | None
    confidence: float
    error_km: float | None
    wrong_country: bool
    others: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class MentionAnswer:
    """What became of a name in a text; ``error_km`` is None where there was no answer."""

    document: str
    mention: GoldMention
    candidate: Candidate | None
    error_km: float | None

    @property
    def confidence(self) -> float:
        """Of the answer; 0 where there was none."""
        return self.candidate.confidence if self.candidate else 0.0


@dataclass(frozen=True)
class RowScore:
    """The measures of a file of rows. A row without a position asks for no place: it counts in ``traps`` alone."""

    answers: tuple[RowAnswer, ...]
    seconds: float

    @cached_property
    def asked(self) -> list[RowAnswer]:
        """The answers to rows that have a position."""
        return [a for a in self.answers if a.row.position]

    @cached_property
    def traps(self) -> list[RowAnswer]:
        """The answers to rows whose right answer is no place."""
        return [a for a in self.answers if not a.row.position]

    def of(self, outcome: str) -> list[RowAnswer]:
        """The answers with this outcome."""
        return [a for a in self.asked if a.outcome == outcome]

    @cached_property
    def errors(self) -> list[float]:
        """Of all found places, in km."""
        return [a.error_km for a in self.asked if a.error_km is not None]

    @property
    def wrong_country(self) -> list[RowAnswer]:
        """Found in another country than the one that the row states."""
        return [a for a in self.answers if a.wrong_country]

    @property
    def stated(self) -> int:
        """Rows that state a country."""
        return sum(bool(a.row.country) for a in self.answers)

    @property
    def rate(self) -> float:
        """Rows resolved in a second."""
        return len(self.answers) / self.seconds if self.seconds else 0.0


@dataclass(frozen=True)
class DocumentScore:
    """The measures of a file of documents."""

    answers: tuple[MentionAnswer, ...]
    documents: int
    seconds: float

    @cached_property
    def errors(self) -> list[float]:
        """Of all names, in km; the farthest possible for those without an answer."""
        return [FARTHEST_KM - 1.0 if a.error_km is None else a.error_km for a in self.answers]

    @property
    def answered(self) -> int:
        """Names with an answer."""
        return sum(a.error_km is not None for a in self.answers)

    @property
    def surest(self) -> list[float]:
        """The errors of the 70 of 100 names whose answers are surest."""
        pairs = sorted(zip(self.answers, self.errors, strict=True), key=lambda pair: -pair[0].confidence)
        return [error for _, error in pairs[: max(1, round(SUREST * len(pairs)))]] if pairs else []

    @property
    def rate(self) -> float:
        """Names resolved in a second."""
        return len(self.answers) / self.seconds if self.seconds else 0.0


def share(errors: Sequence[float], km: float, of: int | None = None) -> float:
    """The share of errors of at most so many km, of ``of`` (default: of them all); 0 of none."""
    total = len(errors) if of is None else of
    return sum(e <= km for e in errors) / total if total else 0.0


def median(errors: Sequence[float]) -> float:
    """The middle one; not a number where there is none."""
    return statistics.median(errors) if errors else math.nan


def auc(errors: Sequence[float]) -> float:
    """The area under the curve of sorted ln(error + 1) / ln(20039), 0 to 1, the less the better.

    The measure of Jurgens et al. (2015) as Gritta et al. (2018) compute it: trapezoids over the ranks.
    """
    curve = sorted(math.log1p(min(e, FARTHEST_KM - 1)) / math.log(FARTHEST_KM) for e in errors)
    if len(curve) < 2:
        return curve[0] if curve else math.nan
    return sum((a + b) / 2 for a, b in pairwise(curve)) / (len(curve) - 1)


def score_rows(rows: Sequence[GoldRow], resolver: OfflineResolver) -> RowScore:
    """Resolve each row by itself. Raises GeocodingError where the index cannot be had."""
    toponyms = [resolver.toponym(row.name, row.country) for row in rows]
    resolver(Toponym("Almaty"))  # open the index before the clock runs
    resolutions, seconds = _timed(lambda: [resolver(toponym) for toponym in toponyms])
    return RowScore(tuple(_answer(row, r, resolver) for row, r in zip(rows, resolutions, strict=True)), seconds)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def _answer(row: GoldRow, resolution: Resolution, resolver: OfflineResolver) -> RowAnswer:
    if not isinstance(resolution, Found):
        ambiguous = isinstance(resolution, Ambiguous)
        others = resolution.candidates if isinstance(resolution, Ambiguous) else resolution.near_misses
        return RowAnswer(row, "ambiguous" if ambiguous else "unknown", None, 0.0, None, False, others)
    place = resolution.place
    allowed = resolver.countries_of(row.country)
    error = distance_km(place.position, row.position) if row.position else None
    wrong = bool(allowed and place.country and place.country not in allowed)
    return RowAnswer(row, "found", place, resolution.confidence, error, wrong, resolution.candidates)


def score_documents(documents: Sequence[GoldDocument], resolver: OfflineResolver) -> DocumentScore:
    """Resolve the names of each document together. Raises GeocodingError where the index cannot be had."""
    reader = DocumentReader(resolver)
    resolver(Toponym("Almaty"))
    answers, seconds = _timed(lambda: [a for document in documents for a in _document(document, reader)])
    return DocumentScore(tuple(answers), len(documents), seconds)


def _document(document: GoldDocument, reader: DocumentReader) -> list[MentionAnswer]:
    mentions = [Mention(m.start, m.end, m.name) for m in document.mentions]
    read = reader(document.text, mentions, document.home)
    best = [candidates[0] if candidates else None for candidates in read]
    return [
        MentionAnswer(document.id, m, c, _error(c, m.position)) for m, c in zip(document.mentions, best, strict=True)
    ]


def _error(candidate: Candidate | None, position: Position) -> float | None:
    return distance_km(candidate.place.position, position) if candidate else None
