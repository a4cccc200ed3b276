"""The route `/card`: the page of a link to a view (`mapapp.exports.preview`), as the reader's browser reaches it."""

import re

from starlette.requests import Request
from starlette.routing import Route

from mapapp import assembly
from mapapp.exports import preview
from mapapp.maps.document import csp_hash
from mapapp.web import origins
from mapapp.web.answers import PAGES, Plan, asked, in_language, planned, seer
from mapapp.web.lanes import Sent

POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; img-src 'self'; style-src {}"
_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?", re.ASCII)


@planned(PAGES)
def card(request: Request) -> Plan:
    """The page for the view in the query, in its language or that of the browser, as the picture is."""
    view, root = asked(request), base(request)
    who, public = seer(request, view)
    view, vary = in_language(request, view, assembly.loaded(view.tour, who).tour.language)

    def write() -> Sent:
        policy = POLICY.format(csp_hash(preview.style(view.theme)))
        told = "Host, X-Forwarded-Host, X-Forwarded-Proto" if origins.behind_proxy() else "Host"
        headers = {"Content-Security-Policy": policy, "Vary": told}
        page = preview.page(assembly.snapshot(view, viewer=who), root)
        return Sent(page.encode(), "text/html", headers)

    inputs = ("card", view, root, assembly.fingerprints(view, who))
    return Plan(inputs, write, public, vary)


def base(request: Request, depth: int = 1) -> str:
    """The address below which the routes lie, as the reader's browser knows it, with a slash at its end.

    ``depth`` is the number of parts that the route's own path has.

    A proxy in front tells scheme and host by X-Forwarded-Proto and X-Forwarded-Host. Any reader could, so they are
    heard only where a setting says that one is there (`origins.behind_proxy`). A host that is none is not repeated:
    then the address has neither, and previews do without the picture.
    """
    scheme, host = request.url.scheme, request.headers.get("host", "")
    if origins.behind_proxy():
        scheme = _first(request, "x-forwarded-proto") or scheme
        host = _first(request, "x-forwarded-host") or host
    folder = request.url.path.rsplit("/", depth)[0] + "/"
    if scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return folder
    return f"{scheme}://{host}{folder}"


def _first(request: Request, header: str) -> str:
    """The first of the values that proxies in a row have put into a header."""
    return request.headers.get(header, "").partition(",")[0].strip()


def routes() -> list[Route]:
    """The route of the page."""
    return [Route("/card", card)]
