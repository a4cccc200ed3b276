"""Who may write: never without the key or a name in the setting, and never from another machine, host or page."""

import time
from collections.abc import Mapping
from typing import Any

import pytest

from mapapp import access
from mapapp.access import editors, uploads
from mapapp.access.keys import MOST_BROWSERS, Keys
from mapapp.viewer import ANYBODY

OWN = {"host": "localhost:8501", "origin": "http://localhost:8501", "sec-fetch-site": "same-origin"}


@pytest.fixture
def cookies() -> Mapping[str, str]:
    """The cookie of a browser that has exchanged a key."""
    return {"mapapp_key_8501": access.KEYS.exchange(access.KEYS.issue())}


def asking(cookies: Mapping[str, str], peer: str = "127.0.0.1", **headers: str | None) -> access.Asking:
    told = OWN | {name.replace("_", "-"): value for name, value in headers.items()}
    return access.Asking(peer, {name: value for name, value in told.items() if value is not None}, cookies)


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "127.1.2.3"])
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": None, "sec_fetch_site": None},
        {"origin": None, "sec_fetch_site": "none"},
        {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501"},
        {"host": "[::1]:8501", "origin": "http://[::1]:8501"},
        {"origin": None, "sec_fetch_site": "cross-site", "sec_fetch_dest": "document"},
    ],
)
def test_the_browser_with_the_key_writes(cookies: Mapping[str, str], peer: str, headers: dict[str, str | None]) -> None:
    assert access.viewer(asking(cookies, peer, **headers)).writes


@pytest.mark.parametrize(
    ("peer", "headers"),
    [
        ("192.168.1.7", {}),
        ("::ffff:10.0.0.1", {}),
        ("", {}),
        ("testclient", {}),
        ("127.0.0.1", {"host": "tours.example.org", "origin": "https://tours.example.org"}),
        ("127.0.0.1", {"host": "evil.example:8501", "origin": "http://evil.example:8501"}),
        ("127.0.0.1", {"host": "localhost.evil.example:8501"}),
        ("127.0.0.1", {"host": "127.0.0.1.evil.example:8501"}),
        ("127.0.0.1", {"host": "192.168.1.7:8501", "origin": "http://192.168.1.7:8501"}),
        ("127.0.0.1", {"host": "user@localhost:8501"}),
        ("127.0.0.1", {"host": ""}),
        ("127.0.0.1", {"host": None}),
        ("127.0.0.1", {"origin": "http://localhost:9999"}),
        ("127.0.0.1", {"origin": "https://tours.example.org"}),
        ("127.0.0.1", {"origin": "null"}),
        ("127.0.0.1", {"origin": ""}),
        ("127.0.0.1", {"origin": None, "sec_fetch_site": "same-site"}),
        ("127.0.0.1", {"origin": None, "sec_fetch_site": "cross-site"}),
        ("127.0.0.1", {"origin": None, "sec_fetch_site": "cross-site", "sec_fetch_dest": "iframe"}),
        ("127.0.0.1", {"x_forwarded_for": "127.0.0.1"}),
        ("127.0.0.1", {"x_forwarded_host": "localhost:8501"}),
        ("127.0.0.1", {"forwarded": "for=127.0.0.1"}),
        ("127.0.0.1", {"x_real_ip": "127.0.0.1"}),
        ("127.0.0.1", {"via": "1.1 proxy"}),
    ],
)
def test_the_key_alone_is_not_enough(cookies: Mapping[str, str], peer: str, headers: dict[str, str | None]) -> None:
    """Another machine, a proxy, a host that was made to lead here, another page of the same browser."""
    assert access.viewer(asking(cookies, peer, **headers)) == ANYBODY


@pytest.mark.parametrize("value", ["", "x", None])
def test_without_the_key_nobody_writes(cookies: Mapping[str, str], value: str | None) -> None:
    """As a proxy with nothing but proxy_pass asks: from this machine, to a host of this machine."""
    others = {} if value is None else {"mapapp_key_8501": value}
    assert access.viewer(asking(others)) == ANYBODY
    assert access.viewer(asking({"mapapp_key_8502": cookies["mapapp_key_8501"]})) == ANYBODY


