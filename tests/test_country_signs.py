"""Letters by which sport and vehicles show a country, in a column of countries."""

import pytest

from mapapp import country
from mapapp.errors import CountryError
from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Found, Unknown

RESOLVE = OfflineResolver()


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        ("GER", "DE"), ("SUI", "CH"), ("NED", "NL"), ("POR", "PT"), ("CRO", "HR"), ("ALG", "DZ"), ("INA", "ID"),
        ("RSA", "ZA"), ("A", "AT"), ("D", "DE"), ("F", "FR"), ("J", "JP"), ("CDN", "CA"),
    ],
)  # fmt: skip
def test_a_sign_is_a_stated_country(sign: str, code: str) -> None:
    assert country.stated(sign) == code


@pytest.mark.parametrize(("text", "code"), [("CH", "CH"), ("AUS", "AU"), ("BRN", "BN"), ("ROU", "RO"), ("SU", "SU")])
def test_what_iso_has_comes_first(text: str, code: str) -> None:
    assert country.stated(text) == code


@pytest.mark.parametrize("text", ["ger", "Van", "Mad", "Sin", "f", "QX"])
def test_words_are_no_signs(text: str) -> None:
    with pytest.raises(CountryError):
        country.stated(text)


def test_every_sign_stands_for_a_country_and_none_is_a_code() -> None:
    for row in country._table(country._SIGNS):
        assert row["code"] in country.names()
        with pytest.raises(CountryError):
            country.alpha2(row["sign"])


def test_a_sign_binds_only_in_its_column() -> None:
    answer = RESOLVE(RESOLVE.toponym("Hamburg", "GER"))
    assert isinstance(answer, Found) and answer.place.country == "DE"
    assert isinstance(RESOLVE(RESOLVE.toponym("Hall, A", "")), Unknown) or RESOLVE.countries.code("A") == ""
