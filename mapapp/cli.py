"""The command line: check a tour or a corridor, look up a place, write a file.

It is argparse and not click, whose import takes half of the 150 ms that ``check`` may take; heavy libraries are
imported by the commands that need them.
"""

import argparse
import contextlib
import difflib
import os
import shlex
import sys
from collections.abc import Callable, Mapping, Sequence, Sized
from pathlib import Path
from typing import TYPE_CHECKING

from mapapp import __version__, country, files
from mapapp.catalogue.listing import SUFFIXES, corridor_folder, tour_folder, tour_ids
from mapapp.errors import CountryError, MapappError, NotInCatalogue, Problem, clipped, counted
from mapapp.geocoding import SERVICES
from mapapp.place import Found, Toponym

if TYPE_CHECKING:
    from mapapp.geocoding.online.geocoder import Online

FINE, PROBLEMS, WRONG_USAGE = 0, 1, 2
MOST_TITLE = 200  # characters of a title on the terminal
MOST_LINES = 8  # lines of files that one sentence names
STOPPED = 130  # by Ctrl-C; what shells expect
ALIKE = 0.8  # of 1, from which on a name is taken for a slip in the id of a tour
_NOTHING = Path("\0")  # no file has this name
_KINDS = ".xlsx, .ods, .xls or .csv"
_TOUR = "a folder, a workbook (.xlsx, .ods, .xls) or long CSV file, or the id of a tour in the catalogue"
_EXITS = "Ends with 0 if all is fine, 1 if there are problems, 2 if the command was used wrongly."


def _path(text: str) -> Path:
    """The text as a path; one that no system could have, such as a name too long, is a path to nothing."""
    path = Path(text)
    try:
        path.stat()
    except (OSError, ValueError):
        return _NOTHING
    return path


def _folder(tour: str) -> Path:
    """What TOUR names: a folder, a workbook or CSV file, or an id under data/tours."""
    path = _path(tour)
    if path.is_dir() or (path.is_file() and path.suffix.lower() in SUFFIXES):
        return path
    try:
        return tour_folder(tour)
    except NotInCatalogue as error:
        raise argparse.ArgumentTypeError(f"'{clipped(tour)}' is no folder and no {_KINDS} file. {error}") from None


def _name_or_tour(text: str) -> str | Path:
    """The folder or file of a tour where the text names one, by path or id; otherwise the text, as a place's name."""
    path = _path(text)
    if path.is_file() and path.suffix.lower() in SUFFIXES:
        return path
    if path.is_dir() and any((path / file).exists() for file in ("tour.toml", "visits.csv")):
        return path
    if path.is_dir() and (len(path.parts) != 1 or text != path.name):
        raise argparse.ArgumentTypeError(
            f"there is no tour in the folder '{clipped(text)}'; it needs tour.toml and visits.csv"
        )
    if text in tour_ids():
        return tour_folder(text)
    named = Path(text)
    if named.suffix.lower() in SUFFIXES or (named.suffix and path.is_file()):
        raise argparse.ArgumentTypeError(f"'{clipped(text)}' is no folder and no {_KINDS} file")
    near = difflib.get_close_matches(named.name, tour_ids(), 1, cutoff=ALIKE) if _like_id(named.name) else []
    if near:
        said = f"there is no tour '{clipped(text)}', and it is looked up as the name of a place"
        print(f"mapapp: {said}; perhaps the tour '{near[0]}' is meant", file=sys.stderr)
    return text


def _like_id(text: str) -> bool:
    """Whether it is written as ids of tours are: small letters or digits, with hyphens."""
    return "-" in text and text == text.lower() and " " not in text


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
        return country.stated(text) if text else ""  # argparse sends the default through here, too
    except CountryError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def check(options: argparse.Namespace) -> int:
    """Print what is wrong in the files of a tour or a corridor."""
    folder: Path = options.folder
    is_tour = (folder / "tour.toml").exists() or not any((folder / f).exists() for f in ("corridor.toml", "nodes.csv"))
    words, problems = _checked_tour(folder) if is_tour else _checked_corridor(folder)
    for problem in problems:
        print(problem)
    number = sum(problem.count for problem in problems if not problem.remark)
    found = counted(number, "problem") if number else "no problems"
    print(f"{words}; {found}", file=sys.stderr)
    return PROBLEMS if number else FINE


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


def geocode(options: argparse.Namespace) -> int:
    """Print the places that a name, or each name of a tour, may stand for, the surest first."""
    from mapapp import lookup
    from mapapp.geocoding import offline_resolver, online

    if (options.server or options.all) and not options.service:
        raise MapappError("--server and --all go with --service; name one, such as --service nominatim.")
    service = online(options.service, options.server) if options.service else None
    if isinstance(options.name, Path):
        return _geocode_tour(options, service)
    toponym = Toponym(options.name, options.country)
    if service:
        print(service.describe(toponym), file=sys.stderr)
    answer = service.resolve(toponym) if service else offline_resolver(toponym)
    print(*lookup.described(answer), sep="\n")
    return FINE if isinstance(answer, Found) else PROBLEMS


