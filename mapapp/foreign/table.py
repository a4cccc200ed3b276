"""The body of a table: which lines are rows, totals, notes or headings of sections, and the key of each row."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from mapapp.folding import fold
from mapapp.foreign.datelike import is_date
from mapapp.foreign.headings import Heading
from mapapp.foreign.opening import Lines
from mapapp.foreign.records import DATES, Column, Role
from mapapp.foreign.sections import YEAR, are_rows, begun, month_of, parts_of
from mapapp.foreign.stacked import is_banner
from mapapp.foreign.vocabulary import words
from mapapp.message import tr

_FIGURES = re.compile(r"[\d\s.,:]*$")
_DITTO = re.compile(r"[-–—\s]*(?:[\"“”„″〃«»]{1,2}|''|//|″)[-–—\s]*")
_NOTE_MARK = re.compile(r"\s*(?:[*†‡(]+|\[\w{1,3}\])\s*")
_MIDNIGHT = re.compile(r"(?:12:00(?::00)? ?AM|0?0:00(?::00)?)", re.IGNORECASE)
_FOOTNOTE = re.compile(
    r"\s*\[(?:\d{1,3}|[a-z]{1,2}|(?:note|nb|n|fn) \d{1,3}|citation needed)\]|(?<=\w)[*†‡]+$", re.IGNORECASE
)
_KEYED = (*DATES, Role.TIME, Role.PLACE, Role.COUNTRY, Role.TRAVELLER, Role.TITLE, Role.PEOPLE)
_CARRIED = (Role.PLACE, Role.COUNTRY, Role.REGION, Role.TRAVELLER, *DATES)
_GAPS = 0.2  # share of empty cells from which on a column is one that says things once for several rows


@dataclass(frozen=True, slots=True)
class Line:
    """A line below the headings. ``cells`` are as written, ``carried`` what holds for empty ones from above.

    ``whole_days``: it ends with the day before the one of its end, at whose midnight it ends.
    ``left_out`` says why it is no row of the tour, "" where it is one; ``section`` is the date that stands above it.
    """

    line: int
    cells: tuple[str, ...]
    key: str = ""
    left_out: str = ""
    facet: str = ""
    section: str = ""
    carried: Mapping[int, str] = field(default_factory=dict)
    whole_days: bool = False

    def text(self, column: int) -> str:
        """The cell, or what holds for it from above; "" for one that says no more than that nothing is known."""
        return stated(self.cells[column]) or self.carried.get(column, "")

    def said(self, column: int) -> str:
        """The cell as it stands there, or what holds for an empty one from above: what judgments are about."""
        cell = self.cells[column]
        return self.carried.get(column, cell) if is_ditto(cell) else cell or self.carried.get(column, "")


@lru_cache(16_384)
def stated(cell: str) -> str:
    """The cell without marks of footnotes, "" where it has nothing to say of its own: "n/a", "ditto"."""
    cell = cell if "://" in cell else _FOOTNOTE.sub("", cell) or cell
    return "" if fold(cell) in words("nothing") or is_ditto(cell) else cell


@lru_cache(16_384)
def is_ditto(cell: str) -> bool:
    """Whether a cell says that what stands above holds for it, too."""
    return bool(cell) and (bool(_DITTO.fullmatch(cell)) or fold(cell) in words("ditto"))


def padded(lines: Lines, heading: Heading, width: int) -> list[Line]:
    """The lines below the headings, each with a cell for every column."""
    return [
        Line(line, tuple([*cells, *[""] * (width - len(cells))][:width]))
        for line, cells in lines
        if line > heading.line
    ]


def sorted_out(lines: Sequence[Line], columns: Sequence[Column], heading: Heading) -> list[Line]:
    """The lines with keys, with the reason for which some are left out, and with what holds for them from above."""
    names = [fold(name) for name in heading.names]
    seen = Counter[str]()
    dated = any(column.role in DATES for column in columns)
    years = any(YEAR.fullmatch(x.cells[0]) and not any(x.cells[1:]) for x in lines)  # of dates that state none
    section, result = parts_of(begun(heading.above))[0] if years or not dated else "", []
    rows = are_rows([line.cells for line in lines])
    for line in lines:
        reason, facet = _reason(line, columns, names)
        if facet == "section" and rows and not _is_time(next(filter(None, line.cells))):
            reason = facet = ""
        if facet == "section":
            cell = next(filter(None, line.cells))
            section = cell if month_of(cell)[0] else parts_of(cell)[0]
        key = _key(line, columns, section)
        seen[key] += 1
        key = key if seen[key] == 1 else f"{key}-{seen[key]}"
        whole = _is_whole_days(dict(zip(names, line.cells, strict=True)))
        result.append(replace(line, key=key, left_out=reason, facet=facet, section=section, whole_days=whole))
    return result if "all day event" in names else _carried(result, columns)  # each event stands for itself


def _is_whole_days(cells: Mapping[str, str]) -> bool:
    """Whether a row of a calendar that Outlook exported is about whole days: it ends at the midnight behind them."""
    said = fold(cells.get("all day event", "")) in words("yes")
    return said and bool(_MIDNIGHT.fullmatch(cells.get("end time", ""))) and cells["start date"] != cells["end date"]


def _reason(line: Line, columns: Sequence[Column], names: Sequence[str]) -> tuple[str, str]:
    """Why a line is no row of the tour, and the kind of it; "" for both where it is one."""
    filled = [i for i, cell in enumerate(line.cells) if cell]
    first = line.cells[filled[0]]
    if found := _heads(line, columns, names):
        return found, "headings"
    dated = any(line.cells[c.index] for c in columns if c.role in DATES)
    if _is_total(first) or (not dated and _begins_total(first)):
        return tr("The line holds totals."), "total"
    if any(fold(line.cells[i]) in words("nothing planned") for i in filled) and not _places(line, columns):
        return tr("The line says that nothing is planned."), "nothing planned"
    if any(fold(line.cells[c.index]) in words("online") for c in columns if c.role == Role.PLACE):
        return tr("The line tells of something online, which has no place."), "online"
    undated = columns[filled[0]].role in DATES and not is_date(first)  # a title above a table without headings
    alone = len(filled) == 1 and (
        len(columns) > 2 or undated or (is_date(first) and not any(c.role in DATES for c in columns))
    )
    if len(filled) == 1 and _FOOTNOTE.match(first):
        return tr("The line is a note about the table."), "note"
    return _reason_alone(first, columns[filled[0]].role, columns) if alone else ("", "")


def _heads(line: Line, columns: Sequence[Column], names: Sequence[str]) -> str:
    """Why a line is a heading of the rows below it, "" where it is none."""
    if [fold(cell) for cell in line.cells] == list(names) and any(names):
        return tr("The line repeats the headings.")
    banner = is_banner(line.cells, [c.heading for c in columns])
    return tr("The line is a heading of the rows below it.") if banner else ""


def _reason_alone(cell: str, role: Role, columns: Sequence[Column]) -> tuple[str, str]:
    """The same for a line of one cell."""
    dated = any(c.role in DATES for c in columns)
    if _is_time(cell) or (not dated and parts_of(cell)[0]):
        placed = any(c.role in (Role.PLACE, Role.COUNTRY, Role.VENUE) for c in columns)
        return (tr("The line is a heading with the date of the rows below it."), "section") if placed else ("", "")
    if _is_note(cell) or (len(cell) > 40 and role not in (Role.PLACE, Role.COUNTRY)):
        return tr("The line is a note about the table."), "note"
    if role not in (Role.PLACE, Role.COUNTRY, Role.TITLE, Role.PEOPLE, Role.VENUE):
        return tr("The line has one cell, which names no place."), "note"
    return "", ""


def _is_time(cell: str) -> bool:
    """Whether a cell is a date or a month and nothing else."""
    return is_date(cell) or month_of(cell)[0] > 0


def _places(line: Line, columns: Sequence[Column]) -> list[str]:
    """What a line says of places."""
    cells = [stated(line.cells[c.index]) for c in columns if c.role in (Role.PLACE, Role.VENUE, Role.REGION)]
    return [cell for cell in cells if cell and fold(cell) not in words("nothing planned")]


def _is_total(text: str) -> bool:
    """Whether a line begins as sums do: "Total", "Total 12", "Total: 3 events"."""
    before, colon, _ = text.partition(":")
    return fold(_FIGURES.sub("", before if colon else text)) in words("total")


def _begins_total(text: str) -> bool:
    """Whether a text without a date begins with a word for sums: "Subtotal North"."""
    return fold(text.split(maxsplit=1)[0]) in words("total")


def _is_note(text: str) -> bool:
    """Whether a line begins as notes under a table do: with a star, or with a word such as "Source:"."""
    begins = re.split(r"[:.\d–—]", text, maxsplit=1)[0]
    return bool(_NOTE_MARK.match(text)) or (begins != text and fold(begins) in words("note"))


def _key(line: Line, columns: Sequence[Column], section: str) -> str:
    """A key that follows from what tells the row from others; where that is nothing, from all of it."""
    told = [f"{c.role}={fold(line.cells[c.index])}" for c in columns if c.role in _KEYED and line.cells[c.index]]
    text = "\n".join((section, *sorted(told))) if told else "\n".join(map(fold, line.cells))
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _carried(lines: list[Line], columns: Sequence[Column]) -> list[Line]:
    """Empty cells of columns that say a thing once for several rows, filled from above; and dates of sections."""
    rows = [line for line in lines if not line.left_out]
    several = sum(column.role == Role.TRAVELLER for column in columns) > 1  # an empty cell tells who stayed away
    for column in columns:
        _repeat(lines, column.index)
    for column in columns:
        if column.role not in _CARRIED or not rows or not rows[0].cells[column.index]:
            continue
        if several and column.role == Role.TRAVELLER:
            continue
        empty = sum(1 for line in rows if not line.cells[column.index])
        if empty < _GAPS * len(rows) or _is_end(column) or _repeats([line.cells[column.index] for line in rows]):
            continue
        last, around = "", ""
        dates = [c.index for c in columns if c.role in DATES]
        for at, line in enumerate(lines):
            if line.left_out:  # what it says of its own is no longer above the next one
                last = (
                    ""
                    if line.facet == "section" or (line.cells[column.index] and any(line.cells[i] for i in dates))
                    else last
                )
                continue
            own = _around(line, columns) if column.role == Role.PLACE else ""
            if stated(line.cells[column.index]):
                last, around = line.cells[column.index], own
            elif last and (not own or own == around):
                lines[at] = replace(line, carried={**line.carried, column.index: last})
    return lines


def _repeat(lines: list[Line], column: int) -> None:
    """Let the cell above hold for each that has a sign of repetition."""
    last = ""
    for at, line in enumerate(lines):
        cell = line.cells[column] if not line.left_out else ""
        if last and is_ditto(cell):
            lines[at] = replace(line, carried={**line.carried, column: last})
        else:
            last = cell or last


def _around(line: Line, columns: Sequence[Column]) -> str:
    """What a line itself says of country and region: no town of another one holds for it."""
    return " ".join(line.cells[c.index] for c in columns if c.role in (Role.COUNTRY, Role.REGION))


def _repeats(cells: Sequence[str]) -> bool:
    """Whether a column says things again in the next row, so that its empty cells do not mean what stands above."""
    return any(cell and cell == before for before, cell in pairwise(cells))


def _is_end(column: Column) -> bool:
    """Whether an empty cell of the column rather says that something is not known."""
    return column.role == Role.DEPARTURE
