"""What each service says, as our candidates: in its own form of answer, through geopy's own classes."""

from pathlib import Path
from typing import Any

import pytest

from mapapp.errors import ServiceRefused
from mapapp.geocoding.online import osm
from mapapp.geocoding.online.facts import SERVICES
from mapapp.geocoding.online.geocoder import Online, connect
from mapapp.place import Candidate, Toponym
from tests.fixtures.geocoding_server import GeocodingServer, Reply, nominatim_place, told
from tests.geocoding.online.clock import Clock

# Made up in the form that each service documents.
PORT = nominatim_place("Alat Port", 39.94, 49.41, "az", **{"class": "landuse", "type": "port", "addresstype": "port"})
CAPITAL = nominatim_place(
    "Astana", 51.13, 71.43, osm_id=1, osm_type="relation", **{"class": "boundary", "type": "administrative"},
    address={"state": "Astana", "country_code": "kz"}, extratags={"capital": "yes", "population": "1,423,726"},
    namedetails={"name": "Астана", "name:kk": "Астана", "name:ru": "Астана", "old_name": "Нұр-Сұлтан"},
)  # fmt: skip
PHOTON: dict[str, Any] = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [76.95, 43.25]},
            "properties": {
                "osm_type": "N", "osm_id": 5, "osm_key": "place", "osm_value": "town", "type": "city",
                "name": "Xyzzyburg", "countrycode": "KZ", "country": "Kazakhstan", "state": "Almaty Region",
            },
        },
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [13.4, 52.5]},
            "properties": {
                "osm_type": "W", "osm_id": 6, "osm_key": "highway", "osm_value": "residential", "type": "street",
                "name": "Xyzzyburg", "countrycode": "DE",
            },
        },
    ],
}  # fmt: skip
OPENCAGE: dict[str, Any] = {
    "results": [
        {
            "components": {
                "ISO_3166-1_alpha-2": "KZ", "_category": "place", "_type": "city", "city": "Xyzzyburg",
                "country": "Kazakhstan", "country_code": "kz", "state": "Almaty Region",
            },
            "formatted": "Xyzzyburg, Kazakhstan",
            "geometry": {"lat": 43.25, "lng": 76.95},
        },
        {
            "components": {"_category": "transportation", "_type": "station", "country_code": "kz"},
            "formatted": "Xyzzyburg-1, Kazakhstan",
            "geometry": {"lat": 43.2, "lng": 76.9},
        },
    ],
    "status": {"code": 200, "message": "OK"},
}  # fmt: skip


