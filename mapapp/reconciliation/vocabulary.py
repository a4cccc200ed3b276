"""Types and properties of places, as programs name them."""

from collections.abc import Callable
from typing import Any, NamedTuple

from mapapp import country
from mapapp.message import in_context, tr
from mapapp.place import Place

Json = dict[str, Any]
PLACE = "place"  # the type of everything
CLASSES = {  # of GeoNames, by which places are sorted
    "A": tr("Country or region"),
    "P": tr("Populated place"),
    "H": tr("Water"),
    "L": tr("Area"),
    "S": tr("Building, station or port"),
    "T": tr("Mountain or relief"),
    "R": tr("Road or railway"),
    "U": tr("Under water"),
    "V": tr("Vegetation"),
}
TYPES = {PLACE: tr("Place"), **CLASSES}


class Property(NamedTuple):
    """What can be fetched of a place: ``values`` are data values of the protocol, none where nothing is known."""

    name: str
    description: str
    values: Callable[[Place], list[Json]]


class Asked(NamedTuple):
    """What a query may state beside a name."""

    name: str
    description: str


ASKED = {
    "country": Asked(tr("Country"), tr("The country that a row states, as a code or a name; it is binding")),
    "date": Asked(tr("Date"), tr("The date of which a row speaks; names and countries change with time")),
}


def _texts(text: str) -> list[Json]:
    return [{"str": text}] if text else []


FETCHED = {
    "position": Property(
        tr("Position"),
        tr("geo URI with latitude and longitude in WGS 84 decimal degrees"),
        lambda place: _texts(_geo(place)),
    ),
    "longitude": Property(
        in_context("a column", "Longitude"),
        tr("WGS 84, decimal degrees"),
        lambda place: [{"float": place.position.longitude}],
    ),
    "latitude": Property(
        in_context("a column", "Latitude"),
        tr("WGS 84, decimal degrees"),
        lambda place: [{"float": place.position.latitude}],
    ),
    "country": Property(
        tr("Country"), tr("English short name"), lambda place: _texts("".join(country.name(place.country)))
    ),
    "country_code": Property(tr("Country code"), "ISO 3166-1 alpha-2", lambda place: _texts(place.country)),
    "region": Property(tr("Region"), tr("The first-level region that it lies in"), lambda place: _texts(place.region)),
    "kind": Property(tr("Kind"), tr("What it is, in a word"), lambda place: _texts(place.kind)),
    "zone": Property(tr("Time zone"), tr("Name of the IANA database"), lambda place: _texts(place.zone)),
    "population": Property(
        tr("Population"),
        tr("Number of inhabitants"),
        lambda place: [{"int": place.population}] if place.population else [],
    ),
}


def _geo(place: Place) -> str:
    """RFC 5870 puts latitude first."""
    return f"geo:{place.position.latitude},{place.position.longitude}"


def types_of(place: Place) -> list[Json]:
    """The type of its class, then that of every place."""
    return [{"id": id_, "name": TYPES[id_]} for id_ in (place.feature_class, PLACE) if id_ in TYPES]
