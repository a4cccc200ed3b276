"""Lines of a page that are no sentences of its text: its headline said again, bylines and captions above it, links."""

import re
from collections.abc import Collection

from mapapp.articles.opening.headed import ITEM, day_of
from mapapp.articles.records import Article
from mapapp.when import When

_ENDS = re.compile(r"[.!?…:;][»”\"')\]]*$|[»”\"]$")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 160  # characters of a headline
_BYLINE = re.compile(r"(?:by|автор|текст|фото|photo|text)(?:\s*:)?\s+[^\W\d_]", re.IGNORECASE)
_LONGEST_BYLINE = 80
_JOINS = frozenset(["and", "for", "in", "of", "the", "и", "для", "из"])


def furniture(article: Article, links: Collection[str], dated: Collection[int] = ()) -> frozenset[int]:
    """The numbers, from 0, of the paragraphs that are such lines.

    ``links`` are headings behind which links to other articles stand, in small letters. ``dated`` are the numbers of
    paragraphs with a date, which may be a dateline or the day of a programme.
    """
    lines = [article.words(quote) for quote in article.paragraphs]
    whole = [n for n, line in enumerate(lines) if _ENDS.search(line) and not _shouts(line) and not _byline(line)]
    if not whole:
        return frozenset()  # notes and programmes, in which no line is a sentence
    apart = next((n for n, line in enumerate(lines) if line.casefold().strip(" .:>|…") in links), len(lines))
    found = set()
    for n, line in enumerate(lines):
        behind = lines[n + 1] if n + 1 < len(lines) else ""
        if n >= apart and (n == apart or not _ENDS.search(line)):
            found.add(n)
        elif len(line) > _LONGEST or ITEM.match(line) or behind[:1].islower() or ITEM.match(behind):
            continue
        elif _byline(line) or _same(line, article.title) or (_shouts(line) and n not in dated):
            found.add(n)
        elif n < whole[0] and not _ENDS.search(line):
            found |= {n} if n not in dated or _is_day(line, article.published) else set()
    return frozenset(found)


def _is_day(line: str, published: When | None) -> bool:
    """Whether a line says the day of the publication and nothing else."""
    return published is not None and day_of(line) == str(published)


def _same(line: str, title: str) -> bool:
    """Whether a line says the title again."""
    return bool(title) and _WORDS.findall(line.casefold()) == _WORDS.findall(title.casefold())


def _byline(line: str) -> bool:
    """Whether a line says who wrote it: "By Ada Testa – Agency:", every word of it with a capital."""
    if len(line) > _LONGEST_BYLINE or line.endswith(".") or not _BYLINE.match(line):
        return False
    return all(word[0].isupper() or word in _JOINS for word in _WORDS.findall(line)[1:])


def _shouts(line: str) -> bool:
    """Whether several words of a line stand in capitals, and none in small letters."""
    return line.isupper() and len(_WORDS.findall(line)) > 1
