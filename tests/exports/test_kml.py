"""KML and KMZ: read back by a second implementation."""

import io
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastkml import KML, Document, Folder, Placemark
from hypothesis import given, settings
from shapely import MultiLineString
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from mapapp.exports import kml, kmz
from mapapp.palette import LIGHT
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from tests.fixtures import strategies
from tests.fixtures.injection import INJECTIONS
from tests.fixtures.snapshots import MADE_UP, QUERIES, SHIPPED, as_read, corridor, hostile, seen, tour

NAMESPACE = "{http://www.opengis.net/kml/2.2}"
BREAKING = (
    "</description><script>window.injected=1</script>",
    "<![CDATA[ x ]]><b>out</b>",
    "]]>",
    "<![CDATA[",
    "$[name] $[description]",
    '" id="n0',
    "&lt;b&gt; &amp;amp;",
)


def read(snapshot: Snapshot) -> Document:
    """The document as fastkml sees it."""
    document = KML.from_string(kml.write(snapshot).decode().partition("?>\n")[2]).features[0]
    assert isinstance(document, Document)
    return document


def folders(parent: Document | Folder) -> list[Folder]:
    return [child for child in parent.features if isinstance(child, Folder)]


def placemarks(parent: Document | Folder) -> Iterator[Placemark]:
    """All below the parent, in order."""
    for child in parent.features:
        if isinstance(child, Folder):
            yield from placemarks(child)
        elif isinstance(child, Placemark):
            yield child


def named(snapshot: Snapshot, name: str) -> Placemark:
    return next(mark for mark in placemarks(read(snapshot)) if mark.name == name)


def drawn(mark: Placemark) -> BaseGeometry:
    assert mark.geometry
    return shape(dict(mark.geometry.__geo_interface__))


def times(mark: Placemark) -> tuple[str, str]:
    """Begin and end of a span, or a stamp and ""."""
    if mark.time_stamp:
        return str(mark.time_stamp), ""
    return str(mark.begin), str(mark.end)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", [*SHIPPED, *MADE_UP])
def test_every_tour_is_read_by_others(name: str, query: str) -> None:
    snapshot = seen(tour(name), query)
    document = read(snapshot)
    itinerary, events = folders(document)[:2]
    assert [mark.name for mark in placemarks(events)] == [event.title for event in snapshot.tour.events]
    stops = [mark for mark in placemarks(itinerary) if mark.geometry and mark.geometry.geom_type == "Point"]
    assert len(stops) == len(snapshot.tour.visits)


@settings(max_examples=40)
@given(strategies.tours(), strategies.filters())
def test_any_tour_is_read_by_others(whole: Tour, view: View) -> None:
    snapshot = Snapshot(select(whole, view), whole, view)
    assert len(list(placemarks(read(snapshot)))) >= len(snapshot.tour.events)


def test_the_folders_are_those_of_the_map() -> None:
    line = corridor()
    document = read(seen(tour("central-asia-2025"), "", (line,)))
    assert [folder.name for folder in folders(document)] == [
        "Itinerary",
        "Events",
        "Other places on record",
        "Corridors",
    ]
    travellers = folders(folders(document)[0])
    assert [own.name for own in travellers] == ["Kaja Kallas", "Roman Vassilenko"]
    assert [mark.name for mark in placemarks(travellers[0])] == [
        *("Ashgabat", "Tashkent", "Almaty", "Ashgabat – Tashkent", "Tashkent – Almaty"),
    ]
    assert len(list(placemarks(folders(document)[3]))) == len(line.sections) + len(line.nodes)
    assert (document.description or "").startswith("15 events, 4 March 2025 – 2026")
    assert line.credit in (document.description or "")


def test_longitude_comes_first() -> None:
    point = drawn(named(seen(tour("central-asia-2025")), "Received by President Mirziyoyev"))
    assert point.coords[0][:2] == (69.21627, 41.26465)


