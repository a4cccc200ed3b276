"""Two versions of a tour beside each other: rows that were added, removed and changed, cell by cell."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mapapp.catalogue.columns import TOUR
from mapapp.drafts import sheets
from mapapp.drafts.sheets import Contents
from mapapp.tables import settings
from mapapp.tables.grid import Table

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
_KEYS = {
    "claims.csv": ("event", "field", "source"),
    "legs.csv": ("from", "to"),
    "figures.csv": ("label", "period"),
    "story.csv": ("scene",),
    "callouts.csv": ("text",),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one row: its file and key, and each cell that differs with its text before and after."""

    file: str
    key: str
    kind: str
    cells: tuple[tuple[str, str, str], ...]


def differences(old: Contents, new: Contents) -> tuple[Difference, ...]:
    """What differs, file by file in the order of the newer one; rows that stand elsewhere are no difference."""
    return tuple(_all(old, new))


def _all(old: Contents, new: Contents) -> Iterator[Difference]:
    before, after = (settings.texts(side.get(TOUR, b"")) for side in (old, new))
    told = tuple((key, before.get(key, ""), after.get(key, "")) for key in {**before, **after})
    if changed := tuple(cell for cell in told if cell[1] != cell[2]):
        yield Difference(TOUR, "", CHANGED, changed)
    for file in sheets.FILES:
        yield from _rows(file, sheets.table(old, file), sheets.table(new, file))


def _rows(file: str, old: Table, new: Table) -> Iterator[Difference]:
    before, after = keyed(file, old), keyed(file, new)
    columns = dict.fromkeys((*new.columns, *old.columns))
    for key in {**after, **before}:
        was, is_ = before.get(key, {}), after.get(key, {})
        told = tuple((name, was.get(name, ""), is_.get(name, "")) for name in columns)
        if cells := tuple(cell for cell in told if cell[1] != cell[2]):
            kind = CHANGED if key in before and key in after else ADDED if key in after else REMOVED
            yield Difference(file, key[0], kind, cells)


def keyed(file: str, found: Table) -> dict[tuple[str, int], dict[str, str]]:
    """The rows by what names them and, of those that are named alike, their number."""
    rows: dict[tuple[str, int], dict[str, str]] = {}
    seen = Counter[str]()
    for row in range(len(found.rows)):
        key = ", ".join(found.cell(row, column) for column in _KEYS.get(file, ("id",)))
        rows[key, seen[key]] = found.cells(row)
        seen[key] += 1
    return rows
