"""How a route answers: from what it kept, with 304 for what has not changed, and in one sentence where it cannot.

An answer is planned before it is written. Its plan names all that the answer depends on, from which its ETag follows,
so that an unchanged answer is recognised without writing it again.
"""

import gzip
import hashlib
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import lru_cache, wraps
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from mapapp import __version__, assembly, languages
from mapapp.errors import MapappError, NotInCatalogue, RequestError, ViewError, clipped
from mapapp.files import DATA
from mapapp.message import tr
from mapapp.view import View
from mapapp.viewer import ANYBODY, Viewer
from mapapp.web import origins
from mapapp.web.lanes import Busy, Kept, Lane, Sent
from mapapp.web.packing import accepts
from mapapp.web.spoken import words_of

PAGES = Lane("pages", threads=4, waiting=200)  # what the app's own pages ask for
FILES = Lane("files", threads=2, waiting=8)  # what takes seconds: a crowd here must not slow the pages
KEPT = Kept(64 * 1024 * 1024)
PRIVATE = {"Cache-Control": "private, no-store", "Cross-Origin-Resource-Policy": "same-origin", "Vary": "Cookie"}
LANGUAGE = "Accept-Language"
VIEWER = "mapapp.viewer"  # in the scope of a request
PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Plan:
    """An answer that is not written yet. ``inputs`` are all that it depends on, each with a faithful ``repr``.

    ``public``: whether everybody would get the same. What only some may see is kept by no browser and no proxy.
    ``vary`` names a header of the request from which the inputs follow, beside the address.
    """

    inputs: tuple[object, ...]
    write: Callable[[], Sent]
    public: bool = True
    vary: str = ""

    @property
    def tag(self) -> str:
        """The ETag."""
        return f'"{hashlib.sha256(repr((program(), self.public, self.inputs)).encode()).hexdigest()[:20]}"'


Endpoint = Callable[[Request], Awaitable[Response]]


def sentences() -> dict[str, str]:
    """The headers of an answer that is one sentence: a page that may frame the map shows it in its place."""
    policy = f"default-src 'none'; frame-ancestors {origins.frame_ancestors()}"
    return {"Content-Security-Policy": policy, "Cache-Control": "no-store", "Vary": LANGUAGE}


@lru_cache(maxsize=1)
def program() -> str:
    """A short text that changes with the program and with the data that all tours share."""
    folders = {path.parent for path in PACKAGE.rglob("*.*") if "__pycache__" not in path.parts}
    folders |= {path.parent for name in ("basemap", "gazetteer") for path in (DATA / name).rglob("*.*")}
    prints = "".join(assembly.fingerprint(folder) for folder in sorted(folders))
    return hashlib.sha256((__version__ + prints).encode()).hexdigest()


def asked(request: Request) -> View:
    """The view in the query. Raises ViewError, also for a tour that could lead out of the catalogue."""
    return in_catalogue(View.parse(request.url.query))


def in_catalogue(view: View) -> View:
    """The view. Raises ViewError for a tour that could lead out of the catalogue."""
    for name, id_ in (("tour", view.tour), ("with", view.beside)):
        if re.search(r"[/\\\0]|^\.", id_):
            sentence = tr("'{name}={id}' in the link is not the id of a tour.", name=name, id=clipped(id_, 40))
            raise ViewError(name, sentence)
    return view


def in_language(request: Request, view: View, own: str = languages.ENGLISH) -> tuple[View, str]:
    """The view in the language of a page, and the header of the request that had a say in it, "" for none.

    A view that names no language has that of the browser; where this is the tour's ``own``, it need not be named.
    """
    if view.language:
        return view, ""
    wanted = languages.wanted(request.headers.get(LANGUAGE, ""))
    return replace(view, language="" if wanted == own else wanted), LANGUAGE


def seer(request: Request, view: View) -> tuple[Viewer, bool]:
    """As whom an answer about the tour of a view is made, and whether everybody gets it.

    It is made as for anybody wherever everybody sees the same: so what everybody gets is never made from a draft,
    whatever is saved while it is being written. Who asks is found out by the middleware `mapapp.web.access.Access`;
    without it nobody is known. Raises NotInCatalogue.
    """
    found = request.scope.get(VIEWER, ANYBODY)
    who = found if isinstance(found, Viewer) else ANYBODY
    return (ANYBODY, True) if assembly.public(view, who) else (who, False)


def planned(lane: Lane) -> Callable[[Callable[[Request], Plan]], Endpoint]:
    """Answer as the decorated function plans, from what is kept or by writing it in the lane."""

    def decorate(plan: Callable[[Request], Plan]) -> Endpoint:
        async def respond(request: Request) -> Response:
            made = await run_in_threadpool(plan, request)
            tag = made.tag
            if made.public and has(request, tag):
                return _varying(_response(request, tag), made)
            sent = KEPT.get(tag) or await lane.run(tag, lambda: KEPT.get(tag) or KEPT.put(tag, made.write()))
            answer = _response(request, tag, sent) if made.public else _private(request, sent)
            return _varying(answer, made)

        return _spoken(plan, respond)

    return decorate


