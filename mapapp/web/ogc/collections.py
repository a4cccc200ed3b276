"""The collections: the features of a view as `mapapp.exports.geojson` writes them, one collection for each kind.

The ids of features are slugs without slashes, the same in every view: "tokayev", "trans-caspian:alat".
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from mapapp import assembly
from mapapp.errors import NotInCatalogue, clipped
from mapapp.exports.geojson import collection
from mapapp.exports.geometries import Json, bbox
from mapapp.message import tr
from mapapp.view import View
from mapapp.web.ogc.asking import Box, Span


class Collection(NamedTuple):
    """``kind`` is what the property "feature" of its features says."""

    id: str
    kind: str
    title: str
    description: str


COLLECTIONS = {
    found.id: found
    for found in (
        Collection("stops", "visit", tr("Stops"), tr("Stops of the travellers, a point each")),
        Collection("events", "event", tr("Events"), tr("What happened, or is to happen, a point each")),
        Collection("legs", "leg", tr("Legs"), tr("The ways between two stops, as great circles")),
        Collection(
            "other-places",
            "other place on record",
            tr("Other places on record"),
            tr("Where sources have an event that is drawn elsewhere"),
        ),
        Collection(
            "corridor-sections", "corridor section", tr("Corridor sections"), tr("Sections of the corridors shown")
        ),
        Collection(
            "corridor-nodes",
            "corridor node",
            tr("Corridor nodes"),
            tr("Stations, ports and borders of the corridors"),
        ),
    )
}


def named(id_: str) -> Collection:
    """The collection with that id. Raises NotInCatalogue."""
    try:
        return COLLECTIONS[id_]
    except KeyError:
        there = ", ".join(COLLECTIONS)
        said = tr("There is no collection '{id}'. There are: {known}.", id=clipped(id_), known=there)
        raise NotInCatalogue(said) from None


def features(view: View, kind: str) -> Sequence[Json]:
    """The features of that kind, in the order of the tour. Raises NotInCatalogue for a tour that is not there."""
    return _features(view, assembly.fingerprints(view)).get(kind, ())


@lru_cache(maxsize=16)
def _features(view: View, _fingerprints: tuple[str, ...]) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = {}
    for feature in collection(assembly.snapshot(view))["features"]:
        slug = feature["id"].partition("/")[2].replace("/", ":")
        found.setdefault(feature["properties"]["feature"], []).append(feature | {"id": slug})
    return found


def selected(features: Sequence[Json], box: Box | None, span: Span | None) -> list[Json]:
    """Those that touch the box and may fall into the span; what has no date is in every span."""
    return [
        feature
        for feature in features
        if (box is None or _touches(feature, box)) and (span is None or _within(feature["properties"], span))
    ]


def _touches(feature: Json, box: Box) -> bool:
    """Whether the boxes meet; that of a feature, too, may reach over 180 degrees."""
    west, south, east, north = bbox([feature])
    if south > box.north or north < box.south:
        return False
    return any(a <= d and b >= c for a, b in _spans(west, east) for c, d in _spans(box.west, box.east))


def _spans(west: float, east: float) -> Iterator[tuple[float, float]]:
    if west <= east:
        yield west, east
    else:
        yield from ((west, 180.0), (-180.0, east))


def _within(properties: dict[str, Any], span: Span) -> bool:
    start, end = properties.get("start"), properties.get("end")
    if not start or not end:
        return True
    return dt.date.fromisoformat(start) <= span.until and dt.date.fromisoformat(end) >= span.since


def extent(features: Sequence[Json]) -> Json:
    """The box around the features, and the days from the first to the last of them; nothing where there is none."""
    found: Json = {}
    if bounds := bbox(features):
        found["spatial"] = {"bbox": [bounds], "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}
    days = [(f["properties"].get("start"), f["properties"].get("end")) for f in features]
    dated = [(start, end) for start, end in days if start and end]
    if dated:
        first, last = min(start for start, _ in dated), max(end for _, end in dated)
        found["temporal"] = {"interval": [[f"{first}T00:00:00Z", f"{last}T23:59:59Z"]]}
    return found
