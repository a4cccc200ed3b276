"""The way through a corridor: shortest by true length, on the main branches, with all that happens to goods on it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.catalogue.corridors import load_corridor
from mapapp.corridor import Corridor, Mode, Node, Section, SectionStatus, TransitTime
from mapapp.position import Position
from mapapp.routing.route import Route, find_route


def node(id_: str, longitude: float, country: str = "KZ") -> Node:
    return Node(id_, id_.upper(), ("station",), country, Position(longitude, 45))


# a --100-- b --100-- c ~~200~~ d --100-- e      and the short cut a --120-- c, an alternative
NODES = (node("a", 50, "CN"), node("b", 51), node("c", 52), node("d", 54, "AZ"), node("e", 55, "AZ"), node("f", 60))


def piece(ends: str, mode: Mode = Mode.RAIL, **fields: object) -> Section:
    start, end = ends[0], ends[1]
    places = {n.id: n.position for n in NODES}
    return Section(ends, start, end, mode, (places[start], places[end]), **fields)  # type: ignore[arg-type]


SECTIONS = (
    piece("ab", length_km=100, gauge_mm=1435, branches=("main",)),
    piece("bc", length_km=100, gauge_mm=1520, branches=("main",)),
    piece("dc", Mode.SEA, length_km=200),
    piece("de", length_km=100, gauge_mm=1520),
    piece("ac", length_km=120, gauge_mm=1520, branches=("side",)),
    piece("ae", length_km=50, gauge_mm=1520, status=SectionStatus.PLANNED),
)
TIMES = (TransitTime(1, 2, "c", "d"), TransitTime(5, 9, "e", "a"), TransitTime(3, 3), TransitTime(1, 1, "a", "f"))
CORRIDOR = Corridor("t", "T", nodes=NODES, sections=SECTIONS, alternatives=("side",), transit_times=TIMES)


def route(start: str, end: str, via: tuple[str, ...] = (), allow: tuple[str, ...] = ()) -> Route:
    found = find_route(CORRIDOR, start, end, via=via, allow=allow)
    assert found is not None
    return found


def test_the_route_keeps_to_main_branches_and_to_what_operates() -> None:
    assert route("a", "e").nodes == ("a", "b", "c", "d", "e")


def test_an_alternative_counts_on_request() -> None:
    assert route("a", "e", allow=("side",)).nodes == ("a", "c", "d", "e")


def test_a_section_of_two_branches_is_open_while_one_of_them_is() -> None:
    both = piece("ac", length_km=120, branches=("side", "main"))
    corridor = Corridor("t", "T", nodes=NODES, sections=(*SECTIONS[:2], both), alternatives=("side",))
    found = find_route(corridor, "a", "c")
    assert found is not None
    assert found.nodes == ("a", "c")


def test_an_alternative_is_taken_where_nothing_else_leads() -> None:
    corridor = Corridor("t", "T", nodes=NODES, sections=(SECTIONS[4],), alternatives=("side",))
    found = find_route(corridor, "a", "c")
    assert found is not None
    assert found.nodes == ("a", "c")


def test_what_does_not_operate_is_the_last_resort_and_is_named() -> None:
    corridor = Corridor("t", "T", nodes=NODES, sections=(SECTIONS[5],))
    found = find_route(corridor, "a", "e")
    assert found is not None
    assert [s.id for s in found.not_operating] == ["ae"]
    assert route("a", "e").not_operating == ()


def test_unconnected_nodes_have_no_route() -> None:
    assert find_route(CORRIDOR, "a", "f") is None


def test_an_unknown_node_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        find_route(CORRIDOR, "a", "nowhere")


def test_via_leads_through_a_node_even_on_a_longer_way() -> None:
    assert route("a", "e", via=("b",), allow=("side",)).nodes == ("a", "b", "c", "d", "e")


def test_lengths_are_told_apart_by_mode() -> None:
    found = route("a", "e")
    assert (found.km(Mode.RAIL), found.km(Mode.SEA), found.km(Mode.ROAD), found.km()) == (300, 200, 0, 500)
    assert found.estimated_km == 0


def test_a_length_that_is_not_on_record_is_counted_as_estimated() -> None:
    corridor = Corridor("t", "T", nodes=NODES, sections=(piece("ab"), piece("bc", length_km=100)))
    found = find_route(corridor, "a", "c")
    assert found is not None
    assert found.estimated_km == pytest.approx(78.6, abs=0.1)
    assert found.km() == pytest.approx(178.6, abs=0.1)


def test_gauge_changes_transhipments_and_borders_are_named() -> None:
    found = route("a", "e")
    assert found.gauge_changes == ("b",)
    assert found.transhipments == ("c", "d")
    assert found.borders == (("CN", "KZ"), ("KZ", "AZ"))


def test_a_stretch_ends_where_goods_are_moved_to_another_vehicle() -> None:
    stretches = route("a", "e").stretches
    assert [(s.start, s.end, s.mode, s.gauge_mm, s.km) for s in stretches] == [
        ("a", "b", Mode.RAIL, 1435, 100),
        ("b", "c", Mode.RAIL, 1520, 100),
        ("c", "d", Mode.SEA, None, 200),
        ("d", "e", Mode.RAIL, 1520, 100),
    ]


def test_an_unknown_gauge_is_no_change_of_gauge() -> None:
    corridor = Corridor("t", "T", nodes=NODES, sections=(piece("ab", gauge_mm=1435), piece("bc")))
    found = find_route(corridor, "a", "c")
    assert found is not None
    assert found.gauge_changes == ()
    assert len(found.stretches) == 1


def test_steps_are_drawn_in_the_direction_of_travel_without_a_point_twice() -> None:
    longitudes = [p.longitude for p in route("a", "e").line]
    assert longitudes == [50, 51, 52, 54, 55]
    assert [p.longitude for p in route("e", "a").line] == longitudes[::-1]


def test_transit_times_count_both_ways_and_the_longest_part_comes_first() -> None:
    found = route("a", "e")
    assert [(t.low, t.high) for t in found.transit_times] == [(5, 9), (1, 2)]
    assert found.covering_time == TIMES[1]
    part = route("b", "e")
    assert [(t.low, t.high) for t in part.transit_times] == [(1, 2)]
    assert part.covering_time is None


def test_a_route_to_the_start_itself_has_no_steps() -> None:
    found = route("c", "c")
    assert (found.nodes, found.steps, found.stretches, found.km()) == (("c",), (), (), 0)
    assert found.line == (Position(52, 45),)


SHIPPED, _ = load_corridor(Path(__file__).parents[2] / "data" / "corridors" / "trans-caspian")
IDS = st.sampled_from([n.id for n in SHIPPED.nodes])


@given(a=IDS, b=IDS)
def test_there_and_back_are_the_same_way(a: str, b: str) -> None:
    """Every pair of nodes is connected; the way back has the same length, and no node is passed twice."""
    there, back = find_route(SHIPPED, a, b), find_route(SHIPPED, b, a)
    assert there is not None
    assert back is not None
    assert there.km() == pytest.approx(back.km())
    assert len(set(there.nodes)) == len(there.nodes)


@given(a=IDS, b=IDS, c=IDS)
def test_no_way_over_a_third_node_is_shorter(a: str, b: str, c: str) -> None:
    """Where main branches join all three, the direct route is at most as long as one through the third."""
    direct, over = find_route(SHIPPED, a, b), find_route(SHIPPED, a, b, via=(c,))
    assert direct is not None
    assert over is not None
    main = all(not set(s.section.branches) & set(SHIPPED.alternatives) for r in (direct, over) for s in r.steps)
    assert not main or direct.km() <= over.km() + 1e-6
