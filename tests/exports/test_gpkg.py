"""GeoPackage: valid by the clauses of the standard, and read by GDAL, on which QGIS stands."""

import sqlite3
import struct
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pyogrio
import pytest
import shapely
from hypothesis import given, settings

from mapapp.exports import geojson
from mapapp.exports.gpkg import LAYERS, Layer, write
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from tests.fixtures import strategies
from tests.fixtures.injection import INJECTIONS
from tests.fixtures.snapshots import MADE_UP, QUERIES, SHIPPED, as_read, corridor, hostile, seen, tour

NAMES = [layer.name for layer in LAYERS]
WHOLE = seen(tour("central-asia-2025"), "", (corridor(),))


@contextmanager
def opened(data: bytes) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(data)
        yield file


@contextmanager
def saved(snapshot: Snapshot) -> Iterator[Path]:
    """The file on disk: GDAL knows the format by the name as well."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tour.gpkg"
        path.write_bytes(write(snapshot))
        yield path


def rows(layer: str, snapshot: Snapshot = WHOLE) -> list[dict[str, Any]]:
    """The rows of a layer as GDAL reads them, each with its geometry."""
    with saved(snapshot) as path:
        info, _, shapes, columns = pyogrio.raw.read(path, layer=layer)
    cells = [dict(zip(info["fields"], row, strict=True)) for row in zip(*columns, strict=True)]
    return [row | {"shape": shapely.from_wkb(shape)} for row, shape in zip(cells, shapes, strict=True)]


def described(layer: str, snapshot: Snapshot = WHOLE) -> dict[str, Any]:
    """What GDAL says of a layer."""
    with saved(snapshot) as path:
        found: dict[str, Any] = pyogrio.read_info(path, layer=layer)
    return found


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", [*SHIPPED, *MADE_UP])
def test_the_standard_is_kept(name: str, query: str) -> None:
    """Clauses 1.1.1 to 1.1.3 and 2.1: the head of the file, the tables, and what they say of each other."""
    with opened(write(seen(tour(name), query, (corridor(),)))) as file:
        assert file.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"GPKG", "big"),)
        assert file.execute("PRAGMA user_version").fetchone() == (10300,)
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        systems = {row[0] for row in file.execute("SELECT srs_id FROM gpkg_spatial_ref_sys")}
        assert systems == {-1, 0, 4326}
        contents = dict(file.execute("SELECT table_name, data_type FROM gpkg_contents"))
        features = {table for table, kind in contents.items() if kind == "features"}
        columns = file.execute("SELECT table_name, column_name, geometry_type_name FROM gpkg_geometry_columns")
        assert {(table, column) for table, column, _ in columns} == {(table, "geom") for table in features}
        for table in contents:
            keys = [row[1] for row in file.execute(f'PRAGMA table_info("{table}")') if row[5]]
            assert keys == ["fid"], "one integer is the key"
        days = file.execute('SELECT start, "end" FROM events WHERE length(start) <> 10 OR length("end") <> 10')
        assert days.fetchall() == []


@pytest.mark.parametrize("layer", LAYERS, ids=NAMES)
def test_each_geometry_is_of_the_kind_that_its_layer_states_within_the_box_that_it_states(layer: Layer) -> None:
    with opened(write(WHOLE)) as file:
        box = file.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name=?", (layer.name,))
        bounds = box.fetchone()
        blobs = [row[0] for row in file.execute(f'SELECT geom FROM "{layer.name}"')]
    assert blobs
    for blob in blobs:
        magic, version, flags, system = struct.unpack("<2sBBi", blob[:8])
        assert (magic, version, system, flags & 0b110001) == (b"GP", 0, 4326, 1)
        boxed = (flags >> 1) & 0b111
        shape = shapely.from_wkb(blob[8 + 32 * boxed :])
        assert shape.geom_type.upper() == layer.geometry
        if boxed:
            west, east, south, north = struct.unpack("<4d", blob[8:40])
            assert (west, south, east, north) == shape.bounds
        assert shapely.box(*bounds).covers(shape)


def test_gdal_finds_every_layer_and_every_feature() -> None:
    with saved(WHOLE) as path:
        names = [name for name, kind in pyogrio.list_layers(path) if kind]
    assert names == NAMES
    found = [feature["id"] for feature in geojson.collection(WHOLE)["features"]]
    assert sorted(row["id"] for name in NAMES for row in rows(name)) == sorted(found)
    info = described("events")
    assert (info["crs"], info["geometry_type"], info["fid_column"]) == ("EPSG:4326", "Point", "fid")


def test_an_event_keeps_date_place_people_and_sources() -> None:
    by_id = {row["id"]: row for row in rows("events")}
    summit = by_id["event/climate-summit"]
    assert (summit["date"], str(summit["start"]), str(summit["end"])) == ("2026", "2026-01-01", "2026-12-31")
    talks = by_id["event/tokayev"]
    assert talks["people"].startswith("Kaja Kallas; ")
    assert talks["country"] == "KZ"
    assert talks["shape"].x > talks["shape"].y, "longitude comes first"
    assert "https://" in talks["citations"]
    assert "On record about the place: Almaty" in talks["on_record"]


def test_properties_that_the_geojson_has_are_columns_here() -> None:
    """Apart from numbers that lead into a list, which stand as text, and what the layer itself says."""
    features = geojson.collection(WHOLE)["features"]
    for layer in LAYERS:
        properties = {name for f in features if f["properties"]["feature"] == layer.kind for name in f["properties"]}
        assert properties - {"feature", "source_count", "drawn"} <= layer.columns.keys()


def test_a_leg_over_the_date_line_has_two_pieces() -> None:
    (leg,) = [row for row in rows("legs", seen(tour("across-the-date-line"))) if row["id"] == "leg/tokyo/anchorage"]
    assert len(leg["shape"].geoms) == 2
    assert shapely.box(-180, -90, 180, 90).covers(leg["shape"])


def test_a_layer_without_rows_is_there_with_its_columns() -> None:
    """A project that is connected to it stays connected when a filter leaves nothing."""
    info = described("events", seen(tour("central-asia-2025"), "since=2090-01-01"))
    assert info["features"] == 0
    assert list(info["fields"]) == [name for layer in LAYERS if layer.name == "events" for name in layer.columns]


@settings(max_examples=30)
@given(strategies.tours(), strategies.filters())
def test_any_tour_is_read_by_gdal(whole: Tour, view: View) -> None:
    snapshot = Snapshot(select(whole, view), whole, view)
    assert [row["title"] for row in rows("events", snapshot)] == [
        event.title.replace("\0", "\N{REPLACEMENT CHARACTER}") for event in snapshot.tour.events
    ]


def test_every_text_is_there_as_it_is(tmp_path: Path) -> None:
    titles = {row["id"]: row["title"] for row in rows("events", hostile(tmp_path / "hostile"))}
    assert titles == {f"event/e{i}": as_read(text) for i, text in enumerate(INJECTIONS.values())}


def test_sources_and_credits_have_tables_of_their_own() -> None:
    with opened(write(WHOLE)) as file:
        numbers = [row[0] for row in file.execute("SELECT number FROM sources")]
        credits = [row[0] for row in file.execute("SELECT value FROM about WHERE name='credit'")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert credits == ["GeoNames (CC BY 4.0)", corridor().credit]
