"""What differs between two states of a table or a tour: rows added, changed cell by cell, removed, unchanged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mapapp.foreign.sheets import Record

MOST_PAIRED = 400  # rows on each side that are compared with each other to find those that were changed
ALIKE = 0.5  # share of equal cells from which on two rows are one that was changed


class Kind(StrEnum):
    """What became of a row."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Difference:
    """A row with its keys before and after, "" where it is not there; ``cells`` are column, before and after."""

    kind: Kind
    before: str
    after: str
    cells: tuple[tuple[str, str, str], ...] = ()


def differences(before: Mapping[str, Record], after: Mapping[str, Record]) -> list[Difference]:
    """What became of each row, given by its key; rows whose key changed are found by their other cells."""
    found = [_between(key, key, before[key], after[key]) for key in after if key in before]
    gone = [key for key in before if key not in after]
    new = [key for key in after if key not in before]
    for key in list(new) if len(gone) <= MOST_PAIRED and len(new) <= MOST_PAIRED else ():
        best = max(gone, key=lambda old: alike(before[old], after[key]), default="")
        if best and alike(before[best], after[key]) >= ALIKE:
            found.append(_between(best, key, before[best], after[key]))
            gone.remove(best)
            new.remove(key)
    found += [Difference(Kind.ADDED, "", key, _cells({}, after[key])) for key in new]
    found += [Difference(Kind.REMOVED, key, "", _cells(before[key], {})) for key in gone]
    return found


def alike(one: Record, other: Record) -> float:
    """The share of cells that are equal among those that one of two rows has filled."""
    filled = [name for name in dict.fromkeys((*one, *other)) if one.get(name) or other.get(name)]
    return sum(1 for name in filled if one.get(name) == other.get(name)) / len(filled) if filled else 0.0


def _between(old: str, new: str, before: Record, after: Record) -> Difference:
    cells = _cells(before, after)
    return Difference(Kind.CHANGED if cells else Kind.UNCHANGED, old, new, cells)


def _cells(before: Record, after: Record) -> tuple[tuple[str, str, str], ...]:
    names: Iterable[str] = dict.fromkeys((*before, *after))
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(pair for pair in pairs if pair[1] != pair[2])


def counted(found: Sequence[Difference]) -> dict[Kind, int]:
    """How many rows there are of each kind."""
    return {kind: sum(1 for one in found if one.kind == kind) for kind in Kind}
