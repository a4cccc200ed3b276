"""Sentences of the brief, and the rows of the tour's files that stand behind them."""

from dataclasses import dataclass

from mapapp.message import tr

KILOMETRES, IN_DOUBT = tr("Kilometres"), tr("In doubt")
SOURCES, ROWS, SOURCES_AND_ROWS = tr("Sources"), tr("Rows"), tr("Sources and rows")
WHEN_AND_WHERE, WHO = tr("When and where"), tr("Who")
WHAT, WHAT_AND_WHO = tr("What, and with what outcome"), tr("What, who, and with what outcome")


@dataclass(frozen=True, slots=True)
class Row:
    """Rows of a file, by their ids."""

    file: str
    ids: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence with the marks of its footnotes, and the rows that it was taken from.

    ``named`` are the marks that stand within the sentence.
    """

    text: str
    notes: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    named: tuple[str, ...] = ()


def ended(text: str) -> str:
    """The text with one full stop at its end; a date in Russian has one of its own ("2025 г.")."""
    return f"{text.removesuffix('.')}."
