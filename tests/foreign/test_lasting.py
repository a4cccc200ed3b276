"""Stays whose days or nights are told beside the day of arrival."""

import pytest

from mapapp.foreign.lasting import nights_of
from tests.foreign.brought import brought


def _stays(heading: str, *cells: str) -> list[str]:
    rows = zip(("12.05.2025", "19.05.2025", "26.05.2025"), ("Riga", "Tallinn", "Vilnius"), cells, strict=False)
    text = "\n".join([f"Arrival;City;{heading}", *(";".join(row) for row in rows)]) + "\n"
    return [str(stop.visit.when) for stop in brought(text).tour.stops]


@pytest.mark.parametrize(
    ("cell", "heading", "nights"),
    [
        ("3", "Nights", 3), ("3", "Duration (days)", 2), ("1", "Anzahl Tage", 0), ("3 days", "Duration", 2),
        ("2 nights", "Duration", 2), ("3 days/2 nights", "Stay", 2), ("2N/3D", "Stay", 2), ("4 дня", "Срок", 3),
        ("2 noites", "Duração", 2), ("1 day", "Length", 0), ("3", "Duration", None), ("2 hours", "Duration", None),
        ("45", "Duration (min)", None), ("9000 days", "Duration", None), ("", "Nights", None),
    ],
)  # fmt: skip
def test_nights_are_counted_by_the_cell_or_else_by_the_heading(cell: str, heading: str, nights: int | None) -> None:
    assert nights_of(cell, heading) == nights


def test_nights_and_days_make_the_departure() -> None:
    assert _stays("Nights", "2", "1", "3") == [
        "2025-05-12/2025-05-14", "2025-05-19/2025-05-20", "2025-05-26/2025-05-29"
    ]  # fmt: skip
    assert _stays("Продолжительность", "3 дня", "1 день", "2 дня") == [
        "2025-05-12/2025-05-14", "2025-05-19", "2025-05-26/2025-05-27"
    ]  # fmt: skip


def test_hours_are_no_stay() -> None:
    assert _stays("Duration", "2 hours", "45 min", "1 h") == ["2025-05-12", "2025-05-19", "2025-05-26"]


def test_a_departure_of_its_own_counts_more() -> None:
    text = "From;To;City;Nights\n12.05.2025;13.05.2025;Riga;5\n19.05.2025;20.05.2025;Tallinn;5\n"
    assert [str(s.visit.when) for s in brought(text).tour.stops] == ["2025-05-12/2025-05-13", "2025-05-19/2025-05-20"]
