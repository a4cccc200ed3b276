"""Values of cells as one would type them."""

import datetime as dt

import pytest
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import from_excel

from mapapp.tables.sheets.values import is_date, moment, number, plain, serial


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026", "2026"), ("2026.0", "2026"), ("49.7", "49.7"), ("1E-7", "1e-07"), ("-3", "-3"), ("007", "7"),
        ("1e300", "1e+300"), ("0", "0"), (" 5\n", "5"), ("nonsense", "nonsense"),
        ("123456789012345678", "1.2345678901234568e+17"),
    ],
)  # fmt: skip
def test_numbers_lose_a_fraction_of_nothing(text: str, read: str) -> None:
    assert number(text) == read


@pytest.mark.parametrize("days", [1, 59, 61, 367, 45743, 45743.8125, 45743.81249, 45743.999999, 100_000.5])
@pytest.mark.parametrize("since_1904", [False, True])
def test_days_are_the_dates_that_a_second_program_reads(days: float, since_1904: bool) -> None:
    epoch = dt.datetime(1904, 1, 1) if since_1904 else dt.datetime(1899, 12, 30)
    theirs = from_excel(days, epoch)
    assert isinstance(theirs, dt.datetime)
    assert serial(days, since_1904=since_1904) == moment(theirs)


@pytest.mark.parametrize(
    ("days", "read"),
    [(0.8125, "19:30"), (0, "00:00"), (0.99999, "00:00"), (-1, ""), (2_958_466, ""), (float("nan"), ""),
     (float("inf"), "")],
)  # fmt: skip
def test_times_of_day_and_days_that_no_calendar_has(days: float, read: str) -> None:
    assert serial(days) == read


@pytest.mark.parametrize(
    "code",
    ["yyyy-mm-dd", "d. mmmm yyyy", "[$-419]d mmm yyyy", "hh:mm", "[h]:mm", "General", "0.00", '0 "days"', '#,##0 "Mio"',
     "[Red]0.00", '"year" 0', "0.0%", "dd/mm/yyyy;@", "\\d0", "@"],
)  # fmt: skip
def test_formats_of_dates_are_those_of_a_second_program(code: str) -> None:
    assert is_date(200, code) == is_date_format(code)


def test_formats_that_are_built_in_are_known() -> None:
    assert is_date(14)
    assert is_date(22)
    assert not is_date(0)
    assert not is_date(2)


def test_what_xml_cannot_hold_is_read() -> None:
    assert plain("a_x0007_b_x000D_c_x1234_") == "a\x07b\rc_x1234_"
