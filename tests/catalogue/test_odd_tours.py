"""Folders that hold anything: missing files, hostile texts, tours of any size. All is told, nothing stops reading."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from mapapp.catalogue.columns import COLUMNS
from mapapp.catalogue.meta import MAX_TOML
from mapapp.tables.rows import LONGEST_NAME
from mapapp.tour import Tour
from tests.catalogue.reading import copy, load, said
from tests.fixtures import TOURS, injection, many_events
from tests.fixtures.snapshots import as_read


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        ("tour.toml", "tour.toml: the file is missing; add it with at least a line such as title = 'The tour'"),
        ("visits.csv", "visits.csv: the file is missing; add it with its header line"),
        ("sources.csv", "sources.csv: the file is missing; add it with its header line"),
    ],
)
def test_a_missing_file_is_a_problem(tmp_path: Path, file: str, problem: str) -> None:
    folder = copy(tmp_path)
    (folder / file).unlink()
    assert problem in said(load(folder))


def test_the_other_files_may_be_missing(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "events.csv").unlink()
    assert said(load(folder)) == []


@pytest.mark.parametrize("folder", ["empty", "nowhere", "a-file"])
def test_a_folder_that_is_none_is_a_list_of_problems(tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a-file").touch()
    loaded = load(tmp_path / folder)
    assert {p.file for p in loaded.problems} >= {"tour.toml", "visits.csv", "sources.csv"}
    assert "no visit and no event could be read; add a line" in " ".join(said(loaded))
    assert loaded.tour.title == folder


@pytest.mark.parametrize("file", [*COLUMNS, "sources.csv"])
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this is not a text file"),
        ("id,имя\n".encode("cp1251"), "the text is not UTF-8"),
        (None, "the file has 50 MB, the limit is 20 MB; split the tour"),
    ],
)
def test_each_file_may_be_anything(tmp_path: Path, file: str, data: bytes | None, sentence: str) -> None:
    """Empty, binary, in another encoding or huge: one sentence about it, and no traceback."""
    folder = copy(tmp_path)
    with (folder / file).open("wb") as out:
        out.write(data or b"")
        if data is None:
            out.truncate(50_000_000)
    assert any(p.startswith(f"{file}") and sentence in p for p in said(load(folder)))


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("title = ", "tour.toml: this is not TOML (Invalid value (at end of document)); put texts in quotes"),
        ("title = 'a'\ntitle = 'b'", "tour.toml: this is not TOML (Cannot overwrite a value"),
        (b"title = '\xe0'", "tour.toml: the text is not UTF-8; save the file as UTF-8"),
        ("summary = 'x'", "tour.toml: title: the tour has no title; add a line title = 'The tour'"),
        ("title = ' '", "tour.toml: title: the tour has no title; add a line title = 'The tour'"),
        ("title = 7", "tour.toml: title: this is not a text; write it in quotes"),
        ("title = 'x'\ntravellers = 'rivers'", "tour.toml: travellers: this is not a list; write ['id', 'id']"),
        ("title = 'x'\ntravellers = [['rivers']]", "tour.toml: travellers: '['rivers']' is not a text and is left out"),
        ("title = 'x'\ntravellers = [{a = 1}]", "tour.toml: travellers: '{'a': 1}' is not a text and is left out"),
        ("title = 'x'\ncorridors = {a = 1}", "tour.toml: corridors: this is not a list; write ['id', 'id']"),
        ("title = 'x'\nlabels = 1", "tour.toml: labels: this is not a table; write [labels] and a line a word"),
        ("title = 'x'\n[labels]\na = 1", "tour.toml: labels: 'a' is not a text and is left out; put it in quotes"),
        ("title = 'x'\nformat = 2", "tour.toml: format: the tour has format 2, and this program knows 1"),
        ("title = 'x'\nformat = true", "tour.toml: format: the tour has format True"),
        (
            "titel = 'x'",
            "tour.toml: titel: the key is not known and is left out; known are title, summary, language, travellers",
        ),
        ("title = " + "[" * 100_000, "tour.toml: this is not TOML (brackets are nested too deeply"),
        ("title = " + "1" * 5_000, "tour.toml: this is not TOML (Exceeds the limit (4300 digits)"),
        (
            "#" * (MAX_TOML + 1),
            "tour.toml: the file has more than 1 MB; keep only title, summary, language, travellers",
        ),
    ],
)
def test_tour_toml_may_be_anything(tmp_path: Path, toml: str | bytes, problem: str) -> None:
    loaded = load(copy(tmp_path, tour_toml=toml))
    assert any(said_.startswith(problem) for said_ in said(loaded)), said(loaded)
    assert loaded.tour.event["talks"].title == "Talks"
    assert loaded.tour.travellers == ("rivers",)


def test_the_folder_one_stands_in_has_a_name_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOURS / "one-visit")
    assert load(Path()).tour.id == "one-visit"


def test_files_saved_by_a_spreadsheet_are_read(tmp_path: Path) -> None:
    """Semicolons, a byte order mark, Windows line ends, capitals in the header, a column more with no name."""
    visits = "\ufeffID;Traveller;Place;Arrival;Source;\r\nstay;rivers; Bishkek ;2025-03-27;report;\r\n;;;;;\r\n"
    loaded = load(copy(tmp_path, visits_csv=visits))
    assert said(loaded) == []
    assert loaded.tour.visit["stay"].place.title == "Bishkek"


def _texts(tour: Tour) -> dict[str, list[str]]:
    """Each field of free text, by kind of record and field, in the order of ids."""

    def of(records: Iterable[object], *names: str) -> dict[str, list[str]]:
        ordered = sorted(records, key=lambda r: int(getattr(r, "id", "x0")[1:]))
        return {f"{type(ordered[0]).__name__}.{name}": [getattr(r, name) for r in ordered] for name in names}

    return (
        of(tour.events, "title", "summary")
        | of(tour.visits, "summary", "kind")
        | of(tour.people, "name", "role", "organisation")
        | of(tour.sources, "title", "publisher")
        | of(tour.figures, "label", "unit", "group", "period", "note")
        | of(tour.claims[::2], "value", "note")
        | {"place": [tour.event[f"e{i}"].place.title for i in range(len(tour.events))]}
    )


def test_hostile_texts_are_read_as_the_texts_that_they_are(tmp_path: Path) -> None:
    """Not one is changed, evaluated or lost, beyond surrounding blanks and the normal form of composed characters.

    Marks that turn the direction of writing are taken out. What other rows repeat, such as a name, ends where the
    longest may, and that is said.
    """
    loaded = load(injection.write_tour(tmp_path / "hostile"))
    assert all("longer than 1,000 characters" in sentence for sentence in said(loaded))
    expected = [as_read(text) for text in injection.INJECTIONS.values()]
    for field, found in _texts(loaded.tour).items():
        repeated = field.startswith(("Person.", "Source.")) or field == "place"
        assert found == [text[:LONGEST_NAME] if repeated else text for text in expected], field
    assert dict(loaded.tour.labels) == dict(zip(expected, expected, strict=True))


@pytest.mark.parametrize("events", [0, 1, 10, 10_000])
def test_tours_of_any_size_are_written_the_same_and_free_of_problems(tmp_path: Path, events: int) -> None:
    one, other = (many_events.write_tour(tmp_path / name / "tour", events) for name in ("a", "b"))
    for file in one.iterdir():
        assert file.read_bytes() == (other / file.name).read_bytes()
    loaded = load(one)
    assert len(loaded.tour.events) == events
    assert len({v.place.position for v in loaded.tour.visits}) == len(loaded.tour.visits) == -(-events // 4)
    assert said(loaded) == ([] if events else ["visits.csv: no visit and no event could be read; add a line"])


def test_a_visit_that_is_left_out_is_mended_there_and_named_once_by_what_hangs_on_it(tmp_path: Path) -> None:
    (tmp_path / "tour.toml").write_text("title = 'T'\n")
    (tmp_path / "sources.csv").write_text("id,title\ns,S\n")
    (tmp_path / "people.csv").write_text("id,name\np,P\n")
    (tmp_path / "visits.csv").write_text("id,traveller,place,arrival,source\na,p,Atlantis,2025,s\nb,p,Osh,2025,s\n")
    (tmp_path / "events.csv").write_text(
        "id,visit,place,when,title,source\ne,a,,,Talks,s\nf,a,Osh,2025-03,Fair,s\ng,c,,2025,Fair,s\n"
    )
    (tmp_path / "legs.csv").write_text("from,to,source\na,b,s\n")
    read = load(tmp_path)
    assert said(read) == [
        "events.csv:2: visit: the visit 'a' is left out; mend visits.csv:2",
        "events.csv:3: visit: the visit 'a' is left out; mend visits.csv:2",
        "events.csv:4: visit: 'c' is not in visits.csv or could not be read; correct it there",
        "legs.csv:2: from: the visit 'a' is left out; mend visits.csv:2",
        "visits.csv:2: place: 'Atlantis' is not a known place; correct it, or give latitude and longitude",
    ]
    assert [event.id for event in read.tour.events] == ["f"], "which has a place and a date of its own"
