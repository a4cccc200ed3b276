"""Programmes of a day or two: sections with dates and places, hours in the same cell, struck rows, degrees, gaps."""

from pathlib import Path

import pytest
import xlsxwriter

from mapapp.foreign import Reading
from mapapp.foreign.degrees import degrees
from mapapp.foreign.records import Role, RowState
from tests.fixtures.tables_of_others.making import workbook
from tests.fixtures.workbooks import ods
from tests.foreign.brought import brought, stops


def _events(reading: Reading) -> list[str]:
    return [f"{h.event.when} {h.event.title}" for h in reading.tour.events]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Day 1 - Monday 3 March 2025", "Day 2 - Tuesday 4 March 2025"),
        ("Monday 3 March 2025 (Day 1)", "Tuesday 4 March 2025 (Day 2)"),
        ("Tag 1: 3.3.2025", "Tag 2: 4.3.2025"),
        ("Jour 1 – lundi 3 mars 2025", "Jour 2 – mardi 4 mars 2025"),
        ("1-й день, 3 марта 2025 г.", "2-й день, 4 марта 2025 г."),
        ("2025 жылғы 3 наурыз", "2025 жылғы 4 наурыз"),
        ("3 March 2025: arrival", "4 March 2025: the talks"),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_days_above_their_rows(first: str, second: str, above: bool) -> None:
    head = "Time\tActivity\tVenue\tCity\n"
    begins = f"{first}\n{head}" if above else f"{head}{first}\n"
    text = f"{begins}09:00\tTalks\tCity Hall\tTbilisi\n{second}\n10:45\tVisit\tPort\tBatumi\n"
    reading = brought(text, "a.txt")
    assert stops(reading) == ["Tbilisi 2025-03-03", "Batumi 2025-03-04"]
    assert _events(reading) == ["2025-03-03T09:00 Talks", "2025-03-04T10:45 Visit"]


@pytest.mark.parametrize("first", ["3 March 2025 – Tbilisi", "Tbilisi, 3 March 2025", "Day 1: 3 March 2025 (Tbilisi)"])
def test_a_section_that_names_the_place(first: str) -> None:
    reading = brought(f"Time;Activity\n{first};\n09:00;Talks\n11:00;Lunch\n4 March 2025 – Batumi;\n10:45;Visit\n")
    assert stops(reading) == ["Tbilisi 2025-03-03", "Batumi 2025-03-04"]
    assert _events(reading)[1] == "2025-03-03T11:00 Lunch"


def test_a_date_above_a_table_that_has_its_own_is_that_of_the_document() -> None:
    reading = brought("12 March 2025;;\nDate;City;Event\n2.5.2025;Oslo;Talks\n;Bergen;Fair\n20.5.2025;Hamar;Fair\n")
    assert all(not day.endswith("2025-03-12") for day in stops(reading))


@pytest.mark.parametrize("written", ["quarta-feira - 08/05/2024", "Wednesday – 8 May 2024", "среда: 08.05.2024"])
def test_a_dash_behind_the_day_of_the_week(written: str) -> None:
    reading = brought(f"Date;City;Event\n{written};Contagem;Visit\n15 May 2024;Contagem;Visit\n")
    assert stops(reading)[0] == "Contagem 2024-05-08"
    assert brought("Date;City\nMonday - 15/05/2024;Contagem\n").questions, "it is a Wednesday"


@pytest.mark.parametrize("rows", [
    ("09:00 Skopje – talks", "15:00-16:00 Tetovo – visit"),
    ("09:00 talks, Skopje", "15:00 visit of the fair, Tetovo"),
    ("Skopje: talks", "Tetovo: visit"),
])  # fmt: skip
def test_the_place_in_the_cell_of_the_event_is_taken_out(rows: tuple[str, str]) -> None:
    first, second = (f'"{row}"' for row in rows)
    reading = brought(f"Date,Programme\n10 June 2024,{first}\n10 June 2024,{second}\n")
    assert stops(reading) == ["Skopje 2024-06-10", "Tetovo 2024-06-10"]
    assert [h.event.title for h in reading.tour.events] == list(rows), "the cell stays as it is"
    assert ("T09:00" in _events(reading)[0]) is rows[0].startswith("09")


def test_columns_that_blanks_part_may_have_commas() -> None:
    reading = brought("Fri 7 Feb 2025   Leeds, UK   Academy\nSat 8 Feb 2025   Glasgow, UK   Barrowland\n", "a.txt")
    assert stops(reading) == ["Leeds 2025-02-07", "Glasgow 2025-02-08"]
    padded = brought("Date,   City,   Event\n2.5.2024,   Oslo,   Talks\n14.5.2024,   Hamar,   Fair\n", "a.txt")
    assert stops(padded) == ["Oslo 2024-05-02", "Hamar 2024-05-14"]


