"""Letters: the typeface, how wide a text is, and how it is broken into lines.

Letters are joined, reordered and laid out in their direction by matplotlib itself, through HarfBuzz and libraqm.
"""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.textpath import text_to_path

from mapapp.words.direction import APART, LEFTWARD, RIGHTWARD, TOGETHER, closed, leftward, turned

FOLDER = Path(__file__).parent / "fonts"  # scripts/build-picture-fonts makes them
FILES = {"mapapp Sans": ("Regular.ttf", "Bold.ttf", "Italic.ttf"), "mapapp Wide": ("Wide.ttf",)}
SCRIPTS = ("Bengali", "Devanagari", "Ethiopic", "Khmer", "Myanmar", "Sinhala", "Tamil", "Thai", "Emoji")
FALLBACK = "DejaVu Sans"  # ships with matplotlib; has Arabic, Hebrew, Armenian, Lao and symbols
UPRIGHT = {  # upright letters whatever is asked for: the bold and slanted fonts have not all of them
    "mapapp Upright": "mapapp Sans",
    "mapapp Upright Fallback": FALLBACK,
}
EAST_ASIAN = (  # of the system, the first that is there: they weigh 5 to 30 MB
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", "Source Han Sans SC", "Noto Sans SC", "PingFang SC",
    "Hiragino Sans GB", "Hiragino Sans", "Apple SD Gothic Neo", "Microsoft YaHei", "Yu Gothic", "Malgun Gothic",
    "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Droid Sans Fallback", "Arial Unicode MS",
)  # fmt: skip
CAP_HEIGHT = 0.714  # of the size; of Noto Sans
LEADING = 1.36  # from base line to base line, of the size
_SHORT = 24  # letters that are measured at once
MOST_BEGUN = 14  # letters of a begun word that are left off with it; of a longer one its beginning is shown
LONGEST = 3000  # characters of one text that are looked at; no sheet has room for more

SKINS, KANA_MARKS = "🏻🏼🏽🏾🏿", "\uff9e\uff9f"  # no marks by their category (Unicode annex 29, Grapheme_Extend)
UNSEEN = (APART, TOGETHER, LEFTWARD, RIGHTWARD)
JOINERS = "\u200c\u200d"  # tell whether the letters beside them join; Persian and Hindi need them

for _file in (*(_name for _names in FILES.values() for _name in _names), *(f"{_script}.ttf" for _script in SCRIPTS)):
    fontManager.addfont(FOLDER / _file)
for _entry in [e for e in fontManager.ttflist if e.name.removeprefix("mapapp ") in (*SCRIPTS, *EAST_ASIAN)]:
    fontManager.ttflist.append(replace(_entry, weight=700))  # without a bold one, matplotlib would warn at every letter
for _name, _family in UPRIGHT.items():
    _looks = _family, "normal", 400, "normal"
    _upright = next(e for e in fontManager.ttflist if (e.name, e.style, e.weight, e.stretch) == _looks)
    fontManager.ttflist += [replace(_upright, name=_name, weight=weight) for weight in (400, 700)]


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
        return _unit_width(plain(words), self.bold, self.italic, self.wide) * self.size / 100

    @property
    def space(self) -> float:
        """How far apart two words stand, in pixels."""
        return self.width("n n") - self.width("nn")

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
def _unit_width(words: str, bold: bool, italic: bool, wide: bool) -> float:
    properties = Font(100.0, bold, italic, wide).properties
    width, _, _ = text_to_path.get_text_width_height_descent(words, properties, ismath=False)
    return width / 0.75


@lru_cache(maxsize=1)
def _others() -> tuple[str, ...]:
    """The families that are asked for letters which the typeface has not, in order."""
    known = {entry.name for entry in fontManager.ttflist}
    scripts = [f"mapapp {script}" for script in SCRIPTS]
    return FALLBACK, *scripts, *(name for name in EAST_ASIAN if name in known), *UPRIGHT


@lru_cache(maxsize=1)
def _charmaps() -> tuple[frozenset[int], ...]:
    """The letters of each font, in the order in which they are asked."""
    paths = [str(FOLDER / "Regular.ttf"), *(fontManager.findfont(FontProperties(family=f)) for f in _others())]
    return tuple(frozenset(get_font(path).get_charmap()) for path in paths)


@lru_cache(maxsize=1)
def _drawable() -> frozenset[int]:
    return frozenset().union(*_charmaps())


def undrawn(texts: Iterable[str]) -> tuple[str, ...]:
    """The scripts of letters in the texts that no font here has, by their names in Unicode: "Tibetan", "Hangul"."""
    letters = {c for text in texts for c in set(text[: 2 * LONGEST]) if ord(c) not in _drawable()}
    names = (unicodedata.name(c, f"U+{ord(c):04X}") for c in sorted(letters) if unicodedata.category(c)[0] in "LNS")
    return tuple(dict.fromkeys(name.split()[0].title().replace("Cjk", "Han") for name in names))


