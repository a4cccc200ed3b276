"""What every answer tells the browser beside its content: what a page may run, load and be framed by.

A route with a policy of its own, such as the map document, keeps it; where it does not say which pages may frame it,
those from here may. Everything else has the policy of the app's pages: scripts and requests only from here, and no page
of another host around it.
"""

from functools import lru_cache
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mapapp.maps.document import csp_hash

# Streamlit loads the scripts of components from a blob, and sets styles as attributes. It also tries whether numbers of
# 64 bits can be had from WebAssembly, which is refused here, and does without.
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self'; "
    "script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; media-src 'self' blob:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; "
    "manifest-src 'self'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), usb=(), clipboard-read=(), clipboard-write=(self), fullscreen=(self)"
    ),
}
FRAMED = "frame-ancestors"
_COOKIES = "_streamlit"


class Guards:
    """Middleware around all others that adds these headers where an answer has none of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        page_policy()  # read now, not for the first visitor

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app within does."""
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            begun = True
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                _guard(MutableHeaders(scope=message), message["status"], over_tls=_over_tls(scope))
            await send(message)

        try:
            await self._app(scope, receive, guarded)
        except Exception:
            if not begun and scope["type"] == "http":  # Starlette's own answer to a fault comes from outside of us
                await PlainTextResponse("Internal Server Error", 500)(scope, receive, guarded)
            raise


def _guard(headers: MutableHeaders, status: int, *, over_tls: bool) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if status != 304:  # a browser would put it in the place of the policy of what it has kept
        policy = headers.setdefault("Content-Security-Policy", page_policy())
        if FRAMED not in policy:  # for which no default-src stands
            headers["Content-Security-Policy"] = f"{policy}; {FRAMED} 'self'"
    cookies = headers.getlist("set-cookie")
    if over_tls and any(_needs_secure(cookie) for cookie in cookies):
        del headers["set-cookie"]
        for cookie in cookies:
            headers.append("set-cookie", f"{cookie}; Secure" if _needs_secure(cookie) else cookie)


def _needs_secure(cookie: str) -> bool:
    """Whether it is one of Streamlit's, which knows of TLS only where it speaks it itself."""
    return cookie.startswith(_COOKIES) and "secure" not in [part.strip().lower() for part in cookie.split(";")]


def _over_tls(scope: Scope) -> bool:
    """Whether the reader came by TLS, also to a proxy. Who says so untruly restricts a cookie of his own alone."""
    told = Headers(scope=scope).get("x-forwarded-proto", "") if scope["type"] == "http" else ""
    return scope.get("scheme") == "https" or told.partition(",")[0].strip().lower() == "https"


@lru_cache(maxsize=1)
def page_policy() -> str:
    """The policy of the app's pages, with the hash of each script that stands in Streamlit's own page."""
    spec = find_spec("streamlit")
    folder = Path(spec.submodule_search_locations[0] if spec and spec.submodule_search_locations else "") / "static"
    scripts = _Scripts()
    scripts.feed((folder / "index.html").read_text(encoding="utf-8"))
    return POLICY.format(scripts=" ".join(("'self'", "blob:", *map(csp_hash, scripts.found))))


class _Scripts(HTMLParser):
    """The texts of the scripts that stand in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and not any(name == "src" for name, _ in attrs)
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data
