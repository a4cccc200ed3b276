"""Tables that nobody would send: small files that unpack, or of which each cell takes long, end in a sentence."""

import re
from types import SimpleNamespace

import pytest

from mapapp.foreign import Answers, ForeignError, clipboard, meanings, opening, read
from mapapp.foreign.clipboard import tables_of
from mapapp.foreign.listed import dated_lines
from mapapp.foreign.markdown import lines_of
from mapapp.foreign.opening import MAX_CELL
from tests.fixtures.places import KnownPlaces

TOO_LARGE = "more than .* cells or elements, which is the most"
WIDE = "<td rowspan=1000 colspan=1000>x"


@pytest.mark.parametrize(
    "rows",
    [
        f"<tr>{WIDE}" * 2000,  # under each other
        f"<tr>{WIDE * 900}",  # beside each other
        "<tr><td rowspan=1000>x" * 51,
        "<tr><td colspan=1000>x<td>y<td>z",
        "<tr>" * 2_000 + "<td>x" * 900,
    ],
)
def test_a_small_page_unpacks_to_no_large_table(rows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "MAX_CELLS", 50_000)
    monkeypatch.setattr(clipboard, "MAX_PLACES", 500_000)
    with pytest.raises(ForeignError, match=TOO_LARGE):
        tables_of(f"<table>{rows}</table>")


def test_a_page_has_so_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "MAX_TAGS", 1_000)
    with pytest.raises(ForeignError, match=TOO_LARGE):
        tables_of(f"<table><tr><td>{'<b>' * 1_000}</table>")


def test_many_small_tables_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "MAX_CELLS", 50_000)
    with pytest.raises(ForeignError, match=TOO_LARGE):
        tables_of("<table><tr><td rowspan=1000>x</table>" * 51)


def test_cells_that_reach_over_others_are_where_they_were() -> None:
    page = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td rowspan=2>d<tr><td>e<td>f</table>"
    assert [table.rows for table in tables_of(page)] == [[["a", "b", ""], ["a", "c", "d"], ["e", "f", "d"]]]
    title = "<table><tr><td colspan=9999>Title<tr><td>a<td>b</table>"
    assert [table.rows for table in tables_of(title)] == [[["Title", ""], ["a", "b"]]]


@pytest.mark.parametrize(
    "data", [b"\0" * 5000, b"," * 500 + b"\n", b",,,\n,,,\n", b"-\n--\n", b"|_|\n|-|\n", "“”\n".encode()]
)
def test_a_file_that_says_nothing_is_no_table(data: bytes) -> None:
    """It was shown as a row without a word."""
    with pytest.raises(ForeignError, match=r"nothing in the table|can(not)? be read"):
        read(data, "a.csv", Answers(), KnownPlaces())


def test_a_table_has_so_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_CELLS", 6)
    assert len(read(b"Date,City\n2025-03-01,Osh\n2025-03-02,Osh\n", "a.csv", Answers(), KnownPlaces()).rows) == 2
    with pytest.raises(ForeignError, match=re.escape("The table has more than 6 cells, which is the most. Split it.")):
        read(b"Date,City\n2025-03-01,Osh\n2025-03-02,Osh\n2025-03-03,\n", "b.csv", Answers(), KnownPlaces())


def test_a_cell_has_so_many_characters() -> None:
    """And the one that is longest is read."""
    for length, said in ((MAX_CELL, ""), (MAX_CELL + 1, "more than 32,767 characters, in line 3. Shorten it.")):
        table = f"Date,City\n2025-03-01,Osh\n2025-03-02,{'x' * length}\n".encode()
        try:
            assert len(read(table, "a.csv", Answers(), KnownPlaces()).rows) == 2
        except ForeignError as refused:
            assert said and said in str(refused)
        else:
            assert not said


def test_what_is_no_date_takes_so_long_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time of a table, and not of the program: the next one has its own. The clock is ours."""
    clock, tried, look = [0.0], [], meanings._read

    def looked(cell: str, year: int | None) -> meanings.Meaning:
        found = look(cell, year)
        if "March 12" in cell:
            clock[0] += meanings.MOST_SECONDS / 50
            tried.append(cell)
        return found

    monkeypatch.setattr(meanings, "_read", looked)
    monkeypatch.setattr(meanings, "time", SimpleNamespace(thread_time=lambda: clock[0]))
    rows = "".join(f"{i} 3 4 5-6 7 – 8 9 March 12,Osh,x{i}\n" for i in range(400))
    with pytest.raises(ForeignError, match=re.escape("Too many cells look like dates and are none, such as “")):
        read(f"Date,City,Event\n{rows}".encode(), "a.csv", Answers(), KnownPlaces())
    assert 50 <= len(tried) <= 51
    honest = "".join(f"2025-{1 + i // 28:02}-{1 + i % 28:02},Osh,x{i}\n" for i in range(300))
    assert len(read(f"Date,City,Event\n{honest}".encode(), "b.csv", Answers(), KnownPlaces()).rows) == 300
    assert meanings.meaning("977 3 4 5-6 7 – 8 9 March 12").readings == ()


def test_a_list_of_what_only_looks_like_dates_is_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def no_date(text: str) -> bool:
        tried.append(text)
        return False

    monkeypatch.setattr("mapapp.foreign.listed.is_date", no_date)
    assert dated_lines("\n".join(f"{i} 3 4 5 March – Osh" for i in range(20_000)), whole=False) == []
    assert len(tried) < 1100


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("|-|\n", 20_000),  # each line of them ends the headings of another table
        ("|" + "\t" * 40_000 + "x\n", 2),  # in which no rule stands
        ("|-|\n|" + "[a](http://" * 3000 + "|\n", 1),
        ("|-|\n|" + "<http://" * 4000 + "|\n", 1),
        ("|-|\n|" + "`a " * 10_000 + "|\n", 1),
        ("|-|\n|" + "*" * 15_000 + "a" + "*" * 15_000 + "|\n", 1),
    ],
)
def test_markdown_is_read_once(line: str, times: int) -> None:
    """Without a limit of its parts each of these takes minutes; the test would not end in time."""
    lines_of("|a|b|\n" + line * times)
