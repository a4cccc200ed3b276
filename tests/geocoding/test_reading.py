"""What a cell says besides the bare name."""

import pytest

from mapapp.folding import same
from mapapp.geocoding.parting import several
from mapapp.geocoding.reading import Reading, is_venue, parts_of, read, spellings


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Colon, Panama", Reading("Colon", "Panama")),
        ("Dostyk (Druzhba)", Reading("Dostyk", "", "Druzhba")),
        ("Astana (capital)", Reading("Astana")),
        ("Almaty region", Reading("Almaty region", kind="area")),
        ("Tashkent airport", Reading("Tashkent airport", kind="station")),
        ("«Астана»", Reading("Астана")),
    ],
)
def test_a_cell_is_taken_apart(text: str, reading: Reading) -> None:
    assert read(text) == reading


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Tashkent; Samarkand", ["Tashkent", "Samarkand"]),
        ("Almaty and Astana", ["Almaty", "Astana"]),
        ("Baku/Tbilisi", ["Baku", "Tbilisi"]),
        ("Stratford-upon-Avon", ["Stratford-upon-Avon"]),
        ("Mexico, D.F.", ["Mexico, D.F."]),
    ],
)
def test_separators_that_no_name_contains_part_places(text: str, parts: list[str]) -> None:
    assert several(text) == parts


def test_saint_and_st_are_the_same() -> None:
    assert set(same("st georges")) == {"st georges", "saint georges"}
    assert same("almaty") == ["almaty"]


def test_words_of_kind_may_be_left_out() -> None:
    assert spellings("Tashkent International Airport")[-1] == "tashkent"
    assert spellings("City of London")[-1] == "london"
    assert "hague" in spellings("The Hague")


def test_buildings_and_meetings_are_told_from_towns() -> None:
    assert is_venue("Congress Centre") and is_venue("NATO Headquarters")
    assert not is_venue("Springfield")


def test_parts_of_a_long_name_leave_generic_words_out() -> None:
    assert parts_of("northern Iraq") == ["Iraq"]
    assert "Michigan" in parts_of("University of Michigan")
