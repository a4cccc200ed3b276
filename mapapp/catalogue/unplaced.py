"""Why the place of a cell is not placed, in sentences: several places, none, or one of many."""

from collections.abc import Sequence

from mapapp import country
from mapapp.catalogue.asking import NOT_ASKED
from mapapp.errors import clipped
from mapapp.message import listed as in_words
from mapapp.message import plural, series, tr
from mapapp.place import Ambiguous, Candidate, Resolution, Toponym, Unknown, where_words

LISTED = 5  # candidates that one sentence names


def unplaced(toponym: Toponym, answer: Resolution | None, name: str) -> str:
    """What to tell of a name that was not found, or not as one place; ``name`` is how the row has it."""
    if answer is NOT_ASKED:
        return tr("'{name}' is not looked up, because of many unknown names before it; correct those first", name=name)
    if isinstance(answer, Ambiguous):
        return _ambiguous(answer, name)
    if isinstance(answer, Unknown):
        return _unknown(toponym, answer, name)
    return tr("the cell is empty; name the place, or give latitude and longitude")


def in_no_country(name: str, stated: str) -> str:
    """What to tell where the row names something else in the place of a country."""
    return tr(
        "'{country}' is not a country, and no '{name}' is known there; write the two-letter ISO 3166-1 code of the "
        "country, such as KZ",
        country=clipped(stated),
        name=name,
    )


def _ambiguous(answer: Ambiguous, name: str) -> str:
    if not answer.several:
        return tr(
            "'{name}' may be {candidates}; write the id of the one that is meant",
            name=name,
            candidates=listed(answer.candidates),
        )
    places = listed(answer.candidates, "and")
    if not answer.unread:
        return tr(
            "'{name}' names several places, {places}; write one line for each, with its own dates",
            name=name,
            places=places,
        )
    return plural(
        len(answer.unread),
        "'{name}' names several places, {places}, and '{unread}', which is not known; write one line for each, "
        "with its own dates",
        "'{name}' names several places, {places}, and '{unread}', which are not known; write one line for each, "
        "with its own dates",
        name=name,
        places=places,
        unread=in_words(f"'{clipped(part)}'" for part in answer.unread).strip("'"),
    )


def _unknown(toponym: Toponym, answer: Unknown, name: str) -> str:
    known = tr("'{name}' is not a known place", name=name)
    if toponym.country:
        stated = country.name_in_sentence(toponym.country)
        known = tr("'{name}' is not a known place in {country}", name=name, country=stated)
    if not answer.near_misses:
        return tr("{unknown}; correct it, or give latitude and longitude", unknown=known)
    return plural(
        len(answer.near_misses),
        "{unknown}; similar is {similar}; correct it, or give latitude and longitude",
        "{unknown}; similar are {similar}; correct it, or give latitude and longitude",
        unknown=known,
        similar=listed(answer.near_misses),
    )


def listed(candidates: Sequence[Candidate], last: str = "or") -> str:
    """The places of candidates with what tells them apart and their ids; of many, the rest is counted."""
    left = len(candidates) - LISTED
    places = [tr("{place} ({id})", place=where_words(c.place), id=c.place.id) for c in candidates[:LISTED]]
    named = [*places, tr("{n} more", n=left)] if left > 0 else places
    return in_words(named, last) if len(named) < 3 else series(named, "; ")
