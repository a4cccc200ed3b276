"""The index: places by name, by id and by country."""

import pytest

from mapapp.geocoding.gazetteer.entries import Gazetteer
from mapapp.place import Toponym

GAZETTEER = Gazetteer()


def test_places_by_name_carry_zone_region_and_kind() -> None:
    almaty = next(p for p in GAZETTEER.named("almaty") if p.kind == "city")
    assert (almaty.id, almaty.country, almaty.zone, almaty.feature_class) == (
        "geonames:1526384",
        "KZ",
        "Asia/Almaty",
        "P",
    )
    assert almaty.region and almaty.population > 1_000_000 and almaty.fame > 20
    assert GAZETTEER.named("") == GAZETTEER.named("xqzwvk") == ()


def test_a_name_that_was_asked_before_has_the_same_answer() -> None:
    assert GAZETTEER.named("springfield") == GAZETTEER.named("springfield")


@pytest.mark.parametrize("id", ["geonames:1526384", "division:py-central-department-ita"])
def test_an_id_leads_back_to_its_place(id: str) -> None:
    place = GAZETTEER.place(id)
    assert place is not None and place.id == id
    assert place in GAZETTEER.named(place.title.casefold())


@pytest.mark.parametrize("id", ["", "geonames:", "geonames:0", "geonames:-1", "geonames:x", "division:no", "osm:1"])
def test_what_is_no_id_has_no_place(id: str) -> None:
    assert GAZETTEER.place(id) is None


def test_own_and_other_names_are_told_apart_and_the_country_is_binding() -> None:
    vienna = {c.place.country: c.match for c in GAZETTEER.candidates(Toponym("Wien"))}
    assert vienna["AT"] == "name"
    assert {c.place.country for c in GAZETTEER.candidates(Toponym("Georgia", "GE"))} == {"GE"}
    assert next(c for c in GAZETTEER.candidates(Toponym("VIENNA", "AT"))).match == "title"


def test_a_country_by_its_code() -> None:
    kazakhstan = GAZETTEER.country("KZ")
    assert kazakhstan is not None and (kazakhstan.title, kazakhstan.kind) == ("Kazakhstan", "country")
    assert GAZETTEER.country("ZZ") is None
