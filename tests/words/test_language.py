"""What is said in other languages: dates, counts, names, and patterns with the same places to fill."""

import datetime as dt
import re

import pytest

from mapapp.exports.picture.basemap import labels
from mapapp.languages import translated
from mapapp.message import series
from mapapp.when import When
from mapapp.words.catalogue import Catalogue, catalogue
from mapapp.words.contents import contents
from mapapp.words.language import Words, waters
from tests.exports.picture.snapshots import snapshot


@pytest.mark.parametrize("language", translated())
def test_translations_have_the_same_places_to_fill(language: str) -> None:
    """A form for one thing may say it without the number."""
    found = catalogue(language)
    assert isinstance(found, Catalogue)
    for message in found.file:
        patterns = [message.id] if isinstance(message.id, str) else list(message.id)
        forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
        wanted = {place for pattern in patterns for place in re.findall(r"{\w+}", pattern)}
        for form in filter(None, forms if message.id else []):
            places = set(re.findall(r"{\w+}", form))
            assert places <= wanted, (message.id, form)
            assert wanted - places <= ({"{n}"} if len(patterns) > 1 else set()), (message.id, form)


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
        ("fr", "2025-03-28~", "env. 28 mars 2025"),
        ("fr", "2024-12-30/2025-01-02", "30 décembre 2024 – 2 janvier 2025"),
        ("de", "2026", "2026"),
        ("kk", "2025-04-03/2025-04-04", "2025 ж. 3–4 сәуір"),
        ("kk", "2025-03-30/2025-04-02", "2025 ж. 30 наурыз – 2 сәуір"),
        ("kk", "2025-03-28~", "шамамен 2025 ж. 28 наурыз"),
    ],
)
def test_dates_read_as_people_write_them(language: str, edtf: str, words: str) -> None:
    assert Words(language).when(When.parse(edtf)).replace("\u202f", " ").replace("\xa0", " ") == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "4 of 15 events"),
        ("fr", "4 des 15 événements"),
        ("de", "4 von 15 Ereignissen"),
        ("ru", "4 из 15 событий"),
        ("kk", "15 іс-шараның 4"),
    ],
)
def test_the_contents_are_told_in_every_language(language: str, words: str) -> None:
    assert Words(language).say(contents(snapshot("country=KZ"))).startswith(words)


def test_cities_have_the_names_of_the_language_or_none_in_a_foreign_script() -> None:
    assert Words("ru").city("Bishkek", 1528675) == "Бишкек"
    assert Words("ru").city("Nowhere in CLDR", 1) == ""
    assert Words("de").city("Tbilisi", 611717) == "Tiflis"
    assert Words("en").city("Bishkek", 1528675) == "Bishkek"


def test_french_sets_a_space_before_semicolon_and_colon() -> None:
    parts = series((series(("a", "b"), "; "), "c"), ": ")
    assert Words("fr").say(parts) == "a\N{NO-BREAK SPACE}; b\N{NO-BREAK SPACE}: c"
    assert Words("de").say(parts) == "a; b: c"


@pytest.mark.parametrize(
    ("language", "last", "words"),
    [
        ("en", "2025-04-03", "3 April 2025"),
        ("en", "2025-04-05", "3–5 April 2025"),
        ("fr", "2025-04-05", "3–5 avril 2025"),
        ("de", "2025-05-01", "3. April – 1. Mai 2025"),
        ("ru", "2026-01-01", "3 апреля 2025\u202fг. – 1 января 2026\u202fг."),
        ("kk", "2025-04-03", "2025\u202fж. 3 сәуір"),
    ],
)
def test_days_from_one_to_another_are_one_day_where_they_are_the_same(language: str, last: str, words: str) -> None:
    assert Words(language).days(dt.date(2025, 4, 3), dt.date.fromisoformat(last)) == words


@pytest.mark.parametrize(
    ("language", "edtf", "words"),
    [
        ("en", "2025-04-03T10:00/2025-04-03T11:30", "3 April 2025, 10:00–11:30"),
        ("fr", "2025-04-03T10:00/2025-04-03T11:30", "3 avril 2025, 10:00–11:30"),
        ("de", "2025-03/2025-05", "März 2025 – Mai 2025"),
        ("ru", "2025-03-28~/2025-04-02~", "примерно 28 марта 2025\u202fг. – примерно 2 апреля 2025\u202fг."),
    ],
)
def test_both_ends_of_a_range_are_as_precise_as_the_source(language: str, edtf: str, words: str) -> None:
    assert Words(language).when(When.parse(edtf)) == words
