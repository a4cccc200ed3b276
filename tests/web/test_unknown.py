"""An address at which nothing is answers 404, whatever Streamlit makes of it; all that is there passes."""

from pathlib import Path

import httpx2
import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from mapapp.web.head import Head
from mapapp.web.nowhere import SENTENCE
from mapapp.web.unknown import Unknown

OWN = Path(streamlit.__file__).parent / "static"
PAGES = ["", "places", "corridor"]


def client(base: str = "") -> TestClient:
    """What stands for the app sends its page wherever nothing else is, as Streamlit does, and honours validators."""

    async def page(request: Request) -> Response:
        if "if-none-match" in request.headers or "range" in request.headers:
            return Response(status_code=304)
        return FileResponse(OWN / "index.html")

    def route(path: str, text: str) -> Route:
        return Route(f"/{base}{path}" if base else path, lambda _: PlainTextResponse(text))

    beside = [route("/embed", "the map"), Mount(f"/{base}/assets" if base else "/assets", Starlette())]
    streamlits = [route("/_stcore/health", "ok"), route("/media/a.csv", "a file"), Route("/{path:path}", page)]
    middleware = [Middleware(Head, pages=PAGES), Middleware(Unknown, base=base, pages=PAGES, routes=beside)]
    return TestClient(Starlette(routes=[*beside, *streamlits], middleware=middleware))


def refused(answer: httpx2.Response) -> bool:
    return answer.status_code == 404 and answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("base", ["", "maps", "/a/b/"])
@pytest.mark.parametrize(
    "path",
    ["/tour.dwg", "/x", "/x/places", "/places/x", "/embed/x", "/wp-login.php", "/static/js/none.js", "/_stcore/none",
     "/Places", "/place", "/.git/config", "/x%00", "/%2e%2e/x"],
)  # fmt: skip
def test_where_nothing_is_the_answer_is_404(base: str, path: str) -> None:
    answer = client(base.strip("/")).get((f"/{base.strip('/')}" if base else "") + path)
    assert refused(answer)
    assert answer.text == SENTENCE
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("base", ["", "maps"])
@pytest.mark.parametrize("path", ["/", "/places", "/corridor", "/places/"])
def test_the_pages_are_there(base: str, path: str) -> None:
    answer = client(base).get((f"/{base}" if base else "") + path)
    assert answer.status_code == 200
    assert "<title>Streamlit</title>" not in answer.text or path.endswith("/")


@pytest.mark.parametrize("base", ["", "maps"])
@pytest.mark.parametrize("path", ["/embed", "/_stcore/health", "/media/a.csv"])
def test_what_is_there_passes(base: str, path: str) -> None:
    assert client(base).get((f"/{base}" if base else "") + path).status_code == 200


def test_below_a_base_path_nothing_else_is_the_app() -> None:
    assert refused(client("maps").get("/"))
    assert refused(client("maps").get("/places"))
    assert client("maps").get("/maps").status_code == 200


def test_files_of_streamlit_pass_as_they_are() -> None:
    """Its index is one, too; nobody links to it."""
    assert client().get("/index.html", headers={"range": "bytes=0-1"}).status_code == 304


@pytest.mark.parametrize("header", ["range", "if-none-match", "if-modified-since", "accept-encoding"])
def test_it_is_404_whatever_a_browser_has_of_the_page(header: str) -> None:
    assert refused(client().get("/x", headers={header: "gzip"}))


def test_the_head_of_nothing_is_404_without_a_body() -> None:
    whole, head = client().get("/x"), client().head("/x")
    assert (head.status_code, head.content) == (404, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]


def test_a_page_that_is_not_streamlits_passes() -> None:
    route = Route("/a", lambda _: HTMLResponse("<title>A page</title>"))
    middleware = [Middleware(Unknown, base="", pages=PAGES, routes=[])]
    there = TestClient(Starlette(routes=[route], middleware=middleware))
    assert there.get("/a").text == "<title>A page</title>"
    assert there.head("/a").content == b""


@pytest.mark.parametrize("base", ["", "maps", "a/b"])
def test_a_browser_gets_a_page_with_a_way_back(base: str) -> None:
    asked = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8", "accept-language": "de"}
    answer = client(base).get(f"/{base}/gibt-es-nicht".replace("//", "/"), headers=asked)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert f'href="/{base}/"'.replace("//", "/") in answer.text
    assert '<html lang="de">' in answer.text
    assert "Accept-Language" in answer.headers["vary"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/<script>alert(1)</script>", "/%22onload=x", "/$home", "/{{7*7}}?lang=<b>"])
def test_the_page_repeats_nothing_of_the_address_and_runs_nothing(path: str) -> None:
    asked = {"accept": "text/html"}
    answer, other = client().get(path, headers=asked), client().get("/x", headers=asked)
    assert answer.text == other.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "script-src" not in answer.headers["content-security-policy"]


def test_a_page_in_arabic_runs_from_right_to_left() -> None:
    answer = client().get("/x?lang=ar", headers={"accept": "text/html"})
    assert '<html lang="ar" dir="rtl">' in answer.text


def test_a_path_as_long_as_no_file_is_404() -> None:
    assert client().get("/" + "9" * 5000).status_code == 404
