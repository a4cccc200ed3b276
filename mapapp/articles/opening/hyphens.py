"""Words that were broken at the end of a line: joined, unless the hyphen is their own."""

import re

_FIRST = "премьер вице экс пресс генерал контр статс унтер обер северо юго ста бизнес медиа vice ex co non semi self"
FIRST = frozenset(_FIRST.split())  # parts with which a hyphen goes on: премьер-министр, vice-president
BROKEN = re.compile(r"([^\W\d_]+)-[\v\n]\s*([^\W\d_]+)")
_HYPHENED = re.compile(r"(?<![^\W\d_])(?=([^\W\d_]+-[^\W\d_]{1,3}))")  # each word with what begins behind its hyphen


def whole(text: str) -> str:
    """The text with the words that the end of a line or a vertical tab broke, in one piece each.

    The hyphen stays before a capital, behind a first part that bears one, and in a word that the text writes with it
    elsewhere.
    """
    written = {
        told[:end] for told in _HYPHENED.findall(text.casefold()) for end in range(told.find("-") + 2, len(told) + 1)
    }

    def joined(match: re.Match[str]) -> str:
        one, other = match[1], match[2]
        kept = f"{one}-{other}"
        own = other[0].isupper() or one.casefold() in FIRST or f"{one}-{other[:3]}".casefold() in written
        return kept if own else one + other

    return BROKEN.sub(joined, text)
