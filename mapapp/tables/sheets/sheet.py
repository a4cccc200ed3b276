"""A sheet as it is read: rows of text within limits, and what there is to say about them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mapapp.errors import clipped
from mapapp.message import plural, tr

MAX_MERGED = 10_000  # merged cells of a sheet that reach over rows
MAX_FILLED = 1_000_000  # cells that they give their value to
MAX_LISTED = 20  # lines that one sentence names
MAX_LINKS, MAX_ADDRESS = 40_000, 2_000  # of a sheet; characters of one
MAX_COMMENTS = 20  # of a sheet that are told word for word
MAX_NOTES = 500  # of a sheet; who reads them is shown fewer
NO_WORKBOOK = tr("this is not a workbook; save the sheets as XLSX")
FORMULA = tr("the cell holds a formula and is left out; put its value in its place")
VALUED = tr("the cell holds a formula and is read as the value that it had when the workbook was saved")
HIDDEN = tr("the column is hidden in the workbook and read like the others; delete what is not the tour")
Note = tuple[int, str, str]  # line, name of the column, sentence


class Unreadable(Exception):
    """A workbook that is none, or none that can be read; the text is the reason and a remedy."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a workbook is read: rows beside the header and columns of a sheet, characters of all cells."""

    rows: int
    columns: int
    characters: int
    unpacked: int  # bytes of all parts
    parts: int
    strings: int = 2_000_000  # that cells share
    valued: bool = False  # whether formulas are read as the values that the workbook keeps for them


