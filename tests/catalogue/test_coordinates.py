"""Positions of rows, compared with the country that the row states."""

import pytest

from mapapp.catalogue.coordinates import coordinates
from mapapp.errors import Problem
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
