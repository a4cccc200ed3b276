"""What is sure enough: other names, words of kind, and what was so at another time."""

import pytest

from mapapp.geocoding.deciding import doubted, is_alias
from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Ambiguous, Found, Resolution, Toponym, Unknown
from mapapp.position import Position
from mapapp.tour import SURE
from mapapp.when import When

RESOLVE = OfflineResolver()


def ask(name: str, country: str = "") -> Resolution:
    return RESOLVE(RESOLVE.toponym(name, country))


@pytest.mark.parametrize("name", ["Vienna, OH", "Bavaria, Kansas"])
def test_a_part_of_another_place_s_name_is_not_the_place(name: str) -> None:
    """New Vienna is not Vienna; it is named as similar, and one place alone is never ambiguous."""
    answer = ask(name)
    assert isinstance(answer, Unknown)


@pytest.mark.parametrize(("name", "country"), [("Bariloche", "Argentina"), ("Potosi", "MX"), ("Noordwijk", "NL")])
def test_another_name_of_a_small_place_is_never_sure(name: str, country: str) -> None:
    answer = ask(name, country)
    assert isinstance(answer, Found) and answer.confidence <= 0.9
    assert is_alias(answer.candidates[0]) and "another place may be meant" in answer.candidates[0].reasons[0]


def test_the_town_that_a_language_calls_like_its_country_is_the_town() -> None:
    for name in ("Brasilia", "Tunis"):
        answer = ask(name)
        assert isinstance(answer, Found) and answer.place.kind == "capital"
    assert RESOLVE.countries.code("Brasilia") == "" and RESOLVE.countries.code("Djibouti") == "DJ"


def test_what_lay_in_the_country_once_casts_no_doubt_by_another_name() -> None:
    """Chattogram was called Islamabad, and lay in Pakistan until 1971."""
    answer = ask("Islamabad", "PK")
    assert isinstance(answer, Found) and answer.confidence > 0.95
    macao = RESOLVE(Toponym("Macao", "PT"))
    assert isinstance(macao, Ambiguous | Unknown)


def test_a_doubt_lowers_and_never_raises() -> None:
    answer = ask("Tashkent")
    assert isinstance(answer, Found)
    once = doubted(answer, "why")
    assert once.confidence == 0.9 and once.candidates[0].reasons[0] == "why" and once.place == answer.place
    assert doubted(once, "again").confidence == 0.9


@pytest.mark.parametrize("name", ["June", "Vienna, OH", "Cousinia"])
def test_nothing_is_called_ambiguous_with_one_candidate(name: str) -> None:
    answer = ask(name)
    assert not isinstance(answer, Ambiguous) or len(answer.candidates) > 1


@pytest.mark.parametrize(("name", "stated"), [("Saint-Denis", "FR"), ("Saint-Pierre", "FR"), ("San Juan", "US")])
def test_a_town_of_the_stated_country_is_not_lost_to_its_namesake_overseas(name: str, stated: str) -> None:
    """Though stops before and after it lie there."""
    overseas = {"FR": Position(55.4, -20.9), "US": Position(-66.1, 18.4)}[stated]
    answer = RESOLVE(Toponym(name, stated, near=(overseas,)))
    assert isinstance(answer, Ambiguous)
    assert any(candidate.place.country == stated for candidate in answer.candidates)


@pytest.mark.parametrize(("name", "stated"), [("Willemstad", "NL"), ("Cayenne", "FR"), ("Nouméa", "FR")])
def test_a_town_overseas_without_such_a_namesake_is_found(name: str, stated: str) -> None:
    assert isinstance(RESOLVE(Toponym(name, stated)), Found)


@pytest.mark.parametrize(
    ("name", "title"),
    [("Kandahar Air Base", "Kandahār"), ("Termez airbase", "Tirmiz"), ("Bagram Airfield", "Bagram Air Base")],
)
def test_a_base_that_no_list_has_is_the_town_of_its_name_in_doubt(name: str, title: str) -> None:
    answer = RESOLVE(Toponym(name))
    assert isinstance(answer, Found) and answer.place.title == title
    assert (answer.confidence < 0.95) == ("Base" not in title)


def test_a_stop_nearby_of_another_spelling_leaves_the_larger_namesake_possible() -> None:
    """St. Louis, on the way to Saint-Louis in Senegal; Saint-Louis written so is no question there."""
    senegal = Position(-16.5, 16.0)
    answer = RESOLVE(Toponym("St. Louis", "", near=(senegal,)))
    assert not isinstance(answer, Found) or answer.confidence <= 0.9


