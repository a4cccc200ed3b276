"""A plain text whose first lines are its title and the day of its publication."""

import re

from mapapp.dates.reading import read
from mapapp.errors import WhenError
from mapapp.when import Precision

_LOOKED_AT = 6  # lines
_LONGEST_TITLE = 140  # characters
_LONGEST_STAMP = 60
_LABEL = re.compile(r"(?:published(?: on)?|date|updated|опубликовано|дата)\s*[:—-]\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:source\s*:\s*|url\s*:\s*|источник\s*:\s*)?(https?://\S+)", re.IGNORECASE)
_HOST = r"(?:https?://)?(?:[\w-]+\.)+[a-zа-я]{2,8}\b(?:/\S*)?"
_ZONE = r"(?:[A-Z]{2,4}|мск|[+-]\d{1,2}(?::?\d{2})?|\(?(?:GMT|UTC)\s*[+-]\s*\d{1,2}(?::?\d{2})?\)?)"
_CLOCK = rf"\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?\b(?:\s*[ap]\.?m\b\.?)?(?:\s*{_ZONE})?"
_BESIDE = re.compile(rf"{_HOST}|{_CLOCK}", re.IGNORECASE)  # a day at the head of a page, and the count of its readers
_STAMPED = re.compile(r"(?:date|дата)\s+(?P<day>\d{4}-\d{2}-\d{2})\s+(?P<rest>\S.*)", re.IGNORECASE)
_SHORT = 40  # characters of what stands behind such a day and is no text: "Go to the main site"
_APART = re.compile(r"\s*[|•·]\s*|\s+[/—–-]\s+|\s{3,}")
_SENTENCE = 60  # characters of a line that is one, and no title
_NAME = r"(?:г\.\s*)?[^\W\d]+(?:[ -][^\W\d]+){0,2}"
_DATELINE = re.compile(rf"{_NAME}(?:,\s*{_NAME})?,\s*(?P<behind>\S.*)|(?P<before>\S.*\S),\s*{_NAME}")

ITEM = re.compile(r"\s*(?:[•▪◦‣*]|[-–—]\s|\d{1,2}[.:]\d{2}\b|\d{1,2}[.)]\s|\([a-zа-я\d]\)\s)")  # of a list or programme


def headed(text: str) -> dict[str, str]:
    """The text without the lines at its head that state title, date and address; these under keys of their own."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found: dict[str, str] = {}
    if lines and (stamp := _STAMPED.fullmatch(lines[0])):
        found["published"] = stamp["day"]
        lines[:1] = [stamp["rest"]] if len(stamp["rest"]) > _SHORT else []
    head, body = lines[:_LOOKED_AT], lines[_LOOKED_AT:]
    first = _title_at(lines)
    kept = []
    for number, line in enumerate(head):
        address = _ADDRESS.fullmatch(line)
        listed = number + 1 < len(lines) and ITEM.match(lines[number + 1])
        published = "" if listed else day_of(line)
        if address and "url" not in found:
            found["url"] = address[1]
        elif published and "published" not in found:
            found["published"] = published
        elif number < first and line.isdigit():
            continue  # how often the page was read
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


def _title_at(lines: list[str]) -> int:
    """The number of the line that may be the title: the first, or the one behind a dateline or the stamp of a page."""
    if not lines:
        return 0
    first = 1 if _is_dateline(lines[0]) else 0
    stamped = next((n for n, line in enumerate(lines[:_LOOKED_AT]) if not (day_of(line) or line.isdigit())), 0)
    if not stamped or len(lines) <= stamped + 1:
        return first
    plain = stamped == 1 and not _BESIDE.search(lines[0])  # a day alone may be that of a programme
    tells = len(lines[stamped + 1]) > _SENTENCE and lines[stamped + 1][-1] in '.!?»”"'
    return stamped if tells or not plain else first


def _is_dateline(line: str) -> bool:
    """Whether a line looks like a place and a day, which is no title: "Oslo, 16 May 2025"."""
    match = _DATELINE.fullmatch(line)
    return bool(match and day_of(match["behind"] or match["before"]))


def day_of(line: str) -> str:
    """The day that a line states, with its year; "" where it says more than the stamp of a page does.

    Beside the day there may be the time, the name of the site, the number of readers: "19:29 / 10.10.2022".
    """
    if len(line) > _LONGEST_STAMP or not re.search(r"\d{4}", line):
        return ""
    parts = [part.strip(" ,()") for part in _APART.split(_BESIDE.sub(" ", _LABEL.sub("", line, count=1)))]
    days = {_day(part) for part in parts if part and not part.isdigit()}
    return days.pop() if len(days) == 1 else ""


def _day(text: str) -> str:
    """A day of a known year that the whole text states; "" for any other."""
    try:
        when = read(text).when
    except WhenError:
        return ""
    return str(when) if when.end is None and when.precision >= Precision.DAY else ""
