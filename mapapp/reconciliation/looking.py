"""What programs look up besides: places while somebody types, properties of places, and a few words about one."""

from collections.abc import Iterable
from html import escape

from mapapp.errors import NotInCatalogue, RequestError, clipped
from mapapp.geocoding import offline_places
from mapapp.message import plural, series, tr
from mapapp.place import Place, where_words
from mapapp.reconciliation.queries import parsed
from mapapp.reconciliation.vocabulary import ASKED, FETCHED, PLACE, TYPES, Json, types_of
from mapapp.terms import term
from mapapp.words.language import Words

MOST_IDS = 1000  # in one request for data
SUGGESTED = 10
FEWEST_LETTERS = 2  # before places are suggested
MOST_LETTERS = 200


def entities(prefix: str, _words: Words) -> Json:
    """Places that are called like this, or whose id it is, while somebody types."""
    text = prefix.strip()
    if not FEWEST_LETTERS <= len(text) <= MOST_LETTERS:
        return {"result": []}
    named = offline_places().place(text)
    places = [named] if named else offline_places().beginning(text, SUGGESTED)
    return {"result": [_suggested(place) for place in places]}


def _suggested(place: Place) -> Json:
    words = series((where_words(place), _kind(place)))
    return {"id": place.id, "name": place.title, "description": words, "notable": types_of(place)}


def _kind(place: Place) -> str:
    """What a place is, with its people: ``capital, 1,977,011 people``."""
    people = plural(place.population, "{n} person", "{n} people") if place.population else ""
    return series((term(place.kind), people))


def types(prefix: str, words: Words) -> Json:
    """Types whose name or id has the text in it."""
    return {
        "result": [
            {"id": id_, "name": name} for id_, name in TYPES.items() if _fits(prefix, id_, name, words.say(name))
        ]
    }


def properties(prefix: str, words: Words) -> Json:
    """Properties that a query may state."""
    return {
        "result": [
            {"id": id_, "name": told.name, "description": told.description}
            for id_, told in ASKED.items()
            if _fits(prefix, id_, told.name, words.say(told.name))
        ]
    }


def _fits(prefix: str, *names: str) -> bool:
    return any(prefix.strip().casefold() in name.casefold() for name in names)


def proposed(type_: str, _words: Words) -> Json:
    """The properties that can be fetched, the same for every type."""
    listed = [{"id": id_, "name": told.name, "description": told.description} for id_, told in FETCHED.items()]
    return {"properties": listed, "type": type_ or PLACE, "limit": len(listed)}


def extended(text: str) -> Json:
    """The properties of places, JSON in, JSON-able data out; an id that is none has no values. Raises RequestError."""
    told = parsed(text, "extend")
    ids, wanted = told.get("ids"), told.get("properties")
    if not isinstance(ids, list) or not isinstance(wanted, list) or not all(isinstance(id_, str) for id_ in ids):
        raise RequestError(tr("'extend' needs lists of 'ids' and 'properties'."))
    if len(ids) > MOST_IDS:
        raise RequestError(tr("'extend' has at most {most} ids; these are {n}.", most=MOST_IDS, n=len(ids)))
    names = list(dict.fromkeys(map(_property, wanted)))
    places = offline_places()
    return {
        "meta": [{"id": name, "name": FETCHED[name].name} for name in names],
        "rows": {id_: _row(names, places.place(id_)) for id_ in ids},
    }


def _property(asked: object) -> str:
    name = asked.get("id") if isinstance(asked, dict) else None
    if not isinstance(name, str) or name not in FETCHED:
        raise RequestError(
            tr(
                "'{name}' is no property; there are: {known}.",
                name=clipped(str(name), 40),
                known=", ".join(FETCHED),
            )
        )
    return name


def _row(names: Iterable[str], place: Place | None) -> Json:
    return {name: FETCHED[name].values(place) if place else [] for name in names}


STYLE = (
    "body { margin: 12px; font: 14px/1.45 system-ui, sans-serif; color: #1c2733; background: #fff; } p { margin: 0; }"
)


def preview(id_: str, words: Words) -> str:
    """A place in a few lines, as HTML for a small frame, in a language. Raises NotInCatalogue."""
    place = offline_places().place(id_) if len(id_) <= MOST_LETTERS else None
    if place is None:
        raise NotInCatalogue(tr("There is no place '{id}' in the gazetteer.", id=clipped(id_)))
    position = f"{place.position.latitude:.4f}, {place.position.longitude:.4f}"
    lines = (where_words(place), _kind(place), position, place.zone, place.id)
    first, *rest = (escape(words.say(line)) for line in lines if line)
    body = "".join(f"<p>{line}</p>" for line in rest)
    title = escape(words.say(place.title))
    return (
        f'<!DOCTYPE html><html lang="{words.language}" dir="{words.direction}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><p><strong>{first}</strong></p>{body}</body></html>"
    )
