"""Names that a text may be a misspelling of.

Listed keys are grouped by their skeleton (`names.skeleton`). A slip of a vowel leaves the skeleton as it is; a slip of
one consonant gives a skeleton that is one change away. All keys of those few groups are compared by edit distance.
"""

import sqlite3
from collections.abc import Iterable
from functools import lru_cache

from mapapp.geocoding.gazetteer.letters import latin
from mapapp.geocoding.gazetteer.skeletons import DOUBLED, skeleton

_LETTERS = "PTKSNLR"
_LONGEST_GROUP = 300  # keys of one skeleton, the largest places first: "SN" alone has thousands


def allowed_edits(length: int) -> int:
    """How many letters may be wrong in a name of this length and still be a slip of the pen."""
    return 0 if length < 4 else 1 if length < 7 else 2 if length < 12 else 3


def variants(key: str, other: str) -> bool:
    """Whether two keys are spellings of one name (Marrakech, Marrakesh) rather than two names (Bombay, Mumbai)."""
    from rapidfuzz.distance import OSA

    allowed = max(1, min(len(key), len(other)) // 4)
    return OSA.distance(latin(key), latin(other), score_cutoff=allowed) <= allowed


def nearest(key: str, listed: list[str]) -> list[str]:
    """Of a short list of keys those with the fewest edits from a key, if few enough for a slip of the pen."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    limit = allowed_edits(len(key) - 1) if len(key) > 5 else 0
    found = process.extract(key, listed, scorer=OSA.distance, score_cutoff=limit, limit=20) if limit else []
    best = min((edits for _, edits, _ in found), default=0)
    return [name for name, edits, _ in found if edits == best and name[:1] == key[:1]]


def near(db: sqlite3.Connection, key: str, extra: Iterable[str] = ()) -> list[tuple[str, int]]:
    """Listed Latin keys near a key, with the edits between them, nearest first; ``extra`` keys are compared too.

    An edit is a letter put in, left out, exchanged, or swapped with its neighbour (optimal string alignment).
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    limit = allowed_edits(len(key))
    if not limit or not key.isascii() or len(key) > 40:
        return []
    listed = [*_listed(db, skeleton(key)), *extra]
    found = process.extract(key, listed, scorer=OSA.distance, score_cutoff=limit, limit=40)
    best = {name: int(edits) for name, edits, _ in reversed(found)}
    return sorted(best.items(), key=lambda pair: pair[1])


def _listed(db: sqlite3.Connection, bones: str) -> list[str]:
    """The keys of a skeleton and its neighbours. To leave out those of another length takes longer than to compare."""
    neighbours = sorted(_neighbours(bones))
    marks = ",".join("?" * len(neighbours))
    listed: list[str] = []
    for (keys,) in db.execute(f"SELECT keys FROM sound WHERE skeleton IN ({marks})", neighbours):
        listed += keys.split("\n", _LONGEST_GROUP)[:_LONGEST_GROUP]
    return listed


@lru_cache(256)  # each holds some 200 texts, and a long table has few skeletons twice
def _neighbours(bones: str) -> frozenset[str]:
    """The skeleton itself and all that are one consonant away, nothing doubled."""
    start, rest = ("*", bones[1:]) if bones.startswith("*") else ("", bones)
    cuts = [(rest[:i], rest[i:]) for i in range(len(rest) + 1)]
    changed = {rest}
    changed |= {a + b[1:] for a, b in cuts if b}
    changed |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    changed |= {a + c + b[1:] for a, b in cuts if b for c in _LETTERS}
    changed |= {a + c + b for a, b in cuts for c in _LETTERS}
    changed |= {a + c + a[-1] + b for a, b in cuts if a for c in _LETTERS}  # the letter that kept two equal ones apart
    changed = {DOUBLED.sub(r"\1", c) for c in changed}
    starts = {start, "" if start else "*"} if len(rest) > 1 else {start}
    return frozenset(s + c for s in starts for c in changed if c)
