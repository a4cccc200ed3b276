"""Venues that no list has: the town that their name tells, or where the rest of the day is spent. Always in doubt."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mapapp.errors import clipped
from mapapp.folding import fold
from mapapp.foreign.placing import Placed, Spot
from mapapp.foreign.vocabulary import words
from mapapp.place import Candidate, Found, Resolve, Toponym
from mapapp.tour import Located

FACET = "venue"
DOUBT = 0.6  # confidence in the town of a venue that only its name or the day tells
_BEHIND = re.compile(r"(?:\b(?:de|do|da|del|di|of|in|at|von|à|em|en|в|г\.)\s+|[,–—-]\s+)(?=(.+))", re.IGNORECASE)
HEARD_OF = 100_000  # people
_ENOUGH = 3  # letters of a name


def is_venue(text: str) -> bool:
    """Whether a cell tells of a building or a site."""
    folded = fold(text).split()
    pairs = (" ".join(folded[i : i + 2]) for i in range(len(folded)))
    return not words("venue").isdisjoint([*folded, *pairs])


def placed_by_day(rows: Sequence[list[Placed]], resolve: Resolve) -> list[list[Placed]]:
    """The rows with a town for each venue that is in no list, where its own name or its day tells one."""
    result = [[_by_name(p, resolve) if _lost(p) else p for p in row] for row in rows]
    for order in (range(len(result)), range(len(result) - 1, -1, -1)):
        last: Placed | None = None
        for number in order:
            row = result[number]
            if (
                len(row) == 1
                and _lost(row[0])
                and is_venue(row[0].spot.text)
                and last
                and _one_day(last.spot, row[0].spot)
            ):
                row[0] = _beside(row[0], last)
            elif row and row[0].at and row[0].facet in ("", "city or region", FACET):
                last = row[0]
    return result


def _lost(placed: Placed) -> bool:
    """Whether nothing but its country, if that, is known of a place."""
    return placed.facet in ("unknown", "misspelt") and (placed.at is None or placed.at.place.is_country)


def _one_day(one: Spot, other: Spot) -> bool:
    days = [spot.when.start.first_day if spot.when and spot.when.start.day else None for spot in (one, other)]
    return days[0] is not None and days[0] == days[1] and one.country == other.country


def _by_name(placed: Placed, resolve: Resolve) -> Placed:
    """With the town that the name of a venue ends with: "Base Aérea de Brasília"."""
    text = placed.spot.text
    if not is_venue(text):
        return placed
    for match in _BEHIND.finditer(text):
        answer = resolve(Toponym(match[1], placed.country)) if len(match[1]) > _ENOUGH else None
        best = answer.candidates[0] if isinstance(answer, Found) else None
        if best and _is_known_town(best):
            said = f"No list has “{clipped(text)}”; this is the town that its name tells."
            return _with(placed, best, said)
    return placed


def _is_known_town(candidate: Candidate) -> bool:
    """Whether a venue may be called after it: Brasília, but not the village after whose people an airport is named."""
    place, sure = candidate.place, candidate.match in ("title", "name") and candidate.confidence >= DOUBT
    return sure and place.feature_class == "P" and (place.kind == "capital" or place.population >= HEARD_OF)


def _beside(placed: Placed, other: Placed) -> Placed:
    """With the place of the row beside it on the same day."""
    at = other.at
    assert at is not None
    said = f"No list has “{clipped(placed.spot.text)}”; the row beside it is of the same day."
    best = next((c for c in at.candidates if c.place.id == at.place.id), None)
    return _with(placed, best or Candidate(at.place, "file", at.toponym), said)


def _with(placed: Placed, best: Candidate, said: str) -> Placed:
    at = Located(best.place, placed.spot.text, DOUBT, (best,))
    return replace(placed, at=at, facet=FACET, doubt=said, candidates=(best, *placed.candidates))
