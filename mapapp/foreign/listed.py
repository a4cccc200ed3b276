"""Lines of a text that each begin with a date."""

import re

from mapapp.foreign.datelike import is_date

_LINE = re.compile(
    r"\s*(?:[-•*·]\s+|\d{1,2}[.)]\s+(?=\d))?(?P<date>\S.{2,40}?)(?:\s*[:|]\s+|\s+[-–—]\s+)(?P<rest>\S.*)"
)
_MOST = 0.6  # share of the lines from the first to the last of them
Lines = list[tuple[int, list[str]]]


def dated_lines(text: str) -> Lines:
    """The lines of a text that begin with a date, as date and rest; none where few do.

    What stands before the first and behind the last of them is a letter around the list, and no part of it.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    parts = [_parts(line) for _, line in lines]
    begun = [number for number, cells in enumerate(parts) if len(cells) == 2]
    if len(begun) < 2 or len(begun) < _MOST * (begun[-1] - begun[0] + 1):
        return []
    return [(lines[i][0], parts[i]) for i in range(begun[0], begun[-1] + 1)]


def _parts(line: str) -> list[str]:
    """The date and the rest of a line; the line where it begins with none."""
    match = _LINE.fullmatch(line)
    return [match["date"], match["rest"]] if match and is_date(match["date"]) else [line]
