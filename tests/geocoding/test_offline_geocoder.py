"""Our gazetteer where a geocoder of geopy is expected."""

import pytest
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import get_geocoder_for_service
from geopy.geocoders.base import Geocoder
from geopy.point import Point
from hypothesis import given
from hypothesis import strategies as st

from mapapp.errors import GeocodingError
from mapapp.geocoding import offline_places
from mapapp.geocoding.nearest import Nearest
from mapapp.geocoding.offline_geocoder import OfflineGeocoder
from mapapp.position import Position, distance_km


@pytest.fixture(scope="module")
def geocoder() -> OfflineGeocoder:
    return OfflineGeocoder()


@pytest.fixture(scope="module")
def nearest() -> Nearest:
    return Nearest(offline_places().gazetteer.db)


def test_it_is_one_of_geopys(geocoder: OfflineGeocoder) -> None:
    assert isinstance(geocoder, Geocoder)
    assert get_geocoder_for_service("mapapp") is OfflineGeocoder
    with geocoder as same:
        assert same is geocoder


def test_a_name_has_a_location_latitude_first(geocoder: OfflineGeocoder) -> None:
    found = geocoder.geocode("Alma-Ata")
    assert found is not None
    assert (found.latitude, found.longitude) == pytest.approx((43.25, 76.92), abs=0.1)
    assert found.address == "Almaty, Kazakhstan"
    assert found.raw["id"] == "geonames:1526384"
    assert found.raw["confidence"] > 0.9
    assert found.raw["resolution"] == "found"


def test_nobody_guesses_between_two_places_of_a_name(geocoder: OfflineGeocoder) -> None:
    assert geocoder.geocode("Springfield") is None
    every = geocoder.geocode("Springfield", exactly_one=False)
    assert len(every) > 5
    assert {location.raw["resolution"] for location in every} == {"ambiguous"}
    assert geocoder.geocode("Springfield", exactly_one=False, limit=3) == every[:3]


def test_nothing_known_is_none(geocoder: OfflineGeocoder) -> None:
    assert geocoder.geocode("Xyzzyburg") is None
    assert geocoder.geocode("Xyzzyburg", exactly_one=False) is None


@pytest.mark.parametrize(
    ("codes", "country"), [("ge", "GE"), ("US", "US"), (["GE"], "GE"), ("us,ca", "US"), (["FR", "DE"], "DE")]
)
def test_country_codes_bind(geocoder: OfflineGeocoder, codes: str | list[str], country: str) -> None:
    name = {"GE": "Tbilisi", "US": "Houston", "DE": "Bonn"}[country]
    found = geocoder.geocode(name, country_codes=codes)
    assert found is not None
    assert found.raw["country"] == country
    assert geocoder.geocode(name, country_codes="MN") is None


def test_a_structured_query_is_read(geocoder: OfflineGeocoder) -> None:
    found = geocoder.geocode({"city": "Paris", "state": "Texas", "country": "United States", "street": "1 Main"})
    assert found is not None
    assert found.address == "Paris, Texas, United States"


@pytest.mark.parametrize(("query", "codes"), [("Almaty", "Q9"), ({}, None), ({"street": "x"}, None), (5, None)])
def test_a_query_that_is_none_is_geopys_error(geocoder: OfflineGeocoder, query: object, codes: str | None) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode(query, country_codes=codes)  # type: ignore[arg-type]


def test_without_its_index_it_raises_geopys_error(geocoder: OfflineGeocoder, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise GeocodingError("the gazetteer is not there")

    monkeypatch.setattr("mapapp.geocoding.offline_geocoder.offline_places", gone)
    monkeypatch.setattr("mapapp.geocoding.nearest._nearest", gone)
    with pytest.raises(GeocoderServiceError, match="the gazetteer is not there"):
        geocoder.geocode("Almaty")
    with pytest.raises(GeocoderServiceError, match="the gazetteer is not there"):
        OfflineGeocoder().reverse((1, 2))


def test_it_goes_through_the_rate_limiter(geocoder: OfflineGeocoder) -> None:
    limited = RateLimiter(geocoder.geocode, min_delay_seconds=0)
    assert limited("Tashkent").raw["country"] == "UZ"


@pytest.mark.parametrize("point", [(43.24, 76.9), "43.24, 76.9", Point(43.24, 76.9)])
def test_a_point_has_a_nearest_town(geocoder: OfflineGeocoder, point: object) -> None:
    found = geocoder.reverse(point)
    assert found is not None
    assert found.address == "Almaty, Kazakhstan"
    assert found.raw["distance_km"] < 3


def test_more_towns_come_in_order_of_distance(geocoder: OfflineGeocoder) -> None:
    found = geocoder.reverse((43.24, 76.9), exactly_one=False)
    assert len(found) == 10
    distances = [location.raw["distance_km"] for location in found]
    assert distances == sorted(distances)
    assert geocoder.reverse((43.24, 76.9), exactly_one=False, limit=2) == found[:2]


def test_a_point_that_is_none_is_refused(geocoder: OfflineGeocoder) -> None:
    with pytest.raises(ValueError, match="from string: unknown format"):
        geocoder.reverse("here")


@pytest.fixture(scope="module")
def some_places() -> list[Position]:
    rows = offline_places().gazetteer.db.execute(
        "SELECT longitude, latitude FROM place WHERE kind IN (5, 8) AND id % 100 = 0"
    )
    return [Position(*row) for row in rows]


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_none_is_nearer_than_the_nearest(
    nearest: Nearest, some_places: list[Position], longitude: float, latitude: float
) -> None:
    """Against every hundredth place, poles, date line and oceans included."""
    at = Position(longitude, latitude)
    ((distance, _),) = nearest.find(at)
    assert distance <= min(distance_km(at, place) for place in some_places)


@pytest.mark.parametrize("at", [Position(0, 90), Position(0, -90), Position(180, -17), Position(-123.4, -48.9)])
def test_the_nearest_ten_are_those_of_a_plain_search(nearest: Nearest, at: Position) -> None:
    rows = offline_places().gazetteer.db.execute("SELECT id, longitude, latitude FROM place WHERE kind IN (5, 8)")
    plain = sorted((distance_km(at, Position(longitude, latitude)), id_) for id_, longitude, latitude in rows)
    assert nearest.find(at, 10) == plain[:10]
