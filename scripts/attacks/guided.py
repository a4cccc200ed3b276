"""Enters one door with what atheris makes: guided.py DOOR -runs=N CORPUS. Started by fuzz.py."""

import sys
from pathlib import Path

import atheris

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SCRIPTS.parent), str(SCRIPTS)]

with atheris.instrument_imports(include=["mapapp"]):
    from attacks.doors import doors
    from attacks.fuzz import entered

    DOOR = next(door for door in doors() if door.name == sys.argv[1])
    for usual in DOOR.usual:
        entered(DOOR, usual)  # brings in what it needs while imports are instrumented


def main(arguments: list[str]) -> None:
    """Does not return: libFuzzer ends the process, with 0 where all held."""
    atheris.Setup(
        ["guided", "-rss_limit_mb=3000", "-timeout=60", "-max_len=4000", *arguments], lambda data: entered(DOOR, data)
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[2:])
