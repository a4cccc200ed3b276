"""Points, lines and boxes of GeoJSON."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.exports.geometries import Json, bbox, line_string, point
from mapapp.position import Position


def at(longitude: float, latitude: float = 0) -> Json:
    return {"geometry": point(Position(longitude, latitude))}


def test_a_point_is_longitude_first_and_rounded() -> None:
    assert point(Position(69.216274999, 41.26465), "certain") == {
        "type": "Point",
        "coordinates": [69.216275, 41.26465],
        "certainty": "certain",
    }


@pytest.mark.parametrize(
    ("longitudes", "west", "east"),
    [([10], 10, 10), ([10, 80], 10, 80), ([170, -170], 170, -170), ([-10, 10], -10, 10)],
)
def test_a_box_goes_round_the_short_way(longitudes: list[float], west: float, east: float) -> None:
    box = bbox(map(at, longitudes))
    assert (box[0], box[2]) == (west, east)
    assert (box[1], box[3]) == (0, 0)


def test_nothing_has_no_box() -> None:
    assert bbox([]) == []


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1))
def test_a_box_holds_all_points(points: list[tuple[float, float]]) -> None:
    west, south, east, north = bbox(at(*position) for position in points)
    width = (east - west) % 360
    for longitude, latitude in points:
        assert (round(longitude, 6) - west) % 360 <= width + 1e-9 or round(longitude, 6) in (west, east)
        assert south <= round(latitude, 6) <= north


def test_a_line_over_the_antimeridian_has_parts() -> None:
    assert line_string([Position(179, 0), Position(181, 1)]) == {
        "type": "MultiLineString",
        "coordinates": [[[179, 0], [180, 0.5]], [[-180, 0.5], [-179, 1]]],
    }
    assert line_string([Position(1, 2), Position(3, 4)])["type"] == "LineString"
