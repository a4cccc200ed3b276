"""The routes that the app has: one that is added to it is attacked without anybody thinking of it."""

from starlette.routing import Route

from mapapp.exports import FORMATS
from mapapp.web import routes

APART = ("/assets/", "/reconcile", "/ogc")  # say nothing of a tour, or have addresses of their own


def plain() -> tuple[str, ...]:
    """Every route that has no part to fill in."""
    return tuple(route.path for route in routes() if isinstance(route, Route) and "{" not in route.path)


def of_a_tour() -> tuple[str, ...]:
    """Those that answer about a tour, without their slash; the files among them are `FORMATS`."""
    return tuple(path.strip("/") for path in plain() if not path.startswith(APART))


def for_programs() -> tuple[str, ...]:
    """Those among them that are no files: words and rules that scripts of a page ask for, as JSON."""
    files = {format_.name for format_ in FORMATS}
    return tuple(name for name in of_a_tour() if name.endswith(".json") and name not in files)
