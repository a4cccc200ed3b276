"""Dates told from another day."""

import datetime as dt

import pytest

from mapapp.dates import anchored
from mapapp.when import When

THURSDAY = dt.date(2025, 5, 15)


@pytest.mark.parametrize(
    ("number", "shift", "past", "coming"),
    [(0, 0, "2025-05-12", "2025-05-19"), (3, 0, "2025-05-15", "2025-05-15"), (3, -1, "2025-05-08", "2025-05-15"),
     (3, 1, "2025-05-15", "2025-05-22"), (6, -1, "2025-05-11", "2025-05-18")],
)  # fmt: skip
def test_a_day_of_the_week_is_the_nearest_in_its_tense(number: int, shift: int, past: str, coming: str) -> None:
    found = anchored.weekday(number, THURSDAY, shift)
    assert (str(found[0]), str(found[1])) == (past, coming)


@pytest.mark.parametrize(
    ("text", "past", "coming"),
    [("April 1", "2025-04-01", "2026-04-01"), ("15 May", "2025-05-15", "2025-05-15"),
     ("Jan. 13-18", "2025-01-13/2025-01-18", "2026-01-13/2026-01-18"),
     ("30 May – 2 June", "2024-05-30/2024-06-02", "2025-05-30/2025-06-02"),
     ("May 3, 2019", "2019-05-03", "2019-05-03"), ("12 мая", "2025-05-12", "2026-05-12"), ("2026", "2026", "2026"),
     ("7–8 октября", "2024-10-07/2024-10-08", "2025-10-07/2025-10-08")],
)  # fmt: skip
def test_a_date_without_a_year_is_the_last_or_the_next_one(text: str, past: str, coming: str) -> None:
    found = anchored.dated(text, THURSDAY)
    assert found and (str(found[0]), str(found[1])) == (past, coming)


def test_without_a_day_to_count_from_only_a_stated_year_makes_a_date() -> None:
    assert anchored.dated("April 1", None) is None and anchored.dated("the spring of love", THURSDAY) is None
    assert str((anchored.dated("1 April 2024", None) or [None])[0]) == "2024-04-01"


def test_rough_words_are_as_wide_as_their_doubt() -> None:
    """A range with uncertain ends has no day that surely belongs to it."""
    past, coming = anchored.week(THURSDAY)
    assert (str(past), str(coming)) == ("2025-05-12?/2025-05-15?", "2025-05-15?/2025-05-18?")
    assert past.core is None
    assert str(anchored.week(THURSDAY, 1)[1]) == "2025-05-19?/2025-05-25?"
    assert str(anchored.month(THURSDAY, -5)) == "2024-12"
    march = anchored.dated("March 2025", None)
    assert march and str(anchored.part(march[0], "late")) == "2025-03-21?/2025-03-31?"
    assert str(anchored.season("autumn", THURSDAY, -1)) == "2024-09-01?/2024-11-30?"
    assert str(anchored.season("winter", THURSDAY, -1)) == "2024-12-01?/2025-02-28?"
    assert str(anchored.season("autumn", THURSDAY, 1)) == "2025-09-01?/2025-11-30?"


@pytest.mark.parametrize("stated", ["2025", "2024"])
def test_a_part_of_a_month_is_none_of_a_year(stated: str) -> None:
    """What the words say of a year alone is the year."""
    year = When.parse(stated)
    assert anchored.part(year, "early") == anchored.half(year, "first") == anchored.seven(year, 1) == year


@pytest.mark.parametrize(
    ("published", "shift", "days"),
    [
        ("2025-10-15", -1, ("2024-09-01", "2024-11-30")),
        ("2025-12-15", -1, ("2025-09-01", "2025-11-30")),
        ("2025-10-15", 0, ("2025-09-01", "2025-11-30")),
        ("2025-10-15", 1, ("2026-09-01", "2026-11-30")),
    ],
)
def test_last_autumn_said_in_autumn_is_that_of_the_year_before(
    published: str, shift: int, days: tuple[str, str]
) -> None:
    found = anchored.season("autumn", dt.date.fromisoformat(published), shift)
    assert (str(found.earliest), str(found.latest)) == days
