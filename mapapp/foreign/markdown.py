"""Tables as Markdown writes them: cells between bars, and a line of hyphens under the headings."""

import re
from itertools import pairwise

from mapapp.foreign.links import Lines, with_links
from mapapp.tables.rows import cleaned

_RULE = re.compile(r"[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?")
_BAR = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\(\s*<?(https?://[^\s)>]+)>?[^)]*\)|<(https?://[^\s>]+)>")
_MARKS = re.compile(r"(\*\*|__|\*|_|`|~~)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_HEAD = re.compile(r"^[ \t]*#{1,6}[ \t]+|^[ \t]*>[ \t]?")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def lines_of(text: str) -> Lines | None:
    """The lines of a text with such tables: cells without signs of Markdown; None where there is no such table.

    Text around the tables stands in lines of one cell. Addresses of links fill columns of their own.
    """
    given = text.splitlines()
    below = enumerate(pairwise(given), start=1)
    rules = [number for number, (above, line) in below if _RULE.fullmatch(line) and "|" in above]
    if not rules:
        return None
    inside = {number for rule in rules for number in (rule - 1, *_below(given, rule))}
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
    told = _LINK.sub(lambda m: m[1] or m[3] or m[2], _BREAK.sub("\n", cell)).replace("\\|", "|")
    while (bare := _MARKS.sub(r"\2", told)) != told:
        told = bare
    return told
