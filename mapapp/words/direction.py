"""Which way a text runs: from left to right, or from right to left as Arabic and Hebrew do.

A whole text takes its direction from its first letter that has one (Unicode Standard Annex 9, rules P2 and P3); parts
that run the other way are turned by whoever shows it.
"""

import unicodedata
from collections.abc import Iterable, Iterator

LEFTWARD = "\u200f"  # an unseen letter that runs from right to left
RIGHTWARD = "\u200e"  # and one that runs from left to right
APART, TOGETHER = "\u2068", "\u2069"  # unseen: what stands between them does not turn what stands around it
_STRONG = {"L": False, "R": True, "AL": True}


def leftward(text: str) -> bool:
    """Whether the text as a whole runs from right to left; False for one without letters that are not shut off."""
    shut = 0
    for character in text:
        shut += (character == APART) - (character == TOGETHER)
        if shut <= 0 and (found := _STRONG.get(unicodedata.bidirectional(character))) is not None:
            return found
    return False


def turned(line: str, left: bool) -> str:
    """A line that was cut from a text which runs to the left or not, so marked that it still does by itself."""
    if leftward(line) == left:
        return line
    return (LEFTWARD if left else RIGHTWARD) + line


def closed(lines: Iterable[str]) -> Iterator[str]:
    """The lines of one text, of which each shuts off by itself what the text shuts off."""
    shut = 0
    for line in lines:
        begun, shut = shut, shut + line.count(APART) - line.count(TOGETHER)
        yield APART * begun + line + TOGETHER * shut


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces of one direction, each with whether it runs to the left.

    What has no direction of its own (spaces, digits, signs) goes with the letters before it.
    """
    piece, left = "", leftward(text)
    for character in text:
        own = _STRONG.get(unicodedata.bidirectional(character), left)
        if own != left and piece:
            yield piece, left
            piece = ""
        piece, left = piece + character, own
    if piece:
        yield piece, left
