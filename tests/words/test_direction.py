"""Which way a text runs, and its pieces of one direction."""

import pytest

from mapapp.words.direction import leftward, parts, turned


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Visit to Riyadh", False),
        ("لقاء (C5+1)", True),
        ("27 مارس", True),
        ("C5+1 لقاء", False),
        ("— פגישה", True),
        ("12:30", False),
        ("", False),
    ],
)
def test_a_text_runs_as_its_first_letter_does(text: str, left: bool) -> None:
    assert leftward(text) is left


def test_a_line_cut_from_a_text_keeps_the_direction_of_the_text() -> None:
    """The second line of an Arabic title may begin with a Latin word."""
    assert leftward(turned("(C5+1) في 27 مارس", True))
    assert not leftward(turned("الرياض", False))
    assert turned("الرياض", True) == "الرياض"


@pytest.mark.parametrize("text", ["", "a", "لقاء (C5+1) في 27", "12 a لقاء b.", "a ل"])
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(piece for piece, _ in parts(text)) == text


def test_the_pieces_have_one_direction() -> None:
    assert list(parts("پیام (C5+1) 27 پیام")) == [("پیام (", True), ("C5+1) 27 ", False), ("پیام", True)]