@pytest.fixture
def ask(own_cache: Path, server: GeocodingServer, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401
    assert own_cache.is_dir()
    monkeypatch.setenv("MAPAPP_OPENCAGE_KEY", "a-secret-key")

    def asked(name: str, content: dict[str, Any] | list[Any], toponym: Toponym) -> list[Candidate]:
        server.then(told(content))
        return service(name, server).candidates(toponym)

    return asked


def service(name: str, server: GeocodingServer) -> Online:
    clock = Clock()
    return connect(name, server.address, now=clock.now, sleep=clock.sleep)


def told_of(candidate: Candidate) -> tuple[str, str, str, str, str]:
    place = candidate.place
    return place.id, place.title, place.country, place.feature_class, place.kind


def test_nominatim_tells_what_a_place_is(ask: Any) -> None:  # noqa: ANN401
    (city,) = ask("nominatim", [CAPITAL | {"addresstype": "city"}], Toponym("Astana"))
    assert told_of(city) == ("osm:relation/1", "Astana", "KZ", "P", "capital")
    assert (city.place.position, city.place.population, city.place.region) == ((71.43, 51.13), 1_423_726, "Astana")
    assert (city.says, city.matched, city.match) == ("nominatim", "Astana", "title")
    (port,) = ask("nominatim", [PORT], Toponym("Alat Port"))
    assert told_of(port)[3:] == ("S", "port")


@pytest.mark.parametrize(
    ("text", "match", "language"),
    [
        ("Astana", "title", ""),
        ("АСТАНА", "title", ""),
        ("Нур-Султан", "misspelt", ""),
        ("Нұр-Сұлтан", "name", ""),
        ("Astana (Nur-Sultan)", "title", ""),
        ("Asatana", "misspelt", ""),
    ],
)
def test_the_name_that_was_found_is_told(ask: Any, text: str, match: str, language: str) -> None:  # noqa: ANN401
    (found,) = ask("nominatim", [CAPITAL], Toponym(text))
    assert (found.match, found.language) == (match, language)


def test_text_of_a_service_is_text_of_a_stranger(ask: Any) -> None:  # noqa: ANN401
    """It is printed on terminals, which obey control characters, and may be of any length."""
    evil = nominatim_place("Xyzzy\x1b[2J\u202eburg" + "g" * 500, 43.25, 76.95, "k\x1b", type="to\x07wn", addresstype="")
    (found,) = ask("nominatim", [evil], Toponym("Xyzzyburg"))
    place = found.place
    assert all(text.isprintable() and len(text) <= 120 for text in (place.title, place.kind, place.id, found.matched))
    assert place.country == ""


def test_photon_states_its_country_in_answers_alone(ask: Any, server: GeocodingServer) -> None:  # noqa: ANN401
    (found,) = ask("photon", PHOTON, Toponym("Xyzzyburg", "KZ"))
    assert told_of(found) == ("osm:node/5", "Xyzzyburg", "KZ", "P", "city")
    assert (found.place.position, found.place.region) == ((76.95, 43.25), "Almaty Region")
    assert server.names == ["Xyzzyburg, Kazakhstan"]
    assert server.asked[0].path == "/api"
    assert server.asked[0].query["lang"] == "en"
    everywhere = ask("photon", PHOTON, Toponym("Xyzzyburg"))
    assert [told_of(c)[2:] for c in everywhere] == [("KZ", "P", "city"), ("DE", "R", "residential")]
    assert ask("photon", {"type": "FeatureCollection", "features": []}, Toponym("Nothing")) == []


def test_opencage_needs_a_key_and_tells_no_one(ask: Any, server: GeocodingServer) -> None:  # noqa: ANN401
    city, station = ask("opencage", OPENCAGE, Toponym("Xyzzyburg", "KZ"))
    assert told_of(city) == ("opencage:76.95,43.25", "Xyzzyburg", "KZ", "P", "city")
    assert told_of(station)[1:] == ("Xyzzyburg-1", "KZ", "S", "station")
    assert server.asked[0].query["key"] == "a-secret-key"
    assert server.asked[0].query["countrycode"] == "kz"
    assert ask("opencage", {"results": [], "status": {"code": 200, "message": "OK"}}, Toponym("Nothing")) == []
    server.then(Reply(401))
    with pytest.raises(ServiceRefused, match=r"does not accept the key \(401\); correct MAPAPP_OPENCAGE_KEY") as caught:
        service("opencage", server).candidates(Toponym("Other"))
    assert "secret" not in str(caught.value)
    server.then(Reply(402))
    with pytest.raises(ServiceRefused, match="the quota is used up"):
        service("opencage", server).candidates(Toponym("Other"))


def test_a_service_without_its_key_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAPAPP_OPENCAGE_KEY", raising=False)
    with pytest.raises(ServiceRefused, match="put it into the environment variable MAPAPP_OPENCAGE_KEY"):
        connect("opencage")


@pytest.mark.parametrize("facts", SERVICES, ids=lambda facts: facts.name)
def test_every_service_says_who_asks(ask: Any, server: GeocodingServer, facts: Any) -> None:  # noqa: ANN401
    empty: Any = {"photon": {"features": []}, "opencage": OPENCAGE | {"results": []}}.get(facts.name, [])
    assert ask(facts.name, empty, Toponym("Nothing")) == []
    assert server.asked[0].agent.startswith("mapapp/")


@pytest.mark.parametrize(
    ("tag", "bounds", "told"),
    [
        (("place", "city"), "", ("P", "city")),
        (("place", "hamlet"), "", ("P", "village")),
        (("boundary", "administrative"), "state", ("A", "region")),
        (("boundary", "administrative"), "country", ("A", "country")),
        (("boundary", "administrative"), "city", ("P", "city")),
        (("boundary", "administrative"), "", ("A", "administrative")),
        (("place", "sea"), "sea", ("H", "sea")),
        (("natural", "bay"), "bay", ("H", "bay")),
        (("natural", "peak"), "peak", ("T", "peak")),
        (("waterway", "river"), "river", ("H", "river")),
        (("railway", "station"), "railway", ("S", "station")),
        (("railway", "rail"), "", ("R", "rail")),
        (("highway", "primary"), "road", ("R", "primary")),
        (("aeroway", "aerodrome"), "aeroway", ("S", "airport")),
        (("barrier", "border_control"), "", ("S", "border crossing")),
        (("office", "government"), "office", ("S", "government")),
        (("building", "yes"), "building", ("S", "building")),
        (("tourism", "hotel"), "tourism", ("S", "hotel")),
        (("place", "island"), "", ("T", "island")),
        (("", ""), "", ("S", "")),
    ],
)
def test_tags_become_classes_and_kinds(tag: tuple[str, str], bounds: str, told: tuple[str, str]) -> None:
    assert osm.kind_of(*tag, bounds) == told


@pytest.mark.parametrize(
    ("text", "people"),
    [("1423726", 1423726), ("1,423,726", 1423726), ("2 000", 2000), ("~5000", 0), ("", 0), (None, 0), ("²", 0)],
)
def test_populations_are_numbers_or_nothing(text: str | None, people: int) -> None:
    assert osm.population_of(text) == people
