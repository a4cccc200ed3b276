"""Every format of a table is read alike, and what a reader would cut or choose by itself is refused."""

import csv
import re
from html import escape
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
import xlsxwriter
import xlwt

from mapapp.batch import table
from mapapp.catalogue.origins import WORKBOOKS
from mapapp.catalogue.recognising import TEXTS
from mapapp.errors import MapappError
from mapapp.tables.rows import MAX_CELLS
from tests.batch.test_geocoding import geocoded, read, run
from tests.fixtures.workbooks import ods

Rows = list[list[str]]
ROWS = [["no", "Place", "Country", "note"], ["1", "Almaty", "KZ", "=1+1"], ["2", "Osh", "KG", ""], ["3", "", "", "a;b"]]


def written(path: Path, *tables: Rows) -> Path:
    """The tables as a file of the kind that the name of the file says; those of text hold one."""
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
            for rows in tables:
                sheet = book.add_worksheet()
                for number, cells in enumerate(rows):
                    sheet.write_row(number, 0, cells)
    elif suffix == ".xls":
        old = xlwt.Workbook()
        for number, rows in enumerate(tables):
            sheet = old.add_sheet(f"Sheet{number}")
            for line, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    sheet.write(line, column, cell)
        old.save(path)
    elif suffix == ".ods":
        ods(path, "".join(f'<table:table table:name="{n}">{_odf(rows)}</table:table>' for n, rows in enumerate(tables)))
    elif suffix.startswith(".htm"):
        path.write_text("".join(f"<table>{_html(rows)}</table>" for rows in tables), encoding="utf-8")
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter="," if suffix == ".csv" else "\t").writerows(tables[0])
    return path


def _html(rows: Rows) -> str:
    return "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>" for cells in rows)


def _odf(rows: Rows) -> str:
    lines = (
        "".join(f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in cells)
        for cells in rows
    )
    return "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)


@pytest.mark.parametrize("suffix", [*TEXTS, *WORKBOOKS, ".TSV"])
def test_a_table_is_the_same_whatever_its_format(tmp_path: Path, suffix: str) -> None:
    found = table.opened(written(tmp_path / f"in{suffix}", ROWS))
    assert found.columns == tuple(ROWS[0])
    (block,) = found.blocks()
    assert [list(row) for row in zip(*block.values(), strict=True)] == ROWS[1:]
    assert list(found.blocks()) == [block], "it can be gone through again"


def test_every_format_that_is_named_is_tried() -> None:
    assert {*TEXTS, *WORKBOOKS, ".parquet"} == set(table.SUFFIXES)


@pytest.mark.parametrize("suffix", [".tsv", ".xlsx"])
def test_the_command_takes_them_and_writes_tabs_where_they_are_asked_for(tmp_path: Path, suffix: str) -> None:
    done = run(str(written(tmp_path / f"in{suffix}", ROWS)), str(tmp_path / "out.tsv"))
    assert done.returncode == 0, done.stderr
    with (tmp_path / "out.tsv").open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file, delimiter="\t"))
    assert [(row["no"], row["place_title"], row["note"]) for row in found] == [
        ("1", "Almaty", "'=1+1"),
        ("2", "Osh", ""),
        ("3", "", "a;b"),
    ]


