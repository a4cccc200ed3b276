"""The answers to some names, as cells: what a process of this machine or of a cluster does. It needs no table."""

from collections.abc import Sequence
from typing import NamedTuple

from mapapp.geocoding.stated import resolved, stated
from mapapp.message import tr
from mapapp.place import Ambiguous, Found, Resolution, Unknown

MOST_CANDIDATES = 5  # that a cell names
COLUMNS = (
    "place_answer",
    "place_id",
    "place_title",
    "place_country",
    "place_latitude",
    "place_longitude",
    "place_confidence",
    "place_candidates",
    "place_reasons",
)
NUMBERS = {"place_latitude", "place_longitude", "place_confidence"}
Cells = tuple[str | float | None, ...]


class Name(NamedTuple):
    """A name with the country and the date that its row states, each "" where it states none."""

    text: str
    country: str = ""
    date: str = ""


def answered(names: Sequence[Name]) -> list[Cells]:
    """The cells of `COLUMNS` for each name. ``place_answer`` is "found", "in doubt", "ambiguous" or "unknown"."""
    return [_cells(Name(*name)) for name in names]


def _cells(name: Name) -> Cells:
    row = stated(name.text, name.country, name.date)
    answer, sure = resolved(row)
    unread = "" if row.legible else tr("the date '{date}' cannot be read", date=name.date)
    if not isinstance(answer, Found):
        word = "ambiguous" if isinstance(answer, Ambiguous) else "unknown"
        return (word, None, None, None, None, None, None, _listed(answer), unread or None)
    place, (first, *_) = answer.place, answer.candidates
    reasons = "; ".join(filter(None, (unread, *first.reasons)))
    return (
        "found" if sure else tr("in doubt"),
        place.id,
        place.title,
        place.country or None,
        place.position.latitude,
        place.position.longitude,
        round(answer.confidence, 4),
        None if sure else _listed(answer),
        reasons or None,
    )


def _listed(answer: Resolution) -> str | None:
    """The ids of the candidates, the surest first; None where there is none."""
    every = answer.near_misses if isinstance(answer, Unknown) else answer.candidates
    return ";".join(candidate.place.id for candidate in every[:MOST_CANDIDATES]) or None
