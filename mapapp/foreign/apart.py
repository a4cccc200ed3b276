"""Cells that tell the hour or the place before what happened: "09:00 Skopje – talks". They get columns of their own.

The cell stays as it is; what is taken out of it stands in a column behind the others, where it can be seen and changed.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from mapapp.foreign.datelike import is_date
from mapapp.foreign.ends import first_in, last_in
from mapapp.foreign.hours import parted
from mapapp.foreign.opening import Lines
from mapapp.foreign.phrases import filled, place_in
from mapapp.foreign.records import Column, Role

_PLACES = (Role.PLACE, Role.COUNTRY, Role.REGION, Role.VENUE, Role.LATITUDE)
_PAIR = re.compile(r"[(\[]?\s*([+-]?\d{1,3}\.\d+)\s*[,;\s]\s*([+-]?\d{1,3}\.\d+)\s*[)\]]?")
_MOST = 0.6  # share of the cells that have to begin, or to end, with the name of a place
_LOOKED = 60  # cells that are looked at
Names = tuple[str, ...]


def taken_apart(
    names: Names, lines: Lines, columns: Sequence[Column], known: Callable[[str], bool]
) -> tuple[Names, Lines]:
    """Headings and lines with what cells of one column tell besides, where no column tells the place.

    ``lines`` are those below the headings; ``known`` tells whether a text is the name of a place.
    """
    if found := _positions(lines, columns):
        return _widened(names, lines, found)
    if any(column.role in _PLACES for column in columns):
        return names, lines
    timed = any(column.role == Role.TIME for column in columns)
    for column in columns:
        cells = [row[column.index] if column.index < len(row) else "" for _, row in lines]
        alone = [sum(map(bool, row)) == 1 for _, row in lines]
        cells = ["" if one and is_date(cell) else cell for cell, one in zip(cells, alone, strict=True)]  # a day
        clocks = [parted(cell)[0] for cell in cells]
        told = column.role in (Role.TITLE, Role.NOTES, Role.PEOPLE)
        if told and (places := _places(cells, known, timed=timed or any(clocks))):
            called = column.heading or str(column.index + 1)
            more = {f"place ({called})": places}
            if not timed and any(clocks):
                more[f"time ({called})"] = clocks
            return _widened(names, lines, more)
    return names, lines


def _positions(lines: Lines, columns: Sequence[Column]) -> Mapping[str, Sequence[str]]:
    """Latitude and longitude out of a column that has both, latitude first unless that cannot be; none without one."""
    if any(column.role == Role.LATITUDE for column in columns):
        return {}
    for column in columns:
        cells = [row[column.index] if column.index < len(row) else "" for _, row in lines]
        pairs = [_PAIR.fullmatch(cell) for cell in cells]
        if not any(pairs) or sum(map(bool, pairs)) < _MOST * sum(map(bool, cells)):
            continue
        turned = any(abs(float(match[1])) > 90 for match in pairs if match)  # degrees
        first, second = ("longitude", "latitude") if turned else ("latitude", "longitude")
        called = column.heading or str(column.index + 1)
        return {
            f"{first} ({called})": [match[1] if match else "" for match in pairs],
            f"{second} ({called})": [match[2] if match else "" for match in pairs],
        }
    return {}


def _widened(names: Names, lines: Lines, more: Mapping[str, Sequence[str]]) -> tuple[Names, Lines]:
    width = len(names)
    rows = [
        (number, [*row, *[""] * (width - len(row)), *new])
        for (number, row), new in zip(lines, zip(*more.values(), strict=True), strict=True)
    ]
    return (*names, *more), rows


def _places(cells: Sequence[str], known: Callable[[str], bool], *, timed: bool) -> list[str]:
    """The places with which most cells begin, or else end, or to which journeys lead; none where they do not."""
    rests = [parted(cell)[1] for cell in cells]
    for end in (first_in, last_in):
        some = [bool(end(rest, known)) for rest in filter(None, rests[:_LOOKED])]
        if sum(some) >= max(2, _MOST * len(some)):
            return [end(rest, known) for rest in rests]
    some = [bool(place_in(rest, known)) for rest in filter(None, rests[:_LOOKED])]
    if sum(some) >= max(2, _MOST * len(some)):
        return filled(rests, known, timed=timed) or [place_in(rest, known) for rest in rests]
    return filled(rests, known, timed=timed)
