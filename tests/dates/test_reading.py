"""Dates as people and spreadsheets write them."""

import pytest

from mapapp.dates.partial import Order
from mapapp.dates.reading import read, readings
from mapapp.errors import WhenError


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2025-03-27~", "2025-03-27~"),
        ("27.03.2025", "2025-03-27"),
        ("1.4.2025", "2025-04-01"),
        ("27. 3. 2025", "2025-03-27"),
        ("27/03/2025", "2025-03-27"),
        ("12/25/2025", "2025-12-25"),
        ("3.27.2025", "2025-03-27"),
        ("2025/03/27", "2025-03-27"),
        ("2025.03.27.", "2025-03-27"),
        ("20250327", "2025-03-27"),
        ("03/2025", "2025-03"),
        ("45743", "2025-03-27"),
        ("45743.8125", "2025-03-27T19:30"),
        ("27 March 2025", "2025-03-27"),
        ("27th of March, 2025", "2025-03-27"),
        ("March 27, 2025", "2025-03-27"),
        ("19-Feb-2009", "2009-02-19"),
        ("Friday, June 10, 2016", "2016-06-10"),
        ("March 2025", "2025-03"),
        ("27. März 2025", "2025-03-27"),
        ("27. Mrz 2025", "2025-03-27"),
        ("1er avril 2025", "2025-04-01"),
        ("27 de marzo de 2025", "2025-03-27"),
        ("27 de março de 2025", "2025-03-27"),
        ("27 Mart 2025 Perşembe", "2025-03-27"),
        ("27 марта 2025 г.", "2025-03-27"),
        ("2025 жылғы 27 наурыз", "2025-03-27"),
        ("2025-жылдын 27-мартында", "2025-03-27"),
        ("2025-yil 27-mart", "2025-03-27"),
        ("2025年3月27日", "2025-03-27"),
        ("٢٧ مارس ٢٠٢٥", "2025-03-27"),
        ("27\u00a0марта\u00a02025", "2025-03-27"),
        ("mar. 25 mars 2025", "2025-03-25"),
        ("about 27 March 2025", "2025-03-27~"),
        ("27 March 2025?", "2025-03-27?"),
    ],
)
def test_a_date_with_one_meaning_is_read(text: str, meant: str) -> None:
    """In the order of every country, in many languages and scripts, as spreadsheets count, as precise as it stands."""
    assert str(read(text).when) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("27–28 March 2025", "2025-03-27/2025-03-28"),
        ("27-28.03.2025", "2025-03-27/2025-03-28"),
        ("27.03.-28.03.2025", "2025-03-27/2025-03-28"),
        ("27/28 March 2025", "2025-03-27/2025-03-28"),
        ("March 27-28, 2025", "2025-03-27/2025-03-28"),
        ("2025-03-27 – 2025-03-28", "2025-03-27/2025-03-28"),
        ("2025-03-27/28", "2025-03-27/2025-03-28"),
        ("17—19 Feb 2009", "2009-02-17/2009-02-19"),
        ("30 November – 2 December 2025", "2025-11-30/2025-12-02"),
        ("27 Dec – 3 Jan 2026", "2025-12-27/2026-01-03"),
        ("27 December 2025 – 3 January", "2025-12-27/2026-01-03"),
        ("10:00 – 27.03.2025 12:00", "2025-03-27T10:00/2025-03-27T12:00"),
        ("с 27 по 28 марта 2025 г.", "2025-03-27/2025-03-28"),
        ("vom 27. bis 28. März 2025", "2025-03-27/2025-03-28"),
        ("du 27 au 28 mars 2025", "2025-03-27/2025-03-28"),
        ("Nov 2024 – Feb 2025", "2024-11/2025-02"),
        ("2024–2025", "2024/2025"),
        ("10-12/03/2025", "2025-03-10/2025-03-12"),
    ],
)
def test_a_range_is_read_with_every_dash(text: str, meant: str) -> None:
    """What both ends have in common need stand only once."""
    assert str(read(text).when) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2025-03-27 19:30", "2025-03-27T19:30"),
        ("2025-03-27T19:30:15", "2025-03-27T19:30"),
        ("27 March 2025, 7:30 p.m.", "2025-03-27T19:30"),
        ("27 March 2025, 12 am", "2025-03-27T00:00"),
        ("27.03.2025 19.30", "2025-03-27T19:30"),
        ("27 mars 2025 à 13h35", "2025-03-27T13:35"),
        ("27. März 2025, 19 Uhr", "2025-03-27T19:00"),
        ("19:30, 27 March 2025", "2025-03-27T19:30"),
        ("27 March 2025, 19:00–22:30", "2025-03-27T19:00/2025-03-27T22:30"),
        ("27 March 2025 21:00-01:00", "2025-03-27T21:00/2025-03-28T01:00"),
        ("2025-03-27T24:00", "2025-03-28T00:00"),
        ("31 December 2025 22:00–24:00", "2025-12-31T22:00/2026-01-01T00:00"),
        ("27 March 2025 19:00 – 28 March 2025 01:00", "2025-03-27T19:00/2025-03-28T01:00"),
    ],
)
def test_times_are_read(text: str, meant: str) -> None:
    """With seconds, blanks and halves of the day; an end that has no date of its own may lie behind midnight."""
    assert str(read(text).when) == meant


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("2025-03-27T19:30+05:00", "2025-03-27T19:30"),
        ("2025-03-27T19:30:00Z", "2025-03-28T00:30"),
        ("2025-03-27 19:30:00-05:00", "2025-03-28T05:30"),
        ("2025-03-27 19:30 (UTC+3)", "2025-03-27T21:30"),
        ("27 March 2025, 19:30 Europe/Vienna", "2025-03-27T23:30"),
        ("2025-03-27 19:00–22:30 UTC+3", "2025-03-27T21:00/2025-03-28T00:30"),
    ],
)
def test_a_clock_of_another_zone_is_told_on_the_clocks_of_the_place(text: str, there: str) -> None:
    assert str(read(text).at("Asia/Almaty")) == there


