"""The bytes of a text file to text: Unicode by its mark, else UTF-8, else the old code page that fits best."""

from collections.abc import Iterator
from typing import NamedTuple

from mapapp.errors import Problem, clipped
from mapapp.message import tr
from mapapp.pattern import lazy
from mapapp.tables.letters import NAMES, guessed

MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))  # of Unicode texts
SAVE = tr("save the sheet as CSV UTF-8")
_UTF_8 = lazy(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_BEYOND_ASCII = lazy(rb"[\x80-\xff]")
# Each pattern begins where a word does and never goes back, so that a text without a blank is looked through once.
_LOST = lazy(r"(?<![\w?])[\w?]*?\?[^\W\d_][\w?]*+")  # a question mark before or within a word
_WORD = lazy(r"(?<![^\s;,\"])[^\s;,\"\x80-\U0010ffff]*+[^\x00-\x7f][^\s;,\"]*+")


class Decoded(NamedTuple):
    """A text with the mark before it and its encoding; ``rival`` is another one that it may be in, or ""."""

    text: str
    encoding: str
    mark: bytes = b""
    rival: str = ""

    def encoded(self, text: str) -> bytes:
        """Another text as this one is written; in UTF-8 with a mark where its code page lacks a letter."""
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError:
            return MARKS[0][0] + text.encode("utf-8")


def decoded(data: bytes) -> Decoded:
    """The text. Raises UnicodeDecodeError where it is damaged UTF-8, or in no code page that a language is known of."""
    mark, encoding = next((m for m in MARKS if data.startswith(m[0])), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding).lstrip("\ufeff")  # files put one behind the other have several marks
        return Decoded(text, encoding, mark)
    except UnicodeDecodeError:
        guess = None if mark or _is_damaged(data) else guessed(data)
        if not guess:
            raise
        return Decoded(data.decode(guess.encoding), guess.encoding, b"", guess.rival)


def _is_damaged(data: bytes) -> bool:
    """Whether most letters beyond ASCII are UTF-8, and only some are not."""
    rest, whole = _UTF_8.subn(b"", data)
    return whole >= len(_BEYOND_ASCII.findall(rest))


def told(file: str, found: Decoded, data: bytes) -> Iterator[Problem]:
    """What there is to say of a text that is not Unicode: how it is read, in what doubt, and which letters it lost."""
    if found.encoding not in NAMES:
        return
    name = NAMES[found.encoding]
    if not found.rival:
        yield Problem(
            file,
            0,
            "",
            tr("the text is not UTF-8 and is read as {name}; {save} to be sure", name=name, save=SAVE),
            remark=True,
        )
    else:
        word, other = _differing(found, data)
        said = tr(
            "it is read as {name} ('{word}'), and may be {names} ('{other}')",
            name=name,
            word=word,
            names=NAMES[found.rival],
            other=other,
        )
        yield Problem(file, 0, "", tr("the text is not UTF-8: {said}; {save}", said=str(said), save=SAVE))
    lost = next((m for m in _LOST.finditer(found.text) if not m[0].isascii()), None)
    if lost:
        line = found.text.count("\n", 0, lost.start()) + 1
        said = tr("letters were lost in '{lost}', for which {name} has no signs", lost=clipped(lost[0]), name=name)
        yield Problem(file, line, "", tr("{said}; {save} where they are still whole", said=str(said), save=SAVE))


def _differing(found: Decoded, data: bytes) -> tuple[str, str]:
    """The first word that the two code pages read differently, as each does."""
    other = data.decode(found.rival)
    pairs = ((m[0], other[m.start() : m.end()]) for m in _WORD.finditer(found.text))  # a byte is a letter in both
    one, two = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
    return clipped(one), clipped(two)
