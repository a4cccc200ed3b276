"""The records of a corridor: lengths that say where they come from, and look-ups by id."""

import pytest

from mapapp.corridor import Corridor, Mode, Node, Section
from mapapp.position import Position

A = Node("a", "A", ("station",), "KZ", Position(50, 40))
B = Node("b", "B", ("port",), "KZ", Position(51, 40))
C = Node("c", "C", (), "", Position(52, 40))
LINE = (A.position, Position(50.5, 40.2), B.position)


def section(id_: str = "a-b", length_km: float | None = None, branches: tuple[str, ...] = ()) -> Section:
    return Section(id_, "a", "b", Mode.RAIL, LINE, length_km=length_km, branches=branches)


def test_the_true_length_counts_not_the_drawn_one() -> None:
    assert section(length_km=120).km == 120


def test_without_a_true_length_the_drawn_one_stands_in() -> None:
    assert section().km == section().drawn_km == pytest.approx(95.9, abs=0.1)


def test_records_are_found_by_id() -> None:
    corridor = Corridor("c", "C", nodes=(A, B, C), sections=(section(),))
    assert corridor.node["b"] is B
    assert corridor.section["a-b"].end == "b"
    assert corridor.source == {}


def test_sections_are_found_at_both_ends_and_a_lonely_node_has_none() -> None:
    corridor = Corridor("c", "C", nodes=(A, B, C), sections=(section(), section("again")))
    assert [s.id for s in corridor.sections_at["b"]] == ["a-b", "again"]
    assert corridor.sections_at["a"] == corridor.sections_at["b"]
    assert corridor.sections_at["c"] == ()


def test_branches_come_in_the_order_of_the_sections_each_once() -> None:
    sections = section("1", branches=("north",)), section("2", branches=("south", "north")), section("3")
    assert Corridor("c", "C", nodes=(A, B), sections=sections).branches == ("north", "south")


def test_two_corridors_are_equal_only_if_they_are_one() -> None:
    assert Corridor("c", "C") != Corridor("c", "C")
