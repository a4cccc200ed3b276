"""The order of travel of what was read, and a problem for each thing that the files say against it."""

from collections.abc import Mapping, Sequence

from mapapp.errors import Problem, clipped
from mapapp.message import pattern, series, tr
from mapapp.order.events import events_in_order
from mapapp.order.visits import Conflict, Contradiction, in_order
from mapapp.tour import Event, Leg, Visit

Line = tuple[str, int]  # what problems name as the file, and the line in it
_NAMED = 6  # places that a sentence names
_AGAINST_CLOCKS = pattern(
    "the leg leads from {titles} to {titles2}, which comes first by the clocks; the leg is followed, "
    "correct it or the clocks"
)
_AGAINST_DATES = pattern(
    "the leg leads from {titles} to {titles2}, which comes first by the dates; the leg is followed, "
    "correct it or the dates"
)


def travelled(
    visits: Mapping[str, Visit],
    events: Sequence[Event],
    legs: Mapping[Line, Leg],
    lines: Mapping[str, Line],
    problems: list[Problem],
) -> tuple[tuple[Visit, ...], tuple[Event, ...], tuple[Leg, ...]]:
    """Visits, events and legs, given as they stand in the files, in the order of travel.

    ``lines`` tell where each visit stands. What contradicts the order is added to ``problems``.
    """
    ordered, found = in_order(tuple(visits.values()), events, tuple(legs.values()))
    rank = {visit.id: number for number, visit in enumerate(ordered)}
    stated = _Legs(legs)
    for contradiction in found:
        problems.append(_problem(contradiction, visits, stated, lines))
    ways = sorted(legs.values(), key=lambda leg: (rank[leg.start], rank[leg.end]))
    return ordered, events_in_order(events, ordered), tuple(ways)


class _Legs:
    """The lines of the legs, found by what they lead from and to."""

    def __init__(self, legs: Mapping[Line, Leg]) -> None:
        self._from: dict[str, list[tuple[int, str, Line]]] = {}
        self._lines: dict[tuple[str, str], Line] = {}
        for number, (line, leg) in enumerate(legs.items()):
            self._from.setdefault(leg.start, []).append((number, leg.end, line))
            self._lines.setdefault((leg.start, leg.end), line)

    def between(self, start: str, end: str) -> Line:
        """The line of the first leg from one visit to the other."""
        return self._lines[start, end]

    def among(self, visits: Sequence[str]) -> Line:
        """The line of the first leg that leads from one of the visits to another."""
        ends = {*visits}
        return min((n, line) for id_ in visits for n, end, line in self._from.get(id_, ()) if end in ends)[1]


def _problem(found: Contradiction, visits: Mapping[str, Visit], legs: _Legs, lines: Mapping[str, Line]) -> Problem:
    titles = [clipped(visits[id_].at.toponym) for id_ in found.visits[:_NAMED]]
    left = len(found.visits) - len(titles)
    if found.conflict == Conflict.CLOCKS_AND_LINES:
        sentence = tr(
            "by the clocks the order of travel is {titles}, which is not that of the lines; the clocks are "
            "followed, correct the times or put the lines in that order",
            titles=_listed(titles, left),
        )
        return Problem(*lines[found.visits[0]], "", sentence)
    if found.conflict == Conflict.LEGS_IN_CIRCLE:
        sentence = tr(
            "the legs lead in a circle through {titles}; give each stay a line of its own", titles=_listed(titles, left)
        )
        return Problem(*legs.among(found.visits), "", sentence)
    start, end = found.visits
    against = _AGAINST_CLOCKS if found.conflict == Conflict.LEG_AND_CLOCKS else _AGAINST_DATES
    return Problem(*legs.between(start, end), "to", tr(against, titles=titles[0], titles2=titles[1]))


def _listed(titles: list[str], left: int) -> str:
    """The titles between commas; the rest is counted."""
    named = series(titles)
    return tr("{named} and {left} more", named=named, left=left) if left > 0 else named
