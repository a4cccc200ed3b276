"""The command ``publish``."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mapapp.cli.ending import FINE
from mapapp.cli.named import TOUR, public_folder, some_path
from mapapp.cli.omissions import tell_left_out
from mapapp.cli.saying import say
from mapapp.errors import MapappError, clipped
from mapapp.message import plural, tr
from mapapp.tour import ID

if TYPE_CHECKING:
    from mapapp.publishing.addresses import Published
    from mapapp.publishing.folder import Folder

_WITHOUT_ADDRESS = tr(
    "No --address is given: there is no sitemap, no feed and no oEmbed, and previews of links have no picture, because "
    "these need the address under which the folder will be read."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("tours", type=public_folder, nargs="+", metavar="TOUR", help=TOUR)
    parser.add_argument(
        "out", type=some_path, metavar="DIR", help=tr("the folder to write to; a static host serves it as it is")
    )
    parser.add_argument(
        "--address",
        default="",
        metavar="URL",
        help=tr("where the folder will be read, such as https://maps.example.org/eu"),
    )


def run(options: argparse.Namespace) -> int:
    """Write tours as a folder of plain files for any static host; again, only what changed."""
    from mapapp.publishing import addresses, site
    from mapapp.publishing.folder import Folder

    address = addresses.checked(options.address)
    tours = _named(options.tours)
    into = Folder(options.out)
    into.begin()
    for path, tour in zip(options.tours, tours, strict=True):
        tell_left_out(path)
        say(f"{tour.name}: {clipped(tour.snapshot.whole.title)}", error=True)
        into.put(site.tour_files(tour, address))
    into.put(site.shared_files(tours, address))
    into.finish()
    if not address:
        say(_WITHOUT_ADDRESS, error=True)
    _tell(into)
    return FINE


def _named(paths: Sequence[Path]) -> list["Published"]:
    """The tours with the names of their folders. Raises MapappError where two have one name, or one has none."""
    from mapapp import assembly, languages
    from mapapp.publishing.addresses import FEED, SITEMAP, Published
    from mapapp.publishing.missing import MISSING
    from mapapp.view import View

    lists = {f"index.{code}.html" for code in languages.offered()}
    taken, found = {"index.html", *lists, SITEMAP, FEED, MISSING}, []
    for path in paths:
        snapshot = assembly.snapshot(View(), path)
        name = snapshot.whole.id
        if not ID.fullmatch(name) or name.endswith(".") or name.lower() in taken:
            raise MapappError(
                tr(
                    "The id '{name}' of the tour in '{path}' cannot name its folder: it is taken, or has other "
                    "characters than letters, digits, hyphens, dots and underscores. Give the tour another id.",
                    name=clipped(name),
                    path=clipped(str(path)),
                )
            )
        taken.add(name.lower())
        found.append(Published(name, snapshot))
    return found


def _tell(into: "Folder") -> None:
    for name in into.kept:
        say(tr("{name} is published no more, but somebody changed it, and it stays", name=name), error=True)
    counts = tr(
        "{counted} written, {same} unchanged, {n} removed",
        counted=plural(len(into.written), "{n} file", "{n} files"),
        same=into.same,
        n=len(into.removed),
    )
    say(tr("{title}: {counts}", title=clipped(str(into.path), 200), counts=counts), error=True)
