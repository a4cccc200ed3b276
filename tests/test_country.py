"""Countries by their codes, and the names that people write for them."""

import pytest

from mapapp import country
from mapapp.errors import CountryError, MapappError


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("KZ", "KZ"), ("kz", "KZ"), ("KAZ", "KZ"), ("Kazakhstan", "KZ"), ("  kazakhstan ", "KZ")),
        *(("United Kingdom", "GB"), ("UK", "GB"), ("United  States", "US"), ("USA", "US"), ("Turkey", "TR")),
        *(("Türkiye", "TR"), ("Côte d'Ivoire", "CI"), ("Côte d’Ivoire", "CI"), ("Kosovo", "XK"), ("Georgia", "GE")),
    ],
)
def test_codes_and_names_become_codes(text: str, code: str) -> None:
    assert country.alpha2(text) == code


@pytest.mark.parametrize("text", ["", " ", "EU", "Ruritania", "ZZ", "K", "KZ;UZ", "Soviet Union", "\x00"])
def test_what_is_no_country_is_refused_with_a_remedy(text: str) -> None:
    """An empty text is no country either, although empty cells stand in the list of names."""
    with pytest.raises(CountryError, match="write its two-letter ISO 3166-1 code, such as KZ"):
        country.alpha2(text)


def test_a_country_error_is_an_error_of_the_package() -> None:
    with pytest.raises(MapappError) as error:
        country.alpha2("\u202e" + "x" * 10_000)
    assert str(error.value).isprintable()
    assert len(str(error.value)) < 150


@pytest.mark.parametrize(
    ("text", "code"),
    [("U.S.S.R.", "SU"), ("ussr", "SU"), ("SU", "SU"), ("Yugoslavia", "YU"), ("Kazakhstan", "KZ"), ("kz", "KZ")],
)
def test_a_row_may_state_a_country_that_is_no_more(text: str, code: str) -> None:
    assert country.stated(text) == code


def test_a_country_of_today_keeps_its_codes_and_names() -> None:
    for code, name in country.names().items():
        assert country.stated(code) == country.stated(name) == country.today(code) == code
    with pytest.raises(CountryError):
        country.stated("Ruritania")


def test_a_country_that_is_no_more_has_a_name_and_lies_nowhere_today() -> None:
    assert (country.name("SU"), country.name("YU")) == ("Soviet Union", "Yugoslavia")
    assert country.today("SU") == ""


def test_names() -> None:
    assert country.name("KG") == "Kyrgyzstan"
    assert country.name("") == ""
    assert country.name("QQ") == "QQ"


def test_the_list_is_whole_and_reads_back() -> None:
    """All codes are two capitals, names differ, and every code, name and other name leads back to its code."""
    names = country.names()
    assert 245 <= len(names) <= 255
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in names)
    assert len(set(names.values())) == len(names)
    assert all(country.alpha2(code) == code and country.alpha2(name) == code for code, name in names.items())


def test_a_name_within_a_sentence_has_its_article() -> None:
    codes = ("US", "GB", "NL", "CZ", "CF", "SU", "KZ", "CH", "")
    assert [country.name_in_sentence(code) for code in codes] == [
        "the United States",
        "the United Kingdom",
        "the Netherlands",
        "Czechia",
        "the Central African Republic",
        "the Soviet Union",
        "Kazakhstan",
        "Switzerland",
        "",
    ]
