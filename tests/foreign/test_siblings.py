"""Newer states of one table, each edited otherwise: judgments and hand-made edits stay, and every record its id."""

from collections.abc import Callable

import pytest

from mapapp.drafts import editing, sheets
from mapapp.foreign import Answer, Answers, Asked, answered, read
from mapapp.foreign.again import Again, read_again
from mapapp.foreign.differences import Kind, counted
from mapapp.geocoding import offline_resolver

ASKED = Asked(offline_resolver)
ROWS = (
    ("Date", "City", "Meeting", "Link"),
    ("12.05.2025", "Tbilisi", "Talks with the Speaker", "https://example.org/a"),
    ("13.05.2025", "Springfield", "Town hall", "https://example.org/b"),
    ("14.05.2025", "Tashkent", "Business forum", ""),
    ("14.05.2025", "Tashkent", "Press point", ""),
    ("16.05.2025", "Samarkand", "Dinner", "https://example.org/c"),
)
Table = tuple[tuple[str, ...], ...]


def csv(rows: Table, separator: str = ",") -> str:
    return "".join(separator.join(row) + "\n" for row in rows)


def _row(contents: dict[str, bytes], file: str, text: str) -> int:
    found = sheets.table(contents, file)
    return next(row for row in range(len(found.rows)) if text in found.rows[row])


@pytest.fixture
def tour() -> dict[str, bytes]:
    """The tour of `ROWS` with a judgment on Springfield; somebody wrote of Tashkent, and how the way there was."""
    reading = read(csv(ROWS).encode(), "a.csv", Answers(), ASKED)
    question = next(q for q in reading.questions if q.facet == "namesakes")
    contents = read(
        csv(ROWS).encode(), "a.csv", answered(reading, question, Answer(question.choices[2])), ASKED
    ).files()
    contents = editing.with_cells(contents, "visits.csv", _row(contents, "visits.csv", "Tashkent"), {"summary": "Mine"})
    contents = editing.with_cells(contents, "events.csv", _row(contents, "events.csv", "Dinner"), {"topics": "trade"})
    return editing.with_cells(contents, "legs.csv", 1, {"mode": "rail"})


def _ids(contents: dict[str, bytes], file: str) -> list[str]:
    found = sheets.table(contents, file)
    return [found.cell(row, "id") for row in range(len(found.rows))]


def _changed(row: int, column: int, text: str) -> Table:
    cells = list(map(list, ROWS))
    cells[row][column] = text
    return tuple(map(tuple, cells))


def _added(*row: str) -> Table:
    return (*ROWS[:2], row, *ROWS[2:])


SIBLINGS: dict[str, tuple[Table, str]] = {  # rows, and how many are added, changed, removed and unchanged
    "the same": (ROWS, "0 0 0 5"),
    "a row moved": ((ROWS[0], *ROWS[2:], ROWS[1]), "0 0 0 5"),
    "a date changed": (_changed(5, 0, "18.05.2025"), "0 1 0 4"),
    "a place renamed": (_changed(5, 1, "Самарканд"), "0 1 0 4"),
    "another place": (_changed(5, 1, "Bukhara"), "0 1 0 4"),
    "a title changed": (_changed(1, 2, "Talks with the President"), "0 1 0 4"),
    "a row at the top": ((ROWS[0], ("11.05.2025", "Baku", "Arrival", "https://example.org/0"), *ROWS[1:]), "1 0 0 5"),
    "a row of the same stop before it": (
        (*ROWS[:3], ("14.05.2025", "Tashkent", "Arrival", ""), *ROWS[3:]), "1 0 0 5"),
    "a row split": (
        (*ROWS[:5], ("16.05.2025", "Samarkand", "Walk", ""), ("16.05.2025", "Samarkand", "Dinner", ROWS[5][3])),
        "1 0 0 5"),
    "a row twice": ((*ROWS, ROWS[5]), "1 0 0 5"),
    "columns in another order": (tuple(row[::-1] for row in ROWS), "0 0 0 5"),
    "columns with other names": ((("Day", "Town", "Event", "Source"), *ROWS[1:]), "0 0 0 5"),
    "every date written otherwise": (
        (ROWS[0], *((f"{r[0][6:]}-{r[0][3:5]}-{r[0][:2]}", *r[1:]) for r in ROWS[1:])), "0 5 0 0"),
    "a title row above": ((("Programme of the visit", "", "", ""), *ROWS), "0 0 0 5"),
}  # fmt: skip


