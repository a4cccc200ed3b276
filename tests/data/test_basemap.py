"""What the shipped basemap promises: sound geometry, the boundary policy, names that sit where they should."""

import gzip

import pytest
import shapely
from shapely.geometry import Point, box, shape

from tests.data.basemap import FILES, FOLDER, FRAME, coordinates, labels, land, lines, owner, read

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


# water


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
