"""The bones of names: what two spellings of one name in Latin letters still have in common.

The same bones are in the index, so a change here needs a new index (`scripts/build-gazetteer`).
"""

import re

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
