"""The same table brought again into a tour that somebody has edited since: hand-made edits stay, conflicts are said.

`MADE` remembers for each record what the table made of it last time. What differs from that was done by hand.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from mapapp.foreign.sheets import Record, records, written
from mapapp.message import tr

MADE = "made.csv"
MERGED = ("sources.csv", "people.csv", "visits.csv", "events.csv")
WHOLE = ("tour.toml", "legs.csv")  # files that are kept or replaced as a whole
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


def made(files: Contents) -> bytes:
    """The memory of what a table made: a hash for each record."""
    rows = [
        {"file": name, "id": record.get("id", ""), "hash": _hash(record)}
        for name in MERGED if name in files
        for record in records(files[name])[1]
    ]  # fmt: skip
    rows += [{"file": name, "id": "", "hash": _digest(files[name])} for name in WHOLE if name in files]
    return written(("file", "id", "hash"), rows)


def _hash(record: Record) -> str:
    return _digest("\n".join(f"{name}={text}" for name, text in sorted(record.items()) if text).encode())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]


def merged(current: Contents, new: Contents) -> Merged:
    """What stands in a tour, with what its table says now. Files that a table does not make stay as they are."""
    told = {(row["file"], row["id"]): row["hash"] for row in records(current.get(MADE, b""))[1] if len(row) > 2}
    files, kept, conflicts = {**current, **new}, 0, list[Conflict]()
    for name in WHOLE:
        if name in current and _digest(current[name]) != told.get((name, "")):
            files[name], kept = current[name], kept + 1
    for name in MERGED:
        if name in current:
            merge = _Merge(name, {id_: hash_ for (file, id_), hash_ in told.items() if file == name})
            files[name] = merge.merged(current[name], new.get(name, b""))
            kept += merge.kept
            conflicts += merge.conflicts
    return Merged(files, kept, tuple(conflicts))


class _Merge:
    """The merge of one file; ``told`` are the hashes of what the table made last time, by id."""

    def __init__(self, file: str, told: Mapping[str, str]) -> None:
        self._file, self._told = file, told
        self.kept = 0
        self.conflicts: list[Conflict] = []

    def merged(self, current: bytes, new: bytes) -> bytes:
        names, own = records(current)
        more, made_now = records(new)
        mine, theirs = ({record.get("id", ""): record for record in rows} for rows in (own, made_now))
        found = [self._one(id_, mine.get(id_), theirs.get(id_)) for id_ in dict.fromkeys((*theirs, *mine))]
        return written(list(dict.fromkeys((*names, *more))), [record for record in found if record])

    def _one(self, id_: str, mine: Record | None, theirs: Record | None) -> Record | None:
        told = self._told.get(id_, "")
        if mine is None:
            if told and theirs and _hash(theirs) != told:
                self._say(id_, tr("The record was deleted by hand, and the table says something new of it."))
            return None if told else theirs
        if _hash(mine) == told:
            return theirs
        self.kept += 1
        if theirs is None and told:
            self._say(id_, tr("The record was edited by hand, and the table does not have it any more."))
        if theirs is not None and _hash(theirs) != told:
            columns = dict.fromkeys((*mine, *theirs))
            cells = ((c, mine.get(c, ""), theirs.get(c, "")) for c in columns)
            differing = tuple(cell for cell in cells if cell[1] != cell[2])
            if differing:
                self._say(id_, tr("The record was edited by hand, and the table says something else now."), differing)
        return mine

    def _say(self, id_: str, sentence: str, cells: tuple[tuple[str, str, str], ...] = ()) -> None:
        self.conflicts.append(Conflict(self._file, id_, sentence, cells))
