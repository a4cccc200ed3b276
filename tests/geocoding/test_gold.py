"""How good the offline resolver is on names whose positions come from elsewhere (column ``origin`` of gold.csv)."""

import csv
from functools import cache
from pathlib import Path

from mapapp import country
from mapapp.errors import CountryError
from mapapp.geocoding import offline_resolver
from mapapp.place import Found, Place, Toponym
from mapapp.position import Position, distance_km

GOLD = Path(__file__).parents[2] / "data" / "gazetteer" / "gold.csv"


def code(text: str) -> str:
    """The code of a country that still exists, "" for the others and for none."""
    try:
        return country.alpha2(text) if text else ""
    except CountryError:
        return ""


@cache
def answers() -> list[tuple[dict[str, str], str, Place]]:
    """The rows that were found, with the country that was stated and the place that was chosen."""
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = [(row, code(row["country"])) for row in csv.DictReader(file)]
    resolved = [(row, stated, offline_resolver(Toponym(row["name"], stated))) for row, stated in rows]
    assert len(resolved) > 600
    return [(row, stated, answer.place) for row, stated, answer in resolved if isinstance(answer, Found)]


def test_no_place_is_put_into_another_country_than_the_stated_one() -> None:
    wrong = [row["name"] for row, stated, place in answers() if stated and place.country and place.country != stated]
    assert wrong == []


def test_what_is_found_is_where_it_should_be() -> None:
    """At least 98 of 100 found places lie within 25 km; regions, seas and countries, which are wide, count as well."""
    near = [
        distance_km(place.position, Position.checked(row["longitude"], row["latitude"])) <= 25
        for row, _, place in answers()
        if row["latitude"]
    ]
    assert len(near) > 550
    assert sum(near) / len(near) > 0.98
