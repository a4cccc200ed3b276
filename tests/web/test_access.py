"""The door before all routes: the key is exchanged for a cookie and gone, and who asks is told to every route."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from mapapp import access
from mapapp.access import uploads
from mapapp.web import access as door
from mapapp.web.answers import VIEWER

HERE = ("127.0.0.1", 50_000)


async def who(request: Request) -> PlainTextResponse:
    return PlainTextResponse(repr(request.scope.get(VIEWER)))


async def upload(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


def nobody(_: Mapping[str, str]) -> Mapping[str, Any]:
    return {}


ROUTES = [Route("/", who), Route("/who", who), Route("/_stcore/upload_file/{a}/{b}", upload, methods=["PUT"])]
APP = Starlette(routes=ROUTES, middleware=[Middleware(door.Access, signed_in=nobody)])


def client(peer: tuple[str, int] = HERE, host: str = "localhost:8501") -> TestClient:
    return TestClient(APP, f"http://{host}", client=peer, follow_redirects=False)


def opened(browser: TestClient, query: str = "") -> httpx2.Response:
    return browser.get(f"/?key={access.KEYS.issue()}{query}")


def test_the_key_becomes_a_cookie_and_leaves_the_address() -> None:
    browser = client()
    answer = opened(browser, "&tour=a%26b&country=KZ")
    assert answer.status_code == 303
    assert parse_qs(answer.headers["location"].partition("?")[2]) == {"tour": ["a&b"], "country": ["KZ"]}
    assert answer.headers["cache-control"] == "no-store" and answer.headers["referrer-policy"] == "no-referrer"
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith("mapapp_key_8501=") and "httponly" in cookie and "samesite=strict" in cookie
    assert "writes=True" in browser.get("/who").text
    assert "writes=False" in client().get("/who").text


def test_a_key_that_was_used_opens_nothing_but_does_not_lock_out() -> None:
    key = access.KEYS.issue()
    first, second = client(), client()
    assert first.get(f"/?key={key}").status_code == 303
    refused = second.get(f"/?key={key}")
    assert refused.status_code == 403 and "used before" in refused.text and "set-cookie" not in refused.headers
    assert first.get(f"/?key={key}").headers["location"] == "/"
    assert "writes=True" in first.get("/who").text


@pytest.mark.parametrize(
    ("peer", "host"),
    [(("192.168.1.7", 50_000), "localhost:8501"), (HERE, "evil.example:8501"), (HERE, "192.168.1.7:8501")],
)
def test_a_key_opens_nothing_from_elsewhere(peer: tuple[str, int], host: str) -> None:
    """And is not spent by it."""
    key = access.KEYS.issue()
    assert client(peer, host).get(f"/?key={key}").status_code == 403
    assert client().get(f"/?key={key}").status_code == 303


def test_an_address_never_leads_to_another_host() -> None:
    answer = client().get(f"http://localhost:8501//evil.example/?key={access.KEYS.issue()}")
    assert answer.headers["location"].startswith("/evil.example/")


@pytest.mark.parametrize("headers", [{"origin": "http://localhost:9999"}, {"sec-fetch-site": "same-site"}])
def test_another_page_of_the_browser_reads_no_draft(headers: dict[str, str]) -> None:
    browser = client()
    opened(browser)
    assert "writes=False" in browser.get("/who", headers=headers).text


def test_uploads_are_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "UPLOADS", uploads.Uploads())
    monkeypatch.setattr(uploads, "MOST", 2)
    path = "/_stcore/upload_file/a/b"
    assert [client().put(path, content=b"abc").status_code for _ in range(3)] == [200, 200, 429]
    monkeypatch.setenv("MAPAPP_IMPORT", "off")
    assert client(("127.0.0.2", 1)).put(path, content=b"abc").text == door.OFF


def test_an_upload_that_does_not_arrive_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """What reads it sees that its sender has gone."""
    monkeypatch.setattr(door, "MOST_SECONDS", 0.05)

    async def never() -> dict[str, str]:
        await asyncio.sleep(60)
        return {}

    async def ended() -> object:
        return await door._in_time(never)()

    with ThreadPoolExecutor(1) as beside:  # the thread of the tests may have a loop that runs already, of the browser
        assert beside.submit(lambda: asyncio.run(ended())).result() == {"type": "http.disconnect"}


def test_the_keeper_of_the_provider_is_asked_only_where_editors_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    ana = {"is_logged_in": True, "email": "ana@example.org", "email_verified": True}
    keeper = Middleware(door.Access, signed_in=lambda cookies: ana if cookies else {})
    app = Starlette(routes=ROUTES, middleware=[keeper])
    browser = TestClient(app, "https://tours.example.org", client=("10.0.0.1", 1))
    browser.cookies.set("a", "b")
    assert "writes=False" in browser.get("/who").text
    monkeypatch.setenv("MAPAPP_EDITORS", "ana@example.org")
    assert "'ana@example.org', writes=True" in browser.get("/who").text
    browser.cookies.clear()
    assert "writes=False" in browser.get("/who").text
