"""What becomes of the answers of a service beside those of the gazetteer."""

from mapapp.geocoding import offline_resolver
from mapapp.geocoding.online.geocoder import Online
from mapapp.place import Ambiguous, Found, Toponym, Unknown
from tests.fixtures.geocoding_server import GeocodingServer, nominatim_place, told

NAME = Toponym("Xyzzyburg", "KZ")


def test_what_is_found_offline_stays(nominatim: Online, server: GeocodingServer) -> None:
    known = offline_resolver(Toponym("Almaty"))
    assert isinstance(known, Found)
    near, far = nominatim_place("Almaty", 43.2364, 76.9457), nominatim_place("Almaty", 10.0, 20.0, "td")
    server.then(told([far, near]))
    answer = nominatim.resolve(Toponym("Almaty"))
    assert isinstance(answer, Found)
    assert answer.place == known.place
    assert answer.confidence == known.confidence
    assert any(reason.startswith("Nominatim has it ") for reason in answer.candidates[0].reasons)
    assert [c.says for c in answer.candidates].count("nominatim") == 1, "what agrees is not listed twice"


def test_what_is_ambiguous_offline_stays_so_with_more_to_choose_from(
    nominatim: Online, server: GeocodingServer
) -> None:
    tags = {"population": "9 000 000"}
    server.then(told([nominatim_place("Springfield", 43.25, 76.95, extratags=tags)]))
    answer = nominatim.resolve(Toponym("Springfield"))
    assert isinstance(answer, Ambiguous)
    assert answer.candidates[0].says == "nominatim", "weighed as all others, by its nine million people"
    assert answer.candidates[0].place.population == 9_000_000
    assert any(c.place.id.startswith("geonames:") for c in answer.candidates)


def test_a_town_that_the_gazetteer_has_under_another_name_is_named_with_its_id(
    nominatim: Online, server: GeocodingServer
) -> None:
    server.then(told([nominatim_place("Xyzzyburg", 43.2525, 76.9115)]))
    answer = nominatim.resolve(NAME)
    assert isinstance(answer, Found)
    assert "the gazetteer has Almaty (geonames:1526384) 0 km from there" in answer.candidates[0].reasons
    server.then(told([nominatim_place("Plughburg", 45.5, 72.5)]))
    answer = nominatim.resolve(Toponym("Plughburg", "KZ"))
    assert isinstance(answer, Found)
    assert not any("gazetteer" in reason for reason in answer.candidates[0].reasons), "nothing is near in the steppe"


def test_an_answer_of_another_name_is_a_near_miss_at_most(nominatim: Online, server: GeocodingServer) -> None:
    """Services answer with what is somehow like the name; that alone must not put a stop on the map."""
    server.then(told([nominatim_place("Xyzzy Avenue", 43.25, 76.95)]))
    answer = nominatim.resolve(NAME)
    assert isinstance(answer, Unknown)
    assert [c.place.title for c in answer.near_misses] == ["Xyzzy Avenue"]
    assert answer.near_misses[0].confidence <= 0.5


def test_a_shop_somewhere_is_no_find_where_the_country_is_not_stated(
    nominatim: Online, server: GeocodingServer
) -> None:
    shop = nominatim_place("Xyzzyburg", 43.25, 76.95, **{"class": "shop", "type": "books", "addresstype": "shop"})
    server.then(told([shop]))
    answer = nominatim.resolve(Toponym("Xyzzyburg"))
    assert isinstance(answer, Ambiguous)
    assert answer.candidates[0].confidence == 0.5
    assert "the row states no country" in answer.candidates[0].reasons[-1]
    assert isinstance(nominatim.resolve(NAME), Found)


def test_two_places_of_a_name_are_ambiguous(nominatim: Online, server: GeocodingServer) -> None:
    server.then(told([nominatim_place("Xyzzyburg", 43.25, 76.95), nominatim_place("Xyzzyburg", 51.1, 71.4)]))
    answer = nominatim.resolve(NAME)
    assert isinstance(answer, Ambiguous)
    assert len(answer.candidates) == 2


def test_the_country_behind_a_name_holds(nominatim: Online, server: GeocodingServer) -> None:
    abroad, at_home = nominatim_place("Xyzzyburg", 52.5, 13.4, "de"), nominatim_place("Xyzzyburg", 43.25, 76.95)
    server.then(told([abroad, at_home]))
    answer = nominatim.resolve(Toponym("Xyzzyburg, Kazakhstan"))
    assert isinstance(answer, Found)
    assert answer.place.country == "KZ"
