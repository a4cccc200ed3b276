"""A service on the loopback that answers as it is told, and a clock that nobody waits for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mapapp.geocoding.online.geocoder import Online, connect
from tests.fixtures.geocoding_server import GeocodingServer, geocoding_server
from tests.geocoding.online.clock import Clock


@pytest.fixture
def server() -> Iterator[GeocodingServer]:
    with geocoding_server() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def nominatim(own_cache: Path, server: GeocodingServer, clock: Clock) -> Online:
    assert own_cache.is_dir()
    return connect("nominatim", server.address, now=clock.now, sleep=clock.sleep)
