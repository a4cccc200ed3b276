"""XLS as xlwt, a program of that time, writes it."""

import datetime as dt
import struct
from dataclasses import replace
from pathlib import Path

import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.tables.sheets.child import answered
from mapapp.tables.sheets.strings import shared
from tests.fixtures.workbooks import LIMITS, said


def saved(path: Path, rows: list[list[object]], title: str = "events") -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet(title)
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            kind = {dt.datetime: "yyyy-mm-dd hh:mm", dt.date: "d. mmmm yyyy", dt.time: "hh:mm"}.get(type(value))
            sheet.write(i, j, value, *([xlwt.easyxf(num_format_str=kind)] if kind else []))
    book.save(str(path))
    return path


def test_values_are_as_one_would_type_them(tmp_path: Path) -> None:
    cells: list[tuple[object, str]] = [
        (dt.date(2025, 3, 27), "2025-03-27"),
        (dt.datetime(2025, 3, 27, 19, 30), "2025-03-27T19:30"),
        (dt.time(19, 30), "19:30"),
        (2026, "2026"),
        (49.7, "49.7"),
        (-3.25, "-3.25"),
        (1e-7, "1e-07"),
        (123456789, "123456789"),
        (True, "True"),
        ("Ашхабад", "Ашхабад"),
        ("é", "é"),
    ]
    path = saved(tmp_path / "a.xls", [[f"c{i}" for i in range(len(cells))], [value for value, _ in cells]])
    assert said(path)[0]["events"][1] == (2, [text for _, text in cells])


def test_many_texts_go_over_the_ends_of_records(tmp_path: Path) -> None:
    """A record has 8,224 bytes; a text that begins in one is continued in the next, maybe with other letters."""
    rows: list[list[object]] = [[("Текст " if i % 3 else "text ") * (i % 90 + 1) + str(i), i * 0.5] for i in range(900)]
    found, notes = said(saved(tmp_path / "a.xls", rows))
    assert [cells[0] for _, cells in found["events"]] == [row[0] for row in rows]
    assert not notes


def test_a_text_may_change_its_letters_where_a_record_ends() -> None:
    first = struct.pack("<II", 1, 2) + struct.pack("<HB", 6, 0) + b"abc"
    second = b"\x01" + "дер".encode("utf-16-le") + struct.pack("<HBH", 2, 8, 1) + b"xy" + b"\0" * 4
    assert list(shared([first, second], 10)) == ["abcдер", "xy"]
    assert list(
        shared([struct.pack("<II", 1, 1) + struct.pack("<HB", 2, 0), b"\x01" + "де".encode("utf-16-le")], 10)
    ) == ["де"]


def test_merged_hidden_and_calculated_cells(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Events")
    for i, text in enumerate(["id", "when", "n"]):
        sheet.write(0, i, text)
    for i, text in enumerate("abc", start=1):
        sheet.write(i, 0, text)
    sheet.write_merge(1, 3, 1, 1, "2025-03-27")
    sheet.write(2, 2, xlwt.Formula("1+1"))
    sheet.row(2).hidden = True
    sheet.col(1).hidden = True
    hidden = book.add_sheet("notes")
    hidden.visibility = 1
    book.save(str(tmp_path / "a.xls"))
    found, notes = said(tmp_path / "a.xls")
    assert [cells[1] for _, cells in found["Events"]] == ["when", "2025-03-27", "2025-03-27", "2025-03-27"]
    assert notes == [
        "Events:3: n: the cell holds a formula and is left out; put its value in its place",
        "Events:3: : row 3 is hidden in the workbook and read like the others; delete what is not the tour",
        "Events:1: when: the column is hidden in the workbook and read like the others; delete what is not the tour",
    ]
    assert found["notes"] == []


def test_formulas_are_read_as_the_values_kept_for_them_where_that_is_wanted(tmp_path: Path) -> None:
    """Xlwt calculates nothing, and keeps 0 for each."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("events")
    sheet.write(0, 0, "n")
    sheet.write(1, 0, xlwt.Formula("1+1"))
    book.save(str(tmp_path / "a.xls"))
    data = (tmp_path / "a.xls").read_bytes()
    empty = struct.pack("<Q", 0xFFFF000000000003)
    assert data.count(empty) == 1
    (tmp_path / "a.xls").write_bytes(data.replace(empty, struct.pack("<d", 2.0)))
    found, notes = said(tmp_path / "a.xls", limits=replace(LIMITS, valued=True))
    assert found["events"] == [(1, ["n"]), (2, ["2"])]
    assert "is read as the value that it had when the workbook was saved" in notes[0]


def test_a_small_workbook_lies_in_short_sectors(tmp_path: Path) -> None:
    data = saved(tmp_path / "a.xls", [["id"]]).read_bytes()
    assert said(tmp_path / "a.xls")[0]["events"] == [(1, ["id"])]
    (tmp_path / "b.xls").write_bytes(data[:600])
    assert said(tmp_path / "b.xls")[1][0].endswith("save it anew as XLSX")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    rows: list[list[object]] = [[f"e{i}", "Talks " * 30] for i in range(200)]
    return saved(tmp_path_factory.mktemp("xls") / "a.xls", rows).read_bytes()


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whatever_is_done_to_its_bytes_there_is_an_answer(whole: bytes, data: st.DataObject) -> None:
    """Chains of sectors in a circle, lengths beyond the end, records of half a number."""
    start = data.draw(st.one_of(st.integers(0, 600), st.integers(0, len(whole))))
    piece = data.draw(st.binary(min_size=1, max_size=8))
    answer = answered(whole[:start] + piece + whole[start + len(piece) :], ["events"], LIMITS)
    assert len(answer) == 1
