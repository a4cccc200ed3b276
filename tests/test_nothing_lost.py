"""Columns that the program does not know, and those of other languages, stay through everything that writes a tour."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pytest

from mapapp.articles.drafting import folder as with_article
from mapapp.catalogue.tours import load_tour
from mapapp.drafts import copying, editing, sheets
from mapapp.exports import FORMATS
from mapapp.foreign import Answers, Asked, read
from mapapp.foreign.again import files_again, read_again
from mapapp.foreign.merging import MERGED, merged
from mapapp.geocoding import offline_resolver
from mapapp.snapshot import Snapshot
from mapapp.tables.edits import Correction
from mapapp.view import View
from tests.articles.own import reading

ASKED = Asked(offline_resolver)
LIST = "Date,City,Meeting with,Event\n2025-03-27,Ashgabat,,Ministerial\n2025-03-28,Almaty,Ann Example,Talks\n"
LATER = LIST.replace("Talks", "Round table").replace("2025-03-27", "2025-03-26")
ARTICLE = "Foreign Minister Testa Wendling met Speaker Probst Anderman in Baku on Monday."
MINE, RUSSIAN = "My Note", "{}@ru"
SPOKEN = {"visits.csv": "summary", "people.csv": "role", "sources.csv": "title", "legs.csv": "mode"}
Rows = list[dict[str, str]]


def _rows(data: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def _own(file: str) -> tuple[str, str]:
    return RUSSIAN.format(SPOKEN.get(file, "title")), MINE


@pytest.fixture
def tour() -> dict[str, bytes]:
    """The tour of `LIST` with cells of somebody's own in each row of every table, apart by semicolons."""
    contents = read(LIST.encode(), "a.csv", Answers(traveller="Ann Berg"), ASKED).files()
    contents["claims.csv"] = b"event,field,value\n" + _rows(contents["events.csv"])[0]["id"].encode() + b",when,2025\n"
    contents["figures.csv"] = b"label,value,unit\nTrade,1,EUR\n"
    contents["story.csv"] = b"scene,title,events\n1,One,\n"
    contents["callouts.csv"] = b"text,event\nHere," + _rows(contents["events.csv"])[0]["id"].encode() + b"\n"
    for file in sheets.FILES:
        rows = _rows(contents[file])
        out = io.StringIO()
        writer = csv.DictWriter(out, [*rows[0], *_own(file)], delimiter=";")
        writer.writeheader()
        for number, row in enumerate(rows):
            writer.writerow(row | dict(zip(_own(file), (f"слово {number}", f"note {number}"), strict=True)))
        contents[file] = out.getvalue().encode("cp1251")
    contents["tour.toml"] += '"title@ru" = "Поездка"\nmine = "x"\n'.encode()
    return contents


def _kept(contents: Mapping[str, bytes], file: str) -> set[tuple[str, ...]]:
    """The own cells of a table, read as every reader of the program does."""
    found = sheets.table(contents, file)
    columns = [name for name in found.columns if name.lower() in {own.lower() for own in _own(file)}]
    return {tuple(found.cell(row, name) for name in columns) for row in range(len(found.rows))}


def _whole(before: Mapping[str, bytes], after: Mapping[str, bytes], *, without: int = 0) -> None:
    for file in sheets.FILES:
        lost = _kept(before, file) - _kept(after, file)
        assert len(lost) <= without, f"{file} lost {lost}"
    assert "Поездка".encode() in after["tour.toml"] and b"mine" in after["tour.toml"]


@pytest.mark.parametrize("file", sheets.FILES)
def test_a_form_and_a_grid_lose_nothing(tour: dict[str, bytes], file: str) -> None:
    rows = len(sheets.table(tour, file).rows)
    column = sheets.columns_of(file)[-1]
    for after in (
        editing.with_cells(tour, file, 0, {column: "x"}),
        editing.with_row(tour, file, {column: "x"}, 1),
        editing.moved(tour, file, 0, rows - 1),
        editing.with_corrections(tour, [Correction(file, 2, "", column, "", "x")]),
    ):
        _whole(tour, after)
    _whole(tour, editing.without_row(tour, file, 0), without=1)
    assert MINE in sheets.table(editing.with_cells(tour, file, 0, {column: "x"}), file).columns, "as it was written"


