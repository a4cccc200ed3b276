"""Answers of the offline resolver, remembered: a long table asks for the same places on other days."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Resolution, Toponym, Unknown
from mapapp.position import Position
from mapapp.when import When

MOST = 4096  # answers; one has some kilobytes
_Era = tuple[int, int] | None
_Key = tuple[str, str, _Era, tuple[Position, ...]]


class Remembered:
    """Asks a resolver for what it was not asked before. Calling it is `mapapp.place.Resolve`.

    Days make no difference as long as no name or country began or ended between them. An answer whose reasons quote the
    date of the row is not kept.
    """

    def __init__(self, resolver: OfflineResolver) -> None:
        self.resolver = resolver
        self._answers: dict[_Key, Resolution] = {}

    def __call__(self, toponym: Toponym) -> Resolution:
        """The answer. Raises what the resolver raises."""
        key = (toponym.text, toponym.country, self._era(toponym.when), toponym.near)
        answer = self._answers.get(key)
        if answer is None:
            answer = self.resolver(toponym)
            if not _quotes_the_date(answer):
                if len(self._answers) >= MOST:
                    self._answers = {}  # begun anew rather than emptied: other threads may be reading
                self._answers[key] = answer
        return answer

    def _era(self, when: When | None) -> _Era:
        """What is equal for all dates that no beginning and no end of a name or country tells apart."""
        if when is None:
            return None
        first, last = (day.year for day in when.reach)
        return bisect_left(self._ends, first), bisect_right(self._beginnings, last)

    @cached_property
    def _beginnings(self) -> list[int]:
        return self._years("since")

    @cached_property
    def _ends(self) -> list[int]:
        return self._years("until")

    def _years(self, column: str) -> list[int]:
        return sorted(self.resolver.curated.years(column) | self.resolver.countries.years(column))


def _quotes_the_date(answer: Resolution) -> bool:
    candidates = answer.near_misses if isinstance(answer, Unknown) else answer.candidates
    return any(candidate.right_date is False for candidate in candidates)
