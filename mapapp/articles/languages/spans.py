"""The names that natasha's recogniser marks in a Russian text."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from mapapp.articles.languages.morphology import MISSING
from mapapp.errors import ArticleError


def _vectors_alone(codes: Any) -> None:  # noqa: ANN401  # the library has no types
    """What the tagger asks of the vectors of words: where their parts stand."""
    codes.qdims = list(range(codes.qdim))


@cache
def recogniser() -> Callable[[str], list[Any]]:
    """A function from a text to natasha's spans; the model takes half a second to load.

    Raises ArticleError where natasha is not installed.
    """
    try:
        from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter
        from navec.pq import PQ
    except ImportError:
        raise ArticleError(MISSING) from None
    PQ.precompute = _vectors_alone  # what it prepares for comparing words is a third of the time, and is not used
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
