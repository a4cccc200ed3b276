"""A folder of CSV and TOML becomes a tour, and all that is wrong with it a list of problems."""

import shutil
import unicodedata
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

import pytest

from mapapp.catalogue.columns import COLUMNS
from mapapp.catalogue.meta import MAX_TOML
from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.place import Found, Resolution, Toponym
from mapapp.tables.edits import Correction
from mapapp.tour import Status, Tour
from tests.fixtures import TOURS, injection, many_events
from tests.fixtures.places import KnownPlaces

GOOD = ["one-visit", "one-city-twice", "across-the-date-line", "no-events"]
BAD = ["every-problem-at-once", "problems-in-the-small-tables", "a-column-is-missing", "two-places-of-one-name"]


def load(folder: Path) -> LoadedTour:
    return load_tour(folder, KnownPlaces())


def copy(tmp_path: Path, name: str = "one-visit", **files: str | bytes) -> Path:
    """A copy of a fixture with files replaced: ``events_csv=...``."""
    folder = tmp_path / name
    shutil.copytree(TOURS / name, folder)
    for file, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / file.replace("_", ".")).write_bytes(data)
    return folder


def said(loaded: LoadedTour) -> list[str]:
    return [str(problem) for problem in loaded.problems]


@pytest.mark.parametrize("name", GOOD)
def test_good_tours_have_no_problems(name: str) -> None:
    assert said(load(TOURS / name)) == []


@pytest.mark.parametrize("name", BAD)
def test_each_problem_is_named_with_its_place_and_remedy(name: str) -> None:
    """The list beside each folder is what an author reads; a change of wording is seen in its difference."""
    assert said(load(TOURS / name)) == (TOURS / name / "problems.txt").read_text(encoding="utf-8").splitlines()


def test_what_is_good_is_kept_beside_every_problem() -> None:
    tour = load(TOURS / "every-problem-at-once").tour
    assert {v.id for v in tour.visits} == {
        *("good", "end-before-start", "latitude-91", "decimal-comma", "unknown-status"),
        *("unknown-source", "no-source", "too-many-locators", "bad-date", "not-in-calendar"),
    }
    assert {e.id for e in tour.events} == {
        *("good", "bad-date", "end-before-start", "ends-an-hour-early", "no-visit", "unknown-day-part"),
        *("unknown-status", "unknown-person", "shifted", "lost-locator", "swallowed"),
    }
    assert tour.title == "every-problem-at-once"
    assert tour.travellers == ("rivers",)
    assert tour.person["okafor"].country == ""


def test_a_small_table_keeps_its_good_lines() -> None:
    tour = load(TOURS / "problems-in-the-small-tables").tour
    assert [(c.field, c.value, c.when is not None, c.at) for c in tour.claims] == [
        ("when", "2025-03-28", True, None),
        ("when", "tomorrow", False, None),
        ("place", "Atlantis", False, None),
        ("status", "maybe", False, None),
    ]
    assert [(f.label, f.value, f.change) for f in tour.figures] == [
        ("Trade", 49.7, 16.9),
        ("Exports", 38.6, None),
        ("Change", 1, None),
    ]
    assert tour.legs == ()


def test_all_of_one_visit() -> None:
    tour = load(TOURS / "one-visit").tour
    assert (tour.id, tour.title, tour.summary) == ("one-visit", "A single stay", "One traveller, one city, one event.")
    assert tour.travellers == ("rivers",)
    assert astuple(tour.person["rivers"]) == ("rivers", "Ada Rivers", "Minister", "A ministry", "KZ", None, None)
    visit = tour.visit["stay"]
    assert (visit.place.id, visit.place.zone, str(visit.when)) == (
        "geonames:1528675",
        "Asia/Bishkek",
        "2025-03-27/2025-03-28",
    )
    assert (visit.kind, visit.status, visit.citations[0].source, visit.citations[0].locator) == (
        *("official", Status.HELD),
        *("report", "page 1"),
    )
    event = tour.event["talks"]
    assert (event.place, str(event.when), event.when_stated) == (visit.place, "2025-03-27T19:30", True)
    assert (event.kind, event.status, event.participants, event.topics) == ("meeting", Status.HELD, (), ())
    assert str(tour.source["report"].published) == "2025-03-28"


def test_a_tour_reads_as_if_corrections_stood_in_its_files() -> None:
    """What the reader sees at once is what the corrected files say later."""
    corrections = (
        Correction("visits.csv", 0, "nobody-knows", "place", "London", "London [geonames:6058560]"),
        Correction("visits.csv", 0, "asia-3", "place", "Osh", "Osh [geonames:1528675]"),
        Correction("visits.csv", 0, "asia-4", "place", "another name by now", "Osh [geonames:1528675]"),
    )
    tour, problems, names = load_tour(TOURS / "two-places-of-one-name", KnownPlaces(), corrections)
    assert not problems
    assert tour.visit["nobody-knows"].place.country == "CA"
    assert (tour.visit["asia-3"].place.title, tour.visit["asia-3"].at.toponym) == ("Bishkek", "Osh")
    assert tour.visit["asia-4"].place.title == "Almaty"
    assert len(names) == len(tour.visits)


def test_one_city_twice() -> None:
    """Visits in order of arrival whatever the order of lines, names in any spelling, events by time."""
    tour = load(TOURS / "one-city-twice").tour
    assert [v.id for v in tour.visits] == ["tashkent-out", "samarkand", "tashkent-back", "okafor-tashkent"]
    assert len({v.place.id for v in tour.visits}) == 2
    assert [e.id for e in tour.events] == ["signing", "walk", "breakfast", "dinner", "forum"]
    assert tour.visit["okafor-tashkent"].at.toponym == "Toshkent"
    assert not tour.event["walk"].when_stated
    assert str(tour.event["walk"].when) == "2025-05-03/2025-05-04"
    assert [c.at.place.title if c.at else None for c in tour.claims] == ["Samarkand", "Tashkent", None, None]
    assert [c.locator for c in tour.visit["tashkent-back"].citations] == ["page 1", "entry 9"]


