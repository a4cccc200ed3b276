"""The command ``export``."""

import argparse
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mapapp import files
from mapapp.cli.ending import FINE, not_written
from mapapp.cli.named import TOUR, folder
from mapapp.cli.omissions import tell_left_out
from mapapp.errors import MapappError
from mapapp.message import tr

if TYPE_CHECKING:
    from mapapp.exports import Format


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("tour", type=folder, metavar="TOUR", help=TOUR)
    parser.add_argument(
        "out", metavar="OUT", help=tr("the file to write; its suffix chooses the format; - is standard output")
    )
    parser.add_argument("--view", default="", help=tr("what to show: the query of a link, such as 'country=KZ'"))
    parser.add_argument("--format", default="", help=tr("the format, where OUT does not tell it"))
    parser.add_argument("--brief", action="store_true", help=tr("the one-page note instead of the picture (.pdf)"))


def run(options: argparse.Namespace) -> int:
    """Write a tour, or the part of it that a view leaves, as a file."""
    from mapapp import assembly
    from mapapp.catalogue.recognising import is_foreign
    from mapapp.cli.import_ import said_of
    from mapapp.exports.sheet import Sheet
    from mapapp.view import View

    chosen = _format(options)
    if is_foreign(options.tour):
        raise MapappError(said_of(options.tour)[0])
    snapshot = assembly.snapshot(View.parse(options.view), options.tour)
    if not snapshot.whole.visits and not snapshot.whole.events:
        asked = tr("python -m mapapp check {tour}", tour=shlex.quote(str(options.tour)))
        raise MapappError(
            tr("no visit and no event could be read, so nothing is written; {asked} says why.", asked=asked)
        )
    tell_left_out(options.tour)
    content = chosen.write(snapshot, Sheet.parse(options.view) if chosen.picture else None)
    if options.out == "-":
        sys.stdout.buffer.write(content)
        return FINE
    try:
        files.write(Path(options.out), content)
    except OSError as error:
        raise not_written(options.out, error) from None
    return FINE


def _format(options: argparse.Namespace) -> "Format":
    """What OUT or --format asks for. Raises MapappError."""
    from mapapp.exports import FORMATS, suffix_of

    suffix = options.format or suffix_of(options.out)
    named = Path(options.out).name  # of two kinds with one suffix, the one that is named so, as in "story.pdf"
    fitting = [f for f in FORMATS if f.suffix == suffix]
    fitting.sort(key=lambda f: ((f.kind == "brief") != options.brief, f.name != named))
    if not fitting:
        known = ", ".join(sorted({f.suffix for f in FORMATS}))
        raise MapappError(
            tr(
                "'{suffix}' is no format. Let OUT end with a dot and one of {known}, or give --format.",
                suffix=suffix,
                known=known,
            )
        )
    if options.brief and fitting[0].kind != "brief":
        raise MapappError(
            tr(
                "There is no brief as .{suffix}. Let OUT end with .docx, .pdf or .md, or leave out --brief.",
                suffix=suffix,
            )
        )
    return fitting[0]
