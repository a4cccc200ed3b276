"""Photon, komoot's search over OpenStreetMap, which forgives misspellings. It states its country only in its answers.

Its form of answer: github.com/komoot/photon/blob/master/docs/api-v1.md.
"""

from collections.abc import Callable
from typing import Any

from geopy.geocoders import Photon

from mapapp.country import name as country_name
from mapapp.geocoding.online import osm
from mapapp.geocoding.online.wire import LANGUAGE, Server
from mapapp.place import Toponym

_LIMIT = 20  # more than elsewhere, because those in other countries are taken out
_OBJECTS = {"N": "node", "W": "way", "R": "relation"}


class Service:
    """Asks Photon. ``members`` turns the country that a row states into today's codes."""

    def __init__(self, server: Server, members: Callable[[str], frozenset[str]]) -> None:
        self._members = members
        self._geocoder = Photon(**server.options())

    def spots(self, toponym: Toponym) -> list[osm.Spot]:
        """Places of this name, none outside the stated country; an empty list means that it found nothing."""
        codes = self._members(toponym.country)
        query = f"{toponym.text}, {country_name(*codes)}" if len(codes) == 1 else toponym.text
        locations = self._geocoder.geocode(query, exactly_one=False, limit=_LIMIT, language=LANGUAGE)
        spots = [_spot(location.raw) for location in locations or ()]
        return [spot for spot in spots if not codes or spot.country.upper() in codes]


def _spot(raw: dict[str, Any]) -> osm.Spot:
    told: dict[str, str] = raw["properties"]
    longitude, latitude = raw["geometry"]["coordinates"]
    return osm.Spot(
        f"osm:{_OBJECTS[told['osm_type']]}/{told['osm_id']}",
        osm.first(told, "name", "street", "city", "country"),
        told.get("countrycode", ""),
        longitude,
        latitude,
        osm.kind_of(told.get("osm_key", ""), told.get("osm_value", ""), told.get("type", "")),
        told.get("state", ""),
    )
