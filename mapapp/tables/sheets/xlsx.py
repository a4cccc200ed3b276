"""Workbooks as ECMA-376 (Office Open XML) has them."""

import posixpath
import re
from collections.abc import Collection

from mapapp.message import tr
from mapapp.tables.numbers import whole
from mapapp.tables.sheets.parts import Attributes, Parts, Reader
from mapapp.tables.sheets.sheet import Limits, Sheet, Unreadable
from mapapp.tables.sheets.values import is_date, plain
from mapapp.tables.sheets.xlsx_cells import TRUE, Book, Cells

BOOK = "xl/workbook.xml"


def read(parts: Parts, wanted: Collection[str], limits: Limits) -> list[Sheet]:
    """The sheets in their order; those whose title, in small letters, is not wanted have no rows."""
    relations = _Relations(BOOK)
    parts.read(relations.path, relations)
    listed = _Listed(limits)
    parts.read(BOOK, listed)
    of_kind = dict(relations.targets.values())
    strings, styles = _Strings(limits), _Styles()
    if any(sheet.title.strip().lower() in wanted for sheet, _ in listed.sheets):
        parts.read(of_kind.get("sharedStrings", ""), strings)
        parts.read(of_kind.get("styles", ""), styles)
    book = Book(strings.all(), styles.dates(), styles.struck(), styles.grounds(), listed.since_1904)
    found = []
    for sheet, id_ in listed.sheets:
        kind, path = relations.targets.get(id_, ("", ""))
        if kind == "worksheet":
            if sheet.title.strip().lower() in wanted:
                links = _Relations(path)
                if limits.valued:  # a tour of the program's own has its addresses as texts
                    parts.read(links.path, links)
                cells = Cells(sheet, book, links.outside)
                comments = _Comments(sheet)
                for kind, path_of in links.targets.values() if limits.valued else ():
                    if kind == "comments":
                        parts.read(path_of, comments)
                comments.finish()
                parts.read(path, cells)
                cells.finish()
            found.append(sheet)
    return found


class _Relations(Reader):
    """The relations of a part by their ids: the kind of each, and the part that it leads to, or an outside address."""

    def __init__(self, source: str) -> None:
        super().__init__({"Relationship": self._relation})
        self._folder, _, name = source.rpartition("/")
        self.path = f"{self._folder}/_rels/{name}.rels"
        self.targets: dict[str, tuple[str, str]] = {}
        self.outside: dict[str, str] = {}

    def _relation(self, attributes: Attributes) -> None:
        if attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", self._folder, attributes.get("Target", "")))
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.targets[attributes.get("Id", "")] = (kind, target.lstrip("/"))
        else:
            self.outside[attributes.get("Id", "")] = attributes.get("Target", "")


_THREAD = re.compile(r"^\[Threaded comment\].*?Comment: ")  # what Excel writes for programs that know no threads


