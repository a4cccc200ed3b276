"""Workbooks as ISO/IEC 26300 (OpenDocument) has them.

Elements are known by the prefixes that every program writes. As in `mapapp.tables.sheets.xlsx`, ends are not called
back: a cell is what has come until the next one begins.
"""

import datetime as dt
import re
from collections.abc import Callable, Collection

from mapapp.tables.numbers import whole
from mapapp.tables.sheets.parts import Attributes, Begin, Parts, Reader
from mapapp.tables.sheets.sheet import Limits, Sheet
from mapapp.tables.sheets.values import moment, number

CONTENT = "content.xml"
_TIME = re.compile(r"PT(?:(\d{1,3})H)?(?:(\d{1,2})M)?(?:(\d{1,2})(?:\.\d*)?S)?")
_HIDDEN = ("collapse", "filter")
_ELSEWHERE = ("office:annotation", "table:shapes", "table:tracked-changes", "draw:frame", "draw:custom-shape",
              "draw:control", "draw:a")  # fmt: skip  # what has text or cells that are not those of the sheet


def read(parts: Parts, wanted: Collection[str], limits: Limits) -> list[Sheet]:
    """The sheets in their order; those whose title, in small letters, is not wanted have no rows."""
    cells = _Cells(wanted, limits)
    parts.read(CONTENT, cells)
    cells.finish()
    return cells.sheets


