"""The same table brought again into a tour that somebody has edited since: hand-made edits stay, conflicts are said.

`MADE` remembers what the table made of each record last time, cell by cell. What differs from that was done by hand.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, pairwise

from mapapp.catalogue.columns import COLUMNS
from mapapp.catalogue.sources import COLUMNS as SOURCES
from mapapp.foreign.sheets import Record, records, records_one_by_one, written
from mapapp.message import tr
from mapapp.tables import settings
from mapapp.tables.edits import OVERRULING

MADE = "made.csv"
MERGED = ("sources.csv", "people.csv", "visits.csv", "events.csv", "legs.csv")
SETTINGS = "tour.toml"
TOGETHER = (  # cells that say one thing between them: they are taken from one side
    ("place", "country", *OVERRULING),
    ("arrival", "departure"),
    ("source", "locator"),
)
_REFERS = {  # columns that hold ids, and of which file those are
    "traveller": "people.csv",
    "participants": "people.csv",
    "visit": "visits.csv",
    "from": "visits.csv",
    "to": "visits.csv",
    "event": "events.csv",
    "source": "sources.csv",
}
_NAMED = {"legs.csv": ("from", "to")}  # the columns that name a record where it has no id
_MADE = ("file", "id", "hash", "cells")
Contents = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A record that was edited by hand and that the table now says otherwise; the hand-made one is kept.

    ``cells`` are columns with what stands in the tour and what the table says; none where one of them lacks the record.
    """

    file: str
    id: str
    sentence: str
    cells: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The files of a tour after a merge, how many hand-made records were kept, and what is in conflict."""

    files: dict[str, bytes] = field(default_factory=dict)
    kept: int = 0
    conflicts: tuple[Conflict, ...] = ()


def columns_of(file: str) -> tuple[str, ...]:
    """The columns that a table of a tour may have."""
    return tuple(column.name for column in (SOURCES if file == "sources.csv" else COLUMNS[file]))


def made(files: Contents) -> bytes:
    """The memory of what a table made: a hash for each record and for each of its cells."""
    rows = (
        {"file": name, "id": key, "hash": _hash(record), "cells": _joined(_cells(record))}
        for name in MERGED if name in files
        for key, record in _named(name, records_one_by_one(files[name], columns_of(name))[1])
    )  # fmt: skip
    whole = (
        {"file": SETTINGS, "id": "", "hash": _digest(data), "cells": _joined(_cells(settings.texts(data)))}
        for data in (files.get(SETTINGS),) if data is not None
    )  # fmt: skip
    return written(_MADE, chain(rows, whole))


def _keyed(file: str, data: bytes) -> tuple[list[str], dict[str, Record]]:
    """The columns of a file and its records by what names them; a second one of a name has its number behind it."""
    names, rows = records(data, columns_of(file))
    return names, dict(_named(file, rows))


def _named(file: str, rows: Iterable[Record]) -> Iterator[tuple[str, Record]]:
    """The records of a file, each with its unique name before it."""
    found = set[str]()
    for record in rows:
        key = " · ".join(record.get(name, "") for name in _NAMED.get(file, ("id",)))
        number = 1
        while (unique := key if key and number == 1 else f"{key} ({number})") in found:
            number += 1
        found.add(unique)
        yield unique, record


def _hash(record: Record) -> str:
    return _digest("\n".join(f"{name}={text}" for name, text in sorted(record.items()) if text).encode())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]


def _cells(record: Record) -> dict[str, str]:
    """A hash for each cell that says something."""
    return {name: _digest(text.encode())[:8] for name, text in record.items() if text}


def merged(current: Contents, new: Contents, taken: Collection[tuple[str, str]] = ()) -> Merged:
    """What stands in a tour, with what its table says now. Files that a table does not make stay as they are.

    What a record made by hand names stays with it. ``taken`` are conflicts, by file and id, in which the table is
    right. Raises UnicodeDecodeError where a table of the tour is no text.
    """
    needed: set[tuple[str, str]] = set()
    while True:
        found = _merged(current, new, taken, needed)
        missing = _missing(current, found.files) - needed - {*taken}
        if not missing:
            return found
        needed |= missing


def _merged(
    current: Contents, new: Contents, taken: Collection[tuple[str, str]], needed: Collection[tuple[str, str]]
) -> Merged:
    told = {(row.get("file", ""), row.get("id", "")): row for row in records(current.get(MADE, b""), _MADE)[1]}
    files, kept, conflicts = {**current, **new}, 0, list[Conflict]()
    if SETTINGS in current and SETTINGS in new:
        memory = told.get((SETTINGS, ""), {})
        files[SETTINGS], kept, conflicts = _settings(current[SETTINGS], new[SETTINGS], memory, (SETTINGS, "") in taken)
    for name in MERGED:
        if name in current:
            memories = {id_: row for (file, id_), row in told.items() if file == name}
            own = ({id_ for file, id_ in ids if file == name} for ids in (taken, needed))
            merge = _Merge(name, memories, *own)
            files[name] = merge.merged(current[name], new.get(name, b""))
            kept += merge.kept
            conflicts += merge.conflicts
    return Merged(files, kept, tuple(conflicts))


def _missing(current: Contents, files: Contents) -> set[tuple[str, str]]:
    """Records of the tour, by file and id, that others name after a merge and that are not there any more."""
    there, was = ({name: _ids(side, name) for name in MERGED} for side in (files, current))
    found = set[tuple[str, str]]()
    for file in (*MERGED, "claims.csv", "figures.csv", "callouts.csv"):
        for record in records(files.get(file, b""), columns_of(file))[1]:
            named = ((of, id_.strip()) for column, of in _REFERS.items() for id_ in record.get(column, "").split(";"))
            found |= {(of, id_) for of, id_ in named if id_ in was[of] and id_ not in there[of]}
    return found


def _ids(files: Contents, file: str) -> set[str]:
    return {record.get("id", "") for record in records(files.get(file, b""), columns_of(file))[1]} - {""}


def _settings(mine: bytes, theirs: bytes, memory: Record, table_is_right: bool) -> tuple[bytes, int, list[Conflict]]:
    """tour.toml with what the table says now, key by key; whether something in it was done by hand, and conflicts."""
    ours, new, told = settings.texts(mine), settings.texts(theirs), _remembered(memory)
    if memory.get("hash") == _digest(mine):
        told = _cells(ours)
    elif not told:  # as it was remembered once: nobody knows which key was written by hand
        return mine, 1, []
    by_hand = {key for key in {*ours, *told} if _cells(ours).get(key) != told.get(key)}
    differing = tuple((key, ours.get(key, ""), said) for key, said in new.items() if said != ours.get(key, ""))
    both = tuple(
        cell for cell in differing if cell[0] in by_hand and _digest(cell[2].encode())[:8] != told.get(cell[0])
    )
    for key, _, _ in differing:
        said = settings.values(theirs)[key]
        if isinstance(said, (str, list)) and (key not in by_hand or table_is_right):
            mine = settings.with_value(mine, key, said)
    sentence = tr("The record was edited by hand, and the table says something else now.")
    return mine, int(bool(by_hand)), [Conflict(SETTINGS, "", sentence, both)] if both else []


class _Merge:
    """The merge of one file; ``told`` is what is remembered of each record, ``taken`` are ids whose table is right.

    ``needed`` are ids that something made by hand names.
    """

    def __init__(
        self, file: str, told: Mapping[str, Record], taken: Collection[str], needed: Collection[str] = ()
    ) -> None:
        self._file, self._told, self._taken, self._needed = file, told, taken, needed
        self.kept = 0
        self.conflicts: list[Conflict] = []

    def merged(self, current: bytes, new: bytes) -> bytes:
        names, mine = _keyed(self._file, current)
        more, theirs = _keyed(self._file, new)
        order = _order(list(theirs), list(mine), list(self._told))
        found = [self._one(key, mine.get(key), theirs.get(key)) for key in order]
        return written(list(dict.fromkeys((*names, *more))), [record for record in found if record])

    def _one(self, key: str, mine: Record | None, theirs: Record | None) -> Record | None:
        memory = self._told.get(key)
        told, taken = memory.get("hash", "") if memory else "", key in self._taken
        if mine is None:
            if told and theirs and _hash(theirs) != told:
                self._say(key, tr("The record was deleted by hand, and the table says something new of it."))
            return theirs if taken or not told else None
        if _hash(mine) == told:
            return {**mine, **theirs} if theirs else self._named_by_hand(key, mine)
        self.kept += 1
        if theirs is None:
            if told:
                self._say(key, tr("The record was edited by hand, and the table does not have it any more."))
            return None if told and taken else mine
        if told and _hash(theirs) == told:
            return mine
        return self._by_cell(key, mine, theirs, _remembered(memory))

    def _named_by_hand(self, key: str, mine: Record) -> Record | None:
        """A record that the table does not have any more, where something names it that somebody made by hand."""
        if key not in self._needed:
            return None
        self._say(key, tr("The table does not have the record any more, and something made by hand names it."))
        return mine

    def _by_cell(self, key: str, mine: Record, theirs: Record, told: Mapping[str, str]) -> Record:
        """The cells that somebody edited as they are, all others as the table has them."""
        ours, new, result = _cells(mine), _cells(theirs), dict(mine)
        differing: list[tuple[str, str, str]] = []
        for columns in _parts(theirs):
            by_hand = any(ours.get(c) != told.get(c) for c in columns)
            by_table = any(new.get(c) != told.get(c) for c in columns)
            cells = [(c, mine.get(c, ""), theirs.get(c, "")) for c in columns if ours.get(c) != new.get(c)]
            if by_hand and by_table:
                differing += cells
            if by_table and (not by_hand or key in self._taken):
                result |= {c: told_now for c, _, told_now in cells}
        if differing:
            sentence = tr("The record was edited by hand, and the table says something else now.")
            self._say(key, sentence, tuple(differing))
        return result

    def _say(self, id_: str, sentence: str, cells: tuple[tuple[str, str, str], ...] = ()) -> None:
        self.conflicts.append(Conflict(self._file, id_, sentence, cells))


def _joined(cells: Mapping[str, str]) -> str:
    return ";".join(f"{name}={hash_}" for name, hash_ in cells.items())


def _remembered(memory: Record | None) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in (memory or {}).get("cells", "").split(";"))
    return {name: hash_ for name, _, hash_ in pairs if hash_}


def _parts(record: Record) -> list[tuple[str, ...]]:
    """The columns that a table makes, those that belong together in one."""
    bound = {column for columns in TOGETHER for column in columns}
    return [columns for columns in TOGETHER if set(columns) & record.keys()] + [
        (column,) for column in record if column not in bound
    ]


def _order(theirs: list[str], mine: list[str], told: list[str]) -> list[str]:
    """The records in the order of the tour, or of the table where that has another one than last time.

    What only one side has stands behind what it stood behind there.
    """
    same = [key for key in told if key in theirs] == [key for key in theirs if key in told]
    order, other = (list(mine), theirs) if same else (list(theirs), mine)
    there = set(order)
    for before, key in pairwise(["", *other]):
        if key not in there:
            order.insert(order.index(before) + 1 if before in there else 0, key)
            there.add(key)
    return order
