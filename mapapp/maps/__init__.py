"""The map: one Folium document for the app's frame, for embedding and for the standalone file.

A layer is one file with ``layers(snapshot) -> list[folium.FeatureGroup]``, listed here from the bottom to the top.
"""

from mapapp.maps import basemap, corridor, itinerary

LAYERS = (basemap.layers, corridor.layers, itinerary.layers)
