"""The command ``check``."""

import argparse
import sys
from collections.abc import Mapping, Sized
from pathlib import Path

from mapapp.cli.ending import FINE, PROBLEMS
from mapapp.cli.named import TOUR, any_folder
from mapapp.errors import Problem, clipped, counted

MOST_TITLE = 200  # characters of a title on the terminal


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("folder", type=any_folder, metavar="TOUR", help=f"{TOUR}, or a corridor's folder or id")


def run(options: argparse.Namespace) -> int:
    """Print what is wrong in the files of a tour or a corridor."""
    folder: Path = options.folder
    from mapapp.catalogue.recognising import is_foreign

    if is_foreign(folder):
        return _told_foreign(folder)
    is_tour = (folder / "tour.toml").exists() or not any((folder / f).exists() for f in ("corridor.toml", "nodes.csv"))
    words, problems = _checked_tour(folder) if is_tour else _checked_corridor(folder)
    for problem in problems:
        print(problem)
    number = sum(problem.count for problem in problems if not problem.remark)
    found = counted(number, "problem") if number else "no problems"
    print(f"{words}; {found}", file=sys.stderr)
    return PROBLEMS if number else FINE


def _told_foreign(path: Path) -> int:
    """Say what somebody's table would become: it is no tour yet."""
    from mapapp.cli.import_ import said_of

    print(said_of(path), file=sys.stderr)
    return PROBLEMS


def _checked_tour(folder: Path) -> tuple[str, tuple[Problem, ...]]:
    from mapapp.catalogue.tours import load_tour
    from mapapp.geocoding import offline_resolver

    tour, problems, _ = load_tour(folder, offline_resolver)
    title = clipped(tour.title, MOST_TITLE)
    return _summary(title, {"visit": tour.visits, "event": tour.events, "source": tour.sources}), problems


def _checked_corridor(folder: Path) -> tuple[str, tuple[Problem, ...]]:
    from mapapp.catalogue.corridors import load_corridor

    found, problems = load_corridor(folder)
    title = clipped(found.title, MOST_TITLE)
    return _summary(title, {"node": found.nodes, "section": found.sections, "source": found.sources}), problems


def _summary(title: str, records: Mapping[str, Sized]) -> str:
    return f"{title}: {', '.join(counted(len(found), noun) for noun, found in records.items())}"
