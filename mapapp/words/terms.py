"""The words of the fixed vocabulary: how far an event has come, the part of the day, the hour."""

import datetime as dt

from mapapp.errors import clipped
from mapapp.instants import instant
from mapapp.message import in_context, tr
from mapapp.terms import term
from mapapp.tour import Event, Status
from mapapp.when import When

MODES = {
    "air": in_context("mode of transport", "air"),
    "rail": in_context("mode of transport", "rail"),
    "sea": in_context("mode of transport", "sea"),
    "road": in_context("mode of transport", "road"),
}
DAY_PARTS = {
    "morning": in_context("when", "morning"),
    "afternoon": in_context("when", "afternoon"),
    "evening": in_context("when", "evening"),
    "night": in_context("when", "night"),
}
OF_LINES = {
    "operating": in_context("status of a line", "operating"),
    "construction": in_context("status of a line", "under construction"),
    "planned": in_context("status of a line", "planned"),
    "suspended": in_context("status of a line", "suspended"),
}
UNSTATED = tr("day not stated")


def status(name: str) -> str:
    """The word for a status; the text itself where it is none."""
    return term(name) if name in set(Status) else name


def mode(name: str) -> str:
    """The word for a mode of transport; the text itself where it is none."""
    return MODES.get(name, name)


def of_line(status: str) -> str:
    """The word for whether a line is in use; the text itself where it is none."""
    return OF_LINES.get(status, status)


def unread(cell: str) -> str:
    """That the text of a cell was not read as a date."""
    return tr("date “{date}” not read", date=clipped(cell))


def clock(when: When, zone: str) -> str:
    """The hour by the clocks of its place, with their distance from UTC where that is known: ``10:00–11:30 (UTC+5)``.

    "" for a date without an hour.
    """
    begins = instant(when.start, zone)
    if not when.clock or begins is None:
        return when.clock
    minutes = round((begins.utcoffset() or dt.timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    offset = f"{'+' if minutes > 0 else '−'}{hours}{f':{rest:02}' if rest else ''}" if minutes else ""
    return tr("{clock} ({zone})", clock=when.clock, zone=f"UTC{offset}")


def hour(event: Event) -> str:
    """What is known beyond the day, or that the day is not; "" where nothing is."""
    if event.when_stated:
        return clock(event.when, event.place.zone) or DAY_PARTS.get(event.day_part, "")
    return unread(event.unread) if event.unread else UNSTATED
