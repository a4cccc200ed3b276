"""OGC API - Features, part 1 (OGC 17-069r4), core: ``/ogc``, for QGIS and its kin.

A program keeps the address of a landing page and writes others behind it, so a view stands in the path:
``/ogc/country=KZ&status=held/collections``. A query of that name is taken as well. What is said is in the language of
the view (``/ogc/lang=kk/collections``), else in that of the tour, as in every file: a layer keeps its names whoever
opens it.
"""

import json
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qsl, quote

from starlette.requests import Request
from starlette.routing import Route

from mapapp import assembly
from mapapp.errors import NotInCatalogue, RequestError
from mapapp.exports.geometries import Json
from mapapp.message import tr
from mapapp.view import View
from mapapp.web.answers import PAGES, Plan, in_catalogue, planned
from mapapp.web.lanes import Sent
from mapapp.web.ogc import documents, openapi
from mapapp.web.ogc.asking import OF_VIEW, only, wanted
from mapapp.web.ogc.collections import COLLECTIONS, features, named
from mapapp.web.ogc.documents import GEOJSON, JSON, OPENAPI
from mapapp.web.preview import base
from mapapp.words.language import Words

MOST_PARAMETERS = 100  # of an address


class Asked(NamedTuple):
    """A request: ``here`` is the address of the landing page, ``pairs`` the parameters in its query."""

    here: str
    view: View
    path: dict[str, str]
    pairs: list[tuple[str, str]]


Answer = Callable[[Asked], Json]


def _landing(asked: Asked) -> Json:
    only(asked.pairs)
    return documents.landing(asked.here, assembly.snapshot(asked.view))


def _api(asked: Asked) -> Json:
    only(asked.pairs)
    return openapi.description(asked.here, assembly.loaded(asked.view.tour).tour.title)


def _conformance(asked: Asked) -> Json:
    only(asked.pairs)
    return documents.conformance()


def _collections(asked: Asked) -> Json:
    only(asked.pairs)
    return documents.collections(asked.here, {id_: features(asked.view, c.kind) for id_, c in COLLECTIONS.items()})


def _collection(asked: Asked) -> Json:
    only(asked.pairs)
    found = named(asked.path["collection"])
    return documents.described(asked.here, found, features(asked.view, found.kind))


def _items(asked: Asked) -> Json:
    found, query = named(asked.path["collection"]), wanted(asked.pairs)
    shared = {name: value for name, value in asked.pairs if name not in OF_VIEW}
    return documents.items(asked.here, found, features(asked.view, found.kind), query, shared)


def _item(asked: Asked) -> Json:
    only(asked.pairs)
    found = named(asked.path["collection"])
    return documents.item(asked.here, found, features(asked.view, found.kind), asked.path["item"])


_ANSWERS: tuple[tuple[str, Answer, str], ...] = (
    ("", _landing, JSON),
    ("/", _landing, JSON),
    ("/api", _api, OPENAPI),
    ("/conformance", _conformance, JSON),
    ("/collections", _collections, JSON),
    ("/collections/{collection}", _collection, JSON),
    ("/collections/{collection}/items", _items, GEOJSON),
    ("/collections/{collection}/items/{item}", _item, GEOJSON),
)


def routes() -> list[Route]:
    """Each address without a view in its path, and with one."""
    plain = [Route(f"/ogc{path}", _endpoint(path, answer, kind)) for path, answer, kind in _ANSWERS]
    return [*plain, *(Route(f"/ogc/{{view}}{path}", _endpoint(path, answer, kind)) for path, answer, kind in _ANSWERS)]


def _endpoint(path: str, answer: Answer, media_type: str) -> Callable[..., object]:
    @planned(PAGES)
    def respond(request: Request) -> Plan:
        asked = _asked(request, path.count("/"))

        def write() -> Sent:
            words = Words(assembly.snapshot(asked.view).language)
            told = json.dumps(words.said(answer(asked)), ensure_ascii=False, allow_nan=False)
            return Sent(told.encode("utf-8", "replace"), media_type)

        return Plan(("ogc", path, asked, assembly.fingerprints(asked.view)), write)

    return respond


def _asked(request: Request, depth: int) -> Asked:
    """What is asked for; ``depth`` counts the slashes behind the landing page's own address."""
    try:
        pairs = parse_qsl(request.url.query, keep_blank_values=True, max_num_fields=MOST_PARAMETERS)
    except ValueError:
        raise RequestError(tr("The address has more than {n} parameters.", n=MOST_PARAMETERS)) from None
    written = request.path_params.get("view", "")
    if "view" in request.path_params and "=" not in written:
        raise NotInCatalogue(tr("There is nothing at this address. A view in it has names and values: country=KZ."))
    view = in_catalogue(View.parse(written or request.url.query))
    root = base(request, depth + (2 if written else 1))
    segment = f"/{quote(view.query(), safe='=&,:+')}" if view != View() else ""
    return Asked(f"{root}ogc{segment}", view, dict(request.path_params), pairs)