def test_a_clock_of_a_zone_needs_that_of_the_place() -> None:
    """A clock without a zone is that of the place, whatever it is."""
    assert str(read("2025-03-27 19:30").at("")) == "2025-03-27T19:30"
    with pytest.raises(WhenError, match="the zone of the place is not known"):
        read("2025-03-27T19:30Z").at("")


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("03/04/2025", ("2025-04-03", "2025-03-04")),
        ("03-04-2025", ("2025-04-03", "2025-03-04")),
        ("3/27/25", ("2025-03-27", "1925-03-27")),
        ("27.03.25", ("2025-03-27", "1925-03-27")),
        ("19-Feb-09", ("2009-02-19", "2019-02-09")),
        ("01/02/03", ("2003-02-01", "2003-01-02", "2001-02-03")),
        ("03042025", ("2025-04-03", "2025-03-04")),
        ("03/04/2025 - 05/04/2025", ("2025-04-03/2025-04-05", "2025-03-04/2025-05-04")),
        ("10 listopada 2025", ("2025-10-10", "2025-11-10")),
    ],
)
def test_a_date_with_several_meanings_is_never_guessed(text: str, both: tuple[str, ...]) -> None:
    """The sentence quotes the whole cell and every reading."""
    assert {str(reading.when) for reading in readings(text)} == set(both)
    with pytest.raises(WhenError) as error:
        read(text)
    assert f"'{text}' may be " in str(error.value)
    assert all(one in str(error.value) for one in both)


def test_a_day_of_the_week_decides_between_meanings() -> None:
    assert str(read("Thursday 03/04/2025").when) == "2025-04-03"
    assert str(read("Tuesday 03/04/2025").when) == "2025-03-04"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("hello", "'hello' is not a date; write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("13h35", "'13h35' is not a date; write YYYY-MM-DD, YYYY-MM or YYYY"),
        (
            "17-19 Feb",
            "'17-19 Feb' names no year in four figures; write YYYY-MM-DD, YYYY-MM or YYYY",
        ),
        ("Friday, June 11, 2016", "'Friday, June 11, 2016' is a Saturday; correct the day of the week or the date"),
        ("2025-02-30", "'2025-02-30' is not in the calendar; check year, month, day and time"),
        ("2025-03-28/2025-03-27", "'2025-03-28/2025-03-27' ends before it starts; swap the two dates"),
    ],
)
def test_what_is_no_date_is_told_with_a_remedy(text: str, sentence: str) -> None:
    with pytest.raises(WhenError) as error:
        read(text)
    assert str(error.value) == sentence


