"""Calendars as iCalendar files (RFC 5545), as programs export them: a row for each event, under Outlook's headings."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from zoneinfo import available_timezones

from mapapp.message import plural

NAMES = (
    "Subject", "Start Date", "Start Time", "End Date", "End Time", "All day event", "Location", "Description",
    "Status", "Categories", "URL", "Latitude", "Longitude",
)  # fmt: skip
_TEXTS = {"Subject": "SUMMARY", "Location": "LOCATION", "Description": "DESCRIPTION", "Status": "STATUS",
          "Categories": "CATEGORIES", "URL": "URL"}  # fmt: skip
_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(r"(?P<name>[\w-]+)(?P<more>(?:;[\w-]+=(?:\"[^\"]*\"|[^;:\"]*))*):(?P<value>.*)", re.DOTALL)
_ZONE = re.compile(r";TZID=\"?([^;:\"]+)", re.IGNORECASE)
_STAMP = re.compile(r"(?P<date>\d{8})(?:T(?P<clock>\d{4})\d{0,2}(?P<utc>Z?))?")
_LASTS = re.compile(
    r"P(?:(?P<weeks>\d{1,3})W)?(?:(?P<days>\d{1,4})D)?(?:T(?:(?P<hours>\d{1,4})H)?(?:(?P<minutes>\d{1,4})M)?.*)?"
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
Lines = list[tuple[int, list[str]]]
Property = tuple[str, str]  # parameters and value


def is_calendar(text: str) -> bool:
    """Whether a text is an iCalendar file."""
    return text.lstrip()[:15].upper() == "BEGIN:VCALENDAR"


def lines_of(text: str) -> tuple[Lines, str, tuple[str, ...]]:
    """The events of a calendar below headings, each with its line in the file; its name; and what was not read."""
    lines: Lines = [(1, [*NAMES])]
    title, again = "", 0
    for number, event in _parts(text):
        if number == 0:
            title = title or _text(event.get("X-WR-CALNAME", ("", ""))[1])
            continue
        again += "RRULE" in event
        lines.append((number, _row(event)))
    said = plural(
        again, "{n} event recurs; only its first day is read.", "{n} events recur; only their first days are read."
    )
    return lines, title, (said,) if again else ()


def _parts(text: str) -> Iterator[tuple[int, Mapping[str, Property]]]:
    """The properties of the calendar, with 0, and those of each event with the line on which it begins."""
    within: list[tuple[str, int, dict[str, Property]]] = []
    at = 1
    for line in _FOLD.sub("\x00", text).splitlines():
        number, at = at, at + 1 + line.count("\x00")
        match = _LINE.fullmatch(line.replace("\x00", ""))
        if not match:
            continue
        name, value = match["name"].upper(), match["value"]
        if name == "BEGIN":
            within.append((value.strip().upper(), number, {}))
        elif name == "END" and within:
            kind, begun, held = within.pop()
            if kind in ("VEVENT", "VCALENDAR"):
                yield (begun if kind == "VEVENT" else 0), held
        elif within:
            within[-1][2].setdefault(name, (match["more"], value))


def _row(event: Mapping[str, Property]) -> list[str]:
    cells = {heading: _text(event.get(name, ("", ""))[1]) for heading, name in _TEXTS.items()}
    start, end = event.get("DTSTART", ("", "")), event.get("DTEND")
    first, clock, whole = _moment(start)
    last, until, _ = _moment(end) if end else _after(first, clock, event.get("DURATION", ("", ""))[1])
    cells |= {"Start Date": first, "Start Time": clock, "End Date": last or first, "End Time": until}
    if whole:
        cells |= {"All day event": "TRUE", "End Time": "00:00"}
    latitude, _, longitude = event.get("GEO", ("", ""))[1].partition(";")
    cells |= {"Latitude": latitude, "Longitude": longitude}
    return [cells.get(name, "") for name in NAMES]


def _moment(stamp: Property) -> tuple[str, str, bool]:
    """The day and the clock of a moment, with its zone where one is known, and whether it is a day without one."""
    match = _STAMP.fullmatch(stamp[1].strip())
    if not match:
        return stamp[1], "", False
    day, clock = match["date"], match["clock"]
    date = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    if not clock:
        return date, "", True
    zone = _ZONE.search(stamp[0])
    named = "UTC" if match["utc"] else zone[1] if zone and zone[1] in available_timezones() else ""
    return date, f"{clock[:2]}:{clock[2:]} {named}".strip(), False


def _after(day: str, clock: str, lasts: str) -> tuple[str, str, bool]:
    """The end of what begins then and lasts so long; "" where it does not tell."""
    match = _LASTS.fullmatch(lasts.strip())
    if not match or not any(match.groups()):
        return "", "", False
    hour, _, zone = clock.partition(" ")
    try:
        begun = dt.datetime.fromisoformat(f"{day} {hour or '00:00'}")
        end = begun + dt.timedelta(**{unit: int(count) for unit, count in match.groupdict().items() if count})
    except (ValueError, OverflowError):  # no day of any calendar, or an end behind all of them
        return "", "", False
    return f"{end:%Y-%m-%d}", f"{end:%H:%M} {zone}".strip() if clock else "", False


def _text(value: str) -> str:
    """A text without its escapes."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value).strip()
