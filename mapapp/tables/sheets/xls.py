"""Workbooks as Excel wrote them from 1997 to 2003 (MS-XLS, BIFF8)."""

import struct
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from mapapp.message import tr
from mapapp.tables.sheets.compound import Compound
from mapapp.tables.sheets.sheet import Limits, Sheet, Unreadable
from mapapp.tables.sheets.strings import shared, unicode_string
from mapapp.tables.sheets.values import NO_CALENDAR, is_date, number, serial

STREAM = "Workbook"
ENCRYPTED = "EncryptedPackage"
LOCKED = tr("the workbook is locked with a password; save it without")
_OLD = tr("the workbook is of a program from before 1997; save it anew as XLSX")
_EOF, _CONTINUE, _BOF, _LOCK, _SHEET, _SST = 0x0A, 0x3C, 0x809, 0x2F, 0x85, 0xFC
_FORMAT, _FONT, _XF, _1904, _COLOURS = 0x41E, 0x31, 0xE0, 0x22, 0x92
_NO_FONT = 4  # a number that fonts are counted without
_WHITE = 0xFFFFFF
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


class _Book(NamedTuple):
    strings: list[str]
    styles: "_Styles"
    since_1904: bool


def read(compound: Compound, wanted: Collection[str], limits: Limits) -> list[Sheet]:
    """The sheets in their order; those whose title, in small letters, is not wanted have no rows."""
    data = compound[STREAM]
    sheets, book = _globals(data, limits)
    for sheet, start in sheets:
        if sheet.title.strip().lower() in wanted:
            _Cells(sheet, book).read(_records(data, start))
    return [sheet for sheet, _ in sheets]


