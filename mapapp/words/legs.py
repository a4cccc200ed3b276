"""The words about the ways between stops: from where to where, by which mode, how far, when, and who says so."""

from mapapp.position import distance_km
from mapapp.tour import Leg, Status, Tour, Visit
from mapapp.words.forms import Cite, LegWords

_MODES = {
    "air": "By air",
    "rail": "By rail",
    "road": "By road",
    "sea": "By ship",
    "unknown": "No source states the mode",
}


def leg_words(tour: Tour, leg: Leg, cites: list[Cite]) -> LegWords:
    """A leg as JSON-able data: title and facts, each a pair of name and text; distances in km."""
    start, end = tour.visit[leg.start], tour.visit[leg.end]
    ahead = end.status != Status.HELD
    km = distance_km(start.place.position, end.place.position)
    facts = [
        ("To travel" if ahead else "Travelled", tour.person[start.traveller].name),
        ("From", _end(start, departs=True)),
        ("To", _end(end, departs=False)),
        ("Mode", _MODES.get(leg.mode, tour.label(leg.mode))),
        ("Distance", f"{km:,.0f} km along the great circle, as drawn"),
    ]
    return {"title": f"{start.place.title} – {end.place.title}", "facts": facts, "cites": cites}


def _end(visit: Visit, *, departs: bool) -> str:
    """A place with the day of leaving or reaching it, as far as that is known."""
    known, unknown = (visit.departure, "departure") if departs else (visit.arrival, "arrival")
    return f"{visit.place.title}, {known.describe() if known else f'{unknown} not stated'}"
