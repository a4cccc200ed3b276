"""Cells that a spreadsheet would take for a formula get an apostrophe, and lose exactly that again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.tables.formulas import guarded, unguarded

CELLS = st.text(st.sampled_from("=+-@＝＋－＠;,\t\r\n\"' \u00a0\u200b\ufeffx1")) | st.text()


@given(CELLS)
def test_the_apostrophe_before_a_formula_is_removed_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1+1", "-1+1", "@SUM(1)", "\tx", "\rx", "\nx", "'=1", "''@x", "-", "+49 30", "-1e"),
        *("＝1+1", "＋1", "－1+1", "＠SUM(1)", " =1", "\u3000=1", "\ufeff=1", '"=1"'),
    ],
)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "-1", "+1.5", "-149.90028", "1e-05", "-1E+3", "a=b", "'quoted'", "’=x", "O'Neill", "a; b\nc"]
)
def test_numbers_and_words_are_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("x;=1+1", "x;'=1+1"),
        ("x; ＝1;y", "x;' ＝1;y"),
        ("x\t+1\n@x", "x\t'+1\n'@x"),
        ('x;"=1', "x;'\"=1"),
        ("\t=1", "'\t'=1"),
        ("x;-1", "x;'-1"),
    ],
)
def test_no_cell_of_another_separator_begins_like_a_formula(text: str, written: str) -> None:
    """Half of the countries part cells by semicolons: there a comma and our quotes are text, and ours is one cell."""
    assert guarded(text) == written
    assert unguarded(written) == text
