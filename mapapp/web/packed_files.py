"""Streamlit's own scripts and styles, which it sends as they lie on the disk: 2.6 of the 4 MB of a first visit."""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mapapp.web.packing import packed

PATHS = re.compile(r"/static/(?:js|css)/[^/]+\.(?:js|css)$")
_ABOUT_PIECES = (b"range", b"if-range", b"accept-encoding")  # a piece of a file is no piece of its packed form


class PackedFiles:
    """Middleware that packs them for browsers that unpack, and leaves every other answer alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app within does, packed."""
        accepted = Headers(scope=scope).get("accept-encoding", "") if scope["type"] == "http" else ""
        if not accepted or scope["method"] != "GET" or not PATHS.search(scope["path"]):
            await self._app(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name not in _ABOUT_PIECES]
        await self._app({**scope, "headers": headers}, receive, _Packed(send, accepted).send)


class _Packed:
    """One answer, held back until it is complete where it is a file."""

    def __init__(self, send: Send, accepted: str) -> None:
        self._send = send
        self._accepted = accepted
        self._start: Message | None = None
        self._parts: list[bytes] = []

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            self._start = message
            return
        if self._start is None or message["type"] != "http.response.body":
            await self._send(message)
            return
        self._parts.append(message.get("body", b""))
        if message.get("more_body"):
            return
        coding, body = packed(b"".join(self._parts), self._accepted)
        headers = MutableHeaders(scope=self._start)
        headers.add_vary_header("Accept-Encoding")
        if coding:
            headers["Content-Encoding"] = coding
            headers["Content-Length"] = str(len(body))
            del headers["Accept-Ranges"]
            if (tag := headers.get("etag", "")) and not tag.startswith("W/"):
                headers["ETag"] = f"W/{tag}"  # other bytes, the same file
        await self._send(self._start)
        await self._send({**message, "body": body})
