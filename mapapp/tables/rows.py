"""Rows of a table, whose readers report what is wrong with a cell and go on, and the limits that hold for each."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeVar

from mapapp.errors import MapappError, Problem, clipped
from mapapp.message import Text, series, tr
from mapapp.tables.numbers import degrees, has_comma, number
from mapapp.tables.spoken import NONE

MAX_ROWS = 160_000  # of a table, and of all tables of a tour: 100,000 events with the stops and legs between them
LONGEST = 10_000  # characters of a text of the whole, which some files repeat with every part of it
LONGEST_NAME = 1_000  # characters of a name, a title or an address, which files repeat with every row that names it
MAX_ITEMS = 1_000  # of one cell
MAX_COLUMNS = 250  # of a table; ours have at most fifteen
MAX_CELLS = 1_000  # of a record that are looked at
MAX_WORD = 100  # characters of a cell whose items are remembered
MAX_WRONG = 3  # items of one cell that are named in sentences
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # embeddings, overrides and isolates, open and closed
T = TypeVar("T")
Record = tuple[int, list[str]]  # the line on which a record begins, and its cells


class Column(NamedTuple):
    """A column of a data file. ``required``: the column must be there and none of its cells may be empty.

    ``spoken``: its cells are text that people read; ``title@ru`` beside ``title`` has it in Russian.
    ``repeated``: files say it with every row that refers to this one, so that it has at most `LONGEST_NAME` characters.
    """

    name: str
    required: bool = False
    spoken: bool = False
    repeated: bool = False


class Row:
    """One record. Its readers report what is wrong and go on; ``kept`` says whether the row is still of use."""

    __slots__ = ("_cells", "_commas", "_problems", "file", "kept", "line", "spoken_in")

    def __init__(
        self, file: str, line: int, cells: dict[str, str], problems: list[Problem], commas: "Commas | None" = None
    ) -> None:
        self.file = file
        self.line = line
        self.kept = True
        self._cells = cells
        self._problems = problems
        self._commas = commas or Commas()
        self.spoken_in = NONE

    def note(self, column: str, sentence: str) -> None:
        """Report a problem that leaves the row usable."""
        self._problems.append(Problem(self.file, self.line, column, sentence))

    def reject(self, column: str, sentence: str) -> None:
        """Report a problem for which the row has to be left out."""
        self._problems.append(Problem(self.file, self.line, column, sentence, left_out=True))
        self.kept = False

    def text(self, column: str) -> str:
        """The cell without surrounding blanks, "" where empty or absent."""
        return self._cells.get(column, "")

    def spoken(self, column: str) -> str:
        """The cell with what stands in the same column of other languages."""
        return Text.of(self.text(column), self.others(column))

    def others(self, column: str) -> dict[str, str]:
        """What stands in the same column of other languages, by their codes."""
        beside = self.spoken_in.get(column, ())
        return {code: text for code, name in beside if (text := self._cells.get(name, ""))}

    def any(self, columns: Iterable[str]) -> bool:
        """Whether one of the cells is not empty."""
        return next(filter(None, map(self._cells.get, columns)), "") != ""

    def check_filled(self, columns: Collection[str]) -> None:
        """Reject the row if one of these cells is empty."""
        if not all(map(self._cells.get, columns)):
            for column in columns:
                if not self.text(column):
                    self.reject(column, tr("the cell is empty; fill it, the line is left out until then"))

    def replace(self, cells: Mapping[str, str]) -> None:
        """Let cells say something else; columns that the file does not have stay away."""
        self._cells.update({column: text for column, text in cells.items() if column in self._cells})

    def shorten(self, column: str) -> None:
        """Keep of a cell what every row that refers to this one may repeat, and note it."""
        self._cells[column] = self._cells[column][:LONGEST_NAME]
        self.note(column, too_long(LONGEST_NAME))

    def list(self, column: str) -> tuple[str, ...]:
        """The cell's items between semicolons, without empty ones; those beyond `MAX_ITEMS` are noted."""
        text = self.text(column)
        if len(text) <= MAX_WORD:
            return _known_items(text)
        items = _items(text)
        if len(items) > MAX_ITEMS:
            self.note(
                column, tr("only the first {most} of {n} are read; use several rows", most=MAX_ITEMS, n=len(items))
            )
        return items[:MAX_ITEMS]

    def parsed(self, column: str, parse: Callable[[str], T]) -> T | None:
        """The cell through ``parse``; None where it is empty, or where parse raises a MapappError, which is noted."""
        text = self.text(column)
        if not text:
            return None
        try:
            return parse(text)
        except MapappError as error:
            self.note(column, str(error))
            return None

    def number(self, column: str) -> float | None:
        """The cell as a finite number; None where it is empty or no number, or may be two, which is noted."""
        found = self.parsed(column, lambda text: number(text, commas=self._commas.decimal))
        if found is not None:
            self._tell_comma(self.text(column))
        return found

    def degrees(self, column: str) -> str:
        """The cell of a latitude or longitude, with a decimal point."""
        text = self.text(column)
        self._tell_comma(text)
        return degrees(text)

    def _tell_comma(self, text: str) -> None:
        """Say once of a file that commas in its numbers are decimal."""
        if not self._commas.told and has_comma(text):
            self._commas.told = True
            sentence = tr("the comma in its numbers is read as the decimal sign, so that 40,5 is 40.5")
            self._problems.append(Problem(self.file, 0, "", sentence, remark=True))

    def choice(self, column: str, allowed: Collection[str], default: str) -> str:
        """The cell if it is one of the allowed words; otherwise the default, and a foreign word is noted."""
        text = self.text(column)
        if not text:
            return default
        if text in allowed or text.lower() in allowed:
            return text.lower()
        self.note(
            column,
            tr("'{text}' is not known; write one of {allowed}", text=clipped(text), allowed=series(sorted(allowed))),
        )
        return default

    def known(self, column: str, ids: Collection[str], where: str) -> tuple[str, ...]:
        """The cell's items that are among ``ids``; each of the others is noted as missing from ``where``."""
        items = self.list(column)
        if len(items) == 1 and items[0] in ids:
            return items
        for item in [item for item in items if item not in ids][:MAX_WRONG]:
            self.note(
                column,
                tr("'{item}' is not in {where}; add it there or correct the id", item=clipped(item), where=where),
            )
        return tuple(item for item in items if item in ids)


