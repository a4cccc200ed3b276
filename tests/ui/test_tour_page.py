"""The wiring of the main page. What the map shows is tested in tests/maps and tests/browser."""

from pathlib import Path

import pytest

from tests.fixtures import TOURS, injection
from tests.ui.main_page import open_page, words


def test_it_says_what_it_shows() -> None:
    test = open_page()
    assert test.title[0].value == "The EU's road to Samarkand"
    assert "15 events" in words(test)
    assert not test.info


def test_each_value_says_how_many_events_it_would_leave() -> None:
    test = open_page()
    assert test.pills(key="countries").options == ["Kazakhstan · 4", "Turkmenistan · 8", "Uzbekistan · 3"]
    test.pills(key="travellers").set_value(["vassilenko"]).run()
    assert test.pills(key="countries").options == ["Kazakhstan · 0", "Turkmenistan · 4", "Uzbekistan · 0"]
    assert "4 of 15 events" in words(test)
    assert test.query_params["traveller"] == "vassilenko"


def test_filters_narrow_each_other_and_clear_in_one_click() -> None:
    test = open_page(country="KZ", q="tokayev")
    assert "1 of 15 events" in words(test)
    test.button(key="clear").click().run()
    assert "15 events" in words(test)
    assert "of 15" not in words(test)
    assert dict(test.query_params).keys() == {"v"}


def test_an_empty_result_offers_the_way_back() -> None:
    test = open_page(country="TM", topic="visas")
    assert "No event fits these filters." in words(test)
    assert "0 of 15 events" in words(test)
    test.button(key="clear").click().run()
    assert "15 events" in words(test)


def test_only_sure_events() -> None:
    loose = words(open_page(since="2026-06-01", until="2026-06-30"))
    strict = words(open_page(since="2026-06-01", until="2026-06-30", sure="1"))
    assert "1 of 15 events" in loose
    assert "0 of 15 events" in strict


def test_another_tour() -> None:
    test = open_page()
    test.selectbox(key="tour").set_value("us-central-asia-2015").run()
    assert not test.exception
    assert test.title[0].value == "Five states in four days"
    assert test.query_params["tour"] == "us-central-asia-2015"


@pytest.mark.parametrize(
    "query",
    [
        {"since": "x"},
        {"tour": "../x"},
        {"country": "XX"},
        {"event": "x"},
        {"at": "a,b,c"},
        {"v": "9"},
        {"since": "2030-01-01"},
    ],
)
def test_a_broken_link_gets_a_sentence_and_the_tour(query: dict[str, str]) -> None:
    test = open_page(**query)
    assert test.info
    assert "15 events" in words(test)


@pytest.mark.parametrize("name", sorted(p.name for p in TOURS.iterdir() if p.is_dir()))
def test_every_fixture_opens(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_TOURS", str(TOURS))
    open_page(tour=name)


def test_a_tour_without_events_counts_its_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_TOURS", str(TOURS))
    said = words(open_page(tour="no-events")).splitlines()
    assert any(line.endswith((" stay", " stays")) for line in said) and "0 events" not in said


def test_problems_in_the_data_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_TOURS", str(TOURS))
    test = open_page(tour="every-problem-at-once")
    assert any("problems in the data" in expander.label for expander in test.expander)
    assert "visits.csv:" in test.code[0].value


def test_a_tour_of_injections_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    injection.write_tour(tmp_path / "injections")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    open_page(tour="injections")


def test_a_choice_made_before_the_newest_address_came_is_kept() -> None:
    """The browser sends it with the address that it had; the one that is written then holds both."""
    test = open_page()
    before = dict(test.query_params)
    test.pills(key="countries").set_value(["KZ"]).run()
    for chosen in (["KZ", "UZ"], ["UZ"], []):
        test.query_params.clear()
        for name, value in before.items():
            test.query_params[name] = value
        test.pills(key="countries").set_value(chosen).run()
        assert test.pills(key="countries").value == chosen
        assert dict(test.query_params).get("country", "") == ",".join(chosen)


def test_an_older_address_without_a_choice_is_the_back_button() -> None:
    test = open_page()
    test.pills(key="countries").set_value(["KZ"]).run()
    test.pills(key="countries").set_value(["KZ", "UZ"]).run()
    test.query_params["country"] = "KZ"
    test.run()
    assert test.pills(key="countries").value == ["KZ"]
    assert test.query_params["country"] == "KZ"
