"""The routes that the app has: one that is added to it is attacked without anybody thinking of it."""

import importlib
import pkgutil
import re

from starlette.routing import Route
from streamlit.web.server import starlette as streamlits

from mapapp.exports import FORMATS
from mapapp.ui.menu import ENTRIES
from mapapp.web import routes

PARTS = {"view": "tour=hostile", "collection": "events", "item": "e1"}
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


def every() -> tuple[str, ...]:
    """Each address that something answers, ours and Streamlit's, with something in the place of its parts."""
    pages = [f"/{entry.path}" for entry in ENTRIES]
    own = [route.path if isinstance(route, Route) else f"{route.path}/none" for route in routes()]
    return tuple(dict.fromkeys(_filled(path) for path in (*pages, *own, *_of_streamlit())))


def _of_streamlit() -> list[str]:
    """The routes that stand as constants in the modules of its server."""
    modules = [
        importlib.import_module(f"{streamlits.__name__}.{m.name}") for m in pkgutil.iter_modules(streamlits.__path__)
    ]
    named = [value for module in modules for name, value in vars(module).items() if re.match("_?(BASE_)?ROUTE_", name)]
    return [f"/{value.strip('/')}" for value in named if isinstance(value, str)]


def _filled(path: str) -> str:
    return re.sub(r"{(\w+)(:path)?}", lambda part: PARTS.get(part[1], "x"), path)