def at_once(lane: Lane, most_bytes: int) -> Callable[[Callable[[Request, bytes], Sent]], Endpoint]:
    """Answer a program in the lane as the decorated function does with its request and the body, and keep nothing.

    A body of more than ``most_bytes`` is refused. OPTIONS tells scripts of other sites that they may ask, where they
    may (`origins`).
    """

    def decorate(write: Callable[[Request, bytes], Sent]) -> Endpoint:
        async def respond(request: Request) -> Response:
            others = _for_other_sites(request)
            if request.method == "OPTIONS":
                allowed = {"Access-Control-Allow-Methods": "GET, POST", "Access-Control-Allow-Headers": "Content-Type"}
                return Response(status_code=204, headers=others | (allowed if len(others) > 1 else {}))
            body = await _body(request, most_bytes)
            sent = await lane.run(object(), lambda: write(request, body))
            headers = {"Cache-Control": "no-store", **others, **sent.headers}
            return Response(sent.content, media_type=sent.media_type, headers=headers)

        return _spoken(write, respond)

    return decorate


async def _body(request: Request, most: int) -> bytes:
    """The body of a request. Raises RequestError for one that is too long, before it is read to its end."""
    found = bytearray()
    async for piece in request.stream():
        found += piece
        if len(found) > most:
            raise RequestError(tr("The request is longer than {most} bytes. Ask in smaller parts.", most=most))
    return bytes(found)


def _spoken(named: Callable[..., object], respond: Endpoint) -> Endpoint:
    """Turn what goes wrong into a status and one sentence; a fault of the program goes to the log."""

    @wraps(named)
    async def answer(request: Request) -> Response:
        try:
            return await respond(request)
        except (ViewError, RequestError) as error:
            return _sentence(request, error.args[-1], 400)
        except NotInCatalogue as error:
            return _sentence(request, error.args[-1], 404)
        except MapappError as error:
            return _sentence(request, error.args[-1], 422)
        except Busy as busy:
            wait = {"Retry-After": str(busy.retry_after)}
            said = tr("Too many files are being written at this moment. Try again in a few seconds.")
            return _sentence(request, said, 503, wait)
        except Exception:
            logging.getLogger("mapapp").exception("%s failed", request.url.path)
            said = tr("This could not be written because of a fault in the program; the log has it.")
            return _sentence(request, said, 500)

    return answer


def _sentence(request: Request, said: str, status: int, headers: dict[str, str] | None = None) -> Response:
    """The sentence in the reader's language."""
    return PlainTextResponse(words_of(request.scope).say(said), status, {**sentences(), **(headers or {})})


def _response(request: Request, tag: str, sent: Sent | None = None) -> Response:
    """What is sent, or 304 where the reader has it."""
    headers = {"ETag": tag, "Cache-Control": "no-cache", **_for_other_sites(request)}
    if sent is None or has(request, tag):
        return Response(status_code=304, headers=headers)
    given = {name.lower() for name in sent.headers}
    headers = {name: value for name, value in headers.items() if name.lower() not in given} | sent.headers
    return _unpacked(request, sent, Response(media_type=sent.media_type or None, headers=headers))


def _varying(response: Response, made: Plan) -> Response:
    if made.vary:
        response.headers.add_vary_header(made.vary)
    return response


def _private(request: Request, sent: Sent) -> Response:
    """What only some may see, for this reader alone."""
    return _unpacked(request, sent, Response(media_type=sent.media_type or None, headers=sent.headers | PRIVATE))


def _unpacked(request: Request, sent: Sent, response: Response) -> Response:
    """The response with the content, as it is kept where the reader takes it so."""
    response.body = sent.content
    if sent.gzipped:
        response.headers.add_vary_header("Accept-Encoding")
        if accepts(request.headers.get("accept-encoding", ""), "gzip"):
            response.headers["Content-Encoding"] = "gzip"
        else:
            response.body = gzip.decompress(sent.content)
    response.headers["Content-Length"] = str(len(response.body))
    return response


def has(request: Request, tag: str) -> bool:
    """Whether If-None-Match names the tag; a proxy that compresses makes it a weak one, which counts as well."""
    given = ",".join(request.headers.getlist("if-none-match"))
    return given.strip() == "*" or tag in re.findall(r'"[^"]*"', given)


def _for_other_sites(request: Request) -> dict[str, str]:
    origin = request.headers.get("origin", "")
    if not origin or not origins.may_read(origin):
        return {"Vary": "Origin"}
    return {"Vary": "Origin", "Access-Control-Allow-Origin": origin}
