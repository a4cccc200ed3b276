"""Dates that name a stretch of time are read as what surely holds it."""

import pytest

from mapapp.dates.reading import read
from mapapp.errors import WhenError


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Spring 2025", "2025"),
        ("1st quarter 2025", "2025-01/2025-03"),
        ("I кв. 2025", "2025-01/2025-03"),
        ("IV квартал 2025 г.", "2025-10/2025-12"),
        ("2e trimestre 2025", "2025-04/2025-06"),
        ("весна 2025", "2025"),
        ("mid-March 2025", "2025-03"),
        ("early March 2025", "2025-03"),
        ("середина марта 2025 года", "2025-03"),
        ("Anfang März 2025", "2025-03"),
        ("late 2024", "2024"),
        ("Q2 2025", "2025-04/2025-06"),
        ("3 квартал 2025", "2025-07/2025-09"),
        ("Week 13, 2025", "2025-03-24/2025-03-30"),
        ("KW 1/2026", "2025-12-29/2026-01-04"),
        ("2025-W13", "2025-03-24/2025-03-30"),
        ("12.III.2025", "2025-03-12"),
        ("1 XII 1961", "1961-12-01"),
    ],
)
def test_the_time_that_holds_it_is_read(text: str, wanted: str) -> None:
    """A season is its year alone: south of the equator it lies elsewhere in it."""
    assert str(read(text).when) == wanted


def test_a_part_of_a_month_has_the_year_that_is_told_beside_it() -> None:
    assert str(read("mid-March", 2025).when) == "2025-03"


@pytest.mark.parametrize(
    "text", ["Spring Palace 2025", "Spring", "Week 60, 2025", "mid-Marsh 2025", "Q5 2025", "12.IIII.2025"]
)
def test_what_is_no_such_date_stays_unread(text: str) -> None:
    with pytest.raises(WhenError):
        read(text)
