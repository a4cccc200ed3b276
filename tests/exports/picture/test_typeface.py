"""Lines of text: cut where they must be, and never measured farther than a line is wide."""

import re

import pytest

from mapapp.exports.picture import typeface
from mapapp.exports.picture.typeface import MOST_BEGUN, Font, plain, shortened, wrapped
from mapapp.words.direction import LEFTWARD

HOSTILE = (
    "W" * 3000,
    "i" * 3000,
    "word " * 600,
    "Щ" * 3000,
    "e\u0301" * 1500,
    "عشق‌آباد " * 300,
    "AVA" * 999,
)


@pytest.fixture
def longest(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of all texts that are measured."""
    lengths: list[int] = []
    inner = typeface._unit_width

    def counting(text: str, bold: bool, italic: bool, wide: bool) -> float:
        lengths.append(len(text))
        return inner(text, bold, italic, wide)

    monkeypatch.setattr(typeface, "_unit_width", counting)
    return lengths


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("width", [0.0, 3.0, 40.0, 333.0])
def test_a_text_is_cut_where_it_must_be(words: str, width: float) -> None:
    """One letter more would not fit, or the word that begins there, of which no beginning is shown."""
    font, whole = Font(9.0), plain(words)
    cut = shortened(words, font, width)
    kept = len(cut) - 1
    assert cut[:-1] == whole[:kept] and cut[-1] == "…"
    assert cut == "…" or font.width(cut) <= width
    longer = whole[: kept + 1 + whole[kept:].startswith(" ")]
    word = whole[: kept + MOST_BEGUN + 1] if re.match(r"\W", whole[kept:]) else longer
    assert font.width(f"{longer}…") > width or font.width(f"{word}…") > width
    assert all(font.width(line) <= width or line.lstrip(LEFTWARD) == "…" for line in wrapped(words, font, width, 5))


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_is_measured_much_farther_than_the_line_is_wide(words: str, longest: list[int]) -> None:
    """Thousands of letters take as long as the rest of the page, and a page has hundreds of lines."""
    shortened(words, Font(9.0), 333.0)
    wrapped(words, Font(9.0), 333.0, 5)
    assert max(longest) < 400


def test_marks_without_a_width_are_shown_as_they_are() -> None:
    words = "\u0301" * 3000
    assert shortened(words, Font(9.0), 333.0) == words


STYLES: tuple[dict[str, bool], ...] = ({}, {"bold": True}, {"italic": True}, {"wide": True})


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_what_is_shown_has_a_font_in_every_style(style: dict[str, bool]) -> None:
    """Matplotlib warns of letters that none has, and every warning is an error here: alone, and as lines are cut."""
    letters = [chr(code) for code in sorted(typeface._drawable())]
    font = Font(9.0, **style)
    for letter in {*letters[:: len(letters) // 80], *typeface.SKINS, *typeface.KANA_MARKS} & {*letters}:
        for words in (letter, f"n{letter}", f"{letter}n"):
            assert font.width(words) >= 0
        shortened(f"{letter} " * 30, font, 99.0)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("n\u093e", "n"),  # a vowel of Devanagari beside a Latin letter: no font has both
        ("1\ufe0f\u20e3 a", "1\ufe0f a"),
        ("n🏽 👋🏽", "n 👋🏽"),
        ("नई", "नई"),
        ("क्\u200dष", "क्\u200dष"),
        ("Z\u0301 n\u0303", "Z\u0301 n\u0303"),
        ("\u0301\u0301", "\u0301\u0301"),
    ],
)
def test_a_mark_stands_with_its_letter_or_goes(words: str, shown: str) -> None:
    """Otherwise an empty square would stand for the letter too, which a font has."""
    assert plain(words) == shown
    for style in STYLES:
        Font(9.0, **style).width(words)
