"""Why a candidate is weighed as it is, in words for the reader of a card."""

from functools import cache, lru_cache
from typing import NamedTuple

from mapapp import country
from mapapp.folding import fold
from mapapp.geocoding.gazetteer.curated import SAYS as CURATED
from mapapp.geocoding.gazetteer.misspellings import variants
from mapapp.message import Message, tr
from mapapp.place import Candidate, Toponym
from mapapp.terms import term

AUTHORITIES: dict[str, str] = {  # who says of a candidate what it is, but for services, which have names
    CURATED: tr("curated list"),
    "gazetteer": tr("gazetteer (GeoNames)"),
}


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
    kind = place.kind or "place"
    said = _people(kind, place.population) if place.population else term(kind)
    if place.is_area:
        said = tr("{kind}; one point stands for all of it", kind=said)
    if place.spread_km:
        said = tr("{kind}, and half of its towns lie more than {km} km from there", kind=said, km=place.spread_km)
    return said


def _name(candidate: Candidate) -> str:
    if candidate.says == CURATED and candidate.match != "misspelt":
        return _curated(candidate)
    if candidate.match == "misspelt":
        title = candidate.place.title  # comparing letters takes a library that other names can do without
        meant = title if variants(candidate.matched, fold(title)) else candidate.matched
        return tr("perhaps a misspelling of '{meant}'", meant=meant)
    if candidate.match == "transliterated":
        return tr("read from another script as '{matched}'", matched=candidate.matched)
    return _FOUND_BY[candidate.match]


_FOUND_BY = {
    "title": tr("this is its main name"),
    "name": tr("this is one of its other names"),
    "id": tr("named by its id"),
    "several": tr("one of several names in the cell"),
}


def _fit(toponym: Toponym, candidate: Candidate, fit: Fit) -> list[str]:
    words: list[str] = []
    if fit.right_date is False and toponym.when:
        words.append(tr("but the row speaks of {date}, when it was not called so", date=toponym.when))
    if toponym.country and fit.right_country is False:
        words.append(_elsewhere(toponym.country))
    elif toponym.country and candidate.place.country and candidate.place.kind != "country":
        words.append(_there(toponym.country) if _today(toponym, candidate) else _then(toponym.country))
    if fit.distance_km is not None:
        words.append(tr("{km} km from the nearest other stop", km=round(fit.distance_km)))
    return words


@cache  # one for each country, not for each place of a long table
def _elsewhere(code: str) -> Message:
    return tr("but it does not lie in {country}, which the row states", country=country.name_in_sentence(code))


@cache
def _there(code: str) -> Message:
    return tr("it lies in {country}, which the row states", country=country.name_in_sentence(code))


@cache
def _then(code: str) -> Message:
    return tr("it lay then in {country}, which the row states", country=country.name_in_sentence(code))


def _today(toponym: Toponym, candidate: Candidate) -> bool:
    """Whether the place lies today in what the row states; Breslau lay in Germany."""
    return toponym.when is None or candidate.place.country in country.lands(toponym.country)


@lru_cache(4096)
def _people(kind: str, population: int) -> Message:
    return tr("{kind} of {n} people", kind=term(kind), n=population)


def _curated(candidate: Candidate) -> str:
    name = candidate.matched
    since, until = (str(year) if year else "" for year in (candidate.since, candidate.until))
    if since and until:
        return tr(
            "the curated list has the name '{name}', in use from {since} to {until}",
            name=name,
            since=since,
            until=until,
        )
    if since:
        return tr("the curated list has the name '{name}', in use since {since}", name=name, since=since)
    if until:
        return tr("the curated list has the name '{name}', in use until {until}", name=name, until=until)
    return tr("the curated list has the name '{name}'", name=name)
