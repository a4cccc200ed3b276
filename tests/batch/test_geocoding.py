"""A table of any size: every distinct name once, nothing altered, and nothing done twice."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import distributed
import pyarrow
import pyarrow.parquet
import pytest

from mapapp.batch import geocoding, work
from mapapp.batch.answering import COLUMNS, Name, answered
from mapapp.batch.geocoding import Progress
from mapapp.batch.table import opened
from mapapp.errors import MapappError
from mapapp.geocoding.gazetteer.index import connect

ROOT = Path(__file__).parents[2]
ROWS = [
    ["nr", "Place", "country", "date"],
    ["1", "Alma-Ata", "Kazakhstan", ""],
    ["2", "Springfield", "", ""],
    ["3", "Xqzzy Vlort", "", ""],
    ["4", "Tashkeent", "UZ", ""],
    ["5", "Alma-Ata", "Kazakhstan", ""],
    ["6", "Baku", "AZ", "some day"],
    ["7", "=1+1", "", ""],
    ["8", "", "", ""],
]


def table(path: Path, rows: list[list[str]], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def many(path: Path, count: int) -> Path:
    """A table of so many names that are there."""
    found = connect().execute("SELECT title, country FROM place WHERE kind = 5 GROUP BY title ORDER BY id")
    return table(path, [["place", "country"], *(list(row) for row in found.fetchmany(count))])


def here(parts: work.Parts) -> Iterator[tuple[int, list[tuple[str | float | None, ...]]]]:
    """Share the parts out to nobody: the work is done in this process."""
    yield from ((number, answered(part)) for number, part in parts.items())


def geocoded(source: Path, out: Path, share: work.Share = here, **named: str) -> dict[str, int]:
    return geocoding.geocode(source, out, named, share, lambda _count, _of: None)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mapapp", "geocode", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_every_row_is_there_with_the_answer_to_its_name(tmp_path: Path) -> None:
    done = run(str(table(tmp_path / "in.csv", ROWS)), str(tmp_path / "out.csv"))
    assert done.returncode == 0, done.stderr
    assert "7 distinct names" in done.stderr
    found = read(tmp_path / "out.csv")
    assert [row["nr"] for row in found] == [row[0] for row in ROWS[1:]]
    answers = [row["place_answer"] for row in found]
    assert answers == ["found", "ambiguous", "unknown", "in doubt", "found", "in doubt", "unknown", "unknown"]
    assert (found[0]["place_id"], found[0]["place_title"]) == ("geonames:1526384", "Almaty")
    assert float(found[0]["place_longitude"]) > float(found[0]["place_latitude"])
    assert found[1]["place_id"] == "" and len(found[1]["place_candidates"].split(";")) == 5
    assert "the date 'some day' cannot be read" in found[5]["place_reasons"]
    assert found[6]["Place"] == "'=1+1", "no cell is a formula"
    assert {path.name for path in tmp_path.iterdir()} == {"in.csv", "out.csv"}


def test_no_cell_is_lost_where_headings_are_missing_or_alike(tmp_path: Path) -> None:
    """Such as a note behind the last heading, or two columns of one name."""
    (tmp_path / "in.csv").write_text("place,note,,note\nAstana,a,b,c,d\nOsh\n", encoding="utf-8")
    geocoding.geocode(tmp_path / "in.csv", tmp_path / "out.csv", {}, here, lambda *_: None)
    header, first, second = csv.reader((tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines())
    assert header[:6] == ["place", "note", "column 3", "column 4", "column 5", "place_answer"]
    assert first[:6] == ["Astana", "a", "b", "c", "d", "found"] and second[:5] == ["Osh", "", "", "", ""]


def test_a_name_is_asked_for_once(tmp_path: Path) -> None:
    names = geocoding.distinct(opened(table(tmp_path / "in.csv", ROWS)), {"place": "Place", "country": "country"})
    assert names.count(Name("Alma-Ata", "Kazakhstan")) == 1


@pytest.mark.parametrize(("encoding", "delimiter"), [("utf-8-sig", ";"), ("utf-16", "\t"), ("cp1251", ",")])
def test_tables_of_spreadsheets_are_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [["place", "country"], ["Ташкент", "Узбекистан"], ["Самарканд", ""], ["Бухара, город", ""], ["Алматы", ""]]
    counts = geocoded(table(tmp_path / "in.csv", rows, encoding, delimiter), tmp_path / "out.csv")
    assert counts.get("found", 0) >= 3
    assert [row["place"] for row in read(tmp_path / "out.csv")] == [row[0] for row in rows[1:]]


def test_parquet_keeps_its_types(tmp_path: Path) -> None:
    own = pyarrow.table({"n": pyarrow.array([1, 2, None], pyarrow.int32()), "Ort": ["Baku", None, "Almaty"]})
    pyarrow.parquet.write_table(own, tmp_path / "in.parquet")
    geocoded(tmp_path / "in.parquet", tmp_path / "out.parquet", place="Ort")
    found = pyarrow.parquet.read_table(tmp_path / "out.parquet")
    assert found.select(["n", "Ort"]).equals(own)
    assert found["place_title"].to_pylist() == ["Baku", None, "Almaty"]
    assert str(found.schema.field("place_latitude").type) == "double"
    geocoded(tmp_path / "in.parquet", tmp_path / "out.csv", place="Ort")
    assert [row["n"] for row in read(tmp_path / "out.csv")] == ["1", "2", ""]


def test_an_empty_table_is_written_too(tmp_path: Path) -> None:
    assert geocoded(table(tmp_path / "in.csv", ROWS[:1]), tmp_path / "out.parquet") == {}
    assert pyarrow.parquet.read_table(tmp_path / "out.parquet").num_rows == 0


def test_all_cores_and_one_write_the_same(tmp_path: Path) -> None:
    source = many(tmp_path / "in.csv", 2500)
    geocoded(source, tmp_path / "one.csv", work.on_cores(1))
    geocoded(source, tmp_path / "two.csv", work.on_cores(2))
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()


def test_after_kill_9_the_same_command_goes_on(tmp_path: Path) -> None:
    """What was done is not done again, the result is that of one run, and no process is left behind."""
    source = many(tmp_path / "in.csv", 12_000)
    command = [sys.executable, "-m", "mapapp", "geocode", str(source), str(tmp_path / "out.csv"), "--jobs", "1"]
    first = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True)
    parts = tmp_path / ".out.csv.mapapp-parts"
    while len(list(parts.glob("*.json"))) < 2:
        assert first.poll() is None, "it ended before it could be killed"
        time.sleep(0.02)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    before = {path.name: path.stat().st_mtime_ns for path in parts.glob("*.json")}
    assert not (tmp_path / "out.csv").exists()
    again = run(*command[4:])
    assert f"{len(before) * 1000:,} of them done before" in again.stderr
    assert not parts.exists()
    geocoded(source, tmp_path / "at once.csv")
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "at once.csv").read_bytes()
    for _ in range(100):
        if not _group(first.pid):
            break
        time.sleep(0.1)
    assert not _group(first.pid)


def _group(leader: int) -> bool:
    """Whether a process of the group lives."""
    try:
        os.killpg(leader, 0)
    except ProcessLookupError:
        return False
    return True


def test_parts_of_another_table_are_not_taken(tmp_path: Path) -> None:
    kept = work.Kept(tmp_path / "out.csv", [Name("Baku")])
    kept.put(0, answered([Name("Baku")]))
    assert work.Kept(tmp_path / "out.csv", [Name("Baku")]).has(0)
    assert not work.Kept(tmp_path / "out.csv", [Name("Almaty")]).has(0)


def test_parts_whose_key_was_spoilt_are_not_taken(tmp_path: Path) -> None:
    kept = work.Kept(tmp_path / "out.csv", [Name("Baku")])
    kept.put(0, answered([Name("Baku")]))
    (kept.folder / "key").write_bytes(b"\xff\xfe\x00")
    assert not work.Kept(tmp_path / "out.csv", [Name("Baku")]).has(0)


def test_a_part_that_was_spoilt_is_done_again(tmp_path: Path) -> None:
    source = table(tmp_path / "in.csv", ROWS)
    names = geocoding.distinct(opened(source), {"place": "Place", "country": "country", "date": "date"})
    kept = work.Kept(tmp_path / "out.csv", names)
    kept.put(0, answered(names))
    (kept.folder / "00000000.json").write_text(json.dumps([])[:-1])
    geocoded(source, tmp_path / "out.csv")
    assert read(tmp_path / "out.csv")[0]["place_title"] == "Almaty"


@pytest.mark.servers
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_of_three_workers_of_which_one_is_killed_writes_the_same(tmp_path: Path) -> None:
    source = many(tmp_path / "in.csv", 9000)
    local: Any = distributed.LocalCluster  # it has no types
    with local(n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1") as cluster:
        victim = next(iter(cluster.workers.values()))
        killed: list[int] = []

        def tell(count: int, _of: int) -> None:
            if count and not killed:
                killed.append(victim.pid)
                os.kill(victim.pid, signal.SIGKILL)

        geocoding.geocode(source, tmp_path / "cluster.csv", {}, work.on_cluster(cluster.scheduler_address), tell)
    geocoded(source, tmp_path / "here.csv")
    assert killed
    assert (tmp_path / "cluster.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["in.csv", "out.xlsx"], "must end with .csv, .tsv or .parquet"),
        (["in.csv", "out.csv", "--column", "place=Ort"], "names nothing in the table"),
        (["in.csv", "out.csv", "--service", "nominatim"], "is looked up offline"),
        (["nameless.csv", "out.csv"], "No column of names is found"),
        (["twice.csv", "out.csv"], "has a column 'place_id' already"),
        (["Baku", "out.csv"], "give a .csv, .tsv, .txt, .xlsx, .ods, .xls, .html, .htm or .parquet file"),
        (["missing.tsv", "out.csv"], "missing.tsv' cannot be read"),
    ],
)
def test_what_cannot_be_meant_is_a_sentence(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    table(tmp_path / "in.csv", ROWS)
    table(tmp_path / "nameless.csv", [["a", "b"], ["1", "2"]])
    table(tmp_path / "twice.csv", [["place", "place_id"], ["Baku", ""]])
    paths = [str(tmp_path / text) if "." in text and "//" not in text else text for text in arguments[:2]]
    done = run(*paths, *arguments[2:])
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_cluster_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(MapappError, match=r"There is no Dask scheduler at 'tcp://127\.0\.0\.1:1'"):
        geocoded(table(tmp_path / "in.csv", ROWS), tmp_path / "out.csv", work.on_cluster("tcp://127.0.0.1:1", 0.5))


def test_a_table_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 nothing")
    (tmp_path / "b.csv").write_bytes(b"place\n" + b'"' + b"x" * 200_000)
    for name in ("a.parquet", "b.csv"):
        with pytest.raises(MapappError, match="cannot be read"):
            geocoded(tmp_path / name, tmp_path / "out.csv")


def test_progress_says_how_far_it_is() -> None:
    said: list[str] = []
    times = iter([0.0, 10.0, 11.0, 40.0])
    tell = Progress(said.append, lambda: next(times))
    for count in (1000, 3000, 3500, 10_000):
        tell(count, 10_000)
    assert said == [
        "10,000 distinct names, 1,000 of them done before",
        "3,000 of 10,000 names, 200 a second, about 1 minute left",
        "10,000 of 10,000 names, 225 a second",
    ]


def test_every_answer_has_every_cell() -> None:
    assert {len(cells) for cells in answered([Name("Baku"), Name("Springfield"), Name("Xqzzy")])} == {len(COLUMNS)}
