"""What is written as CSV reads back as the same cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.articles.tables import Tables
from mapapp.drafts.sheets import put, table
from mapapp.foreign.sheets import records
from mapapp.foreign.sheets import written as written_table
from mapapp.tables.csv import tokens, value
from mapapp.tables.grid import Table
from mapapp.tables.writing import csv_bytes

CELLS = st.text(st.sampled_from('a,;\t"\r\n \u2028\x1c\x85=')) | st.text()
ROWS = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1))
ENDS = ["one\rtwo", "one\ntwo", "one\r\ntwo", "one\n\rtwo"]  # of a line, within a cell


@given(ROWS)
def test_every_cell_reads_back(rows: list[list[str]]) -> None:
    """Rows in which nothing stands are none for a reader, and half a surrogate pair is no text."""
    rows = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in rows]
    said = [row for row in rows if any(map(str.strip, row))]
    found = [[*map(value, token.raw)] for token in tokens(csv_bytes(rows).decode(), ",")]
    assert [row for row in found if any(map(str.strip, row))] == said


@pytest.mark.parametrize("text", ENDS)
def test_a_cell_of_several_lines_stays_one_wherever_a_table_is_written(text: str) -> None:
    """Also where its lines end as on an old Macintosh, or as a workbook ends them."""
    edited = Table(("id", "title"), (("x", text), ("y", "z")))
    assert table(put({}, "events.csv", edited), "events.csv") == edited
    names, rows = records(written_table(["id", "title"], [{"id": "x", "title": text}]), ("id", "title"))
    assert (names, rows) == (["id", "title"], [{"id": "x", "title": text}])
    articles = Tables({"people.csv": csv_bytes([["id", "name"], ["x", "Ana"]])})
    articles.rows["people.csv"][0]["name"] = text
    assert Tables(articles.files()).rows["people.csv"][0]["name"] == text
