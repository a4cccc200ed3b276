"""What the rest of a table tells of a place in doubt: the one country of all others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from mapapp import country
from mapapp.foreign.placing import Placed
from mapapp.message import tr
from mapapp.place import Candidate
from mapapp.tour import Located

_OTHERS = 2  # other places that tell of the country of a table
_TOWN = 2_000  # people of a town that somebody may mean by a name alone


def at_home(rows: Sequence[list[Placed]]) -> list[list[Placed]]:
    """The places of the rows, less or more in doubt by what the table tells besides.

    Where all others lie in one country, a place of it is not asked about for a namesake abroad, and one abroad is in
    doubt where that country has one of its name, capitals excepted.
    """
    sure = {(p.at.place.id, p.at.place.country) for row in rows for p in row if p.at and not p.facet}
    lands = Counter(land for _, land in sure if land)
    return [[_told(placed, lands) for placed in row] for row in rows]


def _told(placed: Placed, lands: Counter[str]) -> Placed:
    at, stated = placed.at, placed.country or placed.spot.country or placed.spot.place_id or placed.spot.latitude
    if at is None:
        return placed
    own = at.place.country
    others = {land for land, count in lands.items() if land != own or placed.facet or count > 1}
    if stated or len(others) != 1 or sum(lands.values()) - (not placed.facet) < _OTHERS:
        return placed
    home = next(iter(others))
    of_home = [c for c in placed.candidates if c.place.country == home and c.match in ("title", "name")]
    if placed.facet in ("in doubt", "namesakes") and own == home and len({*_towns(of_home)}) == 1:
        return _sure(placed, at)
    towns = [c for c in of_home if c.place.feature_class == "P" and c.place.population >= _TOWN]
    if placed.facet or own == home or at.place.kind == "capital" or not towns or at.place.is_country:
        return placed
    said = tr(
        "All other places are in {country}, which has one of this name, too.", country=country.name_in_sentence(home)
    )
    return replace(placed, at=replace(at, confidence=0.6), facet="namesakes", doubt=said)


def _towns(candidates: Sequence[Candidate]) -> list[str]:
    return [c.place.id for c in candidates if c.place.feature_class == "P"]


def _sure(placed: Placed, at: Located) -> Placed:
    return replace(placed, at=replace(at, confidence=1.0), facet="", doubt="")