def test_across_the_date_line() -> None:
    """Coordinates may be given beside a name, and the meridian of 180 degrees has two of them."""
    tour = load(TOURS / "across-the-date-line").tour
    given = tour.visit["wrangel"].place
    assert (given.title, given.position, given.country) == ("Wrangel Island", (-180.0, 71.23), "")
    assert tour.visit["fiji"].place.position.longitude == 180
    assert [leg.mode for leg in tour.legs] == ["air", "sea", "sea"]


def test_a_tour_without_events_is_a_tour() -> None:
    tour = load(TOURS / "no-events").tour
    assert [v.id for v in tour.visits] == ["osh", "undated"]
    assert tour.visit["undated"].when is None
    assert tour.summary == ""


def test_neighbours_settle_a_name_that_two_places_bear() -> None:
    tour = load(TOURS / "two-places-of-one-name").tour
    assert [(v.id, v.place.country) for v in tour.visits if v.place.title == "London"] == [
        ("by-country", "CA"),
        ("by-id", "CA"),
        ("by-neighbour", "GB"),
    ]


def test_dates_are_read_as_people_write_them(tmp_path: Path) -> None:
    """What can mean one thing is read, a clock of another zone is told on the clocks of the place."""
    header = "id,visit,when,title,source\n"
    whens = ("27.03.2025", "27–28 March 2025", "2025-03-27T19:30+03:00", "2025-03-27T22:00/2025-03-27T01:00")
    rows = "".join(f"e{number},stay,{when},Talks,report\n" for number, when in enumerate(whens))
    tour, problems, _ = load(copy(tmp_path, events_csv=header + rows))
    assert [str(tour.event[f"e{number}"].when) for number in range(4)] == [
        *("2025-03-27", "2025-03-27/2025-03-28", "2025-03-27T22:30", "2025-03-27T22:00"),
    ]
    assert all(event.when_stated for event in tour.events)
    assert [str(problem).partition("; ")[2] for problem in problems] == [
        "swap the two, or write the next day: 2025-03-27T22:00/2025-03-28T01:00"
    ]


def test_a_date_that_can_mean_two_things_is_asked_for(tmp_path: Path) -> None:
    """Both readings are given with the whole cell, and nothing says that no source states the day."""
    csv = "id,visit,when,title,source\ndoubtful,stay,03/04/2025,Talks,report\nalone,,03/04/2025,Talks,report\n"
    tour, problems, _ = load(copy(tmp_path, events_csv=csv))
    assert str(problems[0]) == (
        "events.csv:2: when: '03/04/2025' may be 3 April 2025 or 4 March 2025; write 2025-04-03 or 2025-03-04"
    )
    event = tour.event["doubtful"]
    assert (event.when_stated, event.unread) == (False, "03/04/2025")
    assert not any("has no date" in str(problem) for problem in problems)


def test_an_event_whose_date_cannot_be_read_has_no_stated_date() -> None:
    """It falls back to the visit, and must not look as if a source had named that day."""
    event = load(TOURS / "every-problem-at-once").tour.event["bad-date"]
    assert not event.when_stated
    assert event.unread == "yesterday"
    assert str(event.when) == "2025-03-27/2025-03-28"


def test_the_resolver_is_told_country_and_date(tmp_path: Path) -> None:
    asked: list[Toponym] = []
    known = KnownPlaces()

    def resolve(toponym: Toponym) -> Resolution:
        asked.append(toponym)
        return known(toponym)

    visits = "id,traveller,place,country,arrival,source\nstay,rivers,Bishkek,Kyrgyzstan,2025-03-27,report\n"
    loaded = load_tour(copy(tmp_path, visits_csv=visits), resolve)
    assert [(t.text, t.country, str(t.when)) for t in asked] == [("Bishkek", "KG", "2025-03-27")]
    assert isinstance(known(asked[0]), Found)
    assert said(loaded) == []


def test_an_event_may_stand_alone_or_lie_elsewhere_than_its_visit(tmp_path: Path) -> None:
    events = "id,visit,place,when,title,source\na,,Osh,2025-03-27,A,report\nb,stay,Osh,,B,report\n"
    tour = load(copy(tmp_path, events_csv=events)).tour
    assert [(e.visit, e.place.title) for e in tour.events] == [("", "Osh"), ("stay", "Osh")]


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


def test_a_tour_that_states_its_format_is_read_as_one_that_does_not(tmp_path: Path) -> None:
    problems = []
    for toml in ("title = 'x'", "format = 1\ntitle = 'x'"):
        (tmp_path / "tour.toml").write_text(toml, encoding="utf-8")
        problems.append([str(problem) for problem in load_tour(tmp_path, KnownPlaces()).problems])
    assert problems[0] == problems[1]


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
    """Not one is changed, evaluated or lost, beyond surrounding blanks and the normal form of composed characters."""
    loaded = load(injection.write_tour(tmp_path / "hostile"))
    assert said(loaded) == []
    expected = [unicodedata.normalize("NFC", text.strip()) for text in injection.INJECTIONS.values()]
    for field, found in _texts(loaded.tour).items():
        assert found == expected, field
    assert dict(loaded.tour.labels) == {text: text for text in injection.INJECTIONS.values()}


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
