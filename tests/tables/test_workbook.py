"""Reading a workbook: values as people would type them, and nothing that a hostile file can do with us."""

import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from mapapp.errors import Problem
from mapapp.exports import FORMAT
from mapapp.tables import workbook
from mapapp.tables.rows import MAX_COLUMNS
from mapapp.tables.sheets import child
from mapapp.tables.sheets.sheet import Limits
from mapapp.tables.workbook import MAX_BYTES, MAX_PARTS, MAX_UNPACKED, read_workbook
from tests.fixtures.snapshots import seen, tour

SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


def read(path: Path) -> tuple[dict[str, list[tuple[int, list[str]]]], list[str]]:
    problems: list[Problem] = []
    sheets = read_workbook(path, ["Events"], problems)
    return sheets, [str(problem) for problem in problems]


def saved(path: Path, fill: Callable[[Worksheet], None], title: str = "events") -> Path:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    fill(sheet)
    book.save(path)
    return path


def rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The workbook with one of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def plain(sheet: Worksheet) -> None:
    sheet.append(["id", "title"])
    sheet.append(["a", "Talks"])


def test_values_are_as_one_would_type_them(tmp_path: Path) -> None:
    cells: list[tuple[object, str]] = [
        (dt.date(2025, 3, 27), "2025-03-27"),
        (dt.datetime(2025, 3, 27, 19, 30), "2025-03-27T19:30"),
        (dt.datetime(2025, 3, 27, 19, 29, 59, 999000), "2025-03-27T19:30"),
        (dt.time(19, 30), "19:30"),
        (2026, "2026"),
        (2026.0, "2026"),
        (49.7, "49.7"),
        (1e-7, "1e-07"),
        (True, "True"),
        ("  Ашхабад ", "  Ашхабад "),
        ("'=1+1", "'=1+1"),
    ]

    def fill(sheet: Worksheet) -> None:
        sheet.append([f"c{i}" for i in range(len(cells))])
        sheet.append([value for value, _ in cells])

    sheets, problems = read(saved(tmp_path / "a.xlsx", fill))
    assert problems == []
    assert sheets["events"][1] == (2, [text for _, text in cells])


def test_blank_rows_are_passed_over_and_numbers_of_rows_kept(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A3"], sheet["B3"], sheet["B7"] = "id", "title", "Talks"

    sheets, problems = read(saved(tmp_path / "a.xlsx", fill))
    assert (sheets["events"], problems) == ([(3, ["id", "title"]), (7, ["", "Talks"])], [])


def test_only_the_sheets_asked_for_are_read(tmp_path: Path) -> None:
    assert read(saved(tmp_path / "a.xlsx", plain, "Notes")) == ({"Notes": []}, [])
    assert read(saved(tmp_path / "a.xlsx", plain, "EVENTS"))[0]["EVENTS"][1] == (2, ["a", "Talks"])


def test_formulas_and_errors_are_named_and_left_out(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["id", "title"])
        sheet.append(["=1+1", "#N/A"])

    sheets, problems = read(saved(tmp_path / "a.xlsx", fill))
    assert sheets["events"] == [(1, ["id", "title"]), (2, [])]
    assert problems == [
        "events:2: id: the cell holds a formula and is left out; put its value in its place",
        "events:2: title: the cell holds the error #N/A; put a value in its place",
    ]


def test_what_is_too_wide_or_too_long_is_cut_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 3)

    def fill(sheet: Worksheet) -> None:
        sheet.append([f"c{i}" for i in range(MAX_COLUMNS + 5)])
        for i in range(9):
            sheet.append([i])

    sheets, problems = read(saved(tmp_path / "a.xlsx", fill))
    assert [(line, len(cells)) for line, cells in sheets["events"]] == [(1, MAX_COLUMNS), (2, 1), (3, 1), (4, 1)]
    assert problems == [
        "events:1: columns beyond the first 250 are left out; delete what is not the tour",
        "events:5: rows from here on are left out; a table may have 3, split the tour",
    ]


