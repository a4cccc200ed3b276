"""Addresses of servers: taken, or None; never an error."""

import pytest

from mapapp import addresses


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("maps.example.org", "https://maps.example.org"),
        ("maps.example.org:8443/nominatim", "https://maps.example.org:8443/nominatim"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
    ],
)
def test_what_people_write_is_an_address(text: str, told: str) -> None:
    parts = addresses.server(text, "https")
    assert parts is not None and parts.geturl() == told


@pytest.mark.parametrize(
    "text",
    ["", "ftp://x", "http://", "http://user:word@host", "https://host/?q=", "https://host/#x", "http://[", "http://[::1",
     "http://[x]", "host:99999", "host:port", "http://\u2100.example"],
)  # fmt: skip
def test_what_is_none_is_none(text: str) -> None:
    assert addresses.server(text, "https") is None
