"""Workbooks with a sheet for each day, sheets and lines that tell whose rows stand below them, tables on their side."""

import io

import openpyxl
import pytest

from mapapp.foreign import Reading
from tests.foreign.brought import brought, facets


def _book(**sheets: list[list[str]]) -> bytes:
    return _named(list(sheets.items()))


def _named(sheets: list[tuple[str, list[list[str]]]]) -> bytes:
    book, content = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(content)
    return content.getvalue()


def _days(reading: Reading) -> list[str]:
    return [f"{s.visit.place.title} {s.visit.when}" for s in reading.tour.stops]


_HEAD = ["Time", "Event", "Place"]
_FIRST, _SECOND = ["09:30", "Talks", "Gdańsk"], ["10:00", "Round table", "Toruń"]


@pytest.mark.parametrize(
    "names", [("Mon 2 June 2025", "Tue 3 June 2025"), ("02.06.2025", "03.06.2025"), ("2025-06-02", "2025-06-03")]
)
def test_a_sheet_for_each_day_gives_its_rows_that_day(names: tuple[str, str]) -> None:
    reading = brought(_named([(names[0], [_HEAD, _FIRST]), (names[1], [_HEAD, _SECOND])]), "programme.xlsx")
    assert _days(reading) == ["Gdańsk 2025-06-02", "Toruń 2025-06-03"]
    assert reading.counts.rows == 2 and not facets(reading)


def test_the_line_above_the_headings_of_each_sheet_may_tell_the_day() -> None:
    book = _named(
        [("Day 1", [["Monday 2 June 2025"], _HEAD, _FIRST]), ("Day 2", [["Tuesday 3 June 2025"], _HEAD, _SECOND])]
    )
    assert _days(brought(book, "programme.xlsx")) == ["Gdańsk 2025-06-02", "Toruń 2025-06-03"]


def test_one_sheet_of_a_day_is_a_programme_only_with_hours() -> None:
    assert _days(brought(_named([("2 June 2025", [_HEAD, _FIRST])]), "p.xlsx")) == ["Gdańsk 2025-06-02"]
    undated = [["City", "Purpose"], ["Gdańsk", "Talks"], ["Toruń", "Fair"]]  # the day on which the list was made
    assert _days(brought(_named([("2 June 2025", undated)]), "p.xlsx")) == ["Gdańsk None", "Toruń None"]


def test_lines_above_rows_name_who_travels() -> None:
    text = (
        "Minister of Defence\nDate;City;Country\n14.01.2025;Kyiv;Ukraine\n13.02.2025;Brussels;Belgium\n"
        "Minister of Finance\nDate;City;Country\n27.01.2025;Brussels;Belgium\n"
    )
    reading = brought(text)
    assert [person.name for person in reading.tour.travellers] == ["Minister of Defence", "Minister of Finance"]
    assert sorted(f"{s.visit.traveller} {s.visit.when}" for s in reading.tour.stops) == [
        "minister-of-defence 2025-01-14", "minister-of-defence 2025-02-13", "minister-of-finance 2025-01-27"
    ]  # fmt: skip
    towns = text.replace("Minister of Defence", "New Delhi").replace("Minister of Finance", "Cape Town")
    assert [person.name for person in brought(towns).tour.travellers] == ["The traveller"]


def test_a_table_on_its_side_may_have_a_title() -> None:
    rows = [["Safari"], ["Sana", "12.05.2025", "13.05.2025"], ["Shahar", "Xiva", "Nukus"], ["Vaqt", "10:00", "11:00"]]
    reading = brought(_book(Jadval=rows), "j.xlsx")
    assert _days(reading) == ["Xiva 2025-05-12T10:00/2025-05-12", "Nukus 2025-05-13T11:00/2025-05-13"]
    assert reading.title == "Safari" and not any("is not read" in note for note in reading.notes)
