"""Readings of a cell without what says no more than the name: a postal code, a note, the number of a part of a city."""

from collections.abc import Callable

from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.deciding import because, doubted, is_small
from mapapp.geocoding.parting import plain, without_note, without_part, without_postcode
from mapapp.geocoding.quarters import beside_quarter, without_quarter
from mapapp.geocoding.reading import towns_of_district
from mapapp.message import tr
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolution, Resolve, Toponym
from mapapp.position import distance_km

Named = Callable[[Toponym], list[Candidate]]  # what bears a name
Inside = Callable[[list[Candidate], str], list[Candidate]]  # those that lie in a container
Reply = Resolution | None  # None where the reading does not fit


def with_part(resolve: Resolve, toponym: Toponym) -> Reply:
    """With the number of a part of a large city: "Paris 8, France", "Budapest V", "London SW1"."""
    name, part = without_part(toponym.text)
    answer = resolve(toponym._replace(text=name)) if part else None
    if not isinstance(answer, Found) or not _is_large(answer.place, placed="," in name or bool(toponym.country)):
        return None  # Elizabeth II is no part of Elizabeth, New Jersey
    if fold(answer.candidates[0].matched) != fold(name.split(",")[0]):
        return None  # "Dostyk Ave 52, Almaty" is an address
    return doubted(answer, tr("'{part}' is read as a part of the town", part=part))


def _is_large(place: Place, *, placed: bool) -> bool:
    """Whether a town is large enough to be named by its parts; ``placed`` where the cell or row says where it lies."""
    known = place.population >= weights.WORLD_CITY.value or (placed and not is_small(place))
    return place.kind == "capital" or (place.feature_class == "P" and known)


def with_postcode(resolve: Resolve, toponym: Toponym) -> Reply:
    """With a postal code, which says no more than the name: "Wichita, KS 67202", "10115 Berlin"."""
    name, code = without_postcode(toponym.text)
    answer = resolve(toponym._replace(text=name)) if code else None
    said = tr("'{code}' is read as a postal code", code=code)
    return because(answer, said) if isinstance(answer, Found) else None


def with_note(resolve: Resolve, toponym: Toponym) -> Reply:
    """In "Bishkek, official visit" or "Baku 2024" what stands behind the name is a note."""
    name, note = without_note(toponym.text)
    answer = resolve(toponym._replace(text=name)) if note else None
    return because(answer, tr("'{note}' is read as a note", note=note)) if isinstance(answer, Found) else answer


def of_district(resolve: Resolve, toponym: Toponym) -> Reply:
    """A Russian district that no list has, by the town after which it is called: "Бурабайский район"."""
    for name in towns_of_district(toponym.text):
        answer = resolve(toponym._replace(text=name))
        if isinstance(answer, Found) and answer.place.feature_class == "P":
            return doubted(answer, tr("'{text}' is in no list; this is the town of that name", text=toponym.text))
    return None


def in_quarter(resolve: Resolve, named: Named, inside: Inside, toponym: Toponym) -> Reply:
    """In "Old Town, Tallinn" the town, in doubt, unless a list has that part of it; Old Town in Maine is a town."""
    rest, quarter = without_quarter(toponym.text)
    answer = resolve(toponym._replace(text=rest)) if quarter else None
    if not isinstance(answer, Found):
        return answer if isinstance(answer, Ambiguous) and not answer.several else None
    if answer.place.is_area:
        return None
    listed = [c for text in (quarter, f"{quarter} {rest}") for c in named(toponym._replace(text=text))]
    called = [c for c in listed if c.match == "title" and fold(c.place.title) == fold(c.matched)]
    near = [c for c in called if distance_km(c.place.position, answer.place.position) <= weights.HOME_TOWN_KM.value]
    if joined := [c for c in near if fold(c.matched) != fold(quarter)]:
        return resolve(toponym._replace(text=joined[0].matched))  # Downtown Dubai
    return None if near or inside(called, rest) else _loosely(answer, quarter)


def beside_its_quarter(resolve: Resolve, toponym: Toponym) -> Reply:
    """The same where no mark parts them: "Tallinn Old Town", "центр Баку"."""
    name, quarter = beside_quarter(toponym.text)
    answer = resolve(toponym._replace(text=name)) if quarter else None
    return _loosely(answer, quarter) if isinstance(answer, Found) and not answer.place.is_area else None


def placed_loosely(resolve: Resolve, toponym: Toponym) -> Reply:
    """Without words that only place it loosely: "near Astana", "the city of Tashkent", "Osh and surroundings"."""
    word, text = plain(toponym.text)
    answer = resolve(toponym._replace(text=text)) if text else None
    if not isinstance(answer, Found) or word.endswith("city of"):
        return answer
    return _loosely(answer, word)


def _loosely(answer: Found, word: str) -> Found:
    return doubted(answer, tr("the cell says '{word}', so the place itself is not known", word=word))
