"""The grid of the editor: what was typed, added and taken out there, in the table that it began with."""

from typing import Any

import pyarrow as pa
import pytest

from mapapp.tables.grid import Table
from mapapp.ui.edit_grid import counted_from_one, edited, full, grid_cells
from mapapp.words.language import Words

FILE = Table(("id", "title", "own column"), (("a", "Talks", "1"), ("b", "Lunch", ""), ("c", "Walk", "")))
BASE = full(FILE, "events.csv")


def after(**told: Any) -> Table:  # noqa: ANN401  # as Streamlit tells it
    return edited(BASE, told, len(FILE.columns))


def test_the_grid_has_every_column_that_the_file_may_have_and_its_own_first() -> None:
    assert BASE.columns[:3] == FILE.columns
    assert {"when", "participants", "source"} < set(BASE.columns) and len(set(BASE.columns)) == len(BASE.columns)
    assert [row[:3] for row in BASE.rows] == list(FILE.rows)


def test_looking_at_a_grid_changes_nothing() -> None:
    assert after() == FILE


def test_a_cell_that_is_typed_adds_no_columns_but_its_own() -> None:
    """The file stays as its author has it: no empty column comes into it."""
    assert after(edited_rows={"1": {"title": "A long lunch"}}).columns == FILE.columns
    table = after(edited_rows={"1": {"summary": "They  ate.\n"}})
    assert table.columns == (*FILE.columns, "summary")
    assert table.rows[1] == ("b", "Lunch", "", "They ate.")


def test_a_cell_that_is_emptied_is_empty_and_its_column_stays() -> None:
    table = after(edited_rows={"0": {"own column": None}})
    assert table.columns == FILE.columns and table.rows[0] == ("a", "Talks", "")


def test_rows_are_taken_out_by_where_they_stood_at_first() -> None:
    table = after(edited_rows={"2": {"title": "A walk"}}, deleted_rows=[0, 1])
    assert table.rows == (("c", "A walk", ""),)


@pytest.mark.parametrize("given", [{}, {"id": ""}, {"id": None}])
def test_a_new_row_gets_an_id_that_no_other_has(given: dict[str, str | None]) -> None:
    table = after(added_rows=[{"title": "One", **given}, {"title": "Two", **given}, {"title": "Three", "id": "own"}])
    ids = [table.cell(row, "id") for row in range(len(table.rows))]
    assert ids[:3] == ["a", "b", "c"] and ids[5] == "own"
    assert all(ids) and len(set(ids)) == 6


def test_what_is_no_column_of_the_grid_is_passed_over() -> None:
    """Streamlit tells of the index, too."""
    assert after(added_rows=[{"_index": 4, "title": "One"}]).columns == FILE.columns


def test_a_table_without_rows_takes_text() -> None:
    """Of an empty list nothing tells what its cells will be, and Streamlit would ask for numbers."""
    assert str(grid_cells("title", [], Words("en")).type) == "string"


def test_cells_are_shown_in_the_language_of_the_reader_and_stored_as_the_format_has_them() -> None:
    russian = Words("ru")
    base = Table(("id", "kind", "status"), (("a", "summit", ""), ("b", "own kind", "held")))
    assert grid_cells("kind", ["summit", "own kind"], russian).to_pylist() == ["Саммит", "own kind"]
    assert grid_cells("status", ["", "held"], russian).to_pylist() == [None, "held"]
    told = {"edited_rows": {"0": {"kind": "Переговоры"}, "1": {"status": "cancelled", "kind": "ужин"}}}
    assert edited(base, told, 3, russian).rows == (("a", "talks", ""), ("b", "dinner", "cancelled"))


def test_rows_of_a_grid_are_counted_from_one() -> None:
    assert [*counted_from_one(pa.table({"id": ["a", "b"]})).to_pandas().index] == [1, 2]
