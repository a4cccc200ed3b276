"""Readers of cells: what cannot be read is noted with its place and a remedy, and the row goes on."""

import pytest

from mapapp.errors import Problem
from mapapp.position import Position
from mapapp.tables.rows import Row
from mapapp.when import When


def test_readers_of_cells_note_what_they_cannot_read() -> None:
    problems: list[Problem] = []
    cells = {"when": "3 May", "value": "about 5", "kind": "Tea", "ids": "a; b;;c", "big": "1e999"}
    row = Row("f.csv", 7, cells, problems)
    assert row.parsed("when", When.parse) is None
    assert row.parsed("absent", When.parse) is None
    assert row.number("value") is None
    assert row.number("big") is None
    assert row.choice("kind", {"meeting", "summit"}, "meeting") == "meeting"
    assert row.known("ids", {"a", "c"}, "people.csv") == ("a", "c")
    assert row.parsed("value", lambda text: Position.checked(text, 0)) is None
    assert [str(p) for p in problems] == [
        "f.csv:7: when: '3 May' is not a date; write YYYY-MM-DD, YYYY-MM or YYYY",
        "f.csv:7: value: 'about 5' is not a number; write it like 38.6",
        "f.csv:7: big: '1e999' is not a number; write it like 38.6",
        "f.csv:7: kind: 'Tea' is not known; write one of meeting, summit",
        "f.csv:7: ids: 'b' is not in people.csv; add it there or correct the id",
        "f.csv:7: value: longitude 'about 5' is not a number; write decimal degrees such as 41.31",
    ]
    assert row.kept


@pytest.mark.parametrize("text", ["1_000", "1,000", "1 000", "0x10", "nan", "inf", "-inf", "1e999", "", " "])
def test_what_python_reads_as_a_number_and_people_do_not_is_no_number(text: str) -> None:
    problems: list[Problem] = []
    assert Row("f.csv", 1, {"value": text}, problems).number("value") is None
    assert len(problems) == bool(text)


def test_a_hostile_cell_is_quoted_short_and_printable() -> None:
    """A terminal obeys escape sequences, and a right-to-left mark turns the rest of the sentence round."""
    problems: list[Problem] = []
    row = Row("f.csv", 1, {"value": "\x1b[2J\u202e" + "x" * 10_000}, problems)
    row.number("value")
    row.choice("value", {"a"}, "")
    row.known("value", {"a"}, "people.csv")
    row.parsed("value", When.parse)
    assert len(problems) == 4
    assert all(str(p).isprintable() and len(str(p)) < 150 for p in problems)
