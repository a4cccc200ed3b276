"""ODS: values, repeated rows and cells, merged and hidden ones, and what stands beside cells."""

from dataclasses import replace
from pathlib import Path

import pytest

from mapapp.tables.sheets.sheet import Limits
from tests.fixtures.workbooks import LIMITS, ods, packed, said

EMPTY = '<table:table-cell table:number-columns-repeated="16384"/>'


def cell(text: str = "", attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>'


def value(kind: str, attributes: str) -> str:
    return f'<table:table-cell office:value-type="{kind}" {attributes}/>'


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def table(*rows: str, attributes: str = 'table:name="events"') -> str:
    return f"<table:table {attributes}>{''.join(rows)}</table:table>"


def test_values_are_as_one_would_type_them(tmp_path: Path) -> None:
    cells = [
        value("date", 'office:date-value="2025-03-27"'),
        value("date", 'office:date-value="2025-03-27T19:29:59.9"'),
        value("time", 'office:time-value="PT19H29M45S"'),
        value("float", 'office:value="2026"'),
        value("percentage", 'office:value="0.5"'),
        value("boolean", 'office:boolean-value="true"'),
        value("string", 'office:string-value="said"'),
        cell("a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p><text:p><text:span>e</text:span>"),
    ]
    found, notes = said(ods(tmp_path / "a.ods", table(row(*cells))))
    texts = ["2025-03-27", "2025-03-27T19:30", "19:30", "2026", "0.5", "True", "said", "a   b\tc\nd\ne"]
    assert (found, notes) == ({"events": [(1, texts)]}, [])


def test_repeated_rows_and_cells_are_read_as_often(tmp_path: Path) -> None:
    rows = [
        row(cell("id"), cell("x", 'table:number-columns-repeated="2"')),
        row(
            '<table:table-cell table:number-columns-repeated="16384"/>', attributes='table:number-rows-repeated="1000"'
        ),
        row(cell("a"), attributes='table:number-rows-repeated="2"'),
    ]
    assert said(ods(tmp_path / "a.ods", table(*rows)))[0]["events"] == [
        (1, ["id", "x", "x"]),
        (1002, ["a"]),
        (1003, ["a"]),
    ]


@pytest.mark.parametrize(
    "empty",
    [
        "<table:table-cell/>",
        "<table:table-cell><text:p/></table:table-cell>",
        '<table:table-cell table:style-name="ce1"/>',
        "<table:covered-table-cell/>",
    ],
)
def test_an_empty_cell_keeps_its_place(tmp_path: Path, empty: str) -> None:
    """Programs write a single one without any attribute; what follows it is not moved to the left."""
    plain = "<table:table-cell><text:p>c</text:p></table:table-cell>"
    rows = [row(cell("a"), empty, empty, plain, plain), row(empty, cell("b"), empty), row(empty)]
    found, _ = said(ods(tmp_path / "a.ods", table(*rows)))
    assert found["events"] == [(1, ["a", "", "", "c", "c"]), (2, ["", "b"])]


def test_a_cell_repeated_without_end_is_cut(tmp_path: Path) -> None:
    """A sheet of some hundred bytes may claim 17 billion cells with the same text."""
    full = row(cell("x", 'table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="1048576"')
    found, notes = said(ods(tmp_path / "a.ods", table(full)), limits=Limits(50, 10, 100_000, 1_000_000, 10))
    assert [len(cells) for _, cells in found["events"]] == [10] * 51
    assert len(notes) == 2


def test_merged_hidden_and_calculated_cells(tmp_path: Path) -> None:
    rows = [
        '<table:table-column/><table:table-column table:visibility="collapse"/>',
        row(cell("id"), cell("when")),
        row(cell("a"), cell("2025", 'table:number-rows-spanned="2"')),
        row(cell("b"), "<table:covered-table-cell/>", value("float", 'table:formula="of:=1+1" office:value="2"'),
            attributes='table:visibility="filter"'),
    ]  # fmt: skip
    found, notes = said(ods(tmp_path / "a.ods", table(*rows)))
    assert found["events"] == [(1, ["id", "when"]), (2, ["a", "2025"]), (3, ["b", "2025"])]
    assert [note.partition(" is ")[0] for note in notes] == [
        "events:3: : the cell holds a formula and",
        "events:3: : row 3",
        "events:1: when: the column",
    ]


def test_formulas_are_read_as_the_values_kept_for_them_where_that_is_wanted(tmp_path: Path) -> None:
    content = row(cell("id"), value("float", 'table:formula="of:=1+1" office:value="2"'))
    found, notes = said(ods(tmp_path / "a.ods", table(content)), limits=replace(LIMITS, valued=True))
    assert found["events"] == [(1, ["id", "2"])]
    assert "is read as the value that it had when the workbook was saved" in notes[0]


def test_comments_shapes_and_deleted_cells_are_no_cells(tmp_path: Path) -> None:
    rest = (
        "<table:tracked-changes><table:table-cell><text:p>gone</text:p></table:table-cell></table:tracked-changes>"
        "<table:shapes><draw:frame xmlns:draw='d'><text:p>drawn</text:p></draw:frame></table:shapes>"
    )
    note = "<office:annotation><text:p>a word</text:p><office:annotation/></office:annotation>"
    cells = f'<table:table-cell office:value-type="string">{note}<text:p>Talks</text:p></table:table-cell>'
    assert said(ods(tmp_path / "a.ods", table(rest, row(cells, cell("x")))))[0]["events"] == [(1, ["Talks", "x"])]


def test_only_the_sheets_asked_for_are_read_and_hidden_ones_are_known(tmp_path: Path) -> None:
    style = (
        '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    hidden = table(row(cell("a")), attributes='table:name="Events" table:style-name="h"')
    other = table(row(cell("b")), attributes='table:name="Notes"')
    found, _ = said(ods(tmp_path / "a.ods", hidden + other, style))
    assert found == {"Events": [(1, ["a"])], "Notes": []}


def test_what_is_damaged_or_locked_is_said(tmp_path: Path) -> None:
    assert "not well-formed" in said(packed(tmp_path / "a.ods", {"content.xml": b"\x01\x02\x03"}))[1][0]
    assert said(packed(tmp_path / "b.ods", {"other.xml": ""}))[1] == ["this is not a workbook; save the sheets as XLSX"]
