"""The help of commands, and what was wrong in calling one, in another language than English.

argparse says both in English. What commands say of themselves are messages, which are said as they are laid out; its
own few words are told by what they are in English, and stay so where a version of Python has others. English goes
without this module, which would make each command slower.
"""

import argparse
import re
import sys
from typing import Any, NoReturn

from mapapp.cli.ending import WRONG_USAGE
from mapapp.cli.saying import words
from mapapp.message import pattern, tr

_HEADINGS = {"positional arguments": tr("what it takes"), "options": tr("options")}
_SHOW_HELP, _SHOW_VERSION = tr("show this help and exit"), tr("show the version of the program and exit")
_HELP = {"show this help message and exit": _SHOW_HELP, "show program's version number and exit": _SHOW_VERSION}
_WRONG = tuple(
    (re.compile(english, re.DOTALL), own)
    for english, own in (
        (r"the following arguments are required: (?P<names>.+)", pattern("these are missing: {names}")),
        (r"unrecognized arguments: (?P<names>.+)", pattern("these are not known: {names}")),
        (r"argument (?P<name>.+?): (?P<problem>.+)", pattern("{name}: {problem}")),
        (
            r"invalid choice: (?P<value>.+) \(choose from (?P<known>.+)\)",
            pattern("{value} is not known; there are {known}"),
        ),
        (r"expected (?:one|at least one) argument", pattern("a value is missing")),
        (r"not allowed with argument (?P<name>.+)", pattern("it cannot go with {name}")),
        (r"invalid \S+ value: (?P<value>.+)", pattern("{value} does not fit")),
        (r"ambiguous option: (?P<name>.+) could match (?P<known>.+)", pattern("{name} may mean {known}")),
        (r"ignored explicit argument (?P<value>.+)", pattern("it takes no value, and {value} is given")),
    )
)


class Parser(argparse.ArgumentParser):
    """A parser that speaks the language of the terminal."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  # argparse's own
        super().__init__(formatter_class=Formatter, exit_on_error=False, **settings)

    def parse_known_args(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401
        """As argparse does; a problem is said before it is made into a text in English."""
        try:
            return super().parse_known_args(*given, **named)
        except argparse.ArgumentError as error:
            problem, name = problem_of(error.message), error.argument_name
            self.error(tr("{name}: {problem}", name=name, problem=problem) if name else problem)

    def error(self, message: str) -> NoReturn:
        """Say how the command is called and what was wrong, and end."""
        self.print_usage(sys.stderr)
        said = tr("{program}: wrong call: {problem}", program=self.prog, problem=problem_of(message))
        self.exit(WRONG_USAGE, f"{words().say(said)}\n")


class Formatter(argparse.HelpFormatter):
    """Lays out help as argparse does, with its headings and texts said."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401
        """The line that shows how a command is called."""
        super().add_usage(usage, actions, groups, words().say(tr("usage: ")) if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """A group of arguments."""
        super().start_section(words().say(_HEADINGS.get(heading or "", heading or "")))

    def add_text(self, text: str | None) -> None:
        """A paragraph."""
        super().add_text(words().say(text) if text else text)

    def _get_help_string(self, action: argparse.Action) -> str:
        """What argparse's own formatters override, too."""
        help_ = action.help or ""
        return words().say(_HELP.get(help_, help_))


def problem_of(said: str) -> str:
    """What was found wrong, as a message: one of ours, or argparse's own words; words that nobody knows as they are."""
    if type(said) is not str:
        return said
    for english, own in _WRONG:
        if found := english.fullmatch(said):
            values = {name: problem_of(text) if name == "problem" else text for name, text in found.groupdict().items()}
            return tr(own, **values)
    return said
