"""The map document, the words about its events, and the files that the document needs."""

import hashlib
import json
from functools import lru_cache
from os import PathLike, stat_result
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from mapapp import __version__, assembly, enquiry
from mapapp.cards import cards
from mapapp.catalogue import DATA, corridor_ids
from mapapp.errors import NotInCatalogue
from mapapp.maps.corridor import described
from mapapp.maps.document import ASSETS, Links, document
from mapapp.maps.state import TILE_HOST, route_state, state
from mapapp.routing import find_route
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import TILES, View
from mapapp.web.answers import answered

BASEMAP = DATA / "basemap"
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; font-src 'self'; "
    "img-src 'self' data:{tiles}; connect-src 'self'; script-src 'self' {script}; style-src 'self' {style}"
)


@lru_cache(maxsize=1)
def files_version() -> str:
    """A short text that changes with the files of the map, for addresses that browsers may keep for good."""
    folders = (ASSETS, ASSETS / "fonts", ASSETS / "leaflet", BASEMAP)
    prints = "".join(assembly.fingerprint(folder) for folder in folders if folder.is_dir())
    return hashlib.sha256((__version__ + prints).encode()).hexdigest()[:12]


@answered
def embed(request: Request) -> Response:
    """The map document for the view in the query; with ``from`` or ``to`` for that way through its first corridor."""
    view = View.parse(request.url.query)
    snapshot = assembly.snapshot(view)
    links = Links(
        "assets/", "basemap/", f"cards.json?tour={snapshot.whole.id}", "corridor.json?corridor=", files_version()
    )
    page = document(snapshot, links, state(snapshot.whole, view) | _way(snapshot, dict(request.query_params)))
    tiles = f" {TILE_HOST}" if view.basemap == TILES else ""
    policy = POLICY.format(tiles=tiles, script=page.script_hash, style=page.style_hash)
    return Response(page.html, media_type="text/html", headers={"Content-Security-Policy": policy})


def _way(snapshot: Snapshot, query: dict[str, str]) -> dict[str, Any]:
    asked = [corridor for corridor in snapshot.corridors if corridor.nodes][:1] if {"from", "to"} & set(query) else []
    for corridor in asked:
        wanted, _ = enquiry.parse(query, corridor)
        route = find_route(corridor, wanted.start, wanted.end, via=wanted.via, allow=wanted.allow)
        return route_state(route, corridor.id)
    return {}


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


class KeptFiles(StaticFiles):
    """Files that browsers keep for a year when asked for with the current version, and ask again for otherwise."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Add the header to what the parent class answers."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        current = scope.get("query_string", b"").decode("latin-1") == files_version()
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if current else "no-cache"
        return response


def routes() -> list[BaseRoute]:
    """The routes of the map."""
    return [
        Route("/embed", embed),
        Route("/cards.json", event_cards),
        Route("/corridor.json", corridor),
        Mount("/assets", KeptFiles(directory=ASSETS)),
        Mount("/basemap", KeptFiles(directory=BASEMAP)),
    ]