@pytest.mark.parametrize(
    ("name", "begin", "end"),
    [
        ("Regional Climate Summit", "2026", ""),
        ("First EU–Central Asia summit", "2025-04-03", "2025-04-04"),
        ("Closing words on the visit", "2025-03-27", "2025-03-29"),
        ("Talks with President Tokayev", "2025-03-28", ""),
    ],
)
def test_dates_keep_their_precision(name: str, begin: str, end: str) -> None:
    assert times(named(seen(tour("central-asia-2025")), name)) == (begin, end)


def test_a_time_has_the_offset_of_its_place() -> None:
    event = tour("one-visit").events[0]
    assert times(named(seen(tour("one-visit")), event.title)) == ("2025-03-27T19:30:00+06:00", "")


def test_travellers_keep_their_colours_whatever_is_filtered() -> None:
    """KML writes opacity, blue, green, red."""
    text = kml.write(seen(tour("central-asia-2025"), "traveller=vassilenko&person=stiprais")).decode()
    colour = LIGHT.travellers[1]
    assert f"<color>ff{colour[5:7]}{colour[3:5]}{colour[1:3]}</color>" in text


def test_a_leg_over_the_date_line_is_cut() -> None:
    geometry = drawn(named(seen(tour("across-the-date-line")), "Tokyo – Anchorage"))
    assert isinstance(geometry, MultiLineString)
    one, other = geometry.geoms
    assert (one.coords[-1][0], other.coords[0][0]) == (180, -180)


def test_styles_are_shared_by_the_document() -> None:
    document = read(seen(tour("central-asia-2025"), "", (corridor(),)))
    styles = {f"#{style.id}" for style in document.styles}
    used = {mark.style_url.url for mark in placemarks(document) if mark.style_url}
    assert used
    assert used <= styles


def test_nothing_is_asked_of_another_host() -> None:
    root = ElementTree.fromstring(kml.write(seen(tour("central-asia-2025"), "", (corridor(),))))
    assert not {element.tag.removeprefix(NAMESPACE) for element in root.iter()} & {"href", "Icon", "NetworkLink"}
    assert "maps.google.com" not in kml.write(seen(tour("central-asia-2025"))).decode()


@pytest.mark.parametrize("text", [*INJECTIONS.values(), *BREAKING], ids=[*INJECTIONS, *BREAKING])
def test_every_text_stays_text(tmp_path: Path, text: str) -> None:
    """The elements are those of a harmless tour, names say what they should, and balloons hold no markup but breaks."""
    snapshot = hostile(tmp_path / "hostile", text)
    root = ElementTree.fromstring(kml.write(snapshot))
    harmless = ElementTree.fromstring(kml.write(hostile(tmp_path / "harmless", "harmless")))
    assert [e.tag for e in root.iter()] == [e.tag for e in harmless.iter()]
    names = [element.text for element in root.iter(f"{NAMESPACE}name")]
    assert as_read(text).splitlines()[0] in {(name or "").splitlines()[0] for name in names} or not text.isprintable()
    for description in root.iter(f"{NAMESPACE}description"):
        shown = (description.text or "").replace("<br>", "")
        assert "<" not in shown
        assert "$[" not in shown
        assert unescape(shown)


def test_the_same_snapshot_gives_the_same_bytes_also_at_once() -> None:
    """Two visitors at a time must not mix their numbers."""
    snapshots = [seen(tour("central-asia-2025"), query, (corridor(),)) for query in ("", "country=KZ", "country=UZ")]
    alone = [kml.write(snapshot) for snapshot in snapshots]
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(kml.write, snapshots * 3)) == alone * 3


def test_the_archive_holds_the_document() -> None:
    snapshot = seen(tour("central-asia-2025"), "country=KZ")
    data = kmz.write(snapshot)
    assert data == kmz.write(snapshot)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["doc.kml"]
        assert archive.read("doc.kml") == kml.write(snapshot)
    assert len(data) < len(kml.write(snapshot)) / 2
