"""XLSX beyond what openpyxl and we write: other prefixes, no references, runs of text, merged and hidden cells."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.fixtures.workbooks import packed, said

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def written(path: Path, data: str, *, strings: str = "", prefix: str = "", book: str = "", space: str = MAIN) -> Path:
    """A workbook whose one sheet has this XML."""
    p, own = (f"{prefix}:", f"xmlns:{prefix}") if prefix else ("", "xmlns")
    target = f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/s.xml"/>'
    target += f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="/xl/strings.xml"/>'
    sheets = f'{book}<{p}sheets><{p}sheet name="Events" sheetId="1" rel:id="r1"/></{p}sheets>'
    return packed(path, {
        "xl/workbook.xml": f'<{p}workbook {own}="{space}" xmlns:rel="{OFFICE}">{sheets}</{p}workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{target}</Relationships>',
        "xl/worksheets/s.xml": f'<{p}worksheet {own}="{space}">{data}</{p}worksheet>',
        "xl/strings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
    })  # fmt: skip


def cells(*texts: str) -> str:
    return "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)


def test_cells_and_rows_without_references_follow_each_other(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.xlsx", f"<sheetData><row>{cells('id', 'title')}</row><row>{cells('a')}</row></sheetData>"
    )
    assert said(path) == ({"Events": [(1, ["id", "title"]), (2, ["a"])]}, [])


def test_any_prefix_and_the_strict_namespace_will_do(tmp_path: Path) -> None:
    data = '<x:sheetData><x:row r="2"><x:c r="B2"><x:v>5</x:v></x:c></x:row></x:sheetData><y:c xmlns:y="u" r="C2"/>'
    path = written(tmp_path / "a.xlsx", data, prefix="x", space="http://purl.oclc.org/ooxml/spreadsheetml/main")
    assert said(path)[0] == {"Events": [(2, ["", "5"])]}


def test_texts_of_several_runs_are_one_and_how_they_sound_is_left_out(tmp_path: Path) -> None:
    strings = (
        '<si><r><t>Ta</t></r>\n<r><t xml:space="preserve">lks </t></r><rPh sb="0" eb="1"><t>sound</t></rPh></si><si/>'
    )
    inline = '<c r="C1" t="inlineStr"><is><r><t>x</t></r>\n <r><t>y</t></r><rPh><t>sound</t></rPh></is></c>'
    data = f'<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>{inline}</row></sheetData>'
    assert said(written(tmp_path / "a.xlsx", data, strings=strings))[0] == {"Events": [(1, ["Talks ", "", "xy"])]}


@pytest.mark.parametrize("value", ["7", "-1", "x", "", "1e999", "999999999999999999999"])
def test_a_text_that_is_not_there_is_an_empty_cell(tmp_path: Path, value: str) -> None:
    data = f'<sheetData><row r="1"><c r="A1" t="s"><v>{value}</v></c><c r="B1"><v>1</v></c></row></sheetData>'
    assert said(written(tmp_path / "a.xlsx", data, strings="<si><t>a</t></si>"))[0] == {"Events": [(1, ["", "1"])]}


def test_days_may_be_counted_since_1904_and_dates_written_out(tmp_path: Path) -> None:
    data = (
        '<sheetData><row r="1"><c r="A1" t="d"><v>2025-03-27T00:00:00</v></c>'
        '<c r="B1" t="d"><v>2025-03-27T19:30:00</v></c>'
        '<c r="C1" t="b"><v>1</v></c><c r="D1" t="str"><v>text</v></c></row></sheetData>'
    )
    assert said(written(tmp_path / "a.xlsx", data))[0]["Events"] == [
        (1, ["2025-03-27", "2025-03-27T19:30", "True", "text"])
    ]


def test_merged_and_hidden_cells(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "events"
    for row in (["id", "when"], ["a", "2025-03-27"], ["b"], ["c"]):
        sheet.append(row)
    sheet.merge_cells("B2:B4")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("visits").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    found, notes = said(tmp_path / "a.xlsx")
    assert [cells[1] for _, cells in found["events"]] == ["when", "2025-03-27", "2025-03-27", "2025-03-27"]
    assert [note.partition(" is ")[0] for note in notes] == ["events:3: : row 3", "events:1: when: the column"]


def test_every_cell_is_that_of_a_second_program(tmp_path: Path) -> None:
    """Openpyxl reads back what it wrote; ours reads the same."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "events"
    for i in range(40):
        sheet.append(
            [f"e{i}", i * 1.25, i if i % 3 else None, f"line\n{i}", "  x ", bool(i % 2), "=1+1" if i == 9 else ""]
        )
    book.save(tmp_path / "a.xlsx")
    theirs = [
        (line, [str(v) if v is not None else "" for v in row])
        for line, row in enumerate(load_workbook(tmp_path / "a.xlsx")["events"].iter_rows(values_only=True), start=1)
    ]
    for (line, row), (line_of_ours, ours) in zip(theirs, said(tmp_path / "a.xlsx")[0]["events"], strict=True):
        assert line == line_of_ours
        assert [text.removesuffix(".0") for text in row[:6]] == (ours + [""] * 6)[:6]


def test_a_declared_type_of_document_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.xlsx", {"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'})
    assert said(path) == ({}, ["it declares a type of document, as no workbook does; save it anew as XLSX"])
