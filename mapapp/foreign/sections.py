"""Lines with a date, and often a place, above the rows that they hold for: "Tuesday 4 March – Kutaisi"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mapapp.dates.names import months
from mapapp.folding import fold
from mapapp.foreign.datelike import is_date
from mapapp.foreign.headings import Heading, named
from mapapp.foreign.meanings import meaning
from mapapp.foreign.opening import Lines
from mapapp.foreign.phrases import place_in
from mapapp.foreign.records import DATES, Role

PLACE = "place of the section"  # the heading of the column that is made of them
_BREAK = re.compile(r"\s+[-–—]\s+|\s*[:|,(\n]\s*")
YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LONGEST = 120  # characters
_MONTH = re.compile(r"(?P<month>[^\W\d_]{3,})\.?(?:[\s,/–-]+(?P<year>(?:19|20)\d\d)(?:\s?(?:г|года|р|ж)\.?)?)?")


def parts_of(cell: str) -> tuple[str, str]:
    """The date with which a line begins or ends, and what stands beside it; "" for both where there is none."""
    if len(cell) > _LONGEST or is_date(cell):
        return (cell, "") if len(cell) <= _LONGEST else ("", "")
    for match in [*_BREAK.finditer(cell)][::-1]:
        before, behind = cell[: match.start()].strip(), cell[match.end() :].strip(" )")
        for date, rest in ((before, behind), (behind, before)):
            if rest and is_day(date):
                return date, rest
    return "", ""


def is_day(text: str) -> bool:
    """Whether a text is a date with its day, with or without a year."""
    found = meaning(text, 2024) if any(map(str.isdigit, text)) else None
    return bool(found and found.readings and all(reading.when.start.day for reading in found.readings))


def month_of(text: str) -> tuple[int, int | None]:
    """The month of which a line speaks alone, and its year, None where it states none; (0, None) for anything else."""
    match = _MONTH.fullmatch(text.strip())
    found = months(match["month"]) if match else ()
    if not match or len(found) != 1:
        return 0, None
    return found[0], int(match["year"]) if match["year"] else None


def begun(above: Sequence[str]) -> str:
    """The section that the last line above the headings begins, "" where it begins none."""
    return above[-1] if above and (is_day(parts_of(above[-1])[0]) or YEAR.fullmatch(above[-1])) else ""


def titles(above: Sequence[str]) -> list[str]:
    """The lines above the headings that may say what the table is about.

    The last is no title where it is the day of the rows below; several days are those of the journey.
    """
    day = begun(above)
    return [text for text in above if text != day or (parts_of(text)[1] and _is_several_days(parts_of(text)[0]))]


def _is_several_days(text: str) -> bool:
    found = meaning(text, 2024)
    return bool(found and any(reading.when.earliest != reading.when.latest for reading in found.readings))


def are_rows(lines: Sequence[Sequence[str]]) -> bool:
    """Whether lines of one cell that begin with a date are rows themselves: most of them follow each other."""
    dated = [len(filled := [cell for cell in cells if cell]) == 1 and parts_of(filled[0])[1] != "" for cells in lines]
    over = sum(1 for one, other in pairwise([*dated, True]) if one and not other)
    return sum(dated) > 1 and 2 * over <= sum(dated)


def with_places(
    heading: Heading, lines: Lines, known: Callable[[str], bool], heard_of: Callable[[str], bool]
) -> tuple[Heading, Lines]:
    """Headings and lines with a column of the places that sections name, where the table has none of its own.

    ``known`` tells whether a text is a place, ``heard_of`` whether it is one of which people write without more words.
    """
    below = [cells for line, cells in lines if line > heading.line]
    if any(_has_its_own(name, index, below) for index, name in enumerate(heading.names)):
        return _with_place_above(heading, lines, heard_of)
    if are_rows(below):
        return heading, lines
    first = parts_of(begun(heading.above))[1]
    place, told, found = first if first and known(first) else "", [], False
    for line, cells in lines:
        filled = [cell for cell in cells if cell]
        rest = parts_of(filled[0])[1] if line > heading.line and len(filled) == 1 else ""
        section = len(filled) == 1 and line > heading.line and bool(parts_of(filled[0])[0])
        if section:
            place = rest if rest and known(rest) else ""
        again = [fold(cell) for cell in cells] == [fold(name) for name in heading.names]
        found = found or bool(place)
        told.append((line, cells, "" if section or line <= heading.line else PLACE if again else place))
    if not found:
        return heading, lines
    width = len(heading.names)
    names = (*heading.names, PLACE)
    return replace(heading, names=names), [(n, [*_padded(cells, width), text]) for n, cells, text in told]


def _with_place_above(heading: Heading, lines: Lines, known: Callable[[str], bool]) -> tuple[Heading, Lines]:
    """Headings and lines with the place that a line above tells with its dates, where no column tells any place."""
    roles = {role for name in heading.names for role in named(name)}
    if not roles.isdisjoint((Role.PLACE, Role.COUNTRY, Role.REGION)) or not heading.line:
        return heading, lines
    beside = [parts_of(text)[1] for text in heading.above[::-1]]
    pieces = [piece.strip() for rest in beside if rest for piece in re.split(r"\s[–—-]\s", rest)[::-1]]
    place = next((name for piece in pieces if (name := piece if known(piece) else place_in(piece, known))), "")
    if not place:
        return heading, lines
    width, filled = len(heading.names), [fold(name) for name in heading.names]
    told = [
        (
            line,
            [
                *_padded(cells, width),
                PLACE if [fold(c) for c in cells] == filled else place if line > heading.line else "",
            ],
        )
        for line, cells in lines
    ]
    return replace(heading, names=(*heading.names, PLACE)), told


def _has_its_own(name: str, index: int, below: Sequence[Sequence[str]]) -> bool:
    """Whether a column tells places or dates itself; "From" and "To" may be hours."""
    roles = named(name)
    dated = not set(DATES).isdisjoint(roles) and any(
        is_date(cells[index]) for cells in below if index < len(cells) and sum(map(bool, cells)) > 1
    )
    return Role.PLACE in roles or Role.DAY in roles or dated


def _padded(cells: Sequence[str], width: int) -> Iterator[str]:
    yield from cells
    yield from [""] * (width - len(cells))
