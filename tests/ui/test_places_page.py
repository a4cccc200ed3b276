"""The page of all names: its wiring, what it says, choosing another place, and files with the choices."""

import html
import shutil
from pathlib import Path

import pytest

from mapapp import assembly, library
from mapapp.drafts.names import entries
from mapapp.exports import FORMAT
from mapapp.view import View
from mapapp.viewer import Viewer
from tests.fixtures import TOURS, injection
from tests.fixtures.shipped import IDS
from tests.ui.places_page import DOUBT, SPAIN, VALENCIA, about, choose, find, go, names, open_page, said


@pytest.fixture(autouse=True)
def tours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_TOURS", str(TOURS))


@pytest.mark.parametrize(("id_", "count"), [*zip(IDS, (11, 7), strict=True)])
def test_the_tours_that_ship_are_sure_of_every_name(id_: str, count: int) -> None:
    test = open_page(id_)
    assert f"{count} names, all of them sure." in said(test)
    assert len(names(test)) == count
    assert not test.get("download_button") and "as you chose" not in said(test)
    assert test.query_params.get("tour", IDS[0]) == id_


def test_what_needs_attention_comes_first_with_its_candidates() -> None:
    test = open_page()
    assert "16 names, of which 5 unknown, 3 ambiguous, 2 in doubt." in said(test)
    assert names(test)[:3] == ["Almaty", "Nowhereville", "Nukuss"]
    options = find(test, "selectbox", f"pick_{VALENCIA}_").options
    assert options[1].startswith("Valencia, ") and "Spain · possible · city, 824,340 people · " in options[1]
    assert options[1].endswith(" km from the stops beside it")
    assert "No place of this name is known in Uzbekistan." in about(test, "Almaty")
    assert "The cell is empty" in about(test, "no name in the cell")


def test_each_name_says_what_it_stands_for_and_who_says_so() -> None:
    words = about(open_page(), "Алма-Ата")
    for part in (
        *("visits.csv, line 7, visit pinned", "Almaty, Kazakhstan", "city, 1,977,011 people (populated place)"),
        *("latitude 43.25249, longitude 76.91150", "as given", "named by its id in the file"),
        *("geonames:1526384", ">sure<"),
    ):
        assert part in words
    assert "coordinates in the file" in about(open_page(), "A new terminal")
    likely = about(open_page(), "Alexandria")
    assert "likely (93%)" in likely and ">in doubt<" in likely and "gazetteer (GeoNames), geonames:361058" in likely


def test_the_filter_leaves_what_needs_attention() -> None:
    test = open_page()
    find(test, "button_group", "places_filter").set_value("Needs attention").run()
    assert len(names(test)) == 10
    find(test, "button_group", "places_filter").set_value(None).run()
    assert len(names(test)) == 16


def test_a_choice_is_shown_here_and_on_the_map_with_a_way_back() -> None:
    test = choose(open_page(), VALENCIA, SPAIN)
    assert "16 names, of which 5 unknown, 2 ambiguous, 2 in doubt." in said(test)
    assert ">your choice<" in about(test, "Valencia") and "Valencian Community" not in about(test, "Tashkent")
    assert find(test, "download_button", "download_").label == "Download the corrected visits.csv"
    go(test, "Map")
    assert "One place is shown as you chose on the page Places." in said(test)
    assert not any("Valencia" in code.value for code in test.code)
    test.button(key="take_back_all").click().run()
    assert "as you chose" not in said(test)
    assert any("'Valencia' may be" in code.value for code in test.code)
    assert "5 unknown, 3 ambiguous" in said(go(test, "Places"))


def test_other_sessions_see_the_tour_as_its_files_have_it() -> None:
    mine, other = open_page(), open_page()
    choose(mine, VALENCIA, SPAIN)
    assert "2 ambiguous" in said(mine)
    other.run()
    assert "3 ambiguous" in said(other) and not other.get("download_button")
    assert "3 ambiguous" in said(open_page())


def test_a_choice_can_be_changed_and_taken_back_alone() -> None:
    test = choose(choose(open_page(), VALENCIA, SPAIN), "visits.csv:3:place", "geonames:1216265")
    assert "2 places are shown" in said(test)
    choose(test, VALENCIA, "geonames:3625549")
    assert "2 places are shown" in said(test) and "Venezuela" in about(test, "Valencia")
    test.button(key=f"back_{VALENCIA}").click().run()
    assert "One place is shown" in said(test) and ">ambiguous<" in about(test, "Valencia")


