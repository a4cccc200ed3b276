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
# Scripts from Thaana to Burmese, and Khmer, write vowels by marks, which are letters here; their full stops are not.
_MARKS = r"\u07a6-\u07b0\u0900-\u0963\u0971-\u0df3\u0e00-\u0eff\u0f18-\u0fbc\u1000-\u1049\u104c-\u109f\u1780-\u17d3"
_OF_LETTERS = frozenset((0, 9, 84, 91, 103, 118, 129, 130, 132))  # combining classes of such marks
_BETWEEN = re.compile(rf"[^\w{_MARKS}]+")
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "port"}
_LONG = {long: short for short, long in _SHORT.items()}


@lru_cache(16_384)  # the same names are compared over and over
def fold(text: str) -> str:
    """The key of a name: lower case, no diacritics, no apostrophes or dots, words parted by single blanks.

    Letters stay in their own script, vowel signs among them: a Cyrillic name has a Cyrillic key.
    """
    text = text.casefold().replace("_", " ")
    if text.isascii():
        words = text.split()
        if all(map(str.isalnum, words)):  # as nearly all names are; the index of names is read a third faster
            return " ".join(words)
        return _BETWEEN.sub(" ", _DROPPED.sub("", text.replace("&", " and "))).strip()
    text = _DROPPED.sub("", text.translate(_LETTERS))
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.combining(c) in _OF_LETTERS)
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