def _struck(cells: list[int]) -> bytes:
    """A workbook in whose second row these cells are struck through."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet, struck = book.add_worksheet(), book.add_format({"font_strikeout": True})
        sheet.write_row(0, 0, ["Date", "City", "Event", "Status"])
        sheet.write_row(1, 0, ["13 May 2024", "Riga", "Talks", "confirmed"])
        for column, text in enumerate(("14 May 2024", "Vilnius", "Forum", "confirmed")):
            sheet.write(2, column, text, struck if column in cells else None)

    return workbook(fill)


@pytest.mark.parametrize(
    ("cells", "status", "asks"),
    [([0, 1, 2, 3], "cancelled", False), ([], "confirmed", False), ([0, 1], "cancelled", True),
     ([2], "confirmed", False)],
)  # fmt: skip
def test_a_struck_row_of_a_workbook_is_cancelled_and_half_of_one_is_asked(
    cells: list[int], status: str, asks: bool
) -> None:
    reading = brought(_struck(cells), "a.xlsx")
    assert [s.visit.status.value for s in reading.tour.stops][1:] == [status]
    assert bool(reading.questions) is asks
    told = {0: "", 1: "", 2: "struck through in part", 4: "struck through"}[len(cells)]
    assert (reading.rows[1].cells[-1].written if len(reading.columns) > 4 else "") == told  # nobody wrote "cancelled"
    assert any("single cells that are struck through (line 3)" in note for note in reading.notes) is (len(cells) == 1)


def test_a_struck_row_of_opendocument(tmp_path: Path) -> None:
    through = '<style:text-properties style:text-line-through-style="solid"/>'
    style = f'<style:style style:name="c1" style:family="table-cell">{through}</style:style>'

    def row(*cells: str, mark: str = "") -> str:
        start = f'<table:table-cell{mark} office:value-type="string"><text:p>'
        inside = "".join(f"{start}{cell}</text:p></table:table-cell>" for cell in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    rows = row("Date", "City", "Event") + row("13 May 2024", "Riga", "Talks")
    rows += row("14 May 2024", "Vilnius", "Forum", mark=' table:style-name="c1"')
    data = ods(tmp_path / "a.ods", f'<table:table table:name="One">{rows}</table:table>', style).read_bytes()
    assert [s.visit.status.value for s in brought(data, "a.ods").tour.stops] == ["held", "cancelled"]


@pytest.mark.parametrize(
    ("written", "value"),
    [("45°07'30\"N", 45.125), ("78°15'00\"E", 78.25), ("47,0505", 47.0505), ("W 8°30′", -8.5), ("45°7.5'S", -45.125),
     ("55°45′ с. ш.", 55.75), ("N45.5", 45.5), ("2024", None), ("12:30", None), ("45°70'N", None), ("N 45 S", None)],
)  # fmt: skip
def test_degrees_as_people_write_them(written: str, value: float | None) -> None:
    assert degrees(written) == value


def test_what_stands_at_a_position_gives_it_its_name() -> None:
    text = "Punkt;Breite;Länge;Datum\nProbestelle A;47,0505;8,3093;1.7.2024\nProbestelle B;46,948;7,4474;12.7.2024\n"
    assert stops(brought(text)) == ["Probestelle A 2024-07-01", "Probestelle B 2024-07-12"]


def test_a_town_holds_for_empty_cells_of_its_own_region_alone() -> None:
    rows = "3.2.2025;Gaziantep;Nizip;A\n13.2.2025;Kilis;;B\n14.2.2025;Hatay;İskenderun;C\n"
    reading = brought(f"Tarih;İl;İlçe;Program\n{rows}")
    assert stops(reading) == ["Nizip 2025-02-03", "Kilis 2025-02-13", "İskenderun 2025-02-14"]


def test_people_with_initials_are_no_towns_that_are_called_after_them() -> None:
    rows = "1;14.03.2024;Казахстан, г. Астана;Иванов И.И., Петрова А.С.\n2;15.03.2024;Армения, г. Гюмри;Иванов И.И.\n"
    reading = brought(f"№ п/п;Дата;Страна, город;Участники\n{rows}")
    assert [c.role for c in reading.columns][2:] == [Role.PLACE, Role.PEOPLE]
    assert [s.visit.place.country for s in reading.tour.stops] == ["KZ", "AM"]


def test_a_region_or_country_in_no_list_leaves_its_town_in_doubt() -> None:
    reading = brought('Date;City\n2.5.2024;"Santo Domingo, R. Dominicania"\n14.5.2024;Samaná\n')
    assert stops(reading)[0].startswith("Santo Domingo")
    assert reading.rows[0].state == RowState.NEEDS_YOU
    district = brought("Дата;Район;Город\n12.05.2024;Небывалый район;Щучинск\n15.05.2024;г. Кокшетау;Кокшетау\n")
    assert [s.visit.place.country for s in district.tour.stops] == ["KZ", "KZ"] and district.questions


@pytest.mark.parametrize(
    ("clock", "stated"),
    [("11-00", "T11:00"), ("9h às 11h", "T09:00/2024-05-12T11:00"), ("11-30 – 12-45", "T11:30/2024-05-12T12:45"),
     ("10-12", "")],
)  # fmt: skip
def test_hours_with_a_hyphen_are_read_where_they_are_no_span(clock: str, stated: str) -> None:
    reading = brought(f"Date;Time;City;Event\n12 May 2024;{clock};Oslo;Talks\n13 May 2024;10:00;Oslo;Talks\n")
    assert _events(reading)[0] == f"2024-05-12{stated} Talks"


def test_of_a_flight_the_hour_of_arriving_counts() -> None:
    reading = brought(
        "Date;From;To;Dep.;Arr.\n12 Sep 2024;Baku;Almaty;11:05;15:55\n15 Sep 2024;Almaty;Astana;8:00;9:40\n"
    )
    assert [str(h.event.when) for h in reading.tour.events] == ["2024-09-12T15:55", "2024-09-15T09:40"]
