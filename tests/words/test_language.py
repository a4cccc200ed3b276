"""The fixed words: complete in every language, with the same places to fill."""

import re

import pytest

from mapapp.exports.picture.basemap import labels
from mapapp.exports.sheet import LANGUAGES
from mapapp.when import When
from mapapp.words.contents import contents
from mapapp.words.language import Words, table, waters
from tests.exports.picture.snapshots import snapshot


@pytest.mark.parametrize("key", table())
def test_every_word_is_there_in_every_language(key: str) -> None:
    row = table()[key]
    assert set(row) == {"key", *LANGUAGES}
    places = {language: sorted(re.findall(r"{\w+}", row[language])) for language in LANGUAGES}
    assert all(row[language].strip() for language in LANGUAGES)
    assert len({tuple(found) for found in places.values()}) == 1


def test_every_sea_of_the_basemap_has_its_names() -> None:
    seas = {label["name"] for label in labels() if label["kind"] in ("sea", "lake")}
    assert set(waters()) == seas
    assert all(all(row.values()) for row in waters().values())


@pytest.mark.parametrize(
    ("language", "edtf", "words"),
    [
        ("en", "2025-04-03/2025-04-04", "3–4 April 2025"),
        ("fr", "2025-04-03/2025-04-04", "3–4 avril 2025"),
        ("de", "2025-04-03/2025-04-04", "3.–4. April 2025"),
        ("de", "2025-03-30/2025-04-02", "30. März – 2. April 2025"),
        ("ru", "2025-03-27", "27 марта 2025 г."),
        ("ru", "2025-03", "март 2025 г."),
        ("fr", "2025-03-28~", "vers 28 mars 2025"),
        ("fr", "2024-12-30/2025-01-02", "30 décembre 2024 – 2 janvier 2025"),
        ("de", "2026", "2026"),
    ],
)
def test_dates_read_as_people_write_them(language: str, edtf: str, words: str) -> None:
    assert Words(language).when(When.parse(edtf)).replace("\u202f", " ").replace("\xa0", " ") == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "4 of 15 events"),
        ("fr", "4 événements sur 15"),
        ("de", "4 von 15 Ereignissen"),
        ("ru", "4 из 15 событий"),
    ],
)
def test_the_contents_are_told_in_every_language(language: str, words: str) -> None:
    assert contents(snapshot("country=KZ"), Words(language)).startswith(words)


def test_what_is_filled_in_is_never_a_pattern() -> None:
    assert Words("en").filled("stop", name="{name} {0} %s") == "{name} {0} %s, stop"


def test_cities_have_the_names_of_the_language_or_none_in_a_foreign_script() -> None:
    assert Words("ru").city("Bishkek") == "Бишкек"
    assert Words("ru").city("Nowhere in CLDR") == ""
    assert Words("de").city("Tbilisi") == "Tiflis"
    assert Words("en").city("Bishkek") == "Bishkek"
