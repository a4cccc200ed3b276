"""A folder of CSV, TOML and GeoJSON becomes a corridor, and all that is wrong with it a list of problems."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from mapapp.catalogue.corridor_settings import read_settings
from mapapp.catalogue.dating import Calendar
from mapapp.catalogue.lines import Drawn, read_lines
from mapapp.catalogue.sources import COLUMNS as COLUMNS_OF_SOURCES
from mapapp.catalogue.sources import FILE as SOURCES
from mapapp.catalogue.sources import check_id, citations, parted, read_sources
from mapapp.corridor import NODE_KINDS, Corridor, Mode, Node, Section, SectionStatus, Volume
from mapapp.country import alpha2
from mapapp.errors import PositionError, Problem, Problems, clipped
from mapapp.message import pattern, series, tr
from mapapp.position import Position, distance_km, great_circle
from mapapp.source import Source
from mapapp.tables.csv import read_table
from mapapp.tables.rows import Column, Row

GEOMETRY = "geometry.geojson"
AT_NODE_KM = 0.2  # a line may miss its node by the rounding of three decimals
SLACK = 0.995  # a length may be shorter than the great circle by the rounding of the positions
_CITED = (Column("note", spoken=True), Column("source"), Column("locator", spoken=True))
COLUMNS: dict[str, tuple[Column, ...]] = {
    "nodes.csv": (
        Column("id", required=True),
        Column("name", required=True, spoken=True, repeated=True),
        Column("kind"),
        Column("country"),
        Column("latitude", required=True),
        Column("longitude", required=True),
        *_CITED,
    ),
    "sections.csv": (
        Column("id", required=True),
        Column("from", required=True),
        Column("to", required=True),
        Column("mode", required=True),
        Column("branch", spoken=True),
        Column("status"),
        Column("length_km"),
        Column("gauge_mm"),
        Column("operator", spoken=True),
        *_CITED,
    ),
    "volumes.csv": (
        Column("series", required=True),
        Column("year", required=True),
        Column("value_low", required=True),
        Column("value_high"),
        Column("unit", required=True, spoken=True),
        *_CITED,
    ),
}


class LoadedCorridor(NamedTuple):
    """A corridor as far as it could be read, and what is wrong with its files, in order of file and line."""

    corridor: Corridor
    problems: tuple[Problem, ...]


@dataclass
class _Reading:
    """What has been read so far, with the lines of the files; later files refer to earlier ones."""

    folder: Path
    problems: Problems = field(default_factory=Problems)
    sources: tuple[Source, ...] = ()
    nodes: dict[str, Node] = field(default_factory=dict)
    node_lines: dict[str, int] = field(default_factory=dict)
    drawn: dict[str, Drawn] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    section_lines: dict[str, int] = field(default_factory=dict)

    @property
    def source_ids(self) -> set[str]:
        return {s.id for s in self.sources}

    def rows(self, file: str, *, optional: bool = False, unique: str = "") -> Iterator[Row]:
        return read_table(self.folder / file, COLUMNS[file], self.problems, optional=optional, unique=unique)

    def report(self, file: str, line: int, column: str, sentence: str) -> None:
        self.problems.append(Problem(file, line, column, sentence))


def load_corridor(folder: Path) -> LoadedCorridor:
    """Read a corridor folder.

    Raises nothing for bad data: what can be read is in the corridor, the rest is in the problems. volumes.csv and
    geometry.geojson may be missing; without geometry, sections are great circles.
    """
    reading = _Reading(folder)
    rows = read_table(folder / SOURCES, COLUMNS_OF_SOURCES, reading.problems, unique="id")
    reading.sources = read_sources(rows, Calendar())
    _read_nodes(reading)
    reading.drawn = read_lines(folder / GEOMETRY, reading.problems)
    _read_sections(reading)
    settings = read_settings(folder, reading.source_ids, set(reading.nodes), reading.problems)
    _check_connected(reading)
    corridor = Corridor(
        id=folder.name,
        nodes=tuple(reading.nodes.values()),
        sections=tuple(reading.sections.values()),
        volumes=tuple(_volumes(reading, dict(settings["series"]))),
        sources=reading.sources,
        **settings,
    )
    for branch in corridor.alternatives:
        if corridor.branches and branch not in corridor.branches:
            text = tr(
                "no section belongs to the branch '{branch}'; correct the name or take it out", branch=clipped(branch)
            )
            reading.report("corridor.toml", 0, "routing.alternatives", text)
    return LoadedCorridor(corridor, reading.problems.told())


def _read_nodes(reading: _Reading) -> None:
    for row in reading.rows("nodes.csv", unique="id"):
        id_, position = row.text("id"), _position(row)
        if check_id(row) and position:
            reading.node_lines[id_] = row.line
            reading.nodes[id_] = Node(
                id=id_,
                name=row.spoken("name"),
                kinds=_kinds(row),
                country=row.parsed("country", alpha2) or "",
                position=position,
                note=row.spoken("note"),
                citations=citations(row, reading.source_ids),
            )


def _position(row: Row) -> Position | None:
    try:
        return Position.checked(row.degrees("longitude"), row.degrees("latitude"))
    except PositionError as error:
        row.reject("latitude" if "latitude" in str(error) else "longitude", str(error))
        return None


def _kinds(row: Row) -> tuple[str, ...]:
    for kind in row.list("kind"):
        if kind not in NODE_KINDS:
            known = series(NODE_KINDS, "; ")
            row.note("kind", tr("'{kind}' is not known; write one or more of {known}", kind=clipped(kind), known=known))
    return tuple(kind for kind in row.list("kind") if kind in NODE_KINDS)


def _read_sections(reading: _Reading) -> None:
    if not reading.nodes:
        return  # what is wrong with nodes.csv is reported; every section would only repeat it
    for row in reading.rows("sections.csv", unique="id"):
        ends = [node for column in ("from", "to") if (node := _end(reading, row, column))]
        if len(ends) == 2 and ends[0] is ends[1]:
            row.reject("to", tr("the section ends where it starts; name another node"))
        if row.text("mode").lower() not in set(Mode):
            mode, known = clipped(row.text("mode")), series(Mode)
            row.reject("mode", tr("'{mode}' is not known; write one of {known}", mode=mode, known=known))
        if check_id(row):
            reading.section_lines[row.text("id")] = row.line
            reading.sections[row.text("id")] = _section(reading, row, *ends)
    for id_ in reading.drawn.keys() - reading.sections.keys():
        text = tr("there is no section '{id}' in sections.csv; add it there or take the line out", id=clipped(id_))
        reading.report(GEOMETRY, reading.drawn[id_].line, "", text)


def _end(reading: _Reading, row: Row, column: str) -> Node | None:
    node = reading.nodes.get(row.text(column))
    if node is None:
        text = tr(
            "'{text}' is not in nodes.csv or could not be read; correct it, or add the node",
            text=clipped(row.text(column)),
        )
        row.reject(column, text)
    return node


def _section(reading: _Reading, row: Row, start: Node, end: Node) -> Section:
    points = _line(reading, row.text("id"), start, end)
    return Section(
        id=row.text("id"),
        start=start.id,
        end=end.id,
        mode=Mode(row.text("mode").lower()),
        line=points or tuple(great_circle(start.position, end.position, 100.0)),
        schematic=not points,
        branches=parted(row.spoken("branch")),
        status=SectionStatus(row.choice("status", set(SectionStatus), SectionStatus.OPERATING)),
        length_km=_length(row, start, end),
        gauge_mm=_gauge(row),
        operator=row.spoken("operator"),
        note=row.spoken("note"),
        citations=citations(row, reading.source_ids),
    )


def _length(row: Row, start: Node, end: Node) -> float | None:
    length, shortest = row.number("length_km"), distance_km(start.position, end.position)
    if length is not None and length < shortest * SLACK - AT_NODE_KM:
        text = tr(
            "{length} km is shorter than the great circle of {shortest} km; correct the length or the nodes",
            length=f"{length:g}",
            shortest=round(shortest, 1),
        )
        row.note("length_km", text)
        return None
    return length


def _gauge(row: Row) -> int | None:
    gauge = row.number("gauge_mm")
    if gauge is None or (gauge == int(gauge) and 300 <= gauge <= 3000):
        return None if gauge is None else int(gauge)
    row.note(
        "gauge_mm", tr("{gauge} is no track gauge; write whole millimetres such as 1435 or 1520", gauge=f"{gauge:g}")
    )
    return None


def _line(reading: _Reading, id_: str, start: Node, end: Node) -> tuple[Position, ...]:
    """The drawn line in the section's direction; empty where there is none, or none that leads from node to node."""
    if id_ not in reading.drawn:
        return ()
    points = reading.drawn[id_].points
    ends = (start, points[0]), (end, points[-1])
    if all(distance_km(node.position, point) <= AT_NODE_KM for node, point in ends):
        return points
    if max(distance_km(start.position, points[-1]), distance_km(end.position, points[0])) <= AT_NODE_KM:
        return points[::-1]
    node, point = max(ends, key=lambda pair: distance_km(pair[0].position, pair[1]))
    away = pattern("the line of '{id}' does not start at its node '{id2}' but {km} km away; build it anew")
    if node is end:
        away = pattern("the line of '{id}' does not end at its node '{id2}' but {km} km away; build it anew")
    text = tr(away, id=id_, id2=str(node.id), km=round(distance_km(node.position, point), 1))
    reading.report(GEOMETRY, reading.drawn[id_].line, "", text)
    return ()


