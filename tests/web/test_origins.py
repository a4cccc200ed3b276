"""Settings for other sites: a list of origins or nothing."""

import logging

import pytest

from mapapp.web import origins, routes
from mapapp.web.answers import sentences
from mapapp.web.origins import FRAME_ANCESTORS, READERS


@pytest.mark.parametrize(
    ("setting", "ancestors"),
    [
        ("", "'self'"),
        ("https://desk.example.org", "'self' https://desk.example.org"),
        (
            " https://A.example.org:8443,http://localhost:3000 ",
            "'self' https://a.example.org:8443 http://localhost:3000",
        ),
        ("https://*.example.org", "'self' https://*.example.org"),
    ],
)
def test_a_list_of_origins_is_taken(setting: str, ancestors: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FRAME_ANCESTORS, setting)
    assert origins.frame_ancestors() == ancestors
    assert sentences()["Content-Security-Policy"].endswith(f"frame-ancestors {ancestors}")
    assert origins.complaints() == []


@pytest.mark.parametrize(
    "setting",
    [
        "example.org",
        "*",
        "https://",
        "https://example.org/path",
        "https://example.org; script-src *",
        "javascript:alert(1)",
        "https://exa mple.org",
        "https://ok.example.org 'unsafe-inline'",
        " ".join(f"https://h{i}.example.org" for i in range(51)),
    ],
)
def test_a_malformed_setting_is_left_out_whole_and_said(
    setting: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(FRAME_ANCESTORS, setting)
    assert origins.frame_ancestors() == "'self'"
    with caplog.at_level(logging.WARNING, "mapapp"):
        routes()
    (record,) = caplog.records
    assert record.getMessage().startswith("MAPAPP_FRAME_ANCESTORS is not used: ")


@pytest.mark.parametrize(
    ("origin", "may"),
    [
        ("https://desk.example.org", True),
        ("https://DESK.example.org", True),
        ("http://desk.example.org", False),
        ("https://desk.example.org.evil.net", False),
        ("https://a.press.example", True),
        ("https://a.b.press.example", True),
        ("https://press.example", False),
        ("http://a.press.example", False),
        ("https://evilpress.example", False),
        ("null", False),
    ],
)
def test_only_named_origins_may_read(origin: str, may: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not origins.may_read(origin)
    monkeypatch.setenv(READERS, "https://desk.example.org https://*.press.example")
    assert origins.may_read(origin) == may


@pytest.mark.parametrize(("setting", "trusted"), [("yes", True), (" TRUE ", True), ("no", False), ("", False)])
def test_a_proxy_is_trusted_where_a_setting_says_so(
    setting: str, trusted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(origins.PROXY, setting)
    assert (origins.behind_proxy(), origins.complaints()) == (trusted, [])


def test_a_setting_that_is_neither_yes_nor_no_trusts_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(origins.PROXY, "10.0.0.1")
    assert not origins.behind_proxy()
    assert origins.complaints() == ["MAPAPP_PROXY is not used: '10.0.0.1' is neither yes nor no. No proxy is trusted."]
