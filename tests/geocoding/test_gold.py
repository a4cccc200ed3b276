"""How good the offline resolver is on names whose positions come from elsewhere (column ``origin`` of gold.csv)."""

import csv
from functools import cache
from pathlib import Path

from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Found, Place
from mapapp.position import Position, distance_km

GOLD = Path(__file__).parents[2] / "data" / "gazetteer" / "gold.csv"
RESOLVE = OfflineResolver()


@cache
def rows() -> list[dict[str, str]]:
    with GOLD.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def answers() -> list[tuple[dict[str, str], Place]]:
    """The rows that were found, with the place that was chosen."""
    resolved = [(row, RESOLVE(RESOLVE.toponym(row["name"], row["country"]))) for row in rows()]
    return [(row, answer.place) for row, answer in resolved if isinstance(answer, Found)]


def test_no_place_is_put_into_another_country_than_the_stated_one() -> None:
    for row, place in answers():
        allowed = RESOLVE.countries_of(row["country"])
        assert not allowed or not place.country or place.country in allowed, row["name"]


def test_what_is_found_is_where_it_should_be() -> None:
    """At least 99 of 100 found places lie within 25 km; regions, seas and countries, which are wide, count as well."""
    near = [
        distance_km(place.position, Position.checked(row["longitude"], row["latitude"])) <= 25
        for row, place in answers()
        if row["latitude"]
    ]
    assert len(near) > 0.95 * sum(bool(row["latitude"]) for row in rows())
    assert sum(near) / len(near) > 0.99


def test_what_is_doubtful_or_no_place_is_not_guessed() -> None:
    guessed = [row["name"] for row, _ in answers() if not row["latitude"]]
    assert guessed == []
