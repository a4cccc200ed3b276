"""In which of the languages that are read a text is written."""

import re
from collections import Counter

from mapapp.errors import ArticleError
from mapapp.message import tr

_ENGLISH = frozenset("the of and to in a on for with was were is will at by from has had his her that".split())  # noqa: SIM905
_ELSEWHERE = frozenset("іїєґўқғңөұүһәӣӯҷҳҫҡҙќѓљњџјђћѕ")  # letters of other languages in Cyrillic
_LEAST_ENGLISH = 0.12  # of the words; English texts have a quarter, others hardly any
_MOST_FOREIGN = 0.01  # of the letters
_RUSSIAN = frozenset("ыэё")  # letters that Bulgarian, Macedonian and Serbian are without
_ENOUGH = 60  # letters of a text, among which Russian has one of those
OTHER = tr("The text is in a language that is not read. Articles in English and Russian are; paste a translation.")


def language_in(text: str) -> str:
    """The ISO 639-1 code. Raises ArticleError for another language."""
    letters = Counter(c for c in text.casefold() if c.isalpha())
    total = sum(letters.values())
    cyrillic = sum(n for c, n in letters.items() if "Ѐ" <= c <= "ӿ")
    if total and cyrillic > total / 2:
        if sum(letters[c] for c in _ELSEWHERE) > _MOST_FOREIGN * total:
            raise ArticleError(OTHER)
        if total > _ENOUGH and not any(letters[c] for c in _RUSSIAN):
            raise ArticleError(OTHER)
        return "ru"
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if not words or sum(word in _ENGLISH for word in words) < _LEAST_ENGLISH * len(words):
        raise ArticleError(OTHER)
    return "en"
