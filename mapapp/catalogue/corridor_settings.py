"""corridor.toml: what a corridor is called, and what is on record about it as a whole."""

import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, TypedDict

from mapapp import files, languages
from mapapp.catalogue.sources import each
from mapapp.corridor import Fact, Member, OfficialLength, TransitTime
from mapapp.country import alpha2
from mapapp.errors import MapappError, Problem, clipped, why
from mapapp.message import Message, Text, series, tr
from mapapp.source import Citation
from mapapp.tables.rows import LONGEST, LONGEST_NAME, cleaned, too_long
from mapapp.tables.spoken import in_language, unknown

FILE = "corridor.toml"
KEYS = {
    "": ("title", "also_called", "summary", "source", "geometry_credit", "topics", "language"),
    "display": ("shown", "labels"),
    "routing": ("alternatives", "from", "to"),
    "official_length": ("what", "rail_km", "sea_km", "total_km", "note", "source", "locator"),
    "transit_time": ("from", "to", "days_low", "days_high", "note", "source", "locator"),
    "series": ("id", "title"),
    "fact": ("text", "source", "locator"),
    "member": ("name", "country", "role", "source", "locator"),
}
SPOKEN = {"title", "also_called", "summary", "geometry_credit", "what", "note", "text", "name", "role", "locator"}
_LISTS = ("official_length", "transit_time", "series", "fact", "member")


class Settings(TypedDict):
    """Fields of a Corridor."""

    title: str
    summary: str
    also_called: tuple[str, ...]
    shown: bool
    labels: tuple[str, ...]
    alternatives: tuple[str, ...]
    ends: tuple[str, str]
    topics: tuple[str, ...]
    language: str
    credit: str
    citations: tuple[Citation, ...]
    series: tuple[tuple[str, str], ...]
    members: tuple[Member, ...]
    official_lengths: tuple[OfficialLength, ...]
    transit_times: tuple[TransitTime, ...]
    facts: tuple[Fact, ...]


class _Table:
    """A table of the file. Its readers report what is wrong and go on; ``kept`` says whether it is still of use."""

    def __init__(self, name: str, line: int, values: object, problems: list[Problem]) -> None:
        self.kept = isinstance(values, dict)
        self._name, self._line, self._problems = name, line, problems
        self._values: dict[str, Any] = values if isinstance(values, dict) else {}
        if not self.kept:
            self.note("", tr("this is not a table; write it under a line of its own, in brackets"))
        for key in self._values.keys() - set(KEYS[name]) - (set(KEYS) if not name else set()):
            if wrong := self._fault(*in_language(key)):
                self.note(key, wrong)

    def _fault(self, key: str, code: str) -> Message | None:
        """What is wrong with a key that is none of the table's own; None for one of them in another language."""
        if key not in KEYS[self._name] or key not in SPOKEN or not code:
            return tr("the key is not known and is left out; known are {keys}", keys=series(KEYS[self._name]))
        return None if code in languages.NAMES else unknown(code)

    def note(self, key: str, sentence: str) -> None:
        column = ".".join(part for part in (self._name, key) if part)
        self._problems.append(Problem(FILE, self._line, column, sentence))

    def text(self, key: str, *, required: bool = False) -> str:
        value = self._values.get(key, "")
        if not isinstance(value, str):
            self.note(key, tr("this is not a text; put it in quotes"))
            value = ""
        if required and not value.strip():
            self.note(key, tr("it is missing; add a line {key} = '...'", key=key))
            self.kept = False
        return self._short(key, value)

    def _short(self, key: str, text: str) -> str:
        most = LONGEST_NAME if in_language(key)[0] == "title" else LONGEST
        if len(text) > most:
            self.note(key, too_long(most))
        return cleaned([text[:most]])[0]

    def spoken(self, key: str, *, required: bool = False) -> str:
        """The text with what it is in other languages."""
        codes = [code for name, code in map(in_language, self._values) if name == key and code in languages.NAMES]
        others = {code: self.text(f"{key}@{code}") for code in codes}
        return Text.of(self.text(key, required=required), {code: text for code, text in others.items() if text})

    def spoken_texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list, each with what stands in its place in the lists of other languages."""
        codes = [code for name, code in map(in_language, self._values) if name == key and code in languages.NAMES]
        lists = {code: self.texts(f"{key}@{code}") for code in codes}
        return tuple(
            Text.of(own, {code: texts[i] for code, texts in lists.items() if i < len(texts) and texts[i]})
            for i, own in enumerate(self.texts(key))
        )

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.note(key, tr("this is not a list of texts; write {key} = ['...', '...']", key=key))
            return ()
        return tuple(self._short(key, item) for item in value)

    def flag(self, key: str) -> bool:
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self.note(key, tr("this is neither true nor false; write one of them without quotes"))
        return value is True

    def number(self, key: str, *, required: bool = False) -> float | None:
        value = self._values.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= sys.float_info.max:
            return float(value)
        if value is not None or required:
            self.note(key, tr("this is not a number of zero or more; write it without quotes and unit"))
            self.kept = self.kept and not required
        return None

    def node(self, key: str, nodes: Collection[str]) -> str:
        return self._among(key, self.text(key), nodes, "nodes.csv") if self.text(key) else ""

    def citations(self, sources: Collection[str], *, required: bool = True) -> tuple[Citation, ...]:
        ids = [part.strip() for part in self.text("source").split(";") if part.strip()]
        locators = [*each(self.spoken("locator")), *[""] * len(ids)]
        if required and not ids:
            self.note("source", tr("no source is given; name one of sources.csv"))
        known = {id_ for id_ in ids if self._among("source", id_, sources, "sources.csv")}
        return tuple(Citation(id_, locators[i]) for i, id_ in enumerate(ids) if id_ in known)

    def among(self, key: str, known: Collection[str], where: str) -> tuple[str, ...]:
        return tuple(item for item in self.texts(key) if self._among(key, item, known, where))

    def _among(self, key: str, item: str, known: Collection[str], where: str) -> str:
        if item in known:
            return item
        if known:  # of an empty file enough is said already
            self.note(
                key, tr("'{item}' is not in {where}; add it there or correct the id", item=clipped(item), where=where)
            )
        return ""


def read_settings(folder: Path, sources: Collection[str], nodes: Collection[str], problems: list[Problem]) -> Settings:
    """Read corridor.toml; what is missing or wrong is reported and empty, the title is then the folder's name."""
    text = _text(folder / FILE, problems)
    values = _values(text, problems)
    top = _Table("", 0, {k: v for k, v in values.items() if k not in _LISTS}, problems)
    display = _Table("display", 0, values.get("display", {}), problems)
    routing = _Table("routing", 0, values.get("routing", {}), problems)
    tables = {name: list(_tables(name, values, text, problems)) for name in _LISTS}
    series = [(t.text("id", required=True), t.spoken("title", required=True)) for t in tables["series"]]
    return Settings(
        title=top.spoken("title", required=bool(values)) or folder.name,
        summary=top.spoken("summary"),
        also_called=top.spoken_texts("also_called"),
        shown=display.flag("shown"),
        labels=display.among("labels", nodes, "nodes.csv"),
        alternatives=routing.texts("alternatives"),
        ends=(routing.node("from", nodes), routing.node("to", nodes)),
        topics=top.texts("topics"),
        language=top.text("language") or languages.ENGLISH,
        credit=top.spoken("geometry_credit"),
        citations=top.citations(sources, required=bool(values)),
        series=tuple((id_, title or id_) for id_, title in series if id_),
        members=tuple(filter(None, (_member(t, sources) for t in tables["member"]))),
        official_lengths=tuple(filter(None, (_official(t, sources) for t in tables["official_length"]))),
        transit_times=tuple(filter(None, (_time(t, sources, nodes) for t in tables["transit_time"]))),
        facts=tuple(filter(None, (_fact(t, sources) for t in tables["fact"]))),
    )


