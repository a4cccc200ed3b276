"""The words about the ways between stops: from where to where, by which mode, how far, when, and who says so."""

from mapapp.message import in_context, series, tr
from mapapp.position import distance_km
from mapapp.tour import Leg, Status, Tour, Visit
from mapapp.words.forms import Cite, LegWords

_MODES = {
    "air": tr("By air"),
    "rail": tr("By rail"),
    "road": tr("By road"),
    "sea": tr("By ship"),
    "unknown": tr("No source states the mode"),
}


def leg_words(tour: Tour, leg: Leg, cites: list[Cite]) -> LegWords:
    """A leg as JSON-able data: title and facts, each a pair of name and text; distances in km."""
    start, end = tour.visit[leg.start], tour.visit[leg.end]
    ahead = end.status != Status.HELD
    km = distance_km(start.place.position, end.place.position)
    facts: list[tuple[str, str]] = [
        (tr("To travel") if ahead else tr("Travelled"), tour.person[start.traveller].name),
        (in_context("a place", "From"), _end(start, departs=True)),
        (in_context("a place", "To"), _end(end, departs=False)),
        (tr("Mode"), _MODES.get(leg.mode, tour.label(leg.mode))),
        (tr("Distance"), tr("{n} km along the great circle, as drawn", n=round(km))),
    ]
    return {"title": series((start.place.title, end.place.title), " – "), "facts": facts, "cites": cites}


def _end(visit: Visit, *, departs: bool) -> str:
    """A place with the day of leaving or reaching it, as far as that is known."""
    known = visit.departure if departs else visit.arrival
    if known:
        return tr("{place}, {day}", place=visit.place.title, day=known)
    unknown = tr("departure not stated") if departs else tr("arrival not stated")
    return series((visit.place.title, unknown))
