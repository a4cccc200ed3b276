"""What is on record about an event, question by question, and whether sources differ about it."""

import datetime as dt
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from mapapp.tour import Claim
from mapapp.when import When


@dataclass(frozen=True, slots=True)
class Account:
    """The claims about one field of an event, in their order."""

    field: str
    claims: tuple[Claim, ...]

    @property
    def differ(self) -> bool:
        """Whether two statements exclude each other.

        Of two dates one may lie within the other: a year and its days, a meeting of two days and its plenary. What was
        said before it was changed contradicts nobody, nor does a source that leaves the question open.
        """
        said = [claim for claim in self.claims if claim.kind == "statement"]
        dates = [claim.when for claim in said if claim.when]
        if len(dates) == len(said):
            return not _nested(dates)
        return len({_answer(claim) for claim in said}) > 1

    @property
    def answers(self) -> int:
        """How many different statements there are."""
        return len({_answer(claim) for claim in self.claims if claim.kind == "statement"})


def accounts(claims: Iterable[Claim]) -> tuple[Account, ...]:
    """The claims by field, in their order; fields on which there is only one answer have nothing to tell."""
    by_field: dict[str, list[Claim]] = {}
    for claim in claims:
        by_field.setdefault(claim.field, []).append(claim)
    return tuple(
        Account(field, tuple(group))
        for field, group in by_field.items()
        if len({(_answer(claim), claim.kind) for claim in group}) > 1
    )


def _answer(claim: Claim) -> str:
    """What the claim comes to: two names of one place are one answer."""
    return claim.at.place.id if claim.at else str(claim.when or claim.value)


def _nested(dates: Iterable[When]) -> bool:
    """Whether each date lies within the next coarser one."""
    spans = sorted(map(_span, dates), key=lambda span: (span[0], dt.datetime.max - span[1]))
    return all(inner[1] <= outer[1] for outer, inner in itertools.pairwise(spans))


def _span(date: When) -> tuple[dt.datetime, dt.datetime]:
    """The first and last instant that it may mean."""
    if not date.about:
        return date.start.begins, (date.end or date.start).ends
    first, last = date.reach
    return dt.datetime.combine(first, dt.time.min), dt.datetime.combine(last, dt.time.max)
