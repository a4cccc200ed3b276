"""The scripts and the styles of the map document in one file each, so that a first visit asks twice and not often.

Leaflet comes first; the script that Folium wrote runs after the bundle, and ours begin when the document is complete.
"""

import re
from functools import lru_cache
from pathlib import Path

import rjsmin

ASSETS = Path(__file__).parent / "assets"
LEAFLET = "leaflet/leaflet.js"
SCRIPTS = (
    "text.js",
    "bits.js",
    "speech.js",
    "untold.js",
    "walking.js",
    "touching.js",
    "card.js",
    "standing.js",
    "along.js",
    "line_names.js",
    "callouts.js",
    "labels.js",
    "label_spots.js",
    "sides.js",
    "symbols.js",
    "legend.js",
    "page.js",
    "basemap.js",
    "corridor_lines.js",
    "corridor_legend.js",
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
    "leg_card.js",
    "protocol.js",
    "days.js",
    "timeline/scale.js",
    "timeline/hours.js",
    "timeline/marks.js",
    "timeline/strip.js",
    "timeline/handles.js",
    "timeline/timeline.js",
    "timeline/beneath.js",
    "story/scenes.js",
    "story/links.js",
    "story/drawing.js",
    "story/story.js",
    "tour_map.js",
    "credits_below.js",
    "map_on_paper.js",
    "embed.js",
)
STYLES = tuple(
    f"{name}.css"
    for name in (
        "leaflet/leaflet",
        "fonts/fonts",
        "discs",
        "untold",
        "tour_map",
        "timeline/timeline",
        "story/story",
        "credits_below",
        "embed",
        "paper",
    )
)


@lru_cache(maxsize=1)
def script() -> bytes:
    """All scripts, in UTF-8."""
    return "\n".join((_read(LEAFLET), *map(code, SCRIPTS))).encode()


def code(name: str) -> str:
    """A script of ours as it is sent."""
    return stripped(_read(name))


def stripped(script: str) -> str:
    """A script without its comments, types and needless space: a tenth less to send."""
    sent: str = rjsmin.jsmin(script)
    return sent


@lru_cache(maxsize=1)
def style() -> bytes:
    """All styles, in UTF-8; the files that they name are addressed from the folder of assets."""
    return "\n".join(_addressed(name) for name in STYLES).encode()


def _addressed(name: str) -> str:
    folder = name.rpartition("/")[0]
    return re.sub(r"url\((?!data:|#)", f"url({folder}/", _read(name)) if folder else _read(name)


def _read(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")
