"""Online services through geopy's own classes and real HTTP, against a server that misbehaves on demand."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from mapapp import __version__
from mapapp.errors import (
    GeocodingError,
)
from mapapp.geocoding import online
from mapapp.geocoding.online.answers import Answer, Question
from mapapp.geocoding.online.facts import SERVICES, Facts
from mapapp.geocoding.online.geocoder import ADAPTERS, Online, connect
from mapapp.geocoding.online.sqlite import SqlitePace
from mapapp.place import Candidate, Found, Toponym, Unknown
from tests.fixtures import geocoding_server as fake
from tests.fixtures.geocoding_server import GeocodingServer, nominatim_place, told
from tests.geocoding.online.clock import Clock

NAME = Toponym("Xyzzyburg", "KZ")


HERE = told([nominatim_place("Xyzzyburg", 43.25, 76.95)])


def test_a_name_that_is_unknown_offline_is_found(nominatim: Online, server: GeocodingServer) -> None:
    server.then(HERE)
    answer = nominatim.resolve(NAME)
    assert isinstance(answer, Found)
    assert answer.place.position == (76.95, 43.25)
    assert answer.place.country == "KZ"
    assert (answer.place.feature_class, answer.place.kind) == ("P", "city")
    assert answer.candidates[0].says == "nominatim"
    assert "Nominatim knows it" in answer.candidates[0].reasons


def test_a_request_says_who_asks_and_binds_the_country(nominatim: Online, server: GeocodingServer) -> None:
    nominatim.candidates(NAME)
    (asked,) = server.asked
    assert asked.agent.startswith(f"mapapp/{__version__} ")
    assert asked.query["q"] == "Xyzzyburg"
    assert asked.query["countrycodes"] == "kz"
    assert asked.query["accept-language"] == "en"


def test_a_former_country_binds_its_successors(nominatim: Online, server: GeocodingServer) -> None:
    told = nominatim.describe(Toponym("Xyzzyburg", "CSXX"))
    assert "The name 'Xyzzyburg' and the countries Kosovo, Montenegro, Serbia are sent to" in told
    nominatim.candidates(Toponym("Xyzzyburg", "CSXX"))
    assert server.asked[0].query["countrycodes"] == "me,rs,xk"


def test_a_place_in_another_country_is_never_taken(nominatim: Online, server: GeocodingServer) -> None:
    """Even where a server disregards the parameter."""
    server.then(told([nominatim_place("Xyzzyburg", 52.5, 13.4, "de")]))
    assert nominatim.resolve(NAME) == Unknown()


def test_a_place_that_names_no_country_is_taken_only_as_water(nominatim: Online, server: GeocodingServer) -> None:
    town = nominatim_place("Xyzzyburg", 43.25, 76.95, "")
    sea = nominatim_place("Xyzzyburg", 42.0, 50.0, "", type="sea", addresstype="sea")
    server.then(told([town, sea]))
    assert [c.place.kind for c in nominatim.candidates(NAME)] == ["sea"]


def test_what_was_answered_is_not_asked_again(nominatim: Online, server: GeocodingServer) -> None:
    server.then(HERE)
    assert nominatim.sends(NAME)
    first = nominatim.resolve(NAME)
    assert nominatim.resolve(NAME) == first
    assert len(server.asked) == 1
    assert not nominatim.sends(NAME)
    assert nominatim.resolve(NAME._replace(text="  Xyzzyburg ")) == first, "blanks are no other name"
    assert len(server.asked) == 1


def test_nothing_found_is_an_answer_too(nominatim: Online, server: GeocodingServer) -> None:
    assert nominatim.resolve(NAME) == Unknown()
    assert nominatim.resolve(NAME) == Unknown()
    assert len(server.asked) == 1


def test_old_answers_are_asked_for_again(nominatim: Online, server: GeocodingServer, clock: Clock) -> None:
    """Nothing after a month, something after a year."""
    nominatim.candidates(NAME)
    clock.time += 31 * 86_400
    server.then(HERE)
    assert len(nominatim.candidates(NAME)) == 1
    clock.time += 31 * 86_400
    nominatim.candidates(NAME)
    assert len(server.asked) == 2
    clock.time += 366 * 86_400
    nominatim.candidates(NAME)
    assert len(server.asked) == 3


def test_the_pause_that_a_server_wants_is_kept(nominatim: Online, server: GeocodingServer, clock: Clock) -> None:
    server.then(fake.BUSY, fake.OVERLOADED, HERE)
    assert isinstance(nominatim.resolve(NAME), Found)
    assert clock.naps == [7.0, 9.0]


def test_what_another_process_asks_meanwhile_is_not_asked_again(
    nominatim: Online, server: GeocodingServer, clock: Clock
) -> None:
    server.then(fake.BUSY, HERE)
    other = connect("nominatim", server.address, now=clock.now, sleep=clock.sleep)

    def sleep(seconds: float) -> None:
        clock.sleep(seconds)
        other.resolve(NAME)

    assert isinstance(nominatim.pace, SqlitePace)
    waiting = replace(nominatim, pace=replace(nominatim.pace, sleep=sleep))
    assert isinstance(waiting.resolve(NAME), Found)
    assert len(server.asked) == 2


@pytest.mark.parametrize("text", ["geonames:1526384", "", "...", "x" * 201])
def test_what_is_no_name_is_never_sent(nominatim: Online, server: GeocodingServer, text: str) -> None:
    nominatim.resolve(Toponym(text))
    assert not nominatim.sends(Toponym(text))
    assert nominatim.describe(Toponym(text)).endswith("nothing is sent.")
    assert server.asked == []


def test_the_user_is_told_what_goes_where(nominatim: Online, server: GeocodingServer, clock: Clock) -> None:
    host = server.address.removeprefix("http://")
    sentence = f"The name 'Xyzzyburg' and the country Kazakhstan are sent to {host} (Nominatim), and nothing else."
    assert nominatim.describe(NAME) == sentence
    assert server.asked == []
    nominatim.resolve(NAME)
    assert nominatim.describe(NAME).startswith("Nominatim answered for 'Xyzzyburg' on 2026-09-2")
    assert clock.naps == []


def test_a_damaged_memory_is_set_aside_with_a_sentence(
    nominatim: Online, server: GeocodingServer, own_cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (own_cache / "answers.sqlite").write_bytes(b"this is no database" * 100)
    server.then(HERE)
    with caplog.at_level(logging.WARNING):
        assert isinstance(nominatim.resolve(NAME), Found)
    assert "answers.sqlite is damaged (file is not a database); it is kept as answers.sqlite.set-aside-" in caplog.text
    assert len(list(own_cache.glob("answers.sqlite.set-aside-*"))) == 1
    assert not nominatim.sends(NAME)


def test_without_a_memory_nobody_is_asked(nominatim: Online, server: GeocodingServer, own_cache: Path) -> None:
    (own_cache / "answers.sqlite").mkdir()
    with pytest.raises(GeocodingError, match="set MAPAPP_CACHE to a folder that can be written"):
        nominatim.resolve(NAME)
    assert server.asked == []


def test_a_service_that_is_not_listed_is_a_sentence() -> None:
    with pytest.raises(GeocodingError, match="'gogle' is no online service; there are nominatim, photon, opencage"):
        online("gogle")


@pytest.mark.parametrize("address", ["ftp://x", "http://", "http://user:word@host", "https://host/?q="])
def test_an_address_that_is_none_is_a_sentence(address: str) -> None:
    with pytest.raises(GeocodingError, match="is no address of a server; write it like https://"):
        online("nominatim", address)


def test_the_environment_names_a_server_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_NOMINATIM_URL", "https://maps.example.org/nominatim/")
    assert online("nominatim").domain == "maps.example.org/nominatim"
    monkeypatch.delenv("MAPAPP_NOMINATIM_URL")
    assert online("nominatim").domain == "nominatim.openstreetmap.org"


@pytest.mark.parametrize("facts", SERVICES, ids=lambda facts: facts.name)
def test_each_service_is_credited_and_has_rules(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(facts.key_variable or "MAPAPP_NO_KEY", "secret")
    made = online(facts.name)
    assert made.domain == facts.host
    assert "OpenStreetMap contributors" in made.facts.attribution
    assert "ODbL" in made.facts.licence
    assert made.facts.policy.startswith("https://")


@dataclass(frozen=True)
class Notebook:
    """A memory and a pace that live in no file."""

    kept: dict[Question, Answer] = field(default_factory=dict)
    noted: list[str] = field(default_factory=list)

    def get(self, question: Question) -> Answer | None:
        """Of a memory."""
        return self.kept.get(question)

    def put(self, question: Question, candidates: Sequence[Candidate]) -> Answer:
        """Of a memory."""
        return self.kept.setdefault(question, Answer(tuple(candidates), 0.0))

    def turn(self, server: str) -> None:
        """Of a pace."""
        self.noted.append(f"turn {server}")

    def answered(self, server: str) -> None:
        """Of a pace."""
        self.noted.append(f"answered {server}")

    def failed(self, server: str, retry_after: float | None = None) -> None:
        """Of a pace."""
        self.noted.append(f"failed {server} {retry_after}")


def test_answers_and_pace_may_be_kept_anywhere(nominatim: Online, server: GeocodingServer) -> None:
    """Whoever asks knows two and three verbs, and nothing of files."""
    notebook = Notebook()
    online = replace(nominatim, answers=notebook, pace=notebook)
    server.then(HERE)
    first, second = online.resolve(NAME), online.resolve(NAME)
    assert isinstance(first, Found) and first == second
    assert notebook.noted == [f"turn {online.domain}", f"answered {online.domain}"]
    assert [question.query for question in notebook.kept] == ["Xyzzyburg"]


def test_each_service_has_what_asks_it() -> None:
    assert list(ADAPTERS) == [facts.name for facts in SERVICES]
