"""A sheet as it is read: merged cells are filled, and what people do not see is told."""

import pytest

from mapapp.tables.sheets import sheet as module
from mapapp.tables.sheets.sheet import Limits, Sheet, Unreadable

LIMITS = Limits(rows=100, columns=5, characters=10_000, unpacked=1, parts=1)


def filled(*rows: list[str], limits: Limits = LIMITS, hidden: tuple[int, ...] = ()) -> Sheet:
    sheet = Sheet("events", limits)
    for line, cells in enumerate(rows, start=1):
        sheet.add(line, cells, hidden=line in hidden)
    return sheet


def test_a_merged_cell_gives_its_value_to_the_rows_beneath() -> None:
    sheet = filled(["id", "when"], ["a", "2025"], ["b"], ["c", "own"], ["d"])
    sheet.merge(2, 4, 1)
    sheet.finish()
    assert [cells for _, cells in sheet.records] == [["id", "when"], ["a", "2025"], ["b", "2025"], ["c", "own"], ["d"]]
    assert not sheet.notes


def test_merged_cells_without_a_value_and_across_columns_change_nothing() -> None:
    sheet = filled(["id", "when"], ["a"], ["b"])
    sheet.merge(2, 3, 1)
    sheet.merge(2, 2, 0)
    sheet.merge(50, 90, 0)
    sheet.finish()
    assert [cells for _, cells in sheet.records] == [["id", "when"], ["a"], ["b"]]


def test_hidden_rows_and_columns_are_read_and_told_once() -> None:
    sheet = filled(["id", "note", ""], ["a"], ["b"], ["c"], ["d"], hidden=(2, 4, 5))
    sheet.hide(1, 4000)
    sheet.finish()
    assert len(sheet.records) == 5
    assert sheet.notes == [
        (2, "", "rows 2, 4–5 are hidden in the workbook and read like the others; delete what is not the tour"),
        (1, "note", "the column is hidden in the workbook and read like the others; delete what is not the tour"),
    ]


def test_of_very_many_hidden_rows_some_are_named() -> None:
    sheet = filled(*(["x"] for _ in range(99)), hidden=tuple(range(1, 99, 2)))
    sheet.finish()
    assert sheet.notes[0][2].startswith("rows 1, 3, 5")
    assert " and more are hidden" in sheet.notes[0][2]


def test_rows_beyond_the_limit_are_left_out_and_told() -> None:
    sheet = filled(*(["x"] for _ in range(300)))
    assert (len(sheet.records), len(sheet.notes)) == (101, 1)
    assert sheet.notes[0] == (102, "", "rows from here on are left out; a table may have 100, split the tour")


def test_notes_of_cells_have_the_name_of_their_column_and_a_limit() -> None:
    sheet = Sheet("events", LIMITS)
    sheet.note(1, 0, "in the header")
    sheet.add(1, ["id", "when"])
    for line in range(2, 2000):
        sheet.note(line, 1, "wrong")
        sheet.add(line, ["x"])
    sheet.note(2, 4000, "far away")
    sheet.finish()
    assert sheet.notes[1:3] == [(1, "", "in the header"), (2, "when", "wrong")]
    assert len(sheet.notes) <= module.MAX_NOTES + 1


def test_too_much_text_is_refused() -> None:
    with pytest.raises(Unreadable, match="more text than any tour"):
        filled(*(["x" * 1000] for _ in range(20)))


def test_merged_cells_are_filled_within_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A million of them, each over a million rows, must not cost a million times a million."""
    monkeypatch.setattr(module, "MAX_MERGED", 3)
    sheet = filled(*(["x"] for _ in range(90)))
    for _ in range(1000):
        sheet.merge(1, 80, 0)
    sheet.finish()
    assert "too many merged cells" in sheet.notes[0][2]
    monkeypatch.setattr(module, "MAX_FILLED", 100)
    sheet = filled(*(["x"] for _ in range(90)))
    sheet.merge(1, 80, 0)
    sheet.merge(2, 80, 0)
    sheet.finish()
    assert "too many merged cells" in sheet.notes[0][2]
