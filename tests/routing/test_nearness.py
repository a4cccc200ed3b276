"""How far a stop lies from a corridor: the nearest node, and the nearest point of a section's line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.catalogue.corridors import load_corridor
from mapapp.corridor import Corridor
from mapapp.position import Position, distance_km
from mapapp.routing.nearness import Nearness, nearest_point, nearness

SHIPPED, _ = load_corridor(Path(__file__).parents[2] / "data" / "corridors" / "trans-caspian")


def near(longitude: float, latitude: float) -> Nearness:
    found = nearness(SHIPPED, Position(longitude, latitude))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "longitude", "latitude", "node", "km"),
    [
        ("Ashgabat", 58.38, 37.95, "ashgabat", 1),
        ("Tashkent", 69.24, 41.31, "tashkent", 6),
        ("Almaty", 76.95, 43.24, "almaty-1", 12),
        ("Samarkand", 66.97, 39.65, "samarkand", 6),
        ("Astana", 71.43, 51.16, "zharyk", 290),
        ("Tbilisi", 44.80, 41.70, "tbilisi", 3),
    ],
)
def test_capitals_lie_where_the_map_shows_them(
    name: str, longitude: float, latitude: float, node: str, km: float
) -> None:
    found = near(longitude, latitude)
    assert (name, found.node.id) == (name, node)
    assert found.section_km <= found.node_km <= km


def test_a_place_in_the_middle_of_a_section_is_near_the_section_not_a_node() -> None:
    found = near(49.0, 40.05)
    assert found.section.id == "alat-station-ganja"
    assert found.section_km < 5
    assert found.node_km > 30


def test_the_foot_lies_on_the_line_and_at_the_stated_distance() -> None:
    found = near(66.0, 48.2)
    assert found.section.id == "zhezkazgan-saksaulskaya"
    assert distance_km(Position(66.0, 48.2), found.foot) == pytest.approx(found.section_km)
    assert distance_km(nearest_point(found.foot, found.section.line), found.foot) < 0.01


def test_a_corridor_without_sections_is_near_nothing() -> None:
    assert nearness(Corridor("c", "C"), Position(0, 0)) is None


def test_the_nearest_point_of_a_line_may_be_its_end_or_between_two_points() -> None:
    line = Position(10, 50), Position(11, 50)
    assert nearest_point(Position(9, 50), line) == line[0]
    assert nearest_point(Position(12, 49), line) == line[1]
    assert nearest_point(Position(10.25, 50.5), line) == Position(10.25, 50)


def test_a_line_of_one_repeated_point_is_that_point() -> None:
    assert nearest_point(Position(9, 50), (Position(10, 50), Position(10, 50))) == Position(10, 50)


@given(st.floats(40, 90), st.floats(34, 52))
def test_no_node_is_nearer_than_the_nearest_section(longitude: float, latitude: float) -> None:
    """Every node ends a section, so the nearest section is at most as far (1 % for the flat measure)."""
    found = near(longitude, latitude)
    assert found.section_km <= found.node_km * 1.01 + 0.1
