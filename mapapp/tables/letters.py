"""Which code page a text is in that is not UTF-8: that under which its letters stand side by side as in a language.

The table of pairs of letters is derived from CLDR by `scripts/build-letters`.
"""

import csv
import math
from collections import Counter
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from mapapp.message import tr
from mapapp.pattern import lazy

FILE = Path(__file__).parents[2] / "data" / "letters" / "pairs.csv"
NAMES = {  # the commoner ones first: where two give one text, it is called by the first
    "cp1252": tr("Western European (Windows-1252)"),
    "cp1251": tr("Cyrillic (Windows-1251)"),
    "cp1250": tr("Central European (Windows-1250)"),
    "cp1254": tr("Turkish (Windows-1254)"),
    "cp1253": tr("Greek (Windows-1253)"),
    "cp1257": tr("Baltic (Windows-1257)"),
    "kz1048": tr("Kazakh (KZ-1048)"),
}
SURE = 4.0  # natural logarithm of how many times likelier one code page has to be than every other: 55 times
READ = 200_000  # bytes that are looked at; more tell nothing new
COMMON = {"cp1252": 2.0, "cp1251": 2.0}  # logarithms of how much commoner files in these are than in the others
_RARE, _FOREIGN = (
    0.2,
    0.005,
)  # times that a pair may be thought seen which never was: of letters of the language, or not
_STRANGE = 8.0  # against a sign within a word, and a word of two alphabets
_OTHER_ALPHABETS = lazy("[\u0370-\u052f]")
_RUN = lazy(rb"(?<![A-Za-z\x80-\xff'-])[A-Za-z'-]*+[\x80-\xff][A-Za-z\x80-\xff'-]*+")


class Guess(NamedTuple):
    """A code page, and another that is nearly as likely and would give another text, "" where none is."""

    encoding: str
    rival: str = ""


def pairs(text: str) -> Counter[str]:
    """The pairs of neighbouring letters of a text in small letters, ``_`` for the ends of words."""
    words = "".join(c if c.isalpha() else " " for c in text.lower())
    padded = f"_{'_'.join(words.split())}_"
    return Counter(a + b for a, b in pairwise(padded))


def guessed(data: bytes) -> Guess | None:
    """The code page of a text that is not UTF-8; None where no language has such letters."""
    found = b" ".join(_RUN.findall(data[:READ]))
    scores: dict[str, float] = {}
    named: dict[str, str] = {}  # by text: code pages under which it is the same need no choice
    for encoding in NAMES:
        try:
            text = found.decode(encoding)
        except UnicodeDecodeError:
            continue
        named.setdefault(text, encoding)
        scores[text] = max(scores.get(text, -math.inf), _score(text, encoding))
    ranked = sorted(scores, key=lambda text: -scores[text])
    if not ranked:
        return None
    doubtful = len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < SURE
    return Guess(named[ranked[0]], named[ranked[1]] if doubtful else "")


def _score(text: str, encoding: str) -> float:
    """The logarithm of how likely the letters beyond ASCII are in that language of the code page that fits best."""
    seen = [(pair, count) for pair, count in pairs(text).items() if not pair.isascii()]
    strange = sum(1 for c in text if not c.isascii() and not c.isalpha())
    mixed = sum(n for pair, n in seen if len(_OTHER_ALPHABETS.findall(pair)) == 1 and "_" not in pair)
    return (
        COMMON.get(encoding, 0.0) - _STRANGE * (strange + mixed) + max(map(partial(_likely, seen), _table()[encoding]))
    )


def _likely(seen: list[tuple[str, int]], language: "Language") -> float:
    return sum(count * math.log(language.times(pair) / language.total) for pair, count in seen)


class Language(NamedTuple):
    """Pairs with how often they are seen, the letters that are in them, and the number of all pairs."""

    known: dict[str, int]
    letters: frozenset[str]
    total: int

    def times(self, pair: str) -> float:
        """How often a pair is, or may be thought, seen."""
        return self.known.get(pair) or (_RARE if all(c.isascii() or c in self.letters for c in pair) else _FOREIGN)


@cache
def _table() -> dict[str, list[Language]]:
    """The languages of each code page."""
    found: dict[str, list[Language]] = {name: [] for name in NAMES}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            known = {told[:2]: int(told[2:]) for told in row["pairs"].split()}
            found[row["encoding"]].append(Language(known, frozenset("".join(known)), int(row["all"])))
    return found
