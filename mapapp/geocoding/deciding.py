"""Whether what bears a name is sure enough to be the answer: its country and time, other names, lost words of kind."""

from dataclasses import replace

from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.choosing import choose, rank, right_date, unsettled
from mapapp.geocoding.gazetteer.countries import Countries
from mapapp.geocoding.gazetteer.curated import SAYS as CURATED
from mapapp.geocoding.gazetteer.misspellings import variants
from mapapp.geocoding.names import within
from mapapp.geocoding.reading import is_word, unkinded
from mapapp.message import Message, tr
from mapapp.pattern import lazy
from mapapp.place import Candidate, Found, Place, Resolution, Toponym, Unknown, where_words

_TELLING_WORDS = """
    new old north south east west upper lower great little nueva nuevo nova novo novaya novy neu neuf nouvelle alt norte
    sur sul
"""
_TELLING = frozenset(_TELLING_WORDS.split())
_TOWNSHIPS = "simplemaps:"  # many bear a word for a name: Moon, Wall, Center, College
_SAINT = lazy(r"\b(?:st|sankt|sint)\b")
_COUNTED = frozenset(("country", "region", "capital"))
_SITES = frozenset(("station", "base", "port"))
_APART = _SITES | {"area", "island", "township", "water", "mountain"}  # a town of that name is another place
_SITE_KINDS = frozenset(("air base", "airport", "border crossing", "venue"))
_SELDOM = frozenset(("county", "district", "subdistrict"))  # meant by a name without that word only if it is theirs


def decide(countries: Countries, toponym: Toponym, found: list[Candidate], *, placed: bool = False) -> Resolution:
    """The choice among candidates. With ``placed`` the cell itself says where the name lies.

    What lay in the stated country, or was a country, at another time only casts doubt on a smaller place: "Macao" in
    Portugal, without a date.
    """
    allowed = countries.within(toponym.country, toponym.when)
    past = [c for c in found if not within(c, allowed) or _gone(c, toponym)]
    now = [c for c in found if c not in past] if past else found
    answer = _heard_of(choose(toponym, now), toponym, placed=placed)
    if (isinstance(answer, Found) and any(_outweighs(p, answer.place) for p in past)) or (past and not now):
        return unsettled(rank(toponym, found))
    if (
        isinstance(answer, Found)
        and _in_colony(countries, toponym, answer.place)
        and any(_at_home(c, toponym) for c in now)
    ):
        return unsettled(rank(toponym, found))  # Kingston, in the United Kingdom of 1950
    if isinstance(answer, Found) and _overseas(answer, toponym) and any(_as_known(c, toponym, answer) for c in now):
        return unsettled(rank(toponym, found))  # Saint-Denis in France, among stops of Réunion
    if isinstance(answer, Found) and _alike_in_fame(answer, toponym, placed=placed):
        return unsettled(answer.candidates)
    answer = _as_sure(answer, toponym)
    spelt = _spelt_so(answer, toponym) if isinstance(answer, Found) and toponym.near else None
    if isinstance(answer, Found) and spelt:  # St. Louis on the way to Saint-Louis in Senegal
        return doubted(
            answer, tr("it is chosen for the stops around it; {place} is spelt so", place=where_words(spelt))
        )
    return answer


def doubted(answer: Found, reason: str) -> Found:
    """The same answer for a reason that leaves it in doubt: it is shown, and said to be doubtful."""
    first = answer.candidates[0]
    confidence = min(first.confidence, weights.DOUBTED.value)
    said = replace(first, confidence=confidence, reasons=(reason, *first.reasons))
    return Found(answer.place, (said, *answer.candidates[1:]))


def because(answer: Found, reason: str) -> Found:
    """The same answer with one more reason."""
    first = answer.candidates[0]
    return Found(answer.place, (replace(first, reasons=(reason, *first.reasons)), *answer.candidates[1:]))


def main_name(place: Place) -> Message:
    """The doubt about a place that the cell calls by another of its names."""
    return tr("its main name is {title}, so another place may be meant", title=place.title)


def is_alias(candidate: Candidate) -> bool:
    """Whether a listed name of the place is found that is another one than its title, not only another spelling."""
    listed = candidate.match == "name" and candidate.says != CURATED
    return listed and not variants(_bare(candidate.matched), _bare(candidate.place.title))


def _bare(name: str) -> str:
    """The name without what only says its kind, and with saints as in English: Moon Township, Sankt Gallen."""
    return _SAINT.sub("saint", fold(name).removesuffix(" township"))


def _heard_of(answer: Resolution, toponym: Toponym, *, placed: bool) -> Resolution:
    """The answer, unless it is a small place that the name is only another name of, or a part of its name.

    June is one of Unieux, without a country; Vienna in Ohio is no New Vienna.
    """
    if not isinstance(answer, Found):
        return answer
    best = answer.candidates[0]
    alone = not toponym.country and not placed
    read = best.match == "transliterated" and alone
    small = is_small(best.place) and best.says != CURATED
    word = alone and (is_word(toponym.text) or best.place.id.startswith(_TOWNSHIPS))
    titled = alone and is_alias(best) and any(_titled_abroad(c, best.place) for c in answer.candidates[1:])
    beside = alone and best.match == "name" and any(_far_nearer(c, best) for c in answer.candidates[1:])
    doubtful = titled or beside or (small and (read or word or ((alone or _told_apart(best)) and is_alias(best))))
    return unsettled(answer.candidates) if doubtful else answer


