"""Lines of a text that begin or end with a date, or begin with an hour, and are in no other way parted into cells."""

import re

from mapapp.foreign.datelike import is_date
from mapapp.foreign.hours import parted

_LINE = re.compile(
    r"\s*(?:[-•*·]\s+|\d{1,2}[.)]\s+(?=\d))?(?P<date>\S.{2,40}?)(?:\s*[:|]\s+|\s+[-–—]\s+)(?P<rest>\S.*)"
)
_ENDS = re.compile(
    r"\s*(?:[-•*·]\s+|\d{1,2}[.)]\s+)?(?P<rest>\S.{1,80}?)(?:\s+[-–—]\s+|\s+\((?=[^()]+\)$))(?P<date>[^()]{3,40}?)\)?"
)
_EMPHASIS = re.compile(r"\*\*|__")
_MOST = 0.6  # share of the lines from the first to the last of them
_MOST_TRIED = 1_000  # beginnings that look like a date and are none: then this is no such list
_HOURS = 0.4  # share of hours among the lines of a programme, whose days, nights and notes stand between them
_BEHIND = " \t\u00a0:.–—-"  # what stands behind an hour that is no cell of a table
Lines = list[tuple[int, list[str]]]


def dated_lines(text: str, whole: bool) -> Lines:
    """The lines of a text that begin with a date, as date and rest; none where few do.

    What stands before the first and behind the last of them is a letter around the list, and no part of it; not so
    where the ``whole`` text may be a table, most of whose lines have to begin so.
    """
    plain = _EMPHASIS.sub("", text)
    lines = [(number, line.strip()) for number, line in enumerate(plain.splitlines(), 1) if line.strip()]
    parts, tried = [], 0
    for _, line in lines:
        cells = [line]
        for match in filter(None, (form.fullmatch(line) for form in (_LINE, _ENDS) if len(cells) == 1)):
            dated = is_date(match["date"])
            cells = [match["date"], match["rest"]] if dated else cells
            tried += not dated
        parts.append(cells)
        if tried > _MOST_TRIED:
            return []
    begun = [number for number, cells in enumerate(parts) if len(cells) == 2]
    span = len(lines) if whole else begun[-1] - begun[0] + 1 if begun else 0
    if len(begun) < 2 or len(begun) < _MOST * span:
        return []
    above = [(n, [line.lstrip("# ")]) for n, line in lines[: begun[0]] if line.startswith("#")]  # a heading of Markdown
    return above + [(lines[i][0], parts[i]) for i in range(begun[0], begun[-1] + 1)]


def timed_lines(text: str) -> Lines:
    """The lines of a programme, those that begin with an hour as hour and rest; none where few do.

    What stands above them is kept: the title, the traveller and the day.
    """
    lines = [(number, line.strip().lstrip("•*· -–—").strip()) for number, line in enumerate(text.splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line]
    parts = [(number, _hour(line)) for number, line in lines]
    begun = [at for at, (_, cells) in enumerate(parts) if len(cells) == 2]
    return parts if len(begun) > 2 and len(begun) >= _HOURS * (len(parts) - begun[0]) else []


def _hour(line: str) -> list[str]:
    """The hour and the rest of a line; the line where it begins with none: "12.02.2025" begins with a date."""
    hour, rest = parted(line)
    apart = hour and rest and line[len(hour)] in _BEHIND and not rest[0].isdigit()
    return [hour, rest] if apart else [line]
