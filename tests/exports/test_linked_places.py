"""Linked Places: valid, one feature for each place, and names with who writes them so."""

import json
from pathlib import Path
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from mapapp.exports.linked_places import write
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from tests.fixtures import TOURS, strategies
from tests.fixtures.snapshots import MADE_UP, SHIPPED, hostile, seen, tour

SCHEMA = json.loads((TOURS.parent / "linked-places.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

pytestmark = pytest.mark.filterwarnings("ignore:BBOX crossing the Antimeridian")  # RFC 7946, section 5.2, allows it


def read(snapshot: Snapshot) -> dict[str, Any]:
    """The file as others read it; it must be valid to them."""
    data: dict[str, Any] = json.loads(write(snapshot))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []
    assert FeatureCollection(**data).length == len(data["features"])
    ids = [feature["@id"] for feature in data["features"]]
    assert len(set(ids)) == len(ids)
    for feature in data["features"]:
        dated = "when" in feature or any("year" in c for name in feature["names"] for c in name["citations"])
        assert dated or not (snapshot.tour.events or any(v.when for v in snapshot.tour.visits))
    return data


def of(data: dict[str, Any], title: str) -> dict[str, Any]:
    return next(feature for feature in data["features"] if feature["properties"]["title"] == title)


@pytest.mark.parametrize("name", [*SHIPPED, *MADE_UP])
def test_every_tour_is_valid(name: str) -> None:
    read(seen(tour(name)))


@settings(max_examples=30)
@given(strategies.tours(), strategies.filters())
def test_any_tour_is_valid(whole: Tour, view: View) -> None:
    data = json.loads(write(Snapshot(select(whole, view), whole, view)))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


def test_one_feature_is_one_place() -> None:
    """Also where several travellers stayed, several events took place, and sources disagree."""
    data = read(seen(tour("central-asia-2025")))
    titles = [feature["properties"]["title"] for feature in data["features"]]
    assert sorted(titles) == ["Almaty", "Ashgabat", "Astana", "Samarkand", "Tashkent"]
    ashgabat = of(data, "Ashgabat")
    assert ashgabat["@id"] == ashgabat["links"][0]["identifier"] == "https://sws.geonames.org/162183/"
    assert ashgabat["properties"]["ccodes"] == ["TM"]
    assert ashgabat["geometry"]["coordinates"] == [58.38333, 37.95]
    assert any("20th EU–Central Asia Ministerial Meeting" in said["value"] for said in ashgabat["descriptions"])


def test_citations_belong_to_names_and_relations() -> None:
    data = read(seen(tour("central-asia-2025")))
    tashkent = of(data, "Tashkent")
    assert "citations" not in tashkent
    (name,) = tashkent["names"]
    assert name["toponym"] == "Tashkent"
    assert {citation["year"] for citation in name["citations"]} == {2025}
    for citation in name["citations"]:
        assert ("no address at hand" in citation["label"]) == ("@id" not in citation)
    ways = {relation["relationTo"]: relation for relation in tashkent["relations"]}
    assert set(ways) == {of(data, "Ashgabat")["@id"], of(data, "Almaty")["@id"]}
    assert all(relation["relationType"] == "gvp:tgn3000_related_to" for relation in ways.values())


def test_times_keep_the_precision_of_their_source() -> None:
    almaty = of(read(seen(tour("central-asia-2025"))), "Almaty")
    span = {"earliest": "2025-03-27", "latest": "2025-03-29"}
    assert {"start": span, "end": span} in almaty["when"]["timespans"]
    assert almaty["when"]["certainty"] == "less-certain"


def test_texts_with_breaks_and_quotes_stay_one_line(tmp_path: Path) -> None:
    read(hostile(tmp_path / "hostile"))
