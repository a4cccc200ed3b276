"""A corridor folder is read whole; what is bad becomes a problem with file, line and remedy; what is good is kept."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapapp.catalogue.corridor_settings import KEYS
from mapapp.catalogue.corridors import COLUMNS, load_corridor
from mapapp.corridor import Corridor, Mode, SectionStatus
from mapapp.position import Position
from mapapp.source import Citation

FIXTURES = Path(__file__).parents[1] / "fixtures" / "corridors"
ATLAS = (Citation("atlas"),)


def load(name: str) -> tuple[Corridor, list[str]]:
    corridor, problems = load_corridor(FIXTURES / name)
    return corridor, [str(problem) for problem in problems]


@pytest.fixture(scope="module")
def good() -> Corridor:
    corridor, problems = load("alpha-to-delta")
    assert problems == []
    return corridor


def test_nodes_have_kinds_country_and_position(good: Corridor) -> None:
    beta = good.node["beta"]
    assert beta.kinds == ("station", "gauge-change")
    assert (beta.country, beta.position) == ("PL", Position(11.0, 50.0))
    assert beta.citations == (Citation("atlas", "p. 3"),)


def test_sections_have_what_their_columns_say(good: Corridor) -> None:
    section = good.section["alpha-beta"]
    assert (section.mode, section.status) == (Mode.RAIL, SectionStatus.OPERATING)
    assert (section.length_km, section.gauge_mm, section.operator) == (75.0, 1435, "Alpha Railways")
    assert good.section["gamma-delta"].gauge_mm is None
    assert good.section["beta-delta"].status == SectionStatus.PLANNED
    assert good.branches == ("Main line", "Old line", "Ferry")


def test_a_section_is_drawn_along_its_geometry(good: Corridor) -> None:
    section = good.section["alpha-beta"]
    assert not section.schematic
    assert section.line == (Position(10, 50), Position(10.5, 50.1), Position(11, 50))
    assert section.drawn_km == pytest.approx(74.8, abs=0.05)


def test_a_line_that_runs_backwards_is_turned_round(good: Corridor) -> None:
    line = good.section["beta-gamma"].line
    assert (line[0], line[-1]) == (good.node["beta"].position, good.node["gamma"].position)


def test_a_section_without_geometry_is_a_great_circle_between_its_nodes(good: Corridor) -> None:
    section = good.section["gamma-delta"]
    assert section.schematic
    assert (section.line[0], section.line[-1]) == (good.node["gamma"].position, good.node["delta"].position)


def test_volumes_keep_their_range_and_series(good: Corridor) -> None:
    first, second = good.volumes
    assert (first.series, first.year, first.low, first.high) == ("office", 2020, 1.5, 1.7)
    assert (second.low, second.high, second.unit) == (2.0, 2.0, "million tonnes")
    assert good.series == (("office", "Office of Statistics"),)


def test_settings_are_read(good: Corridor) -> None:
    assert (good.id, good.title, good.shown) == ("alpha-to-delta", "Alpha to Delta", True)
    assert good.labels == ("alpha", "delta")
    assert good.alternatives == ("Old line",)
    assert (good.ends, good.topics) == (("alpha", "delta"), ("the-ferry",))
    assert (good.credit, good.citations) == ("Nobody", ATLAS)
    assert [(m.name, m.country, m.role, m.citations) for m in good.members] == [
        ("Alpha Railways", "DE", "founder", ATLAS)
    ]
    assert [(f.text, f.citations) for f in good.facts] == [("It opened in 1900.", ATLAS)]


def test_the_total_of_an_official_length_is_the_sum_where_it_is_not_given(good: Corridor) -> None:
    (length,) = good.official_lengths
    assert (length.rail_km, length.sea_km, length.total_km) == (190, 150, 340)
    assert length.citations == (Citation("atlas", "p. 7"),)


def test_a_transit_time_is_a_range_with_or_without_ends(good: Corridor) -> None:
    whole, through, ferry = good.transit_times
    assert (whole.start, whole.end, whole.low, whole.high) == ("", "", 3, 5)
    assert (through.start, through.end, through.low, through.high) == ("alpha", "delta", 4, 4)
    assert (ferry.low, ferry.high) == (1, 2)


def test_volumes_and_geometry_may_be_missing(tmp_path: Path) -> None:
    folder = shutil.copytree(FIXTURES / "alpha-to-delta", tmp_path / "c")
    for name in ("volumes.csv", "geometry.geojson"):
        (folder / name).unlink()
    corridor, problems = load_corridor(folder)
    assert problems == ()
    assert corridor.volumes == ()
    assert all(section.schematic for section in corridor.sections)


@pytest.mark.parametrize("name", ["nodes.csv", "sections.csv", "sources.csv", "corridor.toml"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = shutil.copytree(FIXTURES / "alpha-to-delta", tmp_path / "c")
    (folder / name).unlink()
    problems = [str(problem) for problem in load_corridor(folder).problems]
    assert any(p.startswith(f"{name}: the file is missing; add it with") for p in problems)


def test_without_nodes_only_the_cause_is_reported() -> None:
    corridor, problems = load("no-nodes-file")
    assert problems == ["nodes.csv: the file is missing; add it with its header line"]
    assert (corridor.title, corridor.sections) == ("Alpha to Delta", ())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "a-section-to-a-missing-node",
            "sections.csv:5: to: 'dleta' is not in nodes.csv or could not be read; correct it, or add the node",
        ),
        ("a-section-with-one-end-twice", "sections.csv:5: to: the section ends where it starts; name another node"),
        ("an-unknown-mode", "sections.csv:5: mode: 'swim' is not known; write one of rail, sea, road"),
    ],
)
def test_a_section_that_cannot_be_used_is_left_out_and_the_rest_is_kept(name: str, expected: str) -> None:
    corridor, problems = load(name)
    assert expected in problems
    assert set(corridor.section) == {"alpha-beta", "beta-gamma", "alpha-gamma", "beta-delta"}


def test_a_length_shorter_than_the_great_circle_is_not_believed() -> None:
    corridor, problems = load("a-length-shorter-than-the-great-circle")
    assert problems == [
        "sections.csv:2: length_km: 57 km is shorter than the great circle of 71.5 km; correct the length or the nodes"
    ]
    assert corridor.section["alpha-beta"].length_km is None
    assert corridor.section["alpha-beta"].km == pytest.approx(71.5, abs=0.1)


def test_a_line_that_misses_its_node_is_not_drawn() -> None:
    corridor, problems = load("a-line-that-misses-its-node")
    assert problems == [
        "geometry.geojson:2: the line of 'alpha-beta' does not start at its node 'alpha' but 14.3 km away; "
        "build it anew"
    ]
    assert corridor.section["alpha-beta"].schematic
    assert not corridor.section["beta-gamma"].schematic


def test_a_network_in_two_parts_names_the_smaller_one() -> None:
    corridor, problems = load("a-network-in-two-parts")
    assert problems == [
        "nodes.csv:7: id: no section leads to 'lonely'; add one to sections.csv or take the node out",
        "sections.csv:5: the network falls into parts: no section joins omega, psi to the rest; add one",
    ]
    assert len(corridor.nodes) == 7


def test_bad_numbers_cost_the_cell_or_the_line_but_never_the_file() -> None:
    corridor, problems = load("bad-numbers")
    assert {
        "nodes.csv:5: latitude: latitude 151 is outside -90 to 90; write decimal degrees",
        "sections.csv:2: length_km: 'seventy-five' is not a number; write it like 38.6",
        "sections.csv:2: gauge_mm: 9 is no track gauge; write whole millimetres such as 1435 or 1520",
        "volumes.csv:3: year: 2021.5 is no year; write four digits",
        "volumes.csv:5: value_high: 1 is less than value_low and is left out; swap the two",
        "volumes.csv:6: series: 'bureau' is no [[series]] of corridor.toml; add it there",
        "volumes.csv:7: value_low: 'two' is not a number; write it like 38.6",
    } <= set(problems)
    assert corridor.section["alpha-beta"].length_km is None
    assert corridor.section["alpha-beta"].gauge_mm is None
    assert [(v.year, v.low, v.high) for v in corridor.volumes] == [(2020, 1.5, 1.7), (2023, 2, 2)]


def test_settings_that_are_no_toml_leave_the_network() -> None:
    corridor, problems = load("settings-that-are-no-toml")
    assert len(problems) == 1
    assert problems[0].startswith("corridor.toml: this is not TOML (")
    assert corridor.title == "settings-that-are-no-toml"
    assert len(corridor.sections) == 5


def test_mistakes_in_the_settings_have_the_line_of_their_table() -> None:
    corridor, problems = load("settings-with-mistakes")
    assert {
        "corridor.toml: display.shown: this is neither true nor false; write one of them without quotes",
        "corridor.toml: display.labels: 'dleta' is not in nodes.csv; add it there or correct the id",
        "corridor.toml: routing.alternatives: no section belongs to the branch 'New line'; "
        "correct the name or take it out",
        "corridor.toml:15: transit_time.to: 'dleta' is not in nodes.csv; add it there or correct the id",
        "corridor.toml:21: transit_time.days_low: this is not a number of zero or more; "
        "write it without quotes and unit",
        "corridor.toml:25: official_length.total_km: no length is given; write rail_km and sea_km, or total_km",
        "corridor.toml:29: member.name: it is missing; add a line name = '...'",
        "corridor.toml:33: fact.source: no source is given; name one of sources.csv",
    } <= set(problems)
    assert any(p.startswith("corridor.toml: colour: the key is not known and is left out") for p in problems)
    assert [m.name for m in corridor.members] == ["Alpha Railways"]
    assert len(corridor.transit_times) == 3
    assert corridor.labels == ("alpha",)


def test_a_geometry_that_is_no_geojson_leaves_great_circles() -> None:
    corridor, problems = load("a-geometry-that-is-no-geojson")
    assert problems == ["geometry.geojson:2: this is not JSON; build the file anew"]
    assert all(section.schematic for section in corridor.sections)


def test_mistakes_in_the_lines_are_reported_one_by_one() -> None:
    corridor, problems = load("lines-with-mistakes")
    assert problems == [
        "geometry.geojson: feature 3 names no section; add the property 'section'",
        "geometry.geojson:3: there is no section 'beta-omega' in sections.csv; add it there or take the line out",
        "geometry.geojson:5: the line of 'gamma-delta' is no LineString of longitudes and latitudes; build it anew",
        "geometry.geojson:6: the section 'alpha-beta' has two lines; the first one is used, take the other out",
    ]
    assert len(corridor.section["alpha-beta"].line) == 3


@pytest.mark.parametrize(
    "content",
    [
        b"[]",
        b"null",
        b'{"features": 1}',
        b'{"features": [1, "a", null, {"properties": 7}]}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"features":[{"properties":{"section":"gamma-delta"},"geometry":{"type":"LineString",'
        b'"coordinates":[[NaN,1],[2,3]]}}]}',
        b'{"features":[{"properties":{"section":"gamma-delta"},"geometry":{"type":"LineString",'
        b'"coordinates":{"0":1}}}]}',
    ],
)
def test_no_geometry_file_is_too_broken_to_report(tmp_path: Path, content: bytes) -> None:
    folder = shutil.copytree(FIXTURES / "alpha-to-delta", tmp_path / "c")
    (folder / "geometry.geojson").write_bytes(content)
    corridor, problems = load_corridor(folder)
    assert problems
    assert {p.file for p in problems} == {"geometry.geojson"}
    assert len(corridor.sections) == 5


def test_a_folder_that_is_not_there_is_an_empty_corridor_with_problems(tmp_path: Path) -> None:
    corridor, problems = load_corridor(tmp_path / "nowhere")
    assert {p.file for p in problems} == {"corridor.toml", "nodes.csv", "sources.csv"}
    assert (corridor.title, corridor.nodes) == ("nowhere", ())


def _cut(text: str, at: int, junk: str) -> str:
    return text[:at] + junk + text[at + 3 :]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["nodes.csv", "sections.csv", "volumes.csv", "corridor.toml", "geometry.geojson"]),
    at=st.integers(0, 900),
    junk=st.text(max_size=4),
)
def test_no_damage_to_a_file_raises(tmp_path: Path, name: str, at: int, junk: str) -> None:
    """Whatever three characters are replaced, the folder is read, and sections join nodes that are there."""
    folder = tmp_path / "c"
    shutil.copytree(FIXTURES / "alpha-to-delta", folder, dirs_exist_ok=True)
    text = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_text(_cut(text, at, junk), encoding="utf-8", errors="replace")
    corridor, _ = load_corridor(folder)
    assert all(s.start in corridor.node and s.end in corridor.node for s in corridor.sections)
    assert all(len(s.line) >= 2 for s in corridor.sections)


def test_problems_are_in_order_of_file_and_line() -> None:
    _, problems = load_corridor(FIXTURES / "bad-numbers")
    assert list(problems) == sorted(problems)


def test_the_tables_of_columns_and_keys_are_those_of_the_shipped_corridors() -> None:
    """The format is described by COLUMNS and KEYS; the fixture uses every column and every table of settings."""
    for name, columns in COLUMNS.items():
        header = (FIXTURES / "alpha-to-delta" / name).read_text(encoding="utf-8").splitlines()[0].split(",")
        assert header == [column.name for column in columns]
    text = (FIXTURES / "alpha-to-delta" / "corridor.toml").read_text(encoding="utf-8")
    assert all(f"[{table}]" in text for table in KEYS if table)
