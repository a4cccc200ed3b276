"""GeoJSON: valid to two other implementations, and with time, certainty and sources."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection
from hypothesis import given, settings
from shapely.geometry import box, shape

from mapapp.exports.geojson import write
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from tests.fixtures import strategies
from tests.fixtures.injection import INJECTIONS
from tests.fixtures.snapshots import MADE_UP, QUERIES, SHIPPED, as_read, corridor, hostile, seen, tour

pytestmark = pytest.mark.filterwarnings("ignore:BBOX crossing the Antimeridian")  # RFC 7946, section 5.2, allows it


def read(snapshot: Snapshot) -> dict[str, Any]:
    """The file as others read it; it must be valid to them."""
    data: dict[str, Any] = json.loads(write(snapshot))
    assert FeatureCollection(**data).length == len(data["features"])
    assert "crs" not in data
    for feature in data["features"]:
        geometry = shape(feature["geometry"])
        assert geometry.is_valid
        assert not geometry.is_empty
        assert box(-180, -90, 180, 90).covers(geometry)
    assert len({feature["id"] for feature in data["features"]}) == len(data["features"])
    return data


def kinds(data: dict[str, Any]) -> dict[str, int]:
    names = [feature["properties"]["feature"] for feature in data["features"]]
    return {name: names.count(name) for name in dict.fromkeys(names)}


def of(data: dict[str, Any], id_: str) -> dict[str, Any]:
    return next(feature for feature in data["features"] if feature["id"] == id_)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", [*SHIPPED, *MADE_UP])
def test_every_tour_is_valid_and_whole(name: str, query: str) -> None:
    snapshot = seen(tour(name), query)
    found = kinds(read(snapshot))
    assert found.get("event", 0) == len(snapshot.tour.events)
    assert found.get("visit", 0) == len(snapshot.tour.visits)


@settings(max_examples=40)
@given(strategies.tours(), strategies.filters())
def test_any_tour_is_valid(whole: Tour, view: View) -> None:
    read(Snapshot(select(whole, view), whole, view))


def test_everything_that_the_view_shows_is_there() -> None:
    line = corridor()
    data = read(seen(tour("central-asia-2025"), "", (line,)))
    assert kinds(data) == {
        "event": 15,
        "visit": 4,
        "leg": 2,
        "other place on record": 2,
        "corridor section": len(line.sections),
        "corridor node": len(line.nodes),
    }
    assert data["contents"].startswith("15 events, 4 March 2025 – 2026")
    assert data["credits"] == ["GeoNames (CC BY 4.0)", line.credit]
    cited = [citation for feature in data["features"] for citation in feature.get("citations", ())]
    assert cited
    for citation in cited:
        assert ("no address at hand" in citation["label"]) == ("@id" not in citation)
    assert "corridor section" not in kinds(read(seen(tour("central-asia-2025"), "")))


def test_longitude_comes_first_and_legs_are_great_circles() -> None:
    data = read(seen(tour("central-asia-2025")))
    assert of(data, "visit/kallas-tashkent")["geometry"]["coordinates"] == [69.21627, 41.26465]
    leg = of(data, "leg/kallas-ashgabat/kallas-tashkent")["geometry"]
    assert leg["type"] == "LineString"
    assert leg["coordinates"][0] == [58.38333, 37.95]
    assert len(leg["coordinates"]) > 15
    west, south, east, north = data["bbox"]
    assert (west, south, east, north) == (58.38333, 37.95, 76.9115, 51.1801)


def test_a_leg_over_the_date_line_is_cut_and_the_box_goes_round_the_short_way() -> None:
    data = read(seen(tour("across-the-date-line")))
    leg = of(data, "leg/tokyo/anchorage")["geometry"]
    assert leg["type"] == "MultiLineString"
    one, other = leg["coordinates"]
    assert (one[-1][0], other[0][0]) == (180, -180)
    assert all(abs(b[0] - a[0]) < 10 for piece in (one, other) for a, b in pairwise(piece))
    west, _, east, _ = data["bbox"]
    assert west == 139.69171
    assert east == -149.90028


def test_dates_keep_the_precision_of_their_source() -> None:
    data = read(seen(tour("central-asia-2025")))
    summit = of(data, "event/climate-summit")
    assert summit["when"]["timespans"] == [{"start": {"in": "2026"}, "end": {"in": "2026"}}]
    assert summit["properties"]["date"] == "2026"
    meeting = of(data, "event/closing-words")
    span = {"earliest": "2025-03-27", "latest": "2025-03-29"}
    assert meeting["when"] == {
        "timespans": [{"start": span, "end": span}],
        "label": "about 28 March 2025",
        "certainty": "less-certain",
    }


def test_every_number_of_a_source_leads_to_it() -> None:
    data = read(seen(tour("central-asia-2025"), "country=KZ", (corridor(), corridor("northern"))))
    numbers = [source["number"] for source in data["sources"]]
    assert numbers == list(range(1, len(numbers) + 1))
    cited = {number for feature in data["features"] for number in feature["properties"]["sources"]}
    assert cited <= set(numbers)
    ghost = of(data, "claim/tokayev/geonames:1526273")
    assert ghost["geometry"]["certainty"] == "uncertain"
    assert ghost["citations"][0]["locator"] == "paragraph 1"
    assert not ghost["properties"]["stated"]
    assert of(data, "event/tokayev")["properties"]["on_record"][0].startswith("On record about the place: Almaty [")


def test_every_text_is_there_as_it_is(tmp_path: Path) -> None:
    data = read(hostile(tmp_path / "hostile"))
    titles = {f["id"]: f["properties"]["title"] for f in data["features"] if f["properties"]["feature"] == "event"}
    assert titles == {f"event/e{i}": as_read(text) for i, text in enumerate(INJECTIONS.values())}


def test_the_same_snapshot_gives_the_same_bytes() -> None:
    assert write(seen(tour("central-asia-2025"))) == write(seen(tour("central-asia-2025")))
