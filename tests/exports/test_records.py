"""CSV and workbook: what is written reads back as the same tour."""

import datetime as dt
import re
import unicodedata
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from mapapp.catalogue.columns import TABLES, with_languages
from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.exports import FORMAT
from mapapp.exports.records import records
from mapapp.place import Found, Toponym, Unknown
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from mapapp.when import When
from tests import fixtures
from tests.fixtures import many_events, strategies
from tests.fixtures.places import KnownPlaces
from tests.fixtures.snapshots import MADE_UP, QUERIES, SHIPPED, hostile, seen, tour

both = pytest.mark.parametrize("suffix", ["csv", "xlsx"])


def again(folder: Path, suffix: str, snapshot: Snapshot) -> LoadedTour:
    """Write the snapshot and read the file."""
    path = folder / f"again.{suffix}"
    path.write_bytes(FORMAT[f"tour.{suffix}"].write(snapshot))
    return load_tour(path, KnownPlaces())


def differences(one: Tour, other: Tour) -> list[str]:
    return [f.name for f in fields(Tour) if getattr(one, f.name) != getattr(other, f.name)]


@both
@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", [*SHIPPED, *MADE_UP])
def test_a_tour_reads_back_as_itself(tmp_path: Path, suffix: str, query: str, name: str) -> None:
    """Every field is equal, of the whole tour and of what a filter leaves of it."""
    snapshot = seen(tour(name), query)
    found = again(tmp_path, suffix, snapshot)
    assert differences(snapshot.tour, found.tour) == []
    left = snapshot.tour.events or snapshot.tour.visits
    assert [p.sentence for p in found.problems] == ([] if left else ["no visit and no event could be read; add a line"])


@both
def test_every_hostile_text_reads_back_as_itself(tmp_path: Path, suffix: str) -> None:
    snapshot = hostile(tmp_path / "hostile")
    found = again(tmp_path, suffix, snapshot)
    assert differences(snapshot.tour, found.tour) == []
    assert found.problems == ()


@both
def test_a_large_tour_reads_back(tmp_path: Path, suffix: str) -> None:
    """The limits on the size of a workbook leave room for it."""
    large = load_tour(many_events.write_tour(tmp_path / "many", 3_000), lambda _: Unknown()).tour
    found = again(tmp_path, suffix, seen(large))
    assert found.problems == ()
    assert differences(large, found.tour) == []


@settings(max_examples=40)
@given(strategies.tours(), strategies.filters())
def test_what_a_filter_leaves_of_any_tour_reads_back(
    tmp_path_factory: pytest.TempPathFactory, whole: Tour, view: View
) -> None:
    """Places that no gazetteer knows are those of the file: its id, name and position."""
    folder = tmp_path_factory.mktemp("any")
    snapshot = Snapshot(select(whole, view), whole, view)
    for suffix in ("csv", "xlsx"):
        found = again(folder, suffix, snapshot).tour
        assert (found.travellers, found.people) == (snapshot.tour.travellers, snapshot.tour.people)
        assert set(found.legs) == set(snapshot.tour.legs)  # a reader puts them into the order of the visits
        assert [(e.id, e.when, e.topics, e.participants, e.status) for e in found.events] == [
            (e.id, e.when, tuple(filter(None, e.topics)), e.participants, e.status) for e in snapshot.tour.events
        ]
        assert {(v.id, v.place.id, v.place.position, v.arrival) for v in found.visits} == {
            (v.id, v.place.id, v.place.position, v.arrival) for v in snapshot.tour.visits
        }


def test_the_columns_are_those_of_the_folder() -> None:
    for table, rows in records(tour("central-asia-2025")).items():
        names = list(with_languages(TABLES[table], [name for cells in rows for name in cells]))
        for cells in rows:
            assert set(cells) <= set(names)
            assert list(cells) == [name for name in names if name in cells]


@both
def test_the_same_snapshot_gives_the_same_bytes(suffix: str) -> None:
    snapshot = seen(tour("central-asia-2025"), "country=KZ")
    write = FORMAT[f"tour.{suffix}"].write
    assert write(snapshot) == write(snapshot)
    assert write(snapshot) != write(seen(tour("central-asia-2025"), "country=UZ"))


def test_text_is_normalised_as_tables_are() -> None:
    """A label in tour.toml and a topic in events.csv meet however either of them is composed."""
    assert all(text == unicodedata.normalize("NFC", text) for pair in tour("one-city-twice").labels for text in pair)