def test_a_key_works_once_and_the_oldest_browser_gives_way() -> None:
    keys = Keys()
    key = keys.issue()
    first = keys.exchange(key)
    assert first and keys.exchange(key) == "" and keys.exchange("") == "" and keys.holds(first)
    assert not keys.holds(key) and not keys.holds("")
    later = [keys.exchange(keys.issue()) for _ in range(MOST_BROWSERS)]
    assert not keys.holds(first) and all(map(keys.holds, later))


def test_neither_keys_nor_cookies_are_kept_or_shown(cookies: Mapping[str, str]) -> None:
    keys = Keys()
    key = keys.issue()
    assert key not in repr(vars(keys)) and keys.exchange(key) not in repr(vars(keys))
    assert cookies["mapapp_key_8501"] not in repr(asking(cookies))


ISSUER = "https://id.example.org"
VERIFIED = {"email": "ana@example.org", "email_verified": True}
ANA = {"is_logged_in": True, "iss": ISSUER, "sub": "7", "name": "Ana", **VERIFIED}


@pytest.mark.parametrize(
    ("setting", "user", "name"),
    [
        ("ana@example.org", {}, "Ana"),
        ("ben@example.org, ANA@example.org", {}, "Ana"),
        (f"{ISSUER}|7", {}, "Ana"),
        (f"{ISSUER}|7", {"email_verified": False}, "Ana"),
        (f"{ISSUER}|auth0|7", {"sub": "auth0|7"}, "Ana"),
        ("ana@example.org", {"name": None}, "ana@example.org"),
        (f"{ISSUER}|7", {"name": "", "email_verified": False}, "7"),
        ("ana@example.org", {"email_verified": False}, ""),
        ("ana@example.org", {"email_verified": None}, ""),
        ("ana@example.org", {"email_verified": "false"}, ""),
        ("ana@example.org", {"email_verified": 1}, ""),
        ("ana@example.org", {"is_logged_in": False}, ""),
        ("ana@example.org", {"email": "ben@example.org"}, ""),
        ("ana@example.org", {"email": ["ana@example.org"]}, ""),
        (f"{ISSUER}|7", {"iss": "https://other.example.org"}, ""),
        (f"{ISSUER}|7", {"iss": None}, ""),
        (f"{ISSUER}|7", {"sub": "8"}, ""),
        ("7", {}, ""),
        ("ana@example.org ana", {}, ""),
        ("|", {"iss": "", "sub": ""}, ""),
        ("*", {}, ""),
    ],
)
def test_editors_are_named(monkeypatch: pytest.MonkeyPatch, setting: str, user: dict[str, Any], name: str) -> None:
    """By issuer and subject, or by an address that the provider calls verified; a slip in the setting names nobody."""
    monkeypatch.setenv(editors.EDITORS, setting)
    who = access.viewer(access.Asking("10.0.0.1", {"host": "tours.example.org"}, {}, ANA | user))
    assert (who.name, who.writes) == (name, name != "")


def test_with_editors_there_is_no_key(monkeypatch: pytest.MonkeyPatch, cookies: Mapping[str, str]) -> None:
    monkeypatch.setenv(editors.EDITORS, "ana@example")
    assert access.viewer(asking(cookies)) == ANYBODY
    assert "ana@example" in access.editors_complaint()


def test_uploads_have_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = uploads.Uploads()
    assert all(counted.admitted("a") for _ in range(uploads.MOST)) and not counted.admitted("a")
    assert counted.admitted("b")
    assert sum(counted.admitted(str(n)) for n in range(1000)) == uploads.MOST_OF_ALL - uploads.MOST - 1
    later = time.monotonic() + uploads.MINUTES * 60 + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert counted.admitted("a")


@pytest.mark.parametrize(("setting", "off"), [("", False), ("on", False), ("off", True), ("OFF", True), ("of", True)])
def test_uploads_can_be_switched_off(monkeypatch: pytest.MonkeyPatch, setting: str, off: bool) -> None:
    monkeypatch.setenv("MAPAPP_IMPORT", setting)
    assert access.uploads_off() is off
    assert bool(access.uploads_complaint()) is (setting == "of")
