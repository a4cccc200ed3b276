"""Nominatim, OpenStreetMap's own search; the public server, or one of your own.

Its rules: one request a second, an own user agent, remembered answers, attribution. Its form of answer:
nominatim.org/release-docs/latest/api/Output/.
"""

from collections.abc import Callable
from typing import Any

from geopy.geocoders import Nominatim

from mapapp.geocoding.online import osm
from mapapp.geocoding.online.wire import LANGUAGE, Server
from mapapp.place import Toponym

_LIMIT = 10


class Service:
    """Asks Nominatim. ``members`` turns the country that a row states into today's codes."""

    def __init__(self, server: Server, members: Callable[[str], frozenset[str]]) -> None:
        self._members = members
        self._geocoder = Nominatim(**server.options(list))

    def spots(self, toponym: Toponym) -> list[osm.Spot]:
        """Places of this name, none outside the stated country; an empty list means that it found nothing."""
        locations = self._geocoder.geocode(
            toponym.text,
            exactly_one=False,
            limit=_LIMIT,
            language=LANGUAGE,
            country_codes=sorted(code.lower() for code in self._members(toponym.country)),
            addressdetails=True,
            extratags=True,
            namedetails=True,
        )
        return [_spot(location.raw) for location in locations or ()]


def _spot(raw: dict[str, Any]) -> osm.Spot:
    names: dict[str, str] = raw.get("namedetails") or {}
    address: dict[str, str] = raw.get("address") or {}
    tags: dict[str, str] = raw.get("extratags") or {}
    kind = osm.kind_of(raw.get("class", ""), raw.get("type", ""), raw.get("addresstype", ""))
    if kind == ("P", "city") and tags.get("capital") == "yes":
        kind = ("P", "capital")
    title = raw.get("name") or osm.first(names, "name:en", "name") or raw["display_name"].partition(",")[0]
    return osm.Spot(
        f"osm:{raw['osm_type']}/{raw['osm_id']}" if raw.get("osm_id") else f"nominatim:{raw['place_id']}",
        title,
        address.get("country_code", ""),
        raw["lon"],
        raw["lat"],
        kind,
        osm.first(address, "state", "region", "province"),
        osm.population_of(tags.get("population")),
        names,
    )
