"""The offline resolver of the process: made when it is first asked, and once."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from mapapp.place import Resolution, Toponym

if TYPE_CHECKING:
    from mapapp.geocoding.remembered import Remembered
    from mapapp.geocoding.resolver import OfflineResolver


@cache
def offline_places() -> "OfflineResolver":
    """The offline resolver itself, one for the process, for those who need more of it than answers."""
    from mapapp.geocoding.resolver import OfflineResolver  # not above: importing this module must cost nothing

    return OfflineResolver()


def offline_resolver(toponym: Toponym) -> Resolution:
    """Resolve a toponym from the curated names and the gazetteer; a `mapapp.place.Resolve`.

    Raises GeocodingError where the gazetteer's index cannot be read, or unpacked anywhere.
    """
    try:
        return _remembered(offline_places())(toponym)
    except Exception as error:
        if not _mended(error):
            raise
        return _remembered(offline_places())(toponym)


@lru_cache(maxsize=1)
def _remembered(resolver: "OfflineResolver") -> "Remembered":
    from mapapp.geocoding.remembered import Remembered

    return Remembered(resolver)


def _mended(error: Exception) -> bool:
    """Whether it came of a damaged index, which is then as good as new."""
    import sqlite3  # both only after a fault

    from mapapp.geocoding.gazetteer import index

    if not isinstance(error, sqlite3.DatabaseError):
        return False
    index.mend()
    offline_places.cache_clear()
    return True