def test_an_id_or_coordinates_can_be_typed() -> None:
    test = open_page()
    find(test, "text_input", "type_visits.csv:5:place_").set_value("north of here").run()
    assert "&#x27;north of here&#x27; is no known place." in said(test)
    find(test, "text_input", "type_visits.csv:5:place_").set_value("51.5, 71.4").run()
    assert "no known place" not in said(test)
    assert "latitude 51.50000, longitude 71.40000" in about(test, "Nowhereville")


def test_a_choice_lapses_when_the_file_says_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after the corrected file was put in its place: nothing is left to correct."""
    folder = shutil.copytree(TOURS / DOUBT, tmp_path / "own")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    test = choose(open_page("own"), VALENCIA, SPAIN)
    file = folder / "visits.csv"
    file.write_bytes(file.read_bytes().replace(b"Valencia", b"Bishkek"))
    test.run()
    assert "2 ambiguous" in said(test) and "Bishkek, Kyrgyzstan" in about(test, "Bishkek")
    assert not test.get("download_button")


def test_a_file_without_a_column_for_the_place_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shutil.copytree(TOURS / "one-visit", tmp_path / "own")
    rows = "id,traveller,latitude,longitude,arrival,source\nstay,rivers,42.87,74.59,2025-03-27,report\n"
    (folder / "visits.csv").write_text(rows)
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    test = open_page("own")
    test.session_state["choice_visits.csv:2:place"] = True
    find(test.run(), "text_input", "type_visits.csv:2:place_").set_value("Osh").run()
    assert "visits.csv has no column 'place' for it; add that column first." in html.unescape(said(test))
    assert not test.get("download_button")


def test_an_unfinished_tour_gets_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "tour.toml").write_text("title = 'Bare'\n")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    assert "Bare: no place is named." in said(open_page("bare"))


@pytest.mark.parametrize("name", sorted(p.name for p in TOURS.iterdir() if p.is_dir()))
def test_every_fixture_opens(name: str) -> None:
    open_page(name)


def test_names_are_shown_as_the_text_that_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    injection.write_tour(tmp_path / "injections")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    test = open_page("injections")
    assert len(names(test)) == 25
    assert "Show more of the" in test.button(key="more_places").label
    for _ in range(4):
        if any(button.key == "more_places" for button in test.button):
            test.button(key="more_places").click().run()
    assert not test.exception
    assert "<img" not in said(test) and "<script" not in said(test) and "<svg" not in said(test)
    assert any("<img src=x" in name for name in names(test))


@pytest.mark.parametrize(("suffix", "file"), [("csv", "mine.csv"), ("xlsx", "visits")])
def test_a_tour_in_one_file_opens_and_is_corrected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, file: str
) -> None:
    """A CSV file can be downloaded with the choice in it; for a workbook it is said what to write where."""
    snapshot = assembly.snapshot(View(tour="one-visit"))
    (tmp_path / f"mine.{suffix}").write_bytes(FORMAT[f"tour.{suffix}"].write(snapshot))
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    test = open_page("mine")
    key = next(e.key for e in entries(assembly.loaded("mine").names) if e.now.file == file)
    test.session_state[f"choice_{key}"] = True
    find(test.run(), "text_input", f"type_{key}_").set_value("geonames:1514879").run()
    assert not test.exception
    line = key.split(":")[1]
    if suffix == "csv":
        assert find(test, "download_button", "download_").label == "Download the corrected mine.csv"
        assert f"mine.csv: place in line {line} (the id is added); " in said(test)
    else:
        assert not test.get("download_button")
        assert "write into mine.xlsx:" in said(test)
        assert f"visits, line {line}: place: " in said(test) and "latitude: empty" in said(test)


def test_whoever_may_write_saves_the_choice_in_a_tour_of_the_library(
    own_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a new version, with a link to the form of each entry; others take a file along, as before."""
    assert not own_library.exists()
    contents = {file.name: file.read_bytes() for file in (TOURS / DOUBT).iterdir()}
    id_ = library.create("Kept", contents, by="Ana")
    monkeypatch.setattr("mapapp.ui.who.viewer", lambda: Viewer("Ben", writes=True))
    test = choose(open_page(id_), VALENCIA, SPAIN)
    assert any(link.proto.label == "Open in the editor" for link in test.get("page_link"))
    assert not test.get("download_button")
    find(test, "button", "places_save").click().run()
    assert "Saved as version 2." in said(test) and "as you chose" not in said(test)
    assert b"Valencia [geonames:2509954]" in library.contents(id_, 2)["visits.csv"]
