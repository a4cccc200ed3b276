"""What the shipped basemap promises: sound geometry, the boundary policy, names that sit where they should."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import shapely
from shapely.geometry import LineString, Point, box, shape
from shapely.geometry.base import BaseGeometry

FOLDER = Path(__file__).parents[2] / "data" / "basemap"
FILES = sorted(path.name for path in FOLDER.glob("*json"))
FRAME = box(-14, 24, 128, 66)


@cache
def read(name: str) -> Any:  # noqa: ANN401 (a JSON text may hold anything)
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


@cache
def land() -> dict[str, BaseGeometry]:
    return {feature["properties"]["iso"]: shape(feature["geometry"]) for feature in read("land.geojson")["features"]}


@cache
def lines() -> dict[str, BaseGeometry]:
    return drawn("un-eu")


@cache
def drawn(policy: str) -> dict[str, BaseGeometry]:
    """The lines of a policy by their kind."""
    features = read("boundaries.geojson")["features"] + read("de-facto.geojson")["features"]
    found: dict[str, list[BaseGeometry]] = {}
    for feature in features:
        if (kind := feature["properties"].get("kind")) and feature["properties"].get("policy", policy) == policy:
            found.setdefault(kind, []).append(shape(feature["geometry"]))
    return {kind: shapely.union_all(parts) for kind, parts in found.items()}


def labels(*kinds: str) -> list[dict[str, Any]]:
    return [label for label in read("labels.json") if label["kind"] in kinds]


def coordinates(name: str) -> npt.NDArray[np.float64]:
    return shapely.get_coordinates([shape(feature["geometry"]) for feature in read(name)["features"]])


def owner(lon: float, lat: float) -> set[str]:
    return {iso for iso, area in land().items() if area.contains(Point(lon, lat))}


# geometry


def test_every_country_is_a_valid_multipolygon_that_is_not_empty() -> None:
    assert len(land()) > 230
    for iso, area in land().items():
        assert area.is_valid, f"{iso}: {shapely.is_valid_reason(area)}"
        assert area.geom_type == "MultiPolygon" and area.area > 0, iso


def test_outer_rings_run_counter_clockwise() -> None:
    for iso, area in land().items():
        for part in shapely.get_parts(area):
            assert part.exterior.is_ccw, iso
            assert not any(hole.is_ccw for hole in part.interiors), iso


def test_countries_do_not_overlap() -> None:
    total = sum(area.area for area in land().values())
    assert shapely.union_all(list(land().values())).area == pytest.approx(total, rel=1e-9)


def test_neighbours_share_the_very_same_points_so_that_no_gap_opens() -> None:
    """The union of the landlocked middle of Asia and its neighbours has no hole but the Caspian Sea."""
    inland = ["KZ", "UZ", "TM", "KG", "TJ", "AF", "IR", "AZ", "AM", "GE", "RU", "CN", "MN", "PK", "TR"]
    whole = shapely.union_all([land()[iso] for iso in inland])
    holes = [shapely.Polygon(hole) for part in shapely.get_parts(whole) for hole in part.interiors]
    small = [hole for hole in holes if hole.area < 0.02 and FRAME.contains(hole)]
    assert not small, [hole.representative_point().wkt for hole in small]


def test_the_coverage_is_clean_where_tours_are_likely() -> None:
    middle = [
        land()[iso] for iso in ("KZ", "UZ", "TM", "KG", "TJ", "AF", "IR", "AZ", "AM", "GE", "TR", "UA", "MD", "RO")
    ]
    assert shapely.coverage_is_valid(middle)


def test_borders_lie_on_the_edges_of_countries() -> None:
    edges = shapely.union_all([shapely.boundary(land()[iso]) for iso in ("KZ", "UZ", "TM", "KG", "TJ")])
    inner = shapely.intersection(lines()["border"], box(60, 38, 72, 43))
    near = shapely.intersection(inner, edges.buffer(1e-6))
    uz = shapely.intersection(shapely.boundary(land()["UZ"]), box(60, 38, 72, 43))
    assert near.length == pytest.approx(shapely.intersection(edges, box(60, 38, 72, 43)).length, rel=1e-6)
    assert uz.length > 10


def test_no_line_is_drawn_where_the_source_ends() -> None:
    for kind, line in lines().items():
        for piece in shapely.get_parts(line):
            points = shapely.get_coordinates(piece)
            same = (points[1:] == points[:-1]) & (abs(points[1:]) == 180)
            assert not same[:, 0].any(), kind


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith("geojson")])
def test_coordinates_lie_on_the_globe_with_three_decimals_at_most(name: str) -> None:
    points = coordinates(name)
    assert points[:, 0].min() >= -180 and points[:, 0].max() <= 191
    assert points[:, 1].min() >= -90 and points[:, 1].max() <= 84
    assert abs(points * 1000 - (points * 1000).round()).max() < 1e-6


def test_the_basemap_stays_small() -> None:
    texts = [(FOLDER / name).read_bytes() for name in FILES]
    assert sum(map(len, texts)) <= 1_170_000
    assert sum(len(gzip.compress(text, 9, mtime=0)) for text in texts) <= 380_000


# policy


@pytest.mark.parametrize(
    ("lon", "lat", "iso"),
    [
        pytest.param(34.1, 44.95, "UA", id="Crimea"),
        pytest.param(33.6, 44.7, "UA", id="Sevastopol"),
        pytest.param(37.8, 48.0, "UA", id="Donetsk"),
        pytest.param(63.3, 45.9, "KZ", id="Baikonur"),
        pytest.param(33.4, 35.25, "CY", id="Northern Cyprus"),
        pytest.param(45.0, 9.5, "SO", id="Somaliland"),
        pytest.param(41.0, 43.0, "GE", id="Abkhazia"),
        pytest.param(44.0, 42.3, "GE", id="South Ossetia"),
        pytest.param(29.6, 46.85, "MD", id="Tiraspol"),
        pytest.param(46.75, 39.82, "AZ", id="Khankendi"),
        pytest.param(35.8, 33.0, "SY", id="Golan"),
        pytest.param(-13.2, 26.9, "EH", id="El Aaiun"),
        pytest.param(-12.5, 28.0, "MA", id="north of Western Sahara"),
        pytest.param(21.0, 42.6, "XK", id="Kosovo"),
        pytest.param(35.2, 31.9, "PS", id="Ramallah"),
        pytest.param(121.0, 24.0, "TW", id="Taiwan"),
        pytest.param(114.1, 22.45, "CN", id="Hong Kong"),
    ],
)
def test_land_belongs_to_whom_the_policy_says(lon: float, lat: float, iso: str) -> None:
    assert owner(lon, lat) == {iso}


def test_no_line_crosses_the_isthmus_of_perekop() -> None:
    isthmus = box(33.4, 45.9, 34.9, 46.3)
    for kind in ("border", "disputed"):
        assert not lines()[kind].intersects(isthmus), kind


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        pytest.param((20.6, 43.4), (21.0, 42.7), "disputed", id="Serbia, Kosovo"),
        pytest.param((34.9, 32.0), (35.2, 32.2), "disputed", id="Israel, West Bank"),
        pytest.param((35.55, 33.1), (35.8, 33.1), "disputed", id="Israel, Golan"),
        pytest.param((-10.0, 28.0), (-10.0, 27.0), "disputed", id="Morocco, Western Sahara"),
        pytest.param((73.5, 34.0), (74.6, 34.2), "disputed", id="Line of Control"),
        pytest.param((20.9, 41.9), (21.2, 42.4), "border", id="North Macedonia, Kosovo"),
        pytest.param((74.0, 31.5), (75.0, 31.5), "border", id="Punjab"),
        pytest.param((60.0, 43.0), (66.0, 44.5), "border", id="Uzbekistan, Kazakhstan"),
    ],
)
def test_lines_between_neighbours_are_of_the_kind_the_policy_says(
    start: tuple[float, float], end: tuple[float, float], kind: str
) -> None:
    way = LineString([start, end])
    crossed = {name for name in ("border", "disputed") if lines()[name].crosses(way)}
    assert crossed == {kind}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param((63.3, 45.9), (66.0, 45.9), id="Baikonur"),
        pytest.param((33.4, 35.3), (33.0, 34.9), id="Cyprus"),
        pytest.param((44.0, 9.5), (50.0, 9.5), id="Somaliland"),
        pytest.param((41.0, 43.0), (42.5, 42.3), id="Abkhazia"),
        pytest.param((35.8, 33.0), (36.3, 33.1), id="east of the Golan"),
    ],
)
def test_no_line_divides_what_the_policy_joins(start: tuple[float, float], end: tuple[float, float]) -> None:
    way = LineString([start, end])
    assert not any(lines()[kind].intersects(way) for kind in ("border", "disputed"))


@pytest.mark.parametrize(
    ("lon", "lat", "iso"),
    [
        pytest.param(34.1, 44.95, "RU", id="Crimea"),
        pytest.param(33.4, 35.28, "", id="Northern Cyprus"),
        pytest.param(45.0, 9.5, "", id="Somaliland"),
        pytest.param(41.0, 43.0, "", id="Abkhazia"),
        pytest.param(44.0, 42.3, "", id="South Ossetia"),
        pytest.param(29.6, 46.85, "", id="Tiraspol"),
        pytest.param(35.8, 33.0, "IL", id="Golan"),
        pytest.param(-13.2, 26.9, "MA", id="El Aaiun"),
    ],
)
def test_de_facto_a_piece_belongs_to_who_is_in_control(lon: float, lat: float, iso: str) -> None:
    pieces = [f for f in read("de-facto.geojson")["features"] if "iso" in f["properties"]]
    (found,) = (f["properties"] for f in pieces if shape(f["geometry"]).contains(Point(lon, lat)))
    assert found == {"iso": iso, "policy": "de-facto"}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param((33.6, 46.3), (33.9, 45.6), id="isthmus of Perekop"),
        pytest.param((33.4, 35.3), (33.0, 34.9), id="Cyprus"),
        pytest.param((44.0, 9.5), (50.0, 9.5), id="Somaliland"),
        pytest.param((41.0, 43.0), (42.5, 42.3), id="Abkhazia"),
        pytest.param((44.0, 42.3), (44.0, 41.9), id="South Ossetia"),
        pytest.param((29.7, 46.8), (28.9, 46.9), id="Transnistria"),
        pytest.param((35.8, 33.0), (36.3, 33.1), id="east of the Golan"),
        pytest.param((-13.2, 26.0), (-8.9, 26.0), id="Western Sahara"),
    ],
)
def test_de_facto_lines_of_control_are_dashed(start: tuple[float, float], end: tuple[float, float]) -> None:
    way = LineString([start, end])
    assert drawn("de-facto")["disputed"].crosses(way)
    assert not drawn("de-facto")["border"].intersects(way)


def test_de_facto_the_lines_that_only_the_default_draws_are_gone() -> None:
    for start, end in (((35.55, 33.1), (35.8, 33.1)), ((-10.0, 28.0), (-10.0, 27.4))):
        assert not any(drawn("de-facto")[kind].intersects(LineString([start, end])) for kind in ("border", "disputed"))


def test_both_policies_share_coasts_and_all_other_lines() -> None:
    """What differs is in the properties, and small on the wire."""
    assert drawn("un-eu")["coast"].equals(drawn("de-facto")["coast"])
    assert {f["properties"]["policy"] for f in read("de-facto.geojson")["features"]} == {"de-facto"}
    assert len(gzip.compress((FOLDER / "de-facto.geojson").read_bytes(), 9, mtime=0)) < 4000


# water


@pytest.mark.parametrize(("lon", "lat"), [(51.0, 42.0), (49.5, 44.8), (52.0, 38.0), (53.6, 41.3), (34.0, 43.3)])
def test_seas_belong_to_no_country(lon: float, lat: float) -> None:
    assert owner(lon, lat) == set()


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        pytest.param(74.0, 45.55, id="Balkhash west"),
        pytest.param(78.6, 46.6, id="Balkhash east"),
        pytest.param(77.5, 43.83, id="Kapchagay"),
        pytest.param(77.2, 42.4, id="Issyk-Kul"),
        pytest.param(60.6, 46.4, id="North Aral"),
        pytest.param(58.5, 45.2, id="West Aral"),
        pytest.param(81.7, 46.1, id="Alakol"),
        pytest.param(108.0, 53.5, id="Baikal"),
        pytest.param(45.3, 40.35, id="Sevan"),
        pytest.param(42.9, 38.6, id="Van"),
        pytest.param(33.0, -1.0, id="Victoria"),
        pytest.param(-87.0, 43.5, id="Michigan"),
    ],
)
def test_lakes_are_there(lon: float, lat: float) -> None:
    (feature,) = read("lakes.geojson")["features"]
    assert shape(feature["geometry"]).contains(Point(lon, lat))


def test_the_bed_of_the_aral_that_fell_dry_is_land() -> None:
    (feature,) = read("lakes.geojson")["features"]
    assert not shape(feature["geometry"]).intersects(Point(60.5, 44.0).buffer(0.1))


def test_every_lake_is_a_valid_polygon() -> None:
    (feature,) = read("lakes.geojson")["features"]
    for ring in feature["geometry"]["coordinates"]:
        assert shape({"type": "Polygon", "coordinates": ring}).is_valid


@pytest.mark.parametrize(("lon", "lat"), [(45.5, 48.5), (66.0, 44.5), (62.5, 40.5), (20.0, 44.9), (51.8, 48.5)])
def test_great_rivers_pass_where_they_should(lon: float, lat: float) -> None:
    (feature,) = read("rivers.geojson")["features"]
    assert shape(feature["geometry"]).distance(Point(lon, lat)) < 1


# labels


def test_labels_of_countries_lie_in_them() -> None:
    for label in labels("country", "territory"):
        assert land()[label["iso"]].covers(Point(label["lon"], label["lat"])) or (
            land()[label["iso"]].distance(Point(label["lon"], label["lat"])) < 0.01
        ), label


def test_every_country_has_a_label_but_antarctica_and_land_of_nobody() -> None:
    assert set(land()) - {label["iso"] for label in labels("country", "territory")} == {"", "AQ"}


def test_capitals_lie_in_their_countries() -> None:
    """Or a little off the coast: Abu Dhabi's island is too small to be drawn. Far from the frame coasts are coarse."""
    inside = [label for label in labels("capital") if FRAME.contains(Point(label["lon"], label["lat"]))]
    assert len(inside) > 80
    for label in inside:
        assert land()[label["iso"]].distance(Point(label["lon"], label["lat"])) <= 0.1, label
        assert owner(label["lon"], label["lat"]) <= {label["iso"]}, label


