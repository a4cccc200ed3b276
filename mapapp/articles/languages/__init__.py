"""What the reader has to know of a language: one file each."""

from functools import cache

from mapapp.articles.languages.language import Language


@cache
def language_of(code: str) -> Language:
    """The language with that ISO 639-1 code, one for the process. Raises ArticleError where it lacks a package."""
    if code == "ru":
        from mapapp.articles.languages.russian import Russian  # not above: it loads models of some 30 MB

        return Russian()
    from mapapp.articles.languages.english import English

    return English()
