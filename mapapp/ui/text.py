"""The one door by which words come to where Streamlit reads Markdown: sentences, titles, labels, pills and help.

Streamlit makes links, pictures, colours, symbols and formulas of such words, and a link alone brings words of others
onto the page. What it takes for plain text needs no door: options of select boxes, placeholders, code. Nor does HTML,
for which there is `html.escape`.
"""

import re
from collections.abc import Callable
from typing import TypeVar

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


def plain(words: str) -> str:
    """The words as Markdown that shows them, in one line, as the text that they are."""
    line = _MIDST.sub(rf"\g<0>{_JOINER}", " ".join(words.split()))
    return _NUMBERED.sub(r"\1\\", _MEANT.sub(r"\\\g<0>", line))


def labels(words: Callable[[T], str]) -> Callable[[T], str]:
    """The function of a value's words, through the door: what pills take as ``format_func``."""
    return lambda value: plain(words(value))
