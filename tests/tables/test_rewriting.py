"""A corrected file is the file that was there but for the corrected cells, and reads as the correction wants."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.tables.csv import read_table
from mapapp.tables.edits import Correction
from mapapp.tables.rewriting import rewritten
from mapapp.tables.rows import Column

COLUMNS = ("id", "place", "country", "latitude", "longitude", "summary")
OSH = Correction("visits.csv", 0, "osh", "place", "Ош", "Ош [geonames:1527534]")


def changed(text: str, *corrections: Correction, encoding: str = "utf-8") -> str:
    data = rewritten(text.encode(encoding), "visits.csv", corrections or (OSH,), COLUMNS, alone=True)
    return data.decode(encoding)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id,place\nosh,Ош\n", "id,place\nosh,Ош [geonames:1527534]\n"),
        ("id;place\r\nosh;Ош\r\n", "id;place\r\nosh;Ош [geonames:1527534]\r\n"),
        ("place\tid\rОш\tosh\r", "place\tid\rОш [geonames:1527534]\tosh\r"),
        ('"id","place"\n"osh","Ош"\n', '"id","place"\n"osh","Ош [geonames:1527534]"\n'),
        ("id,place\n\n  osh  ,  Ош  ", "id,place\n\n  osh  ,Ош [geonames:1527534]"),
        ("id,place,place\nosh,Ош,x\n", "id,place,place\nosh,Ош [geonames:1527534],x\n"),
        ("id,place,latitude,longitude\nosh,Ош,4,7\n", "id,place,latitude,longitude\nosh,Ош [geonames:1527534],,\n"),
        ('id,x,place\nosh,"a\nb",Ош\nosh,"a",Ош\n', 'id,x,place\nosh,"a\nb",Ош [geonames:1527534]\nosh,"a",Ош\n'),
        ('id,summary,place\nx,"a\nosh,"Big" Ben,Ош\n', 'id,summary,place\nx,"a\nosh,"Big" Ben,Ош [geonames:1527534]\n'),
        ("id,place,place_id\nosh,Ош,geonames:1\n", "id,place,place_id\nosh,Ош [geonames:1527534],\n"),
        ("id,place\nosh,Ошь\n", "id,place\nosh,Ошь\n"),
    ],
    ids=[
        "comma", "semicolon and CRLF", "tab, CR and order", "quoted", "blanks and a blank line", "a column twice",
        "coordinates go", "line breaks in a cell, id twice", "quotes in odd places", "a place chosen before",
        "another name by now",
    ],
)  # fmt: skip
def test_only_the_cell_changes(before: str, after: str) -> None:
    assert changed(before) == after


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_the_byte_order_mark_stays(mark: str) -> None:
    data = rewritten("id,place\nosh,Ош\n".encode(mark), "visits.csv", [OSH], COLUMNS, alone=True)
    assert data == "id,place\nosh,Ош [geonames:1527534]\n".encode(mark)


def test_an_old_code_page_stays_unless_it_lacks_a_letter() -> None:
    """What is Windows-1251 stays so, and a Kazakh letter, which that has no sign for, makes the file UTF-8."""
    before = "id,place\nosh,Ош\nb,Бишкек\n"
    data = rewritten(before.encode("cp1251"), "visits.csv", [OSH], COLUMNS, alone=True)
    assert data.decode("cp1251") == "id,place\nosh,Ош [geonames:1527534]\nb,Бишкек\n"
    kazakh = Correction("visits.csv", 0, "osh", "place", "Ош", "Өскемен")
    data = rewritten(before.encode("cp1251"), "visits.csv", [kazakh], COLUMNS, alone=True)
    assert data.decode("utf-8-sig") == "id,place\nosh,Өскемен\nb,Бишкек\n"


def test_the_line_of_the_separator_stays() -> None:
    assert changed("sep=;\nid;place\nosh;Ош\n") == "sep=;\nid;place\nosh;Ош [geonames:1527534]\n"


def test_what_needs_quotes_gets_them() -> None:
    at = Correction("visits.csv", 0, "osh", "place", "Ош", "Ош [geo:40.5,72.8]")
    assert changed("id,place\nosh,Ош\n", at) == 'id,place\nosh,"Ош [geo:40.5,72.8]"\n'
    assert changed("id;place\nosh;Ош\n", at) == "id;place\nosh;Ош [geo:40.5,72.8]\n"


def test_cells_that_a_short_line_lacks_are_added() -> None:
    moved = Correction("visits.csv", 0, "osh", "place", "", "Osh [geonames:1527534]", country="KG")
    text = "id,summary,place,latitude,country\nosh\n"
    assert changed(text, moved) == "id,summary,place,latitude,country\nosh,,Osh [geonames:1527534],,KG\n"


def test_a_row_without_an_id_is_known_by_its_line() -> None:
    claim = Correction("claims.csv", 3, "talks", "value", "London", "London [geonames:6058560]")
    text = "event,field,value\ntalks,place,London\ntalks,place,London\n"
    data = rewritten(text.encode(), "claims.csv", [claim], ("event", "field", "value"), alone=True)
    assert data.decode() == text[:-1] + " [geonames:6058560]\n"


def test_in_a_file_of_several_tables_a_row_is_known_by_its_line_too() -> None:
    """An event may bear the id and the place of a visit."""

    def text(column: str) -> str:
        return {"id": "osh", "place": "Ош"}.get(column, "")

    assert OSH.fits("visits.csv", 7, text, alone=True)
    there = OSH._replace(file="tour.csv", line=3)
    assert there.fits("tour.csv", 3, text, alone=False)
    assert not there.fits("tour.csv", 7, text, alone=False)


cell = st.text(st.sampled_from('ab,;\t"\r\n é'), max_size=6)


@given(st.lists(st.tuples(cell, cell), max_size=5), st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]), st.data())
def test_every_cell_of_a_written_table_can_be_corrected(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], delimiter: str, end: str, data: st.DataObject
) -> None:
    """What csv writes, whatever its cells hold, reads afterwards as the one correction says and otherwise as before."""
    out = io.StringIO()
    dialect = data.draw(st.sampled_from([csv.excel, csv.unix_dialect]))  # the second quotes every cell
    writer = csv.writer(out, dialect, delimiter=delimiter, lineterminator=end)
    writer.writerows([("id", "place", "summary"), *((f"r{i}", *row) for i, row in enumerate(rows)), ("last", "x", "y")])
    path = tmp_path_factory.mktemp("table") / "visits.csv"
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    before = read(path)
    id_ = data.draw(st.sampled_from(sorted(before)))
    correction = Correction("visits.csv", 0, id_, "place", before[id_][0], 'new "place", [geo:1,2]')
    path.write_bytes(rewritten(path.read_bytes(), "visits.csv", [correction], COLUMNS, alone=True))
    assert read(path) == before | {id_: ('new "place", [geo:1,2]', before[id_][1])}


@given(st.text(st.sampled_from('osh,Ош"\r\n'), max_size=40))
def test_a_damaged_table_reads_as_before_but_for_the_correction(
    tmp_path_factory: pytest.TempPathFactory, damage: str
) -> None:
    """Quotes in odd places do not move a correction into another row."""
    path = tmp_path_factory.mktemp("table") / "visits.csv"
    path.write_text(f"id,place\n{damage}\nosh,Ош\nend,x\n", encoding="utf-8", newline="")
    before = read(path)
    path.write_bytes(rewritten(path.read_bytes(), "visits.csv", [OSH], COLUMNS, alone=True))
    hit = {"osh": (OSH.becomes, "")} if before.get("osh", ("",))[0] == OSH.was else {}
    assert read(path) == before | hit


def read(path: Path) -> dict[str, tuple[str, str]]:
    rows = read_table(path, (Column(name, required=name == "id") for name in COLUMNS), [], unique="id")
    return {row.text("id"): (row.text("place"), row.text("summary")) for row in rows}
