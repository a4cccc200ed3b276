"""Lines of one cell above the rows that they hold for: "Minister of Finance", or the country of the towns below."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mapapp.country import stated
from mapapp.errors import CountryError
from mapapp.folding import fold
from mapapp.foreign.headings import Heading, named
from mapapp.foreign.opening import Lines
from mapapp.foreign.people import is_person, office_of
from mapapp.foreign.records import Role

WHO, LAND = "traveller", "country of the section"  # the headings of the columns that are made of the lines


def with_banners(heading: Heading, lines: Lines, known: Callable[[str], bool]) -> tuple[Heading, Lines]:
    """Headings and lines with a column of the travellers, or of the countries, who stand alone in a line above rows.

    As they were where a column tells them, or where fewer than two stand so, the first above all rows. ``known`` tells
    whether a text is the name of a place.
    """
    roles = {role for name in heading.names for role in named(name)}
    if not heading.line:
        return heading, lines
    if Role.TRAVELLER not in roles:
        heading, lines = _with(WHO, lambda cell: _travels(cell) and not known(cell), heading, lines)
    if Role.COUNTRY not in roles and Role.PLACE in roles:
        heading, lines = _with(LAND, _is_country, heading, lines)
    return heading, lines


def _with(name: str, tells: Callable[[str], bool], heading: Heading, lines: Lines) -> tuple[Heading, Lines]:
    """The same with a column of what lines of one cell say."""
    alone = {line: cell for line, cell in _alone(lines) if tells(cell)}
    rows = [line for line, cells in lines if line > heading.line and sum(map(bool, cells)) > 1]
    if len(set(alone.values())) < 2 or not rows or min(alone) > rows[0]:
        return heading, lines
    width, names = len(heading.names), [fold(own) for own in heading.names]
    told, said = [], ""
    for line, cells in lines:
        said = alone.get(line, said)
        padded = [*cells, *[""] * (width - len(cells))]
        again = [fold(cell) for cell in padded] == names
        text = name if again else "" if line in alone or not any(cells) else said
        told.append((line, [*padded, text] if line > heading.line else cells))
    return replace(heading, names=(*heading.names, name)), told


def is_banner(cells: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a line has one cell, and says itself what stands in the columns of lines for the rows below it."""
    made = [index for index, name in enumerate(names) if name in (WHO, LAND)]
    return bool(made) and sum(map(bool, cells)) == 1 and not any(cells[index] for index in made)


def _is_country(cell: str) -> bool:
    try:
        return len(cell) > 2 and bool(stated(cell))
    except CountryError:
        return False


def _alone(lines: Lines) -> Iterator[tuple[int, str]]:
    """The lines of one cell, with it."""
    for line, cells in lines:
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            yield line, filled[0]


def _travels(cell: str) -> bool:
    return is_person(cell) or bool(office_of(cell)[0])