def test_a_country_has_one_capital_at_most() -> None:
    isos = [label["iso"] for label in labels("capital")]
    assert len(isos) == len(set(isos))
    assert not {"IL", "PS", "TW", "EH"} & set(isos)


def test_capitals_carry_their_current_names() -> None:
    names = {label["iso"]: label["name"] for label in labels("capital")}
    wanted = {"KZ": "Astana", "UA": "Kyiv", "UZ": "Tashkent", "TM": "Ashgabat", "KG": "Bishkek", "TJ": "Dushanbe"}
    wanted |= {"AZ": "Baku", "GE": "Tbilisi", "AM": "Yerevan", "MN": "Ulaanbaatar", "TR": "Ankara", "BE": "Brussels"}
    assert {iso: names[iso] for iso in wanted} == wanted


def test_countries_carry_the_names_a_ministry_uses() -> None:
    names = {label["iso"]: label["name"] for label in labels("country", "territory")}
    wanted = {
        "TR": "Türkiye",
        "CZ": "Czechia",
        "MK": "North Macedonia",
        "BA": "Bosnia and Herzegovina",
        "SZ": "Eswatini",
    }
    assert {iso: names[iso] for iso in wanted} == wanted


def test_seas_are_labelled_on_water_under_the_names_of_the_united_nations() -> None:
    names = {label["name"] for label in labels("sea")}
    assert {"Caspian Sea", "Black Sea", "Persian Gulf"} <= names
    for label in labels("sea"):
        assert owner(label["lon"], label["lat"]) == set(), label


