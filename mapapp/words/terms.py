"""The words of the fixed vocabulary: how far an event has come, the part of the day, the hour."""

from mapapp.errors import clipped
from mapapp.message import in_context, tr
from mapapp.tour import Event, Status

STATUSES = {
    Status.ANNOUNCED: in_context("status of an event", "announced"),
    Status.CONFIRMED: in_context("status of an event", "confirmed"),
    Status.HELD: in_context("status of an event", "held"),
    Status.POSTPONED: in_context("status of an event", "postponed"),
    Status.CANCELLED: in_context("status of an event", "cancelled"),
}
DAY_PARTS = {
    "morning": in_context("when", "morning"),
    "afternoon": in_context("when", "afternoon"),
    "evening": in_context("when", "evening"),
    "night": in_context("when", "night"),
}
UNSTATED = tr("day not stated")


def status(name: str) -> str:
    """The word for a status; the text itself where it is none."""
    return STATUSES[Status(name)] if name in STATUSES else name


def unread(cell: str) -> str:
    """That the text of a cell was not read as a date."""
    return tr("date “{date}” not read", date=clipped(cell))


def hour(event: Event) -> str:
    """What is known beyond the day, or that the day is not; "" where nothing is."""
    if event.when_stated:
        return event.when.clock or DAY_PARTS.get(event.day_part, "")
    return unread(event.unread) if event.unread else UNSTATED
