"""The gazetteer: 270,000 places of GeoNames and a million of their names, offline."""

import sqlite3
from collections.abc import Callable
from functools import cached_property, lru_cache

from mapapp.folding import fold, same
from mapapp.geocoding.gazetteer.index import connect
from mapapp.place import Candidate, Place, Toponym
from mapapp.position import Position

SAYS = "gazetteer"
KINDS = ("country", "region", "county", "district", "subdistrict", "city", "continent", "area", "capital")
_CLASSES = {"city": "P", "capital": "P", "continent": "L", "area": "L"}
_COLUMNS = """SELECT p.id, p.title, p.country, p.kind, p.longitude, p.latitude, p.population, p.zone, p.region, p.names,
    p.spread FROM """
_BY_NAME = _COLUMNS + "name n JOIN place p ON p.id = n.place WHERE n.key = ?"
_BEGINNING = (
    _COLUMNS + "place p WHERE p.id IN (SELECT n.place FROM name n WHERE n.key >= ? AND n.key < ?) "
    "ORDER BY p.population DESC, p.id LIMIT ?"
)
_BY_ID = _COLUMNS + "place p WHERE p.id = ?"
_BY_SLUG = _COLUMNS + "slug s JOIN place p ON p.id = s.place WHERE s.id = ?"
_SLUG = "SELECT id FROM slug WHERE place = ?"
_BY_CODE = _COLUMNS + (
    "place p WHERE p.id = (SELECT c.place FROM country c JOIN place q ON q.id = c.place WHERE q.country = ? LIMIT 1)"
)
_CAPITALS = _COLUMNS + f"place p WHERE p.kind = {KINDS.index('capital')} AND p.country = ?"
_OTHERS = frozenset(("division", "simplemaps"))  # whose places have ids of letters
_COUNTY = "SELECT d.name FROM place p JOIN division d ON d.id = p.county WHERE p.id = ?"
_REMEMBERED = 4096  # names: tables and texts ask the same ones over and over
_Row = tuple[int, str, str, int, float, float, int, int | None, int | None, int, int]


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
        text = toponym.text
        keys = same(fold(text))
        places = {place.id: place for key in keys for place in self.named(key)}
        return [
            Candidate(place, SAYS, text, match="title" if _is_title(place.title, text, keys) else "name")
            for place in places.values()
            if not toponym.country or place.country == toponym.country
        ]

    def named(self, key: str) -> tuple[Place, ...]:
        """Places that have a name with this folded key. The last few thousand names are remembered."""
        return self._remembered(key) if key else ()

    def beginning(self, key: str, most: int) -> list[Place]:
        """The most populous places that have a name whose folded key begins with this one; none for ""."""
        rows = self.db.execute(_BEGINNING, (key, f"{key}\U0010ffff", most)) if key else ()
        return list(map(self._place, rows))

    def country(self, code: str) -> Place | None:
        """The country with this ISO 3166-1 alpha-2 code, or None."""
        row = self.db.execute(_BY_CODE, (code,)).fetchone()
        return self._place(row) if row else None

    def capital(self, code: str) -> Place | None:
        """The capital of the country with this code; None where it has none, or more than one."""
        rows = self.db.execute(_CAPITALS, (code,)).fetchall()
        return self._place(rows[0]) if len(rows) == 1 else None

    def place(self, id: str) -> Place | None:
        """The place with an id such as "geonames:1526384", or None."""
        authority, _, key = id.partition(":")
        if authority == "geonames" and key.isascii() and key.isdigit() and len(key) < 12:
            row = self.db.execute(_BY_ID, (int(key),)).fetchone()
        elif authority in _OTHERS:
            row = self.db.execute(_BY_SLUG, (id,)).fetchone()
        else:
            return None
        return self._place(row) if row else None

    def id_of(self, number: int) -> str:
        """The id of the place with this number in the index."""
        return _id(self.db, number)

    def county(self, id: str) -> str:
        """The name of the county or province that a place of GeoNames lies in; "" where no list says it."""
        number = id.removeprefix("geonames:")
        row = self.db.execute(_COUNTY, (int(number),)).fetchone() if number.isdigit() else None
        return row[0] if row else ""

    @cached_property
    def _remembered(self) -> Callable[[str], tuple[Place, ...]]:
        place, execute = self._place, self.db.execute
        return lru_cache(_REMEMBERED)(lambda key: tuple(map(place, execute(_BY_NAME, (key,)))))

    @cached_property
    def _place(self) -> Callable[[_Row], Place]:
        return _reader(self.db)


def _reader(db: sqlite3.Connection) -> Callable[[_Row], Place]:
    """What makes a place of a row; names of zones and regions are local to it, as it is called for every place."""
    zones, regions = (_Names(db, f"SELECT name FROM {table} WHERE id = ?") for table in ("zone", "division"))
    classes = [_CLASSES.get(kind, "A") for kind in KINDS]

    def place(row: _Row) -> Place:
        number, title, country, kind, longitude, latitude, population, zone, region, fame, spread = row
        id = _id(db, number)
        position = Position(longitude, latitude)
        return Place(id, title, country, classes[kind], position, zones[zone], population, KINDS[kind], regions[region],
                     fame, spread)  # fmt: skip

    return place


def _is_title(title: str, text: str, keys: list[str]) -> bool:
    """Whether a place is called so by its title, or by one of two that stand there side by side: Biel/Bienne."""
    if title == text or fold(title) in keys:
        return True
    return "/" in title and any(fold(half) in keys for half in title.split("/"))


def _id(db: sqlite3.Connection, number: int) -> str:
    return f"geonames:{number}" if number > 0 else str(db.execute(_SLUG, (number,)).fetchone()[0])


class _Names(dict[int | None, str]):
    """The names of a small table by number, each read once: a join for every place takes longer than the place."""

    def __init__(self, db: sqlite3.Connection, query: str) -> None:
        super().__init__({None: ""})
        self._db, self._query = db, query

    def __missing__(self, number: int | None) -> str:
        row = self._db.execute(self._query, (number,)).fetchone()
        self[number] = row[0] if row else ""
        return self[number]
