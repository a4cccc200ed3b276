"""Why a candidate is weighed as it is, in words for the reader of a card."""

from typing import NamedTuple

from mapapp import country
from mapapp.folding import fold
from mapapp.geocoding.gazetteer.curated import SAYS as CURATED
from mapapp.geocoding.gazetteer.misspellings import variants
from mapapp.place import Candidate, Toponym


class Fit(NamedTuple):
    """How a candidate fits its row, as in `Candidate`."""

    right_date: bool | None
    right_country: bool | None
    distance_km: float | None


def reasons_for(toponym: Toponym, candidate: Candidate, fit: Fit) -> tuple[str, ...]:
    """What is known of the candidate already, then what it is, how its name was found, and how it fits the row."""
    return (*candidate.reasons, _what(candidate), _name(candidate), *_fit(toponym, candidate, fit))


def _what(candidate: Candidate) -> str:
    place = candidate.place
    people = f" of {place.population:,} people" if place.population else ""
    wide = "; one point stands for all of it" if place.is_area else ""
    towns = f", and half of its towns lie more than {place.spread_km:,} km from there" if place.spread_km else ""
    return (place.kind or "place") + people + wide + towns


def _name(candidate: Candidate) -> str:
    if candidate.says == CURATED and candidate.match != "misspelt":
        return f"the curated list has the name '{candidate.matched}'{_years(candidate)}"
    if (
        candidate.match == "misspelt"
    ):  # comparing letters takes a library that a name found to the letter can do without
        title = candidate.place.title
        meant = title if variants(candidate.matched, fold(title)) else candidate.matched
        return f"perhaps a misspelling of '{meant}'"
    return {
        "title": "this is its main name",
        "name": "this is one of its other names",
        "transliterated": f"read from another script as '{candidate.matched}'",
        "id": "named by its id",
        "several": "one of several names in the cell",
    }[candidate.match]


def _fit(toponym: Toponym, candidate: Candidate, fit: Fit) -> list[str]:
    words = []
    if fit.right_date is False and toponym.when:
        words.append(f"but the row speaks of {toponym.when.describe()}, when it was not called so")
    if toponym.country and fit.right_country is False:
        words.append(f"but it does not lie in {country.name_in_sentence(toponym.country)}, which the row states")
    elif toponym.country and candidate.place.country and candidate.place.kind != "country":
        words.append(f"it lies in {country.name_in_sentence(toponym.country)}, which the row states")
    if fit.distance_km is not None:
        words.append(f"{fit.distance_km:,.0f} km from the nearest other stop")
    return words


def _years(candidate: Candidate) -> str:
    since, until = candidate.since, candidate.until
    if since and until:
        return f", in use from {since} to {until}"
    return f", in use since {since}" if since else f", in use until {until}" if until else ""
