"""Which language a browser is answered in, by the header that it sends."""

import pytest

from mapapp import languages


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("ru", "ru"),
        ("ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", "ru"),
        ("kk-Cyrl-KZ, ru;q=0.5", "kk"),
        ("en;q=0.3, RU ; q=0.7", "ru"),
        ("ja,ko;q=0.9,kk;q=0.1", "kk"),
        ("ru;q=0.5,kk;q=0.5", "ru"),
        ("kk,ru", "kk"),
        ("ja,ru,en-GB;q=0.2,en;q=0.9", "ru"),
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("fr-CA,en;q=0.8", "fr"),
        ("*", "en"),
        ("ja,*;q=0.5", "en"),
        ("en;q=0,*", "ru"),
        ("ru;q=0,ja", ""),
        ("ru;q=0", ""),
        ("", ""),
        ("ja", ""),
        ("xx", ""),
        ("ar", ""),
        ("ru;q=1.5,kk;q=0.1", "kk"),
        ("ru;q=bad,kk;q=0.1", "kk"),
        (";,;;q=,-,ru--", ""),
        ("x" * 5000, ""),
        ("a," * 5000 + "ru", ""),
    ],
)
def test_the_language_that_a_browser_wants_most(accept: str, language: str) -> None:
    assert languages.wanted(accept) == language


def test_readers_are_offered_english_first_and_never_the_language_that_nobody_speaks() -> None:
    offered = languages.offered()
    assert list(offered) == ["en", "ru", "kk", "de", "fr"]
    assert all(name != code for code, name in offered.items())
    assert all(languages.known(code) and code not in offered for code in languages.PARTIAL)
    assert languages.known(languages.PSEUDO) and languages.PSEUDO not in offered
