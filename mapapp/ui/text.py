"""The one door by which words come to where Streamlit reads Markdown: sentences, titles, labels, pills and help.

Streamlit makes links, pictures, colours, symbols and formulas of such words, and a link alone brings words of others
onto the page. What it takes for plain text needs no door: options of select boxes, placeholders, code. Nor does HTML,
for which there is `html.escape`.
"""

import re
from collections.abc import Callable
from typing import TypeVar

from mapapp.words.language import ENGLISH, Words

T = TypeVar("T")
# In one line, whose first characters could also begin a heading, a quotation or a list. Labels are read out as they are
# written, so that nothing is escaped that stands for itself.
_MEANT = re.compile(r"[\\`*_\[\]<$~]|&(?=[#\w])|:(?=[^\W\d]|:)|\A[#>+=-]")
_NUMBERED = re.compile(r"\A(\d+)(?=[.)])")
# Addresses, symbols such as :sun: and arrows are looked for once more where the backslashes are gone already. There
# only a character in their midst keeps them from being found: one that has no width and lets no line break.
_MIDST = re.compile(
    r"(?<=:)(?=//|material/|[\w+-]+:)|(?<=@)(?=[\w-])|(?<=www)(?=\.)|(?<!\S)([-<>~])(?=[->=]+(?!\S))", re.IGNORECASE
)
_JOINER = "\N{WORD JOINER}"


def plain(text: str, words: Words = ENGLISH) -> str:
    """The text, said in a language, as Markdown that shows it, in one line, as the text that it is."""
    line = _MIDST.sub(rf"\g<0>{_JOINER}", " ".join(words.say(text).split()))
    return _NUMBERED.sub(r"\1\\", _MEANT.sub(r"\\\g<0>", line))


def labels(text: Callable[[T], str], words: Words = ENGLISH) -> Callable[[T], str]:
    """The function of a value's text, through the door: what pills take as ``format_func``."""
    return lambda value: plain(text(value), words)


def sentence(error: Exception) -> str:
    """What an error says, as the message that it was made of."""
    said = error.args[-1] if error.args else ""
    return said if isinstance(said, str) else str(error)
