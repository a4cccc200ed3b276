"""The scripts and the styles of the map document in one file each, so that a first visit asks twice and not often.

Leaflet comes first; the script that Folium wrote runs after the bundle, and ours begin when the document is complete.
"""

import re
from functools import lru_cache
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"
LEAFLET = "leaflet/leaflet.js"
SCRIPTS = (
    "text.js",
    "card.js",
    "labels.js",
    "symbols.js",
    "legend.js",
    "page.js",
    "basemap.js",
    "corridor_lines.js",
    "corridor_nodes.js",
    "corridor_card.js",
    "corridors.js",
    "legs.js",
    "dots.js",
    "discs.js",
    "framing.js",
    "placing.js",
    "card_box.js",
    "popup.js",
    "protocol.js",
    "tour_map.js",
    "map_on_paper.js",
)
STYLES = ("leaflet/leaflet.css", "fonts/fonts.css", "tour_map.css", "paper.css")


@lru_cache(maxsize=1)
def script() -> bytes:
    """All scripts, in UTF-8."""
    return "\n".join(_read(name) for name in (LEAFLET, *SCRIPTS)).encode()


@lru_cache(maxsize=1)
def style() -> bytes:
    """All styles, in UTF-8; the files that they name are addressed from the folder of assets."""
    return "\n".join(_addressed(name) for name in STYLES).encode()


def _addressed(name: str) -> str:
    folder = name.rpartition("/")[0]
    return re.sub(r"url\((?!data:|#)", f"url({folder}/", _read(name)) if folder else _read(name)


def _read(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")
