"""Gold files for scoring: names in a table (CSV), or names in whole documents (JSON lines).

What cannot be read is reported as a `Problem` with its line; every other row is kept.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path

from mapapp.errors import PositionError, Problem, clipped
from mapapp.position import Position
from mapapp.tables.csv import read_table
from mapapp.tables.rows import Column, Row

COLUMNS = (Column("name", required=True), Column("country"), Column("latitude"), Column("longitude"), Column("case"))


@dataclass(frozen=True, slots=True)
class GoldRow:
    """A name, the country as the file writes it, and where the place is (None: the right answer is no place).

    ``case`` says in our own gold file what makes the row hard; it has no part in the score.
    """

    line: int
    name: str
    country: str
    position: Position | None
    case: str = ""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A name in a text, ``text[start:end]``, and where its place is."""

    start: int
    end: int
    name: str
    position: Position


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with its names in the order of their appearance; ``home`` is where its author sits, if known."""

    id: str
    text: str
    home: Position | None
    mentions: tuple[GoldMention, ...]


def read_rows(path: Path) -> tuple[list[GoldRow], list[Problem]]:
    """The rows of a CSV file with the columns name, country, latitude, longitude; others are not looked at."""
    problems: list[Problem] = []
    rows = [gold for row in read_table(path, COLUMNS, problems) if (gold := _row(row))]
    foreign = "the column is not known"  # tables say so of every further column; here they are expected
    return rows, [p for p in problems if not p.sentence.startswith(foreign)]


def _row(row: Row) -> GoldRow | None:
    latitude, longitude = row.text("latitude"), row.text("longitude")
    position = None
    if latitude or longitude:
        try:
            position = Position.checked(longitude, latitude)
        except PositionError as error:
            row.note(str(error).split()[0], f"{error}; the line is left out")
            return None
    return GoldRow(row.line, row.text("name"), row.text("country"), position, row.text("case"))


def read_documents(path: Path) -> tuple[list[GoldDocument], list[Problem]]:
    """The documents of a file of JSON lines."""
    problems: list[Problem] = []
    try:  # a text may hold other characters that end lines, so these are split at line feeds alone
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError:
        return [], [Problem(path.name, 0, "", "the text is not UTF-8; save the file as UTF-8")]
    except OSError as error:
        return [], [Problem(path.name, 0, "", f"the file cannot be opened ({error.strerror}); check its name")]
    documents = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                documents.append(_document(line, number, path.name, problems))
            except (ValueError, RecursionError) as error:
                problems.append(Problem(path.name, number, "", f"{error}; the line is left out"))
    return documents, problems


def _document(line: str, number: int, file: str, problems: list[Problem]) -> GoldDocument:
    """Raises ValueError with a sentence if the line is no document."""
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"this is not JSON ({error.msg} at character {error.pos})") from None
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise ValueError('a line must be an object with "text" and "toponyms"')
    listed = data.get("toponyms")
    if not isinstance(listed, list):
        raise ValueError('"toponyms" must be a list')
    text = data["text"]
    mentions = []
    for i, item in enumerate(listed, 1):
        try:
            mentions.append(_mention(item, text))
        except ValueError as error:
            problems.append(Problem(file, number, f"toponym {i}", f"{error}; it is left out"))
    home = None
    if data.get("home") is not None:
        try:
            home = _home(data["home"])
        except ValueError as error:
            problems.append(Problem(file, number, "home", f"{error}; the document is read without it"))
    return GoldDocument(str(data.get("id", number)), text, home, tuple(sorted(mentions, key=lambda m: m.start)))


def _mention(item: object, text: str) -> GoldMention:
    """Raises ValueError."""
    if not isinstance(item, dict):
        raise ValueError("a toponym must be an object")
    start, end = item.get("start"), item.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
        raise ValueError(f"start {clipped(repr(start))} and end {clipped(repr(end))} must lie within the text")
    name = item.get("name") or text[start:end]
    if not isinstance(name, str) or not name.strip():
        raise ValueError("the name is empty")
    return GoldMention(start, end, name, _checked(item.get("lon"), item.get("lat")))


def _home(pair: object) -> Position:
    """Raises ValueError."""
    if not isinstance(pair, list) or len(pair) != 2:
        raise ValueError("home must be [latitude, longitude]")
    return _checked(pair[1], pair[0])


def _checked(longitude: object, latitude: object) -> Position:
    """Raises ValueError; JSON knows numbers that are no numbers."""
    if any(isinstance(n, bool) or not isinstance(n, int | float | str) for n in (longitude, latitude)):
        raise ValueError("lat and lon must be numbers")
    if any(isinstance(n, float) and not math.isfinite(n) for n in (longitude, latitude)):
        raise ValueError("lat and lon must be finite numbers")
    return Position.checked(str(longitude), str(latitude))
