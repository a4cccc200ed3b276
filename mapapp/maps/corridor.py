"""Transport corridors: an empty layer for each, which the page fills when the stops are drawn.

Their lines and words come as JSON of their own (`mapapp.words.corridors`), so that they neither delay the first sight
of the tour nor pass through a template.
"""

import folium

from mapapp.snapshot import Snapshot

_EMPTY = {"type": "FeatureCollection", "features": []}


def layers(snapshot: Snapshot) -> list[folium.FeatureGroup]:
    """One group for each corridor of the catalogue, numbered in its order; the page shows those of the view."""
    groups = []
    for index, _ in enumerate(snapshot.available):
        group = folium.FeatureGroup(name=f"corridor_{index}", show=False)
        folium.GeoJson(_EMPTY, name=f"sections_{index}").add_to(group)
        groups.append(group)
    return groups
