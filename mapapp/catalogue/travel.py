"""The order of travel of what was read, and a problem for each thing that the files say against it."""

from collections.abc import Mapping, Sequence

from mapapp.errors import Problem, clipped
from mapapp.order import Conflict, Contradiction, events_in_order, in_order
from mapapp.tour import Event, Leg, Visit

Line = tuple[str, int]  # what problems name as the file, and the line in it
_NAMED = 6  # places that a sentence names


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
    for contradiction in found:
        problems.append(_problem(contradiction, visits, legs, lines))
    ways = sorted(legs.values(), key=lambda leg: (rank[leg.start], rank[leg.end]))
    return ordered, events_in_order(events, ordered), tuple(ways)


def _problem(
    found: Contradiction, visits: Mapping[str, Visit], legs: Mapping[Line, Leg], lines: Mapping[str, Line]
) -> Problem:
    titles = [clipped(visits[id_].at.toponym) for id_ in found.visits]
    if found.conflict == Conflict.CLOCKS_AND_LINES:
        sentence = (
            f"by the clocks the order of travel is {_listed(titles)}, which is not that of the lines; "
            "the clocks are followed, correct the times or put the lines in that order"
        )
        return Problem(*lines[found.visits[0]], "", sentence)
    among = {*found.visits}
    line = next(line for line, leg in legs.items() if leg.start in among and leg.end in among)
    if found.conflict == Conflict.LEGS_IN_CIRCLE:
        sentence = f"the legs lead in a circle through {_listed(titles)}; give each stay a line of its own"
        return Problem(*line, "", sentence)
    line = next(line for line, leg in legs.items() if (leg.start, leg.end) == found.visits)
    by = "clocks" if found.conflict == Conflict.LEG_AND_CLOCKS else "dates"
    sentence = (
        f"the leg leads from {titles[0]} to {titles[1]}, which comes first by the {by}; "
        f"the leg is followed, correct it or the {by}"
    )
    return Problem(*line, "to", sentence)


def _listed(titles: list[str]) -> str:
    """The titles between commas; of many, the rest is counted."""
    left = len(titles) - _NAMED
    return ", ".join(titles[:_NAMED]) + (f" and {left} more" if left > 0 else "")
