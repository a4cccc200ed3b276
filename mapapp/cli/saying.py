"""What a command says on the terminal, in the language of the terminal."""

import os
import sys
from typing import TYPE_CHECKING

from mapapp import languages
from mapapp.message import series

if TYPE_CHECKING:
    from mapapp.words.language import Words


def say(*lines: str, error: bool = False) -> None:
    """Print lines in the language of the environment, on standard output or, as what goes beside it, on the error's.

    The language is what programs with catalogues go by: LANGUAGE, LC_ALL, LC_MESSAGES, LANG, the first that is set.
    Files are not written in it: theirs is that of the tour or of the view.
    """
    language = language_of_terminal()
    if language != languages.ENGLISH:  # whose words need no catalogue, nor anything that reads one
        from mapapp.words.language import Words

        lines = Words(language).said(lines)
    if lines:
        print(*lines, sep="\n", file=sys.stderr if error else sys.stdout, flush=True)


def indented(text: str, by: int = 2) -> str:
    """The text behind some blanks, still to be said."""
    return series((" " * by, text), "")


def words() -> "Words":
    """The words of the language of the environment."""
    from mapapp.words.language import Words

    return Words(language_of_terminal())


def language_of_terminal() -> str:
    """Its code, English for one in which nothing is said."""
    variables = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    stated = next((value for name in variables if (value := os.environ.get(name))), "")
    code = stated.partition(":")[0].partition(".")[0].partition("_")[0].lower()
    return code if languages.known(code) else languages.ENGLISH