def _volumes(reading: _Reading, series: dict[str, str]) -> Iterable[Volume]:
    for row in reading.rows("volumes.csv", optional=True):
        if row.text("series") not in series:
            row.reject(
                "series",
                tr("'{series}' is no [[series]] of corridor.toml; add it there", series=clipped(row.text("series"))),
            )
        year, low, high = _needed(row, "year"), _needed(row, "value_low"), row.number("value_high")
        if high is not None and low is not None and high < low:
            row.note("value_high", tr("{high} is less than value_low and is left out; swap the two", high=f"{high:g}"))
            high = None
        if year is not None and (year != int(year) or not 1800 <= year <= 2200):
            row.reject("year", tr("{year} is no year; write four digits", year=f"{year:g}"))
        if row.kept and year is not None and low is not None:
            yield Volume(
                series=row.text("series"),
                year=int(year),
                low=low,
                high=low if high is None else high,
                unit=row.spoken("unit"),
                note=row.spoken("note"),
                citations=citations(row, reading.source_ids),
            )


def _needed(row: Row, column: str) -> float | None:
    number = row.number(column)
    row.kept = row.kept and number is not None
    return number


def _check_connected(reading: _Reading) -> None:
    """Report nodes that no section reaches, and every part of the network but the largest."""
    parts = {id_: {id_} for id_ in reading.nodes}
    for section in reading.sections.values():
        less, more = sorted((parts[section.start], parts[section.end]), key=len)
        if less is not more:  # the smaller into the larger: no node is moved often
            more |= less
            parts.update(dict.fromkeys(less, more))
    distinct = sorted({id(part): part for part in parts.values()}.values(), key=lambda part: (-len(part), min(part)))
    for part in distinct[1:]:
        lines = [reading.section_lines[s.id] for s in reading.sections.values() if s.start in part]
        if lines:
            text = tr("the network falls into parts: no section joins {part} to the rest; add one", part=_listed(part))
            reading.report("sections.csv", min(lines), "", text)
        else:
            text = tr("no section leads to '{min}'; add one to sections.csv or take the node out", min=min(part))
            reading.report("nodes.csv", reading.node_lines[min(part)], "id", text)


def _listed(ids: set[str]) -> str:
    named = series(sorted(ids)[:5])
    return tr("{named} and {left} more", named=named, left=len(ids) - 5) if len(ids) > 5 else named
