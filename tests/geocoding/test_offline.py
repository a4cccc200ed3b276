"""The offline resolver on the names that the shipped tours use, and its manners in doubt."""

import subprocess
import sys
import zoneinfo

import pytest

from mapapp.geocoding import offline_resolver
from mapapp.place import Ambiguous, Found, Toponym, Unknown
from mapapp.position import Position, distance_km
from mapapp.when import When


def found(text: str, country: str = "", **more: object) -> Found:
    resolution = offline_resolver(Toponym(text, country, **more))  # type: ignore[arg-type]
    assert isinstance(resolution, Found), resolution
    return resolution


@pytest.mark.parametrize(
    ("name", "country", "id"),
    [
        ("Nur-Sultan", "", "geonames:1526273"),
        ("Астана", "", "geonames:1526273"),
        ("Целиноград", "", "geonames:1526273"),
        ("Ashkhabad", "", "geonames:162183"),
        ("Ashgabat", "TM", "geonames:162183"),
        ("Самарканд", "", "geonames:1216265"),
        ("Samarkand", "UZ", "geonames:1216265"),
        ("Aktau", "", "geonames:610612"),
        ("Tashkent", "UZ", "geonames:1512569"),
        ("Almaty", "KZ", "geonames:1526384"),
        ("Alma-Ata", "", "geonames:1526384"),
        ("Тифлис", "", "geonames:611717"),
        ("Чарджоу", "", "geonames:1219649"),
        ("Пишпек", "", "geonames:1528675"),
        ("Сексеул", "", "mapapp:saksaulskaya"),
        ("Достык", "", "geonames:1524537"),
        ("Alat", "AZ", "mapapp:alat"),
        ("Zhetygen", "", "mapapp:zhetygen"),
        ("Altynkol", "KZ", "mapapp:altynkol"),
        ("Shevchenko", "KZ", "geonames:610612"),
        ("Silk Road Samarkand complex", "UZ", "mapapp:silk-road-samarkand"),
        ("Brussels", "BE", "geonames:2800866"),
        ("London", "GB", "geonames:2643743"),
        ("Dushanbe", "TJ", "geonames:1221874"),
        ("Bishkek", "KG", "geonames:1528675"),
    ],
)
def test_names_of_the_tours_resolve(name: str, country: str, id: str) -> None:
    assert found(name, country).place.id == id


def test_an_id_is_exactly_that_place() -> None:
    assert found("geonames:1526384").place.title == "Almaty"
    assert found("mapapp:alat").place.country == "AZ"
    assert isinstance(offline_resolver(Toponym("geonames:1526384", "UZ")), Unknown)
    assert isinstance(offline_resolver(Toponym("geonames:999999999999")), Unknown)


def test_titles_are_today_s() -> None:
    assert found("Nur-Sultan").place.title == "Astana"
    assert found("Kiev").place.title == "Kyiv"


@pytest.mark.parametrize("name", ["Springfield", "Georgia", "Druzhba", "Shevchenko"])
def test_doubt_is_said_with_ids(name: str) -> None:
    resolution = offline_resolver(Toponym(name))
    assert isinstance(resolution, Ambiguous)
    assert len({c.place.id for c in resolution.candidates}) > 1
    assert all(":" in c.place.id and c.reasons for c in resolution.candidates)


def test_the_stated_country_is_binding() -> None:
    assert isinstance(offline_resolver(Toponym("Ashgabat", "KZ")), Unknown)
    assert found("Georgia", "GE").place.is_area
    assert found("Georgia", "US").place.kind == "region"


def test_a_name_out_of_its_time_says_so() -> None:
    choice = found("Nur-Sultan", when=When.parse("2015")).candidates[0]
    assert choice.right_date is False
    assert any("2015" in reason for reason in choice.reasons)
    assert found("Nur-Sultan", when=When.parse("2020-05")).candidates[0].right_date is True


def test_an_id_behind_a_name_overrules_the_name() -> None:
    pinned = found("Alma-Ata [geonames:1526273]")
    assert (pinned.place.title, pinned.candidates[0].match) == ("Astana", "id")
    assert isinstance(offline_resolver(Toponym("Alma-Ata [geonames:1526384]", "UZ")), Unknown)


def test_nearness_tips_the_balance() -> None:
    """Poti alone is doubtful (an old name of Teresina in Brazil); beside Tbilisi it is the port."""
    near = found("Poti", near=(Position(44.83, 41.69), Position(41.63, 41.64)))
    assert near.place.country == "GE"
    assert distance_km(near.place.position, Position(41.66, 42.15)) < 10


@pytest.mark.parametrize("text", ["", "   ", "...", "Xyzzyqwv", "🗺", "x" * 10_000, "a\x00b", "'; DROP TABLE place; --"])
def test_what_is_no_place_is_unknown(text: str) -> None:
    assert isinstance(offline_resolver(Toponym(text)), Unknown)


def test_zones_are_of_the_iana() -> None:
    assert found("Astana").place.zone == "Asia/Almaty"
    for name in ("Ashgabat", "Tashkent", "Aktau", "Kyiv", "Turkmenbashi port", "Batumi"):
        assert zoneinfo.ZoneInfo(found(name).place.zone)


def test_importing_the_package_is_cheap() -> None:
    """Nothing heavy may be loaded before somebody asks for a place."""
    code = (
        "import sys; import mapapp.geocoding;"
        "heavy = {'geopy', 'pandas', 'folium', 'streamlit', 'sqlite3', 'rapidfuzz'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
