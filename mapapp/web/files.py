"""The files that people take with them: every format of `mapapp.exports`, under its own name."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from mapapp import assembly
from mapapp.exports import FORMATS, Format
from mapapp.exports.sheet import Sheet
from mapapp.view import View
from mapapp.web.answers import answered


def routes() -> list[Route]:
    """A route for each format."""
    return [_route(format_) for format_ in FORMATS]


def _route(format_: Format) -> Route:
    @answered
    def handler(request: Request) -> Response:
        query = request.url.query
        snapshot = assembly.snapshot(View.parse(query))
        content = format_.write(snapshot, Sheet.parse(query) if format_.picture else None)
        show = "inline" if format_.picture else "attachment"
        headers = {"Content-Disposition": f'{show}; filename="{snapshot.whole.id}.{format_.suffix}"'}
        return Response(content, media_type=format_.media_type, headers=headers)

    return Route(f"/{format_.name}", handler, name=format_.name)
