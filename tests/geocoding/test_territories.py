"""Territories, colonies, townships and namesakes: what a country holds, and when."""

import pytest

from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Ambiguous, Found, Resolution, Toponym, Unknown
from mapapp.when import When

RESOLVE = OfflineResolver()


def ask(name: str, country: str = "") -> Resolution:
    return RESOLVE(RESOLVE.toponym(name, country))


@pytest.mark.parametrize(
    ("name", "country", "id"),
    [
        ("Guam", "US", "geonames:4043988"),
        ("Bermuda", "United Kingdom", "geonames:3573345"),
        ("Hong Kong", "China", "geonames:1819730"),
        ("Nuuk", "Denmark", "geonames:3421319"),
    ],
)
def test_a_territory_belongs_to_its_country(name: str, country: str, id: str) -> None:
    answer = ask(name, country)
    assert isinstance(answer, Found)
    assert answer.place.country == RESOLVE.place(id).country  # type: ignore[union-attr]


@pytest.mark.parametrize(("when", "kind"), [("1995", Found), ("2020", Unknown), ("", Unknown)])
def test_a_territory_belongs_to_its_country_for_a_time(when: str, kind: type) -> None:
    """Hong Kong was British until 1997; without a date nobody can tell."""
    answer = RESOLVE(Toponym("Kowloon", "GB", When.parse(when) if when else None))
    assert isinstance(answer, kind if when else (Ambiguous, Unknown))


@pytest.mark.parametrize(
    ("name", "ruler", "years", "later"),
    [
        ("Valletta", "GB", "1950", "1965"),
        ("Kuwait", "GB", "1955", "1965"),
        ("The Bahamas", "GB", "1933", "1980"),
        ("Jamaica", "United Kingdom", "1930", "1970"),
        ("Dakar", "FR", "1940", "1961"),
        ("Algiers", "FR", "", ""),
        ("Tananarive", "FR", "1950-06", "1961"),
        ("Léopoldville", "BE", "1955", "1961"),
    ],
)
def test_a_colony_belongs_to_its_ruler_at_a_date_alone(name: str, ruler: str, years: str, later: str) -> None:
    """Without a date, and for one after its independence, nobody means it by the country of today."""
    toponym = RESOLVE.toponym(name, ruler)
    if years:
        assert isinstance(RESOLVE(toponym._replace(when=When.parse(years))), Found)
        assert not isinstance(RESOLVE(toponym._replace(when=When.parse(later))), Found)
    assert not isinstance(RESOLVE(toponym), Found)


def test_a_town_of_the_ruler_leaves_its_namesake_in_a_colony_in_doubt() -> None:
    answer = RESOLVE(Toponym("Kingston", "GB", When.parse("1950")))
    assert isinstance(answer, Ambiguous)
    assert {c.place.country for c in answer.candidates[:2]} == {"JM", "GB"}


@pytest.mark.parametrize(
    ("name", "land", "year", "id"),
    [
        ("Breslau", "Germany", "1937", "geonames:3081368"),
        ("Königsberg", "Germany", "1937", "geonames:554234"),
        ("Strassburg", "Germany", "1900", "geonames:2973783"),
        ("Lwów", "Poland", "1930", "geonames:702550"),
        ("Fiume", "Italy", "1930", "geonames:3191648"),
        ("Kolozsvár", "Hungary", "1942", "geonames:681290"),
        ("Damascus", "Turkey", "1910", "geonames:170654"),
        ("Warsaw", "Russia", "1905", "geonames:756135"),
        ("Luanda", "Portugal", "1960", "geonames:2240449"),
        ("Seoul", "Japan", "1935", "geonames:1835848"),
    ],
)
def test_what_a_country_held_of_others_belongs_to_it_at_that_date_alone(
    name: str, land: str, year: str, id: str
) -> None:
    toponym = RESOLVE.toponym(name, land)
    answer = RESOLVE(toponym._replace(when=When.parse(year)))
    assert isinstance(answer, Found) and answer.place.id == id
    assert any("lay then in" in reason for reason in answer.candidates[0].reasons)
    assert not isinstance(RESOLVE(toponym._replace(when=When.parse("2001"))), Found)
    assert not isinstance(RESOLVE(toponym), Found)


def test_only_a_part_of_a_country_was_held() -> None:
    """Warsaw was never Germany's as Breslau was; Hamburg is at home whatever was held."""
    assert not isinstance(RESOLVE(Toponym("Warsaw", "DE", When.parse("1937"))), Found)
    answer = RESOLVE(Toponym("Hamburg", "DE", When.parse("1937")))
    assert isinstance(answer, Found) and "lies in" in " ".join(answer.candidates[0].reasons)
