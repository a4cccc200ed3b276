"""What is remembered from one reading of a table to the next: the resolver's answers, and what stays as it was."""

from collections.abc import Callable
from typing import TypeVar

from mapapp.place import Resolution, Resolve, Toponym

T = TypeVar("T")


class Asked:
    """Asks a resolver for each name once a year: names and countries come and go by years, not by days."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._answers: dict[object, Resolution] = {}
        self._made: dict[str, tuple[tuple[object, ...], object]] = {}

    def __call__(self, toponym: Toponym) -> Resolution:
        """The answer. Raises what the resolver raises."""
        years = tuple(day.year for day in toponym.when.reach) if toponym.when else None
        key = (toponym.text, toponym.country, years, toponym.near)
        answer = self._answers.get(key)
        if answer is None:
            answer = self._answers[key] = self._resolve(toponym)
        return answer

    def once(self, what: str, depends: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made last under this name, if it depended on the same things; otherwise it is made anew."""
        held = self._made.get(what)
        if held is None or not _same(held[0], depends):
            held = self._made[what] = (depends, make())
        made: T = held[1]  # type: ignore[assignment]  # of the same name and making
        return made


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return all(a is b or a == b for a, b in zip(before, now, strict=True))
