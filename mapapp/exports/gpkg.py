"""GeoPackage (OGC 12-128r18, version 1.3) for QGIS and its kin: one SQLite file with a layer for each kind of thing.

It holds what `geojson` holds, a column for each property. Every layer is there in every view, if need be without rows,
so that what was connected to it stays connected. Texts are plain text; several values of one cell stand between
semicolons.
"""

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import NamedTuple

from mapapp.exports.geojson import collection
from mapapp.exports.geometries import Json
from mapapp.snapshot import Snapshot

APPLICATION_ID = 0x47504B47  # "GPKG": what the standard says that the file is
VERSION = 10300
WGS84 = 4326
_NO_DATE = "1970-01-01"  # of a tour whose sources have no date; the clock would make every file another
_DEFINITION = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]'
)
_TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
"""
_SYSTEMS = (
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
    ("WGS 84 geodetic", WGS84, "EPSG", WGS84, _DEFINITION, "longitude and latitude in decimal degrees"),
)

Box = tuple[float | None, ...]  # west, south, east, north
_NO_BOX: Box = (None, None, None, None)
Columns = dict[str, str]  # name of a property: type of the standard
_DATED: Columns = {"date": "TEXT", "start": "DATE", "end": "DATE", "date_words": "TEXT"}
_PLACED: Columns = {"place": "TEXT", "toponym": "TEXT", "country": "TEXT", "country_name": "TEXT", "certainty": "TEXT"}
_TITLED: Columns = {"id": "TEXT", "title": "TEXT", "summary": "TEXT"}
_CITED: Columns = {"sources": "TEXT", "citations": "TEXT"}
_CORRIDOR: Columns = {**_TITLED, "corridor": "TEXT"}
_POINT, _LINE = "POINT", "MULTILINESTRING"  # a line over 180 degrees has two pieces, so every one may


class Layer(NamedTuple):
    """A table with its ``columns``: of the features whose property "feature" is ``kind``; "" where it has none."""

    name: str
    kind: str
    geometry: str
    title: str
    columns: Columns


LAYERS = (
    Layer(
        "stops",
        "visit",
        _POINT,
        "Stops",
        {**_TITLED, **_DATED, **_PLACED, "kind": "TEXT", "status": "TEXT", "travellers": "TEXT", **_CITED},
    ),
    Layer(
        "events",
        "event",
        _POINT,
        "Events",
        {
            **_TITLED,
            **_DATED,
            "day_stated": "BOOLEAN",
            "day_unread": "TEXT",
            **_PLACED,
            "kind": "TEXT",
            "status": "TEXT",
            "visit": "TEXT",
            "travellers": "TEXT",
            "people": "TEXT",
            "topics": "TEXT",
            "on_record": "TEXT",
            **_CITED,
        },
    ),
    Layer(
        "legs", "leg", _LINE, "Legs", {"id": "TEXT", "title": "TEXT", "mode": "TEXT", "travellers": "TEXT", **_CITED}
    ),
    Layer(
        "other_places",
        "other place on record",
        _POINT,
        "Other places on record",
        {**_TITLED, "event": "TEXT", "stated": "BOOLEAN", **_PLACED, **_CITED},
    ),
    Layer(
        "corridor_sections",
        "corridor section",
        _LINE,
        "Corridor sections",
        {
            **_CORRIDOR,
            "mode": "TEXT",
            "status": "TEXT",
            "branches": "TEXT",
            "length_km": "DOUBLE",
            "gauge_mm": "INTEGER",
            "operator": "TEXT",
            "drawn": "TEXT",
            "sources": "TEXT",
        },
    ),
    Layer(
        "corridor_nodes",
        "corridor node",
        _POINT,
        "Corridor nodes",
        {**_CORRIDOR, "kinds": "TEXT", "country": "TEXT", "country_name": "TEXT", "sources": "TEXT"},
    ),
)
SOURCES = Layer(
    "sources",
    "",
    "",
    "Sources",
    {
        "number": "INTEGER",
        "id": "TEXT",
        "corridor": "TEXT",
        "title": "TEXT",
        "publisher": "TEXT",
        "url": "TEXT",
        "published": "TEXT",
        "read": "TEXT",
    },
)
ABOUT = Layer("about", "", "", "About this file", {"name": "TEXT", "value": "TEXT"})


def write(snapshot: Snapshot) -> bytes:
    """The file; the same snapshot gives the same bytes."""
    found = collection(snapshot)
    changed = f"{found['data_as_of'] or _NO_DATE}T00:00:00.000Z"
    with closing(sqlite3.connect(":memory:")) as file:
        file.executescript(f"PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={VERSION}; {_TABLES}")
        file.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", _SYSTEMS)
        for layer in LAYERS:
            features = [f for f in found["features"] if f["properties"]["feature"] == layer.kind]
            _register(file, layer, changed, _box(point for f in features for point in _points(f["geometry"])))
            _fill(file, layer.name, {"geom": layer.geometry, **layer.columns}, map(_cells, features))
        for table, rows in ((SOURCES, found["sources"]), (ABOUT, _about(found))):
            _register(file, table, changed)
            _fill(file, table.name, table.columns, rows)
        file.commit()
        return file.serialize()


def _register(file: sqlite3.Connection, layer: Layer, changed: str, box: Box = _NO_BOX) -> None:
    kind, system = ("features", WGS84) if layer.geometry else ("attributes", None)
    values = (layer.name, kind, layer.title, "", changed, *box, system)
    file.execute("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    if layer.geometry:
        geometry = (layer.name, "geom", layer.geometry, WGS84)
        file.execute("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)", geometry)


def _fill(file: sqlite3.Connection, name: str, columns: Columns, rows: Iterable[Json]) -> None:
    """Create the table with its rows."""
    declared = "".join(f', "{column}" {type_}' for column, type_ in columns.items())
    file.execute(f'CREATE TABLE "{name}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL{declared})')
    listed, places = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    cells = ([_cell(row.get(column)) for column in columns] for row in rows)
    file.executemany(f'INSERT INTO "{name}" ({listed}) VALUES ({places})', cells)


def _cells(feature: Json) -> Json:
    """The properties of a feature with what stands beside them: geometry, id, name as written, citations."""
    cited = feature.get("citations", ())
    return {
        **feature["properties"],
        "geom": _binary(feature["geometry"]),
        "id": feature["id"],
        "toponym": [name["toponym"] for name in feature.get("names", ())],
        "certainty": feature["geometry"].get("certainty"),
        "citations": [", ".join(filter(None, map(told.get, ("label", "locator", "@id")))) for told in cited],
    }


def _cell(value: object) -> object:
    """A value as SQLite keeps it; GDAL ends a text at a NUL."""
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    return value.replace("\0", "\N{REPLACEMENT CHARACTER}") if isinstance(value, str) else value


def _about(found: Json) -> Iterator[Json]:
    for name in ("title", "description", "contents", "view", "data_as_of"):
        if found[name]:
            yield {"name": name, "value": found[name]}
    yield from ({"name": "boundaries", "value": notice} for notice in found["boundaries"])
    yield from ({"name": "credit", "value": credit} for credit in found["credits"])


def _points(geometry: Json) -> list[list[float]]:
    return [point for piece in _pieces(geometry) for point in piece]


def _pieces(geometry: Json) -> list[list[list[float]]]:
    coordinates = geometry["coordinates"]
    wrapped = {"Point": [[coordinates]], "LineString": [coordinates], "MultiLineString": coordinates}
    pieces: list[list[list[float]]] = wrapped[geometry["type"]]
    return pieces


def _box(points: Iterable[list[float]]) -> Box:
    """The box around the points; the standard knows none over 180 degrees."""
    columns = tuple(zip(*points, strict=True))
    return (*map(min, columns), *map(max, columns)) if columns else _NO_BOX


def _binary(geometry: Json) -> bytes:
    """The geometry as GeoPackage wants it (clause 2.1.3): a head with the box of a line, then WKB, little-endian."""
    pieces = _pieces(geometry)
    if geometry["type"] == "Point":
        return struct.pack("<2sBBi", b"GP", 0, 0b001, WGS84) + struct.pack("<BI2d", 1, 1, *pieces[0][0])
    west, south, east, north = _box(_points(geometry))
    head = struct.pack("<2sBBi4d", b"GP", 0, 0b011, WGS84, west, east, south, north)
    lines = (
        struct.pack("<BII", 1, 2, len(piece)) + b"".join(struct.pack("<2d", *p) for p in piece) for piece in pieces
    )
    return head + struct.pack("<BII", 1, 5, len(pieces)) + b"".join(lines)
