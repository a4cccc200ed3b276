"""The command ``geocode``."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from mapapp.catalogue.listing import SUFFIXES
from mapapp.cli.ending import FINE, PROBLEMS, not_written
from mapapp.cli.named import name_or_tour, stated_country
from mapapp.cli.saying import say
from mapapp.errors import MapappError
from mapapp.geocoding import SERVICES
from mapapp.message import in_context, series, tr
from mapapp.place import Found, Toponym

if TYPE_CHECKING:
    from mapapp.geocoding.online.geocoder import Online

_ANSWERS: dict[str, str] = {  # to a name of a table, as they stand in its column
    "found": in_context("how a name is understood", "found"),
    "in doubt": tr("in doubt"),
    "ambiguous": in_context("how a name is understood", "ambiguous"),
    "unknown": in_context("how a name is understood", "unknown"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument(
        "name",
        type=name_or_tour,
        metavar="NAME",
        help=tr("a place name in any script, an id such as geonames:1526384, or a tour: its folder, file or id"),
    )
    parser.add_argument(
        "out",
        nargs="?",
        default="",
        metavar="OUT",
        help=tr(
            "in place of NAME a table (CSV, TSV, text, HTML, workbook, Parquet): where to write it with the places of "
            "its names, as .csv, .tsv or .parquet"
        ),
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="WHAT=COLUMN",
        help=tr("of a table: which column holds place, country or date, where its title does not say so"),
    )
    parser.add_argument(
        "--jobs", type=int, default=0, metavar="N", help=tr("of a table: processes; all cores without it")
    )
    parser.add_argument("--dask", default="", metavar="ADDRESS", help=tr("of a table: the scheduler of a Dask cluster"))
    parser.add_argument(
        "--country", type=stated_country, default="", help=tr("the country that is meant: code or English name")
    )
    _of_services(parser)


def _of_services(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--service",
        default="",
        metavar="SERVICE",
        help=tr(
            "ask an online service as well ({services}); in a tour only for the names that are unknown or ambiguous "
            "offline. Says first what is sent where.",
            services=", ".join(facts.name for facts in SERVICES),
        ),
    )
    parser.add_argument("--all", action="store_true", help=tr("ask the service for every name of the tour"))
    parser.add_argument("--server", default="", metavar="URL", help=tr("a server of your own for that service"))


def run(options: argparse.Namespace) -> int:
    """Print the places that a name, or each name of a tour, may stand for, the surest first."""
    from mapapp import lookup
    from mapapp.geocoding import offline_resolver, online

    if options.out:
        return _geocode_table(options)
    if (options.server or options.all) and not options.service:
        raise MapappError(tr("--server and --all go with --service; name one, such as --service nominatim."))
    service = online(options.service, options.server) if options.service else None
    if isinstance(options.name, Path) and options.name.is_file() and options.name.suffix.lower() not in SUFFIXES:
        raise MapappError(
            tr(
                "A {suffix} file is a table and no tour: say where to write it, geocode TABLE OUT.",
                suffix=options.name.suffix.lower(),
            )
        )
    if isinstance(options.name, Path):
        return _geocode_tour(options, service)
    toponym = Toponym(options.name, options.country)
    if service:
        say(service.describe(toponym), error=True)
    answer = service.resolve(toponym) if service else offline_resolver(toponym)
    say(*lookup.described(answer))
    return FINE if isinstance(answer, Found) else PROBLEMS


def _geocode_table(options: argparse.Namespace) -> int:
    """Every distinct name of a table, offline, on all cores or a cluster."""
    from mapapp.batch import work
    from mapapp.batch.geocoding import Progress, geocode

    if options.country or options.service or options.all or options.server:
        raise MapappError(
            tr("A table is looked up offline, and each row states its own country; leave these options out.")
        )
    pairs = [text.partition("=") for text in options.column]
    named = {what.strip(): column for what, _, column in pairs}
    share = work.on_cluster(options.dask) if options.dask else work.on_cores(options.jobs or work.cores())
    tell = Progress(lambda line: say(line, error=True))
    try:
        counts = geocode(Path(options.name), Path(options.out), named, share, tell)
    except OSError as error:
        raise not_written(options.out, error) from None
    say(series(series((number, _ANSWERS[word]), " ") for word, number in sorted(counts.items())), error=True)
    return FINE


def _geocode_tour(options: argparse.Namespace, service: "Online | None") -> int:
    """Each name of a tour; with a service, those that stay in doubt offline, or all."""
    from mapapp import lookup

    if options.country:
        raise MapappError(tr("--country goes with a name; in a tour, each row states its own."))
    names, problems = lookup.names(options.name)
    if not names and problems:
        say(*(problem.said for problem in problems))
        say(tr("no name to look up"), error=True)
        if options.name.is_file():
            say(tr("A table that is no tour is written with its places beside: geocode TABLE OUT."), error=True)
        return PROBLEMS
    wanted = names if options.all or not service else lookup.in_doubt(names)
    if service:
        say(lookup.announcement(service, wanted), error=True)
    found = 0
    for name, answer in lookup.look_up(service, wanted):
        say(lookup.headline(name, answer), *lookup.candidates(answer))
        found += isinstance(answer, Found)
    if wanted:
        say(tr("{found} of {n} names found", found=found, n=len(wanted)), error=True)
    return FINE if found == len(wanted) else PROBLEMS
