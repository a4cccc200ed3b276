"""Numbers alone: which columns of them are dates, and which only count something."""

import pytest

from mapapp.foreign.records import Role
from tests.foreign.brought import brought, facets, stops

COUNTS = ("5000", "1500", "4000")
YEARS = ("1850", "1920", "2019")
DAYS = ("2016-06-10", "2016-06-11", "2016-06-14")


def table(heads: str, *columns: tuple[str, ...]) -> str:
    rows = zip(("Vienna", "Graz", "Linz"), *columns, strict=True)
    return "\n".join([f"City;{heads}", *(";".join(row) for row in rows)]) + "\n"


@pytest.mark.parametrize(
    "heading",
    ["NumberofPeople", "Attendance", "Crowd size", "Estimated crowd", "Anzahl Besucher", "Зрителей", "Coût total",
     "PLZ", "Aforo", "Público", "Katılımcı sayısı", "Something"],
)  # fmt: skip
@pytest.mark.parametrize("figures", [COUNTS, ("1500", "2000", "1900")])
def test_a_count_is_no_date(heading: str, figures: tuple[str, ...]) -> None:
    reading = brought(table(f"{heading};Day", figures, DAYS))
    assert stops(reading) == [f"{town} {day}" for town, day in zip(("Vienna", "Graz", "Linz"), DAYS, strict=True)]
    alone = brought(table(heading, figures))
    assert [str(stop.visit.when or "") for stop in alone.tour.stops] == ["", "", ""]


@pytest.mark.parametrize("heading", ["Attendance", "Tickets sold", "Teilnehmer", "Capacité"])
def test_a_count_that_looks_like_years_is_none(heading: str) -> None:
    alone = brought(table(heading, YEARS))
    assert [str(stop.visit.when or "") for stop in alone.tour.stops] == ["", "", ""]


def test_whole_dates_win_over_bare_years() -> None:
    reading = brought(table("Season;Date_Readable", ("2015", "2015", "2016"), DAYS))
    assert [str(stop.visit.arrival) for stop in reading.tour.stops] == list(DAYS)
    assert [column.role for column in reading.columns][1:] == [Role.NOTES, Role.DAY]


def test_bare_years_stay_dates_where_nothing_speaks_against_them() -> None:
    assert [str(s.visit.when) for s in brought(table("Year", YEARS)).tour.stops] == list(YEARS)
    assert [str(s.visit.when) for s in brought(table("Season", ("2014", "2015", "2016"))).tour.stops] == [
        "2014", "2015", "2016",
    ]  # fmt: skip


@pytest.mark.parametrize("scale", [1, 1_000])
def test_seconds_since_1970_are_days_under_the_heading_of_a_date(scale: int) -> None:
    seconds = tuple(str(n * scale) for n in (1_465_516_800, 1_465_603_200, 1_465_862_400))
    reading = brought(table("Visit date", seconds))
    assert [str(stop.visit.arrival) for stop in reading.tour.stops] == list(DAYS)
    assert "UTC" in str(reading.columns[1].said)
    other = brought(table("Contract", seconds))
    assert [str(stop.visit.when or "") for stop in other.tour.stops] == ["", "", ""]
    both = brought(table("Date of rally;Date readable", seconds, ("6/10/2016", "6/11/2016", "6/14/2016")))
    assert [str(stop.visit.arrival) for stop in both.tour.stops] == list(DAYS)
    assert [column.role for column in both.columns][1:] == [Role.LEAVE_OUT, Role.DAY]


def test_dates_that_stand_in_two_columns_are_told_once() -> None:
    reading = brought(table("date;date8061", ("Friday, June 10, 2016", "Saturday, June 11, 2016", ""), (*DAYS[:2], "")))
    assert [column.role for column in reading.columns][1:] == [Role.DAY, Role.LEAVE_OUT]


def test_a_number_in_a_note_keeps_the_heading_that_tells_what_it_is() -> None:
    text = "Date;City;Event;Duration of Stay;Class of Travel;Notes\n3 May 2023;Vienna;Talks;;Economy;Cold\n"
    reading = brought(text + "5 May 2023;Graz;Forum;1 h 30;Business;12\n")
    first, second = (event.event.summary for event in reading.tour.events)
    assert first == "Class of Travel: Economy. Cold"
    assert second == "Duration of Stay: 1 h 30. Class of Travel: Business. Notes: 12"


@pytest.mark.parametrize("heading", ["Mode of Travel", "Verkehrsmittel", "Вид транспорта", "Travel class"])
def test_how_somebody_travels_is_no_title(heading: str) -> None:
    lasting = brought(f"Date;City;Duration of Stay;{heading}\n3 May 2023;Vienna;1;AIR\n5 May 2023;Graz;0;RAIL\n")
    assert not lasting.tour.events
    reading = brought(f"Date;City;{heading}\n3 May 2023;Vienna;AIR\n5 May 2023;Graz;RAIL\n")
    assert not reading.tour.events
    assert [stop.visit.summary for stop in reading.tour.stops] == [f"{heading}: AIR", f"{heading}: RAIL"]


@pytest.mark.parametrize("heading", ["Distance (miles)", "Cost", "Something"])
def test_a_measure_with_decimals_is_no_hour(heading: str) -> None:
    reading = brought(table(f"Day;{heading}", DAYS, ("18.50", "17.00", "14.75" if heading == "Something" else "9.30")))
    assert reading.columns[2].role not in (Role.TIME, Role.DAY)
    assert not any(stop.visit.when and stop.visit.when.start.time for stop in reading.tour.stops)


def test_yes_and_no_are_no_title() -> None:
    reading = brought(table("Day;working", DAYS, ("y", "n", "y")))
    assert not reading.tour.events


def test_headings_with_a_number_behind_them_are_headings() -> None:
    reading = brought("Date;City 1;Country 1;City 2;Country 2\n3 May 1950;Graz;Austria;;\n4 May 1950;Linz;Austria;;\n")
    assert stops(reading) == ["Graz 1950-05-03", "Linz 1950-05-04"] and not facets(reading)


def test_cells_behind_the_last_heading_are_told_of() -> None:
    rows = "Graz,2023-05-03,Mam\nLinz,2023-05-04,Mam, Rachel\nVienna,2023-05-05,Mam\n"
    reading = brought("City,Date,With\n" + rows)
    assert any("line 3" in note and "last heading" in note for note in map(str, reading.notes))
    assert not any(
        "last heading" in str(note) for note in brought("City,Date,With\n" + rows.replace(", R", " R")).notes
    )


def test_a_way_that_arrives_the_next_day_is_one_to_where_it_ends() -> None:
    rows = "Graz;Linz;Bus;7 Dec 2023;7 Dec 2023\nLinz;Vienna;Night train;10 Dec 2023;11 Dec 2023\n"
    reading = brought("Start;End;Mode;Date Started;Date Ended\n" + rows)
    assert stops(reading) == ["Linz 2023-12-07", "Vienna 2023-12-11"]
    assert [str(stop.visit.when) for stop in reading.tour.stops] == ["2023-12-07", "2023-12-11"]


def test_letters_that_number_the_rows_are_no_countries() -> None:
    reading = brought("Visit;When;Site\nA;2025-04-02;Tirana\nB;2025-04-03;Shkoder\nC;2025-04-05;Berat\n")
    assert reading.columns[0].role == Role.NOTES


def test_a_column_of_countries_may_have_the_letters_of_vehicles() -> None:
    reading = brought("Land;Datum;Ort\nA;02.04.2025;Graz\nD;03.04.2025;Bonn\nF;25.04.2025;Lyon\n")
    assert reading.columns[0].role == Role.COUNTRY
