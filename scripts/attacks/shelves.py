"""The library under kill -9 and under many hands: every version that was confirmed is there, and each one is whole."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from serving import ROOT

from attacks.outcome import Outcome, judged
from attacks.target import Target, library_in
from mapapp import library

FAMILY = "library"
OLD = {"tour.toml": b"title = 'old'", "visits.csv": b"old", "story.csv": b"old"}
NEW = {"tour.toml": b"title = 'new'", "visits.csv": b"new", "callouts.csv": b"new"}
ACTS = {  # what each does with the tour "a", which has two versions, and the tour "gone", which lies in the trash
    "save": "library.save('a', NEW, began_from=library.kept('a').newest, by='x')",
    "create": "library.create('c', NEW)",
    "restore": "library.restore('a', 1, began_from=library.kept('a').newest)",
    "publish": "library.publish('a', library.kept('a').newest)",
    "unpublish": "library.unpublish('a')",
    "delete": "library.delete('a')",
    "undelete": "library.undelete('gone')",
    "restore_backup": "library.restore_backup(BACKUP)",
}
KILLED = """
import os, sys
from mapapp import library
OLD, NEW, BACKUP, step, calls = {old!r}, {new!r}, {backup!r}, int(sys.argv[1]), 0
def note(frame, event, arg):
    global calls
    if event == "c_call" and frame.f_globals.get("__name__", "").startswith("mapapp"):
        calls += 1
        if calls == step:
            os.kill(os.getpid(), 9)
sys.setprofile(note)
{act}
sys.setprofile(None)
print(calls)
"""
HANDS = """
import random, sys
from mapapp import library
from mapapp.errors import MapappError
name, turns = sys.argv[1], int(sys.argv[2])
chance = random.Random(name)
def save(turn):
    files = {"tour.toml": f"title = '{name} {turn}'".encode(), "visits.csv": b"x" * 50_000}
    print(name, turn, library.save("a", files, began_from=library.kept("a").newest, by=name).number, flush=True)
for turn in range(turns):
    act = chance.choice(("save", "save", "save", "publish", "unpublish", "restore", "delete", "backup"))
    try:
        if act == "save": save(turn)
        if act == "publish": library.publish("a", library.kept("a").newest)
        if act == "unpublish": library.unpublish("a")
        if act == "restore": library.restore("a", 1, began_from=library.kept("a").newest)
        if act == "delete": library.delete("a"); library.undelete("a")
        if act == "backup": library.backup()
        for version in library.versions("a"): library.contents("a", version.number)
    except MapappError as told:
        assert str(told)
"""


def attack(_: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """Every step of every act, or some of them."""
    if os.name == "nt":
        yield Outcome(FAMILY, "kill -9", None, 0, "there is no such thing on Windows")
        return
    for act in ACTS if thorough else ("save", "delete"):
        with tempfile.TemporaryDirectory() as folder, library_in(Path(folder)):
            yield _killed(act, 1 if thorough else 9)
    with tempfile.TemporaryDirectory() as folder, library_in(Path(folder)):
        yield _together(40 if thorough else 8)


def _run(code: str, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)


def _begun() -> bytes:
    """A library with two tours, and a backup of what it was when the first had one version."""
    library.create("a", OLD)
    library.create("gone", OLD)
    library.delete("gone")
    kept = library.backup()
    library.save("a", {**OLD, "sources.csv": b"2"}, began_from=1)
    return kept


def _killed(act: str, stride: int) -> Outcome:
    """Killed at each call out of our code: what can be read is as before or as after, and the next save is kept."""
    code = KILLED.format(old=OLD, new=NEW, backup=_begun(), act=ACTS[act])
    done = _run(code, 0)
    if done.returncode:
        return judged(FAMILY, f"kill -9 in {act}", 1, [done.stderr.decode()[-120:]])
    steps, faults = range(1, int(done.stdout) + 1, stride), []
    for step in steps:
        with tempfile.TemporaryDirectory() as folder, library_in(Path(folder)):
            _begun()
            _run(code, step)
            faults += [f"at call {step} {fault}" for fault in _unsound()]
    return judged(FAMILY, f"kill -9 in {act}", len(steps), faults, "as before or as after each time")


def _unsound() -> Iterator[str]:
    """What is wrong with the library, which is then written to as if nothing had been."""
    known = (OLD, NEW, {**OLD, "sources.csv": b"2"})
    deleted = {kept.id for kept in library.trash()}
    for kept in library.kept_tours():
        for version in library.versions(kept.id):
            if library.contents(kept.id, version.number) not in known:
                yield f"version {version.number} of {kept.id} is in pieces"
    if lost := {"a", "gone"} - deleted - {kept.id for kept in library.kept_tours()}:
        yield f"{lost} is lost"
    if "a" in deleted:
        library.undelete("a")
    numbers = [version.number for version in library.versions("a")]
    if not {1, 2} <= set(numbers):
        yield f"of the versions {numbers} are left"
    library.save("a", {**NEW, "people.csv": b"next"}, began_from=library.kept("a").newest)
    if library.contents("a") != {**NEW, "people.csv": b"next"}:
        yield "the next save is not there"
    library.restore_backup(library.backup())


def _together(turns: int) -> Outcome:
    """Four processes save, publish, restore, delete and read one tour: no confirmed version is lost or in pieces."""
    library.create("a", {"tour.toml": b"title = 'a'"})
    command = [sys.executable, "-c", HANDS]
    hands = [
        subprocess.Popen([*command, name, str(turns)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for name in "wxyz"
    ]
    told = [hand.communicate() for hand in hands]
    faults = [said.decode()[-150:] for _, said in told if said]
    confirmed = [line.split() for out, _ in told for line in out.decode().splitlines()]
    for name, turn, number in confirmed:
        if library.contents("a", int(number)).get("tour.toml") != f"title = '{name} {turn}'".encode():
            faults.append(f"version {number} of {name} is another")
    if len({number for *_, number in confirmed}) != len(confirmed):
        faults.append("two were told the same version")
    return judged(FAMILY, "four processes on one tour", len(confirmed), faults, "every confirmed version is there")
