"""Our gazetteer as an ordinary geocoder of geopy, to plug in wherever one of geopy's is expected:

    from mapapp.geocoding.offline_geocoder import OfflineGeocoder

    geocoder = OfflineGeocoder()
    geocoder.geocode("Alma-Ata")                          # a geopy.Location, or None
    geocoder.geocode("Springfield", exactly_one=False)    # all of that name, the surest first
    geocoder.reverse((43.24, 76.9))                       # the nearest town

Importing this module also makes it known to `geopy.geocoders.get_geocoder_for_service` as "mapapp".
"""  # noqa: D400, D415  # the example is the rest of the sentence

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.geocoders import SERVICE_TO_GEOCODER
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from mapapp import country
from mapapp.errors import CountryError, GeocodingError
from mapapp.geocoding.choosing import choose
from mapapp.geocoding.nearest import nearest_places
from mapapp.geocoding.offline import offline_places
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolution, Toponym, Unknown, where_words
from mapapp.position import Position

_MANY = 10  # answers of reverse, if more than one is wanted and no limit is set


class NoWire(BaseSyncAdapter):  # type: ignore[misc]  # geopy publishes no types
    """An adapter that reaches nobody."""

    def __init__(self, *, proxies: Any = None, ssl_context: Any = None) -> None:  # noqa: ANN401, ARG002
        super().__init__(proxies=None, ssl_context=None)

    def get_text(self, url: str, *, timeout: Any, headers: Any) -> str:  # noqa: ANN401, ARG002
        """Raises GeocoderServiceError."""
        raise GeocoderServiceError("This geocoder works offline.")

    get_json = get_text


class OfflineGeocoder(Geocoder):  # type: ignore[misc]
    """A geocoder that asks nobody. ``timeout`` and the like are taken as elsewhere in geopy, and not needed."""

    def __init__(self, *, timeout: Any = DEFAULT_SENTINEL, user_agent: str | None = None) -> None:  # noqa: ANN401
        super().__init__(timeout=timeout, user_agent=user_agent, adapter_factory=NoWire)

    def geocode(  # noqa: PLR0913
        self,
        query: str | Mapping[str, str],
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401, ARG002
        limit: int | None = None,
        country_codes: str | Collection[str] | None = None,
        language: Any = None,  # noqa: ANN401, ARG002  # names are matched in all languages
    ) -> Any:  # noqa: ANN401  # a Location, a list of them, or None
        """The place that a name stands for, or with ``exactly_one=False`` all that it may, the surest first.

        ``query`` is a name in any script, "City, Country", an id such as "geonames:1526384", or a mapping with
        ``city``, ``state`` and ``country``. ``country_codes`` (ISO 3166-1) are binding. Where several places are
        plausible, none is chosen: then exactly one is None, and ``raw["resolution"]`` of the list is "ambiguous". None
        where nothing is known. Raises GeocoderQueryError for a query or code that is none, GeocoderServiceError without
        the index.
        """
        try:
            answer = _resolved(_text(query), _codes(country_codes))
        except GeocodingError as error:
            raise GeocoderServiceError(str(error)) from error
        if isinstance(answer, Unknown):
            return None
        if exactly_one:
            return _location(answer.candidates[0], "found") if isinstance(answer, Found) else None
        resolution = "found" if isinstance(answer, Found) else "ambiguous"
        return [_location(candidate, resolution) for candidate in answer.candidates[:limit]]

    def reverse(
        self,
        query: Any,  # noqa: ANN401
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401, ARG002
        limit: int | None = None,
        language: Any = None,  # noqa: ANN401, ARG002
    ) -> Any:  # noqa: ANN401  # a Location, a list of them, or None
        """The populated place nearest to a point by great circle, or with ``exactly_one=False`` the nearest ten.

        ``query`` is what geopy takes: a Point, (latitude, longitude), or a text. ``raw["distance_km"]`` tells how far
        away the place is, which in a desert or at sea is far: this finds the next town, not the ground that one stands
        on. Raises ValueError for a point that is none, GeocoderServiceError without the index.
        """
        point = query if isinstance(query, Point) else Point(query)
        count = 1 if exactly_one else limit or _MANY
        try:
            near = nearest_places(Position(point.longitude, point.latitude), count)
        except GeocodingError as error:
            raise GeocoderServiceError(str(error)) from error
        found = [_placed(place, {"distance_km": round(distance, 3)}) for distance, place in near]
        return found if not exactly_one else found[0] if found else None


def _text(query: str | Mapping[str, str]) -> str:
    if isinstance(query, str):
        return query
    if isinstance(query, Mapping) and (parts := [query[k] for k in ("city", "state", "country") if query.get(k)]):
        return ", ".join(parts)
    raise GeocoderQueryError("A query is a name, or a mapping with 'city', 'state' or 'country'.")


def _codes(codes: str | Collection[str] | None) -> list[str]:
    listed = codes.split(",") if isinstance(codes, str) else list(codes or ())
    try:
        return [country.alpha2(code.strip()) for code in listed if code.strip()]
    except CountryError as error:
        raise GeocoderQueryError(str(error)) from error


def _resolved(text: str, codes: list[str]) -> Resolution:
    resolve = offline_places()
    if len(codes) < 2:
        return resolve(Toponym(text, "".join(codes)))
    answers = [resolve(Toponym(text, code)) for code in codes]
    known: Iterable[Candidate] = (c for a in answers if isinstance(a, Found | Ambiguous) for c in a.candidates)
    return choose(Toponym(text), [replace(candidate, reasons=()) for candidate in known])


def _location(candidate: Candidate, resolution: str) -> Location:
    told = {"confidence": candidate.confidence, "says": candidate.says, "match": candidate.match,
            "reasons": list(candidate.reasons), "resolution": resolution}  # fmt: skip
    return _placed(candidate.place, told)


def _placed(place: Place, told: Mapping[str, Any]) -> Location:
    """The place as geopy has it: latitude first."""
    fields = ("id", "title", "country", "region", "feature_class", "kind", "population", "zone")
    raw = {field: getattr(place, field) for field in fields} | dict(told)
    return Location(where_words(place), (place.position.latitude, place.position.longitude), raw)


SERVICE_TO_GEOCODER["mapapp"] = OfflineGeocoder