@both
@pytest.mark.parametrize("query", ["", "country=KG"])
def test_a_doubt_about_a_place_is_still_there(tmp_path: Path, suffix: str, query: str) -> None:
    """Of two candidates one was chosen with six tenths; whoever reads the file must not take it for sure."""

    def unsure(toponym: Toponym) -> Found:
        found, other = (KnownPlaces()(asked) for asked in (toponym, Toponym("Osh")))
        assert isinstance(found, Found) and isinstance(other, Found)
        return Found(found.place, (replace(found.candidates[0], confidence=0.6), *other.candidates))

    doubted = load_tour(fixtures.TOURS / "one-visit", unsure).tour
    found = again(tmp_path, suffix, seen(doubted, query)).tour
    assert [(e.at.confidence, e.at.sure, e.place.title) for e in found.events] == [(0.6, False, "Bishkek")]
    assert [(v.at.confidence, v.at.toponym) for v in found.visits] == [(0.6, doubted.visits[0].at.toponym)]


def test_the_first_sheet_tells_what_the_workbook_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(FORMAT["tour.xlsx"].write(seen(tour("central-asia-2025"), "country=KZ")))
    book = load_workbook(path)
    assert book.sheetnames == ["Read me", *TABLES]
    told = {str(name.value): str(text.value) for name, text in book["Read me"].iter_rows(max_col=2)}
    assert told["In this file"] == "4 of 15 events, 28 March 2025 – 2026, Kazakhstan"
    assert (told["Data as of"], told["View"]) == ("28 November 2026", "v=1&country=KZ")


def test_the_first_sheet_speaks_the_language_of_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(FORMAT["tour.xlsx"].write(seen(tour("central-asia-2025"), "country=KZ&lang=ru")))
    book = load_workbook(path)
    lines = [str(cell.value or "") for row in book["Read me"].iter_rows(max_col=2) for cell in row]
    assert "В этом файле" in lines
    assert "4 из 15 событий, 28 марта 2025\N{NARROW NO-BREAK SPACE}г. – 2026, Казахстан" in lines
    ours = [line for line in lines if re.search(r"[A-Za-z]{4} [a-z]{2}", line)]
    assert [line for line in ours if "mapapp check" not in line] == []


def test_dates_are_dates_and_numbers_are_numbers(tmp_path: Path) -> None:
    """As far as the workbook can hold what is known: a year, a doubt or a range is text."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(FORMAT["tour.xlsx"].write(seen(tour("central-asia-2025"))))
    events, figures = (load_workbook(path)[name] for name in ("events", "figures"))
    rows = [dict(zip([c.value for c in events[1]], row, strict=True)) for row in events.iter_rows(2)]
    when = {row["id"].value: row["when"].value for row in rows}
    assert when["tokayev"] == dt.datetime(2025, 3, 28)
    assert (when["climate-summit"], when["samarkand-summit"]) == ("2026", "2025-04-03/2025-04-04")
    assert rows[0]["latitude"].value == 37.95
    assert dict(zip([c.value for c in figures[1]], figures[2], strict=True))["value"].value == 49.7


def test_a_text_that_no_cell_can_hold_is_cut_where_it_shows(tmp_path: Path) -> None:
    small = tour("one-visit")
    long = replace(small, events=(replace(small.events[0], summary="x" * 40_000), *small.events[1:]))
    assert again(tmp_path, "csv", seen(long)).tour.events[0].summary == "x" * 40_000
    assert again(tmp_path, "xlsx", seen(long)).tour.events[0].summary == "x" * 32_766 + "…"


@both
def test_midnight_stays_a_time(tmp_path: Path, suffix: str) -> None:
    small = tour("one-visit")
    at_night = replace(small, events=(replace(small.events[0], when=When.parse("2025-03-27T00:00")),))
    assert str(again(tmp_path, suffix, seen(at_night)).tour.events[0].when) == "2025-03-27T00:00"


def test_a_date_that_could_not_be_read_is_written_as_it_stood() -> None:
    """Nothing of the author's is lost on the way, and reading it back asks the same question."""
    shown = tour(SHIPPED[0])
    event, visit = shown.events[0], shown.visits[0]
    doubtful = replace(
        shown,
        events=(replace(event, when_stated=False, unread="03/04/2025"), *shown.events[1:]),
        visits=(replace(visit, arrival=None, unread=("3/4/25", "")), *shown.visits[1:]),
    )
    found = records(doubtful)
    assert found["events"][0]["when"] == "03/04/2025"
    assert found["visits"][0]["arrival"] == "3/4/25"
