"""geometry.geojson of a corridor: the drawn lines of its sections."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mapapp import files
from mapapp.errors import PositionError, Problem, clipped, why
from mapapp.message import tr
from mapapp.position import Position
from mapapp.tables.csv import MAX_BYTES

_SECTION = re.compile(r'"section"\s*+:\s*+"([^"\\]++)"')  # an id; one with signs that need a backslash has no line
_COLLECTION = tr("a GeoJSON FeatureCollection")


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
        sentence = tr("the file has more than {n} MB; simplify its lines", n=round(MAX_BYTES / 1e6))
    except FileNotFoundError:
        return ""
    except OSError as error:
        sentence = tr("the file cannot be opened ({error}); check that it is readable", error=why(error))
    except UnicodeDecodeError:
        sentence = tr("the text is not UTF-8; build the file anew")
    problems.append(Problem(path.name, 0, "", sentence))
    return ""


def _features(path: Path, text: str, problems: list[Problem]) -> list[Any]:
    try:
        features = _mapping(json.loads(text)).get("features")
        if isinstance(features, list):
            return features
        line, what = 0, _COLLECTION
    except ValueError as error:  # also a number of more digits than Python reads
        line, what = getattr(error, "lineno", 0), tr("JSON")
    except RecursionError:
        line, what = 0, _COLLECTION
    problems.append(Problem(path.name, line, "", tr("this is not {what}; build the file anew", what=what)))
    return []


def _wrong(section: str, number: int, points: tuple[Position, ...], lines: dict[str, Drawn]) -> str:
    """What is wrong with a feature, "" where nothing is."""
    if not section:
        return tr("feature {number} names no section; add the property 'section'", number=str(number))
    if section in lines:
        return tr(
            "the section '{section}' has two lines; the first one is used, take the other out", section=clipped(section)
        )
    if len(points) < 2:
        return tr(
            "the line of '{section}' is no LineString of longitudes and latitudes; build it anew",
            section=clipped(section),
        )
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
