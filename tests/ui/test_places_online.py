"""The page Places with a service online, and with tours of one's own."""

import html
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures import TOURS
from tests.fixtures.geocoding_server import GeocodingServer, Reply, geocoding_server, nominatim_place, told
from tests.ui.places_page import DOUBT, SPAIN, VALENCIA, about, choose, find, names, open_page, said


@pytest.fixture(autouse=True)
def tours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_TOURS", str(TOURS))


@pytest.fixture
def server(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GeocodingServer]:
    assert own_cache.is_dir()
    with geocoding_server(lambda _: told([nominatim_place("Nowhereville", 51.5, 71.4, "kz")])) as running:
        monkeypatch.setenv("MAPAPP_NOMINATIM_URL", running.address)
        monkeypatch.delenv("MAPAPP_OPENCAGE_KEY", raising=False)
        yield running


def test_a_service_is_asked_on_a_click_alone_and_after_it_was_said(server: GeocodingServer) -> None:
    """What it says can be chosen, is credited, and is written as a position."""
    name = "visits.csv:5:place"
    test = open_page()
    test.session_state[f"live_{name}"] = True
    test.run()
    host = server.address.removeprefix("http://")
    assert f"The name 'Nowhereville' is sent to {host} (Nominatim), and nothing else." in html.unescape(said(test))
    assert not server.asked
    test.button(key=f"ask_{name}").click().run()
    assert server.names == ["Nowhereville"]
    assert "Nominatim has been asked" in said(test) and "© OpenStreetMap contributors" in said(test)
    option = find(test, "selectbox", f"pick_{name}_").options[0]
    assert option.startswith("Nowhereville, Kazakhstan · ")
    find(test, "selectbox", f"pick_{name}_").select_index(0).run()
    assert "latitude 51.50000, longitude 71.40000" in about(test, "Nowhereville")
    assert "Nowhereville, Kazakhstan" in about(test, "Nowhereville")
    assert len(server.asked) == 1


def test_a_service_that_fails_gets_a_sentence(server: GeocodingServer) -> None:
    name = "visits.csv:5:place"
    server.then(Reply(403, b"Forbidden"))
    test = open_page()
    test.session_state[f"live_{name}"] = True
    test.run().button(key=f"ask_{name}").click().run()
    assert not test.exception
    assert "Nominatim could not be asked. " in said(test)
    find(test, "selectbox", f"service_{name}").set_value("opencage").run()
    assert "MAPAPP_OPENCAGE_KEY" in said(test)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The tour with cells as a typist leaves them: two cities in one, a region and nonsense as a country."""
    folder = shutil.copytree(TOURS / DOUBT, tmp_path / "own")
    file = folder / "visits.csv"
    cells = {b"Valencia;;": b"Khiva, Bukhara;UZ;", b"Alexandria;;": b"Paris;Texas;", b"Nukuss;;": b"London;Freedonia;"}
    data = file.read_bytes()
    for was, becomes in cells.items():
        data = data.replace(was, becomes)
    file.write_bytes(data)
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    return "own"


def test_nothing_can_be_chosen_for_a_cell_with_two_places(own: str) -> None:
    test = open_page(own)
    assert "The cell names several places: Khiva and Bukhara. Write a line for each." in about(test, "Khiva, Bukhara")
    test.session_state[f"choice_{VALENCIA}"] = True
    test.run()
    for kind in ("selectbox", "text_input", "expander"):
        assert not [w for w in test.get(kind) if VALENCIA in (getattr(w, "key", "") or "")]
    assert not any("Khiva" in option for box in test.selectbox for option in box.options)


def test_what_the_file_states_as_its_country_is_shown(own: str) -> None:
    test = open_page(own)
    assert "country stated: Texas<" in about(test, "Paris")
    assert "Paris, Texas, United States" in about(test, "Paris") and ">sure<" in about(test, "Paris")
    london = about(test, "London")
    assert "country stated: Freedonia<" in london and ">unknown<" in london
    assert "No place of this name is known in “Freedonia”, which is stated as its country." in london


def test_what_a_choice_changes_is_said(own: str) -> None:
    """Every column by name, and the country that the file states beside the one that it will state."""
    test = choose(open_page(own), "visits.csv:4:place", "geonames:1526384")
    assert "country stated: Uzbekistan, the corrected file says Kazakhstan" in about(test, "Almaty")
    test.session_state["choice_visits.csv:6:place"] = True
    find(test.run(), "text_input", "type_visits.csv:6:place_").set_value("Aktau").run()
    words = html.unescape(said(test))
    assert "Only these cells differ:" in words
    assert (
        "visits.csv: place in lines 4, 6 (the id is added); country in line 4 (the country of the chosen place); "
        "latitude, longitude in line 6 (emptied, because they would overrule the choice)<" in words
    )


def test_a_name_that_was_chosen_needs_no_attention_and_stays_under_the_hand() -> None:
    test = choose(open_page(), VALENCIA, SPAIN)
    box = find(test, "button_group", "places_filter")
    assert "Needs attention · 9" in [option.content for option in box.proto.options]
    box.set_value("Needs attention").run()
    assert "Valencia" in names(test)


def test_a_misspelt_name_is_not_said_to_be_certain() -> None:
    words = about(open_page(), "Samarkent")
    assert ">in doubt<" in words and "likely, if the name is misspelt" in words and "99%" not in words


def test_what_a_service_said_stands_where_it_was_asked_and_credits_nobody_for_nothing(server: GeocodingServer) -> None:
    name = "visits.csv:5:place"
    server.then(told([]))
    test = open_page()
    test.session_state[f"live_{name}"] = True
    test.run().button(key=f"ask_{name}").click().run()
    inside = next(block for block in test.get("popover") if block.children)
    assert any("Nominatim knows no place of this name." in str(e.proto.body) for e in inside.get("html"))
    assert "OpenStreetMap" not in said(test)
    test.session_state[f"live_{name}"] = False
    assert said(test.run()).count("Nominatim knows no place of this name.") == 1
