"""What differs between two states of a table or a tour: rows added, changed cell by cell, removed, unchanged."""

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mapapp.foreign.sheets import Record
from mapapp.message import Message, pattern, plural, series, tr

MOST_PAIRED = 400  # rows on each side that are compared with each other to find those that were changed
SAME = 0.8  # share of cells that two columns have in common, from which on they are one under two names
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
    pairs = _but_for_one_cell(before, after, gone, new)
    found += [_between(old, key, before[old], after[key]) for old, key in pairs]
    gone, new = (
        [k for k in keys if k not in done]
        for keys, done in ((gone, {p[0] for p in pairs}), (new, {p[1] for p in pairs}))
    )
    for key in list(new) if len(gone) <= MOST_PAIRED and len(new) <= MOST_PAIRED else ():
        best = max(gone, key=lambda old: alike(before[old], after[key]), default="")
        if best and alike(before[best], after[key]) >= ALIKE:
            found.append(_between(best, key, before[best], after[key]))
            gone.remove(best)
            new.remove(key)
    found += [Difference(Kind.ADDED, "", key, _cells({}, after[key])) for key in new]
    found += [Difference(Kind.REMOVED, key, "", _cells(before[key], {})) for key in gone]
    return found


def _but_for_one_cell(
    before: Mapping[str, Record], after: Mapping[str, Record], gone: Sequence[str], new: Sequence[str]
) -> list[tuple[str, str]]:
    """Pairs of rows that differ in one column alone, in their order, however long the table is."""
    pairs: dict[str, str] = {}
    names = list(dict.fromkeys(name for key in new for name in after[key]))
    for column in names if len(names) > 2 else ():
        there: dict[tuple[str, ...], deque[str]] = {}
        for key in gone:
            if key not in pairs:
                there.setdefault(_but(before[key], names, column), deque()).append(key)
        taken = set(pairs.values())
        for key in new:
            if key not in taken and (old := there.get(_but(after[key], names, column))):
                pairs[old.popleft()] = key
    return list(pairs.items())


def _but(row: Record, names: Sequence[str], column: str) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in names if name != column)


def renamed(before: Mapping[str, Record], after: Mapping[str, Record]) -> dict[str, str]:
    """Columns that are called otherwise now, because they say the same: the new names by the old ones."""
    old, new = (list(dict.fromkeys(name for row in rows.values() for name in row)) for rows in (before, after))
    left = [name for name in new if name not in old]
    found: dict[str, str] = {}
    for name in old:
        if name in new:
            continue
        texts = Counter(text for row in before.values() if (text := row.get(name)))
        for other in left:
            now = Counter(text for row in after.values() if (text := row.get(other)))
            if texts and (texts & now).total() >= SAME * max(texts.total(), now.total()):
                found[name] = other
                left.remove(other)
                break
    return found


def called(rows: Mapping[str, Record], names: Mapping[str, str]) -> dict[str, Record]:
    """The rows with other names of their columns."""
    return {key: {names.get(name, name): text for name, text in row.items()} for key, row in rows.items()}


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


def counts_words(found: Sequence[Difference], kinds: Iterable[Kind] = tuple(Kind)) -> Message:
    """How many rows there are of each kind, in words: ``1 added, 2 changed``."""
    counts = counted(found)
    said = {
        Kind.ADDED: plural(counts[Kind.ADDED], "{n} added", "{n} added"),
        Kind.CHANGED: plural(counts[Kind.CHANGED], "{n} changed", "{n} changed"),
        Kind.REMOVED: plural(counts[Kind.REMOVED], "{n} removed", "{n} removed"),
        Kind.UNCHANGED: plural(counts[Kind.UNCHANGED], "{n} unchanged", "{n} unchanged"),
    }
    return series(said[kind] for kind in kinds)


def row_words(one: Difference) -> Message:
    """What became of a row, with its key."""
    said = {
        Kind.ADDED: pattern("added row {row}"),
        Kind.CHANGED: pattern("changed row {row}"),
        Kind.REMOVED: pattern("removed row {row}"),
        Kind.UNCHANGED: pattern("unchanged row {row}"),
    }
    return tr(said[one.kind], row=one.after or one.before)


def counted(found: Sequence[Difference]) -> dict[Kind, int]:
    """How many rows there are of each kind."""
    return {kind: sum(1 for one in found if one.kind == kind) for kind in Kind}