def test_a_cell_at_the_far_end_costs_nothing(tmp_path: Path) -> None:
    """A sheet of a kilobyte may claim 17 billion cells."""

    def fill(sheet: Worksheet) -> None:
        plain(sheet)
        sheet["XFD1048576"] = "far"

    sheets, problems = read(saved(tmp_path / "a.xlsx", fill))
    assert sheets["events"] == [(1, ["id", "title"]), (2, ["a", "Talks"])]
    assert problems == []


def test_the_size_that_a_sheet_states_is_not_believed(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", plain)
    rewritten(path, SHEET, lambda data: data.replace(b'ref="A1:B2"', b'ref="A1:A1"'))
    assert read(path)[0]["events"][1] == (2, ["a", "Talks"])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "this is not a workbook; save the sheets as XLSX"),
        (b"id,title\na,b\n", "this is not a workbook; save the sheets as XLSX"),
        (b"PK\x03\x04" + b"\0" * 40, "this is not a workbook; save the sheets as XLSX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "this is not a workbook; save the sheets as XLSX"),
    ],
)
def test_what_is_no_workbook_is_one_problem(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert read(path) == ({}, [f"a.xlsx: {words}"])


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path) -> None:
    assert "the file is missing" in read(tmp_path / "a.xlsx")[1][0]
    assert "cannot be opened" in read(tmp_path)[1][0]


def test_sizes_are_checked_before_anything_is_unpacked(tmp_path: Path) -> None:
    large, deep, many = tmp_path / "large.xlsx", tmp_path / "deep.xlsx", tmp_path / "many.xlsx"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with zipfile.ZipFile(deep, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a", "w", force_zip64=True) as part:
        for _ in range(MAX_UNPACKED // 1_000_000 + 1):
            part.write(b"\0" * 1_000_000)
    with zipfile.ZipFile(many, "w") as archive:
        for i in range(MAX_PARTS + 1):
            archive.writestr(str(i), b"")
    assert deep.stat().st_size < 1_000_000
    assert "more than 20 MB" in read(large)[1][0]
    assert "unpacks to more than 100 MB" in read(deep)[1][0]
    assert "unpacks to more than 100 MB" in read(many)[1][0]


@pytest.mark.parametrize(
    "part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml"]
)
def test_entities_are_not_resolved(tmp_path: Path, part: str) -> None:
    """A workbook of our own in which a text has become an entity that would unfold."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(FORMAT["tour.xlsx"].write(seen(tour("one-visit"))))

    def change(data: bytes) -> bytes:
        start = data.index(b"?>") + 2
        return data[:start] + ENTITIES.encode() + data[start:].replace(b">Talks<", b">&c;<")

    sheets, problems = read(rewritten(path, part, change))
    assert "bbbbbbbbbb" not in str(sheets)
    assert problems or "Talks" in str(sheets["events"][1])
    assert bool(problems) or part != "xl/sharedStrings.xml"


_BOOK = io.BytesIO()


def book_bytes() -> bytes:
    if not _BOOK.getvalue():
        book = Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        sheet.title = "events"
        plain(sheet)
        book.save(_BOOK)
    return _BOOK.getvalue()


@settings(max_examples=100)
@given(st.data())
def test_whatever_is_done_to_its_parts_there_is_an_answer(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "a.xlsx"
    path.write_bytes(book_bytes())
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    part = data.draw(st.sampled_from(names))
    start, length, piece = (
        data.draw(st.integers(0, 3000)),
        data.draw(st.integers(0, 300)),
        data.draw(st.binary(max_size=30)),
    )
    rewritten(path, part, lambda content: content[:start] + piece + content[start + length :])
    told = child.answered(path.read_bytes(), ["events"], Limits(10, 10, 10_000, 10_000_000, 100))
    assert len(told) == 1
    json.dumps(told)
