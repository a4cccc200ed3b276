"""What a command says on the terminal, in the language of the terminal."""

import os
import sys

from mapapp import languages


def say(*lines: str, error: bool = False) -> None:
    """Print lines in the language of the environment, on standard output or, as what goes beside it, on the error's.

    The language is what programs with catalogues go by: LANGUAGE, LC_ALL, LC_MESSAGES, LANG, the first that is set.
    Files are not written in it: theirs is that of the tour or of the view.
    """
    language = _language()
    if language != languages.ENGLISH:  # whose words need no catalogue, nor anything that reads one
        from mapapp.words.language import Words

        lines = Words(language).said(lines)
    if lines:
        print(*lines, sep="\n", file=sys.stderr if error else sys.stdout, flush=True)


def _language() -> str:
    variables = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    stated = next((value for name in variables if (value := os.environ.get(name))), "")
    code = stated.partition(":")[0].partition(".")[0].partition("_")[0].lower()
    return code if languages.known(code) else languages.ENGLISH
