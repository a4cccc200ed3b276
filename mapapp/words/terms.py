"""The words of the fixed vocabulary: how far an event has come, the part of the day, the hour."""

from mapapp.errors import clipped
from mapapp.message import in_context, tr
from mapapp.terms import term
from mapapp.tour import Event, Status

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


def hour(event: Event) -> str:
    """What is known beyond the day, or that the day is not; "" where nothing is."""
    if event.when_stated:
        return event.when.clock or DAY_PARTS.get(event.day_part, "")
    return unread(event.unread) if event.unread else UNSTATED
