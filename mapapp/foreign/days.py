"""Rows whose place is not known, or not stated: the town in which the row says somebody arrives, or that of the day.

In doubt, unless the row says that somebody arrives in a town of which there is one: whoever wrote the table knew where
the day was spent, and nobody else does.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mapapp.errors import clipped
from mapapp.foreign.answers import NOWHERE
from mapapp.foreign.phrases import is_name, led_to, moved
from mapapp.foreign.placing import Placed, Spot
from mapapp.foreign.records import Role
from mapapp.foreign.rows import Entry, Judged
from mapapp.foreign.venues import DOUBT, FACET, SURE, by_name, doubtful, in_town, is_lost, is_venue, land_of
from mapapp.message import Message, tr
from mapapp.place import Ambiguous, Candidate, Found, Resolve, Toponym, Unknown
from mapapp.tour import Located

_TELLING = (Role.TITLE, Role.NOTES, Role.PEOPLE)


def placed_by_day(
    made: Sequence[Entry],
    rows: Sequence[list[Placed]],
    by_role: Mapping[Role, list[int]],
    judged: Judged,
    resolve: Resolve,
) -> list[list[Placed]]:
    """The places of the rows, with one for each that has none, where its own words or its day tell it."""
    land = land_of(placed.spot.text for row in rows for placed in row)
    result = [[in_town(by_name(p, land, resolve) if is_lost(p) else p, resolve) for p in row] for row in rows]
    gaps = [_is_gap(entry, by_role, judged) for entry in made]
    for number, entry in enumerate(made):
        row = result[number]
        if _is_open(row, gap=gaps[number]) or by_role.get(Role.PLACE, [-1])[0] in entry.line.carried:
            onward = number > 0 and _day(made[number - 1]) == _day(entry) and bool(row and row[0].at)
            result[number] = [_by_words(entry, row, by_role, resolve, onward=onward)]
    for order in (range(len(result)), range(len(result) - 1, -1, -1)):
        last = -1
        for number in order:
            entry, row = made[number], result[number]
            if last >= 0 and _is_open(row, gap=gaps[number]) and _alike(made[last], entry, result[last][-1], row):
                result[number] = [_beside(_blank(entry, row), result[last][-1])]
            elif row and row[-1].at and row[-1].facet in ("", "city or region", FACET):
                last = number
    return [[placed for placed in row if placed.at or placed.spot.text] for row in result]


def _is_gap(entry: Entry, by_role: Mapping[Role, list[int]], judged: Judged) -> bool:
    """Whether a row is of the tour and leaves a column of places empty, and nobody said that there is no such place."""
    column = by_role.get(Role.PLACE, [-1])[0]
    if column < 0 or not entry.tour or entry.when is None:
        return False
    said = judged.about(entry.line.key, column, entry.line.said(column))
    return said is None or said.judgment != NOWHERE


def _is_open(row: Sequence[Placed], *, gap: bool) -> bool:
    """Whether a row has no place, or a venue that is in no list."""
    if len(row) != 1:
        return gap and not row
    return is_lost(row[0]) and is_venue(row[0].spot.text) if row[0].spot.text else row[0].at is None


def _blank(entry: Entry, row: Sequence[Placed]) -> Placed:
    return row[0] if row else Placed(Spot("", when=entry.when), None)


def _by_words(
    entry: Entry, row: Sequence[Placed], by_role: Mapping[Role, list[int]], resolve: Resolve, *, onward: bool
) -> Placed:
    """With the town in which the row says that somebody arrives, or that he leaves.

    ``onward``: it has the place of the row before it on the same day, where a journey to another town departs.
    """
    placed, known = _blank(entry, row), is_name(resolve)
    for text in (entry.line.text(index) for role in _TELLING for index in by_role.get(role, ())):
        kind, name = moved(text, known)
        if kind == "going" and onward:
            continue
        name = name or led_to(text, known)
        answer = resolve(Toponym(name, placed.country, entry.when)) if name else None
        one = isinstance(answer, Found) or (isinstance(answer, Ambiguous) and not answer.several)
        best = answer.candidates[0] if answer and one and not isinstance(answer, Unknown) else None
        if best and best.place.feature_class == "P" and best.match in ("title", "name") and best.confidence >= DOUBT:
            if best.confidence >= SURE and kind in ("arriving", "going"):
                at = Located(best.place, best.place.title, best.confidence, (best,))
                return replace(placed, at=at, facet="", doubt="", candidates=(best,))
            return doubtful(placed, best, tr("The row says no more of its place than “{text}”.", text=clipped(text)))
    return placed


def _alike(one: Entry, other: Entry, known: Placed, row: Sequence[Placed]) -> bool:
    """Whether two rows tell of one day of one traveller, and of no two countries."""
    days = [_day(entry) for entry in (one, other)]
    lands = {placed.spot.country for placed in (known, *row)}
    return days[0] is not None and days[0] == days[1] and one.travellers == other.travellers and len(lands) == 1


def _day(entry: Entry) -> dt.date | None:
    """The day on which a row begins, as far as it is known."""
    return entry.when.start.first_day if entry.when and entry.when.start.day else None


def _beside(placed: Placed, other: Placed) -> Placed:
    """With the place of the row beside it on the same day."""
    at = other.at
    assert at is not None
    best = next((c for c in at.candidates if c.place.id == at.place.id), None)
    return doubtful(placed, best or Candidate(at.place, "file", at.toponym), _said(placed))


def _said(placed: Placed) -> Message:
    if not placed.spot.text:
        return tr("The row names no place; the row beside it is of the same day.")
    return tr("No list has “{name}”; the row beside it is of the same day.", name=clipped(placed.spot.text))
