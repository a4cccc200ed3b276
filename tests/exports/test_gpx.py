"""GPX: read back by the library that route planners are written with, and by an XML parser."""

import datetime as dt
from pathlib import Path
from xml.etree import ElementTree

import gpxpy
import pytest
from gpxpy.gpx import GPX
from hypothesis import given, settings

from mapapp.exports.gpx import write
from mapapp.position import Position
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from tests.fixtures import strategies
from tests.fixtures.injection import INJECTIONS
from tests.fixtures.snapshots import MADE_UP, QUERIES, SHIPPED, as_read, hostile, moved, seen, tour

NAMESPACE = "{http://www.topografix.com/GPX/1/1}"


def read(snapshot: Snapshot) -> GPX:
    return gpxpy.parse(write(snapshot).decode())


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", [*SHIPPED, *MADE_UP])
def test_every_tour_is_read_by_others(name: str, query: str) -> None:
    snapshot = seen(tour(name), query)
    gpx = read(snapshot)
    points = {kind: [p.name for p in gpx.waypoints if p.type == kind] for kind in ("event", "stop")}
    assert points["event"] == [event.title for event in snapshot.tour.events]
    assert len(points["stop"]) == sum(len(route.points) for route in gpx.routes) == len(snapshot.tour.visits)


@settings(max_examples=40)
@given(strategies.tours(), strategies.filters())
def test_any_tour_is_read_by_others(whole: Tour, view: View) -> None:
    snapshot = Snapshot(select(whole, view), whole, view)
    assert len(read(snapshot).waypoints) == len(snapshot.tour.events) + len(snapshot.tour.visits)


def test_a_route_follows_each_traveller() -> None:
    gpx = read(seen(tour("central-asia-2025")))
    assert [(route.name, [p.name for p in route.points]) for route in gpx.routes] == [
        ("Kaja Kallas", ["Ashgabat", "Tashkent", "Almaty"]),
        ("Roman Vassilenko", ["Ashgabat"]),
    ]
    assert (gpx.routes[0].points[1].latitude, gpx.routes[0].points[1].longitude) == (41.26465, 69.21627)
    assert "means of transport not stated" in (gpx.routes[0].description or "")
    assert (gpx.description or "").startswith("15 events, 4 March 2025 – 2026")


def test_only_a_clock_in_a_known_zone_is_a_time() -> None:
    """19:30 in Bishkek is 13:30 in UTC; a day, a year or "about" is no instant."""
    (event,) = [point for point in read(seen(tour("one-visit"))).waypoints if point.type == "event"]
    assert event.time == dt.datetime(2025, 3, 27, 13, 30, tzinfo=dt.UTC)
    assert all(point.time is None for point in read(seen(tour("central-asia-2025"))).waypoints)


def test_descriptions_have_numbered_sources() -> None:
    points = {point.name: point.description or "" for point in read(seen(tour("central-asia-2025"))).waypoints}
    assert "\n[3] NE Global Media, from The Astana Times" in points["Talks with President Tokayev"]
    assert "On record about the place: Almaty [12] [7] [13]" in points["Talks with President Tokayev"]


@pytest.mark.parametrize("degrees", [0.0, -0.0, 1e-7, -9e-5, 1e-4, 12.3456789, -180, 180])
def test_numbers_have_no_exponent(degrees: float) -> None:
    snapshot = seen(moved(tour("one-visit"), Position(degrees, degrees / 2)))
    root = ElementTree.fromstring(write(snapshot))
    point = next(root.iter(f"{NAMESPACE}wpt"))
    assert "e" not in point.attrib["lon"] + point.attrib["lat"]
    assert float(point.attrib["lon"]) == pytest.approx(degrees, abs=1e-4)
    assert float(point.attrib["lat"]) == pytest.approx(degrees / 2, abs=1e-4)


@pytest.mark.parametrize("text", INJECTIONS.values(), ids=INJECTIONS)
def test_every_text_stays_text(tmp_path: Path, text: str) -> None:
    root = ElementTree.fromstring(write(hostile(tmp_path / "hostile", text)))
    harmless = ElementTree.fromstring(write(hostile(tmp_path / "harmless", "harmless")))
    assert [element.tag for element in root.iter()] == [element.tag for element in harmless.iter()]
    assert [sorted(element.attrib) for element in root.iter()] == [sorted(e.attrib) for e in harmless.iter()]
    names = {element.text for element in root.iter(f"{NAMESPACE}name")}
    plain = as_read(text).replace("\r\n", "\n")
    assert plain in names or not plain.replace("\n", "").isprintable()


def test_the_same_snapshot_gives_the_same_bytes() -> None:
    assert write(seen(tour("central-asia-2025"))) == write(seen(tour("central-asia-2025")))