def test_a_line_whose_quotes_do_not_fit_stays_in_a_table_that_is_edited() -> None:
    broken = {"visits.csv": b'id,place\na,Oslo\nb,"Osh\nc,Baku\n'}
    assert b"Osh" in editing.with_cells(broken, "visits.csv", 0, {"place": "Bergen"})["visits.csv"]


def test_an_article_that_is_added_loses_nothing(tour: dict[str, bytes]) -> None:
    found = reading(ARTICLE, "2025-05-15")
    after = with_article(found, [p.key for p in found.proposals], tour)[0]
    _whole(tour, after)
    assert "Baku" in after["visits.csv"].decode() and after["figures.csv"] == tour["figures.csv"]
    assert len(sheets.table(after, "visits.csv").rows) == len(sheets.table(tour, "visits.csv").rows) + 1


@pytest.mark.parametrize("file", ["visits.csv", "events.csv"])
def test_an_article_keeps_the_columns_of_a_table_without_rows(tour: dict[str, bytes], file: str) -> None:
    tour[file] = ";".join(("id", "place", *_own(file))).encode()
    found = reading(ARTICLE, "2025-05-15")
    after = with_article(found, [p.key for p in found.proposals], tour)[0]
    assert set(_own(file)) <= set(sheets.table(after, file).columns)


def test_a_table_brought_again_loses_nothing_and_follows_the_table_where_nobody_edited(tour: dict[str, bytes]) -> None:
    again = read_again(LATER.encode(), "a.csv", tour, ASKED)
    _whole(tour, again.merged.files)
    assert not again.merged.conflicts, "own columns are in no conflict with a table that has none"
    assert b"Round table" in again.merged.files["events.csv"] and b"2025-03-26" in again.merged.files["visits.csv"]


def test_a_conflict_that_the_table_wins_costs_the_cells_in_question_alone(tour: dict[str, bytes]) -> None:
    row = next(n for n, cells in enumerate(sheets.table(tour, "events.csv").rows) if "Talks" in cells)
    tour = editing.with_cells(tour, "events.csv", row, {"title": "Lunch", "summary": "by hand"})
    again = read_again(LATER.encode(), "a.csv", tour, ASKED)
    (conflict,) = again.merged.conflicts
    assert conflict.cells == (("title", "Lunch", "Round table"),) and b"Lunch" in again.merged.files["events.csv"]
    won = merged(tour, files_again(again.reading, tour, again.rows), {(conflict.file, conflict.id)}).files
    assert b"Round table" in won["events.csv"] and b"by hand" in won["events.csv"]
    _whole(tour, won)


@pytest.mark.parametrize("file", MERGED)
def test_rows_without_an_id_or_with_that_of_another_stay(tour: dict[str, bytes], file: str) -> None:
    found = sheets.table(tour, file)
    twice = found.added(found.cells(0) | {MINE: "twice"}, 1).added({MINE: "nameless", found.columns[1]: "x"}, 1)
    tour = sheets.put(tour, file, twice.added({MINE: "nameless too", found.columns[1]: "y"}, 1))
    after = read_again(LATER.encode(), "a.csv", tour, ASKED).merged.files
    assert {"twice", "nameless", "nameless too"} <= {
        sheets.table(after, file).cell(row, MINE) for row in range(len(sheets.table(after, file).rows))
    }


def test_a_copy_of_a_folder_or_of_one_file_has_all_of_it(tour: dict[str, bytes], tmp_path: Path) -> None:
    """A tour that is copied into the library can have its table brought again there."""
    place = tmp_path / "tour"
    place.mkdir()
    for name, content in tour.items():
        (place / name).write_bytes(content)
    assert copying.contents_of(place) == tour
    told = load_tour(place, offline_resolver).tour
    written = next(f for f in FORMATS if f.suffix == "xlsx").write(Snapshot(told, told, View()), None)
    (tmp_path / "one.xlsx").write_bytes(written)
    one = copying.contents_of(tmp_path / "one.xlsx")
    assert '"title@ru" = "Поездка"'.encode() in one["tour.toml"]
    assert "слово 0" in one["events.csv"].decode()
