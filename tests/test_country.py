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
