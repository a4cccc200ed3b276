"""Dates as precise as their source and no more."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.errors import WhenError
from mapapp.when import Moment, Precision, When
from tests.fixtures.strategies import DAYS, whens


@given(whens())
def test_parse_reads_back_what_str_writes(when: When) -> None:
    assert When.parse(str(when)) == when
    assert When.parse(f" {when} ") == when


@pytest.mark.parametrize(
    ("text", "precision", "days", "words"),
    [
        ("2026", Precision.YEAR, ("2026-01-01", "2026-12-31"), "2026"),
        ("2025-03", Precision.MONTH, ("2025-03-01", "2025-03-31"), "March 2025"),
        ("2024-02", Precision.MONTH, ("2024-02-01", "2024-02-29"), "February 2024"),
        ("2025-03-27", Precision.DAY, ("2025-03-27", "2025-03-27"), "27 March 2025"),
        ("2025-03-27T19:30", Precision.MINUTE, ("2025-03-27", "2025-03-27"), "27 March 2025, 19:30"),
        ("2025-03-27T00:00", Precision.MINUTE, ("2025-03-27", "2025-03-27"), "27 March 2025, 00:00"),
        ("2025-03-28~", Precision.DAY, ("2025-03-28", "2025-03-28"), "about 28 March 2025"),
        ("2026?", Precision.YEAR, ("2026-01-01", "2026-12-31"), "perhaps 2026"),
        ("2025-04-03/2025-04-04", Precision.DAY, ("2025-04-03", "2025-04-04"), "3–4 April 2025"),
        ("2025-04-04/2025-04-04", Precision.DAY, ("2025-04-04", "2025-04-04"), "4 April 2025"),
        ("2015-10-31/2015-11-03", Precision.DAY, ("2015-10-31", "2015-11-03"), "31 October – 3 November 2015"),
        ("2025-12-31/2026-01-01", Precision.DAY, ("2025-12-31", "2026-01-01"), "31 December 2025 – 1 January 2026"),
        ("2025/2026", Precision.YEAR, ("2025-01-01", "2026-12-31"), "2025–2026"),
        ("2025/2026-01-05", Precision.YEAR, ("2025-01-01", "2026-01-05"), "2025 – 5 January 2026"),
        ("2025-03/2025-04", Precision.MONTH, ("2025-03-01", "2025-04-30"), "March – April 2025"),
        ("2025-03/2025-03-27", Precision.MONTH, ("2025-03-01", "2025-03-27"), "March – 27 March 2025"),
        ("2025-03-27/2025-03", Precision.MONTH, ("2025-03-27", "2025-03-31"), "27 March – March 2025"),
        ("2025-04-03~/2025-04-04", Precision.DAY, ("2025-04-03", "2025-04-04"), "about 3 – 4 April 2025"),
        ("2025-03-27T10:00/2025-03-27T12:30", Precision.MINUTE, ("2025-03-27",) * 2, "27 March 2025, 10:00–12:30"),
        (
            "2025-03-27T10:00/2025-03-28T09:00",
            Precision.MINUTE,
            ("2025-03-27", "2025-03-28"),
            "27 March 2025, 10:00 – 28 March 2025, 09:00",
        ),
        ("0001", Precision.YEAR, ("0001-01-01", "0001-12-31"), "1"),
        ("9999-12-31~", Precision.DAY, ("9999-12-31", "9999-12-31"), "about 31 December 9999"),
    ],
)
def test_dates_keep_their_precision(text: str, precision: Precision, days: tuple[str, str], words: str) -> None:
    when = When.parse(text)
    assert str(when) == text
    assert when.precision == precision
    assert (when.earliest.isoformat(), when.latest.isoformat()) == days
    assert when.describe() == words


@pytest.mark.parametrize(
    "text",
    [
        *("", "3 May", "27.03.2025", "03/27/2025", "2025-3-27", "2025-03-27T", "2025-03-27T19", "2025-03-27 19:30"),
        *("2025-03-27T19:30Z", "2025-03-27T19:30:00", "2025-03-27~?", "~2025", "25", "20255", "2025-", "/", "2025/"),
        *("/2025", "2025/2026/2027", "../2025", "-2025", "٢٠٢٥", "２０２５", "2025-03-27\n2025", "nan", "202５-03"),
    ],
)
def test_what_is_no_date_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(WhenError, match="write YYYY-MM-DD, YYYY-MM or YYYY"):
        When.parse(text)


@pytest.mark.parametrize(
    "text",
    ["2025-02-29", "2025-13", "2025-00", "2025-04-31", "2025-01-00", "0000", "2025-03-27T24:00", "2025-03-27T12:60"],
)
def test_what_is_not_in_the_calendar_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(WhenError, match="is not in the calendar; check year, month, day and time"):
        When.parse(text)


@pytest.mark.parametrize(
    "text", ["2025-03-28/2025-03-27", "2026/2025", "2025-04/2025-03-31", "2025-03-27T18:00/2025-03-27T17:59"]
)
def test_what_ends_before_it_starts_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(WhenError, match="ends before it starts; swap the two dates"):
        When.parse(text)


def test_a_long_or_unprintable_text_is_not_repeated_in_full() -> None:
    with pytest.raises(WhenError) as error:
        When.parse("\x1b[2J" + "x" * 100_000)
    assert str(error.value).isprintable()
    assert len(str(error.value)) < 150


@given(st.text(alphabet="0123456789-T:~?%/ .", max_size=24))
def test_no_text_raises_anything_else(text: str) -> None:
    """Whatever stands in a cell, the answer is a date or a WhenError, and a date that is read can be worked with."""
    try:
        when = When.parse(text)
    except WhenError:
        return
    assert when.earliest <= when.latest
    assert when.reach[0] <= when.earliest <= when.latest <= when.reach[1]
    assert when.describe()


def test_about_widens_what_is_possible_and_leaves_nothing_certain() -> None:
    """By one unit of the precision at each end that is in doubt."""
    day, month, year = When.parse("2025-03-28~"), When.parse("2025-03~"), When.parse("2026?")
    assert day.reach == (dt.date(2025, 3, 27), dt.date(2025, 3, 29))
    assert month.reach == (dt.date(2025, 1, 29), dt.date(2025, 5, 1))
    assert year.reach == (dt.date(2025, 1, 1), dt.date(2027, 12, 31))
    assert When.parse("2025-03-27/2025-03-28~").reach == (dt.date(2025, 3, 27), dt.date(2025, 3, 29))
    assert [w.core for w in (day, month, year)] == [None] * 3
    assert not When.parse("2025-03-28").about


def test_the_calendar_is_not_left() -> None:
    assert When.parse("0001-01-01~").reach == (dt.date(1, 1, 1), dt.date(1, 1, 2))
    assert When.parse("9999~").reach[1] == dt.date.max


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("2025-04-03/2025-04-04", ("2025-04-03", "2025-04-04")),
        ("2025-03-27", ("2025-03-27", "2025-03-27")),
        ("2025-03-31/2025-05", ("2025-03-31", "2025-05-01")),
        ("2025-03/2025-05", ("2025-03-31", "2025-05-01")),
        ("2025/2025-03", None),
        ("2026", None),
        ("2025-03", None),
    ],
)
def test_days_that_surely_belong(text: str, core: tuple[str, str] | None) -> None:
    """A coarse moment means some time within, so that no single day of it is certain."""
    found = When.parse(text).core
    assert (found and tuple(day.isoformat() for day in found)) == core


def within(text: str, since: str, until: str) -> tuple[bool, bool]:
    span = dt.date.fromisoformat(since), dt.date.fromisoformat(until)
    return When.parse(text).possibly_within(*span), When.parse(text).surely_within(*span)


def test_possibly_and_surely() -> None:
    assert within("2026", "2026-04-22", "2026-04-24") == (True, False)
    assert within("2026", "2026-01-01", "2026-12-31") == (True, True)
    assert within("2026", "2025-01-01", "2025-12-31") == (False, False)
    assert within("2026~", "2026-01-01", "2026-12-31") == (True, False)
    assert within("2025-03-28~", "2025-03-29", "2025-03-29") == (True, False)
    assert within("2025-03-28", "2025-03-28", "2025-03-28") == (True, True)
    assert within("2025-04-03/2025-04-04", "2025-04-04", "2025-04-09") == (True, True)
    assert within("2025-04-03/2025-04-04", "2025-04-05", "2025-04-09") == (False, False)


@given(whens(DAYS), DAYS, DAYS)
def test_surely_implies_possibly(when: When, since: dt.date, until: dt.date) -> None:
    if since <= until and when.surely_within(since, until):
        assert when.possibly_within(since, until)


@given(whens(DAYS), st.lists(DAYS, min_size=4, max_size=4))
def test_a_wider_span_holds_whatever_a_narrower_one_holds(when: When, days: list[dt.date]) -> None:
    first, second, third, fourth = sorted(days)
    for inside in (When.possibly_within, When.surely_within):
        assert inside(when, first, fourth) or not inside(when, second, third)


@given(whens(DAYS), DAYS)
def test_possibly_and_surely_agree_with_going_through_the_days(when: When, day: dt.date) -> None:
    """On a single day, as the definitions say it: some day of the reach, and some day of the core."""
    reach = {when.reach[0] + dt.timedelta(n) for n in range((when.reach[1] - when.reach[0]).days + 1)}
    assert when.possibly_within(day, day) == (day in reach)
    core = when.core
    assert when.surely_within(day, day) == (reach == {day} or bool(core and core[0] <= day <= core[1]))


def test_moments_know_their_first_and_last_instant() -> None:
    assert Moment.parse("2025-03").begins == dt.datetime(2025, 3, 1)
    assert Moment.parse("2025-03").ends == dt.datetime.combine(dt.date(2025, 3, 31), dt.time.max)
    assert Moment.parse("2025-03-27T19:30").begins == Moment.parse("2025-03-27T19:30").ends


@pytest.mark.parametrize("year", [1, 1900, 2000, 2023, 2024, 9999])
def test_a_month_ends_before_the_next_begins(year: int) -> None:
    last = [Moment(year, month).last_day for month in range(1, 13)]
    assert [day.month for day in last] == [*range(1, 13)]
    assert all(day.day == 31 or (day + dt.timedelta(days=1)).day == 1 for day in last)
    assert Moment(year).last_day == dt.date(year, 12, 31)
