"""What the commands say of somebody's table."""

import sys
from pathlib import Path

import pytest

from mapapp import library
from mapapp.cli import main
from mapapp.foreign import Answers, Asked, read
from mapapp.geocoding import offline_resolver

TABLE = "Date,City,Event\n27.03.2025,Ashgabat,Ministerial\n28.03.2025,Almaty,Talks\n"


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["mapapp", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    assert isinstance(end.value.code, int)
    return end.value.code


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_import_writes_a_folder_that_check_finds_fine(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(monkeypatch, "import", str(table), str(tmp_path / "tour")) == 0
    said = capsys.readouterr().out
    assert "City: place (100% fit)" in said
    assert "2 rows: 2 read, 0 need you, 0 left out; 2 stops, 2 events" in said
    assert _run(monkeypatch, "check", str(tmp_path / "tour")) == 0


def test_a_folder_that_is_there_is_not_written_over(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tour").mkdir()
    (tmp_path / "tour" / "notes.txt").write_text("mine")
    assert _run(monkeypatch, "import", str(table), str(tmp_path / "tour")) == 2
    assert "is there already" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "tour").iterdir()] == ["notes.txt"]


def test_the_table_brought_again_says_what_changed(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tour = str(tmp_path / "tour")
    _run(monkeypatch, "import", str(table), tour)
    table.write_text(TABLE.replace("Talks", "Round table"), encoding="utf-8")
    assert _run(monkeypatch, "import", str(table), "--into", tour) == 0
    said = capsys.readouterr().out
    assert "Event: 'Talks' -> 'Round table'" in said
    assert "0 added, 1 changed, 0 removed, 1 unchanged" in said


def test_a_tour_of_the_library_gets_a_version(
    table: Path, own_library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    id_ = library.create("Visit", read(table.read_bytes(), "list.csv", Answers(), Asked(offline_resolver)).files())
    before = library.contents(id_)
    table.write_text(TABLE.replace("Talks", "Round table"), encoding="utf-8")
    assert _run(monkeypatch, "import", str(table), "--into", id_) == 0
    assert "Saved as version 2." in capsys.readouterr().err
    assert library.contents(id_, 1) == before and b"Round table" in library.contents(id_)["events.csv"]
    assert _run(monkeypatch, "diff", str(own_library / "tours" / id_ / "0001" / id_), id_) == 1
    assert "title: 'Talks' -> 'Round table'" in capsys.readouterr().out


def test_diff_tells_two_tours_apart(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    _run(monkeypatch, "import", str(table), one)
    table.write_text(TABLE + "29.03.2025,Baku,Farewell\n", encoding="utf-8")
    _run(monkeypatch, "import", str(table), two)
    capsys.readouterr()
    assert _run(monkeypatch, "diff", one, one) == 0
    assert _run(monkeypatch, "diff", one, two) == 1
    assert "visits.csv: 1 added, 0 changed, 0 removed, 2 unchanged" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "export"])
def test_check_and_export_say_what_a_table_would_become(
    command: str, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "map.png"
    code = _run(monkeypatch, command, str(table), *([str(out)] if command == "export" else []))
    assert code == {"check": 1, "export": 2}[command]
    assert "is a table to be checked, and no tour yet: 2 rows" in capsys.readouterr().err
    assert not out.exists()


def test_an_empty_map_is_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tour.toml").write_text("title = 'Empty'")
    assert _run(monkeypatch, "export", str(tmp_path), str(tmp_path / "map.svg")) == 2
    assert "no visit and no event could be read" in capsys.readouterr().err


def test_what_was_changed_by_hand_is_kept_and_told(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The table says something else now: the hand's word stays, and both are shown."""
    tour = tmp_path / "tour"
    _run(monkeypatch, "import", str(table), str(tour))
    events = (tour / "events.csv").read_text(encoding="utf-8")
    (tour / "events.csv").write_text(events.replace("Talks", "Talks with the president"), encoding="utf-8")
    table.write_text(TABLE.replace("Talks", "Round table"), encoding="utf-8")
    capsys.readouterr()
    assert _run(monkeypatch, "import", str(table), "--into", str(tour)) == 1
    said = capsys.readouterr().out
    assert "conflict in events.csv, " in said
    assert "  title: 'Talks with the president' is kept, the table says 'Round table'" in said
    assert "Talks with the president" in (tour / "events.csv").read_text(encoding="utf-8")


def test_questions_are_counted_and_the_first_of_them_told(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = (
        "Springfield Georgetown Franklin Clinton Salem Greenville Bristol Fairview Arlington Marion Clayton Milton "
        "Auburn Dayton Lexington Milford Ashland Dover Newport Kingston Hudson Burlington Centerville Jackson Oxford"
    )
    known = ["Paris", "Rome", "Vienna", "Madrid"] * 9
    rows = "".join(f"27.03.2025,{name},Talks\n" for name in [*names.split(), *known])
    table.write_text(f"Date,City,Event\n{rows}", encoding="utf-8")
    assert _run(monkeypatch, "import", str(table), str(tmp_path / "tour")) == 1
    said = capsys.readouterr().out.splitlines()
    at = next(i for i, line in enumerate(said) if line.endswith("questions, each with an answer chosen:"))
    asked, left = said[at + 1 : -1], said[-1]
    total = int(said[at].split()[0])
    assert 0 < len(asked) < total and all(" -> " in line for line in asked)
    assert left == f"  and {total - len(asked)} more"


def test_days_may_be_read_in_the_order_that_is_given(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.write_text("Date,City,Event\n03/04/2025,Ashgabat,Ministerial\n05/04/2025,Almaty,Talks\n", encoding="utf-8")
    for order, dates in (("month-first", ["2025-03-04", "2025-05-04"]), ("day-first", ["2025-04-03", "2025-04-05"])):
        _run(monkeypatch, "import", str(table), str(tmp_path / order), f"--{order}")
        told = (tmp_path / order / "events.csv").read_text(encoding="utf-8")
        assert all(date in told for date in dates)


def test_a_table_goes_again_into_a_folder_alone(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A tour in one file is left as it is."""
    one = tmp_path / "tour.csv"
    _run(monkeypatch, "import", str(table), str(tmp_path / "tour"))
    _run(monkeypatch, "export", str(tmp_path / "tour"), str(one))
    before = one.read_bytes()
    capsys.readouterr()
    assert _run(monkeypatch, "import", str(table), "--into", str(one)) == 2
    assert "is one file; --into wants the folder of a tour" in capsys.readouterr().err
    assert one.read_bytes() == before


def test_check_of_a_table_says_what_contradicts_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table, rows = tmp_path / "a.csv", ["Date,Time,City,Event", "Monday 3 May 2024,10:00,Riga,Talks"]
    rows += ["5 May 2024,10:00,Almaty,Fair", "5 May 2024,11:00,Paris,Dinner"]
    table.write_text("\n".join(rows), encoding="utf-8")
    assert _run(monkeypatch, "check", str(table)) == 1
    out = capsys.readouterr().out
    assert "'Monday 3 May 2024' is a Friday" in out
    assert "Line 4: Almaty and Paris lie" in out


def test_another_table_is_not_brought_into_a_tour(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All that the tour has would go; a row in common is enough for a newer state."""
    tour, other = tmp_path / "tour", tmp_path / "other.csv"
    _run(monkeypatch, "import", str(table), str(tour))
    before = {file.name: file.read_bytes() for file in tour.iterdir()}
    other.write_text("Date,City,Event\n2024-05-01,Oslo,Dinner\n2024-05-02,Bergen,Lunch\n", encoding="utf-8")
    assert _run(monkeypatch, "import", str(other), "--into", str(tour)) == 2
    assert "No row of 'other.csv'" in capsys.readouterr().err
    assert {file.name: file.read_bytes() for file in tour.iterdir()} == before
    other.write_text("\n".join((*TABLE.splitlines()[:2], "2024-05-02,Bergen,Lunch")), encoding="utf-8")
    assert _run(monkeypatch, "import", str(other), "--into", str(tour)) in {0, 1}
