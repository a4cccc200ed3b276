"""A tour in one file: what is wrong is named by sheet or line, what is good is kept."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.exports import FORMAT
from tests.fixtures.places import KnownPlaces
from tests.fixtures.snapshots import seen, tour

TOUR = tour("one-city-twice")


def load(path: Path) -> LoadedTour:
    return load_tour(path, KnownPlaces())


def said(path: Path) -> list[str]:
    return [str(problem) for problem in load(path).problems]


def lines() -> list[list[str]]:
    return list(csv.reader(io.StringIO(FORMAT["tour.csv"].write(seen(TOUR)).decode("utf-8-sig"))))


def saved(path: Path, rows: list[list[str]], delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


class Book:
    """The tour as a workbook that can be edited."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.write_bytes(FORMAT["tour.xlsx"].write(seen(TOUR)))
        self.book = load_workbook(path)

    def sheet(self, name: str) -> Worksheet:
        """One of its sheets."""
        sheet = self.book[name]
        assert isinstance(sheet, Worksheet)
        return sheet

    def cell(self, sheet: str, row: int, column: str, value: object) -> None:
        """Write a cell."""
        titles = [cell.value for cell in self.sheet(sheet)[1]]
        self.sheet(sheet).cell(row, titles.index(column) + 1).value = value  # type: ignore[assignment]  # of any type

    def said(self) -> list[str]:
        """The problems of the workbook as it is now."""
        self.book.save(self.path)
        return said(self.path)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_long_file_is_read_in_any_order_and_with_any_separator(tmp_path: Path, delimiter: str) -> None:
    header, *rows = lines()
    path = saved(tmp_path / "a.csv", [header, *reversed(rows)], delimiter)
    found = load(path)
    assert found.problems == ()
    assert {event.id for event in found.tour.events} == {event.id for event in TOUR.events}
    assert found.tour.id == "one-city-twice"


def test_problems_of_a_long_file_have_its_name_and_line(tmp_path: Path) -> None:
    header, *rows = lines()
    at = {name: i for i, name in enumerate(header)}
    rows[1][at["when"]] = "3 May"
    rows[2][at["traveller"]] = "rivers"
    rows[3][0] = "evnts"
    rows.append(["", *[""] * (len(header) - 2), "stray"])
    visit = next(row for row in rows if row[0] == "visits")
    visit[at["traveller"]] = "nobody"
    problems = said(saved(tmp_path / "a.csv", [header, *rows]))
    known = "events, visits, people, claims, figures, legs, story, callouts, sources, tour"
    for problem in (
        "a.csv:3: when: '3 May' names no year in four figures; write YYYY-MM-DD, YYYY-MM or YYYY",
        f"a.csv:5: table: 'evnts' is no table and the line is left out; write one of {known}",
        f"a.csv:{len(rows) + 1}: table: '' is no table and the line is left out; write one of {known}",
        f"a.csv:{rows.index(visit) + 2}: traveller: 'nobody' is not in the table people; add the person there",
    ):
        assert problem in problems
    assert problems[0].startswith("a.csv:1: traveller: the column is not known and is left out; known are id, visit,")


def test_a_file_of_other_columns_is_one_clear_problem(tmp_path: Path) -> None:
    problems = said(saved(tmp_path / "a.csv", [["name", "age"], ["a", "1"]]))
    assert "a.csv:1: table: the column is missing; let the first line begin with it" in " ".join(problems)


def test_a_long_file_needs_only_the_columns_that_it_uses(tmp_path: Path) -> None:
    rows = [
        ["table", "id", "name", "traveller", "place", "arrival", "title", "source", "key", "value"],
        ["tour", "", "", "", "", "", "", "", "title", "Short"],
        ["sources", "s", "", "", "", "", "A report", "", "", ""],
        ["people", "p", "Ada", "", "", "", "", "", "", ""],
        ["visits", "v", "", "p", "Tashkent", "2025-05-01", "", "s", "", ""],
    ]
    found = load(saved(tmp_path / "short.csv", rows))
    assert found.problems == ()
    assert (found.tour.id, found.tour.title, found.tour.visits[0].place.title) == ("short", "Short", "Tashkent")


def test_problems_of_a_workbook_name_sheet_and_row(tmp_path: Path) -> None:
    book = Book(tmp_path / "a.xlsx")
    book.cell("events", 3, "when", "3 May")
    book.cell("events", 4, "title", "=1+1")
    book.cell("visits", 2, "traveller", "nobody")
    book.book.create_sheet("Notes")
    problems = book.said()
    assert "events:3: when: '3 May' names no year in four figures; write YYYY-MM-DD, YYYY-MM or YYYY" in problems
    assert "events:4: title: the cell holds a formula and is left out; put its value in its place" in problems
    assert "visits:2: traveller: 'nobody' is not in the sheet people; add the person there" in problems
    assert any(line.startswith("Notes: the sheet is not known and is left out; known are events,") for line in problems)


def test_a_missing_sheet_is_a_problem_only_where_the_file_would_be(tmp_path: Path) -> None:
    book = Book(tmp_path / "a.xlsx")
    for name in ("figures", "claims", "legs", "sources"):
        del book.book[name]
    problems = book.said()
    assert "sources: the sheet sources is missing; add it with its header line" in problems
    assert not any(line.startswith(("figures", "claims", "legs")) for line in problems)


def test_the_title_is_asked_for_where_it_belongs(tmp_path: Path) -> None:
    book = Book(tmp_path / "a.xlsx")
    book.cell("tour", 3, "value", None)
    book.cell("tour", 2, "value", "an id")
    book.cell("tour", 4, "key", "colour")
    assert book.said() == [
        "tour: title: the tour has no title; add it to the sheet tour as the value of the key title",
        "tour:2: value: 'an id' cannot stand in a link; write letters, digits and hyphens",
        "tour:4: key: 'colour' is not known and is left out; "
        "known are id, title, summary, language, traveller, corridor, label",
    ]
    assert load(tmp_path / "a.xlsx").tour.id == "a"


def test_dates_typed_as_dates_and_years_typed_as_numbers_are_read(tmp_path: Path) -> None:
    book = Book(tmp_path / "a.xlsx")
    book.cell("events", 2, "when", 2026)
    for cell in book.sheet("events")[2]:
        cell.number_format = "General"
    assert book.said() == []
    assert str(load(tmp_path / "a.xlsx").tour.event["signing"].when) == "2026"


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
@pytest.mark.parametrize("content", [None, b"", b"\xff", b"PK\x03\x04\0\0", b"table\n", b"table,id\n\0"])
def test_a_file_that_cannot_be_read_is_a_list_of_problems(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    found = load(tmp_path / name)
    assert found.problems
    assert found.tour.id == "a"
    assert all(";" in problem.sentence for problem in found.problems)
