"""What tours are called, for a list of them: read within bounds, kept, and off the way of whoever shows the list.

One bad file among the tours must not keep the readers of all others waiting. So titles are read beside the page, one
after the other; what is not there in a moment is shown by its id, and by its title the next time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from mapapp import files
from mapapp.catalogue.columns import TABLE, TABLES
from mapapp.catalogue.meta import read_meta
from mapapp.catalogue.origins import WORKBOOKS, OneFile
from mapapp.errors import Problems
from mapapp.message import Text, tr
from mapapp.tables.csv import delimiter_of, tokens, value
from mapapp.tables.formulas import unguarded
from mapapp.tables.rows import LONGEST_NAME, cleaned

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

MOMENT = 0.3  # seconds that a page waits for all titles together
MAX_TOML = 100_000  # bytes of a tour.toml whose title is shown; ours have some hundred
MAX_PIECE = 256_000  # bytes at either end of a long CSV file, where the lines are that name it
MOST = 1000  # titles that are kept
_State = tuple[object, ...]


class Titles:
    """Titles of tours by their folders or files, each read again when the file has changed. "" where there is none.

    ``read`` gives the title; what it raises is no title.
    """

    def __init__(self, read: Callable[[Path], str]) -> None:
        self._read = read
        self._kept: dict[Path, tuple[_State, Future[str]]] = {}
        self._lock = Lock()

    @cached_property
    def _reader(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor  # a twentieth of what a check costs, which lists no titles

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="titles")

    def of(self, paths: Iterable[Path], seconds: float = MOMENT) -> dict[Path, str]:
        """The title of each, as far as they are known after so many seconds."""
        from concurrent.futures import wait

        asked = {path: self._asked(path) for path in paths}
        wait(asked.values(), timeout=seconds)
        return {path: future.result() if future.done() else "" for path, future in asked.items()}

    def _asked(self, path: Path) -> Future[str]:
        file = path / "tour.toml" if path.is_dir() else path
        state = files.state(file)
        with self._lock:
            kept = self._kept.get(path)
            if kept and kept[0] == state:
                return kept[1]
            while len(self._kept) >= MOST:
                self._kept.pop(next(iter(self._kept)))[1].cancel()
            future = self._reader.submit(self._title, path)
            self._kept[path] = (state, future)
            return future

    def _title(self, path: Path) -> str:
        try:
            return self._read(path)
        except Exception:  # a list of tours is no place for what is wrong with one of them
            return ""


def read_title(path: Path) -> str:
    """The title that stands in a tour's folder or file, "" where none is found within bounds. Raises OSError."""
    if path.is_dir():
        return _in_toml(path / "tour.toml")
    return _in_workbook(path) if path.suffix.lower() in WORKBOOKS else _in_csv(path)


def _in_toml(path: Path) -> str:
    data = files.read(path, MAX_TOML + 1)
    told = files.toml(data.decode("utf-8-sig")) if len(data) <= MAX_TOML else {}
    said = {key: cleaned([words[:LONGEST_NAME]])[0] for key, words in told.items() if isinstance(words, str)}
    others = {code: words for key, words in said.items() if (code := key.removeprefix("title@")) != key}
    return Text.of(said.get("title", ""), others)


def _in_workbook(path: Path) -> str:
    from mapapp.tables.workbook import read_workbook

    sheets = {name.strip().lower(): rows for name, rows in read_workbook(path, ["tour"], [], hurry=True).items()}
    return read_meta(OneFile(path.stem, "", tr("the sheet"), {"tour": sheets.get("tour", ())}), Problems()).title


def _in_csv(path: Path) -> str:
    """The value of the line whose table is ``tour`` and whose key is ``title``; exports have it at the end."""
    names = {TABLE, *(column.name for columns in TABLES.values() for column in columns)}
    text = "\n".join(piece.decode("utf-8-sig", "replace") for piece in files.ends(path, MAX_PIECE))
    header: list[str] = []
    for token in tokens(text, delimiter_of(text, names)):
        cells = [unguarded(cell) for cell in cleaned(map(value, token.raw))]
        if not header:
            header = [cell.lower() for cell in cells]
            continue
        row = dict(zip(header, cells, strict=False))
        if row.get(TABLE, "").lower() == "tour" and row.get("key", "").lower() == "title":
            return row.get("value", "")
    return ""
