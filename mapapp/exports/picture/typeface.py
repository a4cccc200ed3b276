"""Letters: the typeface, how wide a text is, and how it is broken into lines.

Letters are joined, reordered and laid out in their direction by matplotlib itself, through HarfBuzz and libraqm.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.textpath import text_to_path

from mapapp.words.direction import LEFTWARD, RIGHTWARD, leftward, turned

FOLDER = Path(__file__).parent / "fonts"  # scripts/build-picture-fonts makes them
FILES = {"mapapp Sans": ("Regular.ttf", "Bold.ttf", "Italic.ttf"), "mapapp Wide": ("Wide.ttf",)}
SCRIPTS = ("Bengali", "Devanagari", "Ethiopic", "Khmer", "Myanmar", "Sinhala", "Tamil", "Thai", "Emoji")
FALLBACK = "DejaVu Sans"  # ships with matplotlib; has Arabic, Hebrew, Armenian, Lao and symbols
EAST_ASIAN = (  # of the system, the first that is there: they weigh 5 to 30 MB
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", "Source Han Sans SC", "Noto Sans SC", "PingFang SC",
    "Hiragino Sans GB", "Hiragino Sans", "Apple SD Gothic Neo", "Microsoft YaHei", "Yu Gothic", "Malgun Gothic",
    "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Droid Sans Fallback", "Arial Unicode MS",
)  # fmt: skip
CAP_HEIGHT = 0.714  # of the size; of Noto Sans
LEADING = 1.36  # from base line to base line, of the size
LONGEST = 3000  # characters of one text that are looked at; no sheet has room for more

JOINERS = "\u200c\u200d"  # tell whether the letters beside them join; Persian and Hindi need them

for _file in (*(_name for _names in FILES.values() for _name in _names), *(f"{_script}.ttf" for _script in SCRIPTS)):
    fontManager.addfont(FOLDER / _file)
for _entry in [e for e in fontManager.ttflist if e.name.removeprefix("mapapp ") in (*SCRIPTS, *EAST_ASIAN)]:
    fontManager.ttflist.append(replace(_entry, weight=700))  # without a bold one, matplotlib would warn at every letter


@dataclass(frozen=True, slots=True)
class Font:
    """A size in pixels, and a style. ``wide`` sets letters apart, for names of countries."""

    size: float
    bold: bool = False
    italic: bool = False
    wide: bool = False

    @property
    def properties(self) -> FontProperties:
        """As matplotlib wants it, whose sizes are points."""
        return _properties(self)

    def width(self, words: str) -> float:
        """How wide a line of text is, in pixels."""
        return _unit_width(plain(words), replace(self, size=100.0)) * self.size / 100

    @property
    def leading(self) -> float:
        """From one base line to the next, in pixels."""
        return self.size * LEADING

    @property
    def cap(self) -> float:
        """The height of a capital, in pixels."""
        return self.size * CAP_HEIGHT


@dataclass(frozen=True, slots=True)
class Ink:
    """How words are written: ``align`` says what part of them stands at the point, ``halo`` is a colour or ""."""

    font: Font
    colour: str
    align: Literal["left", "center", "right"] = "left"
    halo: str = ""


@lru_cache(maxsize=1000)
def _properties(font: Font) -> FontProperties:
    return FontProperties(
        family=["mapapp Wide" if font.wide else "mapapp Sans", *_others()],
        weight="bold" if font.bold else "normal",
        style="italic" if font.italic else "normal",
        size=font.size * 0.75,
    )


@lru_cache(maxsize=20_000)
def _unit_width(words: str, font: Font) -> float:
    width, _, _ = text_to_path.get_text_width_height_descent(words, font.properties, ismath=False)
    return width / 0.75


@lru_cache(maxsize=1)
def _others() -> tuple[str, ...]:
    """The families that are asked for letters which the typeface has not, in order."""
    known = {entry.name for entry in fontManager.ttflist}
    return FALLBACK, *(f"mapapp {script}" for script in SCRIPTS), *(name for name in EAST_ASIAN if name in known)


@lru_cache(maxsize=1)
def _drawable() -> frozenset[int]:
    paths = [str(FOLDER / "Regular.ttf"), *(fontManager.findfont(FontProperties(family=f)) for f in _others())]
    return frozenset(code for path in paths for code in get_font(path).get_charmap())


def undrawn(texts: Iterable[str]) -> tuple[str, ...]:
    """The scripts of letters in the texts that no font here has, by their names in Unicode: "Tibetan", "Hangul"."""
    letters = {c for text in texts for c in set(text[: 2 * LONGEST]) if ord(c) not in _drawable()}
    names = (unicodedata.name(c, f"U+{ord(c):04X}") for c in sorted(letters) if unicodedata.category(c)[0] in "LNS")
    return tuple(dict.fromkeys(name.split()[0].title().replace("Cjk", "Han") for name in names))


@lru_cache(maxsize=20_000)
def plain(words: str) -> str:
    """The text as one line that the fonts can show.

    Breaks and runs of spaces become one space, control characters and marks that turn the direction of writing go, but
    for the mark of ours at the beginning of a line; a letter that no font has becomes an empty square.
    """
    mark = words[:1] if words[:1] in (LEFTWARD, RIGHTWARD) else ""
    shown = []
    for character in words[: 2 * LONGEST]:
        category = unicodedata.category(character)
        if category[0] == "Z" or character in "\t\r\n\x0b\x0c\x85":
            shown.append(" ")
        elif category[0] == "C" and character not in JOINERS:
            continue
        elif ord(character) in _drawable():
            shown.append(character)
        elif category[0] in "LN" or category == "So":
            shown.append("□")
    line = " ".join("".join(shown).split())[:LONGEST]
    return mark + line if line else ""


def shortened(words: str, font: Font, width: float) -> str:
    """The text, cut with an ellipsis where it is wider than so many pixels."""
    words = plain(words)
    if font.width(words) <= width:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if font.width(words[:middle].rstrip() + "…") <= width else (low, middle - 1)
    return words[:low].rstrip() + "…"


def wrapped(words: str, font: Font, width: float, most: int = 99) -> list[str]:
    """The text in at most so many lines of a width in pixels; a word that is wider is cut, as is the last line."""
    lines: list[str] = []
    left = leftward(plain(words))
    space = font.width("n n") - font.width("nn")  # words are measured one by one, so that each is measured once
    rest = plain(words).split(" ")
    while rest and rest[0] and len(lines) < most:
        if len(lines) == most - 1:
            lines.append(turned(shortened(" ".join(rest), font, width), left))
            break
        count, used = 1, font.width(rest[0])
        while count < len(rest) and (used := used + space + font.width(rest[count])) <= width:
            count += 1
        lines.append(turned(shortened(" ".join(rest[:count]), font, width), left))
        rest = rest[count:]
    return lines
