"""The railway network of a corridor is healed by its recipe only, and the way through it is the real one."""

import importlib.util
import json
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from mapapp.position import Position, distance_km


def _module() -> ModuleType:
    file = Path(__file__).parents[2] / "scripts" / "railways.py"
    spec = importlib.util.spec_from_file_location("railways", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


railways = _module()
RECIPE = {"longest_edge_km": 330, "gap_km": 2, "component_gap_km": 22}


def wheel(folder: Path, positions: list[Position], edges: dict[tuple[int, int], float]) -> Path:
    """A package like scgraph_data with the given network."""
    graph: list[dict[int, float]] = [{} for _ in positions]
    for (a, b), km in edges.items():
        graph[a][b] = graph[b][a] = km
    nodes = json.dumps([[p.latitude, p.longitude] for p in positions])
    path = folder / "package.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(railways.MEMBER, f"from x import y\ngraph={graph}\nnodes={nodes}\nz = y(graph=graph)\n")
    return path


def way(network: object, a: Position, b: Position) -> list[Position]:
    n = network
    found = railways.shortest(n, n.attach(a), n.attach(b))  # type: ignore[attr-defined]
    return [n.positions[i] for i in found]  # type: ignore[attr-defined]


WEST, MIDDLE, EAST = Position(10, 45), Position(11, 45), Position(12, 45)


def test_the_network_is_read_with_longitude_first_and_true_lengths(tmp_path: Path) -> None:
    network = railways.read_network(wheel(tmp_path, [WEST, MIDDLE], {(0, 1): 90.5}), [WEST, MIDDLE])
    assert network.positions == {0: WEST, 1: MIDDLE}
    assert network.edges[0][1] == network.edges[1][0] == (90.5, 90.5)


def test_what_lies_far_from_the_places_is_left_out(tmp_path: Path) -> None:
    network = railways.read_network(wheel(tmp_path, [WEST, Position(40, 45)], {(0, 1): 2500.0}), [WEST])
    assert list(network.positions.values()) == [WEST]


def test_no_edge_is_shorter_than_the_great_circle(tmp_path: Path) -> None:
    network = railways.read_network(wheel(tmp_path, [WEST, MIDDLE], {(0, 1): 60.0}), [WEST, MIDDLE])
    assert network.edges[0][1][0] == distance_km(WEST, MIDDLE)


def test_an_edge_that_is_too_long_is_dropped(tmp_path: Path) -> None:
    network = railways.read_network(wheel(tmp_path, [WEST, MIDDLE], {(0, 1): 331.0}), [WEST, MIDDLE])
    railways.heal(network, RECIPE)
    assert network.edges[0] == {}


def test_an_inserted_place_shares_the_length_of_its_edge_out(tmp_path: Path) -> None:
    network = railways.read_network(wheel(tmp_path, [WEST, EAST], {(0, 1): 200.0}), [WEST, EAST])
    railways.heal(network, RECIPE | {"insert": [{"at": [10.5, 45.2], "from": [10, 45], "to": [12, 45]}]})
    line = way(network, WEST, EAST)
    assert Position(10.5, 45.2) in line
    middle = next(n for n, p in network.positions.items() if p == Position(10.5, 45.2))
    assert sum(km for km, _ in network.edges[middle].values()) == pytest.approx(200)


def test_a_gap_between_two_components_is_closed_and_known_as_a_gap(tmp_path: Path) -> None:
    near = Position(11.2, 45)
    path = wheel(tmp_path, [WEST, MIDDLE, near, EAST], {(0, 1): 80.0, (2, 3): 65.0})
    network = railways.read_network(path, [WEST, EAST])
    railways.heal(network, RECIPE)
    km, cost = network.edges[1][2]
    assert km == pytest.approx(distance_km(MIDDLE, near))
    assert cost == railways.GAP_COST * km


def test_a_gap_wider_than_the_recipe_allows_stays_open(tmp_path: Path) -> None:
    path = wheel(tmp_path, [WEST, MIDDLE, Position(11.4, 45), EAST], {(0, 1): 80.0, (2, 3): 50.0})
    network = railways.read_network(path, [WEST, EAST])
    railways.heal(network, RECIPE)
    assert railways.shortest(network, 0, 3) == []


def test_a_break_that_track_goes_round_is_no_gap(tmp_path: Path) -> None:
    end, beside = Position(11, 45), Position(11.01, 45)
    corner = Position(11.005, 45.03)
    path = wheel(tmp_path, [WEST, end, corner, beside], {(0, 2): 80.0, (1, 2): 4.0, (2, 3): 4.0})
    network = railways.read_network(path, [WEST])
    railways.heal(network, RECIPE)
    assert 3 not in network.edges[1]


def test_a_hand_drawn_link_joins_what_the_network_lacks(tmp_path: Path) -> None:
    port = Position(11, 44)
    network = railways.read_network(wheel(tmp_path, [WEST, MIDDLE], {(0, 1): 80.0}), [WEST, port])
    railways.heal(network, RECIPE | {"link": [{"points": [[11, 45], [11.2, 44.5], [11, 44]]}]})
    assert way(network, WEST, port)[-2:] == [Position(11.2, 44.5), port]


def test_a_place_beside_the_track_gets_a_spur(tmp_path: Path) -> None:
    network = railways.read_network(wheel(tmp_path, [WEST, EAST], {(0, 1): 160.0}), [WEST, EAST])
    beside = Position(11, 45.02)
    line = way(network, WEST, beside)
    assert line[-1] == beside
    assert line[-2] == Position(11, 45)


def test_a_place_far_from_the_track_stops_the_build(tmp_path: Path) -> None:
    network = railways.read_network(wheel(tmp_path, [WEST, EAST], {(0, 1): 160.0}), [WEST, EAST])
    with pytest.raises(SystemExit, match=r"add a \[\[link\]\]"):
        network.attach(Position(11, 45.09))


def test_another_package_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="is not the scgraph_data"):
        railways.fetched(wheel(tmp_path, [WEST], {}))
