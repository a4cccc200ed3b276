"""Numbered sources of a page, in the order in which it cites them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from mapapp.message import tr
from mapapp.source import Citation, Source
from mapapp.words.cards import source_line, source_words
from mapapp.words.language import Words


@dataclass
class References:
    """Gives each source its number when it is first cited. Everything returned is HTML with all texts escaped."""

    sources: Mapping[str, Source]
    words: Words
    _numbers: dict[str, int] = field(default_factory=dict)

    def cite(self, citations: Iterable[Citation]) -> str:
        """The numbers, raised; those whose source has an address lead there."""
        return "".join(self._number(citation) for citation in citations if citation.source in self.sources)

    def _number(self, citation: Citation) -> str:
        number = self._numbers.setdefault(citation.source, len(self._numbers) + 1)
        line = source_line(self.sources[citation.source])
        told = self.words.say(source_words(line, citation.locator))
        return f'<sup title="{escape(told)}">{linked(line["url"], str(number))}</sup>'

    def listed(self) -> str:
        """The list of all sources cited so far."""
        items = []
        for id_ in self._numbers:
            line, read = source_line(self.sources[id_]), self.sources[id_].read
            told = escape(self.words.say(source_words(line)))
            when = escape(self.words.say(tr("Read {day}.", day=read))) if read else ""
            behind = f' <span class="quiet">{when}</span>' if when else ""
            items.append(f"<li>{linked(line['url'], told)}{behind}</li>")
        return f"<ol class='sources'>{''.join(items)}</ol>"


def linked(url: str, words: str) -> str:
    """The words, which are HTML already, as a link where there is an address."""
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{words}</a>' if url else words
