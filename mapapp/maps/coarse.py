"""The basemap in fewer bytes: exact around what a tour shows, coarser beyond.

Rounding to a grid keeps neighbours together, because a border is written with the same points on both sides.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from mapapp.ground import FOLDER
from mapapp.maps.basemap import FILES, OTHER_BORDERS, labels
from mapapp.words.language import Words

STEP = 0.1  # degrees; of the grid beyond the frame, about a pixel at the zoom that shows the whole world
Line = list[list[float]]


class Frame(NamedTuple):
    """A box in degrees: west, south, east, north. It may reach over the date line, to longitudes beyond 180."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: list[float]) -> bool:
        """Whether the point [longitude, latitude] lies inside."""
        across = any(self.west <= point[0] + turn <= self.east for turn in (0, 360, -360))
        return across and self.south <= point[1] <= self.north


@lru_cache(maxsize=4)
def basemap(frame: Frame, words: Words, folder: Path = FOLDER) -> dict[str, Any]:
    """The files of the basemap in a folder by layer id, and "labels" in a language, as JSON-able data."""
    files: dict[str, Any] = {id_: _coarse(_read(folder / file), frame) for id_, file in (FILES | OTHER_BORDERS).items()}
    return files | {"labels": labels(words)}


def _read(file: Path) -> Any:  # noqa: ANN401  # JSON of two shapes
    return json.loads(file.read_text(encoding="utf-8"))


def _coarse(collection: dict[str, Any], frame: Frame) -> dict[str, Any]:
    features = []
    for feature in collection["features"]:
        geometry = feature["geometry"]
        coordinates = _parts(geometry["coordinates"], frame, 4 if "Polygon" in geometry["type"] else 2)
        if coordinates:
            features.append({**feature, "geometry": {**geometry, "coordinates": coordinates}})
    return {"type": "FeatureCollection", "features": features}


def _parts(coordinates: Any, frame: Frame, least: int) -> Any:  # noqa: ANN401  # nested as GeoJSON nests
    if isinstance(coordinates[0][0], float | int):
        line = _line(coordinates, frame)
        return line if len(line) >= least else None
    parts = [part for part in (_parts(part, frame, least) for part in coordinates) if part]
    return parts or None


def _line(line: Line, frame: Frame) -> Line:
    kept: Line = []
    for point in line:
        drawn = point if frame.holds(point) else [round(round(c / STEP) * STEP, 1) for c in point]
        if not kept or drawn != kept[-1]:
            kept.append(drawn)
    return kept
