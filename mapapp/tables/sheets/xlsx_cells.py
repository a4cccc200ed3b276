"""The cells of a sheet as ECMA-376 (Office Open XML) has them."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from mapapp.tables.numbers import whole
from mapapp.tables.sheets.parts import Attributes, Reader
from mapapp.tables.sheets.sheet import Sheet
from mapapp.tables.sheets.values import NO_CALENDAR, number, plain, serial

TRUE = ("1", "true")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


class Book(NamedTuple):
    """What the cells of all sheets refer to: shared texts; by number the styles of dates, struck text and colours."""

    strings: list[str]
    dates: frozenset[str]
    struck: frozenset[str]
    grounds: dict[str, str]
    since_1904: bool


class Cells(Reader):
    """The cells of one sheet.

    A sheet of a hundred thousand rows has some million cells, so the beginnings of elements are told apart here, ends
    are not called back at all, and the value of a cell is what has come until the next one begins.
    """

    def __init__(self, sheet: Sheet, book: Book, addresses: Mapping[str, str]) -> None:
        """``addresses`` are those outside to which the sheet leads, by the ids of the relations."""
        super().__init__({"row": self._row, "f": self._formula, "is": self._inline, "t": self._text, "rPh": self._aloud,
                          "mergeCell": self._merged, "col": self._width, "sheetData": self._begin_data,
                          "hyperlink": self._linked})  # fmt: skip
        self._sheet, self._strings, self._dates, self._struck = sheet, book.strings, book.dates, book.struck
        self._grounds = book.grounds
        self._since_1904, self._addresses = book.since_1904, addresses
        self._most = sheet.limits.columns
        self._cell_name = self._value_name = ""
        self._line, self._hidden, self._filled = 0, False, False
        self._texts: list[str] = []
        self._data: list[str] = []  # of the value of the cell
        self._cell: Attributes = {}
        self._runs: list[str] = []  # of a text that stands in the cell itself
        self._column, self._valued, self._open = -1, False, False
        self.parser.CharacterDataHandler = self._data.append

    def finish(self) -> None:
        """Take the last row, and close the sheet."""
        self._close()
        self._sheet.finish()

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == self._value_name:
            self._data.clear()
            self._valued = self._open
        elif name == self._cell_name:
            if self._valued:
                self._take()
            column = _COLUMNS[attributes["r"].rstrip("0123456789")] if "r" in attributes else self._column + 1
            if self._column < column <= self._most:
                self._column, self._open, self._cell = column, True, attributes
            else:
                self._open = False
        else:
            super()._start(name, attributes)

    def _take(self) -> None:
        """Read the value of the cell, by its kind."""
        self._valued = False
        data, cell, texts = self._data, self._cell, self._texts
        text, kind = data[0] if len(data) == 1 else "".join(data), cell.get("t", "n")
        if kind == "s":
            try:
                place = int(text)
                text = self._strings[place] if place >= 0 else ""
            except (ValueError, IndexError):
                text = ""
            if not text:
                return
        elif kind == "n":
            text = self._date(text) if cell.get("s") in self._dates else number(text)
        elif kind == "e":
            self._sheet.error(self._line, self._column, text)
            text = ""
        elif kind in _OTHER:
            text = _OTHER[kind](text or "".join(self._runs))
            self._runs = []
        if self._column > len(texts):
            texts += [""] * (self._column - len(texts))
        texts.append(text)
        self._filled = True
        if text and (style := cell.get("s")):
            if style in self._struck:
                self._sheet.strike()
            if style in self._grounds:
                self._sheet.colour(self._grounds[style])

    def _begin_data(self, _: Attributes) -> None:
        prefix = f"{self._prefix}:" if self._prefix else ""
        self._cell_name, self._value_name = f"{prefix}c", f"{prefix}v"

    def _close(self) -> None:
        """Take the row that ends."""
        if self._valued:
            self._take()
        if self._filled:
            self._sheet.add(self._line, self._texts, hidden=self._hidden)
        self._texts, self._filled, self._open, self._column = [], False, False, -1

    def _row(self, attributes: Attributes) -> None:
        self._close()
        self._data.clear()
        if self._sheet.full:
            self._cell_name = self._value_name = ""
            self.parser.CharacterDataHandler = None
        self._line = whole(attributes.get("r")) or self._line + 1
        self._hidden = attributes.get("hidden") in TRUE

    def _formula(self, _: Attributes) -> None:
        if self._open and not self._sheet.formula(self._line, self._column):
            self._filled, self._open = True, False

    def _inline(self, _: Attributes) -> None:
        self._data.clear()
        self._runs = []
        self._valued = self._open and self._cell.get("t") == "inlineStr"

    def _text(self, _: Attributes) -> None:
        """Begin a piece of a text that stands in the cell itself."""
        self._data.clear()
        self.parser.EndElementHandler = self._text_ends

    def _text_ends(self, _: str) -> None:
        self._runs += self._data
        self._data.clear()
        self.parser.EndElementHandler = None

    def _aloud(self, _: Attributes) -> None:
        """How Japanese and Chinese texts are read aloud stands behind them."""
        if self._valued:
            self._take()

    def _date(self, value: str) -> str:
        text = _moment(value, self._since_1904)
        if not text:
            self._sheet.note(self._line, self._column, NO_CALENDAR)
        return text

    def _merged(self, attributes: Attributes) -> None:
        corners = _REFERENCE.findall(attributes.get("ref", ""))
        if len(corners) == 2:
            self._sheet.merge(int(corners[0][1]), int(corners[1][1]), _COLUMNS[corners[0][0]])

    def _linked(self, attributes: Attributes) -> None:
        id_ = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        corner = _REFERENCE.match(attributes.get("ref", ""))
        if corner and id_ in self._addresses:
            self._sheet.link(int(corner[2]), _COLUMNS[corner[1]], self._addresses[id_])

    def _width(self, attributes: Attributes) -> None:
        if attributes.get("hidden") in TRUE:
            self._sheet.hide((whole(attributes.get("min")) or 0) - 1, (whole(attributes.get("max")) or 0) - 1)


def _day(text: str) -> str:
    """A date that the file writes as such."""
    return text[:16].removesuffix("T00:00")


_OTHER: dict[str, Callable[[str], str]] = {
    "b": lambda value: str(value.strip() in TRUE), "d": _day, "str": plain, "inlineStr": plain
}  # fmt: skip


@lru_cache(maxsize=10_000)
def _moment(value: str, since_1904: bool) -> str:
    try:
        return serial(float(value), since_1904=since_1904)
    except ValueError:
        return ""


class _Columns(dict[str, int]):
    """The numbers of columns by their letters, from 0; there are only so many that are asked for."""

    def __missing__(self, letters: str) -> int:
        place = 0
        for letter in letters[:3]:
            place = place * 26 + ord(letter) - 64
        self[letters[:3]] = place - 1
        return place - 1


_COLUMNS = _Columns()
