"""Queries for names, and their candidates."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mapapp.errors import RequestError, clipped
from mapapp.geocoding.stated import Stated, resolved, stated
from mapapp.message import series, tr
from mapapp.place import Candidate, Found, Unknown, where_words
from mapapp.reconciliation.vocabulary import Json, types_of

MOST_QUERIES = 50
MOST_CANDIDATES = 50
USUAL_CANDIDATES = 10
MOST_SECONDS = 20.0  # for one batch
STRICT = ("any", "all", "should")


class TooSlow(Exception):
    """A batch took longer than one may."""


@dataclass(frozen=True, slots=True)
class Query:
    """A name with what its row states, and which candidates are wanted."""

    row: Stated
    types: tuple[str, ...] = ()
    strict: str = "any"
    limit: int = USUAL_CANDIDATES


def answers(text: str, clock: Callable[[], float] = time.monotonic) -> Json:
    """The results of a batch of queries, JSON in, JSON-able data out, under the same keys.

    Raises RequestError for a batch that breaks the protocol, TooSlow for one that takes too long.
    """
    until = clock() + MOST_SECONDS
    found = {}
    for key, query in batch(text).items():
        if clock() > until:
            raise TooSlow
        found[key] = {"result": _result(query)}
    return found


def batch(text: str) -> dict[str, Query]:
    """The queries of a batch. Raises RequestError."""
    told = parsed(text, "queries")
    if len(told) > MOST_QUERIES:
        raise RequestError(tr("A batch has at most {most} queries; this one has {n}.", most=MOST_QUERIES, n=len(told)))
    return {key: _query(key, query) for key, query in told.items()}


def parsed(text: str, name: str) -> dict[str, Any]:
    """An object of JSON. Raises RequestError."""
    try:
        told = json.loads(text, parse_constant=_refused)
    except (ValueError, RecursionError):
        raise RequestError(tr("'{name}' is no JSON.", name=name)) from None
    if not isinstance(told, dict):
        raise RequestError(tr("'{name}' is no JSON object.", name=name))
    return told


def _refused(name: str) -> None:
    raise ValueError(name)


def _query(key: str, told: object) -> Query:
    wrong = RequestError(tr("The query '{key}' breaks the rules of the Reconciliation API 0.2.", key=clipped(key, 20)))
    if not isinstance(told, dict):
        raise wrong
    text, limit, strict = told.get("query", ""), told.get("limit", USUAL_CANDIDATES), told.get("type_strict", "any")
    types = told.get("type", [])
    types = [types] if isinstance(types, str) else types
    numeric = isinstance(limit, int | float) and not isinstance(limit, bool)
    fits = isinstance(text, str) and numeric and isinstance(types, list) and all(isinstance(t, str) for t in types)
    if not fits or strict not in STRICT or not (text or told.get("properties")):
        raise wrong
    properties = _properties(told.get("properties", []), wrong)
    return _read(text, properties, tuple(types), strict, int(max(1, min(limit, MOST_CANDIDATES))))


def _properties(properties: object, wrong: RequestError) -> dict[str, list[str]]:
    """The values of the properties as texts; properties that are none of ours are passed over."""
    found: dict[str, list[str]] = {}
    if not isinstance(properties, list):
        raise wrong
    for told in properties:
        if not isinstance(told, dict) or not isinstance(told.get("pid"), str) or "v" not in told:
            raise wrong
        values = told["v"] if isinstance(told["v"], list) else [told["v"]]
        found.setdefault(told["pid"], []).extend(text for value in values if (text := _text(value)))
    return found


def _text(value: object) -> str:
    """A value of a property: a text, a number, or another entity, which goes by its name."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("id") or ""
    return str(value).strip()


def _read(text: str, properties: dict[str, list[str]], types: tuple[str, ...], strict: str, limit: int) -> Query:
    """Several countries or dates are none that can be read."""
    countries, dates = (list(dict.fromkeys(properties.get(name, []))) for name in ("country", "date"))
    row = stated(text, *("" if len(values) != 1 else values[0] for values in (countries, dates)))
    return Query(row._replace(legible=row.legible and len(countries) <= 1 and len(dates) <= 1), types, strict, limit)


def _result(query: Query) -> list[Json]:
    answer, sure = resolved(query.row)
    chosen = answer.place if sure and isinstance(answer, Found) else None
    every = answer.near_misses if isinstance(answer, Unknown) else answer.candidates
    fitting = [candidate for candidate in every if _of_type(candidate, query)]
    return [_told(candidate, match=candidate.place == chosen) for candidate in fitting[: query.limit]]


def _of_type(candidate: Candidate, query: Query) -> bool:
    own = {type_["id"] for type_ in types_of(candidate.place)}
    wanted = set(query.types)
    if not wanted or query.strict == "should":
        return True
    return wanted <= own if query.strict == "all" else bool(wanted & own)


def _told(candidate: Candidate, *, match: bool) -> Json:
    place = candidate.place
    features: list[Json] = [
        {"id": "confidence", "value": round(candidate.confidence, 4)},
        {"id": "edits", "value": candidate.edits},
        {"id": "population", "value": place.population},
        {"id": "exact_name", "value": candidate.match in {"id", "title", "name"}},
    ]
    features += [
        {"id": name, "value": value}
        for name, value in (("right_country", candidate.right_country), ("right_date", candidate.right_date))
        if value is not None
    ]
    return {
        "id": place.id,
        "name": place.title,
        "description": series((where_words(place), *candidate.reasons), "; "),
        "type": types_of(place),
        "score": round(100 * candidate.confidence, 2),
        "features": features,
        "match": match,
    }
