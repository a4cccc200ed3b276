"""Decimal commas, and numbers that may be two."""

from pathlib import Path

import pytest

from mapapp.errors import Problem
from mapapp.tables.csv import read_table
from mapapp.tables.numbers import NumberError, degrees, number, whole
from mapapp.tables.rows import Column


@pytest.mark.parametrize(
    ("text", "commas", "value"),
    [
        ("40,53", True, 40.53),
        ("-0,5", True, -0.5),
        ("1,234", True, 1.234),
        ("40,53", False, 40.53),
        ("1.234", False, 1.234),
        ("0.925", True, 0.925),
        ("42.87", True, 42.87),
        ("39.65456", True, 39.65456),
    ],
)
def test_a_comma_may_be_the_decimal_sign(text: str, commas: bool, value: float) -> None:
    assert number(text, commas=commas) == value


@pytest.mark.parametrize(("text", "commas"), [("1.234", True), ("1,234", False), ("-12.500", True)])
def test_a_sign_before_three_figures_may_part_thousands(text: str, commas: bool) -> None:
    """Where the other sign is the decimal one, both readings are told, and none is taken."""
    with pytest.raises(NumberError, match="may be"):
        number(text, commas=commas)


def test_a_latitude_is_too_small_for_thousands() -> None:
    assert [degrees(text) for text in ("40,53", "-72,834", "72.8", "4000,5", "")] == [
        *("40.53", "-72.834", "72.8", "4000,5", "")
    ]


def test_commas_are_told_once_of_a_file(tmp_path: Path) -> None:
    problems: list[Problem] = []
    path = tmp_path / "figures.csv"
    path.write_text("sep=;\nvalue;latitude\n40,53;1,5\n2,5;3\n", encoding="utf-8")
    rows = list(read_table(path, [Column("value"), Column("latitude")], problems))
    assert [(row.number("value"), row.degrees("latitude")) for row in rows] == [(40.53, "1.5"), (2.5, "3")]
    assert [(str(problem), problem.remark) for problem in problems] == [
        ("figures.csv:1: the line names the semicolon as the separator of cells, and is passed over", True),
        ("figures.csv: the comma in its numbers is read as the decimal sign, so that 40,5 is 40.5", True),
    ]


@pytest.mark.parametrize("first", ["sep=;", "SEP=;\r", '"sep=;"', "\ufeffsep=;", "sep=;;;"])
def test_the_line_of_the_separator_counts_and_is_no_header(tmp_path: Path, first: str) -> None:
    problems: list[Problem] = []
    path = tmp_path / "a.csv"
    path.write_text(f"{first}\nid,x;name\na;b\n", encoding="utf-8", newline="")
    rows = list(read_table(path, [Column("id,x"), Column("name")], problems))
    assert [(row.line, row.text("id,x"), row.text("name")) for row in rows] == [(3, "a", "b")]
    assert all(problem.remark for problem in problems)


@pytest.mark.parametrize(("text", "value"), [("7", 7), ("007", 7), ("999999999", 999_999_999), ("0", 0)])
def test_a_whole_number_of_a_few_digits(text: str, value: int) -> None:
    assert whole(text) == value


@pytest.mark.parametrize("text", [None, "", "²", "٣", "½", "-1", "1.0", " 1", "1_0", "1" * 10, "9" * 5000])
def test_what_is_no_such_number_is_none(text: str | None) -> None:
    assert whole(text) is None