def _titled_abroad(candidate: Candidate, place: Place) -> bool:
    """Whether a town in another country bears by right what is only another name of a city: Bienne, to some Vienna."""
    other = candidate.place
    towns = place.feature_class == other.feature_class == "P"
    known = towns and other.population >= weights.ABROAD.value
    return candidate.match == "title" and known and other.country != place.country


def _far_nearer(candidate: Candidate, best: Candidate) -> bool:
    """Whether a town of that very title lies on the way, and the city that is also called so far from it: Vienne."""
    if candidate.match != "title" or candidate.distance_km is None or best.distance_km is None:
        return False
    town = candidate.place.feature_class == "P" and candidate.place.country != best.place.country
    return town and weights.FAR_NEARER.value * candidate.distance_km < best.distance_km


def is_small(place: Place) -> bool:
    """Whether it is no place that everybody has heard of: neither large nor named in many languages, or a county."""
    unheard = place.population < weights.HEARD_OF.value and place.fame < weights.FAMED.value
    return (unheard and place.kind not in _COUNTED) or place.kind in _SELDOM


def _alike_in_fame(answer: Found, toponym: Toponym, *, placed: bool) -> bool:
    """Whether a city abroad with the same title is spoken of nearly as much, and nothing in the row tells: Tripoli."""
    best, title = answer.place, answer.candidates[0].match == "title"
    if toponym.country or toponym.near or placed or not title or best.feature_class != "P":
        return False
    others = (c.place for c in answer.candidates[1:] if c.match == "title" and c.place.feature_class == "P")
    least = max(weights.FAME_ALIKE.value * best.fame, weights.SPOKEN_OF.value)
    people = max(weights.HEARD_OF.value, weights.LESSER.value * best.population)
    return any(o.country != best.country and o.population >= people and o.fame >= least for o in others)


def _as_sure(answer: Resolution, toponym: Toponym) -> Resolution:
    """The answer, with a doubt where the name says more than it, or less."""
    if not isinstance(answer, Found) or answer.candidates[0].match not in {"title", "name"}:
        return answer
    best = answer.candidates[0]
    kind = unkinded(toponym.text, best.matched)
    if kind in _APART and best.place.feature_class == "P":
        return doubted(answer, tr("'{text}' is in no list; this is the town of that name", text=toponym.text))
    if kind in _SITES and best.place.kind not in _SITES and best.place.kind not in _SITE_KINDS:
        return Unknown((replace(best, confidence=weights.NEAR_MISS.value),))  # no country is an airport
    if is_alias(best) and (is_small(best.place) or _part_of_title(best)) and best.place.feature_class == "P":
        return doubted(answer, main_name(best.place))
    return answer


def _part_of_title(candidate: Candidate) -> bool:
    """Whether the name is only some of the words of the title: Bariloche, of San Carlos de Bariloche."""
    named, title = fold(candidate.matched).split(), fold(candidate.place.title).split()
    return (
        len(named) < len(title) and set(named) <= set(title) and bool(unkinded(" ".join(title), " ".join(named)) == "")
    )


def _told_apart(candidate: Candidate) -> bool:
    """Whether the title has a word that tells the place from its namesake: New Vienna is not Vienna."""
    return _part_of_title(candidate) and not _TELLING.isdisjoint(
        set(fold(candidate.place.title).split()) - set(fold(candidate.matched).split())
    )


def _outweighs(past: Candidate, place: Place) -> bool:
    known = past.match == "title" or past.says == CURATED
    return past.place.kind == "former country" or (known and past.place.population > place.population)


def _in_colony(countries: Countries, toponym: Toponym, place: Place) -> bool:
    """Whether the stated country held it at the date, and does not today."""
    return bool(toponym.country and place.country) and place.country not in countries.within(toponym.country)


def _at_home(candidate: Candidate, toponym: Toponym) -> bool:
    return candidate.place.country == toponym.country and candidate.place.feature_class == "P"


def _spelt_so(answer: Found, toponym: Toponym) -> Place | None:
    """A larger place in another country whose title is the very name, where that of the answer is not."""
    name, place = toponym.text.casefold(), answer.place
    if place.title.casefold() == name:
        return None
    others = (c.place for c in answer.candidates[1:] if c.place.title.casefold() == name)
    return next((o for o in others if o.country != place.country and o.population > place.population), None)


def _overseas(answer: Found, toponym: Toponym) -> bool:
    """Whether the answer is a town in a territory that has a code of its own beside that of the stated country."""
    place = answer.place
    return bool(toponym.country and place.country) and place.country != toponym.country and place.feature_class == "P"


def _as_known(candidate: Candidate, toponym: Toponym, answer: Found) -> bool:
    """Whether the name is that of a town in the stated country itself, which is not much smaller than the answer."""
    known = candidate.place.population >= weights.AT_HOME.value * answer.place.population
    return known and candidate.match == "title" and _at_home(candidate, toponym)


def _gone(candidate: Candidate, toponym: Toponym) -> bool:
    return candidate.place.kind == "former country" and right_date(toponym, candidate) is False
