"""The whole HTML document of a map, written by Folium once for a tour.

Text never enters a template: it travels in a JSON block, and ``tour_map.js`` puts it in place as text. Element ids are
renumbered, so that the same snapshot always gives the same bytes.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from string import Template
from typing import Any

import folium
from branca.element import Element

from mapapp.ground import part
from mapapp.languages import ENGLISH
from mapapp.maps import LAYERS, basemap, itinerary
from mapapp.maps.bundle import ASSETS, SCRIPTS
from mapapp.marks import eventless
from mapapp.message import series
from mapapp.palette import THEMES
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.words import legend
from mapapp.words.cards import visit_id
from mapapp.words.contents import BASEMAP_CREDITS, BORDERS, NOTICE, PLACES_CREDIT
from mapapp.words.language import Words
from mapapp.words.scripts import spoken
from mapapp.words.sides import side_words
from mapapp.words.told_corridor import told_corridor
from mapapp.words.untold import markups, untold_names

CREDITS = (*BASEMAP_CREDITS, PLACES_CREDIT, "Leaflet")
THEME_STYLE = "\n".join(f':root[data-theme="{name}"] {{ {theme.css()} }}' for name, theme in THEMES.items())
_PAGE = Template((ASSETS / "page.html").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Links:
    """Where the document finds what it does not carry: addresses relative to it.

    ``script`` and ``style`` are the bundles, ``basemap`` is a folder ending in "/", ``cards`` is the JSON with the
    words about the events, ``corridor`` that of a corridor, whose id follows it, ``labels`` the names on the basemap,
    "" for those in English that it has itself.
    ``version`` is added to the first three as a query, so that a changed file is never taken from a browser's cache.
    """

    script: str
    style: str
    basemap: str
    cards: str
    corridor: str
    version: str
    labels: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The document as HTML, and the hashes of its inline script and style as a Content-Security-Policy wants them."""

    html: str
    script_hash: str
    style_hash: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What Folium wrote: the body, the script, and the data that ``tour_map.js`` needs beside them."""

    body: str
    script: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the map where it is ``shown``, and describes the page: a title, and a sentence or two.

    ``language`` is that of an author, whose texts are marked where they are not in that of the page.
    """

    title: str
    summary: Sequence[str] = ()
    shown: bool = True
    language: str = ENGLISH

    def html(self, words: Words) -> str:
        """The heading as an element; "" where it is not shown."""
        if not self.shown:
            return ""
        title, summary = (markups(texts, self.language, words) for texts in ([self.title], self.summary))
        return f"<header><h1>{title}</h1>{f'<p>{summary}</p>' if summary else ''}</header>\n"


def document(snapshot: Snapshot, links: Links, state: Mapping[str, Any], heading: Heading | None = None) -> Document:
    """Write the document for a page that can fetch files.

    ``state`` is what the page shows at first: ``visible`` (the bits of the selection, absent for all events),
    ``selected`` (the id of a card), ``framing`` ([longitude, latitude, zoom]) and ``theme``.
    Without ``heading`` the page is called as the tour is, and nothing stands above the map.
    """
    parts = write_parts(snapshot)
    words, tour = Words(snapshot.language), snapshot.whole
    heading = heading or Heading(tour.title, [tour.summary], shown=False)
    title = words.say(heading.title)
    html = _PAGE.substitute(
        tongue=tongue(words),
        title=escape(title),
        description=escape(words.say(series(heading.summary, " ")) or title),
        heading=heading.html(words),
        style_url=f"{links.style}?{links.version}",
        script_url=f"{links.script}?{links.version}",
        style=f"<style>{THEME_STYLE}</style>",
        body=parts.body,
        data=script_json(parts.data | {"urls": _urls(links, snapshot.whole), "state": dict(state)}),
        folium=f"<script>{parts.script}</script>",
    )
    return Document(html, csp_hash(parts.script), csp_hash(THEME_STYLE))


def write_parts(snapshot: Snapshot, more: Iterable[str] = ()) -> Parts:
    """Let Folium write the map of the whole tour. ``more`` are scripts whose words are needed beside the map's."""
    tour, words = snapshot.whole, Words(snapshot.language)
    map_, body, script = _folium(snapshot)
    available = [told_corridor(corridor, words.language) for corridor in snapshot.available]
    data = itinerary.described(tour, words) | {
        "map": map_,
        "layers": list(basemap.FILES),
        "corridors": [{"id": c.id, "title": c.title} for c in available],
        "home": sorted(tour.countries),
        "travellers": [tour.person[t].name for t in tour.travellers],
        "untold": untold_names(tour, words),
        **side_words(tour),
        "ids": [*(event.id for event in tour.events), *map(visit_id, eventless(tour))],
        "borders": words.said(BORDERS),
        "notice": words.say(NOTICE),
        "credits": words.said(CREDITS),
        "legend": words.said(legend.TEXTS),
    }
    return Parts(body, script, words.said(data) | spoken(words.language, (ASSETS / name for name in (*SCRIPTS, *more))))


def tongue(words: Words) -> str:
    """The attributes of a page in a language; a page in one that runs from left to right need not say so."""
    return f'lang="{words.language}"' + (f' dir="{words.direction}"' if words.direction != "ltr" else "")


def csp_hash(text: str) -> str:
    """The hash of an inline script or style, in the form of a Content-Security-Policy."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def script_json(data: object) -> str:
    """JSON that may stand inside a script element: nothing in it can end the element or the line."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _urls(links: Links, tour: Tour) -> dict[str, Any]:
    own = part(itinerary.heart(tour))
    folder = f"{links.basemap}{own}/" if own else links.basemap
    files = {id_: f"{folder}{file}?{links.version}" for id_, file in (basemap.FILES | basemap.OTHER_BORDERS).items()}
    return {
        "basemap": files,
        "labels": links.labels or f"{links.basemap}labels.json?{links.version}",
        "cards": links.cards,
        "corridor": links.corridor,
    }


def _folium(snapshot: Snapshot) -> tuple[str, str, str]:
    """The name of the map's variable, the body and the script that Folium writes."""
    map_ = folium.Map(
        tiles=None,
        location=(0, 0),
        zoom_start=3,
        prefer_canvas=True,
        control_scale=True,
        attributionControl=False,
        zoom_snap=0.5,
        min_zoom=2,
        max_zoom=12,
    )
    map_.default_js, map_.default_css = [], []  # on this map alone; add_js_link would change every map's
    folium.map.CustomPane(basemap.PANE, z_index=200, pointer_events=False).add_to(map_)
    for layers in LAYERS:
        for layer in layers(snapshot):
            layer.add_to(map_)
    folium.LayerControl(position="topleft").add_to(map_)
    _renumber(map_, "tour")
    figure: Any = map_.get_root()
    figure.render()
    return map_.get_name(), figure.html.render(), figure.script.render()


def _renumber(element: Element, id_: str) -> None:
    """Give the element and all below it ids that tell what they are, instead of random ones.

    A layer is numbered by its name, which is unique, everything else by its place in the tree.
    """
    element._id = id_
    children = list(element._children.values())
    element._children.clear()
    for index, child in enumerate(children):
        _renumber(child, getattr(child, "layer_name", None) or f"{id_}_{index}")
        element._children[child.get_name()] = child
