"""Tables of a file that go on with each other: one for each year on a page, a sheet for each month in a workbook."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mapapp.dates.names import months
from mapapp.errors import clipped
from mapapp.folding import fold
from mapapp.foreign.headings import Heading, heading_of
from mapapp.foreign.opening import HIDDEN_READ, Lines, Part, Sheet
from mapapp.foreign.people import is_person
from mapapp.foreign.titles import is_general
from mapapp.message import tr

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_WHO, _NAME = "traveller", "sheet"  # headings of a column with the names of the tables


def joined(sheets: Sequence[Sheet], first: Sheet) -> Sheet:
    """The first of the tables that have its headings, with the rows of the others below its own.

    Where a table is called after one year, that year stands above its rows; where the tables are called after anything
    but a time, a column has their names. ``first`` as it is where no other has its headings; hidden ones stay apart.
    """
    names = _names(first)
    like = [s for s in sheets if names and not s.offer.hidden and _names(s) == names]
    if len(like) < 2 or first.offer.hidden:
        return first
    called = [sheet.offer.name for sheet in like]
    told = "" if all(map(_is_time, called)) else _WHO if all(map(is_person, called)) else _NAME
    lines: Lines = []
    parts: list[Part] = []
    for sheet in like:
        begin = lines[-1][0] + 1 if lines else 0
        lines += _numbered(sheet, lines, told, len(names))
        parts.append(Part(sheet.offer.name, begin, lines[-1][0] - sheet.lines[-1][0]))
    said = tr(
        "{n} tables have the same headings and are read as one: {names}.",
        n=len(like),
        names=clipped(", ".join(name or "–" for name in called)),
    )
    hidden = frozenset.intersection(*(sheet.hidden for sheet in like))
    read = [tr(HIDDEN_READ)] if any(sheet.hidden != hidden for sheet in like) else []
    notes = tuple(dict.fromkeys((said, *read, *(note for sheet in like for note in sheet.notes))))
    return replace(like[0], lines=lines, notes=notes, hidden=hidden, parts=tuple(parts))


def _is_time(name: str) -> bool:
    """Whether a table is called after nothing but a time, or by a general name: "Jan", "2017", "Sheet 2"."""
    words = _WORD.findall(name)
    return is_general(name) or all(months(word) or len(word) < 2 for word in words) or bool(_YEAR.search(name))


def _heading(sheet: Sheet) -> Heading:
    return heading_of(sheet.lines, max(len(cells) for _, cells in sheet.lines), None)


def _names(sheet: Sheet) -> tuple[str, ...]:
    """The headings of a table, none where no line names its columns."""
    heading = _heading(sheet)
    names = [fold(name) for name in heading.names]
    while names and not names[-1]:
        names.pop()
    return tuple(names) if heading.line else ()


def _numbered(sheet: Sheet, before: Lines, told: str, width: int) -> Lines:
    """The lines of a table that goes on with those before it: below its year, numbered on, and without its headings.

    ``told`` is the heading of the column behind its ``width`` ones that has the name of the table, "" for none.
    """
    at = _heading(sheet).line
    above = [] if before else [(line, cells) for line, cells in sheet.lines if line <= at]
    years = sorted({*_YEAR.findall(sheet.offer.name)})
    begin = before[-1][0] if before else at
    year = [(begin + 1, years)] if len(years) == 1 else []
    below = [(line - at + begin + len(year), cells) for line, cells in sheet.lines if line > at]
    if told:
        below = [(line, [*[*cells, *[""] * width][:width], sheet.offer.name]) for line, cells in below]
        above = [(line, [*[*cells, *[""] * width][:width], told] if line == at else cells) for line, cells in above]
    return [*above, *year, *below]
