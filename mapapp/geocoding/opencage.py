"""OpenCage, which searches OpenStreetMap, GeoNames and other open data, for those who have a key.

Its form of answer: opencagedata.com/api.
"""

from collections.abc import Callable
from typing import Any

from geopy.geocoders import OpenCage

from mapapp.geocoding import osm
from mapapp.geocoding.facts import Facts
from mapapp.geocoding.wire import LANGUAGE, Server, asked
from mapapp.place import Candidate, Toponym


class Service:
    """Asks OpenCage. ``members`` turns the country that a row states into today's codes."""

    def __init__(self, facts: Facts, server: Server, members: Callable[[str], frozenset[str]]) -> None:
        self._facts = facts
        self._server = server
        self._members = members
        self._geocoder = OpenCage(server.key, **server.options())

    def candidates(self, toponym: Toponym) -> list[Candidate]:
        """Places of this name, none outside the stated country; an empty list means that it found nothing.

        Raises GeocodingError where it could not look.
        """
        return asked(self._facts, self._server, lambda: self._found(toponym))

    def _found(self, toponym: Toponym) -> list[Candidate]:
        locations = self._geocoder.geocode(
            toponym.text,
            exactly_one=False,
            language=LANGUAGE,
            country=sorted(code.lower() for code in self._members(toponym.country)),
            annotations=False,
        )
        return [self._spot(location.raw).candidate(self._facts.name, toponym) for location in locations or ()]

    def _spot(self, raw: dict[str, Any]) -> osm.Spot:
        parts: dict[str, str] = raw["components"]
        at = raw["geometry"]["lng"], raw["geometry"]["lat"]
        type_ = parts.get("_type", "")
        key = "place" if type_ in osm.AREAS else parts.get("_category", "")
        return osm.Spot(
            f"opencage:{at[0]},{at[1]}",
            osm.first(parts, type_, "_normalized_city") or raw["formatted"].partition(",")[0],
            osm.first(parts, "country_code", "ISO_3166-1_alpha-2"),
            *at,
            osm.kind_of(key, type_),
            parts.get("state", ""),
        )
