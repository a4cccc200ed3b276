"""What a program may ask of a collection: a box, a time, so many features from so many on."""

import datetime as dt
import math
import re
from collections.abc import Iterable
from typing import NamedTuple

from mapapp.errors import RequestError, clipped
from mapapp.message import tr
from mapapp.position import number
from mapapp.view import PARAMETERS

USUAL, MOST = 100, 10_000  # features of one answer
OF_VIEW = frozenset(("v", *PARAMETERS))
_JSON = ("json", "application/json", "application/geo+json")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?", re.ASCII | re.IGNORECASE)


class Box(NamedTuple):
    """In decimal degrees; west is larger than east where it reaches over 180 degrees."""

    west: float
    south: float
    east: float
    north: float


class Span(NamedTuple):
    """Days, both included."""

    since: dt.date
    until: dt.date


class Wanted(NamedTuple):
    """What one request wants."""

    box: Box | None = None
    span: Span | None = None
    limit: int = USUAL
    offset: int = 0


def only(pairs: Iterable[tuple[str, str]], *names: str) -> dict[str, str]:
    """The parameters of these names. Raises RequestError for any other one, but those of a view, and for one twice."""
    found: dict[str, str] = {}
    for name, value in pairs:
        if name in OF_VIEW:
            continue
        if name not in (*names, "f"):
            known = ", ".join((*names, "f"))
            said = tr("There is no parameter '{name}' here. There are: {known}.", name=clipped(name, 40), known=known)
            raise RequestError(said)
        if name in found:
            raise RequestError(tr("The parameter '{name}' is given twice; keep one.", name=name))
        found[name] = value
    if found.get("f", "json") not in _JSON:
        raise RequestError(tr("Answers are JSON alone: f=json."))
    return found


def wanted(pairs: Iterable[tuple[str, str]]) -> Wanted:
    """What the parameters ask for. Raises RequestError."""
    given = only(pairs, "bbox", "datetime", "limit", "offset")
    limit = _whole(given, "limit", USUAL, least=1)
    return Wanted(
        _box(given["bbox"]) if "bbox" in given else None,
        _span(given["datetime"]) if "datetime" in given else None,
        min(limit, MOST),
        _whole(given, "offset", 0, least=0),
    )


def _whole(given: dict[str, str], name: str, usual: int, least: int) -> int:
    text = given.get(name, str(usual))
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or int(text) < least:
        raise RequestError(
            tr(
                "'{name}={value}' is not a whole number from {least} on.",
                name=name,
                value=clipped(text, 40),
                least=least,
            )
        )
    return int(text)


def _box(text: str) -> Box:
    """Four numbers, or six with heights, which no feature has."""
    wrong = RequestError(
        tr("'{name}={value}' is not west,south,east,north in decimal degrees.", name="bbox", value=clipped(text, 60))
    )
    try:
        numbers = [*map(number, text.split(","))]
    except ValueError:
        raise wrong from None
    if len(numbers) == 6:
        numbers = [*numbers[:2], *numbers[3:5]]
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)):
        raise wrong
    box = Box(*numbers)
    if not -90 <= box.south <= box.north <= 90 or max(abs(box.west), abs(box.east)) > 180:
        raise wrong
    return box


def _span(text: str) -> Span:
    """A time or "start/end"; ".." or nothing is an open end. Features have days: of a time its day counts."""
    first, slash, last = text.partition("/")
    since = _day(first, text, dt.date.min, may_be_open=bool(slash))
    until = _day(last, text, dt.date.max, may_be_open=True) if slash else since
    if since > until or (slash and first in ("", "..") and last in ("", "..")):
        raise _no_time(text)
    return Span(since, until)


def _day(text: str, whole: str, open_: dt.date, *, may_be_open: bool) -> dt.date:
    if may_be_open and text in ("", ".."):
        return open_
    match = _TIME.fullmatch(text)
    try:
        return dt.date.fromisoformat(match[1] if match else "")
    except ValueError:
        raise _no_time(whole) from None


def _no_time(text: str) -> RequestError:
    return RequestError(
        tr(
            "'{name}={value}' is neither a time, such as 2025-03-27 or 2025-03-27T12:00:00Z, nor two of them with / "
            "between, where .. is open.",
            name="datetime",
            value=clipped(text, 60),
        )
    )