def _text(path: Path, problems: list[Problem]) -> str:
    try:
        return files.read(path, 1_000_000).decode("utf-8-sig")
    except FileNotFoundError:
        sentence = tr("the file is missing; add it with at least a line such as title = 'The corridor'")
    except OSError as error:
        sentence = tr("the file cannot be opened ({error}); check that it is a readable file", error=why(error))
    except UnicodeDecodeError:
        sentence = tr("the text is not UTF-8; save the file as UTF-8")
    problems.append(Problem(FILE, 0, "", sentence))
    return ""


def _values(text: str, problems: list[Problem]) -> dict[str, Any]:
    try:
        return files.toml(text)
    except ValueError as error:
        sentence = tr(
            "this is not TOML ({error}); put texts in quotes and lists in brackets", error=clipped(str(error), 100)
        )
        problems.append(Problem(FILE, 0, "", sentence))
        return {}


def _tables(name: str, values: dict[str, Any], text: str, problems: list[Problem]) -> Iterator[_Table]:
    """The tables of an array, each with the line of its header."""
    headers = [n for n, line in enumerate(text.split("\n"), 1) if line.lstrip(" \t").startswith(f"[[{name}]]")]
    listed = values.get(name, [])
    listed = listed if isinstance(listed, list) else [listed]
    for table, line in zip(listed, headers + [0] * len(listed), strict=False):
        yield _Table(name, line, table, problems)


def _member(table: _Table, sources: Collection[str]) -> Member | None:
    name, country = table.spoken("name", required=True), table.text("country")
    try:
        country = alpha2(country) if country else ""
    except MapappError as error:
        table.note("country", str(error))
        country = ""
    member = Member(name, country, table.spoken("role"), table.citations(sources))
    return member if table.kept else None


def _official(table: _Table, sources: Collection[str]) -> OfficialLength | None:
    rail, sea, total = (table.number(key) for key in ("rail_km", "sea_km", "total_km"))
    if total is None and rail is not None and sea is not None:
        total = rail + sea
    if total is None:
        table.note("total_km", tr("no length is given; write rail_km and sea_km, or total_km"))
    length = OfficialLength(table.spoken("what"), rail, sea, total, table.spoken("note"), table.citations(sources))
    return length if table.kept and total is not None else None


def _time(table: _Table, sources: Collection[str], nodes: Collection[str]) -> TransitTime | None:
    low, high = table.number("days_low", required=True), table.number("days_high")
    start, end = table.node("from", nodes), table.node("to", nodes)
    if bool(table.text("from")) != bool(table.text("to")):
        table.note("to", tr("a time needs both ends or none; add the other node"))
    if low is not None and high is not None and high < low:
        table.note("days_high", tr("it is less than days_low; swap the two"))
    if (bool(start), bool(end)) != (bool(table.text("from")), bool(table.text("to"))) or bool(start) != bool(end):
        return None
    cited = table.citations(sources)
    return None if low is None else TransitTime(low, max(low, high or low), start, end, table.spoken("note"), cited)


def _fact(table: _Table, sources: Collection[str]) -> Fact | None:
    fact = Fact(table.spoken("text", required=True), table.citations(sources))
    return fact if table.kept else None