def test_labels_hold_exactly_the_keys_that_the_readme_names() -> None:
    basic = {"kind", "name", "lon", "lat", "min_zoom"}
    more = {"country": {"iso"}, "territory": {"iso"}, "capital": {"iso", "geonameid"}, "city": {"iso", "geonameid"}}
    for label in read("labels.json"):
        assert set(label) == basic | more.get(label["kind"], set()), label
        assert 2 <= label["min_zoom"] <= 8, label


def test_no_label_carries_an_old_name() -> None:
    names = {label["name"] for label in read("labels.json")}
    assert not names & {"Nur-Sultan", "Kiev", "Frunze", "Turkey", "Ulan Bator", "Ust-Kamenogorsk"}


# licences


def test_the_readme_names_every_file_and_the_licences_are_there() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    sources = text.split("## Sources and licences")[1].split("## Boundary policy")[0]
    assert [
        *("boundaries.geojson", "de-facto.geojson", "labels.json", "lakes.geojson", "land.geojson", "rivers.geojson")
    ] == FILES
    for name in FILES:
        assert f"| `{name}` |" in text, f"{name} is not in the table of files"
        assert f"`{name}`" in sources, f"{name} has no licence"
    for path in (FOLDER / "licences").iterdir():
        assert path.stem.split("-")[0] in sources and len(path.read_text(encoding="utf-8")) > 500
