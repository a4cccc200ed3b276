"""The page that a link to a view shows where it is shared: title, contents and picture, and a way on to the app.

It runs no script. Services that preview links read its Open Graph and Twitter tags, which need absolute addresses; what
a reader clicks is relative, so that it works below any base path.
"""

import re
from html import escape
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.routing import Route

from mapapp import assembly
from mapapp.exports.sheet import SIZES, Sheet
from mapapp.maps.document import csp_hash
from mapapp.palette import THEMES
from mapapp.view import View
from mapapp.web import origins
from mapapp.web.answers import PAGES, Plan, asked, planned
from mapapp.web.lanes import Sent
from mapapp.words.contents import contents, introduced
from mapapp.words.language import Words

SIZE = "social"
LOCALES = {"en": "en_GB", "fr": "fr_FR", "de": "de_DE", "ru": "ru_RU"}
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; img-src 'self'; style-src {}"
_PAGE = Template(Path(__file__).with_suffix(".html").read_text(encoding="utf-8"))
_STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?", re.ASCII)


@planned(PAGES)
def card(request: Request) -> Plan:
    """The page for the view in the query; ``lang`` chooses its language as it does that of the picture."""
    view, sheet, root = asked(request), Sheet.parse(request.url.query), base(request)

    def write() -> Sent:
        style = _style(view.theme)
        policy = POLICY.format(csp_hash(style))
        told = "Host, X-Forwarded-Host, X-Forwarded-Proto" if origins.behind_proxy() else "Host"
        headers = {"Content-Security-Policy": policy, "Vary": told}
        return Sent(_page(view, sheet.language, root, style).encode(), "text/html", headers)

    return Plan(("card", view, sheet, root, assembly.fingerprints(view)), write)


def _page(view: View, language: str, root: str, style: str) -> str:
    snapshot, words = assembly.snapshot(view), Words(language)
    told = contents(snapshot, words)
    spoken = "" if language == "en" else f"&lang={language}"
    picture = f"snapshot.png?{view.query()}&size={SIZE}{spoken}"
    texts = {
        "language": language,
        "locale": LOCALES[language],
        "title": snapshot.whole.title,
        "description": " ".join(introduced(snapshot, words)),
        "page": f"{root}card?{view.query()}{spoken}",
        "image": root + picture,
        "alt": f"{words['map']}: {snapshot.whole.title}. {told}",
        "picture": picture,
        "app": f"./?{view.query()}",
        "open": words["open"],
        "width": str(SIZES[SIZE][0]),
        "height": str(SIZES[SIZE][1]),
    }
    return _PAGE.substitute({name: escape(text) for name, text in texts.items()}, style=style)


def base(request: Request) -> str:
    """The address below which the routes lie, as the reader's browser knows it, with a slash at its end.

    A proxy in front tells scheme and host by X-Forwarded-Proto and X-Forwarded-Host. Any reader could, so they are
    heard only where a setting says that one is there (`origins.behind_proxy`). A host that is none is not repeated:
    then the address has neither, and previews do without the picture.
    """
    scheme, host = request.url.scheme, request.headers.get("host", "")
    if origins.behind_proxy():
        scheme = _first(request, "x-forwarded-proto") or scheme
        host = _first(request, "x-forwarded-host") or host
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
