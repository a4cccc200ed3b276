"""Cells that a spreadsheet would take for a formula get an apostrophe, and lose exactly that again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.tables.formulas import guarded, unguarded


@given(st.text())
def test_the_apostrophe_before_a_formula_is_removed_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "'=1", "''@x", "-", "+49 30", "-1e"]
)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "-1", "+1.5", "-149.90028", "1e-05", "-1E+3", "a=b", "'quoted'", "’=x", "O'Neill"]
)
def test_numbers_and_words_are_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text
