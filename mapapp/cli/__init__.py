"""The command line: a module for each command, with `arguments(parser)` and `run(options)`.

Only the module of the command that is called is imported, so that none makes another slow. It is argparse and not
click, whose import takes half of the 150 ms that ``check`` may take; heavy libraries are imported where they are used.
"""

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from keyword import iskeyword
from typing import Any

from mapapp import __version__
from mapapp.cli.ending import FINE, STOPPED, WRONG_USAGE
from mapapp.cli.saying import language_of_terminal, say
from mapapp.errors import MapappError, why
from mapapp.languages import ENGLISH
from mapapp.message import tr

COMMANDS = {
    "check": tr("Print what is wrong in the files of a tour or a corridor."),
    "geocode": tr("Print the places that a name, or each name of a tour, may stand for, the surest first."),
    "export": tr("Write a tour, or the part of it that a view leaves, as a file."),
    "import": tr("Read a table as a tour: print what its columns are and what is asked, and write the tour's folder."),
    "read": tr("Print what an article says of a journey, with its words and doubts, and write it as a tour."),
    "diff": tr("Print what is added, changed, removed and unchanged between two tours."),
    "publish": tr("Write tours as a folder of plain files for any static host; again, only what changed."),
    "library": tr("List the tours of the library, write a backup of them, or bring one back."),
}
_EXITS = tr("Ends with 0 if all is fine, 1 if there are problems, 2 if the command was used wrongly.")


class _Parser(argparse.ArgumentParser):
    """Python's parser. It lays out each argument that is added, to see whether it can; only for help to the terminal.

    To see how wide a terminal is, argparse imports what archives are made with.
    """

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  # argparse's own
        super().__init__(formatter_class=partial(argparse.HelpFormatter, width=80), **settings)

    def format_usage(self) -> str:
        """In the width of the terminal."""
        self.formatter_class = argparse.HelpFormatter
        return super().format_usage()

    def format_help(self) -> str:
        """In the width of the terminal."""
        self.formatter_class = argparse.HelpFormatter
        return super().format_help()


def _made_by() -> type[argparse.ArgumentParser]:
    """What makes parsers: that of Python in English, ours in other languages."""
    if language_of_terminal() == ENGLISH:
        return _Parser
    from mapapp.cli.usage import Parser

    return Parser


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of these arguments: it knows the command they begin with, and all where they begin with none."""
    parser = _made_by()(prog="mapapp", description=tr("A diplomatic tour on a map, offline and with sources."))
    parser.add_argument("--version", action="version", version=f"mapapp {__version__}")
    # The program is named, so that argparse need not lay out a usage to find it.
    commands = parser.add_subparsers(metavar="COMMAND", required=True, prog=parser.prog)
    named = {name: COMMANDS[name] for name in arguments[:1] if name in COMMANDS}
    for name, words in (named or COMMANDS).items():
        added = commands.add_parser(name, help=words, description=words, epilog=_EXITS)
        if name in arguments:
            module = import_module(f"mapapp.cli.{name}_" if iskeyword(name) else f"mapapp.cli.{name}")
            module.arguments(added)
            added.set_defaults(run=module.run)
    return parser


def main() -> None:
    """Run the command line; an error of ours is one sentence on standard error."""
    try:
        if sys.stdout is None:  # closed by who started us
            raise MapappError(tr("there is no standard output to write to."))
        options = _parser(sys.argv[1:]).parse_args()
        code = options.run(options)
        sys.stdout.flush()
        gc.freeze()  # what is left goes with the process; looking through it once more takes an eighth of a check
        sys.exit(code)
    except MapappError as error:
        say(tr("mapapp: {error}", error=str(error)), error=True)
        sys.exit(WRONG_USAGE)
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    except BrokenPipeError:  # the reader of our output, such as head, has gone
        sys.stderr.close()
        sys.exit(FINE)
    except OSError as error:
        _give_up_output()
        said = why(error)
        say(tr("mapapp: nothing more can be written ({error}). Make room, then try again.", error=said), error=True)
        sys.exit(WRONG_USAGE)


def _give_up_output() -> None:
    """Let what is still in the buffer go: Python would fail on it once more in leaving."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
