"""Places for names: candidates from several sources, and a choice that admits doubt.

Offline by default: `offline_resolver` asks our curated names and the gazetteer. Online services answer only on request.
"""

from functools import cache

from mapapp.place import Resolution, Resolve, Toponym


@cache
def _offline() -> Resolve:
    from mapapp.geocoding.resolver import OfflineResolver  # not above: importing this package must cost nothing

    return OfflineResolver()


def offline_resolver(toponym: Toponym) -> Resolution:
    """Resolve a toponym from the curated names and the gazetteer; a `mapapp.place.Resolve`.

    Raises GeocodingError where the gazetteer's index cannot be read, or unpacked anywhere.
    """
    return _offline()(toponym)
