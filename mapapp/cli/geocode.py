"""The command ``geocode``."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mapapp.cli.ending import FINE, PROBLEMS
from mapapp.cli.named import name_or_tour, stated_country
from mapapp.errors import MapappError
from mapapp.geocoding import SERVICES
from mapapp.place import Found, Toponym

if TYPE_CHECKING:
    from mapapp.geocoding.online.geocoder import Online


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument(
        "name",
        type=name_or_tour,
        metavar="NAME",
        help="a place name in any script, an id such as geonames:1526384, or a tour: its folder, file or id",
    )
    parser.add_argument(
        "--country", type=stated_country, default="", help="the country that is meant: code or English name"
    )
    parser.add_argument(
        "--service",
        default="",
        metavar="SERVICE",
        help=f"ask an online service as well ({', '.join(facts.name for facts in SERVICES)}); in a tour only for the "
        "names that are unknown or ambiguous offline. Says first what is sent where.",
    )
    parser.add_argument("--all", action="store_true", help="ask the service for every name of the tour")
    parser.add_argument("--server", default="", metavar="URL", help="a server of your own for that service")


def run(options: argparse.Namespace) -> int:
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
