"""Where countries lie: the derived table holds every capital, and tells an exchange from a place."""

import pytest

from mapapp import country, extents
from mapapp.geocoding import offline_places
from mapapp.position import Position


def test_every_capital_lies_in_its_country() -> None:
    rows = offline_places().gazetteer.db.execute("SELECT country, longitude, latitude FROM place WHERE kind = 8")
    capitals = [(code, Position(*at)) for code, *at in rows if country.today(code)]
    assert len(capitals) > 200 and all(extents.holds(code, at) for code, at in capitals)


def test_most_capitals_lie_outside_their_country_when_exchanged() -> None:
    """Near the line where latitude is longitude an exchange moves little; there nobody can tell."""
    rows = offline_places().gazetteer.db.execute("SELECT country, longitude, latitude FROM place WHERE kind = 8")
    told = [
        extents.meant(code, longitude, latitude) == ("exchanged", Position(longitude, latitude))
        for code, longitude, latitude in rows
        if country.today(code) and not (abs(longitude) <= 90 and extents.holds(code, Position(latitude, longitude)))
    ]
    assert len(told) > 180 and all(told)


@pytest.mark.parametrize(("code", "lands"), [("PT", {"PT", "MO"}), ("SU", {"RU", "KZ", "UZ"}), ("XX", set())])
def test_a_country_holds_what_it_ever_held(code: str, lands: set[str]) -> None:
    assert lands <= country.lands(code) and bool(lands) == bool(country.lands(code))


def test_of_what_is_not_known_nothing_is_said() -> None:
    assert extents.holds("AQ", Position(0, 0)) and extents.holds("", Position(0, 0))
