"""Which language a browser is answered in, by the header that it sends."""

import pytest

from mapapp import languages


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("ru", "ru"),
        ("ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", "ru"),
        ("kk-Cyrl-KZ, ru;q=0.5", "kk"),
        ("en;q=0.3, DE ; q=0.7", "de"),
        ("ja,ko;q=0.9,fr;q=0.1", "fr"),
        ("de;q=0.5,fr;q=0.5", "de"),
        ("fr,de", "fr"),
        ("de,en-GB;q=0.2,en;q=0.9", "de"),
        ("*", "en"),
        ("ja,*;q=0.5", "en"),
        ("en;q=0,*", "ru"),
        ("ru;q=0,ja", ""),
        ("ru;q=0", ""),
        ("", ""),
        ("ja", ""),
        ("xx", ""),
        ("ru;q=1.5,de;q=0.1", "de"),
        ("ru;q=bad,de;q=0.1", "de"),
        (";,;;q=,-,ru--", ""),
        ("x" * 5000, ""),
        ("a," * 5000 + "ru", ""),
    ],
)
def test_the_language_that_a_browser_wants_most(accept: str, language: str) -> None:
    assert languages.wanted(accept) == language


def test_readers_are_offered_english_first_and_never_the_language_that_nobody_speaks() -> None:
    offered = languages.offered()
    assert next(iter(offered)) == "en"
    assert set(offered) == {"en", *languages.translated()}
    assert all(name != code for code, name in offered.items())
    assert languages.known(languages.PSEUDO) and languages.PSEUDO not in offered
