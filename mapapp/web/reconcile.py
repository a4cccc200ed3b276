"""The routes of the Reconciliation API (`mapapp.reconciliation`): ``/reconcile`` and what lies below it.

What they say is in the language of ``lang`` in the address, else of Accept-Language; values of properties are data and
stay as they are.
"""

import json
from collections.abc import Callable
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.routing import Route

from mapapp.errors import RequestError
from mapapp.maps.document import csp_hash
from mapapp.message import tr
from mapapp.reconciliation import looking
from mapapp.reconciliation.manifest import manifest
from mapapp.reconciliation.queries import TooSlow, answers
from mapapp.reconciliation.vocabulary import Json
from mapapp.web import origins
from mapapp.web.answers import PAGES, at_once
from mapapp.web.lanes import Busy, Sent
from mapapp.web.preview import base
from mapapp.web.spoken import words_of
from mapapp.words.language import Words

MOST_BYTES = 1_000_000  # of a request
SPOKEN = {"Vary": "Origin, Accept-Language"}
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors {}; style-src {}"


@at_once(PAGES, MOST_BYTES)
def reconcile(request: Request, body: bytes) -> Sent:
    """Results of a batch of queries, data about places, or the manifest where neither is asked for."""
    form = _parameters(request, body)
    try:
        if "queries" in form:
            return _json(request, answers(form["queries"]))
    except TooSlow:
        raise Busy from None
    if "extend" in form:
        return _json(request, looking.extended(form["extend"]))
    return _json(request, manifest(base(request)))


def _parameters(request: Request, body: bytes) -> dict[str, str]:
    """What stands in the query of the address and, as a form, in the body. Raises RequestError."""
    try:
        pairs = parse_qs(request.url.query, keep_blank_values=True, max_num_fields=20)
        pairs |= parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=20)
    except ValueError:
        raise RequestError(tr("The request is no form with 'queries' or 'extend'.")) from None
    return {name: values[0] for name, values in pairs.items()}


def _looked_up(name: str, look: Callable[[str, Words], Json]) -> Callable[[Request, bytes], Sent]:
    def sent(request: Request, _body: bytes) -> Sent:
        return _json(request, look(request.query_params.get(name, ""), words_of(request.scope)))

    return sent


@at_once(PAGES, MOST_BYTES)
def preview(request: Request, _body: bytes) -> Sent:
    """A place in a few lines, for a frame."""
    policy = POLICY.format(origins.frame_ancestors(), csp_hash(looking.STYLE))
    page = looking.preview(request.query_params.get("id", ""), words_of(request.scope))
    return Sent(page.encode("utf-8", "replace"), "text/html", {"Content-Security-Policy": policy, **SPOKEN})


def _json(request: Request, data: object) -> Sent:
    told = json.dumps(words_of(request.scope).said(data), ensure_ascii=False, allow_nan=False)
    return Sent(told.encode("utf-8", "replace"), "application/json", SPOKEN)


def routes() -> list[Route]:
    """The routes."""
    looks = {
        "suggest/entity": ("prefix", looking.entities),
        "suggest/type": ("prefix", looking.types),
        "suggest/property": ("prefix", looking.properties),
        "properties": ("type", looking.proposed),
    }
    below = [
        Route(f"/reconcile/{path}", at_once(PAGES, MOST_BYTES)(_looked_up(*look)), methods=["GET", "OPTIONS"])
        for path, look in looks.items()
    ]
    return [
        Route("/reconcile", reconcile, methods=["GET", "POST", "OPTIONS"]),
        Route("/reconcile/preview", preview, methods=["GET", "OPTIONS"]),
        *below,
    ]
