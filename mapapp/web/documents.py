"""The map document, the words about its events, and the files that the document needs."""

import json
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from mapapp import assembly
from mapapp.cards import cards
from mapapp.catalogue import corridor_ids
from mapapp.errors import NotInCatalogue
from mapapp.maps.corridor import described
from mapapp.maps.document import Links, document
from mapapp.maps.state import TILE_HOST, state
from mapapp.tour import Tour
from mapapp.view import TILES, View
from mapapp.web.answers import answered
from mapapp.web.kept import SCRIPT, STYLE, files_version

POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; font-src 'self'; "
    "img-src 'self' data:{tiles}; connect-src 'self'; script-src 'self' {script}; style-src 'self' {style}"
)


@answered
def embed(request: Request) -> Response:
    """The map document for the view in the query."""
    view = View.parse(request.url.query)
    snapshot = assembly.snapshot(view)
    cards_of_tour = f"cards.json?tour={snapshot.whole.id}"
    links = Links(SCRIPT, STYLE, "basemap/", cards_of_tour, "corridor.json?corridor=", files_version())
    page = document(snapshot, links, state(snapshot.whole, view))
    tiles = f" {TILE_HOST}" if view.basemap == TILES else ""
    policy = POLICY.format(tiles=tiles, script=page.script_hash, style=page.style_hash)
    return Response(page.html, media_type="text/html", headers={"Content-Security-Policy": policy})


@answered
def event_cards(request: Request) -> Response:
    """The words about all events of the tour, as JSON."""
    view = View.parse(request.url.query)
    return Response(_cards(assembly.loaded(view.tour).tour), media_type="application/json")


@answered
def corridor(request: Request) -> Response:
    """Lines and words of the first corridor that the query names, as JSON."""
    wanted = View.parse(request.url.query).corridors or ("",)
    for found in assembly.corridors():
        if found.id == wanted[0]:
            return Response(_json(described(found)), media_type="application/json")
    raise NotInCatalogue(f"There is no corridor '{wanted[0][:60]}'. There are: {', '.join(corridor_ids())}.")


@lru_cache(maxsize=8)
def _cards(tour: Tour) -> bytes:
    return _json(cards(tour))


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def routes() -> list[BaseRoute]:
    """The routes of the map."""
    return [
        Route("/embed", embed),
        Route("/cards.json", event_cards),
        Route("/corridor.json", corridor),
    ]
