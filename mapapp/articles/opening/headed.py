"""A plain text whose first lines are its title and the day of its publication."""

import re

from mapapp.dates.reading import read
from mapapp.errors import WhenError
from mapapp.when import Precision

_LOOKED_AT = 6  # lines
_LONGEST_TITLE = 140  # characters
_LABEL = re.compile(r"(?:published(?: on)?|date|updated|опубликовано|дата)\s*[:—-]\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:source\s*:\s*|url\s*:\s*|источник\s*:\s*)?(https?://\S+)", re.IGNORECASE)
_NAME = r"(?:г\.\s*)?[^\W\d]+(?:[ -][^\W\d]+){0,2}"
_DATELINE = re.compile(rf"{_NAME}(?:,\s*{_NAME})?,\s*(?P<behind>\S.*)|(?P<before>\S.*\S),\s*{_NAME}")

ITEM = re.compile(r"\s*(?:[•▪◦‣*]|[-–—]\s|\d{1,2}[.:]\d{2}\b|\d{1,2}[.)]\s|\([a-zа-я\d]\)\s)")  # of a list or programme


def headed(text: str) -> dict[str, str]:
    """The text without the lines at its head that state title, date and address; these under keys of their own."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found: dict[str, str] = {}
    head, body = lines[:_LOOKED_AT], lines[_LOOKED_AT:]
    first = 1 if lines and _is_dateline(lines[0]) else 0
    kept = []
    for number, line in enumerate(head):
        address = _ADDRESS.fullmatch(line)
        listed = number + 1 < len(lines) and ITEM.match(lines[number + 1])
        published = "" if listed else day_of(line)
        if address and "url" not in found:
            found["url"] = address[1]
        elif published and "published" not in found:
            found["published"] = published
        elif number == first and len(lines) > 1 and len(line) <= _LONGEST_TITLE and line[-1] not in ".!?…:;,":
            found["title"] = line
        else:
            kept.append(line)
    return found | {"text": "\n".join([*kept, *body])}


def without_head(text: str, title: str) -> str:
    """A text of a paragraph a line without its title, what stands before that, and the date behind it."""
    lines = text.split("\n")
    at = next((i for i, line in enumerate(lines[:_LOOKED_AT]) if title and line.casefold() == title.casefold()), -1)
    if at < 0 or any(len(line) > _LONGEST_TITLE for line in lines[:at]):
        return text
    kept = lines[at + 1 :]
    while kept and len(kept) > 1 and stands_alone(kept[0]):
        kept.pop(0)
    return "\n".join(kept) or text


def stands_alone(line: str) -> bool:
    """Whether a line is a date or an address and nothing else."""
    line = line.strip()
    return bool(_ADDRESS.fullmatch(line) or (line and day_of(line)))


def _is_dateline(line: str) -> bool:
    """Whether a line looks like a place and a day, which is no title: "Oslo, 16 May 2025"."""
    match = _DATELINE.fullmatch(line)
    return bool(match and day_of(match["behind"] or match["before"]))


def day_of(line: str) -> str:
    """The day that a line states and nothing else, with its year; "" for any other line."""
    if len(line) > 60 or not re.search(r"\d{4}", line):
        return ""
    try:
        when = read(_LABEL.sub("", line, count=1)).when
    except WhenError:
        return ""
    return str(when) if when.end is None and when.precision >= Precision.DAY else ""
