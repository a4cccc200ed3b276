"""Land is cut to what is seen without losing a piece that is."""

import numpy as np
import shapely

from mapapp.exports.picture.basemap import basemap, clipped, dense, runs
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.frame import fitted
from mapapp.exports.picture.raster import CELL, owners
from mapapp.position import Position
from mapapp.view import BORDERS

BOUNDS = Box(0, 0, 10, 5)
PANEL = Box(0, 0, 800, 600)


def test_a_clipped_ring_has_the_area_that_shapely_finds() -> None:
    angles = np.linspace(0, 2 * np.pi, 90)
    ring = np.column_stack([6 + 5 * np.cos(angles), 3 + 3 * np.sin(angles) * (1 + 0.3 * np.cos(5 * angles))])
    ring[-1] = ring[0]
    cut = clipped(ring, BOUNDS)
    wanted = shapely.Polygon(ring).intersection(shapely.box(0, 0, 10, 5))
    assert shapely.Polygon(cut).area == wanted.area or abs(shapely.Polygon(cut).area - wanted.area) < 1e-9


def test_a_ring_outside_leaves_nothing() -> None:
    assert not len(clipped(np.array([[20.0, 20], [30, 20], [30, 30], [20, 20]]), BOUNDS))


def test_a_line_is_cut_into_the_runs_inside() -> None:
    line = np.array([[-2.0, 1], [1, 1], [2, 1], [12, 1], [13, 1], [9, 1], [8, 1]])
    assert [piece[:, 0].tolist() for piece in runs(line, BOUNDS)] == [[-2, 1, 2, 12], [13, 9, 8]]


def test_long_pieces_are_broken_and_ends_kept() -> None:
    line = dense(np.array([[0.0, 0], [6, 0], [6, 1]]))
    assert line[0].tolist() == [0, 0] and line[-1].tolist() == [6, 1]
    assert np.abs(np.diff(line, axis=0)).max() <= 1.5


def test_every_cell_belongs_to_the_country_that_lies_there() -> None:
    frame = fitted([Position(58.4, 37.9), Position(76.9, 43.2)], PANEL, Box(60, 60, 60, 60))
    found = owners(frame)
    for position, country in (((66, 48), "KZ"), ((64, 42), "UZ"), ((59, 39), "TM"), ((57, 35), "IR")):
        x, y = frame.point(Position(*position))
        if PANEL.holds(Box.around(x, y, 1)):
            assert found.names[found.cells[int(y / CELL), int(x / CELL)]] == country
    assert set(basemap(frame).land) >= {"KZ", "UZ", "TM"}


def test_borders_de_facto_lie_over_the_land_of_the_default() -> None:
    """Crimea's middle lies in a piece of Russia, and the isthmus has a dashed line; by default neither."""
    frame = fitted([Position(32, 44), Position(36, 47)], PANEL, Box(0, 0, 0, 0))
    usual, other = (basemap(frame, policy) for policy in BORDERS)
    (crimea,) = (path for iso, path in other.over if iso == "RU")
    assert crimea.contains_point(frame.point(Position(34.1, 44.95))) and not usual.over
    isthmus = Box.around(*frame.point(Position(33.8, 46.15)), 40)
    near = [
        isthmus.holds(Box.around(float(point[0]), float(point[1]), 0))
        for point in np.asarray(other.lines["disputed"].vertices)
    ]
    assert any(near)
    assert "disputed" not in usual.lines
    assert np.array_equal(usual.lines["coast"].vertices, other.lines["coast"].vertices)


def test_russia_and_fiji_are_whole_on_both_sides_of_the_date_line() -> None:
    frame = fitted([Position(175, -17), Position(-175, 66)], PANEL, Box(60, 60, 60, 60))
    found = owners(frame)
    for position, country in (((-176, 67), "RU"), ((176, 67), "RU")):
        x, y = frame.point(Position(*position))
        assert found.names[found.cells[int(y / CELL), int(x / CELL)]] == country
