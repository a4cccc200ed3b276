"""Cells of several names: what is a list of stops, what a venue in its town, what two names of one place."""

import pytest

from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Ambiguous, Found, Resolution, Unknown

RESOLVE = OfflineResolver()


def ask(name: str, country: str = "") -> Resolution:
    return RESOLVE(RESOLVE.toponym(name, country))


@pytest.mark.parametrize(
    ("name", "country", "titles"),
    [
        ("Sao Paulo, Brasilia, Manaus", "", ["São Paulo", "Brasília", "Manaus"]),
        ("Sao Paulo, Brasilia, Manaus", "BR", ["São Paulo", "Brasília", "Manaus"]),
        ("Oslo, Svalbard", "NO", ["Oslo", "Svalbard"]),
        ("Almaty, Astana and Bishkek", "", ["Almaty", "Astana", "Bishkek"]),
        ("Boston, Massachusetts, Denver, Colorado", "", ["Boston", "Denver"]),
        ("Geneva, Switzerland; Paris, France", "", ["Geneva", "Paris"]),
        ("Baku → Tbilisi → Ankara", "", ["Baku", "Tbilisi", "Ankara"]),
        ("La Serena, Iquique", "", ["La Serena", "Iquique"]),
    ],
)
def test_each_stop_of_a_cell_is_offered(name: str, country: str, titles: list[str]) -> None:
    answer = ask(name, country)
    assert isinstance(answer, Ambiguous) and answer.several and not answer.unread
    assert [c.place.title for c in answer.candidates] == titles


@pytest.mark.parametrize(
    ("name", "country", "written"),
    [
        ("Астана, Алматы", "KZ", ["Астана", "Алматы"]),
        ("HAMBURG, Bremen and Kiel", "DE", ["HAMBURG", "Bremen", "Kiel"]),
        ("Nur-Sultan / Alma-Ata", "KZ", ["Nur-Sultan", "Alma-Ata"]),
        ("Paris, France; Berlin, Germany", "", ["Paris", "Berlin"]),
        ("Тошкент ва Самарқанд", "UZ", ["Тошкент", "Самарқанд"]),
        ("Toshkent va Buxoro", "", ["Toshkent", "Buxoro"]),
        ("Алматы және Шымкент", "KZ", ["Алматы", "Шымкент"]),
        ("Lisboa e Porto", "PT", ["Lisboa", "Porto"]),
    ],
)
def test_each_stop_keeps_the_name_as_the_cell_writes_it(name: str, country: str, written: list[str]) -> None:
    answer = ask(name, country)
    assert isinstance(answer, Ambiguous) and answer.several
    assert [c.matched for c in answer.candidates] == written


def test_two_cities_are_not_one_of_them_that_is_called_by_both_somewhere() -> None:
    """An alternative name of Bishkek in the index is "Бишкек Ош"; with the comma it is two cities."""
    answer = ask("Бишкек, Ош", "KG")
    assert isinstance(answer, Ambiguous)
    assert [c.place.title for c in answer.candidates] == ["Bishkek", "Osh"]
    one = ask("Бишкек Ош", "KG")
    assert isinstance(one, Found) and one.place.title == "Bishkek"


def test_a_comma_within_the_name_of_one_place_parts_nothing() -> None:
    for name, country, title in (("Washington, DC", "US", "Washington"), ("Norfolk, VA", "US", "Norfolk")):
        answer = ask(name, country)
        assert isinstance(answer, Found) and answer.place.title.startswith(title)


@pytest.mark.parametrize(
    ("name", "titles", "unread"),
    [
        ("Tashkent, Xqzwvk, Samarkand", ["Tashkent", "Samarkand"], ("Xqzwvk",)),
        ("Xqzwvk; Tashkent", ["Tashkent"], ("Xqzwvk",)),
        ("Almaty and Xqzwvk and Bishkek", ["Almaty", "Bishkek"], ("Xqzwvk",)),
    ],
)
def test_what_is_read_is_kept_and_the_rest_is_named(name: str, titles: list[str], unread: tuple[str, ...]) -> None:
    answer = ask(name)
    assert isinstance(answer, Ambiguous) and answer.several and answer.unread == unread
    assert [c.place.title for c in answer.candidates] == titles
    assert all("'Xqzwvk' is in no list" in c.reasons for c in answer.candidates)


