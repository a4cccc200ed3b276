"""Which rows the legend has, in their order, for the page, the saved file and the picture; each draws its own signs.

The page's script decides the same from what it shows; `tests/fixtures/legend.json` holds cases that both must agree on.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from mapapp.message import Message, in_context, tr
from mapapp.tour import Status

WAYS = ("way-unknown", "way", "way-both-unknown", "way-both", "way-ahead-unknown", "way-ahead")
MARKS = ("summit", "other-event", "announced", "off", "ghost", "ghost-unstated", "doubtful")


def stops(name: str) -> Message:
    """The row of a traveller whose stops have an order."""
    return tr("{name}, stops in order of travel", name=name)


def stop(name: str) -> Message:
    """The row of a traveller who only stayed somewhere."""
    return tr("{name}, stop", name=name)


def beyond(place: str, *, outward: bool) -> Message:
    """The name of a place out of sight, where the way to it, or from it, crosses the edge of the map."""
    return tr("to {place}", place=place) if outward else tr("from {place}", place=place)


TEXTS: dict[str, str] = {
    "stops": stops("{name}"),
    "stop": stop("{name}"),
    "gathered": tr("So many events near here; a click comes nearer"),
    "ways-later": tr("Ways are drawn once filters leave at most 200"),
    "way-unknown": tr("Way travelled, mode not on record"),
    "way": tr("Way travelled"),
    "way-both-unknown": tr("Way travelled or still to travel, mode not on record"),
    "way-both": tr("Way travelled or still to travel"),
    "way-ahead-unknown": tr("Way to travel, mode not on record"),
    "way-ahead": tr("Way to travel"),
    "summit": tr("Summit, not a stop of a traveller"),
    "other-event": tr("Other event"),
    "announced": tr("Announced, not on record as held"),
    "off": tr("Postponed or cancelled"),
    "ghost": tr("Other place on record"),
    "ghost-unstated": tr("Named by a source, not as the place of the event"),
    "doubtful": tr("Place in doubt"),
    "chosen-way": tr("The way that was chosen"),
    "rest-of-corridor": tr("Other lines of the corridor"),
    "rail": tr("Railway"),
    "sea": tr("Ship or ferry"),
    "road": tr("Road"),
    "planned": tr("Planned or not in use"),
    "port": tr("Port"),
    "border-crossing": tr("Border crossing"),
    "gauge-change": tr("Gauge change"),
    "dry-port": tr("Dry port"),
    "station": in_context("of railways", "Station"),
    "junction": tr("Junction"),
}  # of all rows, in the order in which they stand; {name} is for the page to fill
ROWS = tuple(TEXTS)
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


def of_ways(ways: Collection[Way]) -> list[str]:
    """The rows for lines between stops; one for what is travelled and what is ahead, as both are drawn alike."""
    kinds = set[str]()
    for suffix, unknown in (("-unknown", True), ("", False)):
        ahead = {way.ahead for way in ways if (way.mode == "unknown") == unknown}
        if ahead:
            kinds.add(f"way{'-both' if len(ahead) > 1 else '-ahead' if True in ahead else ''}{suffix}")
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