class _Shown(dict[int, str]):
    """What stands for a character by its number, for `str.translate`: itself, a space, an empty square or nothing."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        category = unicodedata.category(character)
        if category[0] == "Z" or character in "\t\r\n\x0b\x0c\x85":
            shown = " "
        elif category[0] == "C" and character not in (*JOINERS, *UNSEEN):
            shown = ""
        elif number in _drawable():
            shown = character
        else:
            shown = "□" if category[0] in "LN" or category == "So" else ""
        self[number] = shown
        return shown


_SHOWN = _Shown()


@lru_cache(maxsize=20_000)
def plain(words: str) -> str:
    """The text as one line that the fonts can show.

    Breaks and runs of spaces become one space, control characters and marks that turn the direction of writing go, but
    for those of ours; a letter that no font has becomes an empty square.
    """
    line = " ".join(words[: 2 * LONGEST].translate(_SHOWN).split())[:LONGEST]
    return line if line.isascii() else _marked(line) if line.strip("".join(UNSEEN)) else ""


def _is_mark(character: str) -> bool:
    """Whether it is drawn as one with what stands before it: accents, vowel signs, the colour of an emoji's skin."""
    return unicodedata.category(character)[0] == "M" or character in SKINS + KANA_MARKS


def _marked(line: str) -> str:
    """The line without marks that no font has together with their letter: an empty square would stand for both."""
    kept, fonts = "", list(_charmaps())
    for character in line:
        if _is_mark(character):
            shared = [font for font in fonts if ord(character) in font]
            if not shared:
                continue
            fonts = shared
        elif character not in JOINERS:
            fonts = [font for font in _charmaps() if ord(character) in font]
        kept += character
    return kept


def shortened(words: str, font: Font, width: float) -> str:
    """The text, cut with an ellipsis where it is wider than so many pixels: behind a word, where none is long."""
    words = plain(words)
    if width_up_to(words, font, width) <= width:
        return words

    def fits(count: int) -> bool:
        return font.width(words[:count].rstrip() + "…") <= width

    low = _largest(fits, _about(words, font, width - _advance("…", font)), len(words))
    return _behind_a_word(words, low) + "…"


def _behind_a_word(words: str, most: int) -> str:
    """The first letters of a text, without the beginning of a word unless that is long, or all that there is."""
    kept = words[:most].rstrip()
    if not words[most : most + 1].strip():
        return kept
    whole = kept.rpartition(" ")[0].rstrip(" ,;:·–—(«„“")
    return whole if whole and len(kept) - len(whole) <= MOST_BEGUN else kept


def _largest(fits: Callable[[int], bool], guess: int, most: int) -> int:
    """The largest number up to ``most`` that fits, 0 where none does; from a guess by leaps, then by halves."""
    low, high, step = 0, most, 1
    if fits(guess):
        low = guess
        while low < most and fits(probe := min(most, low + step)):
            low, step = probe, 2 * step
        high = min(most, low + step)
    else:
        high = guess
        while high > 0 and not fits(probe := max(0, high - step)):
            high, step = probe, 2 * step
        low = max(0, high - step)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def width_up_to(words: str, font: Font, width: float) -> float:
    """How wide a line of text is, in pixels; of one that is wider than ``width``, only that it is.

    To measure thousands of letters takes as long as to draw a page, and no line has room for them.
    """
    if len(words) > _SHORT:
        count = _about(words, font, 1.5 * width + font.size)  # letters move together by less than that
        if count < len(words) and (found := font.width(words[:count])) > width:
            return found
    return font.width(words)


def _about(words: str, font: Font, width: float) -> int:
    """How many letters of a text fit into a width as far as their own widths tell."""
    used = 0.0
    for count, letter in enumerate(words):
        used += _advance(letter, font)
        if used > width:
            return count
    return len(words)


def _advance(letter: str, font: Font) -> float:
    """How much a letter moves the next one, in pixels, apart from what the two of them agree on."""
    return _unit_advance(letter, font.bold, font.italic, font.wide) * font.size / 100


@lru_cache(maxsize=5000)
def _unit_advance(letter: str, bold: bool, italic: bool, wide: bool) -> float:
    font = Font(100.0, bold, italic, wide)
    if _is_mark(letter):
        return 0.0  # few have a width, and only beside letters of their own script
    return max(0.0, font.width(f"n{letter}n") - font.width("nn"))


def wrapped(words: str, font: Font, width: float, most: int = 99) -> list[str]:
    """The text in at most so many lines of a width in pixels; a word that is wider is cut, as is the last line."""
    lines: list[str] = []
    left = leftward(plain(words))
    space = font.space  # words are measured one by one, so that each is measured once
    rest = plain(words).split(" ")
    while rest and rest[0] and len(lines) < most:
        if len(lines) == most - 1:
            lines.append(shortened(" ".join(rest), font, width))
            break
        count, used = 1, width_up_to(rest[0], font, width)
        while count < len(rest) and (used := used + space + width_up_to(rest[count], font, width)) <= width:
            count += 1
        lines.append(shortened(" ".join(rest[:count]), font, width))
        rest = rest[count:]
    return [turned(line, left) for line in closed(lines)]
