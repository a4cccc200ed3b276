"""Short names of zones behind a clock: those that mean one zone in the tz database."""

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

import pytest

from mapapp.dates import clocks
from mapapp.dates.reading import read

_ELSEWHERE = {"PST": "+0800"}  # of the Philippines, whose people write PHT


def test_a_short_name_means_what_the_tz_database_says() -> None:
    meant: dict[str, set[str]] = {}
    for name in available_timezones():
        for month in (1, 7):
            moment = dt.datetime(2025, month, 1, tzinfo=ZoneInfo(name))
            meant.setdefault(moment.tzname() or "", set()).add(moment.strftime("%z"))
    for name, offset in clocks._SHORT.items():
        if name in meant:
            assert meant[name] - {_ELSEWHERE.get(name)} == {offset.replace(":", "")}, name


@pytest.mark.parametrize(
    ("cell", "zones"),
    [
        ("23 February 2017 6:00 PM MST", ("-07:00", "")),
        ("23 February 2017 5:30 PM - 7:30 PM MST", ("-07:00", "-07:00")),
        ("2025-03-27 09:00 AEDT", ("+11:00", "")),
        ("2025-03-27 09:00 WIB", ("+07:00", "")),
    ],
)
def test_zones_of_clocks(cell: str, zones: tuple[str, str]) -> None:
    found = read(cell).zones
    assert found[0] == zones[0] and found[1] in (zones[0], zones[1])


@pytest.mark.parametrize("name", ["IST", "BST", "CST", "AST"])
def test_names_that_several_zones_share_are_not_read(name: str) -> None:
    assert name not in clocks._SHORT
