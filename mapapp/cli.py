"""The command line: check a tour or a corridor, look up a place, write a file.

It is argparse and not click, whose import takes half of the 150 ms that ``check`` may take; heavy libraries are
imported by the commands that need them.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from mapapp import __version__, country
from mapapp.catalogue import corridor_folder, tour_folder
from mapapp.errors import CountryError, MapappError, NotInCatalogue, Problem
from mapapp.place import Ambiguous, Candidate, Found, Toponym

FINE, PROBLEMS, WRONG_USAGE = 0, 1, 2
_EXITS = "Ends with 0 if all is fine, 1 if there are problems, 2 if the command was used wrongly."


def _folder(tour: str) -> Path:
    """The folder that TOUR names: a path, or an id under data/tours."""
    path = Path(tour)
    if path.is_dir():
        return path
    try:
        return tour_folder(tour)
    except NotInCatalogue as error:
        raise argparse.ArgumentTypeError(f"'{tour}' is no folder. {error}") from None


def _any_folder(name: str) -> Path:
    """The folder that a tour or corridor has: a path, or an id in the catalogue; of one id the tour comes first."""
    try:
        return _folder(name)
    except argparse.ArgumentTypeError as error:
        try:
            return corridor_folder(name)
        except NotInCatalogue as other:
            raise argparse.ArgumentTypeError(f"{error} {other}") from None


def _country(text: str) -> str:
    try:
        return country.alpha2(text) if text else ""  # argparse sends the default through here, too
    except CountryError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def check(options: argparse.Namespace) -> int:
    """Print what is wrong in the files of a tour or a corridor."""
    folder: Path = options.folder
    is_tour = (folder / "tour.toml").exists() or not any((folder / f).exists() for f in ("corridor.toml", "nodes.csv"))
    words, problems = _checked_tour(folder) if is_tour else _checked_corridor(folder)
    for problem in problems:
        print(problem)
    found = {0: "no problems", 1: "1 problem"}.get(len(problems), f"{len(problems)} problems")
    print(f"{words}; {found}", file=sys.stderr)
    return PROBLEMS if problems else FINE


def _checked_tour(folder: Path) -> tuple[str, tuple[Problem, ...]]:
    from mapapp.catalogue.tours import load_tour
    from mapapp.geocoding import offline_resolver

    tour, problems = load_tour(folder, offline_resolver)
    words = f"{tour.title}: {len(tour.visits)} visits, {len(tour.events)} events, {len(tour.sources)} sources"
    return words, problems


def _checked_corridor(folder: Path) -> tuple[str, tuple[Problem, ...]]:
    from mapapp.catalogue.corridors import load_corridor

    found, problems = load_corridor(folder)
    words = f"{found.title}: {len(found.nodes)} nodes, {len(found.sections)} sections, {len(found.sources)} sources"
    return words, problems


def geocode(options: argparse.Namespace) -> int:
    """Print the places that a name may stand for, the surest first."""
    from mapapp.geocoding import offline_resolver

    answer = offline_resolver(Toponym(options.name, options.country))
    if isinstance(answer, Found):
        print("found")
        candidates = answer.candidates
    elif isinstance(answer, Ambiguous):
        print("ambiguous: write the id of the one that is meant into the file")
        candidates = answer.candidates
    else:
        print("unknown" + (": these have similar names" if answer.near_misses else ""))
        candidates = answer.near_misses
    for candidate in candidates:
        print(_line(candidate))
    return FINE if isinstance(answer, Found) else PROBLEMS


def export(options: argparse.Namespace) -> int:
    """Write a tour, or the part of it that a view leaves, as a file."""
    from mapapp import assembly
    from mapapp.exports import FORMATS
    from mapapp.exports.sheet import Sheet
    from mapapp.view import View

    suffix = options.format or options.out.rpartition(".")[2].lower()
    fitting = sorted((f for f in FORMATS if f.suffix == suffix), key=lambda f: (f.kind == "brief") != options.brief)
    if not fitting:
        known = ", ".join(sorted({f.suffix for f in FORMATS}))
        raise MapappError(f"'{suffix}' is no format. Let OUT end with a dot and one of {known}, or give --format.")
    chosen = fitting[0]
    snapshot = assembly.snapshot(View.parse(options.view), options.tour)
    content = chosen.write(snapshot, Sheet.parse(options.view) if chosen.picture else None)
    if options.out == "-":
        sys.stdout.buffer.write(content)
        return FINE
    try:
        Path(options.out).write_bytes(content)
    except OSError as error:
        raise MapappError(f"'{options.out}' cannot be written ({error.strerror}). Name another file.") from None
    return FINE


def _line(candidate: Candidate) -> str:
    place = candidate.place
    where = f"{place.position.latitude:.4f}, {place.position.longitude:.4f}"
    head = f"  {candidate.confidence:.2f}  {place.title}, {country.name(place.country)}  ({where})  {place.id}"
    reasons = "; ".join(candidate.reasons)
    return f"{head}\n        {candidate.says}: {reasons}" if reasons else head


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mapapp", description="A diplomatic tour on a map, offline and with sources.")
    parser.add_argument("--version", action="version", version=f"mapapp {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        words = run.__doc__ or ""
        added = commands.add_parser(run.__name__, help=words, description=words, epilog=_EXITS)
        added.set_defaults(run=run)
        return added

    checked = command(check)
    checked.add_argument("folder", type=_any_folder, metavar="TOUR", help="a folder, or the id of a tour or a corridor")
    named = command(geocode)
    named.add_argument("name", metavar="NAME", help="a place name in any script, or an id such as geonames:1526384")
    named.add_argument("--country", type=_country, default="", help="the country that is meant: code or English name")
    exported = command(export)
    exported.add_argument("tour", type=_folder, metavar="TOUR", help="a folder, or the id of a tour in the catalogue")
    exported.add_argument(
        "out", metavar="OUT", help="the file to write; its suffix chooses the format; - is standard output"
    )
    exported.add_argument("--view", default="", help="what to show: the query of a link, such as 'country=KZ'")
    exported.add_argument("--format", default="", help="the format, where OUT does not tell it")
    exported.add_argument("--brief", action="store_true", help="the one-page note instead of the picture (.pdf)")
    return parser


def main() -> None:
    """Run the command line; an error of ours is one sentence on standard error."""
    options = _parser().parse_args()
    try:
        sys.exit(options.run(options))
    except MapappError as error:
        print(f"mapapp: {error}", file=sys.stderr)
        sys.exit(WRONG_USAGE)
    except BrokenPipeError:  # the reader of our output, such as head, has gone
        sys.stderr.close()
        sys.exit(FINE)
