"""The gazetteer: 270,000 places of GeoNames and a million of their names, offline."""

import sqlite3

from mapapp.geocoding.index import connect
from mapapp.geocoding.names import fold
from mapapp.geocoding.reading import same
from mapapp.place import Candidate, Place, Toponym
from mapapp.position import Position

SAYS = "gazetteer"
KINDS = ("country", "region", "county", "district", "subdistrict", "city", "continent", "area", "capital")
_CLASSES = {"city": "P", "capital": "P", "continent": "L", "area": "L"}
_COLUMNS = """SELECT p.id, p.title, p.country, p.kind, p.longitude, p.latitude, p.population,
    z.name, d.name, s.id, p.names
    FROM {} LEFT JOIN zone z ON z.id = p.zone LEFT JOIN division d ON d.id = p.region
    LEFT JOIN slug s ON s.place = p.id"""
_BY_NAME = _COLUMNS.format("name n JOIN place p ON p.id = n.place") + " WHERE n.key = ?"
_BY_ID = _COLUMNS.format("place p") + " WHERE p.id = ?"
_BY_SLUG = _COLUMNS.format("place p") + " WHERE s.id = ?"
_BY_CODE = (
    _COLUMNS.format("place p") + " WHERE p.id = (SELECT c.place FROM country c JOIN place q ON q.id = c.place"
    " WHERE q.country = ? LIMIT 1)"
)


class Gazetteer:
    """Places by name and by id. Opens its index when it is first asked."""

    def __init__(self, db: sqlite3.Connection | None = None) -> None:
        self._db = db

    @property
    def db(self) -> sqlite3.Connection:
        """The index. Raises GeocodingError where it cannot be had."""
        if self._db is None:
            self._db = connect()
        return self._db

    def candidates(self, toponym: Toponym) -> list[Candidate]:
        """Places that bear exactly this name, in any of its spellings; a stated country is binding.

        An empty list means that no such place is known.
        """
        keys = same(fold(toponym.text))
        places = {place.id: place for key in keys for place in self.named(key)}
        return [
            Candidate(place, SAYS, toponym.text, match="title" if fold(place.title) in keys else "name")
            for place in places.values()
            if not toponym.country or place.country == toponym.country
        ]

    def named(self, key: str) -> list[Place]:
        """Places that have a name with this folded key."""
        return [_place(row) for row in self.db.execute(_BY_NAME, (key,))] if key else []

    def country(self, code: str) -> Place | None:
        """The country with this ISO 3166-1 alpha-2 code, or None."""
        row = self.db.execute(_BY_CODE, (code,)).fetchone()
        return _place(row) if row else None

    def place(self, id: str) -> Place | None:
        """The place with an id such as "geonames:1526384", or None."""
        authority, _, key = id.partition(":")
        if authority == "geonames" and key.isascii() and key.isdigit() and len(key) < 12:
            row = self.db.execute(_BY_ID, (int(key),)).fetchone()
        elif authority == "division":
            row = self.db.execute(_BY_SLUG, (id,)).fetchone()
        else:
            return None
        return _place(row) if row else None


def _place(row: tuple[int, str, str, int, float, float, int, str | None, str | None, str | None, int]) -> Place:
    number, title, country, kind_number, longitude, latitude, population, zone, region, slug, fame = row
    kind = KINDS[kind_number]
    return Place(
        slug or f"geonames:{number}", title, country, _CLASSES.get(kind, "A"), Position(longitude, latitude),
        zone or "", population, kind, region or "", fame,
    )  # fmt: skip
