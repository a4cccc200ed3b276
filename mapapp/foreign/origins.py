"""A column of countries beside places that lie in none of them: it tells where people come from, not where they are."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.foreign.lands import code_of
from mapapp.foreign.phrases import bare, is_name
from mapapp.foreign.records import Column, Role
from mapapp.message import tr
from mapapp.place import Found, Resolve, Toponym

_LOOKED = 24  # distinct pairs of place and country
_MOST = 0.6  # share of the places that have to lie elsewhere
_SURE = 0.9  # confidence in a place that only its name tells
_FEWEST = 2


def origins(columns: Sequence[Column], cells: Sequence[Sequence[str]], resolve: Resolve) -> list[Column]:
    """The columns, that of countries as a note where visitors come from them: "10 May, President Duda, Poland, Rome".

    A column of buildings and sites beside it tells the places where no other column does.
    """
    columns = list(columns)
    land = next((c for c in columns if c.role == Role.COUNTRY and not c.goes), None)
    people = any(c.role in (Role.TRAVELLER, Role.PEOPLE) for c in columns)
    place = next((c for c in columns if c.role == Role.PLACE), None)
    place = place or next((c for c in columns if c.role == Role.VENUE), None)
    if not land or not people or not place:
        return columns
    pairs = list(dict.fromkeys(zip(cells[place.index], cells[land.index], strict=True)))[:_LOOKED]
    found = [_lies(name, stated, resolve) for name, stated in pairs if name and stated]
    told = [pair for pair in found if pair[0]]
    elsewhere = [code for code, in_it in told if not in_it]
    if len(elsewhere) < max(_FEWEST, _MOST * len(found)) or len(set(elsewhere)) > 1:
        return columns
    said = tr("The places lie in none of these countries, so they are those from which people come.")
    swap = {land.index: replace(land, role=Role.NOTES, said=said), place.index: replace(place, role=Role.PLACE)}
    return [swap.get(c.index, c) for c in columns]


def _lies(name: str, stated: str, resolve: Resolve) -> tuple[str, bool]:
    """The code of the country in which a place surely lies, "" where that is open; whether it may be the stated one."""
    name, code = bare(name, is_name(resolve)), code_of(stated, resolve)
    answer = resolve(Toponym(name))
    if not code or not isinstance(answer, Found) or answer.confidence < _SURE or not answer.place.country:
        return "", False
    if answer.candidates[0].match not in ("title", "name", "several"):
        return "", False
    inside = answer.place.country == code or isinstance(resolve(Toponym(name, code)), Found)
    return answer.place.country, inside
