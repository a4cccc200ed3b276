"""How the basemap is derived: simplification, topology, pinned packages."""

import hashlib
import io
import json
import tarfile
from itertools import pairwise
from pathlib import Path

import pytest
from basemap.generalise import FRAME, map_area, outside, simplify, smooth, tidy, tolerance, untangle
from basemap.packages import Archive
from basemap.topology import Face, Topology, cut, drop_islets, generalise, merge, read, runs
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString

SQUARE = [(60.0, 40.0), (60.0, 50.0), (70.0, 50.0), (70.0, 40.0)]  # clockwise, as in world-atlas


def two_squares(left: str, right: str) -> Topology:
    """Two faces that share arc 2, from (65, 40) to (65, 50)."""
    arcs = [
        [(65.0, 40.0), (60.0, 40.0), (60.0, 50.0), (65.0, 50.0)],
        [(65.0, 50.0), (70.0, 50.0), (70.0, 40.0), (65.0, 40.0)],
        [(65.0, 40.0), (65.001, 45.0), (65.0, 50.0)],
    ]
    return Topology(arcs, [Face(left, [[0, ~2]]), Face(right, [[2, 1]])])


# generalise


def test_tolerance_is_finest_in_the_core_and_grows_without_a_step() -> None:
    along = [tolerance((lon / 4, 45.0)) for lon in range(4 * 60, 4 * 180)]
    assert along == sorted(along)
    assert max(b - a for a, b in pairwise(along)) < 0.01


def test_a_position_in_the_frame_is_not_outside_it() -> None:
    assert outside(FRAME, (60.0, 45.0)) == 0
    assert outside(FRAME, (130.0, 45.0)) == pytest.approx(2)


def test_simplify_keeps_ends_and_corners_and_drops_what_cannot_be_seen() -> None:
    line = [(60.0, 45.0), (61.0, 45.0001), (62.0, 45.0), (62.0, 46.0)]
    assert simplify(line) == [(60.0, 45.0), (62.0, 45.0), (62.0, 46.0)]


@given(st.lists(st.tuples(st.floats(50, 80), st.floats(36, 54)), min_size=2, max_size=30))
def test_a_simplified_line_stays_within_the_tolerance(line: list[tuple[float, float]]) -> None:
    from basemap.generalise import mercator

    result = simplify(line)
    assert set(result) <= set(line) and result[0] == line[0] and result[-1] == line[-1]
    drawn = LineString(mercator(result if len(result) > 1 else result * 2))
    points = mercator(line)
    assert all(drawn.distance(LineString([point, point])) <= 0.0161 for point in points)


def test_a_closed_line_stays_closed_and_open() -> None:
    ring = simplify([*SQUARE, SQUARE[0]])
    assert ring[0] == ring[-1] and len(ring) == 5


def test_tidy_rounds_and_leaves_no_point_twice() -> None:
    assert tidy([(60.00011, 45.0), (60.00012, 45.0), (60.5004, 45.0)]) == [(60.0, 45.0), (60.5, 45.0)]
    assert tidy([(0.0, 0.004), (0.0011, 0.5), (0.0, 0.9)], fine=True) == [(0.0, 0.0), (0.001, 0.5), (0.0, 0.9)]


def test_untangle_cuts_a_loop_and_keeps_the_ends() -> None:
    line = [(0.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0), (1.0, -1.0), (5.0, -1.0)]
    result = untangle(line)
    assert LineString(result).is_simple
    assert (result[0], result[-1]) == (line[0], line[-1])


def test_smooth_keeps_the_ends_of_a_line_and_closes_a_ring() -> None:
    assert smooth([(0.0, 0.0), (4.0, 0.0)]) == [(0.0, 0.0), (1.0, 0.0), (3.0, 0.0), (4.0, 0.0)]
    ring = smooth([*SQUARE, SQUARE[0]])
    assert ring[0] == ring[-1] and len(ring) == 9


def test_map_area_is_negative_clockwise() -> None:
    assert map_area([*SQUARE, SQUARE[0]]) < 0 < map_area([*SQUARE, SQUARE[0]][::-1])


# topology