class _Cells(Reader):
    """All cells of all sheets."""

    def __init__(self, wanted: Collection[str], limits: Limits) -> None:
        super().__init__({
            "style:style": self._style, "style:text-properties": self._text_properties,
            "style:table-cell-properties": self._cell_properties,
            "style:table-properties": self._properties, "table:table": self._table,
            "table:table-column": self._column_kind, "table:table-row": self._row, "table:table-cell": self._cell,
            "table:covered-table-cell": self._covered, "text:p": self._paragraph, "text:s": self._spaces,
            "text:tab": self._tab, "text:line-break": self._line_break, "text:a": self._linked,
        })  # fmt: skip
        self._wanted, self._limits = wanted, limits
        self.sheets: list[Sheet] = []
        self._styled, self._hidden_styles, self._struck_styles = "", set[str](), set[str]()
        self._grounds: dict[str, str] = {}  # the colours on which styles put cells
        self._sheet = Sheet("", limits)
        self._reading = False
        self._line, self._rows, self._row_hidden, self._filled = 0, 1, False, False
        self._texts: list[str] = []
        self._column, self._columns, self._first = 0, 0, 0
        self._attributes: Attributes | None = None  # of the cell that is open; a cell without any is {}
        self._data: list[str] = []
        self._skipped, self._depth = "", 0

    def finish(self) -> None:
        """Take the last row, and close the last sheet."""
        self._close_row()
        self._sheet.finish()

    def _known(self, name: str) -> Begin | None:
        if name in _ELSEWHERE:
            return lambda _: self._skip(name)
        return self._elements.get(name)

    def _skip(self, name: str) -> None:
        """Pass over everything up to the end of the element that has just begun."""
        self._sheet.comments += self._limits.valued and name == "office:annotation"
        self._skipped, self._depth = name, 1
        self.parser.StartElementHandler = self._deeper
        self.parser.EndElementHandler = self._higher
        self.parser.CharacterDataHandler = None

    def _deeper(self, name: str, _: Attributes) -> None:
        self._depth += name == self._skipped

    def _higher(self, name: str) -> None:
        self._depth -= name == self._skipped
        if not self._depth:
            self.parser.StartElementHandler = self._start
            self.parser.EndElementHandler = None
            self.parser.CharacterDataHandler = self._data.append

    def _style(self, attributes: Attributes) -> None:
        self._styled = attributes.get("style:name", "")

    def _properties(self, attributes: Attributes) -> None:
        if attributes.get("table:display") == "false":
            self._hidden_styles.add(self._styled)

    def _text_properties(self, attributes: Attributes) -> None:
        kinds = (attributes.get(f"style:text-line-through-{name}", "none") for name in ("style", "type"))
        if any(kind != "none" for kind in kinds):
            self._struck_styles.add(self._styled)

    def _cell_properties(self, attributes: Attributes) -> None:
        colour = attributes.get("fo:background-color", "transparent").lower()
        if colour not in ("transparent", "#ffffff"):
            self._grounds[self._styled] = colour

    def _table(self, attributes: Attributes) -> None:
        self._close_row()
        self._sheet.finish()
        title = attributes.get("table:name", "")
        self._sheet = Sheet(title, self._limits, attributes.get("table:style-name", "") in self._hidden_styles)
        self.sheets.append(self._sheet)
        self._reading = title.strip().lower() in self._wanted
        self._line, self._rows, self._columns = 0, 1, 0
        self.parser.CharacterDataHandler = self._data.append if self._reading else None

    def _column_kind(self, attributes: Attributes) -> None:
        times = _times(attributes.get("table:number-columns-repeated"))
        if attributes.get("table:visibility") in _HIDDEN:
            self._sheet.hide(self._columns, self._columns + times - 1)
        self._columns += times

    def _row(self, attributes: Attributes) -> None:
        self._close_row()
        self._line += self._rows if self._line else 1
        self._rows = _times(attributes.get("table:number-rows-repeated"))
        self._row_hidden = attributes.get("table:visibility") in _HIDDEN

    def _close_row(self) -> None:
        self._close_cell()
        if self._filled:
            for line in range(self._line, self._line + self._rows):
                self._sheet.add(line, [*self._texts], hidden=self._row_hidden)
                if self._sheet.full:
                    break
        self._texts, self._filled, self._first, self._column = [], False, 0, 0

    def _covered(self, attributes: Attributes) -> None:
        """A cell that lies beneath a merged one."""
        self._cell({"table:number-columns-repeated": attributes.get("table:number-columns-repeated", "")})

    def _cell(self, attributes: Attributes) -> None:
        self._close_cell()
        self._attributes = attributes
        self._data.clear()

    def _close_cell(self) -> None:
        """Take the cell that ends, as often as it is repeated."""
        attributes, first = self._attributes, self._column
        self._attributes = None
        if attributes is None or not self._reading:
            self._data.clear()
            return
        times = _times(attributes.get("table:number-columns-repeated"))
        self._column += times
        if first <= self._limits.columns:
            text = self._value(attributes, first)
            style = attributes.get("table:style-name", "")
            if text and style in self._struck_styles:
                self._sheet.strike()
            if text and style in self._grounds:
                self._sheet.colour(self._grounds[style])
            self._put(text, first, times)
            spanned = _times(attributes.get("table:number-rows-spanned"))
            self._sheet.merge(self._line, self._line + spanned - 1, first)

    def _put(self, text: str, first: int, times: int) -> None:
        self._data.clear()
        if text:
            times = min(times, self._limits.columns + 1 - first)
            self._texts += [""] * (first - len(self._texts)) + [text] * times
            self._filled = True

    def _value(self, attributes: Attributes, column: int) -> str:
        """What stands in a cell; "" for what is reported and where nothing does."""
        if "table:formula" in attributes and not self._sheet.formula(self._line, column):
            self._filled = True
            return ""
        kind = attributes.get("office:value-type", "")
        if kind in _VALUES:
            name, read_value = _VALUES[kind]
            return read_value(attributes.get(name, ""))
        return attributes.get("office:string-value") or "".join(self._data)

    def _paragraph(self, _: Attributes) -> None:
        if self._data:
            self._data.append("\n")

    def _spaces(self, attributes: Attributes) -> None:
        self._data.append(" " * min(_times(attributes.get("text:c")), 1000))

    def _linked(self, attributes: Attributes) -> None:
        if self._reading and self._limits.valued:
            self._sheet.link(self._line, self._column, attributes.get("xlink:href", ""))

    def _tab(self, _: Attributes) -> None:
        self._data.append("\t")

    def _line_break(self, _: Attributes) -> None:
        self._data.append("\n")


def _times(text: str | None) -> int:
    return max(1, whole(text, 7) or 1)


def _date(text: str) -> str:
    try:
        return moment(dt.datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return text


def _time(text: str) -> str:
    match = _TIME.fullmatch(text)
    hours, minutes, seconds = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    minutes += seconds >= 30
    return f"{hours + minutes // 60:02}:{minutes % 60:02}" if match else text


_VALUES: dict[str, tuple[str, Callable[[str], str]]] = {
    "float": ("office:value", number),
    "percentage": ("office:value", number),
    "currency": ("office:value", number),
    "boolean": ("office:boolean-value", lambda text: str(text == "true")),
    "date": ("office:date-value", _date),
    "time": ("office:time-value", _time),
}