@pytest.mark.parametrize(
    "text", ["30 February 2025", "1404/01/07", "Juneau 2025", "27 March 2025 in Almaty", "3 to 4", "1" * 200, "", "٪"]
)
def test_what_may_be_something_else_is_not_read(text: str) -> None:
    """No day that the calendar lacks, no year of another calendar, no place with a month in it."""
    with pytest.raises(WhenError):
        read(text, 2025)


def test_a_time_that_goes_back_on_the_clock_keeps_its_start() -> None:
    """The end is left out, and the next day is proposed for it."""
    reading = read("2025-03-27T22:00/2025-03-27T01:00")
    assert str(reading.when) == "2025-03-27T22:00"
    assert "or write the next day: 2025-03-27T22:00/2025-03-28T01:00" in reading.remark


def test_a_year_can_be_given_for_dates_without_one() -> None:
    """A whole table may be of one year."""
    assert str(read("17-19 Feb", 2009).when) == "2009-02-17/2009-02-19"
    assert str(read("27 March, 19:30", 2025).when) == "2025-03-27T19:30"


def test_a_reading_tells_in_which_order_it_was_read() -> None:
    """So that a whole column can be settled at once."""
    assert [reading.order for reading in readings("03/04/2025")] == [Order.DAY_FIRST, Order.MONTH_FIRST]


@pytest.mark.parametrize(
    ("text", "zone"),
    [("28 March 2025 10:00 CET", "+01:00"), ("28.03.2025 10:00 MESZ", "+02:00"),
     ("28 марта 2025, 10:00 (МСК)", "+03:00"), ("28 March 2025 9 am EST", "-05:00")],
)  # fmt: skip
def test_a_zone_that_is_cut_short_is_read(text: str, zone: str) -> None:
    """CET is also how Croats cut Thursday short, and 27 March 2025 was one."""
    (reading,) = readings(text)
    assert set(reading.zones) <= {zone, ""} and zone in reading.zones
    (reading,) = readings("27 March 2025 10:00 CET")
    assert reading.zones[0] == "+01:00"


@pytest.mark.parametrize("text", ["28 March 2025 10:00 IST", "28 March 2025 10:00 BST"])
def test_a_zone_that_may_be_one_of_several_is_not_guessed(text: str) -> None:
    with pytest.raises(WhenError):
        readings(text)


@pytest.mark.parametrize(
    "text",
    ["27 and 28 March 2025", "27 & 28 March 2025", "27. und 28. März 2025", "27 et 28 mars 2025", "27 и 28 марта 2025",
     "27th and 28th March 2025", "27 y 28 de marzo de 2025"],
)  # fmt: skip
def test_two_days_one_after_the_other_are_a_stretch(text: str) -> None:
    assert str(read(text).when) == "2025-03-27/2025-03-28"


@pytest.mark.parametrize("text", ["27 and 29 March 2025", "10 and 11 am 27 March 2025", "31 and 1 March 2025"])
def test_two_days_apart_are_none(text: str) -> None:
    with pytest.raises(WhenError):
        read(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("wtorek, 14 listopada 1961", "1961-11-14"),
        ("utorak, 17. listopada 1961.", "1961-10-17"),
        ("27 + 28 March 2025", "2025-03-27/2025-03-28"),
        ("12, 13 Ocak 2006", "2006-01-12/2006-01-13"),
    ],
)
def test_a_day_of_the_week_tells_the_language_of_the_month(text: str, meant: str) -> None:
    """Listopad is November to a Pole and October to a Croat."""
    assert str(read(text).when) == meant


def test_a_month_of_another_language_does_not_mend_a_wrong_day_of_the_week() -> None:
    with pytest.raises(WhenError, match="is a Friday"):
        read("wtorek, 17 listopada 1961")


@pytest.mark.parametrize("text", ["mar. 24 – ven. 27 juin 1969", "lun. 3 – mar. 4 oct. 1966"])
def test_a_day_of_the_week_at_one_end_lets_the_other_state_one(text: str) -> None:
    """Mardi and mars share a short form: both readings are given, none is chosen silently."""
    found = {str(reading.when) for reading in readings(text)}
    assert found & {"1969-06-24/1969-06-27", "1966-10-03/1966-10-04"}