def _geocode_tour(options: argparse.Namespace, service: "Online | None") -> int:
    """Each name of a tour; with a service, those that stay in doubt offline, or all."""
    from mapapp import lookup

    if options.country:
        raise MapappError("--country goes with a name; in a tour, each row states its own.")
    names, problems = lookup.names(options.name)
    if not names and problems:
        print(*problems, sep="\n")
        print("no name to look up", file=sys.stderr)
        return PROBLEMS
    wanted = names if options.all or not service else lookup.in_doubt(names)
    if service:
        print(lookup.announcement(service, wanted), file=sys.stderr)
    found = 0
    for name, answer in lookup.look_up(service, wanted):
        print(lookup.headline(name, answer), *lookup.candidates(answer), sep="\n", flush=True)
        found += isinstance(answer, Found)
    if wanted:
        print(f"{found} of {len(wanted)} names found", file=sys.stderr)
    return FINE if found == len(wanted) else PROBLEMS


def export(options: argparse.Namespace) -> int:
    """Write a tour, or the part of it that a view leaves, as a file."""
    from mapapp import assembly
    from mapapp.exports import FORMATS, suffix_of
    from mapapp.exports.sheet import Sheet
    from mapapp.view import View

    suffix = options.format or suffix_of(options.out)
    fitting = sorted((f for f in FORMATS if f.suffix == suffix), key=lambda f: (f.kind == "brief") != options.brief)
    if not fitting:
        known = ", ".join(sorted({f.suffix for f in FORMATS}))
        raise MapappError(f"'{suffix}' is no format. Let OUT end with a dot and one of {known}, or give --format.")
    chosen = fitting[0]
    if options.brief and chosen.kind != "brief":
        raise MapappError(f"There is no brief as .{suffix}. Let OUT end with .docx, .pdf or .md, or leave out --brief.")
    snapshot = assembly.snapshot(View.parse(options.view), options.tour)
    _tell_left_out(options.tour, assembly.read(options.tour).problems)
    content = chosen.write(snapshot, Sheet.parse(options.view) if chosen.picture else None)
    if options.out == "-":
        sys.stdout.buffer.write(content)
        return FINE
    try:
        files.write(Path(options.out), content)
    except OSError as error:
        raise MapappError(f"'{options.out}' cannot be written ({error.strerror}). Name another file.") from None
    return FINE


def _tell_left_out(path: Path, problems: Sequence[Problem]) -> None:
    """Say which lines of a tour no file has because they have a problem; nothing where there are none."""
    lines = list(dict.fromkeys(f"{p.file}:{p.line}" for p in problems if p.left_out))
    count = len(lines) + sum(p.count - 1 for p in problems if p.left_out)
    if lines:
        are = "line of the tour is" if count == 1 else "lines of the tour are"
        more = f" and {count - MOST_LINES} more" if count > MOST_LINES else ""
        where = ", ".join(lines[:MOST_LINES]) + more
        said = f"{count} {are} left out because of a problem ({where})"
        print(f"{said}; python -m mapapp check {shlex.quote(str(path))} says why", file=sys.stderr)


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
    checked.add_argument("folder", type=_any_folder, metavar="TOUR", help=f"{_TOUR}, or a corridor's folder or id")
    named = command(geocode)
    named.add_argument(
        "name",
        type=_name_or_tour,
        metavar="NAME",
        help="a place name in any script, an id such as geonames:1526384, or a tour: its folder, file or id",
    )
    named.add_argument("--country", type=_country, default="", help="the country that is meant: code or English name")
    named.add_argument(
        "--service",
        default="",
        metavar="SERVICE",
        help=f"ask an online service as well ({', '.join(facts.name for facts in SERVICES)}); in a tour only for the "
        "names that are unknown or ambiguous offline. Says first what is sent where.",
    )
    named.add_argument("--all", action="store_true", help="ask the service for every name of the tour")
    named.add_argument("--server", default="", metavar="URL", help="a server of your own for that service")
    exported = command(export)
    exported.add_argument("tour", type=_folder, metavar="TOUR", help=_TOUR)
    exported.add_argument(
        "out", metavar="OUT", help="the file to write; its suffix chooses the format; - is standard output"
    )
    exported.add_argument("--view", default="", help="what to show: the query of a link, such as 'country=KZ'")
    exported.add_argument("--format", default="", help="the format, where OUT does not tell it")
    exported.add_argument("--brief", action="store_true", help="the one-page note instead of the picture (.pdf)")
    return parser


def main() -> None:
    """Run the command line; an error of ours is one sentence on standard error."""
    try:
        if sys.stdout is None:  # closed by who started us
            raise MapappError("there is no standard output to write to.")
        options = _parser().parse_args()
        code = options.run(options)
        sys.stdout.flush()
        sys.exit(code)
    except MapappError as error:
        print(f"mapapp: {error}", file=sys.stderr)
        sys.exit(WRONG_USAGE)
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    except BrokenPipeError:  # the reader of our output, such as head, has gone
        sys.stderr.close()
        sys.exit(FINE)
    except OSError as error:
        _give_up_output()
        print(f"mapapp: nothing more can be written ({error.strerror}). Make room, then try again.", file=sys.stderr)
        sys.exit(WRONG_USAGE)


def _give_up_output() -> None:
    """Let what is still in the buffer go: Python would fail on it once more in leaving."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
