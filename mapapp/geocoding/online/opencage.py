"""OpenCage, which searches OpenStreetMap, GeoNames and other open data, for those who have a key.

Its form of answer: opencagedata.com/api.
"""

from collections.abc import Callable
from typing import Any

from geopy.geocoders import OpenCage

from mapapp.geocoding.online import osm
from mapapp.geocoding.online.wire import LANGUAGE, Server
from mapapp.place import Toponym


class Service:
    """Asks OpenCage. ``members`` turns the country that a row states into today's codes."""

    def __init__(self, server: Server, members: Callable[[str], frozenset[str]]) -> None:
        self._members = members
        self._geocoder = OpenCage(server.key, **server.options())

    def spots(self, toponym: Toponym) -> list[osm.Spot]:
        """Places of this name, none outside the stated country; an empty list means that it found nothing."""
        locations = self._geocoder.geocode(
            toponym.text,
            exactly_one=False,
            language=LANGUAGE,
            country=sorted(code.lower() for code in self._members(toponym.country)),
            annotations=False,
        )
        return [_spot(location.raw) for location in locations or ()]


def _spot(raw: dict[str, Any]) -> osm.Spot:
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