@pytest.mark.parametrize(
    ("name", "country", "title"),
    [
        ("Palais des Nations, Geneva", "CH", "Geneva"),
        ("Hilton, Tashkent", "", "Tashkent"),
        ("Hilton, Tashkent", "UZ", "Tashkent"),
        ("Chancellery, Berlin", "DE", "Berlin"),
        ("Red Lion Inn, Redding, CA", "", "Redding"),
        ("Stevens High School, Rapid City, SD", "", "Rapid City"),
        ("Elysee, Paris", "", "Paris"),
        ("Presidential Palace, Panama City", "PA", "Panama City"),
    ],
)
def test_of_a_venue_that_no_list_has_its_town_is_the_answer_in_doubt(name: str, country: str, title: str) -> None:
    answer = ask(name, country)
    venue = name.split(",", maxsplit=1)[0]
    assert isinstance(answer, Found) and answer.place.title == title and answer.confidence <= 0.9
    said = "no list has '{}' there" if venue == "Hilton" else "'{}' is in no list"
    assert answer.candidates[0].reasons[0] == f"{said.format(venue)}; this is the town that stands with it"


def test_a_venue_of_a_town_in_doubt_offers_the_towns() -> None:
    answer = ask("Palais des Nations, Valencia")
    assert isinstance(answer, Ambiguous) and not answer.several
    assert {c.place.country for c in answer.candidates} >= {"ES", "VE"}


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("10 Downing Street, London", "mapapp:downing-street"),
        ("Incirlik, Adana", "mapapp:incirlik"),
        ("Brooklyn, New York", "geonames:5110302"),
    ],
)
def test_what_stands_in_a_town_is_a_place_in_it(name: str, id: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.id == id


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Kyiv/Kiev", "geonames:703448"),
        ("Alma-Ata/Almaty", "geonames:1526384"),
        ("Astana / Nur-Sultan", "geonames:1526273"),
        ("Mumbai/Bombay", "geonames:1275339"),
        ("Saint Petersburg; Leningrad", "geonames:498817"),
    ],
)
def test_two_names_of_one_place_are_one_place(name: str, id: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.id == id
    assert answer.candidates[0].reasons[0] == "the cell has two names of it"


def test_what_an_author_leaves_open_is_left_open() -> None:
    answer = ask("Almaty or Astana")
    assert isinstance(answer, Ambiguous) and not answer.several
    assert [c.place.title for c in answer.candidates] == ["Almaty", "Astana"]


@pytest.mark.parametrize("name", ["Oslo, Texas", "Tashkent, Xqzwvk", "Springfeild, New York", "Moon, AZ"])
def test_a_contradiction_and_a_name_beside_nothing_known_are_no_list(name: str) -> None:
    assert isinstance(ask(name), Unknown)


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("Baku -> Tbilisi", ["Baku", "Tbilisi"]),
        ("Baku => Tbilisi ⇒ Ankara", ["Baku", "Tbilisi", "Ankara"]),
        ("Baku via Tbilisi", ["Baku", "Tbilisi"]),
        ("from Baku to Tbilisi", ["Baku", "Tbilisi"]),
        ("Baku–Tbilisi", ["Baku", "Tbilisi"]),
        ("Tashkent-Samarkand", ["Tashkent", "Samarkand"]),
        ("Cairo, Lima", ["Cairo", "Lima"]),
        ("Kota, Isfahan", ["Kota", "Isfahan"]),
        ("Бишкек – Ош", ["Bishkek", "Osh"]),
    ],
)
def test_arrows_ways_and_two_cities_of_the_world_are_several_places(name: str, titles: list[str]) -> None:
    answer = ask(name)
    assert isinstance(answer, Ambiguous) and answer.several
    assert [c.place.title for c in answer.candidates] == titles


@pytest.mark.parametrize("name", ["Wilkes-Barre", "Baden-Baden", "Guinea-Bissau", "Alma-Ata"])
def test_a_name_with_a_hyphen_is_no_way(name: str) -> None:
    assert isinstance(ask(name), Found)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Dostyk Ave 52, Almaty", "Almaty"),
        ("г. Алматы, ул. Достык, 52", "Almaty"),
        ("Berlin, Unter den Linden 77", "Berlin"),
        ("Toshkent sh., Navoiy ko'chasi 12", "Tashkent"),
    ],
)
def test_of_an_address_its_town_is_the_answer_in_doubt(name: str, title: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.title == title and answer.confidence <= 0.9
    assert "is in no list; this is the town that stands with it" in answer.candidates[0].reasons[0]


def test_a_town_that_begins_with_a_saint_is_no_street() -> None:
    answer = ask("St. Petersburg, London")
    assert isinstance(answer, Ambiguous) and answer.several
