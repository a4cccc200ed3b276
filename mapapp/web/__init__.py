"""The routes beside the app. Their query string is that of the app (`mapapp.view`)."""

import logging

from starlette.routing import Mount, Route

from mapapp.web import documents, files, kept, ogc, origins, reconcile
from mapapp.web import preview as card


def routes(base: str = "") -> list[Route | Mount]:
    """All routes, to be mounted beside the app, which may itself stand under a path such as "maps"."""
    for sentence in origins.complaints():
        logging.getLogger("mapapp").warning(sentence)
    found = [*documents.routes(), *kept.routes(), *files.routes(), *card.routes(), *reconcile.routes(), *ogc.routes()]
    path = base.strip("/")
    return [_below(f"/{path}", route) for route in found] if path else found


def _below(path: str, route: Route | Mount) -> Route | Mount:
    """The route under a path. A Mount of all of them would take the app's own addresses there, too."""
    if isinstance(route, Mount):
        return Mount(path + route.path, route.app)
    return Route(path + route.path, route.endpoint, methods=route.methods, name=route.name)
