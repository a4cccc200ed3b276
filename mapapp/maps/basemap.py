"""Land, water and borders from the files in data/basemap; no tile server is asked.

The layers are empty when Folium writes them. Their data are the same for every tour, so the page fetches them once
from ``FILES`` (or finds them inside the standalone file), and they never pass through a template.
"""

import folium

from mapapp.snapshot import Snapshot

PANE = "basemap"
FILES = {  # layer id, from the bottom to the top: file in data/basemap
    "land": "land.geojson",
    "lakes": "lakes.geojson",
    "rivers": "rivers.geojson",
    "boundaries": "boundaries.geojson",
}
_EMPTY = {"type": "FeatureCollection", "features": []}


def layers(_snapshot: Snapshot) -> list[folium.FeatureGroup]:
    """The empty layers of the basemap, which cannot be switched off."""
    group = folium.FeatureGroup(name="basemap", control=False)
    for id_ in FILES:
        folium.GeoJson(_EMPTY, name=id_, pane=PANE, interactive=False, smooth_factor=0.6).add_to(group)
    return [group]
