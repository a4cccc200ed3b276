"""The pace over threads and processes, on a clock of the tests' own."""

import contextlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mapapp.errors import ServiceBusy
from mapapp.geocoding.online.pacing import FAILURES, INTERVAL, LONGEST, REST, Pace
from mapapp.geocoding.online.sqlite import SqlitePace
from tests.geocoding.online.clock import Clock

ROOT = Path(__file__).parents[3]


def pace(folder: Path, clock: Clock) -> Pace:
    return SqlitePace(folder, clock.now, clock.sleep)


def python(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_turns_are_a_second_apart(tmp_path: Path) -> None:
    clock = Clock()
    for _ in range(3):
        pace(tmp_path, clock).turn("host")
    assert clock.naps == pytest.approx([INTERVAL, INTERVAL])
    assert INTERVAL >= 1


def test_each_server_has_its_own_turns(tmp_path: Path) -> None:
    clock = Clock()
    pace(tmp_path, clock).turn("one")
    pace(tmp_path, clock).turn("other")
    assert clock.naps == []


def test_the_second_counts_from_the_answer(tmp_path: Path) -> None:
    """A request that was long on its way must not arrive just before the next."""
    clock = Clock()
    pace(tmp_path, clock).turn("host")
    clock.time += 30
    pace(tmp_path, clock).answered("host")
    pace(tmp_path, clock).turn("host")
    assert clock.naps == pytest.approx([INTERVAL])


def test_of_many_processes_at_once_one_has_the_turn(tmp_path: Path) -> None:
    """All of them live in the same second; who does not get the turn wants to sleep, and says so."""
    code = """
import sys
from pathlib import Path
from mapapp.geocoding.online.sqlite import SqlitePace
def no(seconds):
    print("waits")
    sys.exit()
SqlitePace(Path(sys.argv[1]), lambda: 1e9, no).turn("host")
print("asks")
"""
    processes = [python(code, str(tmp_path)) for _ in range(6)]
    said = [process.communicate() for process in processes]
    assert sorted(out.strip() for out, _ in said) == ["asks"] + ["waits"] * 5, said


def test_a_pause_holds_for_other_processes(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from mapapp.geocoding.online.sqlite import SqlitePace
SqlitePace(Path(sys.argv[1]), lambda: float(sys.argv[2])).failed("host", 40)
"""
    clock = Clock()
    out, errors = python(code, str(tmp_path), str(clock.time)).communicate()
    assert (out, errors) == ("", "")
    pace(tmp_path, clock).turn("host")
    assert clock.naps == [40]


def test_a_short_pause_does_not_shorten_a_long_one(tmp_path: Path) -> None:
    clock = Clock()
    pace(tmp_path, clock).failed("host", 40)
    pace(tmp_path, clock).failed("host")
    pace(tmp_path, clock).turn("host")
    assert clock.naps == [40]


def test_many_processes_at_once_count_every_failure(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from mapapp.geocoding.online.sqlite import SqlitePace
for _ in range(100):
    SqlitePace(Path(sys.argv[1])).failed("host")
"""
    processes = [python(code, str(tmp_path)) for _ in range(4)]
    assert [process.communicate() for process in processes] == [("", "")] * 4
    with contextlib.closing(sqlite3.connect(tmp_path / "pace.sqlite")) as db:
        assert db.execute("SELECT failures FROM pace").fetchall() == [(400,)]


def test_failures_lengthen_the_pause_until_the_server_is_left_alone(tmp_path: Path) -> None:
    clock = Clock()
    here = pace(tmp_path, clock)
    for _ in range(FAILURES - 1):
        here.failed("host")
        here.turn("host")
    assert clock.naps == [2, 4, 8, 16]
    here.failed("host")
    with pytest.raises(
        ServiceBusy, match=r"left 5 requests in a row without an answer, .* and is left alone until"
    ) as caught:
        here.turn("host")
    assert caught.value.retry_after == REST
    clock.time += REST
    here.turn("host")
    here.answered("host")
    here.failed("host")
    clock.naps.clear()
    here.turn("host")
    assert clock.naps == [2], "well again, it begins anew"


@pytest.mark.parametrize("mischief", [lambda pace: pace.failed("host", 1e12), lambda pace: pace.turn("host")])
def test_a_clock_that_was_set_back_and_a_mad_server_are_not_believed(
    tmp_path: Path, mischief: Callable[[Pace], None]
) -> None:
    clock = Clock()
    here = pace(tmp_path, clock)
    clock.time += 10 * LONGEST
    mischief(here)
    clock.time -= 10 * LONGEST
    here.turn("host")
    assert clock.naps == []
