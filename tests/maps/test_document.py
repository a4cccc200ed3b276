"""The map document: always the same bytes, and no text of a data file where it could be run."""

import json
import re
from pathlib import Path

import pytest

from mapapp import assembly
from mapapp.catalogue.tours import load_tour
from mapapp.maps import itinerary
from mapapp.maps.document import Links, document, script_json
from mapapp.maps.standalone import standalone
from mapapp.marks import ghosts, marks
from mapapp.snapshot import Snapshot
from mapapp.tour import Status, Tour
from mapapp.view import View
from tests.fixtures import TOURS, injection, many_events
from tests.fixtures.places import KnownPlaces

LINKS = Links("map.js", "map.css", "basemap/", "cards.json", "corridor.json?corridor=", "1")


def load(folder: Path) -> Tour:
    return load_tour(folder, KnownPlaces()).tour


def html(tour: Tour) -> str:
    return document(Snapshot(tour, tour, View()), LINKS, {}).html


def test_the_same_snapshot_gives_the_same_bytes() -> None:
    shown = assembly.snapshot(View())
    assert document(shown, LINKS, {}) == document(shown, LINKS, {})
    assert standalone(shown) == standalone(shown)


def test_no_other_host_is_named() -> None:
    without_data = re.sub(
        r'<script type="application/json".*?</script>', "", html(load(TOURS / "one-visit")), flags=re.DOTALL
    )
    assert "http" not in without_data


def test_injected_text_stands_only_in_the_data(tmp_path: Path) -> None:
    """Each text of the injection table comes back from the JSON block and is nowhere else in the document."""
    tour = load(injection.write_tour(tmp_path / "tour"))
    assert len(tour.events) > 20
    text = html(tour)
    data = re.findall(r'id="mapapp-data">(.*?)</script>', text, re.DOTALL)
    assert len(data) == 1
    parsed = json.loads(data[0])
    assert [mark["title"] for mark in parsed["marks"]] == [mark.place.title for mark in marks(tour)]
    for words in ("window.injected", "7*7", "${alert", "__mro__"):
        assert words not in re.sub("<title>.*?</title>|<meta .*?>", "", text.replace(data[0], ""), flags=re.DOTALL)


def test_json_in_a_script_cannot_end_it() -> None:
    text = script_json({"a": "</script><!--\u2028&"})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": "</script><!--\u2028&"}


def test_a_city_visited_twice_has_one_disc_with_both_numbers() -> None:
    labels = [mark.label for mark in marks(load(TOURS / "one-city-twice"))]
    assert any(" · " in label for label in labels)


def test_a_tour_over_the_date_line_runs_on() -> None:
    longitudes = [p.longitude for p in itinerary.unwrapped(load(TOURS / "across-the-date-line")).values()]
    assert max(longitudes) > 180 or min(longitudes) < -180
    assert max(longitudes) - min(longitudes) < 180


def test_a_tour_round_the_world_stays_on_one_turn_of_it() -> None:
    """The leg over the Pacific leaves the map at one edge and comes in at the other, at the same latitude."""
    tour = load(TOURS / "around-the-world")
    positions = itinerary.unwrapped(tour)
    longitudes = [p.longitude for p in positions.values()]
    assert min(longitudes) == pytest.approx(-122.42)
    assert max(longitudes) == pytest.approx(139.69, abs=0.1)
    middle = itinerary.described(tour)["middle"]
    assert middle == pytest.approx((min(longitudes) + max(longitudes)) / 2)
    over = [f["geometry"]["coordinates"] for f in itinerary._legs(tour) if f["properties"]["id"] == 0]
    assert len(over) == 2
    assert (over[0][-1][0], over[1][0][0]) == pytest.approx((middle + 180, middle - 180), abs=1e-3)
    assert over[0][-1][1] == over[1][0][1]
    assert [len([f for f in itinerary._legs(tour) if f["properties"]["id"] == i]) for i in range(1, 5)] == [1] * 4
    assert sum(map(len, over)) <= 20  # so few that a long way is smooth


def test_very_many_marks_are_positions_in_the_data(tmp_path: Path) -> None:
    """Folium writes no marker for any of them, and the page finds all of them in order."""
    tour = load(many_events.write_tour(tmp_path / "many", 1000))
    found = itinerary.described(tour)
    assert found["points"] == [[round(d, 4) for d in mark.place.position] for mark in marks(tour)]
    assert len(found["points"]) == 250
    assert "points" not in itinerary.described(load(TOURS / "one-visit"))


def test_the_shipped_tour_shows_doubt_and_status() -> None:
    tour = assembly.loaded("central-asia-2025").tour
    assert {ghost.place.title for ghost in ghosts(tour)} == {"Astana"}
    found = {(mark.place.title, mark.symbol, mark.status) for mark in marks(tour)}
    assert ("Ashgabat", "event", Status.POSTPONED) in found
    assert ("Samarkand", "summit", Status.HELD) in found
    assert ("Astana", "summit", Status.ANNOUNCED) in found
    kallas = [mark.place.title for mark in marks(tour) if mark.traveller == 0]
    assert kallas == ["Ashgabat", "Tashkent", "Almaty"]


@pytest.mark.parametrize("name", sorted(p.name for p in TOURS.iterdir() if p.is_dir()))
def test_every_fixture_becomes_a_document(name: str) -> None:
    tour = load(TOURS / name)
    assert html(tour).startswith("<!doctype html>")
    assert b"noscript" in standalone(Snapshot(tour, tour, View()))


def test_far_ends_of_the_way_are_left_out_of_the_first_view() -> None:
    found = itinerary.described(assembly.loaded("us-central-asia-2015").tour)["marks"]
    assert [mark["title"] for mark in found if mark.get("far")] == ["Vienna", "London"]


def test_marks_have_the_days_that_pictures_have() -> None:
    """Of what stands together at a place the surest days are told; each mark has its own for when others are hidden."""
    found = itinerary.described(assembly.loaded("central-asia-2025").tour)["marks"]
    days = [(mark["title"], mark["date"], mark.get("dates", mark["date"])) for mark in found]
    assert days[:5] == [
        ("Ashgabat", "27 Mar", "27 Mar"),
        ("Tashkent", "27 Mar", "27 Mar"),
        ("Almaty", "about 28 Mar", "about 28 Mar"),
        ("Ashgabat", "about 27 Mar", "27 Mar"),
        ("Ashgabat", "4 Mar", "27 Mar"),
    ]
    since = [mark.get("since") for mark in found[:5]]
    assert since == [None, None, None, "2025-03-27", "2025-03-04"], "by which those of one place are put in order"
