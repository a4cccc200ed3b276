"""Every reader has limits: what is beyond them is a sentence, and harms nobody else."""

from pathlib import Path

import pytest
from attacks.bombs import checked

from mapapp.catalogue import dating, reading
from mapapp.catalogue.listing import tour_titles
from mapapp.catalogue.tours import load_tour
from mapapp.errors import WhenError
from mapapp.place import Resolution, Toponym, Unknown
from mapapp.tables.rows import MAX_ROWS
from tests.fixtures.bombs import bombs, brought
from tests.fixtures.places import KnownPlaces


@pytest.mark.servers
@pytest.mark.parametrize("title", bombs())
def test_no_file_takes_more_than_ten_seconds_and_500_mb(tmp_path: Path, title: str) -> None:
    """Counted in a process of its own, which ends with a sentence and no traceback."""
    found = checked(title, bombs()[title]()(tmp_path / "tour"))
    assert found.held, found.said


@pytest.mark.servers
@pytest.mark.parametrize("title", brought())
def test_no_table_that_is_brought_takes_more(tmp_path: Path, title: str) -> None:
    found = checked(title, brought()[title]()(tmp_path / "table"), "import")
    assert found.held, found.said


def folder(path: Path, **tables: str) -> Path:
    path.mkdir()
    own = {"tour": 'title = "T"\n', "sources": "id,title\ns,S\n", "people": "id,name\np,P\n"}
    for name, text in ({**own, "visits": "id,traveller,place,source\nv,p,Tashkent,s\n"} | tables).items():
        (path / (f"{name}.csv" if name != "tour" else "tour.toml")).write_text(text, encoding="utf-8")
    return path


def said(path: Path) -> list[str]:
    return [str(problem) for problem in load_tour(path, KnownPlaces()).problems]


def test_all_tables_of_a_tour_have_so_many_rows_together(tmp_path: Path) -> None:
    """What is read first is kept; of the table in which they end the first rows are."""
    half = "".join(f"p{i},N\n" for i in range(MAX_ROWS // 2))
    found = said(folder(tmp_path / "t", sources=f"id,title\ns,S\n{half}", people=f"id,name\np,P\n{half}"))
    assert found[0].startswith(f"people.csv:{MAX_ROWS // 2 + 1}: rows from here on are left out; a tour may have")


@pytest.mark.parametrize(
    ("table", "head", "row"),
    [
        ("visits", "id,traveller,place,arrival,source\nv,p,Tashkent,2025-03-01,s\n", "v{i},p,Tashkent,32 March,s\n"),
        ("visits", "id,traveller,place,country,source\nv,p,Tashkent,UZ,s\n", "v{i},p,Tashkent,Absurdia,s\n"),
        ("events", "id,visit,title,when,source\ne,v,T,2025-03-01,s\n", "e{i},v,T,32 March,s\n"),
    ],
)
def test_of_tables_of_nothing_right_the_first_rows_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str, head: str, row: str
) -> None:
    """What is left out is said once a step; below the limit nothing is."""
    text = head + "".join(row.format(i=i) for i in range(100))
    path = folder(tmp_path / "t", **{table: text})
    assert not [line for line in said(path) if "from here on" in line]
    monkeypatch.setattr(reading, "MOST_PROBLEMS", 50)
    monkeypatch.setattr(reading, "PORTION", 10)
    told = [line for line in said(path) if "because more than 50 problems were found in the table" in line]
    assert told
    assert int(told[0].split(":")[1]) in range(40, 65)  # a portion more or less
    tour = load_tour(path, KnownPlaces()).tour
    assert "v" in {visit.id for visit in tour.visits}
    assert "e" in {event.id for event in tour.events} or table == "visits"


def test_tables_that_take_too_long_are_read_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"v{i},p,Tashkent,s\n" for i in range(30))
    path = folder(tmp_path / "t", visits=f"id,traveller,place,source\n{rows}")
    assert said(path) == []
    monkeypatch.setattr(reading, "MOST_SECONDS", -1.0)
    assert said(path) == []  # the first portion is looked up, however long it takes
    monkeypatch.setattr(reading, "PORTION", 10)
    assert said(path) == [
        "visits.csv:12: rows from here on are left out, because the tables take too long to read; split the tour"
    ]
    assert len(load_tour(path, KnownPlaces()).tour.visits) == 10


def test_rows_of_one_small_problem_each_are_all_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive without sources: they are looked for in the last step of reading a table."""
    monkeypatch.setattr(reading, "MOST_PROBLEMS", 50)
    rows = "".join(f"v{i},p,Tashkent\n" for i in range(100))
    path = folder(tmp_path / "t", visits=f"id,traveller,place\n{rows}")
    assert len(load_tour(path, KnownPlaces()).tour.visits) == 100


def test_all_tables_of_a_tour_have_so_many_bytes_together(tmp_path: Path) -> None:
    wide = "id,title\n" + "x" * 15_000_000
    found = said(folder(tmp_path / "t", people=wide, events=wide, legs=wide))
    assert found[0] == "t: its tables have 45 MB together, the limit is 40 MB; split the tour"


def test_dates_that_cannot_be_read_are_tried_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same one counts once, and what was read before is known on."""
    monkeypatch.setattr(dating, "MAX_UNREAD", 2)
    calendar = dating.Calendar()
    assert str(calendar("2025-03-01").when) == "2025-03-01"
    for text in ("32 March", "32 March", "33 March"):
        with pytest.raises(WhenError, match=r"no year in four figures|is not a date"):
            calendar(text)
    with pytest.raises(WhenError, match="because of many unreadable dates before it"):
        calendar("2025-03-02")
    assert str(calendar("2025-03-01").when) == "2025-03-01"


@pytest.mark.parametrize("title", ["CSV with NUL", "TOML of brackets", "TOML of dots", "workbook of a last row"])
def test_a_bad_file_harms_its_own_tour_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str) -> None:
    folder(tmp_path / "good")
    bombs()[title]()(tmp_path / "bad")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    assert tour_titles(seconds=10)["good"] == "T"
    assert said(tmp_path / "good") == []
    assert said(tmp_path / "bad")


def test_names_beside_positions_take_no_time_of_those_that_are_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They only tell a slip of the numbers: of 100,000 rows with positions each name took its time."""
    asked: list[str] = []

    def resolve(toponym: Toponym) -> Resolution:
        asked.append(toponym.text)
        return Unknown()

    beside = "".join(f"v{i},p,Place {i},KZ,48.5,{50 + i / 100},s\n" for i in range(5))
    rows = f"id,traveller,place,country,latitude,longitude,source\n{beside}w,p,Nowhere,KZ,,,s\n"
    monkeypatch.setattr("mapapp.catalogue.stops.MAX_BESIDE", 0.0)
    load_tour(folder(tmp_path / "t", visits=rows), resolve)
    assert {text for text in asked if text.startswith(("Place", "No"))} == {"Nowhere"}
    monkeypatch.undo()
    load_tour(folder(tmp_path / "u", visits=rows), resolve)
    assert sum(text.startswith("Place") for text in asked) == 5
