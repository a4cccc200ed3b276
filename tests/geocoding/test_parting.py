"""How a cell parts its names from what else stands there."""

import pytest

from mapapp.geocoding.parting import (
    either,
    listed,
    marks,
    mirrored,
    several,
    unbracketed,
    with_code,
    without_doubt,
    without_note,
)


@pytest.mark.parametrize(
    ("text", "outside", "inside"),
    [
        ("Paris (Texas)", "Paris", ["Texas"]),
        ("West Island (Cocos (Keeling) Islands)", "West Island", ["Cocos (Keeling) Islands"]),
        ("a [b] c (d)", "a c", ["b", "d"]),
        ("a (b", "a", ["b"]),
        ("a) b", "a) b", []),
    ],
)
def test_brackets_within_brackets_belong_to_the_outer_ones(text: str, outside: str, inside: list[str]) -> None:
    assert unbracketed(text) == (outside, inside)


@pytest.mark.parametrize(
    ("text", "bare", "mark"),
    [
        ("Almaty (?)", "Almaty", "?"),
        ("Almaty ??", "Almaty", "??"),
        ("Possibly Baku (Azerbaijan)", "Baku (Azerbaijan)", "Possibly"),
        ("St. Louis [unconfirmed]", "St. Louis", "unconfirmed"),
        ("Bishkek - TBC", "Bishkek", "TBC"),
        ("Wien, vermutlich", "Wien", "vermutlich"),
        ("Likely, California", "Likely, California", ""),
        ("Perhapsville", "Perhapsville", ""),
        ("?", "?", ""),
    ],
)
def test_marks_of_doubt_are_taken_off_and_told(text: str, bare: str, mark: str) -> None:
    assert without_doubt(text) == (bare, mark)


def test_separators_in_their_order() -> None:
    assert listed("Geneva, Switzerland; Paris") == ["Geneva, Switzerland", "Paris"]
    assert several("Almaty, Astana und Bischkek") == ["Almaty, Astana", "Bischkek"]
    assert either("Almaty oder Astana") == ["Almaty", "Astana"]
    assert either("Oregon") == ["Oregon"]
    assert mirrored("Congo - Kinshasa: Kinshasa") == ("Congo - Kinshasa", "Kinshasa")
    assert with_code("Brasília/DF") == ("Brasília", "DF") and with_code("Stratford-upon-Avon") == ("", "")
    assert marks("Donostia / San Sebastián") == {"/"}


def test_a_number_alone_is_no_note() -> None:
    assert without_note("Baku 2024") == ("Baku", "2024")
    assert without_note("Almaty, 12 May") == ("Almaty", "12 May")
    assert without_note("Sector 2, Constanţa")[1] == ""
