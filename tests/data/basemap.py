"""The files of the basemap, as geometries."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import Point, box, shape
from shapely.geometry.base import BaseGeometry

FOLDER = Path(__file__).parents[2] / "data" / "basemap"


FILES = sorted(path.name for path in FOLDER.glob("*json"))


FRAME = box(-14, 24, 128, 66)


@cache
def read(name: str) -> Any:  # noqa: ANN401 (a JSON text may hold anything)
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


@cache
def land() -> dict[str, BaseGeometry]:
    return {feature["properties"]["iso"]: shape(feature["geometry"]) for feature in read("land.geojson")["features"]}


@cache
def lines() -> dict[str, BaseGeometry]:
    return drawn("un-eu")


@cache
def drawn(policy: str) -> dict[str, BaseGeometry]:
    """The lines of a policy by their kind."""
    features = read("boundaries.geojson")["features"] + read("de-facto.geojson")["features"]
    found: dict[str, list[BaseGeometry]] = {}
    for feature in features:
        if (kind := feature["properties"].get("kind")) and feature["properties"].get("policy", policy) == policy:
            found.setdefault(kind, []).append(shape(feature["geometry"]))
    return {kind: shapely.union_all(parts) for kind, parts in found.items()}


def labels(*kinds: str) -> list[dict[str, Any]]:
    return [label for label in read("labels.json") if label["kind"] in kinds]


def coordinates(name: str) -> npt.NDArray[np.float64]:
    return shapely.get_coordinates([shape(feature["geometry"]) for feature in read(name)["features"]])


def owner(lon: float, lat: float) -> set[str]:
    return {iso for iso, area in land().items() if area.contains(Point(lon, lat))}
