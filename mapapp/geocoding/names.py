"""Names as keys: what two spellings of one name have in common.

The same folding is used to build the index and to look a name up, so a change here needs a new index
(`scripts/build-gazetteer`).
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e", "ŋ": "n",
        "đ": "d", "ħ": "h", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ё": "е", "&": " and ", "ـ": "",
        "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ي": "ي",
    }
)  # fmt: skip
_DROPPED = re.compile(r"['’‘`´ʻʼʿʾ′ʹʺ\u200b-\u200f\u00ad.]+")
_BETWEEN = re.compile(r"[\W_]+")


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


_CLASSES = str.maketrans(
    {
        **dict.fromkeys("bpfvw", "P"), **dict.fromkeys("td", "T"), **dict.fromkeys("ckqgx", "K"),
        **dict.fromkeys("szj", "S"), **dict.fromkeys("mn", "N"), "l": "L", "r": "R", **dict.fromkeys("aeiouyh ", ""),
    }
)  # fmt: skip
_PAIRS = (("sch", "s"), ("tsch", "s"), ("tch", "s"), ("dzh", "s"), ("kh", "k"), ("gh", "k"), ("ch", "s"), ("sh", "s"),
          ("zh", "s"), ("ph", "f"), ("ts", "s"), ("tz", "s"), ("dj", "s"), ("ck", "k"),
          ("ce", "se"), ("ci", "si"))  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")


def skeleton(key: str) -> str:
    """The bones of a Latin key: the classes of its consonants, "*" for a vowel at the beginning, nothing doubled.

    After the idea of Russell's Soundex (US patent 1,261,167, 1918), without its limit of four and without its first
    letter: transliterations differ just there (Jezkazgan, Zhezqazghan).
    """
    bones = key
    for pair, single in _PAIRS:
        bones = bones.replace(pair, single)
    start = "*" if bones[:1] in "aeiouy" else ""
    return start + DOUBLED.sub(r"\1", bones.translate(_CLASSES))
