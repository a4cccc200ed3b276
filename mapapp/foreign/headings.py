"""Which line of a table names its columns, in which words, and what stands above it."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mapapp.files import DATA
from mapapp.folding import fold
from mapapp.foreign.opening import Lines
from mapapp.foreign.records import DATES, Role
from mapapp.message import tr

FILE = DATA / "headings" / "words.csv"
_LOOKED = 30  # lines among which the headings are looked for
_LONGEST = 60  # characters of a heading; more is a sentence
_FIGURES = re.compile(r"\d")
_COUNTED = re.compile(r"(?<=\w)[ _-]?\d$")  # "City 2"
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)")
_PARTS = re.compile(r"[/|,\n:;–—-]| & | and | и | und | et | y | e ")
_OWN = re.compile(r"(?:s[iı]|[iı]|си|и|с[ыі]|[ыі])$")  # "its", which Turkic languages hang on a word
_BRACKET = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_GENERAL = (
    "name",
    "type",
    "no",
    "st",
    "x",
    "y",
    "de",
    "du",
    "с",
    "по",
    "с кем",
    "от",
    "a",
    "au",
    "with",
    "con",
    "com",
    "mit",
    "avec",
    "км",
    "official",
    "al",
    "dal",
    "do",
    "od",
    "до",
    "з",
    "من",
    "م",
    "van",
    "tot",
    "de la",
    "till",
    "son",
    "var",
    "mål",
    "国",
    "από",
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings by column, the line of the last of them (0: there are none), and the texts of the lines above."""

    names: tuple[str, ...]
    line: int
    above: tuple[str, ...] = ()
    said: str = ""


@cache
def words() -> Mapping[str, frozenset[Role]]:
    """The roles that a folded heading may name, in whatever language."""
    found: dict[str, set[Role]] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for language, listed in row.items():
                for word in listed.split(";") if language != "role" else ():
                    found.setdefault(key(word), set()).add(Role(row["role"]))
    return {word: frozenset(roles) for word, roles in found.items() if word}


@cache
def _spoken() -> Mapping[str, frozenset[str]]:
    """The languages that have a heading."""
    found: dict[str, set[str]] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for language, listed in row.items():
                for word in listed.split(";") if language != "role" else ():
                    found.setdefault(key(word), set()).add(language)
    return {word: frozenset(spoken) for word, spoken in found.items() if word}


def languages_of(names: Sequence[str]) -> frozenset[str]:
    """The codes of the languages in which most of the headings are, several where they do not tell them apart."""
    said = Counter(code for name in names for code in _spoken().get(key(_BRACKET.sub(" ", name)), ()))
    return frozenset(code for code, count in said.items() if count == max(said.values()))


def key(text: str) -> str:
    """What spellings of a heading have in common."""
    return fold(text) or text.strip()


def named(heading: str) -> tuple[Role, ...]:
    """The roles that a heading may name: as it stands, without brackets, or by words in it; none where it says none.

    Of a heading of several words the last one counts most ("meeting date"), then the first ("data da reunião").
    """
    if len(heading) > _LONGEST * 2 or not heading.strip():
        return ()
    bare = _BRACKET.sub(" ", heading)
    apart = _CAMEL.sub(" ", bare)
    for text in (heading, bare, apart, re.sub(r"\d+\s*$", "", apart)):
        if found := words().get(key(text)):
            return tuple(role for role in Role if role in found)
    if found := words().get(_OWN.sub("", key(apart))):
        return tuple(role for role in Role if role in found)
    pieces = [piece for piece in _PARTS.split(bare) if piece.strip()]
    if len(pieces) > 1 and key(pieces[0]) in words():
        return tuple(dict.fromkeys(role for piece in pieces for role in Role if role in words().get(key(piece), ())))
    return tuple(dict.fromkeys(_within(key(apart).split())))


def _within(parts: Sequence[str]) -> Iterator[Role]:
    """The roles of words in a heading that are headings themselves; short general words are none."""
    spans = [(start, end) for start in range(len(parts)) for end in range(start + 1, min(start + 3, len(parts)) + 1)]
    for start, end in sorted(spans, key=lambda span: (-span[1], span[0]) if span[1] == len(parts) else (0, span[0])):
        text = " ".join(parts[start:end])
        if text not in _GENERAL and len(text) > 1:
            yield from (role for role in Role if role in words().get(text, ()))


def exact(heading: str) -> bool:
    """Whether the whole heading is a word for a column."""
    return key(_BRACKET.sub(" ", heading)) in words()


