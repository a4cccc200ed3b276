"""Writes under kill -9 and on a full disk: the old file or the new one is there afterwards, and is whole."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from serving import ROOT

from attacks.outcome import Outcome, judged
from attacks.target import Target
from mapapp import files
from mapapp.exports import FORMATS

FAMILY = "writes"
TOUR = "us-central-asia-2015"
OLD = b"the old file, whole"
AT_A_CALL = """
import os, sys
from pathlib import Path
from mapapp import files
calls = 0
def note(frame, event, arg):
    global calls
    calls += event == "c_call"
    if event == "c_call" and calls == int(sys.argv[2]):
        os.kill(os.getpid(), 9)
sys.setprofile(note)
files.write(Path(sys.argv[1]), b"new" * 1_000_000)
sys.setprofile(None)
print(calls)
"""
FULL = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.argv = ["mapapp", *sys.argv[2:]]
runpy.run_module("mapapp", run_name="__main__")
"""
COMMIT = """
import sys
from pathlib import Path
from mapapp.geocoding.online.answers import Question
from mapapp.geocoding.online.sqlite import SqliteAnswers
answers = SqliteAnswers(Path(sys.argv[1]))
for number in range(1000):
    answers.put(Question("service", "server", f"name {number}", "", "en"), [])
    print(number, flush=True)
"""


def attack(_: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """All of it, or with fewer steps and formats."""
    if os.name == "nt":
        yield Outcome(FAMILY, "kill -9 and a full disk", None, 0, "there are no such things on Windows")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield _killed_at_each_call(folder, 1 if thorough else 5)
        yield _killed_exports(folder, 24 if thorough else 3)
        yield _full_disk(folder, tuple(f.name for f in FORMATS) if thorough else ("tour.kml", "tour.xlsx"))
        yield _killed_commits(folder, 12 if thorough else 2)


def _run(code: str, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)


def _killed_at_each_call(folder: Path, stride: int) -> Outcome:
    target, new, faults = folder / "called", b"new" * 1_000_000, []
    steps = range(1, int(_run(AT_A_CALL, target, 0).stdout) + 1, stride)
    for step in steps:
        files.write(target, OLD)
        _run(AT_A_CALL, target, step)
        if target.read_bytes() not in (OLD, new):
            faults.append(f"killed at call {step}, {target.stat().st_size} bytes are there")
    files.sweep(folder)
    left = len(list(folder.glob(f"{files.DRAFT}*")))
    faults += [f"{left} drafts are left"] if left else []
    return judged(FAMILY, "kill -9 at each call of a write", len(steps), faults, "old or new each time")


def _killed_exports(folder: Path, rounds: int) -> Outcome:
    """Killed at any moment; what is then there must be the old file or the very file of an undisturbed export."""
    target, faults, seen = folder / "tour.kml", [], {"old": 0, "new": 0}
    command = [sys.executable, "-m", "mapapp", "export", TOUR, str(target)]
    began = time.monotonic()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    takes, whole = time.monotonic() - began, target.read_bytes()
    moments = random.Random(10)
    for _ in range(rounds):
        files.write(target, OLD)
        child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(takes * moments.uniform(0.6, 1.1))
        child.send_signal(signal.SIGKILL)
        child.wait()
        found = target.read_bytes()
        seen["old" if found == OLD else "new"] += 1
        if found not in (OLD, whole):
            faults.append(f"{len(found)} bytes of {len(whole)} are there")
    return judged(FAMILY, "kill -9 in exports", rounds, faults, f"old {seen['old']}, new {seen['new']}")


def _full_disk(folder: Path, formats: tuple[str, ...]) -> Outcome:
    """No file may grow beyond some hundred bytes, as if the disk had no more room."""
    faults = []
    for name in formats:
        target = folder / name
        files.write(target, OLD)
        options = ["--brief"] if name.startswith("brief") else []
        done = _run(FULL, 700, "export", TOUR, target, *options)
        said = done.stderr.decode("utf-8", "replace")
        if target.read_bytes() != OLD:
            faults.append(f"{name}: the old file is gone")
        if done.returncode != 2 or "cannot be written" not in said or "Traceback" in said:
            faults.append(f"{name}: ended with {done.returncode}: {said[-100:]}")
    left = len(list(folder.glob(f"{files.DRAFT}*")))
    faults += [f"{left} drafts are left"] if left else []
    return judged(FAMILY, "a full disk under export", len(formats), faults, "the old file, and one sentence")


def _killed_commits(folder: Path, rounds: int) -> Outcome:
    """What the cache has confirmed is there after kill -9."""
    confirmed, faults, moments = 0, [], random.Random(10)
    for round_ in range(rounds):
        cache = folder / f"cache-{round_}"
        command = [sys.executable, "-c", COMMIT, str(cache)]
        child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert child.stdout
        last = -1
        for line in child.stdout:
            last = int(line)
            if last >= 20 + moments.randrange(200):
                break
        child.send_signal(signal.SIGKILL)
        last = max([last, *(int(line) for line in child.stdout.read().split(b"\n")[:-1])])
        child.wait()
        confirmed += last + 1
        faults += [f"round {round_}: {lost} answers are lost" for lost in [last + 1 - _kept(cache, last + 1)] if lost]
    return judged(FAMILY, "kill -9 in the cache", confirmed, faults, "every confirmed answer is there")


def _kept(cache: Path, count: int) -> int:
    from mapapp.geocoding.online.answers import Question
    from mapapp.geocoding.online.sqlite import SqliteAnswers

    answers = SqliteAnswers(cache)
    questions = (Question("service", "server", f"name {number}", "", "en") for number in range(count))
    return sum(answers.get(question) is not None for question in questions)
