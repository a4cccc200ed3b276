"""Tables as Markdown writes them: cells between bars, and a line of hyphens under the headings."""

import re
from itertools import pairwise

from mapapp.foreign.links import Lines, with_links
from mapapp.tables.rows import cleaned

_RULE = re.compile(r"\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?")
_BAR = re.compile(r"(?<!\\)\|")
# Each part has an end: without one, a cell of many beginnings is read to its end from each of them.
_LINK = re.compile(
    r"!?\[([^\]\[]{0,500}+)\]\(\s{0,9}+<?(https?://[^\s)>]{1,2000}+)>?[^)]{0,500}+\)|<(https?://[^\s<>]{1,2000}+)>"
)
_MARKS = re.compile(r"(\*\*|__|\*|_|`|~~)(?=\S)(.{1,200}?)(?<=\S)\1(?!\w)")
_LONGEST = 32_767
_DEEPEST = 5  # marks within marks
_HEAD = re.compile(r"^[ \t]*#{1,6}[ \t]+|^[ \t]*>[ \t]?")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def lines_of(text: str) -> Lines | None:
    """The lines of a text with such tables: cells without signs of Markdown; None where there is no such table.

    Text around the tables stands in lines of one cell. Addresses of links fill columns of their own.
    """
    given = text.splitlines()
    below = enumerate(pairwise(given), start=1)
    rules = {number for number, (above, line) in below if "|" in above and _RULE.fullmatch(line.lstrip(" \t>"))}
    if not rules:
        return None
    inside, end = set[int](), 0
    for rule in sorted(rules):
        inside.add(rule - 1)
        if rule >= end:
            rows = _below(given, rule)
            inside.update(rows)
            end = rows.stop
    links: list[tuple[int, int, str]] = []
    found: Lines = []
    for number, line in enumerate(given, start=1):
        if number - 1 in rules or not line.strip():
            continue
        told = _HEAD.sub("", line)
        cells = _BAR.split(told.strip().removeprefix("|").removesuffix("|")) if number - 1 in inside else [told]
        links += [(number, at, m[2] or m[3]) for at, cell in enumerate(cells) for m in _LINK.finditer(cell)]
        found.append((number, cleaned(map(_plain, cells))))
    return with_links([(number, cells) for number, cells in found if any(cells)], links)


def _below(lines: list[str], rule: int) -> range:
    end = rule + 1
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return range(rule + 1, end)


def _plain(cell: str) -> str:
    """A cell without emphasis, code and links."""
    if not 0 < len(cell) <= _LONGEST:  # a longer one is refused where it is counted
        return cell
    told = _LINK.sub(lambda m: m[1] or m[3] or m[2], _BREAK.sub("\n", cell)).replace("\\|", "|")
    for _ in range(_DEEPEST):
        told, count = _MARKS.subn(r"\2", told)
        if not count:
            break
    return told
