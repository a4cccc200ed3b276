"""Clock times in running text: ``19:30``, ``19:30:15``, ``7 pm``, ``13h35``, ``19 Uhr``, with or without a zone."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

_COLON = re.compile(r"(?:(?<=\d)T)?(\d\d?):(\d\d)(:\d\d(?:[.,]\d+)?)?(?![\d:])", re.ASCII)
_LETTER = re.compile(r"(\d\d?)\s?[hH](?:\s?(\d\d))?(?!\w)()", re.ASCII)
_WORD = re.compile(r"(\d\d?)(?:[.:](\d\d))?()(?=\s?(?:[ap]\.?\s?m\b|uhr\b))", re.ASCII | re.IGNORECASE)
_HALF = re.compile(r"\s?([ap])\.?\s?m\b\.?", re.IGNORECASE)
_UNIT = re.compile(r"\s?(?:uhr|h)\b", re.IGNORECASE)
_OFFSET = re.compile(r"\s?\(?(?:UTC|GMT)?\s?(\+|-|−)(\d\d?)(?::?(\d\d))?\)?(?![\w:.])(?:\s?\[[\w+/-]+\])?")
_NAMED = re.compile(r"\s?[\[(]?((?:[A-Z]\w+(?:/[A-Z][\w+-]+)+)|UTC|GMT|Z)[\])]?(?![\w/])")
_SHORT = {
    "CET": "+01:00", "CEST": "+02:00", "MEZ": "+01:00", "MESZ": "+02:00", "WET": "+00:00", "WEST": "+01:00",
    "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "МСК": "+03:00", "JST": "+09:00", "KST": "+09:00",
    "HKT": "+08:00", "SGT": "+08:00", "EST": "-05:00", "EDT": "-04:00", "PST": "-08:00", "PDT": "-07:00",
    "MST": "-07:00", "MDT": "-06:00", "AKST": "-09:00", "AKDT": "-08:00", "HST": "-10:00", "NZST": "+12:00",
    "NZDT": "+13:00", "AEST": "+10:00", "AEDT": "+11:00", "ACST": "+09:30", "ACDT": "+10:30", "AWST": "+08:00",
    "SAST": "+02:00", "EAT": "+03:00", "CAT": "+02:00", "WAT": "+01:00", "IDT": "+03:00", "PKT": "+05:00",
    "WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00",
}  # fmt: skip  # as in the tz database; not IST, BST, CST and others that several zones share
_SHORT_NAME = re.compile(rf"\s?[\[(]?(?:по\s)?({'|'.join(sorted(_SHORT, key=len, reverse=True))})[\])]?(?!\w)")
_DOTTED = re.compile(
    r"(?P<date>(?:\d[./]\d\d?[./]|[^\W\d]\.?,?\s|\d-\d\d-)\d{2,4}(?:\s?г\.?|\s?года)?,?\s(?:(?:в|at|um|à)\s)?)"
    r"(?P<first>[0-2]?\d\.[0-5]\d)(?P<rest>\s?[-–—]\s?[0-2]?\d\.[0-5]\d)?(?![.\d])"
)
_HALVES = re.compile(
    r"(?<![\d:.])(1[0-2]|0?[1-9])([:.][0-5]\d)?(?:\s?[-–—]\s?|\s(?:to|until|till)\s)"
    r"(1[0-2]|0?[1-9])([:.][0-5]\d)?(\s?[ap]\.?\s?m\b)",
    re.IGNORECASE | re.ASCII,
)  # hour and minute of the first clock, of the second, and the half of the day


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``hour`` may be 24. ``zone`` is an IANA name or an offset such as "+05:00", "" for none."""

    hour: int
    minute: int
    zone: str = ""


def with_colons(text: str) -> str:
    """The text with colons in the clock behind a date: ``27.03.2025 19.30`` becomes ``27.03.2025 19:30``."""

    def turned(match: re.Match[str]) -> str:
        return match["date"] + match["first"].replace(".", ":") + (match["rest"] or "").replace(".", ":")

    return _DOTTED.sub(turned, text)


def with_halves(text: str) -> str:
    """The text with the half of the day behind both clocks of a span: "9:00-10:00 PM" begins at nine in the evening.

    "9-5 pm" and "10-12 pm" begin in the morning: a span does not go back. Numbers before a date are days.
    """

    def turned(match: re.Match[str]) -> str:
        before, behind = text[: match.start()], text[match.end() :]
        if not (match[2] or re.search(r"\d", before or behind)):
            return match[0]
        first, last = _minutes(match[1], match[2]), _minutes(match[3], match[4])
        half = match[5].strip()[0].lower()
        if first >= last:
            half = "a" if half == "p" else "p"
        whole: str = match[0]
        at = match.end(2 if match[2] else 1) - match.start()
        return whole[:at] + half + "m" + whole[at:]

    return _HALVES.sub(turned, text)


def _minutes(hour: str, minute: str | None) -> int:
    return int(hour) % 12 * 60 + int(minute[1:] if minute else 0)


def clock_at(text: str, start: int) -> tuple[Clock, int] | None:
    """The clock that begins there, and where it ends; None where none does, or where it is none of a day."""
    match = next((m for pattern in (_COLON, _LETTER, _WORD) if (m := pattern.match(text, start))), None)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    end = match.end()
    half = _HALF.match(text, end)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[1].lower() == "p" else 0)
        end = half.end()
    elif unit := _UNIT.match(text, end):
        end = unit.end()
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    exact = match[0].startswith("T") or bool(match[3])  # behind such a clock a minus begins a zone, not another clock
    zone, end = _zone(text, end, minus=exact)
    return Clock(hour, minute, zone), end


def _zone(text: str, start: int, *, minus: bool) -> tuple[str, int]:
    offset = _OFFSET.match(text, start)
    if offset and (offset[1] == "+" or minus or re.match(r"\s?-\d{4}(?!\d)|\s?\(?(?:UTC|GMT)", text[start:])):
        hours, minutes = int(offset[2]), int(offset[3] or 0)
        if hours <= 14 and minutes < 60:
            return f"{'+' if offset[1] == '+' else '-'}{hours:02}:{minutes:02}", offset.end()
    named = _NAMED.match(text, start)
    if named and (named[1] == "Z" or named[1] in _zones()):
        return "+00:00" if named[1] in ("Z", "UTC", "GMT") else named[1], named.end()
    short = _SHORT_NAME.match(text, start)
    return (_SHORT[short[1]], short.end()) if short else ("", start)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones() | {"UTC", "GMT"})


def moved(local: dt.datetime, stated: str, wanted: str) -> dt.datetime:
    """The time on the clocks of one zone, of that which another shows: both IANA names or offsets. No zone is attached.

    Raises OverflowError at the ends of the calendar.
    """
    return local.replace(tzinfo=_rules(stated)).astimezone(_rules(wanted)).replace(tzinfo=None)


def _rules(zone: str) -> dt.tzinfo:
    if zone[0] not in "+-":
        return ZoneInfo(zone)
    minutes = int(zone[1:3]) * 60 + int(zone[4:])
    return dt.timezone(dt.timedelta(minutes=minutes if zone[0] == "+" else -minutes))
