"""The files that people take with them: every format of `mapapp.exports`, under its own name."""

import re

from starlette.requests import Request
from starlette.routing import Route

from mapapp import assembly
from mapapp.exports import FORMATS, Format
from mapapp.exports.sheet import Sheet
from mapapp.view import View
from mapapp.web.answers import FILES, Plan, asked, planned, seer
from mapapp.web.lanes import Sent

POLICIES = {  # of what a browser would run if it were opened instead of saved
    "image/svg+xml": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox",
    "text/html": "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox",
}
MAX_NAME = 80  # characters of a file's name
NO_FILTERS = ("v", "tour", "event", "scene", "at", "corridor", "basemap", "borders", "theme", "sure")


def routes() -> list[Route]:
    """A route for each format."""
    return [_route(format_) for format_ in FORMATS]


def _route(format_: Format) -> Route:
    @planned(FILES)
    def file(request: Request) -> Plan:
        view = asked(request)
        who, public = seer(request, view)
        sheet = Sheet.parse(request.url.query) if format_.picture else None

        def write() -> Sent:
            snapshot = assembly.snapshot(view, viewer=who)
            headers = {"Content-Disposition": _disposition(format_, view, snapshot.whole.id)}
            if format_.media_type in POLICIES:
                headers["Content-Security-Policy"] = POLICIES[format_.media_type]
            return Sent(format_.write(snapshot, sheet), format_.media_type, headers)

        inputs = (format_.name, view, sheet, assembly.fingerprints(view, who))
        return Plan(inputs, write, public)

    return Route(f"/{format_.name}", file, name=format_.name)


def _disposition(format_: Format, view: View, tour: str) -> str:
    """Pictures are shown and calendars subscribed to; everything else is saved."""
    show = "inline" if format_.picture or format_.calendar else "attachment"
    return f'{show}; filename="{file_name(format_, view, tour)}"'


def file_name(format_: Format, view: View, tour: str) -> str:
    """The tour, what the note or the view makes of it, and the suffix: ``central-asia-2025-brief-kz.pdf``."""
    kind = format_.kind if format_.kind in ("brief", "story") else ""
    told = f"scene-{view.scene}" if view.scene else ""
    filters = [value for name, value in view.pairs() if name not in NO_FILTERS]
    words = "-".join(filter(None, (tour, kind, told, *filters)))
    plain = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:MAX_NAME].rstrip("-")
    return f"{plain or 'tour'}.{format_.suffix}"
