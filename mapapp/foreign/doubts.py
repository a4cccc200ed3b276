"""What is doubtful about a place that was found, in words."""

from mapapp.message import Sentence, tr
from mapapp.place import Candidate, Place, place_name, where_words
from mapapp.position import distance_km
from mapapp.terms import term
from mapapp.tour import Located

_WIDE = ("region", "country", "county", "district", "former country")
CITY_OR_REGION = 0.95  # share from which a region is a rival of the city that bears its name
CITY_KM = 5  # from a city to the middle of a region that is no more than this city: Berlin, Moscow


def doubt_about(at: Located) -> tuple[str, str]:
    """The kind of doubt about a place that was found, and a sentence; "" for both where it is sure."""
    if not at.candidates:
        return (tr("position"), tr("The position may be wrong.")) if not at.sure else ("", "")
    best = at.candidates[0]
    if best.match == "misspelt":
        return tr("misspelt"), tr("No list has this name; perhaps {title} is meant.", title=place_name(best.place))
    if best.right_date is False:
        return tr("not in use then"), tr("{title} was not called so at that time.", title=place_name(best.place))
    if not at.sure:
        return tr("in doubt"), _why(at)
    rival = next((c for c in at.candidates[1:] if _city_or_region(best, c)), None)
    if not rival:
        return "", ""
    return tr("city or region"), tr("The city, or the region of {title}?", title=place_name(best.place))


def _why(at: Located) -> str:
    """Why a place is in doubt: because of another one, or for the first of its reasons."""
    other = at.candidates[1].place if len(at.candidates) > 1 else None
    if other:
        return tr("It may be {place} as well.", place=choice_words(other))
    reason = at.candidates[0].reasons[0] if at.candidates[0].reasons else ""
    return Sentence.of(reason) if reason else ""


def _city_or_region(best: Candidate, other: Candidate) -> bool:
    """Whether a name that is neither's own spelling may as well be that of the region around the city."""
    region = other.place.kind == "region" and best.place.feature_class == "P"
    alike = best.match == other.match == "name" and other.confidence >= CITY_OR_REGION
    return region and alike and distance_km(best.place.position, other.place.position) > CITY_KM


def choice_words(place: Place) -> str:
    """A place in words, with what it is where it is no town."""
    said = where_words(place)
    return tr("{text} ({kind})", text=said, kind=term(place.kind)) if place.kind in _WIDE else said
