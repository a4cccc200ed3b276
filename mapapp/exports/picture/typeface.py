"""Letters: the typeface, how wide a text is, and how it is broken into lines."""

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.textpath import text_to_path

FOLDER = Path(__file__).parent / "fonts"  # scripts/build-picture-fonts makes them
FILES = {"mapapp Sans": ("Regular.ttf", "Bold.ttf", "Italic.ttf"), "mapapp Wide": ("Wide.ttf",)}
FALLBACK = "DejaVu Sans"  # ships with matplotlib; has Arabic, Hebrew, Armenian and symbols
CAP_HEIGHT = 0.714  # of the size; of Noto Sans
LEADING = 1.36  # from base line to base line, of the size
LONGEST = 3000  # characters of one text that are looked at; no sheet has room for more

for _files in FILES.values():
    for _file in _files:
        fontManager.addfont(FOLDER / _file)


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
        family=["mapapp Wide" if font.wide else "mapapp Sans", FALLBACK],
        weight="bold" if font.bold else "normal",
        style="italic" if font.italic else "normal",
        size=font.size * 0.75,
    )


@lru_cache(maxsize=20_000)
def _unit_width(words: str, font: Font) -> float:
    width, _, _ = text_to_path.get_text_width_height_descent(words, font.properties, ismath=False)
    return width / 0.75


@lru_cache(maxsize=1)
def _drawable() -> frozenset[int]:
    fallback = fontManager.findfont(FontProperties(family=FALLBACK))
    return frozenset(get_font(str(FOLDER / "Regular.ttf")).get_charmap()) | frozenset(get_font(fallback).get_charmap())


@lru_cache(maxsize=20_000)
def plain(words: str) -> str:
    """The text as one line that the fonts can show.

    Breaks and runs of spaces become one space, control characters and marks that turn the direction of writing go; a
    letter that no font has becomes an empty square.
    """
    shown = []
    for character in words[: 2 * LONGEST]:
        category = unicodedata.category(character)
        if category[0] == "Z" or character in "\t\r\n\x0b\x0c\x85":
            shown.append(" ")
        elif category[0] == "C":
            continue
        elif ord(character) in _drawable():
            shown.append(character)
        elif category[0] in "LN":
            shown.append("□")
    return " ".join("".join(shown).split())[:LONGEST]


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
    space = font.width("n n") - font.width("nn")  # words are measured one by one, so that each is measured once
    rest = plain(words).split(" ")
    while rest and rest[0] and len(lines) < most:
        if len(lines) == most - 1:
            lines.append(shortened(" ".join(rest), font, width))
            break
        count, used = 1, font.width(rest[0])
        while count < len(rest) and (used := used + space + font.width(rest[count])) <= width:
            count += 1
        lines.append(shortened(" ".join(rest[:count]), font, width))
        rest = rest[count:]
    return lines