@dataclass
class Sheet:
    """One sheet. Lines count from 1, columns from 0."""

    title: str
    limits: Limits
    hidden: bool = False
    records: list[tuple[int, list[str]]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)  # line, column and address
    struck: list[tuple[int, int, int]] = field(
        default_factory=list
    )  # line, cells struck through, cells that are filled
    coloured: list[tuple[int, str]] = field(default_factory=list)  # line, and a colour on which cells of it stand
    full: bool = False
    comments: int = 0  # on cells, that are told by their number alone
    _pending: list[tuple[int, int, str]] = field(default_factory=list)  # about cells
    _hidden_lines: list[int] = field(default_factory=list)
    _hidden_columns: list[int] = field(default_factory=list)
    _merged: list[tuple[int, int, int]] = field(default_factory=list)
    _characters: int = 0
    _struck_now: int = 0
    _colours_now: set[str] = field(default_factory=set)

    def add(self, line: int, cells: list[str], *, hidden: bool = False) -> None:
        """Take a row that has a cell with something in it; cells end with the last one that has. Lines ascend."""
        if self.full:
            return
        if len(self.records) > self.limits.rows:
            self.full = True
            many = f"{self.limits.rows:,}"
            self.notes.append(
                (line, "", tr("rows from here on are left out; a table may have {many}, split the tour", many=many))
            )
            return
        if not self.records and len(cells) > self.limits.columns:
            many = f"{self.limits.columns}"
            self.notes.append(
                (line, "", tr("columns beyond the first {many} are left out; delete what is not the tour", many=many))
            )
        del cells[self.limits.columns :]
        self._characters += sum(map(len, cells)) + 8
        if self._characters > self.limits.characters:
            raise Unreadable(tr("its cells have more text than any tour; delete what is not the tour"))
        while cells and not cells[-1]:
            cells.pop()
        self.records.append((line, cells))
        if self._struck_now:
            self.struck.append((line, self._struck_now, sum(map(bool, cells))))
            self._struck_now = 0
        if self._colours_now:
            self.coloured += [(line, colour) for colour in sorted(self._colours_now)]
            self._colours_now.clear()
        if hidden:
            self._hidden_lines.append(line)

    def note(self, line: int, column: int, sentence: str) -> None:
        """Say something about a cell; also before its row is taken."""
        if not self.full and column < self.limits.columns and len(self._pending) < MAX_NOTES:
            self._pending.append((line, column, sentence))

    def strike(self) -> None:
        """Take note that a cell of the row which is taken next is struck through."""
        self._struck_now += 1

    def colour(self, ground: str) -> None:
        """Take note that a cell of the row which is taken next stands on a colour."""
        self._colours_now.add(ground)

    def link(self, line: int, column: int, address: str) -> None:
        """Take note of an address to which a cell leads, where it is one of the web."""
        bearable = len(self.links) < MAX_LINKS and len(address) <= MAX_ADDRESS
        if bearable and column < self.limits.columns and address.lower().startswith(("http://", "https://")):
            self.links.append((line, column, address))

    def formula(self, line: int, column: int) -> bool:
        """Say that a cell holds a formula; whether the value that is kept for it is to be read."""
        self.note(line, column, VALUED if self.limits.valued else FORMULA)
        return self.limits.valued

    def error(self, line: int, column: int, text: str) -> None:
        """Say that a cell holds an error, such as #N/A."""
        self.note(line, column, tr("the cell holds the error {text}; put a value in its place", text=text[:20]))

    def comment(self, told: Sequence[tuple[str, str]]) -> None:
        """Say which comments stand on cells: the name of the cell and the text."""
        for cell, text in told[:MAX_COMMENTS]:
            self.notes.append(
                (0, "", tr("The comment on cell {cell} is not read: “{text}”.", cell=cell, text=clipped(text)))
            )
        self.comments += len(told[MAX_COMMENTS:])

    def hide(self, first: int, last: int) -> None:
        """Take note of hidden columns, both included."""
        self._hidden_columns += range(first, min(last, self.limits.columns - 1) + 1)

    @property
    def hidden_columns(self) -> list[int]:
        """The columns that are hidden, in order."""
        return sorted({*self._hidden_columns})

    def merge(self, first: int, last: int, column: int) -> None:
        """Take note of a merged cell that reaches from one line to another; its first column is the one."""
        if last > first and len(self._merged) <= MAX_MERGED:
            self._merged.append((first, last, column))

    def finish(self) -> None:
        """Fill merged cells, and put into words what has been noted."""
        header = self.records[0][1] if self.records else []
        begins = self.records[0][0] if self.records else 0
        last = self.records[-1][0] if self.records else 0

        def named(line: int, column: int) -> str:
            return header[column] if line > begins and column < len(header) else ""

        self.notes += [(line, named(line, column), said) for line, column, said in self._pending if line <= last]
        self._fill()
        if self._hidden_lines:
            listed = _listed(self._hidden_lines)
            said = plural(
                len(self._hidden_lines),
                "row {rows} is hidden in the workbook and read like the others; delete what is not the tour",
                "rows {rows} are hidden in the workbook and read like the others; delete what is not the tour",
                rows=listed,
            )
            self.notes.append((self._hidden_lines[0], "", said))
        if self.comments:
            said = plural(self.comments, "{n} comment on a cell is not read.", "{n} comments on cells are not read.")
            self.notes.append((0, "", said))
        for column in self.hidden_columns:
            if column < len(header) and header[column]:
                self.notes.append((begins, header[column], HIDDEN))

    def _fill(self) -> None:
        """Give the value of a merged cell to every row beneath that it reaches over and that says something itself."""
        lines, filled = [line for line, _ in self.records], 0
        for first, last, column in self._merged[:MAX_MERGED]:
            start, end = bisect_right(lines, first), bisect_right(lines, last)
            if not start or lines[start - 1] != first or column >= len(self.records[start - 1][1]):
                continue
            text = self.records[start - 1][1][column]
            filled += end - start
            self._characters += len(text) * (end - start)
            if filled > MAX_FILLED or self._characters > self.limits.characters:
                break
            _give(text, column, (cells for _, cells in self.records[start:end]))
        else:
            if len(self._merged) <= MAX_MERGED:
                return
        self.notes.append(
            (0, "", tr("there are too many merged cells to fill them all; write the value into each row"))
        )


def _give(text: str, column: int, rows: Iterable[list[str]]) -> None:
    for cells in rows:
        if any(cells):
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = cells[column] or text


def _listed(lines: Sequence[int]) -> str:
    """Line numbers: ``4``, ``4, 7–9 and more``."""
    spans: list[list[int]] = []
    for line in lines:
        if spans and line == spans[-1][1] + 1:
            spans[-1][1] = line
        else:
            spans.append([line, line])
    words = [f"{a}" if a == b else f"{a}–{b}" for a, b in spans[:MAX_LISTED]]
    return ", ".join(words) + (tr(" and more") if len(spans) > MAX_LISTED else "")
