"""The corridors that ship: they read without a problem, keep to their sources, and their lines are what they say."""

import gzip
import json
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from mapapp.catalogue.corridors import LoadedCorridor, load_corridor
from mapapp.catalogue.listing import CORRIDORS, corridor_ids
from mapapp.corridor import Corridor, Mode, SectionStatus
from mapapp.position import Position, distance_km
from mapapp.routing.route import Route, find_route

LAND = CORRIDORS.parent / "basemap" / "land.geojson"
PAGE_BUDGET = 120_000  # bytes of gzip that the geometry of all corridors may add to the page
IDS = ("instc", "northern", "trans-caspian")


@cache
def loaded(id_: str) -> LoadedCorridor:
    return load_corridor(CORRIDORS / id_)


def way(start: str, end: str, id_: str = "trans-caspian", allow: tuple[str, ...] = ()) -> Route:
    found = find_route(loaded(id_).corridor, start, end, allow=allow)
    assert found is not None
    return found


@pytest.fixture
def titr() -> Corridor:
    return loaded("trans-caspian").corridor


def test_three_corridors_ship_and_one_is_shown_from_the_start() -> None:
    assert corridor_ids() == IDS
    assert [id_ for id_ in IDS if loaded(id_).corridor.shown] == ["trans-caspian"]


@pytest.mark.parametrize("id_", IDS)
def test_they_are_read_without_a_problem(id_: str) -> None:
    assert [str(problem) for problem in loaded(id_).problems] == []


@pytest.mark.parametrize("id_", IDS)
def test_every_record_cites_a_source_and_every_source_is_cited(id_: str) -> None:
    c = loaded(id_).corridor
    cited = [c.citations, *(n.citations for n in c.nodes), *(s.citations for s in c.sections)]
    cited += [*(v.citations for v in c.volumes), *(m.citations for m in c.members), *(f.citations for f in c.facts)]
    cited += [*(o.citations for o in c.official_lengths), *(t.citations for t in c.transit_times)]
    assert all(cited)
    assert {source.id for source in c.sources} == {citation.source for citations in cited for citation in citations}


@pytest.mark.parametrize(
    ("id_", "unread"),
    [("instc", set()), ("northern", set()), ("trans-caspian", {"silkroute-511", "trend-3886232", "petrocouncil"})],
)
def test_a_source_has_a_day_of_reading_only_where_its_text_could_be_found(id_: str, unread: set[str]) -> None:
    sources = loaded(id_).corridor.sources
    assert {source.id for source in sources if not source.read} == unread
    assert {source.id for source in sources if not source.url} <= {"silkroute-511"}


def test_published_lengths_that_differ_are_explained_and_have_a_source(titr: Corridor) -> None:
    """988 km are those of the new line; the sections add up to more, as they count the way between its two pieces."""
    new = titr.section["zhezkazgan-saksaulskaya"], titr.section["shalkar-beyneu"]
    between = titr.section["saksaulskaya-shalkar"]
    built = sum(section.length_km or 0 for section in new)
    note = new[0].note
    assert f"measure {built:,.0f} km" in note and f"{built + (between.length_km or 0):,.0f} km with the 164 km" in note
    assert "uic-414" in {citation.source for citation in new[0].citations}
    assert "xalq-azertac" in {citation.source for citation in titr.section["beyneu-mangystau"].citations}
    assert not any("source not seen" in section.note for section in titr.sections)


def test_a_length_from_a_page_without_address_says_so(titr: Corridor) -> None:
    assert "no address at hand" in titr.official_lengths[0].note
    assert "not read by us" in titr.official_lengths[0].note
    assert not any(length.total_km == 11000 for length in titr.official_lengths), "its source does not say of what"


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [
        ("altynkol", "aktau", 3336),
        ("dostyk", "aktau", 3063),
        ("alat", "poti", 770),
        ("alat", "kars", 738),
        ("baku", "kars", 818),
        ("alat", "tbilisi", 467),
        ("baku", "poti", 851),
        ("marabda", "akhalkalaki", 153),
        ("akhalkalaki", "kars", 105),
        ("beyneu", "mangystau", 404),
        ("aktau", "alat", 487),
        ("kuryk", "alat", 443),
        ("poti", "constanta", 1074),
        ("batumi", "burgas", 1170),
        ("batumi", "chornomorsk", 1068),
    ],
)
def test_lengths_are_within_one_percent_of_what_is_known(start: str, end: str, km: float) -> None:
    """One percent: the network's own lengths differ by as much with the point at which a station is entered."""
    assert way(start, end).km() == pytest.approx(km, rel=0.01)


