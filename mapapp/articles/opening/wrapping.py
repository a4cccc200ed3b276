"""Lines that were broken at a width, as in mail and old agencies' texts, joined to the paragraphs that they were."""

import re
from collections.abc import Sequence
from itertools import pairwise

from mapapp.articles.opening.headed import ITEM, stands_alone
from mapapp.articles.opening.hyphens import whole

WIDEST = 120  # characters of a line that was broken; longer ones are paragraphs
_ENDS = re.compile(r"[.!?…:;»”\"')\]]$")
_FEWEST = 3  # broken lines; fewer may be headings
_SHARE = 0.4  # of the lines with another one straight behind that break in mid-sentence
_FULL = 0.6  # of the width: a line that is shorter ends its paragraph
_NEARLY = 0.85  # of the width: a shorter line that ends a sentence ends its paragraph


def unwrapped(text: str) -> str:
    """The text with a paragraph a line where its lines were broken at a width; any other text as it is."""
    lines = [line.rstrip() for line in text.splitlines()]
    width = max(map(len, lines), default=0)
    followed = [(line, behind) for line, behind in pairwise(lines) if line and behind.strip()]
    broken = [line for line, behind in followed if not _apart(line, behind, width)]
    if width > WIDEST or len(broken) < _FEWEST or len(broken) < _SHARE * len(followed):
        return text
    return whole("\n".join(_joined(lines, width))).replace("\v", " ")


def _joined(lines: Sequence[str], width: int) -> list[str]:
    found: list[str] = []
    before = ""
    for line in lines:
        if not line.strip() or not before.strip() or _apart(before, line, width):
            found.append(line.strip())
        else:
            found[-1] += "\v" + line.strip()
        before = line
    return found


def _apart(line: str, behind: str, width: int) -> bool:
    """Whether a paragraph ends between two lines."""
    ended = bool(_ENDS.search(line)) and len(line) < _NEARLY * width
    alone = stands_alone(line) or stands_alone(behind)
    return ended or alone or len(line) < _FULL * width or bool(ITEM.match(behind))
