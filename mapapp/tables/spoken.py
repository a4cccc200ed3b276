"""Columns for other languages: ``title@ru`` beside ``title`` has its cells in Russian."""

from collections.abc import Mapping

from mapapp import languages
from mapapp.errors import clipped
from mapapp.message import Message, series, tr

Spoken = dict[str, list[tuple[str, str]]]  # by column: languages, each with the column in which it stands
NONE: Spoken = {}


def in_language(name: str) -> tuple[str, str]:
    """The column and the code of a language that a name such as ``title@ru`` has; "" for no code."""
    column, _, code = name.partition("@")
    return column, code


def fault(name: str, spoken: Mapping[str, bool]) -> Message | None:
    """What is wrong with a column that is none of the table's own; None for one of them in another language.

    ``spoken`` tells of each of the table's own whether its cells are text that people read.
    """
    column, code = in_language(name)
    if not code or column not in spoken:
        return tr("the column is not known and is left out; known are {wanted}", wanted=series(spoken))
    if not spoken[column]:
        return tr("'{column}' is the same in every language; delete this column", column=column)
    return None if code in languages.NAMES else unknown(code)


def unknown(code: str) -> Message:
    """That a column or key is for a language of which nothing is known here."""
    return tr(
        "no language '{code}' is known here, and what stands there is left out; known are {known}",
        code=clipped(code),
        known=series(languages.NAMES),
    )
