"""A column of countries that holds states: "VA" beside Arlington is Virginia, not Vatican City."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from mapapp import country
from mapapp.errors import clipped
from mapapp.message import tr
from mapapp.place import Resolve, Toponym, Unknown, pinned
from mapapp.tables.rows import Row

NONE_STATED: Mapping[str, tuple[str, str]] = MappingProxyType({})
_ENOUGH = 2  # rows that only make sense in a state; one alone may be a slip, and is asked
_FEW = 4  # times as many as those that only make sense in the country of the code


def as_states(rows: Sequence[Row], column: str, resolve: Resolve) -> Mapping[str, tuple[str, str]]:
    """The codes of the column "country" that are states, each with its country and name; empty where they are none.

    A column is one of states where at least two of its rows are known there and not in the countries of these codes,
    and hardly any the other way round. It is said once; a single row that is known in the state alone is asked for.
    """
    coded = [row for row in rows if country.states(row.text("country")) and _by_name(row, column)]
    against = [row for row in coded if _in_country(row, column, resolve)]
    votes = [
        (land, row) for row in coded if row not in against
        for land in country.states(row.text("country")) if _known(row, column, land, resolve)
    ]  # fmt: skip
    if len(votes) < max(_ENOUGH, _FEW * len(against)):
        for land, row in votes:
            _ask(row, column, land)
        return NONE_STATED
    _say(votes[0][1], column, votes[0][0])
    lands = Counter(land for land, _ in votes).most_common()
    stated: dict[str, tuple[str, str]] = {}
    for code in {row.text("country") for row in coded}:
        own = [land for land, row in votes if row.text("country") == code] or [land for land, _ in lands]
        states = country.states(code)
        if land := next((land for land in own if land in states), ""):
            stated[code] = (land, states[land])
    return stated


def _by_name(row: Row, column: str) -> bool:
    """Whether the place is known by its name alone: neither an id nor a position says which it is."""
    name, id_ = pinned(row.text(column))
    return bool(name) and not id_ and not row.any(("latitude", "longitude", "place_id"))


def _in_country(row: Row, column: str, resolve: Resolve) -> bool:
    """Whether the code is one of a country, and the name of the row is known there."""
    code, name = row.text("country"), pinned(row.text(column))[0]
    return bool(country.today(code)) and not isinstance(resolve(Toponym(name, code)), Unknown)


def _known(row: Row, column: str, land: str, resolve: Resolve) -> bool:
    """Whether the name of the row is known in the state of this country that has the code."""
    state = country.states(row.text("country"))[land]
    return not isinstance(resolve(Toponym(f"{pinned(row.text(column))[0]}, {state}", land)), Unknown)


def _ask(row: Row, column: str, land: str) -> None:
    """Ask what a single code stands for; one that is of no country is read as a container, and said elsewhere."""
    code, name = row.text("country"), clipped(pinned(row.text(column))[0])
    if not country.today(code):
        return
    state, other = country.states(code)[land], country.name_in_sentence(land)
    said = tr(
        "'{code}' is {name_in_sentence}, where no '{name}' is known; if it stands for {state} in {other}",
        code=str(code),
        name_in_sentence=country.name_in_sentence(code),
        name=name,
        state=state,
        other=other,
    )
    row.note(
        "country",
        tr(
            "{said}, write {land} here, and '{name}, {state}' as the {column}",
            said=str(said),
            land=land,
            name=name,
            state=state,
            column=column,
        ),
    )


def _say(row: Row, column: str, land: str) -> None:
    code = row.text("country")
    state, other = country.states(code)[land], country.name_in_sentence(land)
    said = tr(
        "the codes of this column are read as states of {other}, '{code}' as {state}",
        other=other,
        code=str(code),
        state=state,
    )
    name = clipped(pinned(row.text(column))[0])
    row.note(
        "country",
        tr(
            "{said}; write {land} in each, and the state behind the name: '{name}, {state}'",
            said=str(said),
            land=land,
            name=name,
            state=state,
        ),
    )
