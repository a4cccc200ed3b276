"""Files that browsers may keep: sent packed, and for good where they are asked for with the current version."""

import hashlib
import json
from functools import lru_cache
from os import PathLike, stat_result
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from mapapp import languages
from mapapp.files import DATA
from mapapp.maps import bundle
from mapapp.message import tr
from mapapp.palette import adaptive_css
from mapapp.web.answers import has, program
from mapapp.web.packing import packed
from mapapp.words.language import Words

BASEMAP = DATA / "basemap"
PACKED = (".js", ".css", ".json", ".geojson")
SCRIPT, STYLE, PAGE_STYLE = "assets/map.js", "assets/map.css", "assets/page.css"
SERVER = "assets/server.js"
LOADING = tr("This page is loading …")
_PAGE_STYLES = tuple(Path(__file__).parent / name for name in ("page.css", "paper.css"))


@lru_cache(maxsize=1)
def files_version() -> str:
    """A short text that changes with the files of the map, for addresses that browsers may keep for good."""
    return hashlib.sha256(program().encode()).hexdigest()[:12]


def routes() -> list[Route | Mount]:
    """The bundles, and the folders of files that the map and the pages need."""
    return [
        Route(f"/{SCRIPT}", map_script),
        Route(f"/{STYLE}", map_style),
        Route(f"/{PAGE_STYLE}", page_style),
        Route(f"/{SERVER}", server_script),
        Mount("/assets", KeptFiles(directory=bundle.ASSETS)),
        Mount("/basemap", KeptFiles(directory=BASEMAP)),
    ]


def map_script(request: Request) -> Response:
    """All scripts of the map document."""
    return _bundle(request, bundle.script(), "text/javascript")


def map_style(request: Request) -> Response:
    """All styles of the map document."""
    return _bundle(request, bundle.style(), "text/css")


def server_script(request: Request) -> Response:
    """The script that tells Streamlit where its server is."""
    return _bundle(request, (Path(__file__).parent / "server.js").read_bytes(), "text/javascript")


def page_style(request: Request) -> Response:
    """The style of the app's page, with the colours of the palette in the theme that Streamlit shows."""
    colours = f":root {{ {adaptive_css()} }}\n"
    styles = b"".join(path.read_bytes() for path in _PAGE_STYLES)
    return _bundle(request, styles + (colours + _loading()).encode(), "text/css")


@lru_cache(maxsize=1)
def _loading() -> str:
    """What stands on the page until Streamlit has loaded, in each language; the page tells its own."""
    words = (Words(code) for code in (*languages.offered(), *languages.PARTIAL, languages.PSEUDO))
    said = ((each.language, json.dumps(each.say(LOADING), ensure_ascii=False)) for each in words)
    return "".join(f'html[lang="{code}"] #root:empty::before {{ content: {text}; }}\n' for code, text in said)


def _bundle(request: Request, content: bytes, media_type: str) -> Response:
    tag = f'"{files_version()}"'
    response = Response(status_code=304) if has(request, tag) else Response(content, media_type=media_type)
    response.headers["ETag"] = tag
    return _kept(request.scope, response)


class KeptFiles(StaticFiles):
    """A folder of such files."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Pack what the parent class answers, and say how long it holds."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        path = Path(full_path)
        if isinstance(response, FileResponse) and path.suffix in PACKED:
            kept = {name: response.headers[name] for name in ("etag", "last-modified")}
            response = Response(_read(path, stat_result.st_mtime_ns), status_code, kept, response.media_type)
        return _kept(scope, response)


def _kept(scope: Scope, response: Response) -> Response:
    current = scope.get("query_string", b"").decode("latin-1") == files_version()
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if current else "no-cache"
    if not isinstance(response, FileResponse) and response.body:
        coding, response.body = packed(bytes(response.body), Headers(scope=scope).get("accept-encoding", ""))
        response.headers.add_vary_header("Accept-Encoding")
        if coding:
            response.headers["Content-Length"] = str(len(response.body))
            response.headers["Content-Encoding"] = coding
    return response


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> bytes:
    return path.read_bytes()
