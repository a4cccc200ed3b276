"""A tour that somebody edits: every step is kept, so that it can be taken back, until the tour is saved and after."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mapapp.drafts import scenes, sheets, ways
from mapapp.drafts.sheets import Contents
from mapapp.place import pinned
from mapapp.scene import VISIT
from mapapp.tables.edits import Correction
from mapapp.tables.grid import Table

MOST_STEPS = 200
_PLACE = ("place", "country", "latitude", "longitude", "place_id", "confidence")
_STEMS = {"visits.csv": "stop", "events.csv": "event", "people.csv": "person", "sources.csv": "source"}


@dataclass(frozen=True, slots=True)
class Editing:
    """The contents after each step, of which number ``at`` is the one that is seen.

    ``began_from`` is the version of the library that was opened or saved last, and ``saved`` its contents.
    """

    steps: tuple[Contents, ...]
    began_from: int
    saved: Contents
    at: int = 0

    @property
    def contents(self) -> Contents:
        """The tour as it is now."""
        return self.steps[self.at]

    @property
    def unsaved(self) -> bool:
        """Whether something is changed that the library does not have."""
        return dict(self.contents) != dict(self.saved)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self.at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back that can be taken again."""
        return self.at < len(self.steps) - 1

    def changed(self, contents: Contents) -> "Editing":
        """One step on; steps that were taken back are forgotten. Nothing happens where nothing is changed."""
        if dict(contents) == dict(self.contents):
            return self
        steps = (*self.steps[: self.at + 1], contents)[-MOST_STEPS:]
        return replace(self, steps=steps, at=len(steps) - 1)

    def undone(self) -> "Editing":
        """The last step taken back."""
        return replace(self, at=max(0, self.at - 1))

    def redone(self) -> "Editing":
        """The step taken again that was taken back last."""
        return replace(self, at=min(len(self.steps) - 1, self.at + 1))

    def kept(self, version: int) -> "Editing":
        """The same, saved as that version."""
        return replace(self, began_from=version, saved=self.contents)


def opened(contents: Contents, version: int) -> Editing:
    """A version of a tour, to be edited."""
    return Editing((contents,), version, contents)


def with_corrections(contents: Contents, corrections: Iterable[Correction]) -> dict[str, bytes]:
    """The contents with places that a reader chose; a cell that says something else by now is left alone."""
    result = dict(contents)
    for made in corrections:
        found = sheets.table(result, made.file)
        for row in range(len(found.rows)):
            known = (found.cell(row, "id") or found.cell(row, "event")) == made.row
            if known and found.cell(row, made.column) == made.was:
                result = with_cells(result, made.file, row, made.cells)
                break
    return result


def with_cells(contents: Contents, file: str, row: int, cells: Mapping[str, str]) -> dict[str, bytes]:
    """The contents with other cells in a row of a file. What an earlier place is called elsewhere goes with it."""
    found = sheets.table(contents, file)
    name = pinned(cells.get("place", ""))[0]
    if name and name != pinned(found.cell(row, "place"))[0]:
        cells = {column: "" for column in found.columns if column.startswith("place@")} | dict(cells)
    return with_table(contents, file, found.written(row, cells))


def with_table(contents: Contents, file: str, new: Table) -> dict[str, bytes]:
    """The contents with another state of a table; legs follow the stops."""
    result = sheets.put(contents, file, new)
    return ways.followed(contents, result) if file == ways.STOPS else result


def with_row(contents: Contents, file: str, cells: Mapping[str, str], at: int) -> dict[str, bytes]:
    """The contents with one more row at a place of a file; it gets an id of its own where the table has ids."""
    found = sheets.table(contents, file)
    own = {"id": free_id(found, _STEMS[file])} if file in _STEMS else {}
    return with_table(contents, file, found.added({**cells, **own}, at))


def free_id(found: Table, stem: str) -> str:
    """An id that no row has: ``stop-7``."""
    taken = {found.cell(row, "id") for row in range(len(found.rows))}
    numbers = [int(match[1]) for id_ in taken if (match := re.fullmatch(rf"{stem}-(\d{{1,6}})", id_, re.ASCII))]
    return f"{stem}-{max(numbers, default=0) + 1}"


def moved(contents: Contents, file: str, row: int, to: int) -> dict[str, bytes]:
    """The contents with a row at another place of its file; nothing happens where there is no such place."""
    found = sheets.table(contents, file)
    if not 0 <= to < len(found.rows):
        return dict(contents)
    result = sheets.put(contents, file, found.moved(row, to))
    return ways.again(result, found.cell(row, "id")) if file == ways.STOPS else result


def without_row(contents: Contents, file: str, row: int) -> dict[str, bytes]:
    """The contents without a row.

    Legs from and to a stop go with it, and one leads past it. Events that happened there stay, at its place and on its
    days, as far as they have none of their own; claims about an event go with it. Scenes of the story name it no more.
    """
    found = sheets.table(contents, file)
    id_, cells = found.cell(row, "id"), found.cells(row)
    result = with_table(contents, file, found.without(row))
    if file == "visits.csv" and id_:
        return scenes.without_event(_settled(result, id_, cells), f"{VISIT}{id_}")
    if file == "events.csv" and id_:
        return scenes.without_event(_without_claims(result, id_), id_)
    return result


def _without_claims(contents: dict[str, bytes], event: str) -> dict[str, bytes]:
    found = sheets.table(contents, "claims.csv")
    left = tuple(cells for row, cells in enumerate(found.rows) if found.cell(row, "event") != event)
    return contents if left == found.rows else sheets.put(contents, "claims.csv", replace(found, rows=left))


def _settled(contents: dict[str, bytes], visit: str, cells: Mapping[str, str]) -> dict[str, bytes]:
    """The contents with the events of a stop at its place, without it."""
    events = found = sheets.table(contents, "events.csv")
    for row in range(len(found.rows)):
        if found.cell(row, "visit") != visit:
            continue
        own = any(found.cell(row, column) for column in ("place", "latitude", "place_id"))
        told = {} if own else {column: cells.get(column, "") for column in _PLACE}
        when = {} if found.cell(row, "when") else {"when": cells.get("arrival", "")}
        events = events.written(row, {"visit": "", **told, **when})
    return contents if events == found else sheets.put(contents, "events.csv", events)