class _Comments(Reader):
    """The comments on the cells of a sheet, which are no part of its table."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__({"comment": self._comment, "t": self._text})
        self._sheet = sheet
        self._told: list[tuple[str, list[str]]] = []

    def finish(self) -> None:
        """Say them of the sheet, in the order of its rows."""
        self._sheet.comment([(cell, _THREAD.sub("", " ".join("".join(pieces).split()))) for cell, pieces in self._told])

    def _comment(self, attributes: Attributes) -> None:
        self._told.append((attributes.get("ref", ""), []))

    def _text(self, _: Attributes) -> None:
        if self._told:
            self.collect(self._told[-1][1].append)


class _Listed(Reader):
    """The sheets with the ids of their relations, and whether days are counted since 1904."""

    def __init__(self, limits: Limits) -> None:
        super().__init__({"workbookPr": self._properties, "sheet": self._sheet})
        self._limits = limits
        self.since_1904 = False
        self.sheets: list[tuple[Sheet, str]] = []

    def _properties(self, attributes: Attributes) -> None:
        self.since_1904 = attributes.get("date1904") in TRUE

    def _sheet(self, attributes: Attributes) -> None:
        id_ = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        hidden = attributes.get("state", "visible") != "visible"
        self.sheets.append((Sheet(attributes.get("name", ""), self._limits, hidden), id_))


class _Strings(Reader):
    """The texts that cells share; how Japanese and Chinese ones are read aloud stands behind them and is left out."""

    def __init__(self, limits: Limits) -> None:
        super().__init__({"si": self._item, "t": self._text, "rPh": self._aloud})
        self._limits = limits
        self._strings: list[str] = []
        self._parts: list[str] = []
        self._silent = False

    def all(self) -> list[str]:
        """Them all, in their order."""
        return [*self._strings[1:], plain("".join(self._parts))] if self._strings else []

    def _item(self, _: Attributes) -> None:
        self._strings.append(plain("".join(self._parts)) if self._parts else "")
        self._parts, self._silent = [], False
        if len(self._strings) > self._limits.strings:
            raise Unreadable(
                tr("it has more than {strings} texts; delete what is not the tour", strings=self._limits.strings)
            )

    def _text(self, _: Attributes) -> None:
        if not self._silent:
            self.collect(self._parts.append)

    def _aloud(self, _: Attributes) -> None:
        self._silent = True


_NO_FILL = ("none", "gray125")  # the two that every workbook has
_WHITE = ("rgb FFFFFFFF", "rgb 00FFFFFF", "theme 0", "indexed 9", "indexed 64", "indexed 65")


class _Styles(Reader):
    """The number formats of the styles of cells, and which of them strike their text through, or put it on a colour."""

    def __init__(self) -> None:
        super().__init__({"numFmt": self._format, "cellXfs": self._begin_cells, "cellStyles": self._end_cells,
                          "dxfs": self._end_cells, "xf": self._style, "fonts": self._begin_fonts, "font": self._font,
                          "strike": self._strike, "fills": self._begin_fills, "patternFill": self._fill,
                          "fgColor": self._ground, "borders": self._end_fills})  # fmt: skip
        self._codes: dict[str, str] = {}
        self._formats: list[tuple[str, str, str]] = []  # number format, font and fill of each style
        self._cells = self._in_fonts = self._in_fills = False
        self._fonts: list[bool] = []  # whether each strikes through
        self._fills: list[tuple[bool, str]] = []  # whether each covers, and its colour

    def dates(self) -> frozenset[str]:
        """The numbers of those that show dates or times."""
        shown = ((str(i), number_, self._codes.get(number_, "")) for i, (number_, _, _) in enumerate(self._formats))
        return frozenset(i for i, number_, code in shown if is_date(whole(number_) or 0, code))

    def struck(self) -> frozenset[str]:
        """The numbers of those that strike their text through."""
        fonts = {str(i) for i, struck in enumerate(self._fonts) if struck}
        return frozenset(str(i) for i, (_, font, _) in enumerate(self._formats) if font in fonts)

    def grounds(self) -> dict[str, str]:
        """The colours on which they put their text, by their numbers; white and none are no colour."""
        fills = {str(i): colour for i, (solid, colour) in enumerate(self._fills) if solid and colour}
        return {str(i): fills[fill] for i, (_, _, fill) in enumerate(self._formats) if fill in fills}

    def _begin_fonts(self, _: Attributes) -> None:
        self._in_fonts = True

    def _begin_fills(self, _: Attributes) -> None:
        self._in_fonts, self._in_fills = False, True

    def _end_fills(self, _: Attributes) -> None:
        self._in_fills = False

    def _fill(self, attributes: Attributes) -> None:
        if self._in_fills:
            self._fills.append((attributes.get("patternType", "none") not in _NO_FILL, ""))

    def _ground(self, attributes: Attributes) -> None:
        if self._in_fills and self._fills:
            colour = " ".join(f"{name} {value}" for name, value in sorted(attributes.items()))
            self._fills[-1] = (self._fills[-1][0], "" if colour in _WHITE else colour)

    def _font(self, _: Attributes) -> None:
        if self._in_fonts:
            self._fonts.append(False)

    def _strike(self, attributes: Attributes) -> None:
        if self._in_fonts and self._fonts:
            self._fonts[-1] = attributes.get("val", "1") in TRUE

    def _format(self, attributes: Attributes) -> None:
        self._codes.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))

    def _begin_cells(self, _: Attributes) -> None:
        self._cells = True

    def _end_cells(self, _: Attributes) -> None:
        self._cells = False

    def _style(self, attributes: Attributes) -> None:
        if self._cells:
            number_, font, fill = (attributes.get(name, "") for name in ("numFmtId", "fontId", "fillId"))
            self._formats.append((number_, font, fill))
