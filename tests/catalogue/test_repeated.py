"""One long cell makes no large files: what other rows repeat has a length, and there is an end to repeating."""

import csv
from pathlib import Path

import pytest

from mapapp.catalogue import reading
from mapapp.catalogue.columns import COLUMNS
from mapapp.catalogue.corridors import COLUMNS as OF_CORRIDOR
from mapapp.catalogue.corridors import load_corridor
from mapapp.catalogue.sources import COLUMNS as SOURCES
from mapapp.catalogue.tours import load_tour
from mapapp.exports import FORMATS
from mapapp.snapshot import Snapshot
from mapapp.tables.rows import LONGEST_NAME, MAX_ITEMS
from mapapp.view import View
from mapapp.web.documents import _pieces
from mapapp.words.cards import one_by_one
from mapapp.words.language import Words
from tests.fixtures import many_events
from tests.fixtures.alpha import CORRIDORS
from tests.fixtures.places import KnownPlaces

EVENTS, LONG = 60, 100_000
TIMES = 5  # a cell may stand in so many places of a file: with its event, its place, its day
TEXTS = ("geojson", "lpf.json", "kml", "gpx", "ics", "csv", "json")
FILLED = {
    (file, column.name)
    for file, columns in {**COLUMNS, "sources.csv": SOURCES}.items()
    if file in {"sources.csv", "people.csv", "visits.csv", "events.csv", "legs.csv"}
    for column in columns
}


def lengthened(path: Path, column: str) -> None:
    """Give the first row of a table a cell of so many characters."""
    with path.open(encoding="utf-8", newline="") as file:
        header, first, *rest = csv.reader(file)
    if column not in header:
        header, first, rest = [*header, column], [*first, ""], [[*row, ""] for row in rest]
    first[header.index(column)] = ("https://example.org/" if column == "url" else "") + "W" * LONG
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, first, *rest])


@pytest.mark.parametrize(("file", "column"), sorted(FILLED))
def test_no_cell_is_repeated_at_any_length(tmp_path: Path, file: str, column: str) -> None:
    """A name of 100,000 letters stood in the file once for every event of its bearer: gigabytes for a large tour."""
    lengthened(many_events.write_tour(tmp_path / "tour", EVENTS) / file, column)
    tour = load_tour(tmp_path / "tour", KnownPlaces()).tour
    snapshot = Snapshot(tour, tour, View(tour="tour"))
    sizes = {f.name: len(f.write(snapshot)) for f in FORMATS if f.suffix in TEXTS and f.kind == "tour"}
    sizes["cards"] = sum(map(len, _pieces(one_by_one(tour, Words("en")))))
    assert {name for name, size in sizes.items() if size > TIMES * LONG + 500_000} == set()


def test_what_is_cut_is_told_where_it_stands(tmp_path: Path) -> None:
    folder = many_events.write_tour(tmp_path / "tour", 4)
    lengthened(folder / "sources.csv", "title")
    tour, problems, _ = load_tour(folder, KnownPlaces())
    assert [str(p) for p in problems] == [
        "sources.csv:2: title: longer than 1,000 characters; say it in fewer words",
    ]
    assert tour.sources[0].title == "W" * LONGEST_NAME


def test_names_in_other_languages_have_the_same_length(tmp_path: Path) -> None:
    folder = many_events.write_tour(tmp_path / "tour", 4)
    lengthened(folder / "people.csv", "name@ru")
    assert [p.column for p in load_tour(folder, KnownPlaces()).problems] == ["name@ru"]


def test_a_node_of_a_corridor_has_a_name_of_such_a_length(tmp_path: Path) -> None:
    folder = tmp_path / "corridor"
    folder.mkdir()
    for path in (CORRIDORS / "alpha-to-delta").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    repeated = [(file, c.name) for file, columns in OF_CORRIDOR.items() for c in columns if c.repeated]
    for file, column in [*repeated, ("sources.csv", "title")]:
        lengthened(folder / file, column)
    assert {p.sentence for p in load_corridor(folder).problems if "longer" in p.sentence} == {
        "longer than 1,000 characters; say it in fewer words"
    }


def test_a_cell_has_so_many_items(tmp_path: Path) -> None:
    folder = many_events.write_tour(tmp_path / "tour", 4)
    text = (folder / "events.csv").read_text(encoding="utf-8").replace("trade;", "trade;" * (MAX_ITEMS + 7), 1)
    (folder / "events.csv").write_text(text, encoding="utf-8")
    tour, problems, _ = load_tour(folder, KnownPlaces())
    assert [p.sentence for p in problems] == [f"only the first 1,000 of {MAX_ITEMS + 8:,} are read; use several rows"]
    assert max(len(event.topics) for event in tour.events) == MAX_ITEMS


def test_sources_and_people_are_repeated_so_often(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows stay, the first that is too much tells it, and it is told once."""
    monkeypatch.setattr(reading, "MOST_REPEATED", 30 * reading.EACH)
    tour, problems, _ = load_tour(many_events.write_tour(tmp_path / "tour", 40), KnownPlaces())
    assert [(p.file, p.column, p.sentence[:50]) for p in problems if "left out from here" in p.sentence] == [
        ("events.csv", "participants", "sources and people are left out from here on: with")
    ]
    assert len(tour.events) == 40
    assert [bool(event.participants) for event in tour.events][-1] is False