@pytest.mark.parametrize("name", ["Тролль", "Κόκος", "Мадейра", "Уэйк", "कोमोरो", "Of", "Mai", "Sel", "sun"])
def test_no_small_place_is_meant_by_a_word_or_by_its_name_in_another_script(name: str) -> None:
    """Without a country: a larger place may lack just that spelling, and a short word is seldom a village."""
    answer = ask(name)
    assert not isinstance(answer, Found) or answer.place.population >= 100_000


@pytest.mark.parametrize(
    ("name", "id"),
    [("Şam", "geonames:170654"), ("Vena", "geonames:2761369"), ("Venedig", "geonames:3164603"),
     ("Чолпон-Ата", "geonames:1528512"), ("Kuba", "geonames:3562981"), ("Çin", "geonames:1814991")],
)  # fmt: skip
def test_what_a_language_calls_a_capital_or_a_famous_town_is_that(name: str, id: str) -> None:
    """GeoNames has "Vena" for Russia and "Sam" for the United States, among a thousand such short names."""
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.id == id


@pytest.mark.parametrize(
    ("name", "title"),
    [("मॉस्को", "Moscow"), ("ঢাকা", "Dhaka"), ("கொழும்பு", "Colombo"), ("กรุงเทพ", "Bangkok"),
     ("ရန်ကုန်", "Yangon"), ("ភ្នំពេញ", "Phnom Penh")],
)  # fmt: skip
def test_signs_of_vowels_are_compared(name: str, title: str) -> None:
    """Without them Minsk and Moscow would be one in Devanagari; with another sign it is another name."""
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.title == title and answer.confidence > 0.9
    assert not isinstance(ask("मिस्का"), Found)


@pytest.mark.parametrize("name", ["Breslau", "Lemberg", "Peking", "Tiflis", "Brünn", "Ginebra", "Lwów", "Francfort"])
def test_a_name_that_a_language_uses_today_is_in_use_today(name: str) -> None:
    answer = RESOLVE(Toponym(name, when=When.parse("2025-03-27")))
    assert isinstance(answer, Found) and answer.confidence >= SURE and answer.candidates[0].right_date is not False


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Dohr", "Doha"), ("Settle", "Seattle"), ("Melbourn", "Melbourne"), ("Musca", "Muscat"), ("Sura", "Surat")],
)
def test_a_village_one_letter_from_a_city_of_the_world_is_in_doubt(name: str, meant: str) -> None:
    """Without a country: who writes Dohr may mean the village on the Moselle, or Doha."""
    answer = ask(name)
    assert isinstance(answer, Found) and answer.confidence <= 0.9
    assert f"perhaps a misspelling of '{meant}'" in answer.candidates[0].reasons


@pytest.mark.parametrize("name", ["Davos", "Gstaad", "Bled", "Schengen", "Visby", "Siena", "Settle, UK", "Almati"])
def test_other_small_towns_and_those_with_a_country_stay_sure(name: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.confidence > 0.9


def test_a_slip_of_a_capital_is_no_name_of_its_country() -> None:
    """Some language calls Algeria nearly as others call Algiers, and "Algoers" is near to both."""
    answer = ask("Algoers, Algeria")
    assert not isinstance(answer, Found) or answer.place.title == "Algiers"


@pytest.mark.parametrize(("name", "country"), [("Brasila, Brazil", ""), ("Brasila", "BR"), ("Xi'na", "CN")])
def test_a_rare_name_of_a_country_one_letter_from_a_city_in_it_is_in_doubt(name: str, country: str) -> None:
    answer = RESOLVE(Toponym(name, country=country))
    assert isinstance(answer, Found) and answer.place.is_country and answer.confidence <= 0.9


@pytest.mark.parametrize("name", ["Brasil", "Deutschland", "Chine", "Kazakstan", "Россия", "Polska", "Burma", "Panamá"])
def test_names_of_countries_in_use_stay_sure(name: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.confidence > 0.9


def test_a_city_by_another_of_its_names_is_asked_where_a_town_abroad_bears_it_by_right() -> None:
    """Bienne is Biel in Switzerland; to some list it is Vienna."""
    answer = ask("Bienne")
    assert isinstance(answer, Ambiguous)
    assert {"AT", "CH"} <= {c.place.country for c in answer.candidates}


def test_a_name_that_lists_have_for_the_lesser_of_two_namesakes_leaves_a_doubt() -> None:
    answer = ask("Devenport", "US")
    assert isinstance(answer, Found) and answer.confidence < SURE
    assert "Davenport, Iowa" in answer.candidates[0].reasons[0]
    sure = ask("Tolède")
    assert isinstance(sure, Found) and sure.place.country == "ES"
    assert not any("bears the same name" in reason for reason in sure.candidates[0].reasons)
