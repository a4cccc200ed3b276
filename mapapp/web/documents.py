"""The map document, the words about its events, and the files that the document needs."""

import json

from starlette.requests import Request
from starlette.routing import Route

from mapapp import assembly
from mapapp.cards import cards
from mapapp.catalogue import corridor_folder
from mapapp.maps.corridor import described
from mapapp.maps.document import Links, document
from mapapp.maps.state import TILE_HOST, state
from mapapp.view import TILES
from mapapp.web import origins
from mapapp.web.answers import PAGES, Plan, asked, planned
from mapapp.web.kept import SCRIPT, STYLE, files_version
from mapapp.web.lanes import Sent

POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}; font-src 'self'; "
    "img-src 'self' data:{tiles}; connect-src 'self'; script-src 'self' {script}; style-src 'self' {style}"
)


@planned(PAGES)
def embed(request: Request) -> Plan:
    """The map document for the view in the query."""
    view = asked(request)
    ancestors = origins.frame_ancestors()

    def write() -> Sent:
        snapshot = assembly.snapshot(view)
        words = f"cards.json?tour={snapshot.whole.id}"
        links = Links(SCRIPT, STYLE, "basemap/", words, "corridor.json?corridor=", files_version())
        page = document(snapshot, links, state(snapshot.whole, view))
        tiles = f" {TILE_HOST}" if view.basemap == TILES else ""
        policy = POLICY.format(ancestors=ancestors, tiles=tiles, script=page.script_hash, style=page.style_hash)
        return Sent(page.html.encode(), "text/html", {"Content-Security-Policy": policy})

    return Plan(("embed", view, ancestors, assembly.fingerprints(view)), write)


@planned(PAGES)
def event_cards(request: Request) -> Plan:
    """The words about all events of the tour, as JSON."""
    view = asked(request)

    def write() -> Sent:
        return _json(cards(assembly.loaded(view.tour).tour))

    return Plan(("cards", view.tour, assembly.fingerprints(view)), write)


@planned(PAGES)
def corridor(request: Request) -> Plan:
    """Lines and words of the first corridor that the query names, as JSON."""
    wanted = (asked(request).corridors or ("",))[0]
    folder = corridor_folder(wanted)

    def write() -> Sent:
        return _json(described(next(found for found in assembly.corridors() if found.id == wanted)))

    return Plan(("corridor", wanted, assembly.fingerprint(folder)), write)


def _json(data: object) -> Sent:
    return Sent(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), "application/json")


def routes() -> list[Route]:
    """The routes of the map."""
    return [
        Route("/embed", embed),
        Route("/cards.json", event_cards),
        Route("/corridor.json", corridor),
    ]