@pytest.mark.parametrize("suffix", [".tsv", ".txt", ".html", ".parquet"])
def test_a_table_alone_asks_where_to_write(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"in{suffix}"
    path.write_bytes(b"place\tcountry\n")
    done = run(str(path))
    assert done.returncode == 2
    assert f"A {suffix} file is a table and no tour: say where to write it" in done.stderr


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".xls", ".html"])
def test_of_several_tables_none_is_chosen(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(MapappError, match=r"has several tables \(.+, .+\)\. Save the one that is meant"):
        table.opened(written(tmp_path / f"in{suffix}", ROWS, ROWS))
    assert table.opened(written(tmp_path / f"in{suffix}", ROWS, [])).columns == tuple(ROWS[0])


@pytest.mark.parametrize("suffix", [".xlsx", ".html", ".csv"])
def test_cells_without_a_heading_stay(tmp_path: Path, suffix: str) -> None:
    found = table.opened(written(tmp_path / f"in{suffix}", [["place"], ["Osh", "note"]]))
    assert found.columns == ("place", "column 2")
    assert [dict(block) for block in found.blocks()] == [{"place": ("Osh",), "column 2": ("note",)}]


def test_a_workbook_that_would_be_cut_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = written(tmp_path / "wide.xlsx", [["place", *(f"c{number}" for number in range(260))]])
    with pytest.raises(MapappError, match=re.escape("160,000 rows and 250 columns. Save it as CSV.")):
        table.opened(wide)
    monkeypatch.setattr(table, "MAX_ROWS", 3)
    with pytest.raises(MapappError, match="has more than is read of a workbook"):
        table.opened(written(tmp_path / "long.xlsx", ROWS))
    monkeypatch.setattr(table, "MAX_BYTES", 3)
    with pytest.raises(MapappError, match="Save its table as CSV"):
        table.opened(wide)


@pytest.mark.parametrize("suffix", [*TEXTS, *WORKBOOKS, ".parquet"])
def test_what_is_there_no_more_or_damaged_is_a_sentence(tmp_path: Path, suffix: str) -> None:
    for path in (tmp_path / f"missing{suffix}", tmp_path):
        with pytest.raises(MapappError, match=r"cannot be read|is no table"):
            table.opened(path)
    (tmp_path / f"in{suffix}").write_bytes(b"\x81\x00\xff\xfe\x00\x98" * 9)
    with pytest.raises(MapappError, match=r"cannot be read|No column of names|is empty"):
        geocoded(tmp_path / f"in{suffix}", tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_a_table_of_text_has_so_many_columns(tmp_path: Path) -> None:
    """One long line gave every other line as many cells: 500 KB took 6 GB."""
    path = tmp_path / "in.csv"
    path.write_text("place\n" + "Osh\n" * 5 + "Almaty" + "," * MAX_CELLS + "\n", encoding="utf-8")
    with pytest.raises(MapappError, match=re.escape("A row of the table has 1,001 cells; at most 1,000 are read.")):
        table.opened(path)
    path.write_text("place\nAlmaty" + "," * (MAX_CELLS - 1) + "\n", encoding="utf-8")
    assert len(table.opened(path).columns) == MAX_CELLS


def test_a_small_parquet_file_unpacks_to_no_large_one(tmp_path: Path) -> None:
    """It names a text once and says how often it stands there: of 2 KB came 50 GB."""
    path, rows = tmp_path / "in.parquet", 20_000
    text = pyarrow.array(["x" * 100_000])
    note = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * rows, pyarrow.int32()), text)
    pyarrow.parquet.write_table(pyarrow.table({"place": ["Osh"] * rows, "note": note}), path)
    assert path.stat().st_size < 10_000
    with pytest.raises(MapappError, match=re.escape("has 1,000 MB of text in 10,000 rows; at most 200 are read.")):
        list(table.opened(path).blocks())


def test_names_that_a_parquet_file_has_as_bytes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    columns = {"place": pyarrow.array([b"Osh", None, b"\xff"], pyarrow.binary()), "tags": [["a"], [], ["b", "c"]]}
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    geocoded(path, tmp_path / "out.csv")
    rows = read(tmp_path / "out.csv")
    assert [(row["place"], row["place_title"]) for row in rows] == [("Osh", "Osh"), ("", ""), ("\ufffd", "")]


@pytest.mark.parametrize(("name", "line"), [("in.csv", "Ort;Staat"), ("in.tsv", "Town, its county, its state\tNote")])
def test_the_separator_is_told_without_known_headings(tmp_path: Path, name: str, line: str) -> None:
    (tmp_path / name).write_text(f"{line}\n", encoding="utf-8")
    assert len(table.opened(tmp_path / name).columns) == 2
