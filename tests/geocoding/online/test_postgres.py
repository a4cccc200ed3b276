"""The shared memory in a real PostgreSQL keeps what the one in SQLite promises."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mapapp.errors import GeocodingError, ServiceBusy
from mapapp.geocoding.online.answers import Answers, Question
from mapapp.geocoding.online.geocoder import connect
from mapapp.geocoding.online.pacing import FAILURES, INTERVAL, REST, Pace
from mapapp.geocoding.online.postgres import PostgresAnswers, PostgresPace
from mapapp.geocoding.online.sqlite import SqliteAnswers, SqlitePace
from tests.geocoding.online.clock import Clock
from tests.geocoding.online.test_answers import ASKED, CANDIDATE

pytestmark = pytest.mark.servers
ROOT = Path(__file__).parents[3]
BINARIES = [str(path) for path in Path("/usr/lib/postgresql").glob("*/bin")]


def program(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path=os.pathsep.join(BINARIES))
    if not found:
        pytest.fail("no PostgreSQL: install it, or leave these tests out (scripts/test without --servers)")
    return found


def quietly(command: list[str], folder: str) -> None:
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """The address of a cluster of its own, which speaks by a socket alone; initdb refuses to run as root."""
    as_user = ["runuser", "-u", "postgres", "--"] if hasattr(os, "getuid") and os.getuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        if as_user:
            shutil.chown(folder, "postgres")
        data = f"{folder}/data"
        quietly([*as_user, program("initdb"), "-D", data, "-U", "mapapp", "-A", "trust", "-E", "UTF8"], folder)
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        control = [*as_user, program("pg_ctl"), "-D", data, "-w", "-l", f"{folder}/log", "-o", options]
        quietly([*control, "start"], folder)
        yield f"postgresql://mapapp@/postgres?host={folder}"
        quietly([*control, "-m", "immediate", "stop"], folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def place(kind: str, database: str, tmp_path: Path) -> str:
    return str(tmp_path) if kind == "sqlite" else database


def answers(place: str, clock: Clock) -> Answers:
    return PostgresAnswers(place, clock.now) if "://" in place else SqliteAnswers(Path(place), clock.now)


def pace(place: str, clock: Clock) -> Pace:
    if "://" in place:
        return PostgresPace(place, clock.now, clock.sleep)
    return SqlitePace(Path(place), clock.now, clock.sleep)


def python(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", f"{BOTH}\n{code}", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


BOTH = """
import sys
from mapapp.geocoding.online.answers import Question
from tests.geocoding.online.clock import Clock
from tests.geocoding.online.test_postgres import answers, pace
"""
WRITE = """
here = answers(sys.argv[1], Clock())
for i in range(int(sys.argv[3])):
    here.put(Question("nominatim", "host", f"{sys.argv[2]} {i}", "", "en"), [])
    print(i, flush=True)
"""


def test_an_answer_comes_back_as_it_went_in(place: str) -> None:
    clock = Clock()
    answers(place, clock).put(ASKED, [CANDIDATE])
    found = answers(place, clock).get(ASKED)
    assert found is not None
    assert (found.candidates, found.answered) == ((CANDIDATE,), clock.time)
    clock.time += 400 * 86_400
    assert answers(place, clock).get(ASKED) is None, "it is too old"


def test_a_later_answer_takes_the_place_of_an_earlier_one(place: str) -> None:
    clock = Clock()
    answers(place, clock).put(ASKED, [CANDIDATE])
    answers(place, clock).put(ASKED, [])
    found = answers(place, clock).get(ASKED)
    assert found is not None
    assert found.candidates == ()


@pytest.mark.parametrize("field", Question._fields)
def test_another_question_has_another_answer(place: str, field: str) -> None:
    here = answers(place, Clock())
    here.put(ASKED, [])
    assert here.get(ASKED._replace(**{field: "other"})) is None


@pytest.mark.parametrize("text", ["\0", "'; DROP TABLE mapapp_answer; --", "Ёлки", "x" * 2000, ":query"])
def test_any_text_may_be_asked_for(place: str, text: str) -> None:
    here = answers(place, Clock())
    here.put(ASKED._replace(query=text), [CANDIDATE])
    found = here.get(ASKED._replace(query=text))
    assert found is not None


def test_many_processes_at_once_lose_nothing(place: str) -> None:
    processes = [python(WRITE, place, name, "25") for name in "abcd"]
    for process in processes:
        _, errors = process.communicate()
        assert (process.returncode, errors) == (0, "")
    here = answers(place, Clock())
    assert all(here.get(Question("nominatim", "host", f"{n} {i}", "", "en")) for n in "abcd" for i in range(25))


def test_a_process_that_is_killed_loses_nothing_that_it_was_told(place: str) -> None:
    process = python(WRITE, place, "killed", "100000")
    assert process.stdout is not None
    told = [next(process.stdout) for _ in range(20)]
    process.kill()
    process.communicate()
    here = answers(place, Clock())
    assert all(here.get(Question("nominatim", "host", f"killed {i}", "", "en")) for i in range(len(told)))


def test_turns_are_a_second_apart_and_each_server_has_its_own(place: str) -> None:
    clock = Clock()
    for server in ("one", "one", "other"):
        pace(place, clock).turn(server)
    assert clock.naps == pytest.approx([INTERVAL])


def test_of_many_processes_at_once_one_has_the_turn(place: str) -> None:
    code = """
def no(seconds):
    print("waits")
    sys.exit()
clock = Clock()
clock.sleep = no
pace(sys.argv[1], clock).turn("crowded")
print("asks")
"""
    said = [process.communicate() for process in [python(code, place) for _ in range(4)]]
    assert sorted(out.strip() for out, _ in said) == ["asks"] + ["waits"] * 3, said


def test_many_processes_at_once_count_every_failure(place: str) -> None:
    code = 'for _ in range(25): pace(sys.argv[1], Clock()).failed("counted")'
    assert [process.communicate() for process in [python(code, place) for _ in range(4)]] == [("", "")] * 4
    with pytest.raises(ServiceBusy, match="left 100 requests in a row"):
        pace(place, Clock()).turn("counted")


def test_failures_lengthen_the_pause_until_the_server_is_left_alone(place: str) -> None:
    clock = Clock()
    here = pace(place, clock)
    for _ in range(FAILURES - 1):
        here.failed("failing")
        here.turn("failing")
    assert clock.naps == [2, 4, 8, 16]
    here.failed("failing")
    with pytest.raises(ServiceBusy) as caught:
        here.turn("failing")
    assert caught.value.retry_after == REST


def test_a_setting_chooses_the_database(database: str, own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_CACHE_URL", database)
    assert isinstance(connect("nominatim").answers, PostgresAnswers)
    monkeypatch.delenv("MAPAPP_CACHE_URL")
    assert isinstance(connect("nominatim").answers, SqliteAnswers)
    assert own_cache.is_dir()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("nothing", "is no address"),
        ("mysql://u:secret@127.0.0.1/x", "only postgresql is known"),
        ("postgresql://u:secret@127.0.0.1:1/x", "cannot be used"),
    ],
)
def test_a_database_that_cannot_be_had_is_a_sentence_without_the_password(url: str, sentence: str) -> None:
    with pytest.raises(GeocodingError, match=sentence) as caught:
        PostgresAnswers(url).get(ASKED)
    assert "secret" not in str(caught.value)
