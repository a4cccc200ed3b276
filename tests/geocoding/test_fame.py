"""Names alone that many towns bear: which of them everybody means, and where nobody can say."""

import pytest

from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Ambiguous, Found, Toponym
from mapapp.position import Position
from mapapp.tour import SURE

RESOLVE = OfflineResolver()


@pytest.mark.parametrize(
    ("name", "country"),
    [("Geneva", "CH"), ("Florence", "IT"), ("Oxford", "GB"), ("Naples", "IT"), ("Athens", "GR"), ("Sydney", "AU")],
)
def test_a_town_that_all_languages_name_is_meant_where_its_namesakes_are_little_known(name: str, country: str) -> None:
    answer = RESOLVE(RESOLVE.toponym(name, ""))
    assert isinstance(answer, Found) and answer.place.country == country and answer.confidence >= SURE


@pytest.mark.parametrize(
    "name",
    [
        "Alexandria", "Cambridge", "Victoria", "Tripoli", "San José", "Hamilton", "Georgetown", "Kingston",
        "Birmingham", "Valencia", "Córdoba", "Barcelona", "Hyderabad", "Manchester", "Granada",
        "Manas", "Djibouti", "Moshchena",
    ],
)  # fmt: skip
def test_a_town_with_a_known_namesake_abroad_is_never_sure_alone(name: str) -> None:
    answer = RESOLVE(RESOLVE.toponym(name, ""))
    assert isinstance(answer, Ambiguous) or (isinstance(answer, Found) and answer.confidence < SURE)


@pytest.mark.parametrize(
    ("name", "country"), [("Tripoli", "LY"), ("Tripoli", "LB"), ("Kingston", "JM"), ("Kingston", "CA")]
)
def test_the_stated_country_settles_it(name: str, country: str) -> None:
    answer = RESOLVE(RESOLVE.toponym(name, country))
    assert isinstance(answer, Found) and answer.place.country == country and answer.confidence >= SURE


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Bodensee", "mapapp:lake-constance"),
        ("Lake Como", "mapapp:lake-como"),
        ("Balaton", "mapapp:lake-balaton"),
        ("Cape Horn", "mapapp:cape-horn"),
        ("Golan", "mapapp:golan-heights"),
        ("Tatra", "mapapp:tatra"),
        ("Дунай", "mapapp:danube"),
        ("озеро Балхаш", "mapapp:lake-balkhash"),
        ("Балқаш көлі", "mapapp:lake-balkhash"),
        ("оз. Иссык-Куль", "mapapp:issyk-kul"),
    ],
)
def test_a_lake_or_mountain_is_no_hamlet_that_bears_its_name(name: str, id: str) -> None:
    answer = RESOLVE(RESOLVE.toponym(name, ""))
    assert isinstance(answer, Found) and answer.place.id == id


@pytest.mark.parametrize("name", ["р. Казань", "озеро Тараз", "гора Ош", "Тараз көлі"])
def test_a_town_is_a_doubtful_answer_for_water_or_a_mountain_of_its_name(name: str) -> None:
    answer = RESOLVE(RESOLVE.toponym(name, ""))
    assert not isinstance(answer, Found) or answer.confidence < SURE


@pytest.mark.parametrize(
    ("name", "region"),
    [("Киров, Калужская обл.", "Kaluga Oblast"), ("Благовещенск, Республика Башкортостан", "Bashkortostan Republic")],
)
def test_a_larger_namesake_outside_the_region_that_the_cell_names_is_no_doubt(name: str, region: str) -> None:
    answer = RESOLVE(RESOLVE.toponym(name, ""))
    assert isinstance(answer, Found) and answer.place.region == region and answer.confidence >= SURE


LYON, GRENOBLE, VALENCE = Position(4.85, 45.75), Position(5.72, 45.18), Position(4.89, 44.93)
PARIS, BERLIN = Position(2.35, 48.86), Position(13.4, 52.52)


@pytest.mark.parametrize(
    ("name", "near", "sure"),
    [
        ("Vienne", (LYON, GRENOBLE, VALENCE), False),  # on the Rhône, or the capital as the French call it
        ("Vienne", (PARIS, BERLIN), True),
        ("Moscou", (LYON, GRENOBLE), True),
    ],
)
def test_a_town_of_that_very_title_on_the_way_is_a_doubt(name: str, near: tuple[Position, ...], sure: bool) -> None:
    assert isinstance(RESOLVE(Toponym(name, near=near)), Found) == sure
