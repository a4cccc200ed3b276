"""The usual kinds of events and visits, which the program says in every language."""

from mapapp.message import in_context

KINDS = {
    "arrival": in_context("kind of event", "Arrival"),
    "briefing": in_context("kind of event", "Briefing"),
    "ceremony": in_context("kind of event", "Ceremony"),
    "conference": in_context("kind of event", "Conference"),
    "departure": in_context("kind of event", "Departure"),
    "dinner": in_context("kind of event", "Dinner"),
    "forum": in_context("kind of event", "Forum"),
    "meeting": in_context("kind of event", "Meeting"),
    "ministerial": in_context("kind of event", "Ministerial"),
    "reception": in_context("kind of event", "Reception"),
    "signing": in_context("kind of event", "Signing"),
    "speech": in_context("kind of event", "Speech"),
    "statement": in_context("kind of event", "Statement"),
    "summit": in_context("kind of event", "Summit"),
    "talks": in_context("kind of event", "Talks"),
    "visit": in_context("kind of event", "Visit"),
    "official": in_context("kind of visit", "Official"),
    "private": in_context("kind of visit", "Private"),
    "state": in_context("kind of visit", "State"),
    "transit": in_context("kind of visit", "Transit"),
    "working": in_context("kind of visit", "Working"),
}  # a tour may have others, and its own wording
