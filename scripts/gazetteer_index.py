"""The gazetteer's index as a SQLite file: its tables, the rows that go into them, and how they are written."""

import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from mapapp.folding import fold
from mapapp.geocoding.gazetteer.skeletons import skeleton
from mapapp.position import Position, distance_km

FORMAT = 2  # of the tables below; mapapp.geocoding.gazetteer.index reads exactly this one
KINDS = ("country", "region", "county", "district", "subdistrict", "city", "continent", "area", "capital")
SCHEMA = """
CREATE TABLE zone(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE division(id INTEGER PRIMARY KEY, country TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
                      place INTEGER);
CREATE TABLE place(id INTEGER PRIMARY KEY, title TEXT NOT NULL, country TEXT NOT NULL, kind INTEGER NOT NULL,
                   longitude REAL NOT NULL, latitude REAL NOT NULL, population INTEGER NOT NULL,
                   names INTEGER NOT NULL, zone INTEGER, region INTEGER, county INTEGER, spread INTEGER NOT NULL);
CREATE TABLE name(key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY(key, place)) WITHOUT ROWID;
CREATE TABLE country(key TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE slug(place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE TABLE sound(skeleton TEXT PRIMARY KEY, keys TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(slots=True)
class Row:
    """One place while it is put together."""

    title: str
    country: str
    kind: str
    longitude: float
    latitude: float
    population: int
    zone: str = ""
    region: int | None = None
    county: int | None = None
    names: set[str] = field(default_factory=set)
    spread: int = 0  # km; see add_spreads


class Divisions:
    """First-level regions (by code) and counties (by name), numbered in the order of their sorted names."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str, str], str] = {}  # (country, region code, county name or "") -> name

    def add(self, country: str, code: str, county: str, name: str) -> None:
        """Note a division."""
        self.rows[(country, code, county)] = name

    def number(self) -> dict[tuple[str, str, str], int]:
        """A number for each."""
        return {key: i for i, key in enumerate(sorted(self.rows), 1)}


def country_names(places: dict[int, Row]) -> list[tuple[str, int]]:
    """Every name of every country; of two countries of one name the larger comes first."""
    pairs = [(key, n) for n, place in places.items() if place.kind == "country" for key in place.names]
    return sorted(pairs, key=lambda pair: (pair[0], -places[pair[1]].population))


def add_spreads(places: dict[int, Row], regions: dict[int, int], moved: dict[int, Position]) -> None:
    """How far the towns of a country or first-level region lie from its point: the median of the distances in km.

    ``regions`` has the number of the division for the number of the place, ``moved`` points that the curated list
    corrects.
    """
    of_country: dict[str, list[Position]] = defaultdict(list)
    of_region: dict[int, list[Position]] = defaultdict(list)
    for place in places.values():
        if place.kind in ("city", "capital"):
            of_country[place.country].append(Position(place.longitude, place.latitude))
            if place.region:
                of_region[place.region].append(of_country[place.country][-1])
    for number, place in places.items():
        towns = of_country[place.country] if place.kind == "country" else of_region.get(regions.get(number, 0), [])
        if towns:
            point = moved.get(number, Position(place.longitude, place.latitude))
            place.spread = round(median(distance_km(point, town) for town in towns))


def sounds(places: dict[int, Row]) -> Iterator[tuple[str, str]]:
    """For misspellings: each skeleton with the Latin keys that share it, the largest place's first."""
    weight: dict[str, int] = defaultdict(int)
    for place in places.values():
        large = place.population >= 15000 or place.kind in ("country", "region", "capital")
        for key in place.names if large else {fold(place.title)}:
            if key.isascii() and 4 <= len(key) <= 30:
                weight[key] = max(weight[key], place.population)
    keys: dict[str, list[str]] = defaultdict(list)
    for key in sorted(weight, key=lambda k: (-weight[k], k)):
        keys[skeleton(key)].append(key)
    for bones in sorted(keys):
        yield bones, "\n".join(keys[bones])


def write(
    places: dict[int, Row], divisions: Divisions, region_places: dict[tuple[str, str, str], int], slugs: dict[int, str]
) -> bytes:
    """The SQLite file's bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.sqlite"
        db = sqlite3.connect(path)
        db.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;" + SCHEMA)
        _fill(db, places, divisions, region_places, slugs)
        db.execute(f"PRAGMA user_version = {FORMAT}")
        db.commit()
        db.execute("VACUUM")
        db.close()
        raw = bytearray(path.read_bytes())
    for offset in (24, 92, 96):  # change counter and the library's version: they differ where the data does not
        raw[offset : offset + 4] = (1).to_bytes(4, "big")
    return bytes(raw)


def _fill(
    db: sqlite3.Connection,
    places: dict[int, Row],
    divisions: Divisions,
    region_places: dict[tuple[str, str, str], int],
    slugs: dict[int, str],
) -> None:
    """Write the rows of all tables, in an order that depends on the data alone."""
    numbers = divisions.number()
    zones = {name: i for i, name in enumerate(sorted({p.zone for p in places.values() if p.zone}), 1)}
    db.executemany("INSERT INTO zone VALUES (?, ?)", [(i, name) for name, i in zones.items()])
    db.executemany(
        "INSERT INTO division VALUES (?, ?, ?, ?, ?)",
        [(i, k[0], k[1], divisions.rows[k], region_places.get(k)) for k, i in numbers.items()],
    )
    db.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                n,
                p.title,
                p.country,
                KINDS.index(p.kind),
                p.longitude,
                p.latitude,
                p.population,
                len(p.names),
                zones.get(p.zone),
                p.region,
                p.county,
                p.spread,
            )
            for n, p in sorted(places.items())
        ),
    )
    db.executemany("INSERT INTO name VALUES (?, ?)", sorted((k, n) for n, p in places.items() for k in p.names if k))
    db.executemany("INSERT OR IGNORE INTO country VALUES (?, ?)", country_names(places))
    db.executemany("INSERT INTO slug VALUES (?, ?)", sorted(slugs.items()))
    db.executemany("INSERT INTO sound VALUES (?, ?)", sounds(places))
