"""Lines of text: cut where they must be, and never measured farther than a line is wide."""

import pytest

from mapapp.exports.picture import typeface
from mapapp.exports.picture.typeface import Font, plain, shortened, wrapped
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
    """One letter more would not fit."""
    font, whole = Font(9.0), plain(words)
    cut = shortened(words, font, width)
    kept = len(cut) - 1
    assert cut[:-1] == whole[:kept] and cut[-1] == "…"
    assert cut == "…" or font.width(cut) <= width
    longer = whole[: kept + 1 + whole[kept:].startswith(" ")]
    assert font.width(f"{longer}…") > width
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
