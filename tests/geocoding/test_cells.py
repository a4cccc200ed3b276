"""Cells of real tables that are not simply a name: what each way of reading them gives."""

import pytest

from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Ambiguous, Found, Resolution, Unknown
from mapapp.tour import SURE

RESOLVE = OfflineResolver()


def ask(name: str, country: str = "") -> Resolution:
    return RESOLVE(RESOLVE.toponym(name, country))


@pytest.mark.parametrize(
    ("name", "country", "id"),
    [
        ("Uzbekistan, Samarkand", "", "geonames:1216265"),
        ("KAZAKHSTAN, ALMATY", "", "geonames:1526384"),
        ("Kazakhstan: Almaty", "KZ", "geonames:1526384"),
        ("Kazakhstan - Almaty", "", "geonames:1526384"),
        ("Kazakhstan (Almaty)", "", "geonames:1526384"),
        ("Tashkent Uzbekistan", "", "geonames:1512569"),
        ("Paris France", "", "geonames:2988507"),
        ("near Astana", "KZ", "geonames:1526273"),
        ("the city of Tashkent", "", "geonames:1512569"),
        ("Bishkek, official visit", "", "geonames:1528675"),
        ("Baku 2024", "AZ", "geonames:587084"),
        ("Samarkand - SCO summit", "UZ", "geonames:1216265"),
        ("Almaty, 12.05.2023", "KZ", "geonames:1526384"),
    ],
)
def test_a_country_before_or_behind_and_a_note_are_told_from_the_name(name: str, country: str, id: str) -> None:
    answer = ask(name, country)
    assert isinstance(answer, Found) and answer.place.id == id


def test_what_was_read_as_a_note_is_said() -> None:
    answer = ask("Bishkek, official visit")
    assert isinstance(answer, Found)
    assert "'official visit' is read as a note" in answer.candidates[0].reasons


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Ankara, Istanbul", "TR"),
        ("Lima, Cusco", "PE"),
        ("Osaka, Kyoto", "JP"),
        ("Panama, Colon", "PA"),
        ("Washington, New York", "US"),
        ("Rio de Janeiro, Brasilia", "BR"),
        ("Sousse, Tunis", "TN"),
        ("Antigua, Guatemala City", "GT"),
        ("Paris, Nice", "FR"),
    ],
)
def test_two_cities_are_two_cities(name: str, country: str) -> None:
    """A province of the name lies in none of its neighbours, and a capital is more than a name of its country."""
    answer = ask(name, country)
    assert isinstance(answer, Ambiguous)
    assert {c.match for c in answer.candidates} == {"several"} and len(answer.candidates) == 2


