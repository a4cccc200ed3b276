"""Tables as a wiki's editor shows them, between ``{|`` and ``|}``, as the HTML that the wiki would make of them."""

import html
import re
from collections.abc import Iterator

_TEMPLATE = re.compile(r"\{\{([^{}]*)\}\}")
_LINK = re.compile(r"\[\[([^\[\]]*)\]\]")
_ADDRESS = re.compile(r"\[(https?://[^\s\]]{1,2000})(?:\s+([^\]]{0,500}))?\]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_SPAN = re.compile(r"(rowspan|colspan)\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
_FILES = re.compile(r"(?:file|image|файл|datei|fichier|archivo|ficheiro):", re.IGNORECASE)
_SILENT = re.compile(r"(?:cite|efn|sfn|refn?|flagicon|notetag|citation|cn|reflist)\b", re.IGNORECASE)
_LISTS = re.compile(r"(?:ubl|plainlist|unbulleted list|hlist|flatlist)$", re.IGNORECASE)
_DATES = re.compile(r"(?:dts|date table sorting|start date|end date|date)$", re.IGNORECASE)
_DEEPEST = 5  # templates within templates


def as_html(text: str) -> str:
    """The tables of such a text as HTML, "" where it has none."""
    tables = ((_heading(above), "".join(_rows(_plain(table)))) for above, table in _tables(text))
    return "\n".join(f"{heading}<table>{rows}</table>" for heading, rows in tables)


def _heading(above: str) -> str:
    """The heading of a section as HTML."""
    return f"<h2>{html.escape(_plain(above).strip('= '))}</h2>\n" if above else ""


def _tables(text: str) -> Iterator[tuple[str, str]]:
    """From each line that begins a table to the one that ends it, behind the line that is the heading above it."""
    lines: list[str] = []
    above = ""
    for line in text.splitlines() if "{|" in text else ():
        begins, ends = line.lstrip(" \t:").startswith("{|"), line.strip().startswith("|}")
        if not lines and not begins:
            above = line if line.startswith("==") else above
            continue
        lines.append(line)
        if ends:
            yield above, "\n".join(lines)
            lines = []


def _rows(table: str) -> Iterator[str]:
    yield "<tr>"
    cell, tag = None, "td"
    for line in [line.strip() for line in table.splitlines()[1:]]:
        if not line.startswith(("|", "!")):
            cell = f"{cell}\n{line}" if cell is not None else cell
            continue
        if cell is not None:
            yield from _cells(cell, tag)
            cell = None
        if line.startswith("|+"):
            yield f"<caption>{_shown(line[2:].rpartition('|')[2])}</caption>"
        if line.startswith(("|}", "|+")):
            continue
        if line.startswith("|-"):
            yield "</tr><tr>"
            continue
        tag, cell = ("th" if line[0] == "!" else "td"), line[1:]
    yield "</tr>"


def _cells(text: str, tag: str) -> Iterator[str]:
    """The cells of a line: attributes stand before a bar of their own."""
    for part in re.split(r"\|\||!!" if tag == "th" else r"\|\|", text):
        before, bar, behind = part.partition("|")
        told, content = (before, behind) if bar and ("=" in before or not before.strip()) else ("", part)
        spans = " ".join(f'{name.lower()}="{count}"' for name, count in _SPAN.findall(told))
        yield f"<{tag} {spans}>{_shown(content)}</{tag}>"


def _plain(table: str) -> str:
    """A table without references, templates and links of the wiki: what a reader of the page sees."""
    text = _without(_without(table, "<ref", "</ref>"), "<!--", "-->")
    for _ in range(_DEEPEST):
        text, count = _TEMPLATE.subn(lambda match: _template(match[1]), text)
        if not count:
            break
    return _LINK.sub(lambda match: "" if _FILES.match(match[1]) else match[1].split("|")[-1], text)


def _without(text: str, begin: str, end: str) -> str:
    """A text without what stands from one sign to the other; in one pass, since nobody knows who wrote it."""
    kept, at = [], 0
    while (start := text.find(begin, at)) >= 0:
        closed = text.find(">", start)
        whole = begin == "<ref" and closed > 0 and text[closed - 1] == "/"
        ends = closed if whole else text.find(end, start)
        if ends < 0:
            break
        kept.append(text[at:start])
        at = ends + (1 if whole else len(end))
    return "".join([*kept, text[at:]])


def _template(inside: str) -> str:
    name, *given = (part.strip() for part in inside.split("|"))
    told = [part for part in given if part and not re.match(r"[\w -]+=", part)]
    if _SILENT.match(name):
        return ""
    if _LISTS.match(name):
        return "<br>".join(told)
    if _DATES.match(name):
        return "-".join(part.zfill(2) for part in told[:3])
    if name.lower() in ("flag", "flagcountry", "flagu", "country"):
        return told[0] if told else ""
    return told[-1] if told else name if name.isupper() else ""


def _shown(text: str) -> str:
    """A cell as HTML: its line ends and addresses stay, and nothing else that it holds is a tag."""
    told = _TAG.sub("", _BREAK.sub("\n", text)).replace("'''", "").replace("''", "").strip()
    shown, end = [], 0
    for match in _ADDRESS.finditer(told):
        shown += [
            html.escape(told[end : match.start()]),
            f'<a href="{html.escape(match[1])}">{html.escape(match[2] or "")}</a>',
        ]
        end = match.end()
    return "".join([*shown, html.escape(told[end:])]).replace("\n", "<br>")