def heading_of(lines: Lines, width: int, chosen: int | None) -> Heading:
    """The headings of a table. ``chosen`` is the line that somebody named, 0 for none, None to find it."""
    if chosen == 0:
        return Heading(_names([], width), 0)
    head = lines[:_LOOKED]
    at = next((i for i, (line, _) in enumerate(head) if line == chosen), None) if chosen else _found(head)
    if at is None:
        said = tr("No line names the columns; what they are is told by their cells.")
        return Heading(_names([], width), 0, _titles(head, width), said)
    rows = [head[at][1]]
    if at + 1 < len(head) and _goes_on(rows[0], head[at + 1][1]):
        rows.append(head[at + 1][1])
    elif at and _stands_over(head[at - 1][1], rows[0]):
        rows.insert(0, head[at - 1][1])
        at -= 1
    above = tuple(" ".join(dict.fromkeys(filter(None, cells))) for _, cells in head[:at])
    return Heading(_names(rows, width), head[at + len(rows) - 1][0], above)


def _titles(head: Lines, width: int) -> tuple[str, ...]:
    """The lines of one cell with which a table of several columns begins."""
    alone = [[cell for cell in cells if cell] for _, cells in head]
    first = next((at for at, cells in enumerate(alone) if len(cells) > 1), 0)
    return tuple(cells[0] for cells in alone[:first]) if width > 1 else ()


def tells(lines: Lines) -> bool:
    """Whether headings name a place and a date: a table of travel rather than a cover page or a list of codes."""
    at = _found(lines[:_LOOKED])
    roles = {role for name in (lines[at][1] if at is not None else ()) for role in named(name)}
    return not roles.isdisjoint((Role.PLACE, Role.COUNTRY, Role.VENUE)) and not roles.isdisjoint(DATES)


def _found(head: Lines) -> int | None:
    scores = [_score(cells) for _, cells in head]
    best = max(range(len(head)), key=lambda i: (scores[i], -i), default=None)
    if best is not None and scores[best] >= 1.5:
        return best
    return _by_shape(head)


def _score(cells: Sequence[str]) -> float:
    """How much a line looks like headings: words for columns, and few other cells."""
    filled = [cell for cell in cells if cell]
    if not filled or max(map(len, filled)) > _LONGEST * 3:
        return 0.0
    distinct = dict.fromkeys(filled)  # "Nil return" under each heading names no column
    fully = sum(1 for cell in distinct if exact(cell))
    partly = sum(
        1
        for cell in distinct
        if len(cell) <= _LONGEST and not exact(cell) and named(cell) and not _FIGURES.search(_COUNTED.sub("", cell))
    )
    figures = sum(1 for cell in filled if _FIGURES.match(cell))
    if len(filled) == 1:
        return 0.0 if not fully else 1.0
    return (fully + 0.6 * partly) * (fully + partly) / len(filled) + 0.2 * fully - figures


def _by_shape(head: Lines) -> int | None:
    """The first line without figures above lines that have figures in its columns: headings of an unknown language."""
    for at, (_, cells) in enumerate(head[:6]):
        filled = [i for i, cell in enumerate(cells) if cell]
        below = [other for _, other in head[at + 1 : at + 12]]
        if (
            len(filled) < 2
            or len(below) < 2
            or any(_FIGURES.search(cells[i]) or len(cells[i]) > _LONGEST for i in filled)
        ):
            continue
        figured = [sum(1 for other in below if i < len(other) and _FIGURES.search(other[i])) for i in filled]
        if max(figured) >= 0.8 * len(below):
            return at
    return None


def _goes_on(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the second line belongs to the headings: it names what stands beneath a wide or empty heading."""
    filled = [i for i, cell in enumerate(second) if cell]
    if not filled or any(_FIGURES.search(second[i]) or len(second[i]) > _LONGEST for i in filled):
        return False
    told = sum(1 for i in filled if exact(second[i]) or named(second[i]))
    missing = any(i >= len(first) or not first[i] or first[i] == second[i] for i in filled)
    return told >= max(1, 0.6 * len(filled)) and missing


def _stands_over(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the first line belongs to the headings: all of it names columns, one of them without another below."""
    filled = [i for i, cell in enumerate(first) if cell]
    if len({first[i] for i in filled}) < 2 or any(_FIGURES.search(first[i]) for i in filled):
        return False
    alone = any(i >= len(second) or not second[i] for i in filled)
    return alone and all(exact(first[i]) for i in filled)


def _names(rows: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """The headings of all columns; of two lines both, the upper one carried over the columns that it stands above."""
    if not rows:
        return ("",) * width
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    if len(padded) == 1:
        return tuple(" ".join(name.split()) for name in padded[0])
    upper, lower = padded
    carried, last = [], ""
    for above, below in zip(upper, lower, strict=True):
        last = above or (last if below else "")
        carried.append(last)
    return tuple(
        " ".join(dict.fromkeys(filter(None, (above, below)))) for above, below in zip(carried, lower, strict=True)
    )
