"""tour.toml: what a tour is called, who travels, and what is shown with it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from mapapp.errors import Problem, clipped

MAX_BYTES = 1_000_000
KEYS = ("title", "summary", "travellers", "corridors", "labels")


@dataclass(frozen=True, slots=True)
class Meta:
    """What tour.toml says. ``travellers`` and ``corridors`` are ids, ``labels`` pairs of slug and wording."""

    title: str = ""
    summary: str = ""
    travellers: tuple[str, ...] = ()
    corridors: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()


def read_meta(folder: Path, problems: list[Problem]) -> Meta:
    """Read tour.toml; what is wrong with it is added to ``problems``, and what can be used is returned."""
    table = _Table(problems)
    table.values = _toml(folder / "tour.toml", table)
    for key in table.values:
        if key not in KEYS:
            table.note(key, f"the key is not known and is left out; known are {', '.join(KEYS)}")
    return Meta(
        title=table.text("title"),
        summary=table.text("summary"),
        travellers=table.list("travellers"),
        corridors=table.list("corridors"),
        labels=table.pairs("labels"),
    )


class _Table:
    """A TOML table whose readers report what has the wrong type and leave it out."""

    def __init__(self, problems: list[Problem]) -> None:
        self.values: dict[str, object] = {}
        self._problems = problems

    def note(self, key: str, sentence: str) -> None:
        self._problems.append(Problem("tour.toml", 0, clipped(key), sentence))

    def refuse(self, sentence: str) -> dict[str, object]:
        self.note("", sentence)
        return {}

    def text(self, key: str) -> str:
        value = self.values.get(key, "")
        if isinstance(value, str):
            return value.strip()
        self.note(key, "this is not a text; write it in quotes")
        return ""

    def list(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if isinstance(value, list):
            return tuple(dict.fromkeys(item for item in value if self._is_text(key, item, item)))
        self.note(key, "this is not a list; write ['id', 'id']")
        return ()

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        value = self.values.get(key, {})
        if isinstance(value, dict):
            return tuple((name, text) for name, text in value.items() if self._is_text(key, name, text))
        self.note(key, "this is not a table; write [labels] and a line a word")
        return ()

    def _is_text(self, key: str, name: object, value: object) -> bool:
        if not isinstance(value, str):
            self.note(key, f"'{clipped(str(name))}' is not a text and is left out; put it in quotes")
        return isinstance(value, str)


def _toml(path: Path, table: _Table) -> dict[str, object]:
    try:
        data = path.read_bytes()
        if len(data) > MAX_BYTES:
            return table.refuse(f"the file has more than {MAX_BYTES / 1e6:.0f} MB; keep only {', '.join(KEYS)} in it")
        values = tomllib.loads(data.decode("utf-8-sig"))
    except FileNotFoundError:
        return table.refuse("the file is missing; add it with at least a line such as title = 'The tour'")
    except OSError as error:
        return table.refuse(f"the file cannot be opened ({error.strerror}); check that it is a readable file")
    except UnicodeDecodeError:
        return table.refuse("the text is not UTF-8; save the file as UTF-8")
    except (ValueError, RecursionError) as error:  # tomllib lets both through for absurd numbers and nesting
        reason = clipped(str(error), 100)
        return table.refuse(f"this is not TOML ({reason}); put texts in quotes and lists in brackets")
    if not str(values.get("title", "")).strip():
        table.note("title", "the tour has no title; add a line title = 'The tour'")
    return values
