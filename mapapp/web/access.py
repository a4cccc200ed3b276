"""The door: a key in the address becomes a cookie, each request learns who asks, and uploads have limits."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mapapp import access
from mapapp.access.keys import PARAMETER
from mapapp.access.uploads import MOST_SECONDS
from mapapp.message import tr
from mapapp.web.answers import VIEWER, sentences
from mapapp.web.spoken import words_of

UPLOAD = "/_stcore/upload_file/"
USED = tr("This address was used before, or the program was started anew since. Its window shows the address of today.")
OFF = tr("Uploads are switched off here.")
MANY = tr("There were too many uploads in the last minutes. Try again later.")
SignedIn = Callable[[Mapping[str, str]], Mapping[str, Any]]


class Access:
    """Middleware that says in the scope of each request who is asking.

    ``signed_in`` tells from the cookies of a request what the identity provider says of its sender, checked.
    """

    def __init__(self, app: ASGIApp, signed_in: SignedIn) -> None:
        self._app = app
        self._signed_in = signed_in

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app within does, or at the door."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asking = asked_by(HTTPConnection(scope), self._signed_in)
        key = _key(scope)
        if key is not None:
            await _exchanged(Request(scope), asking, key)(scope, receive, send)
        elif UPLOAD in scope["path"] and scope["method"] in ("PUT", "POST"):
            await self._upload(scope, receive, send, asking)
        else:
            await self._app({**scope, VIEWER: access.viewer(asking)}, receive, send)

    async def _upload(self, scope: Scope, receive: Receive, send: Send, asking: access.Asking) -> None:
        if access.uploads_off():
            await _sentence(scope, OFF, 403)(scope, receive, send)
        elif not access.UPLOADS.admitted(asking.peer):
            await _sentence(scope, MANY, 429)(scope, receive, send)
        else:
            await self._app(scope, _in_time(receive), send)


def asked_by(connection: HTTPConnection, signed_in: SignedIn) -> access.Asking:
    """What a request tells of where it comes from."""
    headers: Headers = connection.headers
    told = {name.lower(): value for name, value in headers.items()}
    peer = connection.client.host if connection.client else ""
    user = signed_in(connection.cookies) if access.has_editors() else {}
    return access.Asking(peer, told, connection.cookies, user)


def _key(scope: Scope) -> str | None:
    """The key in the address of a page; None where there is none."""
    if scope["method"] != "GET" or b"key=" not in scope.get("query_string", b""):
        return None
    pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    return next((value for name, value in pairs if name == PARAMETER), None)


def _exchanged(request: Request, asking: access.Asking, key: str) -> Response:
    """The same address without the key, and a cookie for it where it holds. A browser that has one needs no other."""
    known = access.viewer(asking).writes
    value = "" if known or access.has_editors() or not asking.at_this_machine else access.KEYS.exchange(key)
    if not value and not known:
        return _sentence(request.scope, USED, 403)
    left = [pair for pair in parse_qsl(request.url.query, keep_blank_values=True) if pair[0] != PARAMETER]
    path = "/" + request.url.path.lstrip("/")  # two slashes would name another host
    answer = RedirectResponse(path + (f"?{urlencode(left)}" if left else ""), 303, _FORGOTTEN)
    if value:
        name = access.cookie_name(asking.host)
        secure = request.url.scheme == "https"
        answer.set_cookie(name, value, httponly=True, samesite="strict", secure=secure)
    return answer


_FORGOTTEN = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


def _sentence(scope: Scope, said: str, status: int) -> Response:
    return PlainTextResponse(words_of(scope).say(said), status, {**sentences(), "Referrer-Policy": "no-referrer"})


def _in_time(receive: Receive) -> Callable[[], Awaitable[Message]]:
    """The same messages; those that come too late are as if the sender had gone."""
    loop = asyncio.get_running_loop()
    until = loop.time() + MOST_SECONDS

    async def received() -> Message:
        try:
            return await asyncio.wait_for(receive(), max(0.0, until - loop.time()))
        except TimeoutError:
            return {"type": "http.disconnect"}

    return received
