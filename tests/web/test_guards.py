"""What answers tell the browser beside their content. A browser obeys in tests/browser/test_guards.py."""

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

import streamlit_app
from mapapp.web.guards import HEADERS, Guards, page_policy
from mapapp.web.unknown import Unknown


def client(status: int = 200, **headers: str) -> TestClient:
    """An app whose one answer has these headers, within the guards."""

    async def answer(_: Request) -> Response:
        made = Response("x", status)
        for name, value in headers.items():
            made.headers.append(name.replace("_", "-"), value)
        made.set_cookie("other", "1")
        return made

    return TestClient(Starlette(routes=[Route("/", answer)], middleware=[Middleware(Guards)]))


def test_the_policy_of_the_pages_runs_no_script_but_those_from_here() -> None:
    policy = dict(part.strip().partition(" ")[::2] for part in page_policy().split(";"))
    assert "unsafe" not in policy["script-src"] and "*" not in page_policy() and "http" not in page_policy()
    assert re.fullmatch(r"'self' blob:( 'sha256-[\w+/]{43}=')+", policy["script-src"])
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == policy["object-src"] == "'none'"
    assert policy["frame-ancestors"] == policy["connect-src"] == policy["frame-src"] == "'self'"


@pytest.mark.parametrize("status", [200, 206, 301, 404, 500])
def test_every_answer_has_them(status: int) -> None:
    headers = client(status).get("/", follow_redirects=False).headers
    assert headers["content-security-policy"] == page_policy()
    for name, value in HEADERS.items():
        assert headers[name] == value


def test_they_forbid_what_is_promised() -> None:
    """Said here once more: a list that is compared with itself lacks nothing."""
    assert HEADERS["X-Content-Type-Options"] == "nosniff"
    assert HEADERS["Referrer-Policy"] == "same-origin"
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(HEADERS["Permissions-Policy"].split(", "))


def test_the_answer_to_a_fault_of_the_program_has_them() -> None:
    """And the fault goes on to whoever writes the log."""

    async def fails(_: Request) -> Response:
        raise RuntimeError("a fault")

    app = Starlette(routes=[Route("/", fails)], middleware=[Middleware(Guards)])
    answer = TestClient(app, raise_server_exceptions=False).get("/")
    assert (answer.status_code, answer.text) == (500, "Internal Server Error")
    assert answer.headers["content-security-policy"] == page_policy()
    assert all(answer.headers[name] == value for name, value in HEADERS.items())
    with pytest.raises(RuntimeError, match="a fault"):
        TestClient(app).get("/")


@pytest.mark.parametrize(
    ("own", "sent"),
    [
        ("sandbox; frame-ancestors https://a.example", "sandbox; frame-ancestors https://a.example"),
        ("default-src 'none'", "default-src 'none'; frame-ancestors 'self'"),
    ],
)
def test_a_policy_of_its_own_stays_and_says_who_may_frame_it(own: str, sent: str) -> None:
    headers = client(content_security_policy=own, referrer_policy="no-referrer").get("/").headers
    assert headers["content-security-policy"] == sent
    assert headers["referrer-policy"] == "no-referrer"


def test_what_has_not_changed_keeps_its_policy() -> None:
    """A browser takes the headers of a 304 for those of what it has kept: the map would lose its scripts."""
    assert "content-security-policy" not in client(304).get("/").headers


def test_an_address_at_which_nothing_is_has_them() -> None:
    answer = client().get("/none")
    assert answer.status_code == 404
    assert answer.headers["content-security-policy"] == page_policy()


@pytest.mark.parametrize(
    ("base", "proto", "secure"),
    [
        ("http://testserver", "", False),
        ("http://testserver", "http", False),
        ("https://testserver", "", True),
        ("http://testserver", "https", True),
        ("http://testserver", "HTTPS, http", True),
    ],
)
def test_cookies_of_streamlit_go_over_tls_alone_where_there_is_tls(base: str, proto: str, secure: bool) -> None:
    asked = {"X-Forwarded-Proto": proto} if proto else {}
    answer = client(set_cookie="_streamlit_xsrf=2|a|b|1; Path=/; SameSite=Lax").get(f"{base}/", headers=asked)
    first, second = answer.headers.get_list("set-cookie")
    assert first == "_streamlit_xsrf=2|a|b|1; Path=/; SameSite=Lax" + ("; Secure" if secure else "")
    assert second.startswith("other=1") and "Secure" not in second


def test_a_cookie_that_is_secure_is_left_alone() -> None:
    cookie = "_streamlit_xsrf=1; Path=/; Secure; SameSite=None"
    assert client(set_cookie=cookie).get("https://testserver/").headers.get_list("set-cookie")[0] == cookie


@pytest.mark.parametrize(
    "path",
    ["/_stcore/metrics", "/_stcore/metrics/", "/maps/_stcore/metrics", "/_stcore/agent/mcp", "/maps/_stcore/agent/x"],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
def test_streamlits_figures_and_its_pages_for_programs_are_not_public(path: str, method: str) -> None:
    async def figures(_: Request) -> Response:
        return Response("active_sessions 3")

    routes = [Route(path.rstrip("/"), figures, methods=["GET", "OPTIONS", "POST"])]
    closed = Middleware(Unknown, base="", pages=[], routes=[])
    answer = TestClient(Starlette(routes=routes, middleware=[closed])).request(method, path)
    assert answer.status_code == 404
    assert "sessions" not in answer.text


def test_the_app_has_them_around_all_else() -> None:
    assert next(str(middleware.cls) for middleware in streamlit_app.app._user_middleware) == str(Guards)
