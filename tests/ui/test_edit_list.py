"""The list of the editor: records added, moved and taken out, and long lists."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from mapapp import library
from mapapp.drafts import sheets
from mapapp.viewer import Viewer
from tests.ui.editor import SCRIPT, Opened, field, words

TOML = b'title = "Mine"\ntravellers = ["a"]\n'
PEOPLE = b"id,name\na,Ada Rivers\nb,Ben Hills\n"
VISITS = b"""id,traveller,place,arrival,departure,kind,source
one,a,Almaty,2025-03-25,2025-03-26,official,s
two,a,Tashkent,2025-03-27,2025-03-28,official,s
three,a,Bishkek,about spring,,official,s
"""
SOURCES = b"id,title,publisher\ns,Report,Bureau\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, own_library: Path) -> Opened:
    """Open the page for a tour that is made of these tables."""
    assert not own_library.exists()
    monkeypatch.setattr("mapapp.ui.who.viewer", lambda: Viewer("Ben", writes=True))
    monkeypatch.setattr("mapapp.ui.menu.draw", lambda *_: None)

    def page(visits: bytes = VISITS, events: bytes = b"", lang: str = "en", toml: bytes = TOML) -> AppTest:
        tables = {"tour.toml": toml, "people.csv": PEOPLE, "visits.csv": visits, "sources.csv": SOURCES}
        id_ = library.create("Mine", tables | ({"events.csv": events} if events else {}))
        test = AppTest.from_string(SCRIPT, default_timeout=60)
        test.query_params["tour"] = id_
        test.query_params["lang"] = lang
        test.run()
        assert not test.exception
        return test

    return page


def listed(test: AppTest) -> list[str]:
    return [button.label for button in test.button if str(button.key).startswith("edit_open_")]


def press(test: AppTest, key: str) -> AppTest:
    test.button(key=key).click().run()
    assert not test.exception
    return test


def saved(test: AppTest) -> list[tuple[str, ...]]:
    """The places of the stops, and their other cells, as they are kept."""
    press(test, "edit_save")
    id_ = library.kept_tours()[0].id
    table = sheets.table(library.contents(id_), "visits.csv")
    return [(table.cell(row, "id"), table.cell(row, "place")) for row in range(len(table.rows))]


def test_each_stop_is_a_line_with_its_day_and_what_is_wrong_in_it(opened: Opened) -> None:
    """A date that is none stands there as it was written."""
    one, two, three = listed(opened())
    assert one == "25 March 2025 · Almaty"
    assert two.startswith("27 March 2025 · Tashkent")
    assert three.startswith("about spring · Bishkek · 1 problem")


def test_where_several_travel_a_stop_says_whose_it_is(opened: Opened) -> None:
    both = b'title = "Mine"\ntravellers = ["a", "b"]\n'
    visits = b"""id,traveller,place,arrival,source
one,a,Almaty,2025-03-25,s
two,b,Almaty,2025-03-25,s
"""
    assert listed(opened(visits, toml=both)) == [
        "25 March 2025 · Almaty · Ada Rivers",
        "25 March 2025 · Almaty · Ben Hills",
    ]


def test_the_list_speaks_the_language_of_its_reader(opened: Opened) -> None:
    """Places have their names in it, and of an author's columns that of the language is taken; the files stay."""
    visits = """id,traveller,place,place@ru,arrival,source
one,a,Almaty,,2025-03-25,s
two,a,Tashkent,Город хлебный,2025-03-27,s
three,a,Bishkek,,about spring,s
"""
    one, two, three = listed(opened(visits.encode(), lang="ru"))
    assert one.startswith("25 марта 2025") and one.endswith("· Алматы")
    assert "· Город хлебный" in two
    assert three.startswith("about spring · Бишкек · 1")


def test_a_new_stop_stands_last_is_open_and_takes_over_what_stops_have_in_common(opened: Opened) -> None:
    test = press(opened(), "edit_add")
    place = field(test, "Place")
    assert not place.value
    place.set_value("Astana").run()
    assert saved(test)[3][1] == "Astana"
    table = sheets.table(library.contents(library.kept_tours()[0].id), "visits.csv")
    assert (table.cell(3, "traveller"), table.cell(3, "source")) == ("a", "s")
    assert table.cell(3, "arrival") == ""


def test_stops_change_places_and_the_ends_of_the_list_are_ends(opened: Opened) -> None:
    test = press(opened(), "edit_open_visits.csv_0")
    assert test.button(key="edit_move_Earlier").disabled and not test.button(key="edit_move_Later").disabled
    press(press(test, "edit_move_Later"), "edit_move_Later")
    assert test.button(key="edit_move_Later").disabled, "what was moved stays open"
    assert [id_ for id_, _ in saved(test)] == ["two", "three", "one"]


def test_what_is_taken_out_can_be_brought_back(opened: Opened) -> None:
    test = press(press(opened(), "edit_open_visits.csv_1"), "edit_remove")
    assert "The stop is removed. Undo brings it back." in words(test)
    assert [line.split(" · ")[1] for line in listed(test)] == ["Almaty", "Bishkek"]
    press(test, "edit_undo")
    assert [line.split(" · ")[1] for line in listed(test)] == ["Almaty", "Tashkent", "Bishkek"]


def test_the_first_event_of_a_tour_is_added_by_its_own_button(opened: Opened) -> None:
    test = opened()
    test.segmented_control(key="edit_part").set_value("events.csv").run()
    assert not listed(test)
    press(test, "edit_add")
    assert field(test, "Title").value == "New event"
    press(press(test, "edit_back"), "edit_open_events.csv_0")
    assert "The event is removed. Undo brings it back." in words(press(test, "edit_remove"))


def test_a_long_list_is_shown_piece_by_piece(opened: Opened) -> None:
    rows = "".join(f"v{n},a,Almaty,2025-03-{1 + n % 28:02},,official,s\n" for n in range(90))
    test = opened(VISITS.splitlines(keepends=True)[0] + rows.encode())
    assert len(listed(test)) == 40
    press(test, "edit_more")
    assert len(listed(test)) == 90
    assert "edit_more" not in [button.key for button in test.button]
