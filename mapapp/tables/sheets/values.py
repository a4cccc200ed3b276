"""Values of cells as one would type them into a CSV file."""

import datetime as dt
import re

from mapapp.message import tr

_HALF_A_MINUTE = dt.timedelta(seconds=30)  # spreadsheets count days in floating point and miss a minute by a trifle
_CONTROL = re.compile(r"_x00([01][0-9A-Fa-f])_")  # how workbooks write what XML cannot hold (ECMA-376 part 1, 22.4.2.4)
_NO_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]|General', re.IGNORECASE | re.DOTALL)
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))  # built in (22.8.30 there)
_1900, _1904 = dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1)
LAST_DAY = 2_958_466  # 1 January 10000, which no calendar of ours has
NO_CALENDAR = tr("the cell holds a date that no calendar has; write YYYY-MM-DD")


def is_date(number: int, code: str = "") -> bool:
    """Whether a number format shows dates or times; ``code`` is that of a format which is not built in."""
    shown = _NO_DATE.sub("", code.partition(";")[0])
    return bool(re.search("[ymdhs]", shown, re.IGNORECASE)) if code else number in _DATES


def moment(value: dt.datetime) -> str:
    """A date, with the minute where it has one: ``2025-03-27``, ``2025-03-27T19:30``."""
    minute = (value.replace(tzinfo=None) + _HALF_A_MINUTE).replace(second=0, microsecond=0)
    return minute.date().isoformat() if minute.time() == dt.time.min else minute.isoformat(timespec="minutes")


def serial(days: float, *, since_1904: bool = False) -> str:
    """What a number of days stands for: a date, or between 0 and 1 a time of day. "" where no calendar has it.

    The calendar that begins in 1900 has a 29 February 1900, as its first users did.
    """
    if not 0 <= days < LAST_DAY:
        return ""
    if days < 1:
        minutes = int(days * 1440 + 0.5) % 1440
        return f"{minutes // 60:02}:{minutes % 60:02}"
    start = _1904 if since_1904 else _1900 + dt.timedelta(days=days < 60)
    try:
        return moment(start + dt.timedelta(days=days))
    except OverflowError:
        return ""


def number(text: str) -> str:
    """A number as it stands in the file, without a fraction of nothing: ``2026``, ``49.7``, ``1e-07``."""
    if text.isdigit() and len(text) < 16 and text[:1] != "0":
        return text
    try:
        value = float(text)
    except ValueError:
        return text.strip()
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)


def plain(text: str) -> str:
    """A text with the characters that XML cannot hold."""
    return _CONTROL.sub(lambda match: chr(int(match[1], 16)), text) if "_x00" in text else text
