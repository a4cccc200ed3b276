"""A table as somebody brings it, read without an answer, and what became of it."""

import datetime as dt

from mapapp.foreign import Answers, Asked, Reading, read
from mapapp.geocoding import offline_resolver

_ASKED = Asked(offline_resolver)


def brought(text: str | bytes, name: str = "a.csv", sheet: str = "") -> Reading:
    """The reading of a text, or of a file of that name."""
    data = text.encode() if isinstance(text, str) else text
    return read(data, name, Answers(sheet=sheet), _ASKED, today=dt.date(2026, 11, 29))


def stops(reading: Reading) -> list[str]:
    """Place and day of each stop."""
    return [f"{s.visit.place.title} {str(s.visit.arrival or '')[:10]}" for s in reading.tour.stops]


def facets(reading: Reading) -> list[str]:
    """The kinds of what is asked."""
    return [question.facet for question in reading.questions]


def dates(*cells: str, heading: str = "Date") -> list[str]:
    """The dates of rows in as many towns, with the kinds of what is asked."""
    towns = ("Vienna", "Graz", "Linz", "Salzburg", "Innsbruck")
    text = "\n".join([f"{heading};City", *(f"{cell};{town}" for cell, town in zip(cells, towns, strict=False))])
    reading = brought(text + "\n")
    return [str(stop.visit.when) for stop in reading.tour.stops] + facets(reading)
