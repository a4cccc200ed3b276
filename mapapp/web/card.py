"""The page that a link to a view shows where it is shared: title, contents and picture, and a way on to the app.

It runs no script. Services that preview links read its Open Graph and Twitter tags, which need absolute addresses; what
a reader clicks is relative, so that it works below any base path.
"""

import re
from html import escape
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from mapapp import assembly
from mapapp.exports.sheet import SIZES, Sheet
from mapapp.maps.document import csp_hash
from mapapp.palette import THEMES
from mapapp.view import View
from mapapp.web.answers import answered

SIZE = "social"
LOCALES = {"en": "en_GB", "fr": "fr_FR", "de": "de_DE", "ru": "ru_RU"}
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; img-src 'self'; style-src {}"
_PAGE = Template(Path(__file__).with_suffix(".html").read_text(encoding="utf-8"))
_STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?", re.ASCII)


@answered
def card(request: Request) -> Response:
    """The page for the view in the query; ``lang`` chooses its language as it does that of the picture."""
    from mapapp.exports.words import Words  # Babel, which only this page needs

    query = request.url.query
    view, sheet = View.parse(query), Sheet.parse(query)
    snapshot = assembly.snapshot(view)
    words = Words(sheet.language)
    language = "" if sheet.language == "en" else f"&lang={sheet.language}"
    picture = f"snapshot.png?{view.query()}&size={SIZE}{language}"
    contents = words.contents(snapshot)
    style = _style(view.theme)
    texts = {
        "language": sheet.language,
        "locale": LOCALES[sheet.language],
        "title": snapshot.whole.title,
        "description": contents,
        "page": f"{base(request)}card?{view.query()}{language}",
        "image": base(request) + picture,
        "alt": f"{words['map']}: {snapshot.whole.title}. {contents}",
        "picture": picture,
        "app": f"./?{view.query()}",
        "open": words["open"],
        "width": str(SIZES[SIZE][0]),
        "height": str(SIZES[SIZE][1]),
    }
    html = _PAGE.substitute({name: escape(text) for name, text in texts.items()}, style=style)
    policy = POLICY.format(csp_hash(style))
    headers = {"Content-Security-Policy": policy, "Vary": "Host, X-Forwarded-Host, X-Forwarded-Proto"}
    return Response(html, media_type="text/html", headers=headers)


def base(request: Request) -> str:
    """The address below which the routes lie, as the reader's browser knows it, with a slash at its end.

    A proxy in front tells scheme and host by X-Forwarded-Proto and X-Forwarded-Host. A host that is none is not
    repeated: then the address has neither, and previews do without the picture.
    """
    scheme = _first(request, "x-forwarded-proto") or request.url.scheme
    host = _first(request, "x-forwarded-host") or request.headers.get("host", "")
    folder = request.url.path.rpartition("/")[0] + "/"
    if scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return folder
    return f"{scheme}://{host}{folder}"


def _first(request: Request, header: str) -> str:
    """The first of the values that proxies in a row have put into a header."""
    return request.headers.get(header, "").partition(",")[0].strip()


def _style(theme: str) -> str:
    if theme in THEMES:
        return f":root {{ {THEMES[theme].css()} }}\n{_STYLE}"
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ {THEMES['dark'].css()} }} }}"
    return f":root {{ {THEMES['light'].css()} }}\n{dark}\n{_STYLE}"


def routes() -> list[Route]:
    """The route of the page."""
    return [Route("/card", card)]
