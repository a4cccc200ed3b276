"""The file that survives: one HTML file with map, basemap and all events inside, which asks nobody for anything.

It holds the whole tour and opens with the filters of the view. A Content-Security-Policy of hashes forbids every
script that we did not write, and every request.
"""

import re
from base64 import b64encode
from dataclasses import replace
from html import escape
from string import Template
from typing import Any

from mapapp import country
from mapapp.cards import cards, place_line, when_line
from mapapp.maps import corridor, itinerary
from mapapp.maps.bundle import ASSETS, LEAFLET, SCRIPTS
from mapapp.maps.coarse import Frame, basemap
from mapapp.maps.document import THEME_STYLE, csp_hash, script_json, write_parts
from mapapp.maps.state import state
from mapapp.selection import FACETS
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour

MARGIN = 8.0  # degrees around the stops in which the basemap stays exact
_PAGE = Template((ASSETS / "standalone.html").read_text(encoding="utf-8"))
FONTS = ("noto-sans-latin-wght-normal.woff2", "noto-sans-cyrillic-wght-normal.woff2")  # what 56 KB can carry
_STYLES = ("leaflet/leaflet.css", "tour_map.css", "list.css", "standalone.css")
_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; font-src data:; "
    "script-src {}; style-src {}"
)


def standalone(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8; the same snapshot gives the same bytes."""
    tour = snapshot.whole
    carried = replace(snapshot, available=snapshot.corridors)
    parts = write_parts(carried)
    inside = basemap(_frame(tour)) | {"corridors": {c.id: corridor.described(c) for c in carried.available}}
    data = parts.data | {
        "inside": inside,
        "cards": cards(tour),
        "filters": _filters(tour),
        "state": state(tour, replace(snapshot.view, basemap="")) | {"corridors": [c.id for c in snapshot.corridors]},
        "query": snapshot.view.query(),
    }
    scripts = [_script(LEAFLET), parts.script, *map(_script, (*SCRIPTS, "list.js", "filters.js", "standalone.js"))]
    styles = [THEME_STYLE, _fonts(), *map(_style, _STYLES)]
    policy = _POLICY.format(" ".join(map(csp_hash, scripts)), " ".join(map(csp_hash, styles)))
    return _PAGE.substitute(
        policy=policy,
        title=escape(tour.title),
        summary=escape(tour.summary),
        styles="\n".join(f"<style>{style}</style>" for style in styles),
        body=parts.body,
        itinerary=_itinerary(tour),
        data=script_json(data),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    ).encode()


def _frame(tour: Tour) -> Frame:
    """The box around all places of the tour; without places the whole world is coarse."""
    positions = list(itinerary.unwrapped(tour).values())
    if not positions:
        return Frame(0, 0, 0, 0)
    longitudes, latitudes = zip(*positions, strict=True)
    west, east = min(longitudes) - MARGIN, max(longitudes) + MARGIN
    return Frame(west, min(latitudes) - MARGIN, east, max(latitudes) + MARGIN)


def _filters(tour: Tour) -> dict[str, Any]:
    """What the file's own filters need: for each facet its values with their words and events, and days of events."""
    words = {
        "countries": country.name,
        "travellers": lambda id_: tour.person[id_].name,
        "people": lambda id_: tour.person[id_].name,
        "statuses": str.capitalize,
    }
    facets = {}
    for facet in FACETS:
        found: dict[str, list[int]] = {}
        for index, event in enumerate(tour.events):
            for value in facet.values(tour, event):
                found.setdefault(value, []).append(index)
        label = words.get(facet.name, tour.label)
        facets[facet.name] = [[value, label(value), events] for value, events in sorted(found.items())]
    return {"facets": facets, "days": [[str(day) for day in event.when.reach] for event in tour.events]}


def _itinerary(tour: Tour) -> str:
    """The events as plain markup, for readers whose browser runs no scripts."""
    lines = (
        f"<li><strong>{escape(when_line(e))}, {escape(place_line(e.at))}: {escape(e.title)}</strong> "
        f"{escape(e.summary)} {escape('' if e.status == 'held' else f'({e.status})')}</li>"
        for e in tour.events
    )
    return f"<ol>{''.join(lines)}</ol>"


def _fonts() -> str:
    """The font faces that are carried along, with their files inside; other scripts fall back to the system's fonts."""
    faces = re.findall(r"@font-face {.*?}", (ASSETS / "fonts" / "fonts.css").read_text(encoding="utf-8"), re.DOTALL)
    style = "\n".join(face for face in faces if any(font in face for font in FONTS))
    for font in FONTS:
        data = b64encode((ASSETS / "fonts" / font).read_bytes()).decode()
        style = style.replace(f"url({font})", f"url(data:font/woff2;base64,{data})")
    return style


def _script(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8").replace("</script", "<\\/script")


def _style(name: str) -> str:
    """A stylesheet with its images inside."""
    path = ASSETS / name

    def inside(match: re.Match[str]) -> str:
        return f"url(data:image/png;base64,{b64encode((path.parent / match[1]).read_bytes()).decode()})"

    return re.sub(r"url\(([\w/-]+\.png)\)", inside, path.read_text(encoding="utf-8"))
