"""tour.toml: what a tour is called, who travels, and what is shown with it.

Where a tour is one file, a table of keys stands for it, which also names the tour's id.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from mapapp import files, languages
from mapapp.catalogue.columns import ENTRIES, TOUR
from mapapp.catalogue.origins import Folder, Origin
from mapapp.errors import Problem, clipped, why
from mapapp.message import Text, series, tr
from mapapp.tables.rows import LONGEST, LONGEST_NAME, Row, cleaned, too_long
from mapapp.tables.spoken import in_language, unknown
from mapapp.tour import ID

MAX_TOML = 1_000_000  # bytes of tour.toml
FORMAT = 1  # of a tour; a folder that states none has the first
KEYS = ("title", "summary", "language", "travellers", "corridors", "labels")
SPOKEN = ("title", "summary")  # keys that may stand for other languages, too: "title@ru"
SINGLE = ("id", "title", "summary", "language")  # keys of the table that stand once
LISTED = {"traveller": "travellers", "corridor": "corridors"}  # keys that stand once for each item
LABEL = "label"
_CODE = re.compile(r"[a-z]{2,3}")  # ISO 639
TOLD = ("format", "contents", "view", "data as of", "in common", "boundaries", "credit")  # of exports, unread


class Meta(NamedTuple):
    """What tour.toml says. ``travellers`` and ``corridors`` are ids, ``labels`` pairs of slug and wording.

    ``language`` is the code of that in which its texts are written, such as "ru"; English where none is stated.
    ``file`` is what problems name as the file, ``id`` is "" in a folder, whose name it is.
    """

    file: str = TOUR
    id: str = ""
    title: str = ""
    summary: str = ""
    language: str = "en"
    travellers: tuple[str, ...] = ()
    corridors: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()


def read_meta(origin: Origin, problems: list[Problem]) -> Meta:
    """Read tour.toml, or the table that stands for it.

    What is wrong is added to ``problems``, and what can be used is returned.
    """
    table = _Table(origin.file_of(TOUR), problems)
    if isinstance(origin, Folder):
        table.values = _toml(origin.path / TOUR, table)
    else:
        table.values = _entries(origin.rows(TOUR, ENTRIES, problems))
        if not table.text("title"):
            table.note(
                "title",
                tr(
                    "the tour has no title; add it to {called} as the value of the key title",
                    called=origin.called(TOUR),
                ),
            )
    return Meta(
        file=table.file,
        id=table.text("id"),
        title=table.spoken("title"),
        summary=table.spoken("summary"),
        language=table.code("language"),
        travellers=table.list("travellers"),
        corridors=table.list("corridors"),
        labels=table.pairs("labels"),
    )


def _entries(rows: Iterable[Row]) -> dict[str, object]:
    """The rows of keys as tour.toml has them."""
    values: dict[str, object] = {}
    listed: dict[str, list[str]] = {name: [] for name in LISTED.values()}
    labels: dict[str, str] = {}
    for row in rows:
        key, value = row.text("key").lower(), row.text("value")
        if key == "id" and value and not ID.fullmatch(value):
            row.note(
                "value", tr("'{value}' cannot stand in a link; write letters, digits and hyphens", value=clipped(value))
            )
        elif key in SINGLE:
            values[key] = value
            values |= {f"{key}@{code}": text for code, text in row.others("value").items() if key in SPOKEN}
        elif key in LISTED and value:
            listed[LISTED[key]].append(value)
        elif key == LABEL:
            name = row.text("name")
            labels |= {name: value} | {f"{name}@{code}": text for code, text in row.others("value").items()}
        elif key not in (*LISTED, *TOLD):
            known = ", ".join((*SINGLE, *LISTED, LABEL))
            row.note(
                "key", tr("'{key}' is not known and is left out; known are {known}", key=clipped(key), known=known)
            )
    return values | listed | {"labels": labels}


class _Table:
    """A TOML table whose readers report what has the wrong type and leave it out."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.values: dict[str, object] = {}
        self._problems = problems

    def note(self, key: str, sentence: str) -> None:
        self._problems.append(Problem(self.file, 0, clipped(key), sentence))

    def refuse(self, sentence: str) -> dict[str, object]:
        self.note("", sentence)
        return {}

    def text(self, key: str) -> str:
        value = self.values.get(key, "")
        if isinstance(value, str):
            most = LONGEST_NAME if in_language(key)[0] == "title" else LONGEST
            if len(value) > most:
                self.note(key, too_long(most))
            return _plain(value[:most])
        self.note(key, tr("this is not a text; write it in quotes"))
        return ""

    def spoken(self, key: str) -> str:
        """A text with what stands under the same key of other languages, such as "title@ru"."""
        there = {code: f"{key}@{code}" for code in languages.NAMES if f"{key}@{code}" in self.values}
        others = {code: self.text(name) for code, name in there.items()}
        return Text.of(self.text(key), {code: text for code, text in others.items() if text})

    def code(self, key: str) -> str:
        value = self.text(key).lower()
        if value and not _CODE.fullmatch(value):
            self.note(
                key,
                tr('\'{value}\' is not the code of a language; write one such as "en" or "ru"', value=clipped(value)),
            )
            return "en"
        return value or "en"

    def list(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if isinstance(value, list):
            return tuple(dict.fromkeys(_plain(item) for item in value if self._is_text(key, item, item)))
        self.note(key, tr("this is not a list; write ['id', 'id']"))
        return ()

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        value = self.values.get(key, {})
        if isinstance(value, dict):
            texts = {_plain(name): _plain(text) for name, text in value.items() if self._is_text(key, name, text)}
            return tuple((name, Text.of(own, others)) for name, (own, others) in self._by_name(texts).items())
        self.note(key, tr("this is not a table; write [labels] and a line a word"))
        return ()

    def _by_name(self, texts: dict[str, str]) -> dict[str, tuple[str, dict[str, str]]]:
        """The own text of each name, and those of other languages, which stand under names such as "energy@ru"."""
        found: dict[str, tuple[str, dict[str, str]]] = {}
        for name, text in texts.items():
            slug, code = in_language(name) if _CODE.fullmatch(in_language(name)[1]) else (name, "")
            _, others = found.setdefault(slug, ("", {}))
            if not code:
                found[slug] = text, others
            elif code in languages.NAMES:
                others[code] = text
            else:
                self.note(name, unknown(code))
        return found

    def _is_text(self, key: str, name: object, value: object) -> bool:
        if not isinstance(value, str):
            self.note(key, tr("'{name}' is not a text and is left out; put it in quotes", name=clipped(str(name))))
        return isinstance(value, str)


def _plain(text: str) -> str:
    """The text as a cell of a table would have it."""
    return cleaned([text])[0]


def _toml(path: Path, table: _Table) -> dict[str, object]:
    try:
        data = files.read(path, MAX_TOML + 1)
        if len(data) > MAX_TOML:
            return table.refuse(
                tr("the file has more than {n} MB; keep only {keys} in it", n=round(MAX_TOML / 1e6), keys=series(KEYS))
            )
        values = files.toml(data.decode("utf-8-sig"))
    except FileNotFoundError:
        return table.refuse(tr("the file is missing; add it with at least a line such as title = 'The tour'"))
    except OSError as error:
        return table.refuse(
            tr("the file cannot be opened ({error}); check that it is a readable file", error=why(error))
        )
    except UnicodeDecodeError:
        return table.refuse(tr("the text is not UTF-8; save the file as UTF-8"))
    except ValueError as error:
        reason = clipped(str(error), 100)
        return table.refuse(tr("this is not TOML ({reason}); put texts in quotes and lists in brackets", reason=reason))
    if not str(values.get("title", "")).strip():
        table.note("title", tr("the tour has no title; add a line title = 'The tour'"))
    number = values.pop("format", FORMAT)
    if number != FORMAT or isinstance(number, bool):
        said = clipped(str(number))
        table.note(
            "format",
            tr(
                "the tour has format {said}, and this program knows {format}; what it knows is read",
                said=str(said),
                format=FORMAT,
            ),
        )
    kept = {key: value for key, value in values.items() if key in KEYS or _speaks(key)}
    for key in values.keys() - kept.keys():
        name, code = in_language(key)
        strange = tr("the key is not known and is left out; known are {keys}", keys=series(KEYS))
        table.note(key, unknown(code) if code and name in SPOKEN else strange)
    return kept


def _speaks(key: str) -> bool:
    """Whether it is the key of a text in another language."""
    name, code = in_language(key)
    return name in SPOKEN and code in languages.NAMES
