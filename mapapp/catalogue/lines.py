"""geometry.geojson of a corridor: the drawn lines of its sections."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mapapp import files
from mapapp.errors import PositionError, Problem, clipped
from mapapp.position import Position
from mapapp.tables.csv import MAX_BYTES

_SECTION = re.compile(r'"section"\s*+:\s*+"([^"\\]++)"')  # an id; one with signs that need a backslash has no line


@dataclass(frozen=True, slots=True)
class Drawn:
    """The drawn line of a section (at least two points), and the line of the file that it stands in."""

    section: str
    points: tuple[Position, ...]
    line: int


def read_lines(path: Path, problems: list[Problem]) -> dict[str, Drawn]:
    """Read a GeoJSON FeatureCollection of LineStrings whose property ``section`` is a section's id.

    A missing file is no problem: the result is empty. A feature that cannot be read is reported and left out.
    """
    lines: dict[str, Drawn] = {}
    text = _text(path, problems)
    where = _where(text)
    for number, feature in enumerate(_features(path, text, problems) if text else (), 1):
        section = _mapping(_mapping(feature).get("properties")).get("section")
        section = section if isinstance(section, str) else ""
        line = next(where.get(section, iter(())), 0)
        points = _points(_mapping(_mapping(feature).get("geometry")))
        sentence = _wrong(section, number, points, lines)
        if sentence:
            problems.append(Problem(path.name, line, "", sentence))
        else:
            lines[section] = Drawn(section, points, line)
    return lines


def _where(text: str) -> dict[str, Iterator[int]]:
    """The lines in which each section is named, one after the other."""
    found: dict[str, list[int]] = {}
    line, counted = 1, 0
    for match in _SECTION.finditer(text):
        line += text.count("\n", counted, match.start(1))
        counted = match.start(1)
        found.setdefault(match[1], []).append(line)
    return {section: iter(of_one) for section, of_one in found.items()}


def _text(path: Path, problems: list[Problem]) -> str:
    try:
        data = files.read(path, MAX_BYTES + 1)
        if len(data) <= MAX_BYTES:
            return data.decode("utf-8-sig")
        sentence = f"the file has more than {MAX_BYTES / 1e6:.0f} MB; simplify its lines"
    except FileNotFoundError:
        return ""
    except OSError as error:
        sentence = f"the file cannot be opened ({error.strerror}); check that it is readable"
    except UnicodeDecodeError:
        sentence = "the text is not UTF-8; build the file anew"
    problems.append(Problem(path.name, 0, "", sentence))
    return ""


def _features(path: Path, text: str, problems: list[Problem]) -> list[Any]:
    try:
        features = _mapping(json.loads(text)).get("features")
        if isinstance(features, list):
            return features
        line, what = 0, "a GeoJSON FeatureCollection"
    except json.JSONDecodeError as error:
        line, what = error.lineno, "JSON"
    except RecursionError:
        line, what = 0, "a GeoJSON FeatureCollection"
    problems.append(Problem(path.name, line, "", f"this is not {what}; build the file anew"))
    return []


def _wrong(section: str, number: int, points: tuple[Position, ...], lines: dict[str, Drawn]) -> str:
    """What is wrong with a feature, "" where nothing is."""
    if not section:
        return f"feature {number} names no section; add the property 'section'"
    if section in lines:
        return f"the section '{clipped(section)}' has two lines; the first one is used, take the other out"
    if len(points) < 2:
        return f"the line of '{clipped(section)}' is no LineString of longitudes and latitudes; build it anew"
    return ""


def _points(geometry: dict[str, Any]) -> tuple[Position, ...]:
    """The points of a LineString; empty where one of them is no position."""
    coordinates = geometry.get("coordinates")
    if geometry.get("type") != "LineString" or not isinstance(coordinates, list):
        return ()
    try:
        return tuple(Position.checked(point[0], point[1]) for point in coordinates)
    except (PositionError, TypeError, IndexError, KeyError):
        return ()


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