@pytest.mark.parametrize(
    ("start", "end", "km", "part"),
    [("altynkol", "zhetygen", 293, 0.04), ("baku", "kars", 826, 0.02), ("turkmenbashi", "alat", 306, 0.15)],
)
def test_lengths_that_were_published_differ_as_stated(start: str, end: str, km: float, part: float) -> None:
    """The notes of the sections tell why: other end points, and a ship that goes round the spit of Turkmenbashi."""
    assert way(start, end).km() == pytest.approx(km, rel=part)


def test_the_kyzylorda_line_is_shorter_and_only_taken_on_request() -> None:
    main, short = way("altynkol", "aktau"), way("altynkol", "aktau", allow=("Kyzylorda line",))
    assert "mointy" in main.nodes and "zhezkazgan" in main.nodes
    assert "kyzylorda" in short.nodes
    assert short.km() == pytest.approx(3112, rel=0.01)


@pytest.mark.parametrize("id_", IDS)
def test_the_route_that_is_shown_first_needs_no_alternative(id_: str) -> None:
    route = way(*loaded(id_).corridor.ends, id_)
    assert route.steps
    assert not route.not_operating
    assert not any(set(step.section.branches) <= set(route.corridor.alternatives) for step in route.steps)


def test_the_nearest_match_of_the_official_length_is_the_one_of_its_note(titr: Corridor) -> None:
    official = titr.official_lengths[0]
    assert (official.rail_km, official.sea_km, official.total_km) == (4256, 508, 4764)
    rail = way("altynkol", "aktau").km() + way("baku", "poti").km()
    assert rail == pytest.approx(4187, rel=0.01)
    assert f"{rail:,.0f} km of rail" in official.note
    assert f"{way('aktau', 'alat').km():,.0f} km of sea" in official.note


def test_a_train_to_istanbul_changes_gauge_twice_and_ships_once() -> None:
    found = way("xian", "halkali")
    assert found.gauge_changes == ("dostyk", "akhalkalaki")
    assert found.transhipments == ("aktau", "alat")
    assert found.borders == (("CN", "KZ"), ("KZ", "AZ"), ("AZ", "GE"), ("GE", "TR"))


def test_both_starts_both_ports_all_western_ends_and_the_southern_branch_are_one_network(titr: Corridor) -> None:
    for end in ("aktau", "kuryk", "poti", "batumi", "kars", "halkali", "constanta", "burgas", "chornomorsk", "bukhara"):
        for start in ("khorgos", "dostyk"):
            assert find_route(titr, start, end), (start, end)


def test_the_two_series_of_volumes_are_kept_apart(titr: Corridor) -> None:
    assert [id_ for id_, _ in titr.series] == ["kazakhstan", "titr-association"]
    years: dict[tuple[str, str], list[int]] = {(v.series, v.unit): [] for v in titr.volumes}
    for volume in titr.volumes:
        years[volume.series, volume.unit].append(volume.year)
    assert years["kazakhstan", "million tonnes"] == list(range(2019, 2026))
    assert years["titr-association", "thousand TEU"] == [2021, 2022, 2024, 2025]
    assert all(len(set(listed)) == len(listed) for listed in years.values())


def test_tonnes_are_never_counted_twice_under_one_unit(titr: Corridor) -> None:
    tonnes = {v.series: v for v in titr.volumes if v.year == 2024 and v.unit == "million tonnes"}
    assert tonnes["kazakhstan"].low == 4.484
    assert tonnes["titr-association"].low == 3.3


def features(id_: str) -> list[dict[str, dict[str, float]]]:
    collection = json.loads((CORRIDORS / id_ / "geometry.geojson").read_text(encoding="utf-8"))
    read: list[dict[str, dict[str, float]]] = collection["features"]
    return read


@pytest.mark.parametrize("id_", IDS)
def test_the_geometry_states_the_length_of_track_and_of_drawing(id_: str) -> None:
    c = loaded(id_).corridor
    for feature in features(id_):
        properties = feature["properties"]
        section = c.section[str(properties["section"])]
        assert section.length_km == properties["length_km"], section.id
        assert section.drawn_km == pytest.approx(properties["drawn_km"], abs=0.06)
        assert properties["drawn_km"] <= properties["length_km"] * 1.001 + 0.1


