"""What the page of a map is told about corridors: lines, nodes and words, and the way that is drawn."""

from mapapp.maps.state import route_state
from mapapp.words.corridors import described
from tests.fixtures.alpha import alpha_to_delta, way


def test_each_section_says_between_which_nodes_it_runs() -> None:
    data = described(alpha_to_delta())
    ids = {node["id"] for node in data["nodes"]}
    assert {end for section in data["sections"] for end in section["ends"]} == ids
    first = data["sections"][0]
    assert first["ends"] == ["alpha", "beta"]
    assert ("Gauge", "1435 mm") in first["facts"]


def test_nodes_carry_all_their_kinds_and_whether_they_are_worth_a_label() -> None:
    nodes = {node["id"]: node for node in described(alpha_to_delta())["nodes"]}
    assert nodes["beta"]["kinds"] == ["station", "gauge-change"]
    assert [id_ for id_, node in nodes.items() if node["named"]] == ["alpha", "delta"]


def test_a_way_is_told_by_its_sections_and_nodes_in_order() -> None:
    message = route_state(way("delta", "alpha"), "alpha-to-delta")
    assert message["route"] == {
        "corridor": "alpha-to-delta",
        "sections": ["gamma-delta", "beta-gamma", "alpha-beta"],
        "nodes": ["delta", "gamma", "beta", "alpha"],
    }
    assert (message["visible"], message["alone"], message["corridors"]) == ("", [], ["alpha-to-delta"])


def test_without_a_way_the_corridor_is_shown_whole() -> None:
    assert route_state(None, "alpha-to-delta")["route"] is None
