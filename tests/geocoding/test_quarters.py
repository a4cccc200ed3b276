"""Parts that nearly every town has: the town stands for them, in doubt, and not what lists have so called elsewhere."""

import pytest

from mapapp.geocoding.quarters import beside_quarter, is_quarter, without_quarter
from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Ambiguous, Found, Resolution

RESOLVE = OfflineResolver()


def ask(name: str) -> Resolution:
    return RESOLVE(RESOLVE.toponym(name, ""))


@pytest.mark.parametrize(
    ("name", "title", "country"),
    [
        ("Old Town, Tallinn", "Tallinn", "EE"),
        ("Old Town (Tallinn)", "Tallinn", "EE"),
        ("Tallinn Old Town", "Tallinn", "EE"),
        ("Old Town of Tallinn, Estonia", "Tallinn", "EE"),
        ("Hilton, Old Town, Tallinn", "Tallinn", "EE"),
        ("Altstadt, Zürich", "Zürich", "CH"),
        ("Neustadt, Dresden", "Dresden", "DE"),
        ("Старый город, Баку", "Baku", "AZ"),
        ("центр Баку", "Baku", "AZ"),
        ("Stare Miasto, Warszawa", "Warsaw", "PL"),
        ("Industrial Zone, Atyrau", "Atyrau", "KZ"),
        ("West End, Glasgow", "Glasgow", "GB"),
        ("Tashkent (city center)", "Tashkent", "UZ"),
        ("Border post, Dostyk, Kazakhstan", "Dostyk", "KZ"),
    ],
)
def test_the_town_stands_for_its_quarter_in_doubt(name: str, title: str, country: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found)
    assert (answer.place.title, answer.place.country) == (title, country)
    assert answer.confidence <= 0.9
    assert "so the place itself is not known" in answer.candidates[0].reasons[0]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("West End, London", "West End"),
        ("Downtown, Dubai", "Downtown Dubai"),
        ("Old Town, Maine", "Old Town"),
        ("New City, New York", "New City"),
        ("Centre, Alabama", "Centre"),
    ],
)
def test_what_a_list_has_just_there_is_meant(name: str, title: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.title == title and answer.confidence > 0.9


def test_of_which_town_it_is_a_quarter_is_asked_where_that_is_unclear() -> None:
    answer = ask("City Centre, Cambridge")
    assert isinstance(answer, Ambiguous) and not answer.several
    assert {c.place.country for c in answer.candidates[:2]} == {"GB", "US"}


def test_a_quarter_is_its_name_alone() -> None:
    assert is_quarter("the Old Town") and is_quarter("Centre-ville") and is_quarter("ВОСТОК") is False
    assert without_quarter("Baku, Old City") == ("Baku", "Old City")
    assert without_quarter("Old City") == ("Old City", "")
    assert without_quarter("Old Town Road, Baku") == ("Old Town Road, Baku", "")
    assert beside_quarter("centro histórico de Lima") == ("Lima", "centro histórico")
    assert beside_quarter("Baku, Old City") == ("Baku, Old City", "")


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Majuro, RMI", "MH"),
        ("Kingstown, SVG", "VC"),
        ("Астана, РК", "KZ"),
        ("Ташкент, РУз", "UZ"),
        ("Бишкек, КР", "KG"),
        ("Kazan, Republic of Tatarstan", "RU"),
        ("Nukus, Republic of Karakalpakstan", "UZ"),
        ("Grozny, Chechen Republic", "RU"),
        ("Santo Domingo, Dominican Republic", "DO"),
        ("Germany (Federal Republic)", "DE"),
    ],
)
def test_short_names_of_countries_and_republics_of_a_federation_are_containers(name: str, country: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.country == country and answer.confidence >= 0.9


@pytest.mark.parametrize("name", ["Сеул, РК", "Уфа, РБ", "Казань, РТ"])
def test_a_short_name_that_is_that_of_another_country_is_asked(name: str) -> None:
    assert not isinstance(ask(name), Found)


@pytest.mark.parametrize(
    "name", ["Muynak", "Муйнак", "Хорог", "Qo'ng'irot", "Kushka", "Балхаш", "Islam Qala", "Kapikule"]
)
def test_common_spellings_of_the_region_are_known(name: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.confidence > 0.95
