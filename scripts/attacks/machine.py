"""What a machine does to a program: folders that cannot be written, spoilt caches, clocks that jump, many processes."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from serving import ROOT

from attacks.outcome import Outcome, judged
from attacks.target import Target
from mapapp import files

FAMILY = "machine"
TOUR = "us-central-asia-2015"
VISITS = ROOT / "data" / "tours" / TOUR / "visits.csv"
COMMANDS = (("check", TOUR), ("export", TOUR, "{out}/tour.kml"), ("import", str(VISITS), "{out}/brought"),
            ("geocode", str(VISITS), "{out}/places.csv"), ("publish", TOUR, "{out}/site"))  # fmt: skip
JUMPS = ("-50y", "-1s", "+15y", "+90y")  # before the first tour, a second, behind 2038, behind 2106
TOGETHER = """
import sys
from mapapp import library
from mapapp.geocoding.online.answers import Question
from mapapp.geocoding.online.sqlite import SqliteAnswers
from mapapp.geocoding.gazetteer.index import cache_folder
name, turns = sys.argv[1], int(sys.argv[2])
for turn in range(turns):
    SqliteAnswers(cache_folder()).put(Question("service", "server", f"{name} {turn}", "", "en"), [])
    while True:
        try:
            library.save("a", {"tour.toml": f"title = '{name} {turn}'".encode()}, began_from=library.kept("a").newest)
            break
        except library.Overtaken:
            continue
"""
LOOKED = """
import sys
from mapapp import library
from mapapp.geocoding.online.answers import Question
from mapapp.geocoding.online.sqlite import SqliteAnswers
from mapapp.geocoding.gazetteer.index import cache_folder
names, turns = sys.argv[1], int(sys.argv[2])
kept = SqliteAnswers(cache_folder())
asked = (Question("service", "server", f"{name} {turn}", "", "en") for name in names for turn in range(turns))
print(sum(kept.get(question) is not None for question in asked))
print(len({library.contents("a", v.number)["tour.toml"] for v in library.versions("a")}) - 1)
"""


def attack(_: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """All of it, or with fewer commands and rounds."""
    commands = COMMANDS if thorough else COMMANDS[:2]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield _unwritable(folder, commands)
        yield _spoilt(folder, 12 if thorough else 1)
        yield _jumped(folder, commands, JUMPS if thorough else JUMPS[:1])
        yield _together(folder, 60 if thorough else 10)


def _ran(folder: Path, command: tuple[str, ...], settings: Mapping[str, str], *within: str) -> tuple[int, str]:
    """The exit code and the words of a command, within another one; it writes into folder/out, empty before."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    arguments = [part.format(out=out) for part in command]
    own = {"MAPAPP_CACHE": str(folder / "cache"), "MAPAPP_LIBRARY": str(folder / "library")} | dict(settings)
    done = subprocess.run(
        [*within, sys.executable, "-m", "mapapp", *arguments],
        cwd=ROOT,
        env=os.environ | own,
        capture_output=True,
        check=False,
        timeout=300,
    )
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")


def _told(what: str, code: int, said: str, wanted: tuple[int, ...]) -> list[str]:
    wrong = code not in wanted or "Traceback" in said
    return [f"{what} ended with {code}: {said[-120:]}"] if wrong else []


def _unwritable(folder: Path, commands: tuple[tuple[str, ...], ...]) -> Outcome:
    """Cache, library and both behind a file, where nobody can make a folder; a sentence, or it goes on without."""
    files.write(folder / "file", b"")
    nowhere, faults = str(folder / "file" / "folder"), []
    settings = [{name: nowhere} for name in ("MAPAPP_CACHE", "MAPAPP_LIBRARY")]
    settings += [{"MAPAPP_CACHE": nowhere, "MAPAPP_LIBRARY": nowhere}]
    for command in commands:
        for given in settings:
            code, said = _ran(folder, command, given)
            faults += _told(f"{command[0]} with {', '.join(given)}", code, said, (0, 1, 2))
        out = (*command[:-1], nowhere) if "{out}" in command[-1] else command
        code, said = _ran(folder, out, {})
        faults += _told(f"{command[0]} into no folder", code, said, (2,) if out != command else (0, 1))
    return judged(FAMILY, "folders that cannot be written", len(commands) * 4, faults)


def _spoilt(folder: Path, rounds: int) -> Outcome:
    """Every file of the cache with some bytes exchanged, cut short, or empty; the answers stay the same."""
    chance, faults = random.Random(10), []
    right = _ran(folder, ("geocode", str(VISITS), "{out}/places.csv"), {})[0], _written(folder)
    for _ in range(rounds):
        for file in sorted((folder / "cache").rglob("*")):
            if file.is_file():
                files.write(file, _damaged(file.read_bytes(), chance))
        code, said = _ran(folder, ("geocode", str(VISITS), "{out}/places.csv"), {})
        faults += _told("geocode", code, said, (right[0],))
        faults += [] if _written(folder) == right[1] else ["geocode answered otherwise"]
    return judged(FAMILY, "a spoilt cache", rounds, faults, "the same answers each time")


def _written(folder: Path) -> bytes:
    path = folder / "out" / "places.csv"
    return path.read_bytes() if path.exists() else b""


def _damaged(data: bytes, chance: random.Random) -> bytes:
    way = chance.randrange(3)
    if way == 0:
        return b""
    if way == 1:
        return data[: chance.randrange(len(data) + 1)]
    start = chance.randrange(max(1, len(data) - 4096))
    return data[:start] + chance.randbytes(4096) + data[start + 4096 :]


def _jumped(folder: Path, commands: tuple[tuple[str, ...], ...], jumps: tuple[str, ...]) -> Outcome:
    title = "clocks that jump"
    faketime = shutil.which("faketime")
    if not faketime:
        return Outcome(FAMILY, title, None, 0, "faketime is not here (Debian, Ubuntu: sudo apt install faketime)")
    faults = []
    for jump in jumps:
        for command in commands:
            code, said = _ran(folder, command, {}, faketime, "-f", jump)
            faults += _told(f"{command[0]} {jump}", code, said, (0, 1, 2))
    return judged(FAMILY, title, len(jumps) * len(commands), faults)


def _together(folder: Path, turns: int) -> Outcome:
    """Three processes on one cache and one tour of the library: every answer and every version is there."""
    own = os.environ | {"MAPAPP_CACHE": str(folder / "shared"), "MAPAPP_LIBRARY": str(folder / "tours")}
    create = "from mapapp import library; library.create('a', {'tour.toml': b'title = \"a\"'})"
    subprocess.run([sys.executable, "-c", create], cwd=ROOT, env=own, check=True)
    command = [sys.executable, "-c", TOGETHER]
    writers = [
        subprocess.Popen([*command, name, str(turns)], cwd=ROOT, env=own, stderr=subprocess.PIPE) for name in "xyz"
    ]
    faults = [said.decode()[-120:] for writer in writers if (said := writer.communicate()[1])]
    looked = subprocess.run(
        [sys.executable, "-c", LOOKED, "xyz", str(turns)], cwd=ROOT, env=own, capture_output=True, check=True
    )
    answers, versions = map(int, looked.stdout.split())
    wanted = 3 * turns
    faults += [f"{wanted - answers} answers are lost"] if answers != wanted else []
    faults += [f"{wanted - versions} versions are lost"] if versions != wanted else []
    return judged(FAMILY, "three processes on one cache and one tour", 2 * wanted, faults, "every write is there")
