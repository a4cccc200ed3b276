"""Columns that mark who travels: offices or names as headings, with an "x" below them where they go."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mapapp.foreign.headings import Heading
from mapapp.foreign.opening import Lines
from mapapp.foreign.people import is_person, office_of

WHO = "Traveller (marked)"  # the heading of the column that is made of them
_MARK = re.compile(r"[x×✓✔☑●•*]|yes|y", re.IGNORECASE)
_NONE = re.compile(r"[-–—]|no|n", re.IGNORECASE)
_OFFICES = frozenset(("FM", "PM", "VP", "DG", "SG", "HR/VP", "DPM", "DFM", "CEO"))
_FEWEST = 2


def with_marked(heading: Heading, lines: Lines) -> tuple[Heading, Lines]:
    """Headings and lines with one more column of those whom marks below their names or offices send on a journey."""
    names, below = heading.names, [row for line, row in lines if line > heading.line]
    who = [index for index, name in enumerate(names) if _is_somebody(name) and _are_marks(index, below)]
    if len(who) < _FEWEST:
        return heading, lines
    told = [
        (line, [*_wide(row, len(names)), "; ".join(names[i] for i in who if _MARK.fullmatch(_cell(row, i)))])
        for line, row in lines
    ]
    return replace(heading, names=(*names, WHO)), told


def is_mark(cell: str) -> bool:
    """Whether a cell only marks that something holds, or that it does not."""
    return bool(_MARK.fullmatch(cell) or _NONE.fullmatch(cell))


def _is_somebody(heading: str) -> bool:
    return heading in _OFFICES or bool(office_of(heading)[0]) or is_person(heading)


def _are_marks(index: int, rows: Sequence[Sequence[str]]) -> bool:
    cells = [cell for row in rows if (cell := _cell(row, index))]
    return any(map(_MARK.fullmatch, cells)) and all(map(is_mark, cells))


def _cell(row: Sequence[str], index: int) -> str:
    return row[index].strip() if index < len(row) else ""


def _wide(row: Sequence[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]