@pytest.mark.parametrize("id_", IDS)
def test_lines_lead_from_node_to_node(id_: str) -> None:
    c = loaded(id_).corridor
    for section in c.sections:
        for end, point in ((section.start, section.line[0]), (section.end, section.line[-1])):
            assert distance_km(c.node[end].position, point) < 0.2, section.id


def test_only_what_is_not_built_has_no_geometry_in_the_default_corridor(titr: Corridor) -> None:
    schematic = [s for s in titr.sections if s.schematic]
    assert {s.status for s in schematic} == {SectionStatus.CONSTRUCTION}
    assert all(s.length_km is not None for s in titr.sections)


@pytest.mark.parametrize("id_", IDS)
def test_no_line_turns_back_on_itself(id_: str) -> None:
    """A spike is two neighbouring pieces of more than 2 km that enclose less than 20 degrees."""
    for section in loaded(id_).corridor.sections:
        for a, b, c in zip(section.line, section.line[1:], section.line[2:], strict=False):
            near, far = sorted((distance_km(a, b), distance_km(b, c)))
            assert near < 2 or distance_km(a, c) > far * 0.35, (section.id, b)


def test_all_geometry_stays_within_its_budget() -> None:
    packed = [gzip.compress((CORRIDORS / id_ / "geometry.geojson").read_bytes(), 9, mtime=0) for id_ in IDS]
    assert sum(map(len, packed)) < PAGE_BUDGET


@pytest.mark.parametrize("id_", IDS)
def test_the_licence_of_the_geometry_stands_beside_it(id_: str) -> None:
    text = (CORRIDORS / id_ / "geometry.LICENCE.txt").read_text(encoding="utf-8")
    assert "Open Database License (ODbL) 1.0" in text
    assert "© OpenStreetMap contributors" in text
    assert "© OpenStreetMap contributors" in loaded(id_).corridor.credit


@pytest.mark.parametrize("id_", IDS)
def test_the_recipe_speaks_of_sections_that_are_there(id_: str) -> None:
    recipe = tomllib.loads((CORRIDORS / id_ / "geometry.toml").read_text(encoding="utf-8"))
    c = loaded(id_).corridor
    assert {*recipe.get("leave_out", ()), *recipe["via"]} <= set(c.section)
    assert {s.id for s in c.sections if s.schematic} == set(recipe.get("leave_out", ()))
    assert recipe["tolerance_km"] <= (0.3 if c.shown else 1)


AT_PORT_KM = 6.0  # quays lie behind a coast that is generalised to 0.01 degree
VOLGA_MOUTH = 45.55  # degrees north; between here and Astrakhan ships go down the river


def coast_pieces() -> Iterator[tuple[Position, Position]]:
    for feature in json.loads(LAND.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            yield from pairwise([Position(*point[:2]) for point in ring])


def side(a: Position, b: Position, p: Position) -> float:
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])


def crossing(a: Position, b: Position, p: Position, q: Position) -> Position | None:
    if side(a, b, p) * side(a, b, q) >= 0 or side(p, q, a) * side(p, q, b) >= 0:
        return None
    t = side(p, q, a) / (side(p, q, a) - side(p, q, b))
    return Position(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))


@pytest.mark.parametrize("id_", ["trans-caspian", "instc"])
def test_sea_lines_keep_off_the_land(id_: str) -> None:
    """No sea line crosses the shipped coast, except at its ports and on the Volga."""
    c = loaded(id_).corridor
    sea = [(s, a, b) for s in c.sections if s.mode == Mode.SEA for a, b in pairwise(s.line)]
    boxes = [(s, a, b, min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])) for s, a, b in sea]
    assert boxes
    crossings = []
    for p, q in coast_pieces():
        for section, a, b, west, east, south, north in boxes:
            if max(p[0], q[0]) < west or min(p[0], q[0]) > east or max(p[1], q[1]) < south or min(p[1], q[1]) > north:
                continue
            if found := crossing(a, b, p, q):
                ports = [c.node[section.start].position, c.node[section.end].position]
                if min(distance_km(found, port) for port in ports) > AT_PORT_KM:
                    crossings.append((section.id, found))
    assert [(id_, at) for id_, at in crossings if id_ != "astrakhan-anzali" or at.latitude < VOLGA_MOUTH] == []


def test_the_test_for_land_can_fail() -> None:
    """A straight line from Aktau to Baku station crosses the Absheron peninsula."""
    aktau, baku = Position(51.218, 43.602), Position(49.859, 40.383)
    assert any(crossing(aktau, baku, p, q) for p, q in coast_pieces())
