"""Positions of rows, compared with the country that the row states."""

import pytest

from mapapp.catalogue.coordinates import coordinates, named
from mapapp.errors import Problem
from mapapp.geocoding import offline_resolver
from mapapp.place import Toponym
from mapapp.tables.rows import Row
from mapapp.tour import Located


def read(country: str, **cells: str) -> tuple[Located | None, list[str]]:
    problems: list[Problem] = []
    row = Row("visits.csv", 2, {"place": "The bazaar", **cells}, problems)
    return coordinates(row, "place", country), [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("country", "latitude", "longitude", "meant", "said"),
    [
        ("KG", "72.8", "40.53", (72.8, 40.53), "latitude and longitude seem to be exchanged"),
        ("KZ", "76.9", "43.25", (76.9, 43.25), "latitude and longitude seem to be exchanged"),
        ("CN", "116.4", "39.9", (116.4, 39.9), "latitude and longitude seem to be exchanged"),
        ("AU", "33.87", "151.2", (151.2, -33.87), "a minus sign seems to be missing, or to be one too many"),
        ("US", "40.7", "74.0", (-74.0, 40.7), "a minus sign seems to be missing, or to be one too many"),
        ("BR", "-46.6", "-23.5", (-46.6, -23.5), "latitude and longitude seem to be exchanged"),
    ],
)
def test_an_exchange_and_a_lost_sign_are_said_with_what_to_write(
    country: str, latitude: str, longitude: str, meant: tuple[float, float], said: str
) -> None:
    """The stop is drawn where it was meant, in doubt: never in the Barents Sea, and not lost either."""
    at, problems = read(country, latitude=latitude, longitude=longitude)
    assert at is not None and at.place.position == meant and not at.sure
    assert len(problems) == 1 and said in problems[0]
    assert f"write {meant[1]:g} as latitude and {meant[0]:g} as longitude" in problems[0]
    assert said in at.candidates[0].reasons[0]


def test_a_position_behind_a_name_is_offered_as_it_has_to_stand_there() -> None:
    at, problems = read("KG", place="The bazaar [geo:72.8,40.53]")
    assert at is not None and at.place.position == (72.8, 40.53)
    assert "write 'The bazaar [geo:40.53,72.8]'" in problems[0]


@pytest.mark.parametrize(
    ("country", "latitude", "longitude"),
    [
        ("KG", "40.53", "72.8"),
        ("NO", "78.2", "15.6"),
        ("PT", "22.2", "113.5"),
        ("FJ", "-17.0", "-179.9"),
        ("NZ", "-44.0", "-176.5"),
        ("AQ", "-77.8", "166.7"),
        ("", "72.8", "40.53"),
        ("SU", "41.3", "69.2"),
    ],
)
def test_what_lies_in_its_country_a_territory_or_no_country_at_all_is_right(
    country: str, latitude: str, longitude: str
) -> None:
    """Svalbard, Macao until 1999, Fiji on both sides of 180 degrees, the Chathams, Antarctica."""
    at, problems = read(country, latitude=latitude, longitude=longitude)
    assert at is not None and at.sure and problems == []


def test_what_no_exchange_mends_is_said_and_stays() -> None:
    at, problems = read("KZ", latitude="48.2", longitude="16.4")
    assert at is not None and at.place.position == (16.4, 48.2)
    assert problems == [
        "visits.csv:2: latitude: 48.2, 16.4 lies outside Kazakhstan, which the row states; correct the position or the "
        "country"
    ]


def test_numbers_outside_the_globe_are_not_guessed_without_a_country() -> None:
    at, problems = read("", latitude="116.4", longitude="39.9")
    assert at is None and problems[0].endswith("the name of the place is used")


@pytest.mark.parametrize(
    ("place", "country", "cells", "meant", "said"),
    [
        ("Cairo", "EG", ("31.24", "30.04"), (31.24, 30.04), "exchanged"),
        ("Lagos", "NG", ("3.39", "6.45"), (3.39, 6.45), "exchanged"),
        ("Nairobi", "KE", ("1.29", "36.82"), (36.82, -1.29), "minus sign"),
        ("Suva", "FJ", ("-18.14", "-178.44"), (178.44, -18.14), "minus sign"),
    ],
)
def test_a_slip_that_stays_in_the_country_is_seen_by_the_name(
    place: str, country: str, cells: tuple[str, str], meant: tuple[float, float], said: str
) -> None:
    problems: list[Problem] = []
    row = Row("visits.csv", 2, {"place": place, "latitude": cells[0], "longitude": cells[1]}, problems)
    at = coordinates(row, "place", country)
    assert at is not None and at.sure and not problems
    at = named(row, "place", at, Toponym(place, country), offline_resolver)
    assert at.place.position == meant and not at.sure
    assert said in str(problems[0]) and f"write {meant[1]:g} as latitude" in str(problems[0])


def test_a_position_that_is_that_of_the_name_or_of_no_place_by_that_name_is_kept() -> None:
    """London lies on both sides of Greenwich, and a venue may lie anywhere in its country."""
    cells = (("London", "51.5", "0.12"), ("The villa", "-0.5", "37.1"), ("Mombasa", "-4.05", "39.67"))
    for place, latitude, longitude in cells:
        problems: list[Problem] = []
        code = "GB" if place == "London" else "KE"
        row = Row("visits.csv", 2, {"place": place, "latitude": latitude, "longitude": longitude}, problems)
        at = coordinates(row, "place", code)
        assert at is not None and named(row, "place", at, Toponym(place, code), offline_resolver) == at and not problems
