"""The articles with which the rules were made; those kept apart are read by the script alone."""

import pytest
from scoring.articles import LANGUAGES, scored
from scoring.articles_page import TARGETS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_articles_seen_are_read_as_a_careful_reader_does(language: str) -> None:
    score = scored("seen", language)
    assert score.articles == 12 and len(score.misses) <= 1, score.misses
    assert all(score.share(name) >= target for name, target in TARGETS.items()) and not score.invented
