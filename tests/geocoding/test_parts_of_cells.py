"""Containers on either side of a name, venues in cities and postal codes: what a cell's parts are to one another."""

import pytest

from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Ambiguous, Found, Resolution, Unknown
from mapapp.tour import SURE

RESOLVE = OfflineResolver()


def ask(name: str, country: str = "") -> Resolution:
    return RESOLVE(RESOLVE.toponym(name, country))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Mongolia, Ulaanbaatar", "Ulaanbaatar"),
        ("Mongolia (Ulaanbaatar)", "Ulaanbaatar"),
        ("Sao Tome and Principe, São Tomé", "São Tomé"),
        ("Mongolia, Ulaanbaatar, Ulaanbaatar", "Ulaanbaatar"),
        ("Tatarstan, Kazan", "Kazan"),
        ("Республика Татарстан, Казань", "Kazan"),
        ("Bali, Denpasar", "Denpasar"),
        ("Texas, Houston", "Houston"),
        ("Алматинская обл., г. Талгар", "Talghar"),
        ("Baku - Azerbaijan", "Baku"),
        ("Kazan - Tatarstan", "Kazan"),
        ("Houston/Texas", "Houston"),
        ("France, Normandy, Caen", "Caen"),
        ("Brazil, Indiana", "Brazil"),
        ("Newtown, Bucks County, PA", "Newtown"),
        ("Springfield, Clark County, Ohio", "Springfield"),
        ("Port of Spain, Port of Spain", "Port of Spain"),
    ],
)
def test_a_container_is_read_on_either_side_of_the_name(name: str, title: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.title == title and answer.confidence > SURE


@pytest.mark.parametrize(
    "name",
    ["Georgia/Armenia", "Mexico - Guatemala", "Almaty - Astana", "Lima, Cusco", "Panama, Colon",
     "Uzbekistan, Tashkent, Samarkand", "Thimphu, Manama"],
)  # fmt: skip
def test_names_that_are_no_containers_stay_several_places(name: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Ambiguous) and answer.several and len(answer.candidates) > 1


@pytest.mark.parametrize(
    ("name", "title"),
    [("Hilton, New York", "New York City"), ("Port of Spain Airport", "Port of Spain"),
     ("Port Moresby Airport", "Port Moresby"), ("Newtown Township, Bucks County, PA", "Newtown")],
)  # fmt: skip
def test_a_building_in_a_city_is_the_city_in_doubt(name: str, title: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.title == title and answer.confidence <= SURE


def test_a_code_of_a_state_leaves_the_town_of_that_name() -> None:
    answer = ask("Hilton, NY")
    assert isinstance(answer, Found) and answer.place.title == "Hilton"


@pytest.mark.parametrize("name", ["Spain Airport", "Capitol Hill Airport"])
def test_no_country_and_no_landmark_is_an_airport(name: str) -> None:
    assert isinstance(ask(name), Unknown)


@pytest.mark.parametrize("name", ["Sarajevo, Bosnia and Herzegovina, Federation of", "Saint George's, Saint George"])
def test_neither_a_country_nor_a_namesake_is_taken_for_a_town_in_a_region(name: str) -> None:
    answer = ask(name)
    assert not isinstance(answer, Found) or answer.place.title in {"Sarajevo", "Saint George's"}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("1211 Genève 10", "Geneva"),
        ("75007 Paris Cedex 07", "Paris"),
        ("Paris 75008", "Paris"),
        ("00-001 Warszawa", "Warsaw"),
        ("Praha 110 00", "Prague"),
        ("Lisboa 1100-148", "Lisbon"),
        ("Ottawa, ON K1A 0A6", "Ottawa"),
        ("Canberra ACT 2600", "Canberra"),
        ("Алматы 050000", "Almaty"),
    ],
)
def test_a_postal_code_says_no_more_than_the_name(name: str, title: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.title == title
    assert "is read as a postal code" in answer.candidates[0].reasons[0]


def test_of_a_province_and_a_village_abroad_the_province_is_meant_and_of_two_provinces_neither() -> None:
    goa = ask("Goa")
    assert isinstance(goa, Found) and (goa.place.kind, goa.place.country) == ("region", "IN")
    punjab = ask("Punjab")
    assert isinstance(punjab, Ambiguous) and {c.place.country for c in punjab.candidates[:2]} == {"PK", "IN"}


def test_while_somebody_types_a_city_stands_before_its_region_and_before_a_district_abroad() -> None:
    titles = [place.title for place in RESOLVE.beginning("sama", 10)]
    assert titles.index("Samara") < titles.index("Samara Oblast") < titles.index("Samarkand")
    assert titles.index("Samarkand") < titles.index("Samarqand Region")
    assert "Samastīpur" not in titles[: titles.index("Samarqand Region")]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Paris 8, France", "Paris"),
        ("Paris 7e", "Paris"),
        ("Geneva 10, Switzerland", "Geneva"),
        ("Wien I", "Vienna"),
        ("Budapest V", "Budapest"),
        ("Prague 1, Czech Republic", "Prague"),
        ("London SW1", "London"),
        ("suburbs of Paris", "Paris"),
        ("Tashkent and surroundings", "Tashkent"),
        ("Saint Petersburg, Leningrad Oblast", "Saint Petersburg"),
        ("Hamburg, Schleswig-Holstein", "Hamburg"),
        ("Vienna, Lower Austria", "Vienna"),
        ("Elizabeth II", None),
        ("Camp 7", None),
        ("Gomel, Brest Region", None),
    ],
)
def test_a_part_of_a_city_and_a_region_beside_it_leave_the_city_in_doubt(name: str, title: str | None) -> None:
    answer = ask(name)
    assert (answer.place.title if isinstance(answer, Found) else None) == title
    assert not isinstance(answer, Found) or answer.confidence <= 0.9


@pytest.mark.parametrize("name", ["Moscow, Moscow Oblast", "Kyiv, Kyiv Oblast", "Wien 1010", "Praha 1"])
def test_a_region_of_the_city_s_name_and_a_postal_code_leave_no_doubt(name: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.confidence > 0.95


@pytest.mark.parametrize(("name", "country"), [("Islamabad", "PK"), ("Philadelphia", "US"), ("Bruges", "BE")])
def test_beside_a_city_of_the_world_nobody_means_what_some_list_calls_so(name: str, country: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.country == country
    assert not isinstance(ask("Cancun"), Found)  # Changchun is too large for that
