"""Tables in HTML, as a web page, a word processor or a spreadsheet puts them on the clipboard."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from mapapp.foreign.errors import ForeignError
from mapapp.message import tr
from mapapp.tables.numbers import whole

MAX_SPAN = 1000  # rows or columns over which one cell reaches
MAX_CELLS = 500_000  # of the tables of a page, each as often as it stands in a row: some 100 MB and six seconds
MAX_TAGS = 1_500_000  # that begin an element
MAX_PLACES = 10_000_000  # rows by columns
_BREAKS = frozenset(("br", "p", "div", "li", "tr"))
_SILENT = frozenset(("script", "style", "template", "sup"))  # of sup: marks of footnotes
LINK = "link"  # stands behind the heading of a column of addresses
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FIRST = re.compile(r"<h1\b[^>]{0,500}>(.{1,1000}?)</h1>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,500}>")
_STRUCK = frozenset(("s", "strike", "del"))
_RULE = re.compile(r"\.([\w-]{1,40})\s*\{([^{}]{0,2000})\}")
_GROUND = re.compile(r"(?<![\w-])background(?:-color)?\s*:\s*([^;]{1,200})", re.IGNORECASE)
_NO_GROUND = re.compile(
    r"(none|transparent|white|#f{3}|#f{6}|inherit|initial|auto|unset|rgba?\(255,255,255.*|url\(.*)?"
)


class Page(NamedTuple):
    """A table of a page: what it is called, its rows of text, and what `mapapp.tables.workbook.Sheet` says as well."""

    caption: str
    rows: list[list[str]]
    struck: list[tuple[int, int, int]]
    coloured: list[tuple[int, str]]


def has_table(text: str) -> bool:
    """Whether a text is HTML with a table in it."""
    head = text[:200_000].lower()
    return "<table" in head and "<t" in head


def tables_of(text: str) -> list[Page]:
    """The tables of a page; those within others stand for themselves.

    A table without a caption is called by the heading above it. A cell that reaches over rows or columns is in each of
    them where it reaches over rows, once where over columns. Addresses of links fill columns of their own at the end of
    a row of headings. Raises ForeignError for a page that unpacks to no table which a reader could have meant.
    """
    parser = _Tables(dict(_RULE.findall(text)))
    parser.feed(text)
    parser.close()
    return [table.read() for table in parser.tables if table.cells]


def page_of(text: str) -> str:
    """The first heading of a page above its tables, "" where it has none."""
    match = _FIRST.search(text)
    inside = html.unescape(_TAG.sub("", match[1])) if match else ""
    return " ".join(inside.split())


class _Table:
    """A table that is being read."""

    def __init__(self, heading: str) -> None:
        self.heading, self.caption = heading, ""
        self.cells: dict[tuple[int, int], str] = {}
        self.links: dict[tuple[int, int], list[str]] = {}
        self.struck: dict[tuple[int, int], bool] = {}  # cells with something in them
        self.coloured: dict[tuple[int, str], None] = {}
        self.row, self.column = -1, 0
        self._until: dict[int, int] = {}  # by column the last row that a cell above reaches

    def begin_row(self) -> None:
        self.row, self.column = self.row + 1, 0

    def put(self, text: str, links: list[str], span: tuple[int, int], *, struck: bool, ground: str) -> None:
        """Put a cell that reaches over columns and rows into the next free place of the row."""
        across, down = span
        self.row = max(self.row, 0)
        while self._until.get(self.column, -1) >= self.row:
            self.column += 1
        if self.column > MAX_SPAN:
            raise _too_large(MAX_CELLS)
        if down > 1:
            self._until |= dict.fromkeys(range(self.column, self.column + across), self.row + down - 1)
        self.cells |= dict.fromkeys([(row, self.column) for row in range(self.row, self.row + down)], text)
        if links:
            self.links[self.row, self.column] = links
        if text:
            self.struck[self.row, self.column] = struck
            if ground:
                self.coloured[self.row + 1, ground] = None
        self.column += across

    def read(self) -> Page:
        """The table as it stands."""
        return Page(self.caption.strip() or self.heading, self._rows(), self._struck_rows(), [*self.coloured])

    def _rows(self) -> list[list[str]]:
        """The rows, with a column of addresses at the end for each column that has some."""
        width = 1 + max(column for _, column in self.cells)
        height = 1 + self.row
        if width * height > MAX_PLACES:
            raise _too_large(MAX_PLACES)
        linked = sorted({column for _, column in self.links})
        rows = [[self.cells.get((row, column), "") for column in range(width)] for row in range(height)]
        head = next((i for i, cells in enumerate(rows) if sum(map(bool, cells)) > 1), 0)
        for number, cells in enumerate(rows):
            for column in linked:
                own = " ".join(self.links.get((number, column), ()))
                cells.append(f"{cells[column]} ({LINK})" if number == head and cells[column] else own)
        return rows

    def _struck_rows(self) -> list[tuple[int, int, int]]:
        filled = Counter(row for row, _ in self.struck)
        crossed = Counter(row for (row, _), struck in self.struck.items() if struck)
        return [(row + 1, count, filled[row]) for row, count in crossed.items()]


class _Tables(HTMLParser):
    """Reads tables; everything else of a page is passed over."""

    def __init__(self, styles: dict[str, str]) -> None:
        """``styles`` are those of the classes in the style sheet."""
        super().__init__(convert_charrefs=True)
        self._styles = styles
        self._row_struck, self._row_ground, self._ground = False, "", ""
        self._styled: list[bool] = []  # of the elements that are open in a cell, whether each strikes through
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._text: list[str] | None = None
        self._links: list[str] = []
        self._span = (1, 1)
        self._silent = 0
        self._struck, self._whole = 0, True  # how deep in struck text, and whether all of the cell is
        self._caption = False
        self._filled, self._tags = 0, 0
        self._heading: list[str] = []
        self._headed = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tags += 1
        if self._tags > MAX_TAGS:
            raise _too_large(MAX_TAGS)
        values = {name: value or "" for name, value in attrs}
        if tag == "table":
            self._end_cell()
            self._open.append(_Table(" ".join("".join(self._heading).split())))
            self.tables.append(self._open[-1])
        elif tag in _SILENT:
            self._silent += 1
        elif not self._open:
            self._begin_heading(tag, values)
        elif tag == "tr":
            self._end_cell()
            self._open[-1].begin_row()
            self._row_struck, self._row_ground = self._strikes(values), self._ground_of(values)
        elif tag in ("td", "th"):
            self._end_cell()
            self._text, self._links, self._whole = [], [], True
            self._styled = [self._row_struck or self._strikes(values)]
            self._ground = self._ground_of(values) or self._row_ground
            self._span = (_span(values.get("colspan", "")), _span(values.get("rowspan", "")))
        elif tag in _STRUCK:
            self._struck += 1
        elif tag in {"span", "font"}:
            self._styled.append(self._strikes(values))
            self._ground = self._ground or self._ground_of(values)
        elif tag == "caption":
            self._caption = True
        elif tag == "a" and self._text is not None and values.get("href", "").startswith(("http://", "https://")):
            self._links.append(values["href"])
        elif tag in _BREAKS and self._text:
            self._text.append("\n")

    def _begin_heading(self, tag: str, values: dict[str, str]) -> None:
        """Begin a heading; a wiki's links for editing it are no part of it."""
        if tag in _HEADINGS:
            self._heading, self._headed = [], True
        elif "editsection" in values.get("class", ""):
            self._headed = False

    def _strikes(self, values: dict[str, str]) -> bool:
        """Whether an element strikes its text through."""
        return bool(values) and any("line-through" in style for style in self._styles_of(values))

    def _ground_of(self, values: dict[str, str]) -> str:
        """The colour on which an element puts its text, "" for white and none."""
        if not values:
            return ""
        told = [match[1] for style in self._styles_of(values) for match in _GROUND.finditer(style)]
        named = ("".join(one.split()).lower() for one in [*told, values.get("bgcolor", "")])
        return next((one for one in named if not _NO_GROUND.fullmatch(one)), "")

    def _styles_of(self, values: dict[str, str]) -> Iterator[str]:
        """The styles of an element: its own, and those of its classes."""
        yield values.get("style", "")
        yield from (self._styles[name] for name in values.get("class", "").split() if name in self._styles)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _STRUCK:
            self._struck = max(0, self._struck - 1)
        elif tag in ("span", "font") and len(self._styled) > 1:
            self._styled.pop()
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag in _HEADINGS:
            self._headed = False
        elif tag == "caption":
            self._caption = False
        elif tag == "table" and self._open:
            self._end_cell()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._text is not None:
            self._whole = self._whole and (self._struck > 0 or any(self._styled) or not data.strip())
            self._text.append(" ".join(f"_{data}_".split())[1:-1] if data.strip() else " ")
        elif self._caption and self._open:
            self._open[-1].caption += data
        elif self._headed:
            self._heading.append(data)

    def _end_cell(self) -> None:
        if self._text is not None and self._open:
            text = "\n".join(_lines("".join(self._text)))
            across, down = self._span
            self._filled += down + (across if down > 1 else 0)
            if self._filled > MAX_CELLS:
                raise _too_large(MAX_CELLS)
            self._open[-1].put(text, self._links, self._span, struck=self._whole, ground=self._ground)
        self._text = None


def _too_large(most: int) -> ForeignError:
    said = tr("The page has more than {most} cells or elements, which is the most. Save the table as CSV.", most=most)
    return ForeignError(said)


def _lines(text: str) -> Iterator[str]:
    for line in text.replace("\N{NO-BREAK SPACE}", " ").split("\n"):
        if plain := " ".join(line.split()):
            yield plain


def _span(text: str) -> int:
    return min(max(1, whole(text, 5) or 1), MAX_SPAN)
