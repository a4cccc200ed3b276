"""The part of the globe that a picture shows: all of the tour, in a fit projection, at a true scale."""

import math

import numpy as np
import pytest

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.frame import Frame, fitted, framed
from mapapp.position import Position, distance_km
from mapapp.view import Framing

PANEL = Box(500, 0, 1900, 1000)
MARGINS = Box(100, 60, 100, 80)
ALMATY, ASTANA, ASHGABAT = Position(76.9, 43.2), Position(71.4, 51.1), Position(58.4, 37.9)
CASES = {
    "Central Asia": ([ALMATY, ASTANA, ASHGABAT], "lcc"),
    "over the date line": ([Position(139.7, 35.7), Position(-149.9, 61.2), Position(180, -16.8)], "robin"),
    "Fiji to Samoa": ([Position(178, -17), Position(-172, -14)], "laea"),
    "at the equator": ([Position(36.8, -1.3), Position(32.6, 0.3)], "laea"),
    "near the pole": ([Position(15.6, 78.2), Position(25, 80)], "laea"),
    "north and south of each other": ([Position(10, 36), Position(11, 60)], "laea"),
    "round the world": ([Position(-122, 37), Position(0, 51), Position(140, 35)], "robin"),
    "one place": ([ALMATY], "lcc"),
    "nothing": ([], "robin"),
}


@pytest.mark.parametrize(("positions", "kind"), CASES.values(), ids=CASES)
def test_all_points_lie_in_the_panel_in_a_fit_projection(positions: list[Position], kind: str) -> None:
    frame = fitted(positions, PANEL, MARGINS)
    assert f"+proj={kind} " in frame.projection
    for position in positions:
        x, y = frame.point(position)
        assert PANEL.holds(Box.around(x, y, 30)), position


@pytest.mark.parametrize(("positions", "_kind"), CASES.values(), ids=CASES)
def test_there_and_back_is_the_same_place(positions: list[Position], _kind: str) -> None:
    frame = fitted(positions, PANEL, MARGINS)
    for position in positions:
        longitude, latitude = frame.globe(np.array([frame.point(position)]))[0]
        assert distance_km(position, Position(float(longitude), float(latitude))) < 0.01


def test_no_place_is_shown_closer_than_a_region() -> None:
    frame = fitted([ALMATY], PANEL, MARGINS)
    assert 700 < frame.ground_m * PANEL.height / 1000 < 1000


def test_a_line_over_the_edge_of_the_world_is_cut() -> None:
    frame = fitted([], PANEL, MARGINS)
    line = np.array(
        [[frame.middle + 170.0, 10], [frame.middle + 178, 10], [frame.middle + 186, 10], [frame.middle + 194, 10]]
    )
    pieces = frame.lines(line)
    assert [len(piece) for piece in pieces] == [2, 2]
    assert all(abs(piece[0, 0] - piece[1, 0]) < 100 for piece in pieces)


@pytest.mark.parametrize("zoom", [3.0, 5.0, 7.5, 11.0])
def test_a_link_that_frames_the_map_shows_as_much_as_the_app(zoom: float) -> None:
    frame = framed(Framing(ALMATY, zoom), PANEL)
    assert frame.point(ALMATY) == pytest.approx(PANEL.centre, abs=1)
    app_km = 1100 * 156543.034 * math.cos(math.radians(ALMATY.latitude)) / 2**zoom / 1000
    assert frame.scale * PANEL.width / 1000 >= app_km * 0.999
    assert frame.scale * min(PANEL.width / 1100, PANEL.height / 800) / (app_km * 1000 / 1100) == pytest.approx(1)


def test_a_link_from_far_away_frames_the_world() -> None:
    assert framed(Framing(Position(0, 0), 0), PANEL).world


def test_the_bounds_that_are_seen_hold_every_pixel() -> None:
    frame: Frame = fitted([ALMATY, ASTANA, ASHGABAT], PANEL, MARGINS)
    corners = np.array(
        [[PANEL.left, PANEL.top], [PANEL.right, PANEL.top], [PANEL.left, PANEL.bottom], [PANEL.right, PANEL.bottom]]
    )
    for longitude, latitude in frame.globe(corners):
        assert frame.seen.left < longitude < frame.seen.right
        assert frame.seen.top < latitude < frame.seen.bottom


def test_the_pole_is_seen_from_all_sides() -> None:
    frame = fitted([Position(0, 88), Position(170, 88), Position(-90, 85)], PANEL, MARGINS)
    assert frame.seen.bottom == 90
    assert frame.seen.width == 360


@pytest.mark.parametrize("zoom", [0, 5, 18])
@pytest.mark.parametrize("latitude", [90, -90])
def test_at_a_pole_the_map_still_has_a_length(latitude: float, zoom: float) -> None:
    frame = framed(Framing(Position(180, latitude), zoom), PANEL)
    assert frame.ground_m == pytest.approx(frame.scale, rel=0.2)
    assert math.isfinite(frame.zoom)
