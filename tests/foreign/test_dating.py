"""Dates of a column: what its own cells tell, what has to be asked, and nothing guessed in silence."""

import datetime as dt
import time

import pytest

from mapapp.dates.partial import Order
from mapapp.dates.reading import read as dated
from mapapp.errors import WhenError
from mapapp.foreign.clocked import with_time
from mapapp.foreign.dating import Around, decide, read
from mapapp.foreign.meanings import Meaning, meaning
from mapapp.when import When

TODAY = dt.date(2026, 11, 29)


def _read(*cells: str, around: Around | None = None) -> list[tuple[str, str]]:
    decision = decide({0: cells}, around or Around(TODAY))[0]
    return [(str(found.when or ""), found.facet) for found in (read(cell, decision) for cell in cells)]


def test_one_cell_that_can_only_be_read_in_one_way_tells_the_order_of_all() -> None:
    assert _read("27/03/2025", "03/04/2025") == [("2025-03-27", ""), ("2025-04-03", "")]
    assert _read("3/27/2025", "3/4/2025") == [("2025-03-27", ""), ("2025-03-04", "")]


def test_without_such_a_cell_it_is_asked_and_the_dates_are_uncertain() -> None:
    assert _read("03/04/2025", "05/06/2025") == [
        ("2025-04-03?", "day or month first"), ("2025-06-05?", "day or month first"),
    ]  # fmt: skip
    around = Around(TODAY, orders={0: Order.MONTH_FIRST})
    assert _read("03/04/2025", "05/06/2025", around=around) == [("2025-03-04", ""), ("2025-05-06", "")]


def test_cells_that_contradict_each_other_leave_the_others_open() -> None:
    assert [facet for _, facet in _read("27/03/2025", "03/27/2025", "03/04/2025")] == ["", "", "day or month first"]


def test_dates_that_a_spreadsheet_took_for_others_are_asked() -> None:
    """Of 27/03, 03/04 and 05/04 an American spreadsheet keeps the last two, as 4 March and 4 May."""
    read_ = _read("27/03/2025", "2025-03-04", "2025-05-04")
    assert [facet for _, facet in read_] == ["", "day and month exchanged", "day and month exchanged"]
    assert {facet for _, facet in _read("27/03/2025", "2025-03-14", "2025-05-04")} == {""}


def test_a_year_above_the_table_is_that_of_dates_without_one() -> None:
    assert _read("26 March", around=Around(TODAY, hints=("Visit of March 2025",))) == [("2025-03-26", "")]
    assert _read("26 March") == [("2026-03-26?", "no year")]
    assert _read("26 March", around=Around(TODAY, year=2024)) == [("2024-03-26", "")]


def test_two_figures_of_a_year_are_asked_unless_other_years_tell_the_century() -> None:
    assert _read("27.03.61") == [("1961-03-27?", "century")]  # of the last hundred years or so
    assert _read("27.03.61", around=Around(TODAY, century=1900)) == [("1961-03-27", "")]
    assert _read("27.03.25", around=Around(TODAY, hints=("Programme 2025",))) == [("2025-03-27", "")]


def test_a_day_of_the_week_that_contradicts_is_asked() -> None:
    assert _read("Monday, 27 March 2025") == [("2025-03-27?", "weekday")]
    assert _read("Thursday, 27 March 2025") == [("2025-03-27", "")]


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("17-19 Feb 2009", "2009-02-17/2009-02-19"),
        ("2017-05-20,2017-05–22", "2017-05-20/2017-05-22"),
        ("Friday, June 10, 2016", "2016-06-10"),
        ("27 March 2025 (TBC)", "2025-03-27"),
        ("March 3, 5 and 7, 2025", ""),
        ("mid-March 2025", "2025-03"),
        ("TBC", ""),
        ("3 visits", ""),
    ],
)
def test_one_cell_by_itself(cell: str, wanted: str) -> None:
    assert _read(cell) == [(wanted, "")]


@pytest.mark.parametrize(
    ("time", "wanted"),
    [("10:00", "2025-03-27T10:00"), ("13h35", "2025-03-27T13:35"), ("9 am", "2025-03-27T09:00"),
     ("10.00-11.30", "2025-03-27T10:00/2025-03-27T11:30"), ("morning", "None"), ("25:00", "None")],
)  # fmt: skip
def test_a_time_of_day_joins_its_day(time: str, wanted: str) -> None:
    found = with_time(When.parse("2025-03-27"), time)
    assert str(found and found.when) == wanted


@pytest.mark.parametrize(
    ("first", "second", "months"),
    [("30 December", "2 January", ("12-30", "01-02")), ("16-Nov", "14-Feb", ("11-16", "02-14"))],
)
def test_dates_around_new_year_without_a_year_are_asked(first: str, second: str, months: tuple[str, str]) -> None:
    """One year that stands above the table, or in the name of its file, cannot be that of both."""
    read_ = _read(first, second, around=Around(TODAY, hints=("Visits of 2015",)))
    assert read_ == [(f"2015-{month}?", "no year") for month in months]
    said = _read(first, second, around=Around(TODAY, hints=("Visits of 2015",), year=2014))
    assert said == [(f"2014-{month}", "") for month in months]


@pytest.mark.parametrize("text", ["9" * 100_000, "9 " * 50_000, "1-" * 50_000, "9" + "(" * 100_000, "May, " * 20_000])
def test_a_long_text_is_no_date_and_takes_no_time(text: str) -> None:
    """Some ways of looking for a date take the square of a cell's length: one of 131,072 figures took six minutes."""
    began = time.process_time()
    assert meaning(text) == meaning(text, 2025) == Meaning()
    with pytest.raises(WhenError):
        dated(text)
    assert time.process_time() - began < 2


@pytest.mark.parametrize("other", ["2015-11-01", "Nov 1 2015", "3 November 2015"])
def test_a_year_that_another_column_of_dates_states_holds_for_cells_without_one(other: str) -> None:
    columns = {0: ["Oct 30", "1-Nov-15"], 1: [other, "5-Nov-15"]}
    decisions = decide(columns, Around(TODAY))
    found = [read(cell, decisions[0]) for cell in columns[0]]
    assert [(str(dated.when), dated.facet) for dated in found] == [("2015-10-30", ""), ("2015-11-01", "")]


def test_two_years_in_another_column_leave_the_year_open() -> None:
    columns = {0: ["Oct 30", "Nov 2"], 1: ["1 Nov 2015", "5 Nov 2016"]}
    found = [read(cell, decide(columns, Around(TODAY))[0]).facet for cell in columns[0]]
    assert found == ["no year", "no year"]


def test_the_year_in_which_the_days_of_the_week_fit_is_proposed() -> None:
    assert _read("Monday, 5 May", "Tuesday, 6 May") == [("2025-05-05?", "no year"), ("2025-05-06?", "no year")]
    assert _read("вторник, 5 мая", "среда, 6 мая") == [("2026-05-05?", "no year"), ("2026-05-06?", "no year")]
