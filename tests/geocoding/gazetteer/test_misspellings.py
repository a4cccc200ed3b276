"""Slips of the pen: which listed names are near, and which spellings are one name."""

import pytest

from mapapp.geocoding.gazetteer.entries import Gazetteer
from mapapp.geocoding.gazetteer.misspellings import allowed_edits, near, nearest, variants

DB = Gazetteer().db


@pytest.mark.parametrize(
    ("typed", "meant", "edits"),
    [
        ("tashkemt", "tashkent", 1),
        ("asthana", "astana", 1),
        ("bihskek", "bishkek", 1),
        ("buchaest", "bucharest", 1),  # the letter that is missing kept two sibilants apart
        ("buchararest", "bucharest", 2),
        ("samakrand", "samarkand", 1),
        ("ulanbaatar", "ulaanbaatar", 1),
    ],
)
def test_the_name_that_was_meant_is_near(typed: str, meant: str, edits: int) -> None:
    assert dict(near(DB, typed))[meant] == edits


def test_curated_names_are_compared_too() -> None:
    assert ("zhetygen", 1) in near(DB, "zhetigen", ["zhetygen"])


def test_short_long_and_foreign_keys_have_no_near_ones() -> None:
    assert near(DB, "bon") == near(DB, "x" * 50) == near(DB, "алматы") == []
    assert [allowed_edits(n) for n in (3, 4, 6, 7, 11, 12)] == [0, 1, 1, 2, 2, 3]


def test_the_nearest_begin_alike() -> None:
    assert nearest("kazakstan", ["kazakhstan", "uzbekistan", "pakistan"]) == ["kazakhstan"]
    assert nearest("iran", ["iraq"]) == []


def test_spellings_of_one_name_are_told_from_other_names() -> None:
    assert variants("marrakech", "marrakesh") and variants("chernobyl", "chornobyl") and variants("київ", "kiiv")
    assert not variants("bombay", "mumbai") and not variants("astana", "nur sultan")
