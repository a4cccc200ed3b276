"""Two lists to one, where some members of one have to stand behind some of the other."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def merged(fixed: Sequence[T], others: Sequence[T], after: Sequence[int]) -> list[T]:
    """Both, each in its own order: each of the others behind so many of the fixed ones, or more."""
    result: list[T] = []
    taken = 0
    for item, count in zip(others, after, strict=True):
        result += fixed[taken : max(taken, count)]
        taken = max(taken, count)
        result.append(item)
    return [*result, *fixed[taken:]]
