"""What the program prints when it starts: where it is, and who may write there."""

import logging
from collections.abc import Callable
from contextlib import suppress

import pytest
import streamlit as st

from mapapp import access
from mapapp.access.keys import PARAMETER
from mapapp.ui import opening

Started = Callable[..., str]
SETTINGS = {"server.address": "", "server.port": 8501, "server.baseUrlPath": "", "server.headless": True}


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Started:
    """Start with settings; what is printed then."""

    def start(**settings: object) -> str:
        told = SETTINGS | {f"server.{name}": value for name, value in settings.items()}
        monkeypatch.setattr(st, "get_option", told.get)

        async def through() -> None:
            async with opening.announced(None):
                pass

        with suppress(StopIteration):  # it waits for nothing; a loop of its own would meet that of a browser's driver
            through().send(None)
        return capsys.readouterr().out

    return start


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ({}, "http://localhost:8501/"),
        ({"address": "0.0.0.0", "port": 80}, "http://localhost:80/"),
        ({"address": "::1"}, "http://[::1]:8501/"),
        ({"address": "maps.example.org", "sslCertFile": "cert.pem", "port": 443}, "https://maps.example.org:443/"),
        ({"baseUrlPath": "/maps/"}, "http://localhost:8501/maps/"),
        ({"baseUrlPath": "a/b"}, "http://localhost:8501/a/b/"),
    ],
)
def test_the_address_is_what_a_browser_needs(started: Started, settings: dict[str, object], address: str) -> None:
    assert f"The app is at {address}\n" in started(**settings)


def test_at_this_machine_whoever_started_it_gets_a_key_that_works_once(started: Started) -> None:
    printed = started(baseUrlPath="maps")
    link = next(word for word in printed.split() if "?" in word)
    address, _, key = link.partition(f"?{PARAMETER}=")
    assert address == "http://localhost:8501/maps/"
    assert access.KEYS.exchange(key) and not access.KEYS.exchange(key)


def test_where_people_are_named_there_is_no_key(started: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_EDITORS", "ana@example.org")
    printed = started()
    assert "when they have signed in" in printed and PARAMETER + "=" not in printed


def test_on_an_open_address_without_people_nobody_may_write(started: Started) -> None:
    printed = started(address="192.0.2.7")
    assert "Nobody may write" in printed and PARAMETER + "=" not in printed


def test_a_setting_that_names_nobody_is_told(
    started: Started,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("MAPAPP_EDITORS", "no address at all")
    with caplog.at_level(logging.WARNING, logger="mapapp"):
        started()
    assert "MAPAPP_EDITORS names nobody" in caplog.text


def test_a_browser_is_opened_with_the_key_where_there_is_a_desktop(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    class AtOnce:
        def __init__(self, *, target: Callable[[str], object], args: tuple[str], daemon: bool) -> None:
            assert daemon, "a browser that hangs does not keep the program"
            self.start = lambda: target(*args)

    monkeypatch.setattr("threading.Thread", AtOnce)
    monkeypatch.setattr("webbrowser.open", opened.append)
    started(headless=True)
    assert not opened
    printed = started(headless=False)
    assert len(opened) == 1 and opened[0] in printed
