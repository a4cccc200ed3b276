"""Cells of real tables that are not simply a name: what each way of reading them gives."""

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
        ("Uzbekistan, Samarkand", "", "geonames:1216265"),
        ("KAZAKHSTAN, ALMATY", "", "geonames:1526384"),
        ("Kazakhstan: Almaty", "KZ", "geonames:1526384"),
        ("Kazakhstan - Almaty", "", "geonames:1526384"),
        ("Kazakhstan (Almaty)", "", "geonames:1526384"),
        ("Tashkent Uzbekistan", "", "geonames:1512569"),
        ("Paris France", "", "geonames:2988507"),
        ("near Astana", "KZ", "geonames:1526273"),
        ("the city of Tashkent", "", "geonames:1512569"),
        ("Bishkek, official visit", "", "geonames:1528675"),
        ("Baku 2024", "AZ", "geonames:587084"),
        ("Samarkand - SCO summit", "UZ", "geonames:1216265"),
        ("Almaty, 12.05.2023", "KZ", "geonames:1526384"),
    ],
)
def test_a_country_before_or_behind_and_a_note_are_told_from_the_name(name: str, country: str, id: str) -> None:
    answer = ask(name, country)
    assert isinstance(answer, Found) and answer.place.id == id


def test_what_was_read_as_a_note_is_said() -> None:
    answer = ask("Bishkek, official visit")
    assert isinstance(answer, Found)
    assert "'official visit' is read as a note" in answer.candidates[0].reasons


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Ankara, Istanbul", "TR"),
        ("Lima, Cusco", "PE"),
        ("Osaka, Kyoto", "JP"),
        ("Panama, Colon", "PA"),
        ("Washington, New York", "US"),
        ("Rio de Janeiro, Brasilia", "BR"),
        ("Sousse, Tunis", "TN"),
        ("Antigua, Guatemala City", "GT"),
        ("Paris, Nice", "FR"),
    ],
)
def test_two_cities_are_two_cities(name: str, country: str) -> None:
    """A province of the name lies in none of its neighbours, and a capital is more than a name of its country."""
    answer = ask(name, country)
    assert isinstance(answer, Ambiguous)
    assert {c.match for c in answer.candidates} == {"several"} and len(answer.candidates) == 2


@pytest.mark.parametrize(
    ("name", "container", "id"),
    [
        ("Aktau", "Mangystau Region", "geonames:610612"),
        ("Almaty", "Almaty oblast", "geonames:1526384"),
        ("Osh", "Osh oblast", "geonames:1527534"),
        ("Batumi", "Ajara", "geonames:615532"),
        ("Нукус", "Каракалпакстан", "geonames:601294"),
        ("Tashkent", "Central Asia", "geonames:1512569"),
        ("Nairobi", "Africa", "geonames:184745"),
        ("Tbilisi", "Georgian SSR", "geonames:611717"),
        ("Seoul", "S. Korea", "geonames:1835848"),
        ("Tashkent", "Республика Узбекистан", "geonames:1512569"),
    ],
)
def test_the_country_column_may_hold_a_region_a_wider_area_or_a_short_form(name: str, container: str, id: str) -> None:
    answer = ask(name, container)
    assert isinstance(answer, Found) and answer.place.id == id


@pytest.mark.parametrize(("name", "container"), [("Paris", "Central Asia"), ("London", "Freedonia"), ("Moon", "PA")])
def test_a_container_bars_what_is_not_in_it(name: str, container: str) -> None:
    assert isinstance(ask(name, container), Unknown)


def test_what_is_similar_lies_in_the_container_and_is_similar() -> None:
    """Moron in California is neither in Pennsylvania nor near to Moon in its letters."""
    answer = ask("Moon, PA", "US")
    assert isinstance(answer, Unknown)
    assert all(c.place.region == "Pennsylvania" and c.edits <= 1 for c in answer.near_misses)


@pytest.mark.parametrize("name", ["None", "nan", "Home", "Port", "June", "Transit", "no", "Capital", "Sea"])
def test_words_that_say_that_there_is_no_place_are_none(name: str) -> None:
    assert not isinstance(ask(name), Found)


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


@pytest.mark.parametrize("name", ["Korea", "Congo"])
def test_two_countries_of_a_name_are_left_to_the_reader(name: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Ambiguous)
    assert {c.place.kind for c in answer.candidates[:2]} == {"country"}


def test_a_village_abroad_is_no_reason_against_a_slip_of_the_pen() -> None:
    answer = ask("Johannesberg", "ZA")
    assert isinstance(answer, Found) and answer.place.title == "Johannesburg"
