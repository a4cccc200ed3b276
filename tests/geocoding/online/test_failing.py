"""When a geocoding service fails, is slow or is not there: a sentence, patience, and nothing wrong is remembered."""

from dataclasses import replace
from pathlib import Path

import pytest

from mapapp.errors import (
    GeocodingError,
    QueryRefused,
    ServiceBusy,
    ServiceRefused,
    ServiceUnavailable,
)
from mapapp.geocoding.online.geocoder import Online, connect
from mapapp.place import Found, Toponym
from tests.fixtures import geocoding_server as fake
from tests.fixtures.geocoding_server import GeocodingServer, Reply, geocoding_server, nominatim_place, told
from tests.geocoding.online.clock import Clock

NAME = Toponym("Xyzzyburg", "KZ")


HERE = told([nominatim_place("Xyzzyburg", 43.25, 76.95)])


@pytest.mark.parametrize(
    ("reply", "error", "words", "requests"),
    [
        (fake.BUSY, ServiceBusy, "asks for a pause (429)", 3),
        (fake.OVERLOADED, ServiceBusy, "asks for a pause (503)", 3),
        (fake.BROKEN, ServiceUnavailable, "answered with an error (500)", 3),
        (fake.HTML, ServiceUnavailable, "an answer that cannot be read", 3),
        (fake.TRUNCATED, ServiceUnavailable, "an answer that cannot be read", 3),
        (fake.CUT_OFF, ServiceUnavailable, "an answer that cannot be read", 3),
        (told({}), ServiceUnavailable, "an answer that cannot be read", 3),
        (Reply(body=b"null"), ServiceUnavailable, "an answer that cannot be read", 3),
        (told([{"lat": "1"}]), ServiceUnavailable, "an answer that cannot be read", 3),
        (told([nominatim_place("X", 43.0, 200.0)]), ServiceUnavailable, "an answer that cannot be read", 3),
        (Reply(302, b"", (("Location", "http://192.0.2.1/"),)), ServiceUnavailable, "an error (302)", 3),
        (Reply(407), ServiceUnavailable, "is behind a proxy that wants a password (407); put it into HTTPS_PROXY", 3),
        (Reply(404), ServiceUnavailable, "an error (404); check network and address", 3),
        (Reply(400), QueryRefused, "cannot read this query (400); look the name up under another spelling", 1),
        (Reply(401), ServiceRefused, "does not accept the key (401)", 1),
        (Reply(402), ServiceRefused, "the quota is used up (402)", 1),
        (Reply(403), ServiceRefused, "refuses to answer (403); read its rules at https://", 1),
    ],
)
def test_each_failure_is_a_sentence_and_never_remembered(
    nominatim: Online, server: GeocodingServer, reply: Reply, *, error: type[GeocodingError], words: str, requests: int
) -> None:
    """What may pass is tried three times; what was refused is not."""
    server.then(reply)
    with pytest.raises(error) as caught:
        nominatim.resolve(NAME)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(server.asked) == requests
    nominatim.pace.answered(nominatim.domain)
    server.then(HERE)
    assert isinstance(nominatim.resolve(NAME), Found)


def test_a_server_that_is_not_there_is_a_sentence(own_cache: Path, clock: Clock) -> None:
    assert own_cache.is_dir()
    with geocoding_server() as gone:
        address = gone.address
    with pytest.raises(ServiceUnavailable, match="cannot be reached; check network and address"):
        connect("nominatim", address, now=clock.now, sleep=clock.sleep).resolve(NAME)


@pytest.mark.parametrize("slow", [Reply(delay=0.4), replace(HERE, drip=0.1), Reply(body=b" " * 3_000_000)])
def test_an_answer_has_an_end_in_time_and_size(
    nominatim: Online, server: GeocodingServer, slow: Reply, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nominatim.service, "_geocoder", _impatient(nominatim))
    server.then(slow)
    with pytest.raises(ServiceUnavailable, match="did not answer in time"):
        nominatim.resolve(NAME)


def _impatient(nominatim: Online) -> object:
    geocoder = nominatim.service._geocoder  # type: ignore[attr-defined]
    geocoder.timeout = 0.2
    return geocoder


def test_a_hiccup_is_tried_again_after_a_growing_pause(
    nominatim: Online, server: GeocodingServer, clock: Clock
) -> None:
    server.then(fake.BROKEN, fake.HTML, HERE)
    assert isinstance(nominatim.resolve(NAME), Found)
    assert clock.naps == [2.0, 4.0]


def test_a_long_pause_ends_the_look_up_and_is_kept_by_the_next(
    nominatim: Online, server: GeocodingServer, clock: Clock
) -> None:
    server.then(Reply(429, headers=(("Retry-After", "900"),)), HERE)
    with pytest.raises(ServiceBusy, match="has asked for a pause and is left alone until") as caught:
        nominatim.resolve(NAME)
    assert caught.value.retry_after == pytest.approx(900)
    again = connect("nominatim", server.address, now=clock.now, sleep=clock.sleep)
    with pytest.raises(ServiceBusy):
        again.resolve(NAME)
    assert len(server.asked) == 1
    assert clock.naps == []
    clock.time += 901
    assert isinstance(again.resolve(NAME), Found)


def test_a_server_that_keeps_failing_is_left_alone(nominatim: Online, server: GeocodingServer, clock: Clock) -> None:
    """Five failures in a row, over several names; then one trial after two minutes."""
    server.then(fake.BROKEN)
    with pytest.raises(ServiceUnavailable):
        nominatim.resolve(NAME)
    with pytest.raises(ServiceBusy, match=r"left 5 requests in a row without an answer, .* and is left alone until"):
        nominatim.resolve(Toponym("Plughburg"))
    with pytest.raises(ServiceBusy):
        nominatim.resolve(Toponym("Frobozzburg"))
    assert len(server.asked) == 5
    clock.time += 121
    with pytest.raises(ServiceBusy):
        nominatim.resolve(NAME)
    assert len(server.asked) == 6, "one request tries whether it is well again"
    clock.time += 121
    server.then(HERE)
    assert isinstance(nominatim.resolve(NAME), Found)
    assert isinstance(nominatim.resolve(Toponym("Xyzzyburg")), Found)
