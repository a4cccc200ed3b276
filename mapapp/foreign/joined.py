"""Tables of a file that go on with each other: one for each year on a page, a sheet for each month in a workbook."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mapapp.dates.names import months
from mapapp.errors import clipped
from mapapp.folding import fold
from mapapp.foreign.headings import Heading, heading_of, named
from mapapp.foreign.opening import HIDDEN_READ, Lines, Part, Sheet
from mapapp.foreign.people import is_person
from mapapp.foreign.records import DATES, Role
from mapapp.foreign.sections import begun, is_day, parts_of
from mapapp.foreign.titles import is_general
from mapapp.message import tr

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_WHO, _NAME, _DAY = "traveller", "sheet", "date"  # headings of a column with the names of the tables, or their days


def joined(sheets: Sequence[Sheet], first: Sheet) -> Sheet:
    """The first of the tables that have its headings, with the rows of the others below its own.

    Where a table is called after one year, that year stands above its rows; where each is of a day that its name or the
    line above its headings tells, a column has these days; where the tables are called after anything else but a time,
    a column has their names. ``first`` as it is where no other has its headings; hidden ones stay apart.
    """
    names = _names(first)
    like = [s for s in sheets if names and not s.offer.hidden and _names(s) == names]
    if len(like) < 2 or first.offer.hidden:
        return dated(first)
    called = [sheet.offer.name for sheet in like]
    days = [_day(sheet) for sheet in like]
    told = "" if all(map(_is_time, called)) else _WHO if all(map(is_person, called)) else _NAME
    told = _DAY if all(days) else told
    texts = days if told == _DAY else called
    lines: Lines = []
    parts: list[Part] = []
    for sheet, text in zip(like, texts, strict=True):
        begin = lines[-1][0] + 1 if lines else 0
        lines += _numbered(sheet, lines, (told, text), len(names))
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


def _day(sheet: Sheet) -> str:
    """The day of all rows of a table, by its name or by the line above its headings; "" where a column tells days."""
    heading = _heading(sheet)
    if not heading.line or not {*DATES}.isdisjoint(
        role for name in heading.names for role in named(name) if role != Role.DEPARTURE
    ):
        return ""
    return next((day for day in (parts_of(sheet.offer.name)[0], parts_of(begun(heading.above))[0]) if is_day(day)), "")


def dated(sheet: Sheet) -> Sheet:
    """The table with a column of the day after which it is called, where no column of its own tells any."""
    day, heading = _day(sheet), _heading(sheet)
    timed = any(Role.TIME in named(name) for name in heading.names)
    if not timed or not is_day(day) or begun(heading.above):  # the name may be the day on which it was written
        return sheet
    return replace(sheet, lines=_numbered(sheet, [], (_DAY, day), len(heading.names)))


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


def _numbered(sheet: Sheet, before: Lines, column: tuple[str, str], width: int) -> Lines:
    """The lines of a table that goes on with those before it: below its year, numbered on, and without its headings.

    ``column`` is the heading of one behind its ``width`` ones, "" for none, and what stands in each of its cells.
    """
    told, text = column
    at = _heading(sheet).line
    above = [] if before else [(line, cells) for line, cells in sheet.lines if line <= at]
    years = sorted({*_YEAR.findall(sheet.offer.name)})
    begin = before[-1][0] if before else at
    year = [(begin + 1, years)] if len(years) == 1 and told != _DAY else []
    below = [(line - at + begin + len(year), cells) for line, cells in sheet.lines if line > at]
    if told:
        below = [(line, [*[*cells, *[""] * width][:width], text]) for line, cells in below]
        above = [(line, [*[*cells, *[""] * width][:width], told] if line == at else cells) for line, cells in above]
    return [*above, *year, *below]
