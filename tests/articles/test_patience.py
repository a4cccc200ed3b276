"""A text is somebody's, and may be made to keep the rules busy."""

from pathlib import Path

import pytest
from attacks.bombs import checked

from mapapp import files
from mapapp.articles import patience
from mapapp.articles.languages import language_of
from mapapp.articles.opening import MAX_PARAGRAPH, plain
from mapapp.articles.reading import read
from mapapp.articles.records import Article
from mapapp.articles.tokens import Token, sentences
from mapapp.errors import ArticleError
from tests.fixtures.article_bombs import articles

TEXT = "Foreign Minister Testa Wendling arrived in Baku on Monday. She met the President of the country in Ganja."


@pytest.mark.servers
@pytest.mark.parametrize("name", articles())
def test_no_article_takes_more_than_ten_seconds_and_500_mb(tmp_path: Path, name: str) -> None:
    """Counted in a process of its own, which ends with a sentence and no traceback."""
    files.write(tmp_path / name, articles()[name]())
    found = checked(name, tmp_path / name, "read")
    assert found.held, found.said


def test_a_sentence_without_an_end_is_taken_in_pieces() -> None:
    tokens = [Token(2 * i, 2 * i + 1, "a", "a") for i in range(1000)]
    found = list(sentences(tokens))
    assert [token for sentence in found for token in sentence] == tokens
    assert max(map(len, found)) <= 250


@pytest.mark.parametrize("text", ["She met him in Riga. " * 900, "the of and " * 2000, "a" * 9000])
def test_a_paragraph_without_an_end_is_parted_and_nothing_is_lost(text: str) -> None:
    found = plain(text).split("\n")
    assert max(map(len, found)) <= MAX_PARAGRAPH
    assert "".join("".join(found).split()) == "".join(text.split())


def test_it_is_parted_behind_a_sentence() -> None:
    assert all(line.endswith(".") for line in plain("She met him in Riga. " * 900).split("\n"))


@pytest.mark.parametrize(("limit", "most"), [("MAX_SECONDS", -1.0), ("MAX_STATEMENTS", 0)])
def test_what_takes_too_long_is_a_sentence(monkeypatch: pytest.MonkeyPatch, limit: str, most: float) -> None:
    article = Article(TEXT)
    assert read(article, language_of("en")).proposals
    monkeypatch.setattr(patience, limit, most)
    with pytest.raises(ArticleError, match=r"takes too long to read\. Paste"):
        read(article, language_of("en"))
