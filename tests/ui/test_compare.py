"""The box on the main page that puts a second tour beside the first. What the map shows is tested in tests/js."""

import json
import shutil
from pathlib import Path

import pytest

from mapapp.assembly import snapshot
from mapapp.exports import FORMAT
from mapapp.exports.sheet import Sheet
from mapapp.maps.standalone import standalone
from mapapp.view import View
from tests.fixtures import TOURS
from tests.ui.main_page import open_page, words

OTHER = "us-central-asia-2015"
BOTH = View(tour="central-asia-2025", beside=OTHER)


def test_a_tour_is_put_beside_and_taken_away_again() -> None:
    """Filters and the address stay as far as they fit both."""
    test = open_page(country="TM")
    test.selectbox(key="compare_with").select(OTHER).run()
    assert not test.exception
    assert test.query_params["with"] == OTHER and test.query_params["country"] == "TM"
    assert test.title[0].value == "The EU's road to Samarkand compared with Five states in four days"
    assert "9 of 25 events" in words(test)
    test.selectbox(key="compare_with").select("").run()
    assert "with" not in test.query_params and test.query_params["country"] == "TM"


def test_days_are_compared_by_date_until_somebody_wants_days_of_travel() -> None:
    test = open_page(**{"with": OTHER})
    assert test.radio(key="compare_by").value == "date"
    test.radio(key="compare_by").set_value("travel").run()
    assert test.query_params["align"] == "travel"
    test.selectbox(key="compare_with").select("").run()
    assert "align" not in test.query_params


def test_a_tour_of_the_same_title_is_offered_with_its_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(TOURS / "one-city-twice", tmp_path / "spring")
    shutil.copytree(TOURS / "one-city-twice", tmp_path / "copy")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    options = open_page(tour="spring").selectbox(key="compare_with").options
    assert [option for option in options if option.endswith("(copy)")] and not any("(spring)" in o for o in options)


def test_a_traveller_of_the_tour_is_among_the_choices() -> None:
    test = open_page(**{"with": "traveller:vassilenko"})
    assert "Roman Vassilenko" in test.selectbox(key="compare_with").options
    assert "16 events" in words(test)


def test_what_cannot_be_compared_is_said_and_the_tour_is_shown_alone() -> None:
    for asked in ("nowhere", "traveller:nobody", "central-asia-2025", "../etc"):
        test = open_page(**{"with": asked})
        assert test.title[0].value == "The EU's road to Samarkand", asked
        assert "shown alone" in test.info[0].value, asked
        assert "with" not in test.query_params, asked


def test_the_saved_file_holds_both_sides() -> None:
    page = standalone(snapshot(BOTH)).decode()
    data = json.loads(page.split('id="mapapp-data">')[1].split("</script>")[0])
    assert [letter for letter, _ in data["sides"]] == ["A", "B"] and data["hues"] == [0, 0, 1]
    assert {mark.get("letter") for mark in data["marks"]} == {"A", "B"}
    assert {card.get("letter") for card in data["cards"]["events"]} == {"A", "B"}
    rahmon = [events for value, _, events in data["filters"]["facets"]["people"] if value == "rahmon"]
    assert len(rahmon) == 1 and len(rahmon[0]) > 1


def test_a_single_tour_says_nothing_of_sides() -> None:
    page = standalone(snapshot(View())).decode()
    assert '"letter":' not in page.split('id="mapapp-data">')[1].split("</script>")[0]


def test_a_picture_names_both_sides_and_letters_the_stops() -> None:
    svg = FORMAT["snapshot.svg"].write(snapshot(BOTH), Sheet()).decode()
    for part in ("A: The EU's road to Samarkand", "B: Five states in four days", ">A1<", ">B4<"):
        assert part in svg.replace("&#x27;", "'").replace("&apos;", "'"), part
