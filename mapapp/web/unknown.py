"""Addresses at which nothing is: 404 (`mapapp.web.nowhere`), where Streamlit would send the page and say 200."""

import re
from collections.abc import Collection, Sequence
from importlib.util import find_spec
from pathlib import Path

from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mapapp.web.head import ABOUT_STREAMLITS, MARK
from mapapp.web.nowhere import nothing

# How many readers there are is for nobody else to know; who asks without a page is none whom `mapapp.access` knows
CLOSED = re.compile(r"/_stcore/(metrics|agent)(/|$)")


class Unknown:
    """Middleware below `mapapp.web.head.Head`, which writes into the pages.

    ``pages`` are the paths of the app's pages below ``base``, "" for the first; ``routes`` answer beside the app. What
    else Streamlit has is not listed here: any answer passes, but for its page under an address that is none of ours.
    """

    def __init__(self, app: ASGIApp, base: str, pages: Collection[str], routes: Sequence[BaseRoute]) -> None:
        self._app = app
        self._base = f"/{base.strip('/')}".rstrip("/")
        self._pages = {f"{self._base}/{page}".rstrip("/") for page in pages}
        self._routes = routes
        self._files = _own_files()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app within does, or with 404."""
        if scope["type"] == "http" and CLOSED.search(scope["path"]):
            await nothing(scope, self._base)(scope, receive, send)
            return
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or self._known(scope):
            await self._app(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name not in ABOUT_STREAMLITS]
        asked = {**scope, "method": "GET", "headers": headers}  # the page itself, whatever the browser has of it
        await self._app(asked, receive, _Answer(scope, receive, send, self._base).send)

    def _known(self, scope: Scope) -> bool:
        path: str = scope["path"]
        if path.rstrip("/") in self._pages or any(route.matches(scope)[0] is not Match.NONE for route in self._routes):
            return True
        file = path.removeprefix(self._base).strip("/")
        try:
            return ".." not in file and "\0" not in file and (self._files / file).is_file()
        except OSError:  # no file has so long a name
            return False


class _Answer:
    """One answer, of which the start is held back until it is clear whether it is the page."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, base: str) -> None:
        self._scope, self._receive, self._send, self._base = scope, receive, send, base
        self._start: Message | None = None
        self._refused = False

    async def send(self, message: Message) -> None:
        if self._refused:
            return
        if message["type"] == "http.response.start":
            self._start = message
            return
        if self._start:
            start, self._start = self._start, None
            if MARK in message.get("body", b""):
                self._refused = True
                await nothing(self._scope, self._base)(self._scope, self._receive, self._send)
                return
            await self._send(start)
        if self._scope["method"] == "HEAD" and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)


def _own_files() -> Path:
    """The folder of the files that Streamlit sends as they are."""
    spec = find_spec("streamlit")
    return Path(spec.submodule_search_locations[0] if spec and spec.submodule_search_locations else "") / "static"
