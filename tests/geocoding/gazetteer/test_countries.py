"""Countries as people write them: today's, former ones, inverted, abbreviated, misspelt."""

import pytest

from mapapp.geocoding.gazetteer.countries import Countries
from mapapp.geocoding.gazetteer.entries import Gazetteer
from mapapp.geocoding.gazetteer.index import DATA
from mapapp.geocoding.gazetteer.regions import Regions
from mapapp.when import When

GAZETTEER = Gazetteer()
COUNTRIES = Countries(GAZETTEER)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("KZ", "KZ"),
        ("kaz", "KZ"),
        ("Казахстан", "KZ"),
        ("Korea, South", "KR"),
        ("Korea, Democratic People's Republic of", "KP"),
        ("Gambia, The", "GM"),
        ("Bahamas, The", "BS"),
        ("Congo, Republic of", "CG"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Congo (Brazzaville)", "CG"),
        ("Macedonia, Former Yugoslav Republic of", "MK"),
        ("St. Kitts and Nevis", "KN"),
        ("Georgia (country)", "GE"),
        ("Palestinian Authority", "PS"),
        ("Macau", "MO"),
        ("Turks and Caicos Islands", "TC"),
        ("TC", "TC"),
        ("FLK", "FK"),
        ("Christmas Island", "CX"),
        ("YUG", "YU"),
        ("Burma", "MM"),
        ("Holy See", "VA"),
        ("U.S.S.R.", "SU"),
        ("Soviet Union", "SU"),
        ("Germany, Federal Republic of", "DE"),
        ("German Democratic Republic", "DD"),
        ("Vietnam, Republic of", "XV"),
        ("Serbia and Montenegro", "CSXX"),
        ("Czechoslovakia", "CSHH"),
        ("Kingdom of Serbs, Croats and Slovenes", "YU"),
        ("Netherlands East Indies", "XE"),
        ("", ""),
        ("Atlantis", ""),
        ("Scotland", ""),
        ("Berlin", ""),
    ],
)
def test_a_country_is_known_by_what_people_write(text: str, code: str) -> None:
    assert COUNTRIES.code(text) == code


def test_former_countries_stand_for_their_successors() -> None:
    assert COUNTRIES.codes("Czechoslovakia") == {"CZ", "SK"}
    assert COUNTRIES.codes("Serbia and Montenegro") == {"RS", "ME", "XK"}
    assert COUNTRIES.codes("Zaire") == {"CD"}
    assert "KZ" in COUNTRIES.codes("USSR")
    assert COUNTRIES.codes("nonsense") == frozenset()


def test_a_former_country_that_lost_a_part_stands_for_less_from_then_on() -> None:
    whole = COUNTRIES.members("YU")
    assert {"HR", "RS"} <= whole == COUNTRIES.members("YU", When.parse("1974"))
    assert COUNTRIES.members("YU", When.parse("1998")) == {"RS", "ME", "XK"}
    assert COUNTRIES.members("YU", When.parse("1992")) == whole
    assert COUNTRIES.members("YU", When.parse("2020")) == whole
    assert COUNTRIES.members("KZ", When.parse("1974")) == {"KZ"}


@pytest.mark.parametrize(
    ("text", "code"),
    [("Kazakstann", "KZ"), ("Phillipines", "PH"), ("Turkmenstan", "TM"), ("Iran", "IR"), ("Xqzw", ""), ("Chins", "")],
)
def test_a_slip_of_the_pen_still_names_its_country(text: str, code: str) -> None:
    assert (COUNTRIES.code(text) or COUNTRIES.misspelt(text)) == code


def test_every_former_country_has_years_in_order_and_a_code_of_its_own() -> None:
    for code, former in COUNTRIES.former.items():
        assert (former.since or 0) < (former.until or 9999)
        assert former.successors <= COUNTRIES.today
        assert code not in COUNTRIES.today


def test_peoples_of_countries_and_of_other_places_are_kept_apart() -> None:
    assert COUNTRIES.demonyms["kazakh"] == "KZ"
    assert COUNTRIES.inhabitants["scottish"].startswith("geonames:")
    assert not COUNTRIES.demonyms.keys() & COUNTRIES.inhabitants.keys()


def test_a_region_is_known_by_name_and_abbreviation() -> None:
    regions = Regions(GAZETTEER)
    assert ("US", "texas") in regions.named("TX") & regions.named("Texas") & regions.named("Tex.")
    assert regions.named("Nowhere") == frozenset()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Großbritannien", "GB"),
        ("Falklandinseln", "FK"),
        ("Îles Cook", "CK"),
        ("Ватикан", "VA"),
        ("Батыс Сахара", "EH"),
        ("Антарктида", "AQ"),
        ("Amerikan Samoası", "AS"),
        ("Виргинские о-ва (Великобритания)", "VG"),
        ("اتریش", "AT"),
    ],
)
def test_names_that_geonames_lacks_or_has_for_another_country_are_known_from_cldr(name: str, code: str) -> None:
    """GeoNames lists the Persian name of Austria for Poland, among some thirty such slips."""
    assert COUNTRIES.code(name) == code


def test_a_name_of_two_countries_is_not_among_them() -> None:
    """Poles call the Republic of the Congo so, others the one beside it."""
    foreign = (DATA.parent / "countries" / "foreign.csv").read_text(encoding="utf-8")
    assert "Kongo" not in foreign.replace("\n", ";").split(";")


@pytest.mark.parametrize(
    ("text", "code"),
    [("German DR", "DD"), ("German FR", "XW"), ("Vietnam DR", "VD"), ("Yemen PDR", "YD"), ("Yemen DPR", "YD"),
     ("Korea DPR", "KP"), ("FYR Macedonia", "MK"), ("Congo DR", "CD"), ("China PR", "CN")],
)  # fmt: skip
def test_lists_of_sport_and_trade_put_the_kind_of_state_behind_its_name(text: str, code: str) -> None:
    assert COUNTRIES.code(text) == code
