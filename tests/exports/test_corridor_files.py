"""The files of a corridor's page, read back with other programs."""

import csv
import io
import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection

from mapapp.catalogue.corridors import load_corridor
from mapapp.catalogue.listing import CORRIDORS
from mapapp.corridor import Corridor
from mapapp.exports.corridor_csv import encounters_csv, route_csv, volumes_csv
from mapapp.exports.corridor_geojson import network_geojson, route_geojson
from mapapp.position import Position
from mapapp.routing.route import find_route
from tests.fixtures.alpha import alpha_to_delta, way
from tests.fixtures.shipped import shipped, with_area


def records(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def collection(data: bytes) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(data)
    FeatureCollection.model_validate(read)
    return read


@pytest.fixture(scope="module")
def titr() -> Corridor:
    return load_corridor(CORRIDORS / "trans-caspian").corridor


def test_a_route_has_a_record_for_each_leg() -> None:
    rows = records(route_csv(way("alpha", "delta")))
    assert [(row["from"], row["to"], row["mode"], row["km"], row["km_from_start"]) for row in rows] == [
        ("Alpha", "Beta", "rail", "75.0", "75.0"),
        ("Beta", "Gamma", "rail", "115.0", "190.0"),
        ("Gamma", "Delta", "sea", "150.0", "340.0"),
    ]
    assert rows[0]["gauge_change_at_end"] == "1435 to 1520 mm"
    assert rows[1]["transhipment_at_end"] == "rail to ship"
    assert rows[2]["border"] == "Poland to Sweden"
    assert rows[0]["sources"] == "Map House, Railway Atlas, 1999, https://example.org/atlas"


def test_volumes_keep_series_units_and_ranges_apart(titr: Corridor) -> None:
    rows = records(volumes_csv(titr))
    assert len(rows) == len(titr.volumes)
    assert list(dict.fromkeys(row["series"] for row in rows)) == [title for _, title in titr.series]
    of_2022 = next(row for row in rows if row["year"] == "2022" and row["unit"] == "million tonnes")
    assert (of_2022["value_low"], of_2022["value_high"]) == ("1.485", "1.7")
    assert all(row["sources"] for row in rows)


def test_stops_have_their_distances_and_what_was_said_there(titr: Corridor) -> None:
    rows = records(encounters_csv(shipped("central-asia-2025"), titr))
    almaty = next(row for row in rows if row["place"] == "Almaty" and row["traveller"] == "Kaja Kallas")
    assert almaty["nearest_node"] == "Almaty-1"
    assert almaty["nearest_section"] == "Zhetygen – Almaty-1"
    assert "Talks with President Tokayev" in almaty["events_about_the_corridor"]


def test_an_area_has_a_word_instead_of_distances(titr: Corridor) -> None:
    rows = records(encounters_csv(with_area(), titr))
    row = next(row for row in rows if row["place"] == "Kazakhstan")
    assert [row[name] for name in ("nearest_node", "node_km", "nearest_section", "section_km")] == [
        "an area",
        "",
        "",
        "",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1-1", "@sum(A1)", "\tx"])
def test_a_text_that_a_spreadsheet_would_compute_gets_an_apostrophe(text: str) -> None:
    bad = alpha_to_delta()
    bad = replace(bad, sections=tuple(replace(s, operator=text, note=text) for s in bad.sections))
    route = find_route(bad, "alpha", "delta")
    assert route is not None
    for row in records(route_csv(route)):
        assert row["operator"] == row["note"] == f"'{text}"


def test_the_network_holds_all_nodes_and_sections_and_its_credit(titr: Corridor) -> None:
    read = collection(network_geojson(titr))
    assert read["attribution"] == titr.credit
    assert "© OpenStreetMap contributors (ODbL)" in read["attribution"]
    kinds = [feature["geometry"]["type"] for feature in read["features"]]
    assert (kinds.count("Point"), kinds.count("LineString")) == (len(titr.nodes), len(titr.sections))
    aktau = next(f for f in read["features"] if f["id"] == "aktau-alat")
    assert aktau["properties"]["mode"] == "sea"
    assert aktau["geometry"]["coordinates"][0] == [51.218, 43.602]  # longitude first
    assert all(f["properties"]["sources"] for f in read["features"])


def test_a_route_is_drawn_in_the_direction_of_travel() -> None:
    read = collection(route_geojson(way("delta", "alpha")))
    lines = [f for f in read["features"] if f["geometry"]["type"] == "LineString"]
    assert [f["properties"]["leg"] for f in lines] == [1, 2, 3]
    for before, after in pairwise(lines):
        assert before["geometry"]["coordinates"][-1] == after["geometry"]["coordinates"][0]
    assert read["attribution"] == "Nobody"


def test_a_section_over_the_date_line_is_cut_there() -> None:
    over = alpha_to_delta()
    line = (Position(179, 0), Position(181, 2))
    over = replace(over, sections=tuple(replace(s, line=line) for s in over.sections))
    shapes = [f["geometry"] for f in collection(network_geojson(over))["features"]]
    cut = [shape["coordinates"] for shape in shapes if shape["type"] == "MultiLineString"]
    assert cut == [[[[179, 0], [180, 1]], [[-180, 1], [-179, 2]]]] * len(over.sections)
