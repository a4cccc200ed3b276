"""Positions, and the great circles between them."""

import itertools
import math

import pytest
from geopy.distance import great_circle as geopy_great_circle
from hypothesis import given
from hypothesis import strategies as st

from mapapp.errors import PositionError
from mapapp.position import EARTH_RADIUS_KM, Position, cut_at_antimeridian, distance_km, great_circle, unrolled
from tests.fixtures.places import KnownPlaces

KNOWN = KnownPlaces()
TOKYO, ANCHORAGE = KNOWN.place("Tokyo").position, KNOWN.place("Anchorage").position
positions = st.builds(Position, st.floats(-180, 180), st.floats(-90, 90))


def test_longitude_comes_first() -> None:
    """As in RFC 7946; Almaty is at 77 degrees east, 43 north."""
    assert Position.checked("76.9115", "43.25249") == (76.9115, 43.25249)
    assert Position.checked(76.9115, 43.25249).longitude == 76.9115


@pytest.mark.parametrize("edge", [(180, 90), (-180, -90), (0, 0), ("-180", " 90 "), (-0.0, 1e-300)])
def test_the_edges_of_the_globe_are_on_it(edge: tuple[float | str, float | str]) -> None:
    assert Position.checked(*edge) == (float(edge[0]), float(edge[1]))


@pytest.mark.parametrize(
    ("longitude", "latitude", "sentence"),
    [
        (69.2, 91, "latitude 91 is outside -90 to 90; write decimal degrees"),
        (200, 41.3, "longitude 200 is outside -180 to 180; write decimal degrees"),
        (180.0000001, 0, "longitude 180.0000001 is outside -180 to 180; write decimal degrees"),
        ("nan", 0, "longitude nan is outside -180 to 180; write decimal degrees"),
        (0, math.inf, "latitude inf is outside -90 to 90; write decimal degrees"),
        ("69,2", 41, "longitude '69,2' is not a number; write decimal degrees such as 41.31"),
        ("", 41, "longitude '' is not a number; write decimal degrees such as 41.31"),
        ("41°18′N", 41, "longitude '41°18′N' is not a number; write decimal degrees such as 41.31"),
        (0, "x\n" * 999, f"latitude '{'x ' * 29}x…' is not a number; write decimal degrees such as 41.31"),
    ],
)
def test_what_is_not_on_the_globe_is_refused_with_a_remedy(
    longitude: float | str, latitude: float | str, sentence: str
) -> None:
    """A longitude of 200 is not 160 degrees west: in a table it is a typing mistake."""
    with pytest.raises(PositionError) as error:
        Position.checked(longitude, latitude)
    assert str(error.value) == sentence


def test_known_distances() -> None:
    """Tokyo to Anchorage is about 5,560 km; from the equator to a pole is a quarter of a great circle."""
    assert distance_km(TOKYO, ANCHORAGE) == pytest.approx(5560, rel=0.01)
    assert distance_km(Position(0, 0), Position(0, 90)) == pytest.approx(math.pi / 2 * EARTH_RADIUS_KM)
    assert distance_km(Position(-180, 20), Position(180, 20)) == pytest.approx(0, abs=1e-6)
    assert distance_km(Position(0, 0), Position(180, 0)) == pytest.approx(math.pi * EARTH_RADIUS_KM)


@given(positions, positions)
def test_distances_are_those_of_a_second_implementation(a: Position, b: Position) -> None:
    theirs = geopy_great_circle((a.latitude, a.longitude), (b.latitude, b.longitude), radius=EARTH_RADIUS_KM).km
    assert distance_km(a, b) == pytest.approx(theirs, rel=1e-6, abs=1e-3)
    assert distance_km(a, b) == pytest.approx(distance_km(b, a))


@given(positions, positions, st.sampled_from([50.0, 500.0, 5000.0]))
def test_a_great_circle_is_an_even_line_from_end_to_end(a: Position, b: Position, step: float) -> None:
    line = great_circle(a, b, step)
    whole = distance_km(a, b)
    assert line[0] == a
    assert line[-1].latitude == b.latitude
    assert (line[-1].longitude - b.longitude) % 360 == pytest.approx(0, abs=1e-9) or b.longitude == -180
    if whole < 20_000:  # nearly antipodal ends have no single great circle
        steps = [distance_km(p, q) for p, q in itertools.pairwise(line)]
        assert max(steps) <= step * 1.001 + 1e-6
        assert sum(steps) == pytest.approx(whole, rel=1e-3, abs=1e-3)


