"""Calendars as iCalendar files (RFC 5545), as programs export them: a row for each event, under Outlook's headings."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from zoneinfo import available_timezones

from mapapp.dates.clocks import moved
from mapapp.foreign.recurring import days_of
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
_MOST = 5_000  # rows of a calendar with events that recur
_JOINED = {
    "EXDATE": ",",
    "RDATE": ",",
    "RRULE": ";TWICE=1;",
}  # what an event may have more than once; two rules are none
Property = tuple[str, str]  # parameters and value
Event = Mapping[str, Property]


def is_calendar(text: str) -> bool:
    """Whether a text is an iCalendar file."""
    return text.lstrip()[:15].upper() == "BEGIN:VCALENDAR"


def lines_of(text: str) -> tuple[Lines, str, tuple[str, ...]]:
    """The events of a calendar below headings, each with its line in the file; its name; and what was not read."""
    lines: Lines = [(1, [*NAMES])]
    parts = [*_parts(text)]
    title = next((name for n, held in parts if n == 0 and (name := _text(held.get("X-WR-CALNAME", ("", ""))[1]))), "")
    apart: dict[str, set[str]] = {}  # the days of an event that have events of their own
    for _, event in parts:
        if "RECURRENCE-ID" in event:
            apart.setdefault(event.get("UID", ("", ""))[1], set()).add(_moment(event["RECURRENCE-ID"])[0])
    again = 0
    for number, event in parts:
        if number == 0:
            continue
        days = _recurring(event, apart.get(event.get("UID", ("", ""))[1], set()))
        days = days if days is None or len(lines) + len(days) <= _MOST or len(days) == 1 else None
        again += days is None
        lines += [(number, _row(event, ahead)) for ahead in days or (0,)] if days != [] else []
    said = plural(
        again, "{n} event recurs; only its first day is read.", "{n} events recur; only their first days are read."
    )
    return lines, title, (said,) if again else ()


def _recurring(event: Event, apart: Collection[str]) -> list[int] | None:
    """How many days after its start an event is on, in order; None where its rule is not understood."""
    start = event.get("DTSTART", ("", ""))
    if "RECURRENCE-ID" in event or not {"RRULE", "RDATE"} & event.keys():
        return [0]
    try:
        first = dt.date.fromisoformat(_moment(start)[0])
    except ValueError:
        return None
    rule = event.get("RRULE", ("", ""))[1]
    days = days_of(rule, first, lambda until: _until(until, start)) if rule else [first]
    more, less = (_listed(event.get(name, ("", "")), start) for name in ("RDATE", "EXDATE"))
    if days is None or more is None or less is None:
        return None
    return [(day - first).days for day in sorted({*days, *more} - {*less}) if day.isoformat() not in apart]


def _listed(property_: Property, start: Property) -> list[dt.date] | None:
    """The days that are listed, on the clocks of a start; None where one is not understood."""
    moments = [_there((property_[0], stamp), start) for stamp in property_[1].split(",") if stamp.strip()]
    days = [moment.date() for moment in moments if moment]
    return days if len(days) == len(moments) else None


def _until(stamp: str, start: Property) -> dt.date | None:
    """The last day on which an event may begin that has to begin until then."""
    last, first = _there(("", stamp), start), _there(start, start)
    if last is None or first is None:
        return None
    early = "T" in stamp.upper() and last.time() < first.time()
    return last.date() - dt.timedelta(days=early)


def _there(stamp: Property, start: Property) -> dt.datetime | None:
    """A moment on the clocks of a start; None where it is none."""
    (day, clock, _), (_, begun, _) = _moment(stamp), _moment(start)
    hour, _, zone = clock.partition(" ")
    _, _, wanted = begun.partition(" ")
    try:
        moment = dt.datetime.fromisoformat(f"{day} {hour or '00:00'}")
        return moved(moment, _offset(zone), _offset(wanted)) if zone and wanted and zone != wanted else moment
    except (ValueError, OverflowError):
        return None


def _offset(zone: str) -> str:
    return "+00:00" if zone == "UTC" else zone


def _parts(text: str) -> Iterator[tuple[int, Event]]:
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
            held = within[-1][2]
            more, before = held.get(name, (match["more"], None))
            if before is None:
                held[name] = more, value
            elif name in _JOINED:
                held[name] = more, f"{before}{_JOINED[name]}{value}"


def _row(event: Event, ahead: int) -> list[str]:
    """The cells of an event, so many days behind its start."""
    cells = {heading: _text(event.get(name, ("", ""))[1]) for heading, name in _TEXTS.items()}
    start, end = event.get("DTSTART", ("", "")), event.get("DTEND")
    first, clock, whole = _moment(start)
    last, until, _ = _moment(end) if end else _after(first, clock, event.get("DURATION", ("", ""))[1])
    first, last = (_later(day, ahead) for day in (first, last or first))
    cells |= {"Start Date": first, "Start Time": clock, "End Date": last, "End Time": until}
    if whole:
        cells |= {"All day event": "TRUE", "End Time": "00:00"}
    latitude, _, longitude = event.get("GEO", ("", ""))[1].partition(";")
    cells |= {"Latitude": latitude, "Longitude": longitude}
    return [cells.get(name, "") for name in NAMES]


def _later(day: str, ahead: int) -> str:
    return f"{dt.date.fromisoformat(day) + dt.timedelta(days=ahead)}" if ahead else day


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
