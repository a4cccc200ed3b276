"""Codes of states behind a name: of Germany, India, Mexico, Switzerland, and of Italy's provinces."""

import pytest

from mapapp import country
from mapapp.foreign.divisions import are_divisions, country_of
from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Ambiguous, Found, Resolution, Unknown

RESOLVE = OfflineResolver()


def ask(name: str, country: str = "") -> Resolution:
    return RESOLVE(RESOLVE.toponym(name, country))


@pytest.mark.parametrize(
    ("name", "title", "land"),
    [
        ("München, BY", "Munich", "DE"),
        ("Köln, NW", "Köln", "DE"),
        ("Erfurt, TH", "Erfurt", "DE"),
        ("Mumbai, MH", "Mumbai", "IN"),
        ("Bengaluru (KA)", "Bengaluru", "IN"),
        ("Guadalajara, JAL", "Guadalajara", "MX"),
        ("Guadalajara, Jal.", "Guadalajara", "MX"),
        ("Chetumal, Q.R.", "Chetumal", "MX"),
        ("Cancún, QR", "Cancún", "MX"),
        ("Bern BE", "Bern", "CH"),
        ("Lugano (TI)", "Lugano", "CH"),
        ("Assisi, PG", "Assisi", "IT"),
        ("06081 Assisi PG", "Assisi", "IT"),
        ("Como (CO)", "Como", "IT"),
        ("Verona, PA", "Verona", "US"),
        ("Paris, FR", "Paris", "FR"),
        ("Lisbon, PT", "Lisbon", "PT"),
    ],
)
def test_a_code_behind_a_name_is_that_of_the_state_which_holds_it(name: str, title: str, land: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found), answer
    assert (answer.place.title, answer.place.country) == (title, land)
    assert answer.confidence > 0.95


@pytest.mark.parametrize(("name", "region"), [("Castro (LE)", "Apulia"), ("Castro (BG)", "Lombardy")])
def test_the_code_of_an_italian_province_tells_towns_of_one_name_apart(name: str, region: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.region == region


def test_a_town_of_the_region_that_lies_in_another_province_is_not_meant() -> None:
    """Florence is in Tuscany, as the province AR is; the Florence of Arkansas is in no list."""
    assert isinstance(ask("Florence, AR"), Unknown)


@pytest.mark.parametrize("name", ["Milan, MI", "Milan (MI)"])
def test_a_town_in_two_states_of_one_code_is_asked_for(name: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Ambiguous)
    assert {c.place.country for c in answer.candidates} == {"IT", "US"}


@pytest.mark.parametrize(("name", "state"), [("Salem, TN", "Tennessee"), ("Como, CO", "Colorado")])
def test_a_code_that_english_writes_for_another_state_leaves_a_doubt(name: str, state: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.confidence == 0.9
    assert any(state in reason for reason in answer.candidates[0].reasons)


def test_a_country_that_the_row_states_settles_it() -> None:
    answer = ask("Milan, MI", "Italy")
    assert isinstance(answer, Found) and answer.confidence > 0.95


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (["BY", "NW", "HH"], "DE"),
        (["JAL", "NL", "QR"], "MX"),
        (["MH", "KA", "TN"], "IN"),
        (["ZH", "BE", "VD"], "CH"),
        (["PG", "RM", "FI", "NA"], "IT"),
        (["CA", "PA", "CO"], "US"),
        (["AL", "PA"], ""),
    ],
)
def test_a_column_of_codes_tells_its_country(cells: list[str], code: str) -> None:
    assert country_of(cells) == code


def test_a_column_of_countries_without_a_heading_holds_no_provinces() -> None:
    """FR, CH and AT are provinces of Italy as well."""
    assert not are_divisions(["FR", "CH", "AT"])
    assert are_divisions(["CA", "PA", "CO"])


def test_a_word_in_small_letters_is_no_code_of_a_province() -> None:
    assert not RESOLVE.regions.coded("Si") and not RESOLVE.regions.named("si")
    assert "US" in country.states("PA") and "IT" in country.states("PA")