def _kept(again: Again, tour: dict[str, bytes]) -> None:
    files = again.merged.files
    springfield = _row(tour, "visits.csv", "Springfield")
    chosen = sheets.table(tour, "visits.csv").cell(springfield, "place_id")
    visits = sheets.table(files, "visits.csv")
    assert visits.cell(_row(files, "visits.csv", "Springfield"), "place_id") == chosen, "the judgment"
    assert visits.cell(_row(files, "visits.csv", "Tashkent"), "summary") == "Mine"
    assert sheets.table(files, "events.csv").cell(_row(files, "events.csv", "Dinner"), "topics") == "trade"
    assert b"rail" in files["legs.csv"]
    for file in ("visits.csv", "events.csv"):
        assert set(_ids(tour, file)) <= set(_ids(files, file)), "ids stay"
        assert len(set(_ids(files, file))) == len(_ids(files, file))
    stops = set(_ids(files, "visits.csv"))
    legs = sheets.table(files, "legs.csv")
    assert all({legs.cell(row, "from"), legs.cell(row, "to")} <= stops for row in range(len(legs.rows)))
    events = sheets.table(files, "events.csv")
    assert all(events.cell(row, "visit") in stops for row in range(len(events.rows)))


@pytest.mark.parametrize("name", SIBLINGS)
def test_a_newer_state_keeps_judgments_edits_and_ids(name: str, tour: dict[str, bytes]) -> None:
    rows, counts = SIBLINGS[name]
    again = read_again(csv(rows).encode(), "a.csv", tour, ASKED)
    found = counted(again.rows)
    kinds = (Kind.ADDED, Kind.CHANGED, Kind.REMOVED, Kind.UNCHANGED)
    assert " ".join(str(found[kind]) for kind in kinds) == counts
    assert again.merged.conflicts == ()
    assert not [q for q in again.reading.questions if q.facet == "namesakes"]
    _kept(again, tour)


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.encode("utf-16"),
        lambda text: b"\xef\xbb\xbf" + text.replace(",", ";").encode(),
        lambda text: text.replace(",", "\t").encode("cp1251"),
        lambda text: text.replace("\n", "\r\n").encode("latin-1"),
    ],
)
def test_another_encoding_or_separator_is_no_change(written: Callable[[str], bytes], tour: dict[str, bytes]) -> None:
    again = read_again(written(csv(ROWS)), "b.csv", tour, ASKED)
    assert counted(again.rows)[Kind.UNCHANGED] == 5 and not again.merged.conflicts
    _kept(again, tour)


def test_a_column_that_is_added_is_told_and_costs_nothing(tour: dict[str, bytes]) -> None:
    rows = tuple((*row, ("Notes", "", "", "bring maps", "", "")[i]) for i, row in enumerate(ROWS))
    again = read_again(csv(rows).encode(), "a.csv", tour, ASKED)
    assert [one.cells for one in again.rows if one.cells] == [(("Notes", "", "bring maps"),)]
    _kept(again, tour)


def test_a_thousand_rows_with_another_date_each_are_changed_and_not_new() -> None:
    old = [(f"{1 + n % 28:02}.0{1 + n % 9}.2024", "Almaty", f"Talks {n}") for n in range(1000)]
    new = [(f"2024-{day[3:5]}-{day[:2]}", place, title) for day, place, title in old]
    head = (("Date", "City", "Event"),)
    current = read(csv((*head, *old)).encode(), "a.csv", Answers(), ASKED).files()
    again = read_again(csv((*head, *new)).encode(), "a.csv", current, ASKED)
    assert counted(again.rows) == {Kind.ADDED: 0, Kind.CHANGED: 1000, Kind.REMOVED: 0, Kind.UNCHANGED: 0}


def test_what_was_edited_and_is_changed_or_gone_is_asked(tour: dict[str, bytes]) -> None:
    rows = (*_changed(5, 2, "Supper")[:3], *_changed(5, 2, "Supper")[5:])  # without Tashkent
    tour = editing.with_cells(tour, "events.csv", _row(tour, "events.csv", "Dinner"), {"title": "Banquet"})
    again = read_again(csv(rows).encode(), "a.csv", tour, ASKED)
    asked = {(c.file, c.cells) for c in again.merged.conflicts}
    assert ("events.csv", (("title", "Banquet", "Supper"),)) in asked
    assert ("visits.csv", ()) in asked, "Tashkent was edited and is gone"
    assert b"Banquet" in again.merged.files["events.csv"] and b"Mine" in again.merged.files["visits.csv"]
