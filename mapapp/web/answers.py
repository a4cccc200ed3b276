"""How a route answers: one sentence for a query that cannot be meant, and 304 for what has not changed."""

import hashlib
from collections.abc import Awaitable, Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from mapapp.errors import MapappError, NotInCatalogue, ViewError

Handler = Callable[[Request], Response]


def answered(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """Turn errors of the query into an answer with one sentence, and let unchanged answers be 304."""

    @wraps(handler)
    async def answer(request: Request) -> Response:
        try:
            response = handler(request)
        except ViewError as error:
            return PlainTextResponse(str(error), 400)
        except NotInCatalogue as error:
            return PlainTextResponse(str(error), 404)
        except MapappError as error:
            return PlainTextResponse(str(error), 422)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return _unchanged(request, response)

    return answer


def _unchanged(request: Request, response: Response) -> Response:
    etag = f'"{hashlib.sha256(bytes(response.body)).hexdigest()[:20]}"'
    response.headers["ETag"] = etag
    response.headers.setdefault("Cache-Control", "no-cache")
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers={"ETag": etag, "Cache-Control": response.headers["Cache-Control"]})
    return response