def test_a_line_over_the_date_line_runs_on_without_a_jump() -> None:
    for line in (great_circle(TOKYO, ANCHORAGE), great_circle(ANCHORAGE, TOKYO)):
        longitudes = [p.longitude for p in line]
        assert max(abs(b - a) for a, b in itertools.pairwise(longitudes)) < 5
        assert abs(longitudes[-1] - longitudes[0]) == pytest.approx(360 - 139.69171 - 149.90028)
    assert great_circle(TOKYO, ANCHORAGE)[-1].longitude > 180
    assert great_circle(ANCHORAGE, TOKYO)[-1].longitude < -180


def test_a_great_circle_bends_towards_the_pole() -> None:
    """The way from Tokyo to Anchorage runs north of the straight line between them on a plate carrée."""
    middle = great_circle(TOKYO, ANCHORAGE)[len(great_circle(TOKYO, ANCHORAGE)) // 2]
    assert middle.latitude > (TOKYO.latitude + ANCHORAGE.latitude) / 2 + 2


@pytest.mark.parametrize(
    "other", [TOKYO, Position(-40.30829, -35.6895), Position(TOKYO.longitude, TOKYO.latitude + 1e-9)]
)
def test_ends_that_meet_or_face_each_other_give_a_finite_line(other: Position) -> None:
    line = great_circle(TOKYO, other)
    assert line[0] == TOKYO
    assert all(math.isfinite(c) for p in line for c in p)


def _length(line: list[Position]) -> float:
    return sum(math.hypot(b.longitude - a.longitude, b.latitude - a.latitude) for a, b in itertools.pairwise(line))


@given(st.lists(st.tuples(st.floats(-900, 900), st.floats(-90, 90)), min_size=2, max_size=6))
def test_a_line_is_cut_at_every_antimeridian(points: list[tuple[float, float]]) -> None:
    """No piece leaves the map, none jumps over it, and nothing of the line is lost."""
    line = [Position(*point) for point in points]
    pieces = cut_at_antimeridian(line)
    assert all(len(piece) > 1 and abs(p.longitude) <= 180 + 1e-9 for piece in pieces for p in piece)
    assert sum(map(_length, pieces)) == pytest.approx(_length(line), abs=1e-6)
    for one, other in itertools.pairwise(pieces):
        assert {one[-1].longitude, other[0].longitude} <= {180.0, -180.0}
        assert one[-1].latitude == pytest.approx(other[0].latitude)


def test_a_line_that_only_touches_the_antimeridian_stays_whole() -> None:
    for line in ([Position(170, 0), Position(180, 5), Position(175, 9)], [Position(-180, 0), Position(-170, 1)]):
        assert cut_at_antimeridian(line) == [line]
    assert cut_at_antimeridian([Position(180, 0), Position(190, 0)]) == [[Position(-180, 0), Position(-170, 0)]]


def test_a_line_over_the_antimeridian_is_two() -> None:
    assert cut_at_antimeridian([Position(170, 0), Position(190, 10)]) == [
        [Position(170, 0), Position(180, 5)],
        [Position(-180, 5), Position(-170, 10)],
    ]


def test_positions_are_unrolled_along_the_shortest_arc() -> None:
    found = unrolled([Position(170.0, 0), Position(-170.0, 0), Position(179.0, 0)])
    assert [p.longitude for p in found] == [170.0, 190.0, 179.0]
    assert unrolled([]) == []


@given(st.lists(positions, min_size=1, max_size=8))
def test_unrolled_positions_are_the_same_places_on_one_turn(points: list[Position]) -> None:
    found = unrolled(points)
    for point, other in zip(points, found, strict=True):
        assert other.latitude == point.latitude
        assert other.longitude - point.longitude in (0, pytest.approx(360), pytest.approx(-360))
    longitudes = [p.longitude for p in found]
    assert max(longitudes) - min(longitudes) < 360
    assert min(longitudes) >= -180 - 1e-9


def test_a_western_end_with_many_digits_stays_the_western_end() -> None:
    """Its remainder by 360 is not exactly itself; it must not be sent round the globe."""
    assert unrolled([Position(-77.465, 39.6), Position(-0.1, 51.5)]) == [(-77.465, 39.6), (-0.1, 51.5)]
