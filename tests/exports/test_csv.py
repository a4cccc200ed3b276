"""What a spreadsheet makes of a CSV file of ours, whichever separator its country is used to."""

import csv
import io
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mapapp.exports.csv import spreadsheet

TEXTS = st.text(st.sampled_from("=+-@＝＋－＠;,\t\r\n\"' \u00a0\u200b\ufeffx1"))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@given(st.lists(TEXTS, min_size=1, max_size=4))
@example(['x;=HYPERLINK("http://example.org");'])
@example(['x;"=1+1'])
@example(["x\n=1+1", "＝1"])
def test_no_cell_is_a_formula(separator: str, texts: list[str]) -> None:
    """Where it parts cells by another separator, a cell of ours falls into several, and quotes protect none of them."""
    text = spreadsheet([["first", *texts]]).decode("utf-8-sig")
    for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        for cell in cells:
            seen = unicodedata.normalize("NFKC", cell.strip(" \t\r\n\u00a0\u200b\ufeff\u3000"))
            assert seen.lstrip("+-").isdigit() or seen[:1] not in tuple("=+-@"), cells
