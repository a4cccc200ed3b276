"""What the head of the app's page says before Streamlit has loaded: its title, its style, and what the map will need.

Streamlit brings a style only with the elements of a page, so that the page would jump; and the map's scripts would
come when Streamlit's own have run, although the network is idle before.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from html import escape
from importlib.util import find_spec
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mapapp.maps.document import tongue
from mapapp.message import tr
from mapapp.web.kept import PAGE_STYLE, SCRIPT, SERVER, STYLE, files_version
from mapapp.web.spoken import words_of
from mapapp.words.language import Words

LANGUAGE = b'<html lang="en"'
MARK = b"<title>Streamlit</title>"  # only the page of the app itself has it
UNUSED_FONT = re.compile(rb'<link\s+rel="preload"[^>]*\sas="font"[^>]*>\s*')  # Streamlit's own face; ours is another
TITLE = tr("Tour map")
ABOUT_STREAMLITS = (  # would have a packed page, a piece of it, or none at all in place of ours
    b"accept-encoding",
    b"range",
    b"if-range",
    b"if-none-match",
    b"if-modified-since",
)


class Head:
    """Middleware that writes it into the pages of the app and leaves every other answer alone.

    ``pages`` are the last parts of their paths, "" for the first.
    """

    def __init__(self, app: ASGIApp, pages: Collection[str]) -> None:
        self._app = app
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app within does."""
        if (
            scope["type"] == "http"
            and scope["method"] in ("GET", "HEAD")
            and scope["path"].rpartition("/")[2] in self._pages
        ):
            headers = [(name, value) for name, value in scope["headers"] if name not in ABOUT_STREAMLITS]
            page = _Page(send, scope["method"], words_of(scope))
            await self._app({**scope, "method": "GET", "headers": headers}, receive, page.send)
        else:
            await self._app(scope, receive, send)


class _Page:
    """One answer: a page is held back until it is complete, anything else passes. HEAD has the headers of GET."""

    def __init__(self, send: Send, method: str, words: Words) -> None:
        self._send = send
        self._words = words
        self._bodiless = method == "HEAD"
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if headers.get("content-type", "").startswith("text/html"):
                self._start = message
                return
        elif self._start and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if message.get("more_body"):
                return
            message = {**message, "body": self._written(MutableHeaders(scope=self._start))}
            await self._send(self._start)
        if self._bodiless and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)

    def _written(self, headers: MutableHeaders) -> bytes:
        if MARK not in self._body:
            return self._body
        body = self._body.replace(MARK, _head(self._words).encode(), 1)
        body = UNUSED_FONT.sub(b"", body.replace(LANGUAGE, f"<html {tongue(self._words)}".encode(), 1))
        headers["Content-Length"] = str(len(body))
        for name in ("ETag", "Last-Modified", "Accept-Ranges"):  # they are of Streamlit's page, not of ours
            del headers[name]
        headers.add_vary_header("Accept-Language")
        return body


@lru_cache(maxsize=1)
def frame_scripts() -> tuple[str, ...]:
    """Streamlit's own scripts that the map's frame waits for and its page does not name; none where they are not found.

    Their names change with each release, so they are looked up: the script of components, and what it imports.
    Streamlit ships no list of its scripts, so that their own lines of import are the only place that names them.
    """
    spec = find_spec("streamlit")
    folder = Path(spec.submodule_search_locations[0] if spec and spec.submodule_search_locations else "") / "static"
    try:
        known = (folder / "index.html").read_text(encoding="utf-8")
        found = [path.name for path in (folder / "static" / "js").glob("BidiComponent.*.js")]
        for name in found:
            script = (folder / "static" / "js" / name).read_text(encoding="utf-8")
            imported = re.findall(r'(?:from|import)"\./([\w.-]+\.js)"', script)
            found += [other for other in dict.fromkeys(imported) if other not in known and other not in found]
    except OSError:
        return ()
    return tuple(found)


def _head(words: Words) -> str:
    version = files_version()
    scripts = "".join(f'<link rel="modulepreload" crossorigin href="static/js/{name}">' for name in frame_scripts())
    return (
        f'<title>{escape(words.say(TITLE))}</title><script src="{SERVER}?{version}"></script>{scripts}'
        f'<link rel="stylesheet" href="{PAGE_STYLE}?{version}">'
        f'<link rel="prefetch" href="{SCRIPT}?{version}" as="script">'  # for the document in the frame, not for this
        f'<link rel="prefetch" href="{STYLE}?{version}" as="style">'
    )
