"""The map document, the words about its events, and the files that the document needs.

All are packed once, when they are written, and kept so: those of an archive are fifteen times as large unpacked.
"""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from mapapp import assembly
from mapapp.catalogue.listing import corridor_folder
from mapapp.corridor import Corridor
from mapapp.errors import ViewError, clipped
from mapapp.exports.sheet import SWITCHES
from mapapp.languages import ENGLISH
from mapapp.maps import basemap, filters, scenes
from mapapp.maps.document import Heading, Links, document
from mapapp.maps.state import TILE_HOST, route_state, state
from mapapp.message import series, tr
from mapapp.routing import enquiry
from mapapp.routing.route import find_route
from mapapp.snapshot import Snapshot
from mapapp.view import TILES, View
from mapapp.web import origins
from mapapp.web.answers import PAGES, Plan, asked, in_language, planned, seer
from mapapp.web.kept import SCRIPT, STYLE, files_version
from mapapp.web.lanes import Sent
from mapapp.words.cards import one_by_one
from mapapp.words.contents import introduced
from mapapp.words.corridors import described
from mapapp.words.language import Words
from mapapp.words.told_corridor import told_corridor

GZIP = 31  # the bits of the window by which zlib knows that a head of gzip is wanted
LEVEL = 6  # of gzip; the last levels take three times as long for a hundredth of the size
PIECE = 500  # values of a list that are written at once
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}; font-src 'self'; "
    "img-src 'self' data:{tiles}; connect-src 'self'; script-src 'self' {script}; style-src 'self' {style}"
)


@planned(PAGES)
def embed(request: Request) -> Plan:
    """The map document for the view in the query; with ``from`` or ``to`` for that way through its first corridor.

    With ``scene`` it tells the story of the tour beside the map, beginning there.

    Its title and summary stand above it, unless the query says ``title=off``.
    """
    view, headed = asked(request), _headed(request)
    who, public = seer(request, view)
    view, vary = in_language(request, view, assembly.loaded(view.tour, who).tour.language)
    ancestors = origins.frame_ancestors()
    query = {name: value for name, value in request.query_params.items() if name in enquiry.NAMES}

    def write() -> Sent:
        snapshot = assembly.snapshot(view, viewer=who)
        links = _links(snapshot)
        told = state(snapshot.whole, view) | _way(snapshot, query) | _story(snapshot)
        page = document(snapshot, links, told, replace(_heading(snapshot, query), shown=headed))
        tiles = f" {TILE_HOST}" if view.basemap == TILES else ""
        policy = POLICY.format(ancestors=ancestors, tiles=tiles, script=page.script_hash, style=page.style_hash)
        html = gzip.compress(page.html.encode(), LEVEL, mtime=0)
        return Sent(html, "text/html", {"Content-Security-Policy": policy}, gzipped=True)

    inputs = ("embed", view, headed, ancestors, query, assembly.fingerprints(view, who))
    return Plan(inputs, write, public, vary)


def _links(snapshot: Snapshot) -> Links:
    """Where the document finds its words, in its own language."""
    lang = "" if snapshot.language == ENGLISH else f"lang={snapshot.language}"
    view = snapshot.view
    asked = View(tour=snapshot.whole.id, beside=view.beside, language=view.language and snapshot.language)
    corridors = f"corridor.json?{lang}&corridor=" if lang else "corridor.json?corridor="
    labels = f"labels.json?{lang}" if lang else ""
    return Links(SCRIPT, STYLE, "basemap/", f"cards.json?{asked.query()}", corridors, files_version(), labels)


def _headed(request: Request) -> bool:
    said = request.query_params.get("title", "on")
    if said not in SWITCHES:
        shown, known = clipped(said, 40), series(SWITCHES)
        sentence = tr("'{name}={value}' in the link is not one of {known}.", name="title", value=shown, known=known)
        raise ViewError("title", sentence)
    return said == "on"


