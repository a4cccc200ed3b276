"""Cells with postal codes, and with words of kind, venues and doubts in many languages."""

import pytest

from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Found, Resolution
from mapapp.tour import SURE

RESOLVE = OfflineResolver()


def ask(name: str) -> Resolution:
    return RESOLVE(RESOLVE.toponym(name, ""))


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Lebanon, PA 17042", "geonames:5197517"),
        ("Springfield, IL 62701-1234", "geonames:4250542"),
        ("Washington, D.C. 20520", "geonames:4140963"),
        ("10115 Berlin", "geonames:2950159"),
        ("D-10115 Berlin", "geonames:2950159"),
        ("75008 Paris, France", "geonames:2988507"),
        ("London SW1A 2AA", "geonames:2643743"),
        ("г.Алматы", "geonames:1526384"),
        ("г. Ош", "geonames:1527534"),
        ("гор. Самарканд", "geonames:1216265"),
        ("Астана қ.", "geonames:1526273"),
        ("Бишкек ш.", "geonames:1528675"),
        ("010000 Астана", "geonames:1526273"),
        ("Мангистауская область, Актау", "geonames:610612"),
    ],
)
def test_postal_codes_and_words_of_kind_leave_the_town_sure(name: str, id: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.id == id and answer.confidence >= SURE


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Dolmabahçe Sarayı, İstanbul", "geonames:745044"),
        ("Messe, Hannover", "geonames:2910831"),
        ("wohl Wien", "geonames:2761369"),
        ("Flughafen Wien", "geonames:2761369"),
        ("Aéroport de Nice", "geonames:2990440"),
        ("Алматы әуежайы", "geonames:1526384"),
        ("Da Nang International Airport", "geonames:1583992"),
        ("Madrid (por confirmar)", "geonames:3117735"),
    ],
)
def test_venues_and_doubts_are_understood_in_other_languages(name: str, id: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.id == id and answer.confidence < SURE


def test_a_country_that_bears_the_name_of_a_town_holds_no_town_abroad() -> None:
    """Santa Luċija in Malta is a region that some call Saint Lucia."""
    answer = ask("Santa Lucia, Saint Lucia")
    assert not isinstance(answer, Found) or answer.place.country == "LC"


@pytest.mark.parametrize(
    ("name", "code"),
    [("R. Dominicana", "DO"), ("Rép. tchèque", "CZ"), ("Rep. of Moldova", "MD"), ("RD Congo", "CD")],
)
def test_a_republic_by_its_first_letters_is_a_country(name: str, code: str) -> None:
    answer = RESOLVE(RESOLVE.toponym(name, ""))
    assert isinstance(answer, Found) and answer.place.is_country and answer.place.country == code
    assert RESOLVE.countries.code(name) == code


def test_a_russian_district_that_no_list_has_is_its_town_in_doubt() -> None:
    answer = RESOLVE(RESOLVE.toponym("Бурабайский район", ""))
    assert isinstance(answer, Found) and answer.place.title == "Būrabay"
    assert answer.confidence == 0.9


@pytest.mark.parametrize(
    ("name", "id"),
    [("Bali", "mapapp:bali-island"), ("Lombok", "mapapp:lombok"), ("Isle of Skye", "mapapp:skye"),
     ("Жетісу облысы", "mapapp:jetisu"), ("ВКО", "geonames:1517381")],
)  # fmt: skip
def test_islands_and_regions_that_are_known_by_name_need_no_country(name: str, id: str) -> None:
    answer = RESOLVE(RESOLVE.toponym(name, ""))
    assert isinstance(answer, Found) and answer.place.id == id


def test_a_venue_that_is_known_elsewhere_is_not_said_to_be_in_no_list() -> None:
    answer = RESOLVE(RESOLVE.toponym("Kremlin, Tashkent", ""))
    assert isinstance(answer, Found) and answer.place.title == "Tashkent"
    assert "no list has 'Kremlin' there" in answer.candidates[0].reasons[0]


@pytest.mark.parametrize(
    "name",
    ["Djibouti, China", "Salvador, Brrazil", "Port of Benin City", "Moon", "Gates"],
)
def test_a_container_that_does_not_hold_it_a_port_that_is_a_country_and_a_word_give_no_place(name: str) -> None:
    assert not isinstance(ask(name), Found)


@pytest.mark.parametrize("name", ["Portland district", "Almaty Airport"])
def test_what_a_reader_may_take_for_another_place_is_in_doubt(name: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.confidence < SURE


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Moon Township, PA", "simplemaps:1840035106"),
        ("Lower Merion Township, Pennsylvania", "simplemaps:1840142131"),
        ("North Hempstead, NY", "simplemaps:1840087737"),
        ("St. Gallen", "geonames:2658822"),
        ("UN Headquarters", "mapapp:un-headquarters"),
        ("UN HQ, New York", "mapapp:un-headquarters"),
        ("Kurdistan Region", "mapapp:kurdistan-region"),
        ("Ataturk Airport", "mapapp:ataturk-airport"),
    ],
)
def test_townships_headquarters_and_airports_are_known(name: str, id: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.id == id
    assert RESOLVE.place(id) == answer.place


@pytest.mark.parametrize(
    ("name", "country", "title"),
    [
        ("Goa", "India", "Goa"),
        ("Chittagong", "Bangladesh", "Chattogram"),
        ("Rhodes, Greece", "", "Ródos"),
        ("London, UK, and virtual", "", "London"),
        ("Baku and online", "", "Baku"),
        ("Baltimore, Maryland USA", "", "Baltimore"),
        ("Munich, Bavaria Germany", "", "Munich"),
        ("Frankfurt-on-the-Main", "Germany", "Frankfurt am Main"),
    ],
)
def test_what_a_fresh_set_of_public_tables_showed(name: str, country: str, title: str) -> None:
    answer = RESOLVE(RESOLVE.toponym(name, country))
    assert isinstance(answer, Found) and answer.place.title == title
