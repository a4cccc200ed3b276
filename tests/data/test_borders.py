"""Whose land is whose on the basemap, and which lines are drawn, by the two policies of borders."""

import gzip

import pytest
from shapely.geometry import LineString, Point, box, shape

from tests.data.basemap import FOLDER, drawn, lines, owner, read


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


@pytest.mark.parametrize(("lon", "lat"), [(51.0, 42.0), (49.5, 44.8), (52.0, 38.0), (53.6, 41.3), (34.0, 43.3)])
def test_seas_belong_to_no_country(lon: float, lat: float) -> None:
    assert owner(lon, lat) == set()