def test_read_undoes_quantisation_and_delta_coding() -> None:
    text = json.dumps(
        {
            "transform": {"scale": [0.5, 2], "translate": [10, 20]},
            "arcs": [[[0, 0], [2, 1], [-2, 1]]],
            "objects": {"countries": {"geometries": [{"type": "Polygon", "arcs": [[0]]}]}},
        }
    )
    topology, objects = read(text.encode())
    assert topology.arcs == [[(10.0, 20.0), (11.0, 22.0), (10.0, 24.0)]]
    assert list(objects) == ["countries"]


def test_neighbours_keep_one_border_after_simplifying() -> None:
    topology = generalise(two_squares("KZ", "UZ"))
    left, right = (topology.polygon(face) for face in topology.faces)
    assert left.intersection(right).length == pytest.approx(10)
    assert topology.arcs[2] == [(65.0, 40.0), (65.0, 50.0)]


def test_merge_leaves_one_face_without_the_line_between() -> None:
    topology = two_squares("UA", "UA")
    merge(topology)
    (face,) = topology.faces
    assert topology.polygon(face).area == pytest.approx(100)
    assert 2 not in topology.owners()


def test_merge_leaves_different_countries_alone() -> None:
    topology = two_squares("UA", "RU")
    merge(topology)
    assert {iso for face in topology.faces for iso in [face.iso]} == {"UA", "RU"}
    assert sorted(topology.owners()[2]) == ["RU", "UA"]


def test_merge_fills_an_enclave() -> None:
    ring = [(62.0, 42.0), (62.0, 43.0), (63.0, 43.0), (62.0, 42.0)]
    topology = Topology([[*SQUARE, SQUARE[0]], ring], [Face("KZ", [[0], [~1]]), Face("KZ", [[1]])])
    merge(topology)
    (face,) = topology.faces
    assert face.rings == [[0]]


def test_cut_parts_a_face_and_its_neighbour_shares_the_new_points() -> None:
    topology = two_squares("MA", "DZ")
    west = topology.faces[0]
    pieces = cut(topology, west, [(60.0, 50.0), (65.0, 45.0)])
    assert sum(topology.polygon(piece).area for piece in pieces) == pytest.approx(50, abs=0.01)
    assert len(topology.faces) == 3
    assert all(topology.polygon(face).is_valid for face in topology.faces)


def test_small_islands_go_but_the_largest_piece_of_a_country_stays() -> None:
    def islet(x: float) -> list[tuple[float, float]]:
        return [(x, 40.0), (x, 40.01), (x + 0.01, 40.01), (x, 40.0)]

    topology = Topology(
        [islet(60), [*SQUARE, SQUARE[0]], islet(75)], [Face("A", [[0]]), Face("A", [[1]]), Face("B", [[2]])]
    )
    drop_islets(topology, lambda _: 0.01)
    assert [(face.iso, face.rings) for face in topology.faces] == [("A", [[1]]), ("B", [[2]])]


def test_runs_cut_a_line_where_its_kind_changes_and_leave_out_the_nameless() -> None:
    line = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0)]
    kinds = {0.5: "border", 1.5: "", 2.5: "disputed"}
    found = list(runs(line, lambda point: kinds[point[0]]))
    assert found == [("border", line[:2]), ("disputed", line[2:])]


# packages


def test_a_member_of_an_npm_tarball_is_read_without_its_prefix(tmp_path: Path) -> None:
    path = tmp_path / "x-1.tgz"
    with tarfile.open(path, "w:gz") as tarball:
        entry = tarfile.TarInfo("package/LICENSE")
        entry.size = 3
        tarball.addfile(entry, io.BytesIO(b"ISC"))
    assert Archive(path).read("LICENSE") == b"ISC"
    with pytest.raises(KeyError):
        Archive(path).read("missing")


def test_every_package_is_pinned_by_a_whole_digest() -> None:
    from basemap import packages

    pinned = [value for value in vars(packages).values() if isinstance(value, packages.Package)]
    assert len(pinned) == 10
    for package in pinned:
        assert len(package.sha512) == len(hashlib.sha512().hexdigest()), package.name
        assert package.version[0].isdigit()
