"""What an identity provider said is taken from Streamlit's signed cookie, and from nothing that only looks like it."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from mapapp.ui import who

Reads = Callable[[object], None]
MODULE = "streamlit.web.server.starlette.starlette_websocket"


@pytest.fixture
def cookie(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """Let Streamlit read this out of the cookie."""

    def reads(content: object) -> None:
        def signed(cookies: dict[str, str], name: str) -> object:
            assert name == who._COOKIE and name in cookies
            return content

        module = SimpleNamespace(_get_signed_cookie_with_chunks=signed)
        monkeypatch.setattr(who, "import_module", lambda name: module if name == MODULE else pytest.fail(name))

    return reads


def test_without_the_cookie_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(who, "import_module", pytest.fail)
    assert who.signed_in({"other": "x"}) == {}


def test_what_the_provider_said_is_told(cookie: Reads) -> None:
    cookie(b'{"email": "ana@example.org", "email_verified": true}')
    assert who.signed_in({who._COOKIE: "signed"}) == {"email": "ana@example.org", "email_verified": True}


@pytest.mark.parametrize("content", [None, b"", b"[]", b'"ana@example.org"', b"no json", b"\xff", 7])
def test_a_cookie_that_says_nothing_of_ours_is_nobody(cookie: Reads, content: object) -> None:
    """A signature that is wrong gives None."""
    cookie(content)
    assert who.signed_in({who._COOKIE: "spoilt"}) == {}


@pytest.mark.parametrize("error", [ImportError, AttributeError])
def test_a_release_that_has_it_elsewhere_shows_no_drafts(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def gone(_: str) -> object:
        raise error

    monkeypatch.setattr(who, "import_module", gone)
    assert who.signed_in({who._COOKIE: "signed"}) == {}


def test_the_release_that_is_installed_has_it_where_it_is_looked_for() -> None:
    """A cookie that nobody has signed is nobody's; that it is asked at all is what this is about."""
    module = __import__(MODULE, fromlist=["x"])
    assert callable(module._get_signed_cookie_with_chunks)
    assert who.signed_in({who._COOKIE: "not signed"}) == {}
