"""The picture: a snapshot drawn on a sheet, for a page, a slide or paper.

Everything is laid out in pixels of 1/96 inch, from the top left corner of the sheet, and drawn on a matplotlib Figure
of its own: never through pyplot, whose state all visitors would share. ``drawing.draw`` puts the parts together, from
the bottom to the top: basemap, corridor, itinerary, labels, furniture.
"""
