"""The file that survives: one HTML file with map, basemap and all events inside, which asks nobody for anything.

It holds the whole tour, says so, and opens with the filters of the view. A Content-Security-Policy of hashes forbids
every script that we did not write, and every request.
"""

import re
from base64 import b64encode
from dataclasses import replace
from html import escape
from string import Template
from typing import Any

from mapapp import __version__
from mapapp.ground import folder
from mapapp.maps import filters, itinerary, scenes
from mapapp.maps.bundle import ASSETS, LEAFLET, SCRIPTS, code
from mapapp.maps.coarse import Frame, basemap
from mapapp.maps.document import THEME_STYLE, csp_hash, script_json, tongue, write_parts
from mapapp.maps.state import state
from mapapp.message import tr
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from mapapp.words import written
from mapapp.words.cards import cards
from mapapp.words.contents import NOTICE, as_of_words, contents
from mapapp.words.corridors import described
from mapapp.words.language import Words
from mapapp.words.place_names import CYRILLIC
from mapapp.words.told_corridor import told_corridor
from mapapp.words.untold import markup_in, summary

MARGIN = 8.0  # degrees around the stops in which the basemap stays exact
_PAGE = Template((ASSETS / "standalone.html").read_text(encoding="utf-8"))
FONTS = ("noto-sans-latin-wght-normal.woff2", "noto-sans-cyrillic-wght-normal.woff2")  # what 56 KB can carry
KAZAKH = "noto-sans-cyrillic-ext-a-wght-normal.woff2"  # beside them where the file is in a language that needs it
_STYLES = (
    "leaflet/leaflet.css",
    "discs.css",
    "untold.css",
    "tour_map.css",
    "timeline/timeline.css",
    "story/story.css",
    "credits_below.css",
    "list.css",
    "about.css",
    "paper.css",
    "standalone.css",
)
_PANEL = tuple(
    f"panel/{name}.js"
    for name in ("list", "query", "filters", "printed", "about", "paper", "scene_picture", "standalone")
)
_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; font-src data:; "
    "script-src {}; style-src {}"
)


def standalone(snapshot: Snapshot, told: str = "") -> bytes:
    """The file, in UTF-8; the same snapshot gives the same bytes.

    ``told`` is markup of ours that stands below the list: the map in words.
    """
    tour, words = snapshot.whole, Words(snapshot.language)
    shown = cards(tour, words)
    carried = replace(snapshot, available=tuple(told_corridor(c, words.language) for c in snapshot.corridors))
    parts = write_parts(carried, _PANEL)
    data = parts.data | {
        "inside": _inside(carried, words),
        "cards": shown,
        "filters": filters.told(tour, words),
        "state": state(tour, replace(snapshot.view, basemap="")) | {"corridors": [c.id for c in snapshot.corridors]},
        "query": snapshot.view.query(),
        "story": scenes.described(tour, words),
        "about": _about(snapshot, words),
    }
    scripts = [_script((ASSETS / LEAFLET).read_text(encoding="utf-8")), parts.script]
    scripts += [_script(code(name)) for name in (*SCRIPTS, *_PANEL)]
    styles = [THEME_STYLE, _fonts(words.language), *map(_style, _STYLES)]
    policy = _POLICY.format(" ".join(map(csp_hash, scripts)), " ".join(map(csp_hash, styles)))
    return _PAGE.substitute(
        tongue=tongue(words),
        panel=escape(words.say(tr("Filters and events"))),
        policy=policy,
        title=escape(words.say(tour.title)),
        heading=markup_in(tour, tour.title, words),
        summary=summary(tour, words),
        styles="\n".join(f"<style>{style}</style>" for style in styles),
        body=parts.body,
        description=escape(words.say(tour.summary or tour.title)),
        itinerary=written.itinerary(shown, words),
        told=told,
        version=__version__,
        notice=escape(words.say(NOTICE)),
        data=script_json(data),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    ).encode()


def _inside(carried: Snapshot, words: Words) -> dict[str, Any]:
    """What other pages fetch: the basemap, and the lines of the corridors."""
    tour = carried.whole
    lines = {c.id: words.said(described(c)) for c in carried.available}
    return basemap(_frame(tour), words, folder(itinerary.heart(tour))) | {"corridors": lines}


def _frame(tour: Tour) -> Frame:
    """The box around all places of the tour; without places the whole world is coarse."""
    positions = list(itinerary.unwrapped(tour).values())
    if not positions:
        return Frame(0, 0, 0, 0)
    longitudes, latitudes = zip(*positions, strict=True)
    west, east = min(longitudes) - MARGIN, max(longitudes) + MARGIN
    return Frame(west, min(latitudes) - MARGIN, east, max(latitudes) + MARGIN)


def _about(snapshot: Snapshot, words: Words) -> dict[str, str]:
    """What the file says of itself: all that it holds, the view it was saved with, and the day of its facts."""
    whole = contents(Snapshot(snapshot.whole, snapshot.whole, View(snapshot.whole.id)))
    saved = contents(snapshot) if snapshot.view.filters else ""
    return words.said({"whole": whole, "saved": saved, "as_of": as_of_words(snapshot.whole)})


def _fonts(language: str) -> str:
    """The font faces that are carried along, with their files inside; other scripts fall back to the system's fonts."""
    faces = re.findall(r"@font-face {.*?}", (ASSETS / "fonts" / "fonts.css").read_text(encoding="utf-8"), re.DOTALL)
    carried = (*FONTS, KAZAKH) if language in CYRILLIC[1:] else FONTS
    style = "\n".join(face for face in faces if any(font in face for font in carried))
    for font in carried:
        data = b64encode((ASSETS / "fonts" / font).read_bytes()).decode()
        style = style.replace(f"url({font})", f"url(data:font/woff2;base64,{data})")
    return style


def _script(text: str) -> str:
    return text.replace("</script", "<\\/script")


def _style(name: str) -> str:
    """A stylesheet with its images inside."""
    path = ASSETS / name

    def inside(match: re.Match[str]) -> str:
        return f"url(data:image/png;base64,{b64encode((path.parent / match[1]).read_bytes()).decode()})"

    return re.sub(r"url\(([\w/-]+\.png)\)", inside, path.read_text(encoding="utf-8"))
