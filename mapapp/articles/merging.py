"""Statements that tell of one meeting or event as one."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.articles.records import Kind
from mapapp.articles.statements import Statement
from mapapp.articles.tokens import Sort
from mapapp.folding import fold
from mapapp.tour import Status
from mapapp.when import When


def merged(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, those that tell of one meeting or event as one."""
    found: list[Statement] = []
    for statement in statements:
        same = next((other for other in found if _same(other, statement)), None)
        if same is None:
            found.append(replace(statement))
        else:
            _join(same, statement)
    return found


def _same(one: Statement, other: Statement) -> bool:
    if one.kind != other.kind or (one.when and other.when and not overlap(one.when, other.when)):
        return False
    if one.kind == Kind.CONFERENCE:
        return _same_event(one, other)
    if one.kind != Kind.MEETING or not set(one.travellers) & set(other.travellers):
        return False
    met = {p for p, _ in one.others} & {p for p, _ in other.others}
    places = one.place is None or other.place is None or spot_key(one) == spot_key(other)
    return bool(met) and places


def _same_event(one: Statement, other: Statement) -> bool:
    heads = [s.event.lemma if s.event else "" for s in (one, other)]
    if heads[0] != heads[1] or (
        one.travellers and other.travellers and not set(one.travellers) & set(other.travellers)
    ):
        return False
    return one.place is None or other.place is None or spot_key(one) == spot_key(other)


def _join(one: Statement, other: Statement) -> None:
    """Add to a statement what another one says of the same."""
    one.sources += (other.quote,)
    one.faint = one.faint and other.faint
    if {one.status, other.status} == {Status.HELD, Status.ANNOUNCED} and (one.when or other.when):
        one.status = one.status if one.when else other.status
    one.travellers = one.travellers or other.travellers
    one.subject = one.subject or other.subject
    known = {p for p, _ in one.others}
    one.others += tuple((p, q) for p, q in other.others if p not in known)
    if one.place is None:
        one.place, one.country = other.place, other.country
    if one.when is None and other.when is not None:
        one.when, one.date, one.doubt = other.when, other.date, other.doubt
        one.sources, one.quote = (one.quote, *one.sources), other.quote
    if one.event and other.event and len(other.event.text) > len(one.event.text):
        one.event = other.event
    if other.status in (Status.CANCELLED, Status.POSTPONED):
        one.status = other.status


def spot_key(statement: Statement) -> str:
    """What tells its place from others: of a town its id, else the name, else the country."""
    spot = statement.place.spot if statement.place else None
    if spot is None:
        return statement.country
    return (
        spot.place.id
        if spot.place
        else fold(spot.toponym)
        if statement.place and statement.place.sort == Sort.PLACE
        else spot.country
    )


def overlap(one: When, other: When) -> bool:
    """Whether two times have a day in common."""
    (a, b), (c, d) = one.reach, other.reach
    return a <= d and c <= b


def is_exacter(one: When, other: When) -> bool:
    """Whether a time lies within one that is told only roughly: the day within "early August"."""
    (a, b), (c, d) = one.reach, other.reach
    return other.start.uncertain and not one.start.uncertain and c <= a and b <= d