def _records(data: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of a part of the stream up to its end: the kind of each and its content."""
    depth, size = 0, len(data)
    while start + 4 <= size:
        kind, length = struct.unpack_from("<HH", data, start)
        start += 4
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 1 and kind != _BOF:
            yield kind, data[start : start + length]
        if depth <= 0:
            return
        start += length


def _globals(data: bytes, limits: Limits) -> tuple[list[tuple[Sheet, int]], _Book]:
    """The sheets with the places where they begin, and what their cells refer to."""
    if len(data) < 8 or struct.unpack_from("<HHH", data)[::2] != (_BOF, 0x600):
        raise Unreadable(_OLD)
    sheets: list[tuple[Sheet, int]] = []
    styles = _Styles()
    pieces: list[bytes] = []
    since_1904 = within = False
    for kind, content in _records(data, 0):
        within = kind == _SST or (within and kind == _CONTINUE)
        if within:
            pieces.append(content)
        elif kind == _LOCK:
            raise Unreadable(LOCKED)
        elif kind == _SHEET and not content[5]:  # 0: a sheet of cells
            title, _ = unicode_string(content, 6, short=True)
            start, state = struct.unpack_from("<IB", content)
            sheets.append((Sheet(title, limits, hidden=bool(state & 3)), start))
        elif kind == _1904:
            since_1904 = content[:1] == b"\1"
        else:
            styles.take(kind, content)
    return sheets, _Book(list(shared(pieces, limits.strings)), styles, since_1904)


class _Styles:
    """The styles of cells by number: which show dates, strike their text through, or put it on a colour."""

    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._fonts: list[bool] = []  # whether each strikes through
        self._white = {1, 9, 64, 65}  # numbers of colours: those of every workbook, and those of the system
        self._formats: list[tuple[int, int, int, int]] = []  # font, number format, pattern and colour of each style
        self._dates: dict[int, bool] = {}

    def take(self, kind: int, content: bytes) -> None:
        """Take a record of the workbook, if it is about styles."""
        if kind == _FORMAT:
            self._codes[struct.unpack_from("<H", content)[0]] = unicode_string(content, 2)[0]
        elif kind == _FONT:
            self._fonts.append(bool(struct.unpack_from("<HH", content)[1] & 8))
        elif kind == _COLOURS:
            whole = [int.from_bytes(content[at : at + 3]) for at in range(2, len(content) - 3, 4)]
            own = range(8, 8 + len(whole))
            self._white = self._white.difference(own) | {i for i, c in zip(own, whole, strict=True) if c == _WHITE}
        elif kind == _XF:
            font, format_, borders, ground = struct.unpack_from("<HH10xIH", content)
            self._formats.append((font, format_, borders >> 26, ground & 0x7F))

    def is_date(self, style: int) -> bool:
        """Whether it shows dates or times."""
        if style not in self._dates:
            format_ = self._formats[style][1] if style < len(self._formats) else 0
            self._dates[style] = is_date(format_, self._codes.get(format_, ""))
        return self._dates[style]

    def strikes(self, style: int) -> bool:
        """Whether it strikes its text through."""
        font = self._formats[style][0] if style < len(self._formats) else 0
        at = font - (font > _NO_FONT)
        return at < len(self._fonts) and self._fonts[at]

    def ground(self, style: int) -> str:
        """The colour on which it puts its text, "" for white and none."""
        _, _, pattern, colour = self._formats[style] if style < len(self._formats) else (0, 0, 0, 0)
        return str(colour) if pattern and colour not in self._white else ""


class _Cells:
    """The cells of one sheet, which need not come in order."""

    def __init__(self, sheet: Sheet, book: _Book) -> None:
        self._sheet, self._book = sheet, book
        self._rows: dict[int, dict[int, tuple[str, int]]] = {}  # text and style
        self._hidden: set[int] = set()
        self._awaiting: tuple[int, int, int] | None = None
        self._readers: dict[int, Callable[[bytes], None]] = {
            0xFD: self._shared, 0x204: self._text, 0xD6: self._text, 0x203: self._double, 0x27E: self._small,
            0xBD: self._smalls, 0x205: self._truth, 0x06: self._formula, 0x208: self._row, 0x7D: self._column,
            0xE5: self._merged, 0x207: self._result,
        }  # fmt: skip

    def read(self, records: Iterator[tuple[int, bytes]]) -> None:
        """Read the records into the sheet."""
        for kind, content in records:
            if kind in self._readers:
                self._readers[kind](content)
        for row in sorted(self._rows):
            cells = self._rows[row]
            texts = [cells.get(column, ("", 0))[0] for column in range(max(cells) + 1)]
            for style in (style for text, style in cells.values() if text):
                self._mark(style)
            self._sheet.add(row + 1, texts, hidden=row in self._hidden)
        self._sheet.finish()

    def _mark(self, style: int) -> None:
        if self._book.styles.strikes(style):
            self._sheet.strike()
        if ground := self._book.styles.ground(style):
            self._sheet.colour(ground)

    def _put(self, row: int, column: int, style: int, text: str | None) -> None:
        if text is not None and column <= self._sheet.limits.columns:
            self._rows.setdefault(row, {})[column] = text, style

    def _shared(self, content: bytes) -> None:
        row, column, style, place = struct.unpack_from("<HHHI", content)
        strings = self._book.strings
        self._put(row, column, style, (strings[place] if place < len(strings) else "") or None)

    def _text(self, content: bytes) -> None:
        row, column, style = struct.unpack_from("<HHH", content)
        self._put(row, column, style, unicode_string(content, 6)[0] or None)

    def _double(self, content: bytes) -> None:
        row, column, style, value = struct.unpack_from("<HHHd", content)
        self._number(row, column, style, value)

    def _small(self, content: bytes) -> None:
        row, column, style = struct.unpack_from("<HHH", content)
        self._number(row, column, style, _small_number(content, 6))

    def _smalls(self, content: bytes) -> None:
        row, column = struct.unpack_from("<HH", content)
        for at in range(4, len(content) - 7, 6):
            self._number(row, column, struct.unpack_from("<H", content, at)[0], _small_number(content, at + 2))
            column += 1

    def _number(self, row: int, column: int, style: int, value: float) -> None:
        if not self._book.styles.is_date(style):
            self._put(row, column, style, number(str(value)))
            return
        text = serial(value, since_1904=self._book.since_1904)
        if not text:
            self._sheet.note(row + 1, column, NO_CALENDAR)
        self._put(row, column, style, text)

    def _truth(self, content: bytes) -> None:
        row, column, style, value, wrong = struct.unpack_from("<HHHBB", content)
        if wrong:
            self._sheet.error(row + 1, column, _ERRORS.get(value, "#N/A"))
        self._put(row, column, style, "" if wrong else str(bool(value)))

    def _formula(self, content: bytes) -> None:
        row, column, style, value = struct.unpack_from("<HHHd", content)
        self._put(row, column, style, "")
        if not self._sheet.formula(row + 1, column):
            return
        if content[12:14] != b"\xff\xff":
            self._number(row, column, style, value)
        elif content[6] == 0:  # its text stands in the next record
            self._awaiting = (row, column, style)
        elif content[6] == 1:
            self._put(row, column, style, str(bool(content[8])))
        elif content[6] == 2:
            self._sheet.error(row + 1, column, _ERRORS.get(content[8], "#N/A"))

    def _result(self, content: bytes) -> None:
        """The text to which the formula in the record before comes."""
        if self._awaiting:
            self._put(*self._awaiting, unicode_string(content, 0)[0])
        self._awaiting = None

    def _row(self, content: bytes) -> None:
        row, flags = struct.unpack_from("<H10xH", content)
        if flags & 0x20:
            self._hidden.add(row)

    def _column(self, content: bytes) -> None:
        first, last, _, _, flags = struct.unpack_from("<HHHHH", content)
        if flags & 1:
            self._sheet.hide(first, last)

    def _merged(self, content: bytes) -> None:
        for at in range(2, len(content) - 7, 8):
            first, last, column, _ = struct.unpack_from("<HHHH", content, at)
            self._sheet.merge(first + 1, last + 1, column)


def _small_number(content: bytes, at: int) -> float:
    """A number in four bytes: an integer, or the upper half of a double; either may be a hundred times too large."""
    (raw,) = struct.unpack_from("<i", content, at)
    value = float(raw >> 2) if raw & 2 else struct.unpack("<d", b"\0\0\0\0" + struct.pack("<i", raw & ~3))[0]
    return value / 100 if raw & 1 else value
