"""The command ``check``."""

import argparse
from pathlib import Path

from mapapp import languages
from mapapp.cli.ending import FINE, PROBLEMS
from mapapp.cli.named import TOUR, any_folder
from mapapp.cli.saying import say
from mapapp.errors import Problem, clipped
from mapapp.message import Message, plural, series, tr

MOST_TITLE = 200  # characters of a title on the terminal


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument(
        "folder", type=any_folder, metavar="TOUR", help=tr("{tour}, or a corridor's folder or id", tour=TOUR)
    )
    parser.add_argument("--language", choices=tuple(languages.NAMES), help=tr("list the texts that are missing in it"))


def run(options: argparse.Namespace) -> int:
    """Print what is wrong in the files of a tour or a corridor."""
    folder: Path = options.folder
    from mapapp.catalogue.recognising import is_foreign

    if is_foreign(folder):
        return _told_foreign(folder)
    is_tour = (folder / "tour.toml").exists() or not any((folder / f).exists() for f in ("corridor.toml", "nodes.csv"))
    if options.language:
        return (_told_lacks if is_tour else _told_lacks_of_corridor)(folder, options.language)
    summary, problems = _checked_tour(folder) if is_tour else _checked_corridor(folder)
    for problem in problems:
        say(problem.said)
    number = sum(problem.count for problem in problems if not problem.remark)
    found = plural(number, "{n} problem", "{n} problems") if number else tr("no problems")
    say(series((summary, found), "; "), error=True)
    return PROBLEMS if number else FINE


def _told_foreign(path: Path) -> int:
    """Say what somebody's table would become: it is no tour yet."""
    from mapapp.cli.import_ import said_of

    said, open_ = said_of(path)
    say(*open_)
    say(said, error=True)
    return PROBLEMS


def _told_lacks(folder: Path, language: str) -> int:
    """Print which texts of a tour are missing in a language, and how many there are."""
    from mapapp.catalogue.tours import load_tour
    from mapapp.geocoding import offline_resolver
    from mapapp.words.untranslated import lacking, share

    tour = load_tour(folder, offline_resolver).tour
    lacks = lacking(tour, language)
    for lack in lacks:
        where = " ".join(filter(None, (lack.table, lack.record)))  # tour.toml has no records
        say(tr("{where}: {column} is missing", where=where, column=f"{lack.column}@{language}"))
    there, every = share(tour, language)
    say(plural(every, "{there} of {n} text is there", "{there} of {n} texts are there", there=there), error=True)
    return PROBLEMS if lacks else FINE


def _told_lacks_of_corridor(folder: Path, language: str) -> int:
    """Print the texts of a corridor that are missing in a language, and how many there are."""
    from mapapp.catalogue.corridors import load_corridor
    from mapapp.words.told_corridor import lacking, texts

    corridor = load_corridor(folder).corridor
    lacks = lacking(corridor, language)
    for text in lacks:
        say(tr("“{text}” is missing in {language}", text=clipped(text), language=languages.NAMES[language]))
    every = len(set(filter(None, texts(corridor))))
    there = every - len(lacks)
    say(plural(every, "{there} of {n} text is there", "{there} of {n} texts are there", there=there), error=True)
    return PROBLEMS if lacks else FINE


def _checked_tour(folder: Path) -> tuple[Message, tuple[Problem, ...]]:
    from mapapp.catalogue.tours import load_tour
    from mapapp.geocoding import offline_resolver

    tour, problems, _ = load_tour(folder, offline_resolver)
    title = clipped(tour.title, MOST_TITLE)
    counts = (
        plural(len(tour.visits), "{n} visit", "{n} visits"),
        plural(len(tour.events), "{n} event", "{n} events"),
        plural(len(tour.sources), "{n} source", "{n} sources"),
    )
    return tr("{title}: {counts}", title=title, counts=series(counts)), problems


def _checked_corridor(folder: Path) -> tuple[Message, tuple[Problem, ...]]:
    from mapapp.catalogue.corridors import load_corridor

    found, problems = load_corridor(folder)
    title = clipped(found.title, MOST_TITLE)
    counts = (
        plural(len(found.nodes), "{n} node", "{n} nodes"),
        plural(len(found.sections), "{n} section", "{n} sections"),
        plural(len(found.sources), "{n} source", "{n} sources"),
    )
    return tr("{title}: {counts}", title=title, counts=series(counts)), problems
