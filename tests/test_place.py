"""How a place is written with its region and country."""

import pytest

from mapapp.geocoding import offline_resolver
from mapapp.place import Found, Place, Toponym, where_words
from mapapp.position import Position


def place(title: str, region: str, country: str, kind: str = "city") -> Place:
    return Place("", title, country, "P", Position(0, 0), kind=kind, region=region)


@pytest.mark.parametrize(
    ("title", "region", "country", "words"),
    [
        ("London", "Ontario", "CA", "London, Ontario, Canada"),
        ("Saint Petersburg", "St.-Petersburg", "RU", "Saint Petersburg, Russia"),
        ("Baku", "Baki", "AZ", "Baku, Azerbaijan"),
        ("Córdoba", "Cordoba", "AR", "Córdoba, Argentina"),
        ("Samarkand", "Samarqand Region", "UZ", "Samarkand, Uzbekistan"),
        ("Monaco", "Municipality of Monaco", "MC", "Monaco"),
        ("Guatemala City", "Guatemala", "GT", "Guatemala City, Guatemala"),
        ("Panama City", "Panamá", "PA", "Panama City, Panama"),
        ("Kansas City", "Kansas", "US", "Kansas City, Kansas, United States"),
        ("Paris", "Texas", "US", "Paris, Texas, United States"),
        ("Kazakhstan", "Almaty Oblysy", "KZ", "Kazakhstan, Almaty Oblysy"),
        ("Singapore", "", "SG", "Singapore"),
        ("A sea", "", "", "A sea"),
        ("Ufa", "Ufo", "RU", "Ufa, Ufo, Russia"),
        ("Bonn", "", "XDE", "Bonn, XDE"),
    ],
)
def test_a_place_is_written_without_saying_anything_twice(title: str, region: str, country: str, words: str) -> None:
    """One letter is a spelling only in longer names; Kansas City in Kansas is not the one in Missouri."""
    assert where_words(place(title, region, country)) == words


def test_the_region_is_left_out_where_it_is_not_wanted() -> None:
    assert where_words(place("London", "Ontario", "CA"), region=False) == "London, Canada"


@pytest.mark.parametrize(
    "name", ["Kazakhstan", "Democratic Republic of the Congo", "Vatican City", "Ivory Coast", "Myanmar"]
)
def test_a_country_is_not_followed_by_its_own_name(name: str) -> None:
    """Not in other words, either: "Democratic Republic of the Congo, Congo - Kinshasa"."""
    answer = offline_resolver(Toponym(name))
    assert isinstance(answer, Found)
    assert where_words(answer.place) == name


def test_a_country_that_is_no_more_stands_alone() -> None:
    assert where_words(place("Yugoslavia", "", "YU", "former country")) == "Yugoslavia"
