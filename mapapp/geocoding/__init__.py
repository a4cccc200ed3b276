"""Places for names: candidates from several sources, and a choice that admits doubt.

Offline by default: `offline_resolver` asks our curated names and the gazetteer. Online services answer only on request:

    service = online("nominatim")
    service.describe(toponym)   # a sentence for the user: what is sent where, or that it was answered before
    service.resolve(toponym)    # Found, Ambiguous or Unknown; sends one request at most a second
    service.facts.attribution   # has to stand beside what the service says
"""

from functools import cache
from typing import TYPE_CHECKING

from mapapp.geocoding.online.facts import SERVICES
from mapapp.place import Resolution, Toponym

if TYPE_CHECKING:
    from mapapp.geocoding.online.geocoder import Online
    from mapapp.geocoding.resolver import OfflineResolver

__all__ = ["SERVICES", "offline_places", "offline_resolver", "online"]


@cache
def offline_places() -> "OfflineResolver":
    """The offline resolver itself, one for the process, for those who need more of it than answers."""
    from mapapp.geocoding.resolver import OfflineResolver  # not above: importing this package must cost nothing

    return OfflineResolver()


def offline_resolver(toponym: Toponym) -> Resolution:
    """Resolve a toponym from the curated names and the gazetteer; a `mapapp.place.Resolve`.

    Raises GeocodingError where the gazetteer's index cannot be read, or unpacked anywhere.
    """
    try:
        return offline_places()(toponym)
    except Exception as error:
        if not _mended(error):
            raise
        return offline_places()(toponym)


def _mended(error: Exception) -> bool:
    """Whether it came of a damaged index, which is then as good as new."""
    import sqlite3  # both only after a fault

    from mapapp.geocoding.gazetteer import index

    if not isinstance(error, sqlite3.DatabaseError):
        return False
    index.mend()
    offline_places.cache_clear()
    return True


def online(service: str, address: str = "") -> "Online":
    """An online service by its name in `SERVICES`, at its public server or at another address. Sends nothing yet.

    Without ``address`` the environment variable MAPAPP_<SERVICE>_URL names the server; MAPAPP_<SERVICE>_KEY holds the
    key of a service that needs one. Of the result, ``describe(toponym)`` says in a sentence what would be sent where,
    ``sends(toponym)`` whether anything would, and ``resolve(toponym)`` does it. What a service says has an id such as
    "osm:node/240109189", which files do not understand: write its position behind the name, "Alat [geo:39.94,49.41]".

    Raises GeocodingError for a name that is no service, ServiceRefused where its key is missing; ``resolve`` raises
    GeocodingError, in a sentence with a remedy, where it could not look.
    """
    from mapapp.geocoding.online.geocoder import connect

    return connect(service, address)
