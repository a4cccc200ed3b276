"""Names as keys: what two spellings of one name have in common.

The same folding is used to build the index of names and to look a name up, so a change here needs a new index
(`scripts/build-gazetteer`).
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e", "ŋ": "n",
        "đ": "d", "ħ": "h", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ё": "е", "&": " and ", "ـ": "",
        "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ي": "ي",
    }
)  # fmt: skip
_DROPPED = re.compile(r"['’‘`´ʻʼʿʾ′ʹʺ\u200b-\u200f\u00ad.]+")
_BETWEEN = re.compile(r"[\W_]+")
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "port"}
_LONG = {long: short for short, long in _SHORT.items()}


@lru_cache(16_384)  # the same names are compared over and over
def fold(text: str) -> str:
    """The key of a name: lower case, no diacritics, no apostrophes or dots, words parted by single blanks.

    Letters stay in their own script: a Cyrillic name has a Cyrillic key.
    """
    text = text.casefold()
    if text.isascii():
        return text if text.isalnum() else _BETWEEN.sub(" ", _DROPPED.sub("", text.replace("&", " and "))).strip()
    text = _DROPPED.sub("", text.translate(_LETTERS))
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = unicodedata.normalize("NFC", plain.translate(_LETTERS))
    return _BETWEEN.sub(" ", _DROPPED.sub("", plain)).strip()


def same(key: str) -> list[str]:
    """A folded key and the keys that are the same name: St. and Saint, Mt and Mount."""
    words = key.split()
    if not any(word in _SHORT or word in _LONG for word in words):
        return [key]
    return list(
        dict.fromkeys((key, " ".join(_SHORT.get(w, w) for w in words), " ".join(_LONG.get(w, w) for w in words)))
    )