def _heading(snapshot: Snapshot, query: dict[str, str]) -> Heading:
    """The title and the summary of what the map shows: a way through a corridor, or the tour as the view leaves it."""
    for corridor in _corridor_of(snapshot, query):
        return Heading(corridor.title, [corridor.summary], language=corridor.language)
    told = [snapshot.whole.summary] if snapshot.view.scene else introduced(snapshot)  # a scene stands beside the map
    return Heading(snapshot.whole.title, told, language=snapshot.whole.language)


def _corridor_of(snapshot: Snapshot, query: dict[str, str]) -> list[Corridor]:
    """The corridor through which the query asks for a way; none where it asks for no way."""
    return [c for c in snapshot.corridors if c.nodes][:1] if {"from", "to"} & set(query) else []


def _way(snapshot: Snapshot, query: dict[str, str]) -> dict[str, Any]:
    for corridor in _corridor_of(snapshot, query):
        wanted, _ = enquiry.parse(query, corridor)
        route = find_route(corridor, wanted.start, wanted.end, via=wanted.via, allow=wanted.allow)
        return route_state(route, corridor.id)
    return {}


def _story(snapshot: Snapshot) -> dict[str, Any]:
    """The scenes, where the view asks for one of them."""
    number = snapshot.view.scene
    return {"story": scenes.described(snapshot.whole, Words(snapshot.language)), "scene": number} if number else {}


@planned(PAGES)
def event_cards(request: Request) -> Plan:
    """The words about all events of the tour, as JSON."""
    view = asked(request)
    who, public = seer(request, view)

    def write() -> Sent:
        tour = assembly.seen(view, who).tour
        return _json(one_by_one(tour, Words(Snapshot(tour, tour, view).language)))

    return Plan(("cards", view.tour, view.beside, view.language, assembly.fingerprints(view, who)), write, public)


@planned(PAGES)
def filter_rules(request: Request) -> Plan:
    """By what the events of the tour are filtered, as JSON: the page answers a filter before the server does."""
    view = asked(request)
    who, public = seer(request, view)

    def write() -> Sent:
        return _json(filters.rules(assembly.seen(view, who).tour))

    return Plan(("filters", view.tour, view.beside, assembly.fingerprints(view, who)), write, public)


@planned(PAGES)
def corridor(request: Request) -> Plan:
    """Lines and words of the first corridor that the query names, as JSON."""
    view = asked(request)
    wanted, words = (view.corridors or ("",))[0], Words(view.language or ENGLISH)
    folder = corridor_folder(wanted)

    def write() -> Sent:
        return _json(words.said(described(told_corridor(assembly.loaded_corridor(wanted).corridor, words.language))))

    return Plan(("corridor", wanted, words.language, assembly.fingerprint(folder)), write)


@planned(PAGES)
def labels(request: Request) -> Plan:
    """The names on the basemap in the language of the query, as JSON."""
    words = Words(asked(request).language or ENGLISH)
    return Plan(("labels", words.language), lambda: _json(basemap.labels(words)))


def _json(data: Mapping[str, object] | Sequence[object]) -> Sent:
    """Packed piece by piece: as one text, the words about 100,000 events would take 150 MB for a moment."""
    packer = zlib.compressobj(LEVEL, wbits=GZIP)
    packed = b"".join([*(packer.compress(piece.encode()) for piece in _pieces(data)), packer.flush()])
    return Sent(packed, "application/json", gzipped=True)


def _pieces(data: object) -> Iterator[str]:
    """Data as JSON: a list, or what gives its values, some hundred at a time, also within a mapping."""
    if isinstance(data, list | Iterator):
        values, begun = iter(data), False
        while piece := list(islice(values, PIECE)):
            yield ("," if begun else "[") + _text(piece)[1:-1]
            begun = True
        yield "]" if begun else "[]"
    elif isinstance(data, dict) and data:
        for number, (name, value) in enumerate(data.items()):
            yield f"{',' if number else '{'}{_text(name)}:"
            yield from _pieces(value) if isinstance(value, list | Iterator) else [_text(value)]
        yield "}"
    else:
        yield _text(data)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def routes() -> list[Route]:
    """The routes of the map."""
    return [
        Route("/embed", embed),
        Route("/cards.json", event_cards),
        Route("/filters.json", filter_rules),
        Route("/corridor.json", corridor),
        Route("/labels.json", labels),
    ]
