"""Spans of clocks with one half of the day, the first of a month in words, weeks, and years of other calendars."""

import pytest

from mapapp.dates.reading import read


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("27/03/2025 9:00-10:00 PM", "2025-03-27T21:00/2025-03-27T22:00"),
        ("27 March 2025, 3:30–5 pm", "2025-03-27T15:30/2025-03-27T17:00"),
        ("27 March 2025 3-5 pm", "2025-03-27T15:00/2025-03-27T17:00"),
        ("9-10 PM 27 March 2025", "2025-03-27T21:00/2025-03-27T22:00"),
        ("27 March 2025 9-5 pm", "2025-03-27T09:00/2025-03-27T17:00"),
        ("27 March 2025 10-12 pm", "2025-03-27T10:00/2025-03-27T12:00"),
        ("27 March 2025 12-1 pm", "2025-03-27T12:00/2025-03-27T13:00"),
        ("27 March 2025 8:30 to 9 am", "2025-03-27T08:30/2025-03-27T09:00"),
        ("March 3-5, 2025", "2025-03-03/2025-03-05"),
    ],
)
def test_the_half_of_the_day_behind_a_span_is_that_of_both_clocks(text: str, meant: str) -> None:
    assert str(read(text).when) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1º de abril de 2025", "2025-04-01"),
        ("primero de abril de 2025", "2025-04-01"),
        ("Primeiro de abril de 2025", "2025-04-01"),
        ("primo aprile 2025", "2025-04-01"),
        ("the first of April 2025", "2025-04-01"),
        ("первое апреля 2025", "2025-04-01"),
        ("27MAR2025", "2025-03-27"),
        ("27 de março de 2025 às 15h30", "2025-03-27T15:30"),
        ("27 de marzo de 2025 a las 3 p.m.", "2025-03-27T15:00"),
        ("27 marzo 2025 alle 15:00", "2025-03-27T15:00"),
        ("27 Mart 2025 saat 14:00", "2025-03-27T14:00"),
        ("27 наурыз 2025, сағат 15:00", "2025-03-27T15:00"),
        ("2025-W13-4", "2025-03-27"),
        ("W13 2025", "2025-03-24/2025-03-30"),
        ("2025-Q1", "2025-01/2025-03"),
        ("в начале апреля 2025 г.", "2025-04"),
    ],
)
def test_the_first_of_a_month_in_words_clocks_behind_their_word_weeks_and_quarters(text: str, meant: str) -> None:
    assert str(read(text).when) == meant


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("1404-01-07", True), ("1446-09-27", True), ("2568-03-27", True), ("1815-06-09", False), ("1404", False),
        ("2025-03-27", False),
    ],
)  # fmt: skip
def test_a_day_of_a_year_in_another_calendar_is_kept_with_a_word(text: str, other: bool) -> None:
    reading = read(text)
    assert str(reading.when) == text
    assert ("Persian" in reading.remark) == other
