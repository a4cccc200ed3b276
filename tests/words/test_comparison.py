"""What two tours have in common is told, and nothing that only one of them has."""

import csv
import datetime as dt
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from mapapp.assembly import snapshot
from mapapp.beside import first_day, joined
from mapapp.catalogue.tours import load_tour
from mapapp.exports import FORMAT
from mapapp.exports.json import SCHEMA
from mapapp.geocoding import offline_resolver
from mapapp.maps.state import state
from mapapp.place import Place
from mapapp.position import Position
from mapapp.tour import Event, Located, Status, Tour
from mapapp.view import View
from mapapp.when import When
from mapapp.words.comparison import NOTHING, sentences, shared, table
from mapapp.words.language import Words
from mapapp.words.sides import side_words

BOTH = View(tour="central-asia-2025", beside="us-central-asia-2015")
TOWN = Place("x:town", "Town", "KZ", "P", Position(70.0, 40.0), population=10)
HALL = Place("x:hall", "Hall", "KZ", "S", Position(70.05, 40.02))
FAR = Place("x:far", "Far", "KZ", "P", Position(70.3, 40.0), population=10)
COUNTRY = Place("x:kz", "Kazakhstan", "KZ", "A", Position(70.0, 40.0))


def tour(place: Place, when: str = "2025-03-27", status: Status = Status.HELD, topic: str = "trade") -> Tour:
    event = Event("e", "", Located(place, place.title), When.parse(when), status=status, title="E", topics=(topic,))
    return Tour("t", "T", events=(event,))


def common(one: Tour, two: Tour, kind: str, align: str = "date") -> list[str]:
    return [row.name for row in shared(joined(one, two), align) if row.kind == kind]


def test_a_hall_and_its_town_are_one_place_and_two_towns_are_two() -> None:
    assert common(tour(HALL), tour(TOWN), "place") == ["Town"]
    assert common(tour(TOWN), tour(FAR), "place") == []
    assert common(tour(TOWN), tour(COUNTRY), "place") == []
    assert common(tour(COUNTRY), tour(COUNTRY), "place") == ["Kazakhstan"]


def test_what_did_not_take_place_is_in_common_with_nothing() -> None:
    assert shared(joined(tour(TOWN), tour(TOWN, status=Status.CANCELLED))) == ()


def test_days_are_those_on_which_something_surely_was() -> None:
    assert common(tour(TOWN), tour(FAR), "day") == ["27 March 2025"]
    assert common(tour(TOWN), tour(FAR, "2025-03"), "day") == []
    assert common(tour(TOWN), tour(FAR, "2025-03-27~"), "day") == []
    assert common(tour(TOWN), tour(FAR, "2015-11-01"), "day") == []


def test_days_of_travel_are_counted_from_the_first_of_each() -> None:
    both = joined(tour(TOWN), tour(FAR, "2015-11-01"))
    rows = [row for row in shared(both, "travel") if row.kind == "day"]
    assert [(row.id, row.name) for row in rows] == [("1", "Day 1")]
    assert [str(part.words) for part in rows[0].parts] == ["27 March 2025 · 1 event", "1 November 2015 · 1 event"]
    assert first_day(both, 1) == dt.date(2015, 11, 1)


def test_the_tours_that_ship_have_places_a_person_and_topics_in_common() -> None:
    found = shared(snapshot(BOTH).tour)
    assert [row.name for row in found if row.kind == "place"] == ["Ashgabat", "Samarkand", "Astana"]
    assert [row.id for row in found if row.kind == "person"] == ["rahmon"]
    assert [row.id for row in found if row.kind == "topic"] == ["regional-cooperation", "education"]
    ashgabat = found[0]
    assert ashgabat.parts[0].visits == ("kallas-ashgabat", "vassilenko-ashgabat")
    assert ashgabat.parts[1].visits == ("b.ashgabat",)


def test_a_filter_leaves_less_in_common() -> None:
    found = shared(snapshot(replace(BOTH, countries=("TM",))).tour)
    assert [row.name for row in found if row.kind == "place"] == ["Ashgabat"]


def test_nothing_in_common_is_said_and_a_single_tour_says_nothing() -> None:
    both = joined(tour(TOWN), tour(FAR, "2015", topic="water"))
    assert sentences(both) == [NOTHING]
    assert str(NOTHING) in table(both, "date", Words("en"))
    single = snapshot(View()).tour
    assert shared(single) == () and sentences(single) == [] and table(single, "date", Words("en")) == ""


def test_names_are_text_in_the_table() -> None:
    hostile = replace(TOWN, title="<b>Town</b>")
    told = table(joined(tour(hostile), tour(hostile)), "date", Words("en"))
    assert "<b>" not in told and "&lt;b&gt;Town&lt;/b&gt;" in told


@pytest.mark.parametrize("name", ["brief.md", "tour.csv", "tour.html", "tour.json"])
def test_files_tell_what_is_in_common(name: str) -> None:
    told = FORMAT[name].write(snapshot(BOTH)).decode()
    assert "Samarkand" in told and ("Places of both" in told or '"kind": "place"' in told)


def test_csv_tells_each_in_a_line_that_reading_back_passes_over(tmp_path: Path) -> None:
    path = tmp_path / "tour.csv"
    path.write_bytes(FORMAT["tour.csv"].write(snapshot(BOTH)))
    lines = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    told = [line["value"] for line in lines if line["key"] == "in common"]
    assert told == [str(sentence) for sentence in sentences(snapshot(BOTH).tour)]
    read = load_tour(path, offline_resolver)
    assert not read.problems and len(read.tour.events) == 25


def test_the_workbook_tells_it_on_its_first_sheet() -> None:
    with zipfile.ZipFile(io.BytesIO(FORMAT["tour.xlsx"].write(snapshot(BOTH)))) as book:
        assert "Places of both: Samarkand" in book.read("xl/sharedStrings.xml").decode()


def test_json_tells_the_sides_and_what_is_common_by_ids() -> None:
    told = json.loads(FORMAT["tour.json"].write(snapshot(replace(BOTH, align="travel"))))["comparison"]
    assert told["id_prefix"] == "b." and [side["letter"] for side in told["sides"]] == ["A", "B"]
    assert told["days"] == "travel"
    assert {row["kind"] for row in told["common"]} == {"place", "person", "topic", "day"}
    assert "comparison" in json.loads(SCHEMA.read_text(encoding="utf-8"))["properties"]
    assert "comparison" not in json.loads(FORMAT["tour.json"].write(snapshot(View())))


def test_pages_are_told_the_first_days_and_by_what_days_are_compared() -> None:
    both = snapshot(BOTH).whole
    assert side_words(both)["starts"] == ["2025-03-27", "2015-10-29"]
    assert state(both, replace(BOTH, align="travel"))["align"] == "travel"
    assert "align" not in state(snapshot(View()).whole, View())
