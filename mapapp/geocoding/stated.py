"""A name with what its row states, as machines send it: cells of text, of which some cannot be read."""

from typing import NamedTuple

from mapapp.dates import reading
from mapapp.errors import WhenError
from mapapp.geocoding.offline import offline_places, offline_resolver
from mapapp.place import Found, Resolution, Toponym
from mapapp.tour import Located


class Stated(NamedTuple):
    """``legible`` is False where the row states a date that could not be read; nothing is sure then."""

    toponym: Toponym
    legible: bool = True


def stated(name: str, country: str = "", date: str = "") -> Stated:
    """The toponym of a row. What is no country is read as a container that stands behind the name."""
    named = offline_places().toponym(name, country)
    if not date.strip():
        return Stated(named)
    try:
        when = reading.read(date).when
    except WhenError:
        return Stated(named, legible=False)
    return Stated(Toponym(named.text, named.country, when))


def resolved(row: Stated) -> tuple[Resolution, bool]:
    """What is known offline, and whether it is sure, by the rule that leaves a stop of a tour without a ring."""
    answer = offline_resolver(row.toponym)
    if not isinstance(answer, Found) or not row.legible:
        return answer, False
    return answer, Located(answer.place, row.toponym.text, answer.confidence, answer.candidates).sure
