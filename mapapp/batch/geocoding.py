"""A table with the places of its names: which columns hold what, and the two together."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from mapapp.batch import table as tables
from mapapp.batch.answering import COLUMNS, Cells, Name
from mapapp.batch.parquet import Block, text_of
from mapapp.batch.table import Table
from mapapp.batch.work import Kept, Share, done
from mapapp.errors import MapappError, clipped
from mapapp.message import plural, tr

KNOWN = {  # what a column may be called without being named
    "place": ("place", "toponym", "name", "place_name", "city", "town", "location"),
    "country": ("country", "country_code"),
    "date": ("date", "when"),
}
Columns = Mapping[str, str]  # what is in which column: "place" always, "country" and "date" where there are such


def columns_of(table: Table, named: Columns) -> Columns:
    """Which column holds names, countries and dates: as ``named``, or by its title. Raises MapappError."""
    there = {column.strip().casefold(): column for column in reversed(table.columns)}
    for what, column in named.items():
        if what not in KNOWN or column not in table.columns:
            listed = ", ".join(clipped(name, 30) for name in table.columns[:20])
            said = tr(
                "--column {what}={column} names nothing in the table",
                what=clipped(what, 20),
                column=clipped(column, 40),
            )
            raise MapappError(
                tr("{said}: it is place=, country= or date= with one of {listed}.", said=str(said), listed=listed)
            )
    guessed = {
        what: there[title] for what, titles in KNOWN.items() for title in reversed(titles) if title in there
    } | dict(named)
    if "place" not in guessed:
        if not table.columns:
            raise MapappError(tr("The table is empty."))
        first = clipped(table.columns[0], 30)
        raise MapappError(tr("No column of names is found. Name it: --column place={column}", column=first))
    if clash := [column for column in COLUMNS if column in table.columns]:
        raise MapappError(
            tr("The table has a column '{clash}' already, which is written here. Rename it first.", clash=clash[0])
        )
    return guessed


def distinct(table: Table, columns: Columns) -> list[Name]:
    """Every name with its country and date, once, in the order of the table."""
    return list(dict.fromkeys(name for block in table.blocks() for name in _names(block, columns)))


def _names(block: Block, columns: Columns) -> Iterator[Name]:
    cells = [block[columns[what]] if what in columns else () for what in KNOWN]
    for number in range(len(cells[0])):
        yield Name(*("" if not cell or cell[number] is None else text_of(cell[number]).strip() for cell in cells))


def geocode(path: Path, out: Path, named: Columns, share: Share, tell: Callable[[int, int], None]) -> dict[str, int]:
    """Write the table with the places of its names; how many distinct names had which answer.

    Raises MapappError and OSError. What is done is kept beside ``out`` until it is written.
    """
    tables.checked(out)
    table = tables.opened(path)
    columns = columns_of(table, named)
    names = distinct(table, columns)
    kept = Kept(out, names)
    found = done(names, kept, share, tell)
    tables.write(out, table, lambda block: _added([found[name] for name in _names(block, columns)]))
    kept.forget()
    counts: dict[str, int] = {}
    for cells in found.values():
        counts[str(cells[0])] = counts.get(str(cells[0]), 0) + 1
    return counts


def _added(rows: Sequence[Cells]) -> Block:
    return dict(zip(COLUMNS, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(COLUMNS, ())


class Progress:
    """Says on and on how far the work is; ``say`` takes a line."""

    EVERY = 5.0  # seconds

    def __init__(self, say: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._say, self._clock = say, clock
        self._began: tuple[float, int] | None = None
        self._said = 0.0

    def __call__(self, count: int, of: int) -> None:
        """``count`` names of so many are done; the first call tells with how many it begins."""
        now = self._clock()
        if self._began is None:
            self._began = now, count
            names = plural(of, "{n} distinct name", "{n} distinct names")
            self._say(tr("{names}, {count} of them done before", names=names, count=count) if count else names)
        elif now - self._said >= self.EVERY or count == of:
            (began, before) = self._began
            rate = (count - before) / max(now - began, 0.001)
            pace = tr("{count} of {of} names, {rate} a second", count=count, of=of, rate=round(rate))
            left = (of - count) / rate if rate else 0
            self._say(tr("{pace}, about {minutes} left", pace=pace, minutes=_minutes(left)) if left else pace)
            self._said = now


def _minutes(seconds: float) -> str:
    return plural(max(1, round(seconds / 60)), "{n} minute", "{n} minutes")
