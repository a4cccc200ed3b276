"""The names that natasha's recogniser marks in a Russian text."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from mapapp.articles.languages.morphology import MISSING
from mapapp.errors import ArticleError


@cache
def recogniser() -> Callable[[str], list[Any]]:
    """A function from a text to natasha's spans; the model takes half a second to load.

    Raises ArticleError where natasha is not installed.
    """
    try:
        from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter
    except ImportError:
        raise ArticleError(MISSING) from None
    tagger, segmenter = NewsNERTagger(NewsEmbedding()), Segmenter()

    def found(text: str) -> list[Any]:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return list(doc.spans)

    return found


@lru_cache(4)
def spans(text: str) -> dict[int, tuple[int, str]]:
    """The names of a text by their first characters, each with its end and kind; found for all paragraphs at once."""
    return {span.start: (span.stop, str(span.type)) for span in recogniser()(text)}
