"""Places for names: candidates from several sources, and a choice that admits doubt.

Offline by default: `offline_resolver` asks our curated names and the gazetteer. Online services answer only on request:

    service = online("nominatim")
    service.describe(toponym)   # a sentence for the user: what is sent where, or that it was answered before
    service.resolve(toponym)    # Found, Ambiguous or Unknown; sends one request at most a second
    service.facts.attribution   # has to stand beside what the service says
"""

from typing import TYPE_CHECKING

from mapapp.geocoding.offline import offline_places, offline_resolver
from mapapp.geocoding.online.facts import SERVICES

if TYPE_CHECKING:
    from mapapp.geocoding.online.geocoder import Online

__all__ = ["SERVICES", "offline_places", "offline_resolver", "online"]


def online(service: str, address: str = "") -> "Online":
    """An online service by its name in `SERVICES`, at its public server or at another address. Sends nothing yet.

    Without ``address`` the environment variable MAPAPP_<SERVICE>_URL names the server; MAPAPP_<SERVICE>_KEY holds the
    key of a service that needs one. Of the result, ``describe(toponym)`` says in a sentence what would be sent where,
    ``sends(toponym)`` whether anything would, and ``resolve(toponym)`` does it. What a service says has an id such as
    "osm:node/240109189", which files do not understand: write its position behind the name, "Alat [geo:39.94,49.41]".

    Raises GeocodingError for a name that is no service, ServiceRefused where its key is missing; ``resolve`` raises
    GeocodingError, in a sentence with a remedy, where it could not look.
    """
    from mapapp.geocoding.online.geocoder import connect  # not above: it loads geopy

    return connect(service, address)
