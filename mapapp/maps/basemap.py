"""Land, water and borders from the files in data/basemap; no tile server is asked.

The layers are empty when Folium writes them. Their data are the same for every tour, so the page fetches them once
from ``FILES`` (or finds them inside the standalone file), and they never pass through a template.
"""

import json
from functools import cache
from typing import Any

import folium

from mapapp.files import DATA
from mapapp.languages import ENGLISH
from mapapp.snapshot import Snapshot
from mapapp.view import DE_FACTO
from mapapp.words.language import Words

PANE = "basemap"
LABELS = "labels.json"
FILES = {  # layer id, from the bottom to the top: file in data/basemap
    "land": "land.geojson",
    "lakes": "lakes.geojson",
    "rivers": "rivers.geojson",
    "boundaries": "boundaries.geojson",
}
OTHER_BORDERS = {DE_FACTO: "de-facto.geojson"}  # fetched where somebody asks for them
_EMPTY = {"type": "FeatureCollection", "features": []}


def layers(_snapshot: Snapshot) -> list[folium.FeatureGroup]:
    """The empty layers of the basemap, which cannot be switched off."""
    group = folium.FeatureGroup(name="basemap", control=False)
    for id_ in FILES:
        folium.GeoJson(_EMPTY, name=id_, pane=PANE, interactive=False, smooth_factor=0.6).add_to(group)
    return [group]


@cache
def labels(words: Words) -> list[dict[str, Any]]:
    """The names of countries, cities and waters as data/basemap/README.md describes them, in a language.

    What has no name that readers of the language could read is left out.
    """
    found: list[dict[str, Any]] = json.loads((DATA / "basemap" / LABELS).read_text(encoding="utf-8"))
    if words.language == ENGLISH:
        return found
    named = ({**label, "name": _named(label, words)} for label in found)
    return [label for label in named if label["name"]]


def _named(label: dict[str, Any], words: Words) -> str:
    name = str(label["name"])
    if label["kind"] in ("country", "territory"):
        return words.country(label["iso"])
    return words.city(name, label["geonameid"]) if label["kind"] in ("capital", "city") else words.water(name)
