"""What is remembered, by several processes at once, by one that is killed, and after an accident to the file."""

import contextlib
import logging
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mapapp.errors import GeocodingError
from mapapp.geocoding.online.answers import Question
from mapapp.geocoding.online.sqlite import SqliteAnswers
from mapapp.place import Candidate, Place
from mapapp.position import Position
from tests.geocoding.online.clock import Clock

ROOT = Path(__file__).parents[3]
ASKED = Question("nominatim", "host", "Алат", "AZ", "en")
CANDIDATE = Candidate(
    Place("osm:node/1", "Ələt", "AZ", "P", Position(49.41, 39.94), "Asia/Baku", 13, "city", "Baku", 2),
    "nominatim",
    "Алат",
    "ru",
    match="name",
)
WRITE = """
import sys
from pathlib import Path
from mapapp.geocoding.online.answers import Question
from mapapp.geocoding.online.sqlite import SqliteAnswers
answers = SqliteAnswers(Path(sys.argv[1]))
for i in range(int(sys.argv[3])):
    answers.put(Question("nominatim", "host", f"{sys.argv[2]} {i}", "", "en"), [])
    print(i, flush=True)
"""


def writer(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITE, str(folder), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_an_answer_comes_back_as_it_went_in(tmp_path: Path) -> None:
    clock = Clock()
    SqliteAnswers(tmp_path, clock.now).put(ASKED, [CANDIDATE])
    answer = SqliteAnswers(tmp_path, clock.now).get(ASKED)
    assert answer is not None
    assert answer.candidates == (CANDIDATE,)
    assert answer.answered == clock.time


@pytest.mark.parametrize("field", Question._fields)
def test_another_question_has_another_answer(tmp_path: Path, field: str) -> None:
    answers = SqliteAnswers(tmp_path)
    answers.put(ASKED, [])
    assert answers.get(ASKED._replace(**{field: "other"})) is None


def test_what_somebody_has_spoilt_by_hand_was_never_asked(tmp_path: Path) -> None:
    answers = SqliteAnswers(tmp_path)
    for spoilt in ("{", "[1]", '[{"place": {}}]', "null"):
        answers.put(ASKED, [])
        with contextlib.closing(sqlite3.connect(tmp_path / "answers.sqlite")) as db, db:
            db.execute("UPDATE answer SET candidates = ?", (spoilt,))
        assert answers.get(ASKED) is None


def test_many_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    """They begin with no file, so they also race to make it."""
    processes = [writer(tmp_path, name, 25) for name in "abcd"]
    for process in processes:
        _, errors = process.communicate()
        assert (process.returncode, errors) == (0, "")
    answers = SqliteAnswers(tmp_path)
    assert all(answers.get(Question("nominatim", "host", f"{n} {i}", "", "en")) for n in "abcd" for i in range(25))


def test_a_process_that_is_killed_loses_nothing_that_it_was_told(tmp_path: Path) -> None:
    process = writer(tmp_path, "a", 100_000)
    assert process.stdout is not None
    told = [next(process.stdout) for _ in range(20)]
    process.kill()
    rest = process.communicate()[0].splitlines()
    done = len(told) + sum(line.isdigit() for line in rest)
    answers = SqliteAnswers(tmp_path)
    assert all(answers.get(Question("nominatim", "host", f"a {i}", "", "en")) for i in range(done - 1))
    answers.put(ASKED, [CANDIDATE])
    assert answers.get(ASKED) is not None


@pytest.mark.parametrize("damage", ["not a database", "another version", "broken inside"])
def test_a_file_that_cannot_be_read_is_set_aside_with_a_sentence(
    tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    answers, file = SqliteAnswers(tmp_path), tmp_path / "answers.sqlite"
    for i in range(200):
        answers.put(replace_query(i), [CANDIDATE])
    damaged(file, damage)
    with caplog.at_level(logging.WARNING):
        answers.put(ASKED, [CANDIDATE])
        assert answers.get(ASKED) is not None
    assert "it is kept as answers.sqlite.set-aside-" in caplog.text
    aside = [path for path in tmp_path.glob("answers.sqlite.set-aside-*") if not path.name.endswith(("-wal", "-shm"))]
    assert len(aside) == 1
    assert caplog.text.count("set-aside") == 1


def test_many_processes_at_once_set_a_damaged_file_aside_once(tmp_path: Path) -> None:
    """What the first of them writes into the new file is not set aside by the last."""
    (tmp_path / "answers.sqlite").write_bytes(b"x" * 5000)
    processes = [writer(tmp_path, name, 5) for name in "abcdef"]
    said = [process.communicate()[1] for process in processes]
    assert "".join(said).count("is damaged") == 1, said
    answers = SqliteAnswers(tmp_path)
    assert all(answers.get(Question("nominatim", "host", f"{n} {i}", "", "en")) for n in "abcdef" for i in range(5))


def replace_query(i: int) -> Question:
    return ASKED._replace(query=f"name {i}")


def damaged(file: Path, damage: str) -> None:
    """Spoil a file of answers."""
    with contextlib.closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        if damage == "another version":
            db.execute("PRAGMA user_version = 99")
    data = bytearray(file.read_bytes())
    if damage == "not a database":
        data[:100] = b"x" * 100
    if damage == "broken inside":
        data[4096:] = b"\xff" * (len(data) - 4096)
    file.write_bytes(data)


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GeocodingError, match="set MAPAPP_CACHE to a folder that can be written"):
        SqliteAnswers(tmp_path / "file" / "below").put(ASKED, [replace(CANDIDATE)])
