"""Countries have the names that they have at the United Nations, in every language of the pictures."""

import csv
import re

import pytest

from mapapp import country
from mapapp.errors import CountryError
from mapapp.words.language import Words
from tests.fixtures import TOURS

LISTED = TOURS.parent / "un-short-names.csv"  # UNTERM, "Country names", short forms without articles
FORMS = re.compile(r" \(.*\)$")  # Iran (Islamic Republic of)
ALONE = {"CG": "Republic of the Congo"}  # its short name, Congo, is read as that of its neighbour as well
SHORT = {  # the UN tells the form of the state as well, which no other state of that name has
    "en": {"LA": "Laos", "MD": "Moldova", "RU": "Russia", "SY": "Syria", "TZ": "Tanzania"},
    "fr": {"LA": "Laos", "RU": "Russie", "SY": "Syrie", "TZ": "Tanzanie"},
    "ru": {
        "LA": "Лаос",
        "MD": "Молдова",
        "RU": "Россия",
        "SY": "Сирия",
        "TZ": "Танзания",
        "CK": "о-ва Кука",
        "FM": "Федеративные Штаты Микронезии",
    },
}
LONG = {
    "GB": {"en": "United Kingdom", "fr": "Royaume-Uni", "ru": "Соединенное Королевство"},
    "US": {"en": "United States", "fr": "États-Unis", "ru": "Соединенные Штаты"},
}
OBSERVERS = {"PS", "VA"}


@pytest.mark.parametrize("language", ["en", "fr", "ru"])
def test_names_are_those_of_the_list_of_the_united_nations(language: str) -> None:
    with LISTED.open(encoding="utf-8", newline="") as file:
        listed = {row["code"]: row[language] for row in csv.DictReader(file)}
    assert len(listed) > 190
    own = (
        (ALONE if language == "en" else {}) | SHORT[language] | {code: names[language] for code, names in LONG.items()}
    )
    words = Words(language)
    other = {
        code: (words.country(code), name)
        for code, name in listed.items()
        if code not in OBSERVERS and words.country(code) != own.get(code, FORMS.sub("", name))
    }
    assert other == {}


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Kyrgyzstan"), ("fr", "Kirghizistan"), ("de", "Kirgisistan"), ("ru", "Кыргызстан")]
)
def test_kyrgyzstan_is_called_as_it_calls_itself(language: str, name: str) -> None:
    assert Words(language).country("KG") == name


def test_german_names_are_those_of_the_foreign_office() -> None:
    told = {code: Words("de").country(code) for code in ("KR", "KP", "CD", "CG", "BY", "MD", "CV", "MK", "TR")}
    assert told == {
        "KR": "Republik Korea",
        "KP": "Demokratische Volksrepublik Korea",
        "CD": "Demokratische Republik Kongo",
        "CG": "Kongo",
        "BY": "Belarus",
        "MD": "Republik Moldau",
        "CV": "Cabo Verde",
        "MK": "Nordmazedonien",
        "TR": "Türkei",
    }


def test_the_table_holds_only_what_differs() -> None:
    """A name that CLDR has taken over since is struck from it."""
    with (TOURS.parents[2] / "data" / "countries" / "un-names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["code"] for row in rows] == sorted({row["code"] for row in rows})
    for row in rows:
        assert any(row[language] for language in row.keys() - {"code"})
        for language in ("fr", "de", "ru"):
            assert row[language] != Words(language).locale.territories[row["code"]], row


def test_both_names_are_read() -> None:
    """People write either in a table."""
    assert {country.alpha2(name) for name in ("South Korea", "Republic of Korea", "KR")} == {"KR"}
    assert {country.alpha2(name) for name in ("Cape Verde", "Cabo Verde")} == {"CV"}
    assert country.name_in_sentence("KR") == "the Republic of Korea"
    with pytest.raises(CountryError):
        country.alpha2("Congo")
