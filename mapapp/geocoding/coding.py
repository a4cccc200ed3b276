"""Codes of states behind a name: two countries may have the same one, and a town of that name."""

from mapapp.country import COMMON_STATES
from mapapp.geocoding import weights
from mapapp.geocoding.choosing import unsettled
from mapapp.geocoding.deciding import doubted
from mapapp.geocoding.names import Names
from mapapp.message import tr
from mapapp.place import Found, Place, Resolution, where_words

_POSTED = frozenset(("US", "CA", "AU"))  # whose towns English writes with the code of their state


def by_code(names: Names, answer: Found, code: str, *, bracketed: bool) -> Resolution:
    """The answer, unless its code is that of regions of two countries: "Milan, MI", "Salem, TN".

    With a town in both, neither is chosen. Where no list has one in the state of which English writes the code, a town
    that few have heard of stays in doubt; but a bracket is how Italians write it: "Como (CO)".
    """
    states = dict(names.regions.coded(code))
    best = answer.place
    if not states:
        return answer
    if any(_rivals(best, other.place) for other in answer.candidates[1:] if other.match == "title"):
        return unsettled(answer.candidates)
    posted = next((land for land in sorted(states) if land in _POSTED), "")
    state = names.area(posted, states[posted]) if posted else None
    if not state or best.country in COMMON_STATES or bracketed or _is_famed(best):
        return answer
    return doubted(answer, tr("'{code}' also stands for {place}", code=code, place=where_words(state)))


def _is_famed(place: Place) -> bool:
    return place.kind == "capital" or place.fame >= weights.FAMED.value


def _rivals(best: Place, other: Place) -> bool:
    """Whether a town abroad may be meant as well: one that is not far smaller, or one of a state in English."""
    if other.country == best.country or other.feature_class != "P":
        return False
    posted = other.country in _POSTED and best.country not in _POSTED
    return posted or other.population >= weights.NOT_FAR_SMALLER.value * best.population