@pytest.mark.parametrize(
    ("name", "container", "id"),
    [
        ("Aktau", "Mangystau Region", "geonames:610612"),
        ("Almaty", "Almaty oblast", "geonames:1526384"),
        ("Osh", "Osh oblast", "geonames:1527534"),
        ("Batumi", "Ajara", "geonames:615532"),
        ("Нукус", "Каракалпакстан", "geonames:601294"),
        ("Tashkent", "Central Asia", "geonames:1512569"),
        ("Nairobi", "Africa", "geonames:184745"),
        ("Tbilisi", "Georgian SSR", "geonames:611717"),
        ("Seoul", "S. Korea", "geonames:1835848"),
        ("Tashkent", "Республика Узбекистан", "geonames:1512569"),
    ],
)
def test_the_country_column_may_hold_a_region_a_wider_area_or_a_short_form(name: str, container: str, id: str) -> None:
    answer = ask(name, container)
    assert isinstance(answer, Found) and answer.place.id == id


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Alexandria, LA", "geonames:4314550"),
        ("ALEXANDRIA, LA", "geonames:4314550"),
        ("Lafayette, LA", "geonames:4330145"),
        ("Florence, AL", "geonames:4062577"),
        ("Dover, DE", "geonames:4142290"),
        ("Gary, IN", "geonames:4920607"),
        ("Portland, OR", "geonames:5746545"),
        ("Portland, ME", "geonames:4975802"),
        ("Malta, MT", "geonames:5664486"),
        ("Belém, PA", "geonames:3405870"),
        ("Brasília/DF", "geonames:3469058"),
        ("Campinas-SP", "geonames:3467865"),
        ("Campinas - SP", "geonames:3467865"),
        ("Austin TX", "geonames:4671654"),
        ("Havre, Le", "geonames:3003796"),
    ],
)
def test_the_code_of_a_state_is_no_article_and_no_country_without_such_a_town(name: str, id: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.id == id and answer.confidence > 0.95


@pytest.mark.parametrize("code", ["AL", "LA"])
def test_towns_of_a_state_by_its_code_lie_in_that_state(code: str) -> None:
    """Every third town of Alabama and Louisiana; of two of one name in the state neither is chosen."""
    state = {"AL": "Alabama", "LA": "Louisiana"}[code]
    sql = "SELECT p.title FROM place p JOIN division d ON d.id = p.region WHERE d.name = ? AND d.country = 'US'"
    titles = [title for (title,) in RESOLVE.gazetteer.db.execute(f"{sql} AND kind = 5 ORDER BY p.id", (state,))][::3]
    found = [answer.place for title in titles if isinstance(answer := ask(f"{title}, {code}"), Found)]
    assert len(found) > 0.9 * len(titles) > 90
    assert {(place.country, place.region) for place in found} == {("US", state)}


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Paris (Texas)", "geonames:4717560"),
        ("Tripoli (Lebanon)", "geonames:266826"),
        ("Moscow (Idaho)", "geonames:5601538"),
        ("London (Ontario)", "geonames:6058560"),
        ("Geneva (Switzerland)", "geonames:2660646"),
        ("Birmingham [Alabama]", "geonames:4049979"),
        ("Perth (Scotland)", "geonames:2640358"),
        ("Santiago (Chile)", "geonames:3871336"),
        ("Columbia (Maryland)", "geonames:4352053"),
        ("West Island (Cocos (Keeling) Islands)", "geonames:7304591"),
        ("Halle (Saale)", "geonames:2911522"),
        ("Frankfurt (Oder)", "geonames:2925535"),
        ("Astana (Nur-Sultan)", "geonames:1526273"),
        ("Georgia (country)", "geonames:614540"),
        ("Georgia (U.S. state)", "geonames:4197000"),
    ],
)
def test_a_bracket_holds_the_name_as_a_comma_does_or_is_part_of_it_or_another_name(name: str, id: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.id == id


@pytest.mark.parametrize("name", ["Moon (Kazakhstan)", "Tashkent (Belgium)", "Paris (Central Asia)"])
def test_a_bracket_that_does_not_hold_the_name_leaves_no_answer(name: str) -> None:
    assert isinstance(ask(name), Unknown)


def test_what_stands_in_a_bracket_and_is_not_read_is_said() -> None:
    doubtful, venue = ask("Almaty (Xyzzy)"), ask("Brussels, Belgium (NATO headquarters)")
    assert isinstance(doubtful, Found) and doubtful.confidence <= 0.9
    assert doubtful.candidates[0].reasons[0] == "'Xyzzy', which stands in brackets, is not read"
    assert isinstance(venue, Found) and venue.place.title == "Brussels"


@pytest.mark.parametrize(
    ("name", "country", "title"),
    [
        ("Pueblo, Colorado", "", "Pueblo"),
        ("Nogales, Arizona", "", "Nogales"),
        ("Islamabad", "PK", "Islamabad"),
        ("Tunis, Tunisia", "", "Tunis"),
        ("Brasília, Brazil", "", "Brasília"),
        ("Djibouti, Djibouti", "", "Djibouti"),
        ("Guinea: Conakry", "", "Conakry"),
        ("Guinea: Conakry", "GN", "Conakry"),
        ("Guatemala: Guatemala City", "", "Guatemala City"),
        ("Congo - Kinshasa: Kinshasa", "", "Kinshasa"),
        ("Myanmar (Burma): Nay Pyi Taw", "MM", "Nay Pyi Taw"),
        ("Texas: Austin", "", "Austin"),
        ("Monaco, Monaco", "", "Monaco"),
    ],
)
def test_the_container_is_never_glued_to_the_town_nor_taken_for_it(name: str, country: str, title: str) -> None:
    answer = ask(name, country)
    assert isinstance(answer, Found) and answer.place.title == title and answer.place.feature_class == "P"
    assert answer.confidence > 0.95


@pytest.mark.parametrize(("name", "country"), [("Almaty Airport", ""), ("Almaty airport", "KZ"), ("near Astana", "KZ")])
def test_the_town_of_something_that_no_list_has_is_in_doubt(name: str, country: str) -> None:
    answer = ask(name, country)
    assert isinstance(answer, Found) and answer.confidence <= 0.9 and answer.place.kind in {"city", "capital"}


@pytest.mark.parametrize(
    "name",
    [
        "Almaty (?)",
        "Almaty?",
        "probably Almaty",
        "Almaty (TBC)",
        "Almaty, tbc",
        "вероятно Алматы",
        "Almaty (to be confirmed)",
    ],
)
def test_a_mark_of_the_author_s_doubt_leaves_the_place_in_doubt(name: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Found) and answer.place.id == "geonames:1526384" and answer.confidence <= 0.9
    assert answer.candidates[0].reasons[0].endswith("in the cell says that its author was in doubt")


@pytest.mark.parametrize(("name", "container"), [("Paris", "Central Asia"), ("London", "Freedonia"), ("Moon", "PA")])
def test_a_container_bars_what_is_not_in_it(name: str, container: str) -> None:
    assert isinstance(ask(name, container), Unknown)


def test_what_is_similar_lies_in_the_container_and_is_similar() -> None:
    """Moron in California is neither in Ohio nor near to Moon in its letters."""
    answer = ask("Moon, OH", "US")
    assert isinstance(answer, Unknown)
    assert all(c.place.region == "Ohio" and c.edits <= 1 for c in answer.near_misses)


@pytest.mark.parametrize("name", ["None", "nan", "Home", "Port", "June", "Transit", "no", "Capital", "Sea"])
def test_words_that_say_that_there_is_no_place_are_none(name: str) -> None:
    assert not isinstance(ask(name), Found)


@pytest.mark.parametrize(
    ("text", "title"),
    [("Newtown Township, PA", "Newtown"), ("Chester Twp, New Jersey", "Chester"), ("Jackson Township, PA", "")],
)
def test_a_township_in_no_list_is_its_town_in_doubt_or_unknown(text: str, title: str) -> None:
    answer = ask(text)
    assert isinstance(answer, Found if title else Unknown)
    if isinstance(answer, Found):
        assert (answer.place.title, answer.place.country) == (title, "US")
        assert answer.confidence < SURE


@pytest.mark.parametrize("text", ["Bagram, Kabul", "Pula, Brioni", "Bagram, Kandahar"])
def test_a_later_name_that_does_not_hold_the_first_is_another_stop(text: str) -> None:
    """A region holds what lies in it, an island what is on it."""
    answer = ask(text)
    assert isinstance(answer, Ambiguous) and answer.several
    assert len({c.place.id for c in answer.candidates}) == len(text.split(", "))


@pytest.mark.parametrize(
    ("text", "id"),
    [("Bagram, Parwan", "mapapp:bagram-air-base"), ("Camp David, Maryland", "mapapp:camp-david")],
)
def test_a_place_of_ours_lies_in_its_own_region(text: str, id: str) -> None:
    answer = ask(text)
    assert isinstance(answer, Found) and answer.place.id == id


@pytest.mark.parametrize("name", ["Korea", "Congo"])
def test_two_countries_of_a_name_are_left_to_the_reader(name: str) -> None:
    answer = ask(name)
    assert isinstance(answer, Ambiguous)
    assert {c.place.kind for c in answer.candidates[:2]} == {"country"}


def test_a_village_abroad_is_no_reason_against_a_slip_of_the_pen() -> None:
    answer = ask("Johannesberg", "ZA")
    assert isinstance(answer, Found) and answer.place.title == "Johannesburg"
