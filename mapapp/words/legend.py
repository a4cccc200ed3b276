"""Which rows the legend has, in their order, for the page, the saved file and the picture; each draws its own signs.

The page's script decides the same from what it shows; `tests/fixtures/legend.json` holds cases that both must agree on.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from mapapp.tour import Status
from mapapp.words.language import ENGLISH, Words

WAYS = ("way-unknown", "way", "way-ahead-unknown", "way-ahead")
MARKS = ("summit", "other-event", "announced", "off", "ghost", "ghost-unstated", "doubtful")
ROWS = (
    *("stops", "stop", "more-travellers", "gathered", "ways-later"),
    *(*WAYS, *MARKS),
    *("chosen-way", "rest-of-corridor", "rail", "sea", "road", "planned"),
    *("port", "border-crossing", "gauge-change", "dry-port", "station", "junction"),
)  # keys of words, in the order in which the rows stand
OPEN, OFF = (Status.ANNOUNCED, Status.CONFIRMED), (Status.POSTPONED, Status.CANCELLED)


class Way(NamedTuple):
    """A leg: its mode ("unknown" where no source states one), and whether it is still to be travelled."""

    mode: str
    ahead: bool


class Sign(NamedTuple):
    """A mark: "stop", "summit" or "event", its status, and whether its place is in doubt."""

    symbol: str
    status: Status
    doubtful: bool


def texts(words: Words = ENGLISH) -> dict[str, str]:
    """The words of all rows by their keys, in order; ``{name}`` and ``{n}`` are for the script to fill."""
    return {key: words[key] for key in ROWS}


def of_ways(ways: Collection[Way]) -> list[str]:
    """The rows for lines between stops."""
    kinds = {f"way{'-ahead' if way.ahead else ''}{'-unknown' if way.mode == 'unknown' else ''}" for way in ways}
    return _ordered(kinds)


def of_marks(signs: Iterable[Sign], *, ghosts: Collection[bool]) -> list[str]:
    """The rows for marks; ``ghosts``: of each other place on record, whether a source says that the event was there."""
    found = {"ghost" if stated else "ghost-unstated" for stated in ghosts}
    for sign in signs:
        if sign.symbol == "summit":
            found.add("summit")
        elif sign.symbol == "event" and sign.status not in OFF:
            found.add("other-event")
        if sign.status in (*OPEN, *OFF):
            found.add("announced" if sign.status in OPEN else "off")
        if sign.doubtful:
            found.add("doubtful")
    return _ordered(found)


def _ordered(keys: Collection[str]) -> list[str]:
    return [key for key in ROWS if key in keys]
