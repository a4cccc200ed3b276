"""Cells on a colour, and what stands above the headings: said, never dropped without a word."""

from pathlib import Path

import pytest
import xlsxwriter
import xlwt

from mapapp.foreign import Reading
from tests.fixtures.tables_of_others.making import workbook
from tests.fixtures.workbooks import ods
from tests.foreign.brought import brought

ROWS = [
    ("Date", "City"),
    *((f"{day} May 2024", city) for day, city in enumerate(["Riga", "Narva", "Tartu", "Vilnius"], 1)),
]


def _said(reading: Reading) -> list[str]:
    return [str(note) for note in reading.notes if "colour" in note]


def _book(grounds: dict[int, str]) -> bytes:
    """A workbook of which these lines, counted from 1, stand on colours."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for line, cells in enumerate(ROWS, 1):
            ground = grounds.get(line)
            sheet.write_row(line - 1, 0, cells, book.add_format({"bg_color": ground}) if ground else None)

    return workbook(fill)


@pytest.mark.parametrize(
    ("grounds", "lines"),
    [
        ({3: "yellow"}, "1 row has coloured cells (line 3)"),
        ({2: "yellow", 5: "#C6EFCE"}, "2 rows have coloured cells (lines 2, 5)"),
        ({1: "#1F4E78", 4: "yellow"}, "1 row has coloured cells (line 4)"),
        ({1: "#1F4E78"}, ""),  # the headings
        ({2: "#EEEEEE", 4: "#EEEEEE"}, ""),  # every other row
        ({3: "white"}, ""),
        ({}, ""),
    ],
)
def test_rows_that_a_colour_sets_apart_are_told(grounds: dict[int, str], lines: str) -> None:
    said = _said(brought(_book(grounds), "a.xlsx"))
    assert [note.partition(";")[0] for note in said] == ([lines] if lines else [])


@pytest.mark.parametrize(("ground", "told"), [("#ffff00", True), ("transparent", False), ("#FFFFFF", False)])
def test_colours_of_opendocument(tmp_path: Path, ground: str, told: bool) -> None:
    style = f'<style:table-cell-properties fo:background-color="{ground}"/>'
    styles = f'<style:style style:name="c1" style:family="table-cell">{style}</style:style>'

    def row(cells: tuple[str, ...], mark: str) -> str:
        start = f'<table:table-cell{mark} office:value-type="string"><text:p>'
        return f"<table:table-row>{''.join(f'{start}{c}</text:p></table:table-cell>' for c in cells)}</table:table-row>"

    rows = "".join(row(cells, ' table:style-name="c1"' if line == 3 else "") for line, cells in enumerate(ROWS, 1))
    data = ods(tmp_path / "a.ods", f'<table:table table:name="One">{rows}</table:table>', styles).read_bytes()
    assert [note.partition(" has")[0] for note in _said(brought(data, "a.ods"))] == (["1 row"] if told else [])


@pytest.mark.parametrize(
    ("style", "said", "status"),
    [
        ("pattern: pattern solid, fore_colour yellow", "1 row has coloured cells (line 3)", "held"),
        ("pattern: pattern solid, fore_colour white", "", "held"),
        ("font: bold on, struck_out on", "", "cancelled"),
        ("font: bold on", "", "held"),
    ],
)
def test_colours_and_struck_rows_of_xls(tmp_path: Path, style: str, said: str, status: str) -> None:
    book = xlwt.Workbook()
    sheet, fonts = book.add_sheet("One"), [xlwt.easyxf(f"font: height {height}") for height in range(200, 260, 10)]
    for line, cells in enumerate(ROWS, 1):
        for column, text in enumerate(cells):
            sheet.write(line - 1, column, text, xlwt.easyxf(style) if line == 3 else fonts[line])
    book.save(str(tmp_path / "a.xls"))
    reading = brought((tmp_path / "a.xls").read_bytes(), "a.xls")
    assert [note.partition(";")[0] for note in _said(reading)] == ([said] if said else [])
    assert [stop.visit.status.value for stop in reading.tour.stops] == ["held", status, "held", "held"]


@pytest.mark.parametrize(
    ("row", "cell", "told"),
    [
        ("", "style='background:yellow;mso-highlight:red'", True),
        ("", 'style="color:red; background-color: #FFF2CC;"', True),
        ("bgcolor=#FFCC00", "", True),
        ("style='background:#cfc'", "", True),
        ("", "class='xl65 xl70'", True),
        ("", "class=xl66", False),
        ("", "style='background:white'", False),
        ("", "style='background-color: rgb(255, 255, 255)'", False),
        ("", "style='background:none;mso-background-themecolor:accent1'", False),
        ("", "style='mso-highlight:yellow'", False),
        ("", "", False),
    ],
)
def test_colours_of_pasted_cells(row: str, cell: str, told: bool) -> None:
    sheet = "<style>.xl65 {color:black;}\n.xl70\n{mso-pattern:black none; background:yellow}\n.xl66 {width:2px}</style>"
    lines = [f"<tr><td>{day}</td><td>{city}</td></tr>" for day, city in ROWS]
    lines[2] = lines[2].replace("<td", f"<td {cell}").replace("<tr", f"<tr {row}")
    reading = brought(f"{sheet}<table>{''.join(lines)}</table>", "a.html")
    assert [note.partition(";")[0] for note in _said(reading)] == (["1 row has coloured cells (line 3)"] * told)


def test_hidden_columns_are_named_whether_they_are_read_or_not() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for line, cells in enumerate(
            [("Date", "City", "Event", "Hotel", "Notes")] + [("2 May 2024", "Riga", "Talks", "A", "b")] * 2
        ):
            sheet.write_row(line, 0, cells)
        sheet.set_column("B:B", None, None, {"hidden": True})
        sheet.set_column("E:E", None, None, {"hidden": True})

    reading = brought(workbook(fill), "a.xlsx")
    assert [note for note in reading.notes if "hidden" in note] == [
        "1 column is hidden in the workbook and left out: Notes.",
        "1 column is hidden in the workbook and read all the same: City.",
    ]


@pytest.mark.parametrize(
    ("above", "title", "besides"),
    [
        (["Visit to the Baltic States, 1–4 May 2024"], "Visit to the Baltic States, 1–4 May 2024", 0),
        (["Reise ins Baltikum (1. bis 4. Mai 2024)", "Gelb = offen"], "Reise ins Baltikum (1. bis 4. Mai 2024)", 1),
        (["Visit to the Baltic States", "Draft 3", "not public"], "Visit to the Baltic States", 2),
        (["Visit to the Baltic States", "Wednesday 1 May 2024"], "Visit to the Baltic States", 0),
        (["Wednesday 1 May 2024"], "a", 0),  # the day of the rows below, and the name of the file
    ],
)
def test_of_the_lines_above_the_first_is_the_title_and_the_others_are_told(
    above: list[str], title: str, besides: int
) -> None:
    reading = brought("\n".join([*above, *("\t".join(row) for row in ROWS)]), "a.txt")
    assert reading.title == title
    assert sum(note.startswith("Above the headings also stands") for note in reading.notes) == besides
