"""The brief as Markdown: readable as it stands, and nothing in a text of the tour can become markup."""

import re
from base64 import b64encode
from collections.abc import Iterator
from urllib.parse import quote

from mapapp.exports.brief.note import Note, note, topics
from mapapp.exports.brief.remarks import SOURCES, SOURCES_AND_ROWS, WHAT, WHO, Remark
from mapapp.exports.picture.panel import panel
from mapapp.message import tr
from mapapp.snapshot import Snapshot

_MARKUP = re.compile(r"([\\`*_\[\]<>|~$&@{}]|:(?=\S)|(?<=[Ww][Ww][Ww])\.)")
_FIRST = re.compile(r"^([-+#=]|\d+(?=[.)]))")


def write(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8; the same snapshot gives the same bytes. The map is inside, at its end."""
    said = note(snapshot)
    picture = b64encode(panel(snapshot, 1200, 560)).decode()
    lines = [*_lines(said), "", f"[map]: data:image/png;base64,{picture}", ""]
    return "\n".join(lines).encode()


def text(words: str) -> str:
    """Words as they stand: everything that Markdown, or HTML in it, would read as markup is escaped."""
    escaped = _MARKUP.sub(r"\\\1", words).replace("\\<", "&lt;").replace("\\&", "&amp;")
    return _FIRST.sub(lambda m: f"\\{m[0]}" if not m[0][0].isdigit() else f"{m[0]}\u2060", escaped)


def _lines(said: Note) -> Iterator[str]:
    yield from (
        f"# {text(said.title)}",
        "",
        text(said.summary),
        "",
        f"**{_remark(said.contents)}**",
        "",
        f"![{text(said.words.say(tr('Map')))}][map]",
    )
    if said.meetings:
        heads = (tr("When"), tr("Where"), WHO, WHAT, SOURCES)
        yield from ("", f"| {' | '.join(map(text, said.words.said(heads)))} |", "|---|---|---|---|---|")
    for meeting in said.meetings:
        title = f"**{text(meeting.title)}**" + (f" ({meeting.status})" if meeting.status else "")
        about = f" {text(said.words.say(topics(meeting.topics)))}" if meeting.topics else ""
        what = f"{title}. {text(meeting.outcome)}{about}"
        cells = [text(meeting.when), text(meeting.where), text(meeting.who), what, ", ".join(meeting.notes)]
        yield f"| {' | '.join(cells)} |"
    if said.more:
        yield from ("", said.more)
    for heading, remarks in said.sections:
        if remarks:
            yield from ("", f"## {said.words.say(heading)}", "", *(f"* {_remark(remark)}" for remark in remarks))
    yield from ("", f"## {said.words.say(SOURCES_AND_ROWS)}", "")
    for footnote in said.footnotes:
        words = text(footnote.text)
        linked = f"[{words}](<{address(footnote.url)}>)" if footnote.url else words
        yield f"* **{footnote.mark}** {linked}"
    yield from ("", text(said.closing))


def _remark(remark: Remark) -> str:
    return text(remark.text) + (f" \\[{', '.join(remark.notes)}\\]" if remark.notes else "")


def address(url: str) -> str:
    """An address in which nothing can end the link."""
    return quote(url, safe="/:?#@!$&'*+,;=%-._~")