class Commas:
    """What commas are in the numbers of a file: ``decimal`` where semicolons part its cells; whether that was told."""

    def __init__(self, *, decimal: bool = False) -> None:
        self.decimal, self.told = decimal, False


def too_long(most: int) -> str:
    """That a text has more characters than are kept of it."""
    return tr("longer than {most} characters; say it in fewer words", most=most)


def _items(text: str) -> tuple[str, ...]:
    return tuple(item for part in text.split(";") if (item := part.strip()))


_known_items = lru_cache(maxsize=4096)(_items)  # columns of lists say the same few things over and over


def cleaned(cells: Iterable[str]) -> list[str]:
    """The cells without surrounding blanks and turning marks, and in the one form that Unicode has for each letter."""
    trimmed = [*map(str.strip, cells)]
    together = "".join(trimmed)
    if together.isascii():
        return trimmed
    if _TURNING.search(together):
        trimmed = [unturned(cell) for cell in trimmed]
    if unicodedata.is_normalized("NFC", together):
        return trimmed
    return [unicodedata.normalize("NFC", cell) for cell in trimmed]


def unturned(text: str) -> str:
    """The text without the marks that turn the direction of writing, by which it would write over what stands beside.

    Letters have their own direction; the marks beside which one stands (LRM, RLM, ALM) stay.
    """
    return _TURNING.sub("", text).strip()
