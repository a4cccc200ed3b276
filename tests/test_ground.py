"""Which basemap a map takes: the light one around its core, the fine one where a tour happens far from there."""

import gzip
import json

import pytest
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from mapapp.exports.picture.basemap import features
from mapapp.ground import FINE, FOLDER, folder, part
from mapapp.maps import basemap, itinerary
from mapapp.maps.document import Links, document
from mapapp.position import Position
from mapapp.snapshot import Snapshot
from tests.exports.picture.snapshots import fixture, snapshot

FILES = (*basemap.FILES.values(), *basemap.OTHER_BORDERS.values())
LINKS = Links("map.js", "map.css", "basemap/", "cards", "corridor/", "1")


def areas(own: str) -> dict[str, BaseGeometry]:
    read = json.loads((FOLDER / own / "land.geojson").read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["iso"]: shape(feature["geometry"]) for feature in read}


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], ""),
        ([Position(71.4, 51.1), Position(58.4, 37.9)], ""),
        ([Position(16.4, 48.2)], ""),
        ([Position(71.4, 51.1), Position(36.8, -1.3)], FINE),
        ([Position(-70.6, -33.4)], FINE),
        ([Position(180 + 5, -41.3)], FINE),
        ([Position(360 + 71.4, 51.1)], ""),
    ],
)
def test_the_place_decides(places: list[Position], expected: str) -> None:
    assert part(places) == expected
    assert all((folder(places) / file).is_file() for file in FILES)


def page(shown: Snapshot) -> str:
    return document(shown, LINKS, {}).html


@pytest.mark.parametrize("query", ["", "tour=us-central-asia-2015"])
def test_what_ships_takes_the_light_one_though_its_ways_lead_from_far(query: str) -> None:
    assert "basemap/land.geojson" in page(snapshot(query))


def test_a_tour_far_away_takes_the_fine_one() -> None:
    around = fixture("around-the-world")
    assert part(itinerary.heart(around.whole)) == FINE
    assert "basemap/fine/land.geojson" in page(around)


def test_both_are_one_map() -> None:
    """The same countries at the same places, by both policies, in files that stay a size to be sent."""
    light, fine = areas(""), areas(FINE)
    assert set(light) == set(fine)
    for iso, area in fine.items():
        assert area.is_valid, iso
    for lon, lat, iso in (
        (34.1, 45.0, "UA"),
        (36.8, -1.3, "KE"),
        (71.4, 51.1, "KZ"),
        (-70.6, -33.4, "CL"),
        (30.1, -1.9, "RW"),
    ):
        assert [code for code, area in fine.items() if area.contains(Point(lon, lat))] == [iso]
    sizes = [len(gzip.compress((FOLDER / FINE / file).read_bytes(), 9)) for file in FILES]
    assert sum(sizes) < 850_000


def test_far_from_the_core_the_fine_one_is_finer_and_pictures_of_there_take_it() -> None:
    def corners(own: str, iso: str) -> int:
        return next(sum(map(len, f.parts)) for f in features("land.geojson", "iso", own) if f.name == iso)

    assert corners(FINE, "RW") > 4 * corners("", "RW")
    assert corners(FINE, "CL") > 4 * corners("", "CL")
    assert corners(FINE, "KZ") < 1.2 * corners("", "KZ")
