"""A corridor as a reader of one language is told it. What is not translated says in which language it is.

Branches keep their own names, by which links ask for them; whoever shows one says it in the language of the reader.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from mapapp.corridor import Corridor, Node, Section, Volume
from mapapp.message import lacks, others_of, series, tr
from mapapp.source import Citation
from mapapp.words.language import Words
from mapapp.words.untold import marked, tongue


@lru_cache(maxsize=32)
def told_corridor(corridor: Corridor, language: str) -> Corridor:
    """The corridor in a language; the corridor itself where that is its own."""
    return corridor if language == corridor.language else _Telling(corridor, Words(language)).corridor()


def texts(corridor: Corridor) -> Iterator[str]:
    """Every text of a corridor that may stand in several languages; some are empty."""
    yield from (corridor.title, corridor.summary, corridor.credit, *corridor.also_called, *corridor.branches)
    for node in corridor.nodes:
        yield from (node.name, node.note)
    for section in corridor.sections:
        yield from (section.operator, section.note)
    for volume in corridor.volumes:
        yield from (volume.unit, volume.note)
    for member in corridor.members:
        yield from (member.name, member.role)
    for length in corridor.official_lengths:
        yield from (length.what, length.note)
    yield from (title for _, title in corridor.series)
    yield from (time.note for time in corridor.transit_times)
    yield from (fact.text for fact in corridor.facts)


def lacking(corridor: Corridor, language: str) -> list[str]:
    """Those of them that it has not in a language; none in its own."""
    return [] if language == corridor.language else [t for t in dict.fromkeys(texts(corridor)) if lacks(t, language)]


class _Telling:
    """Says the records of a corridor."""

    def __init__(self, corridor: Corridor, words: Words) -> None:
        self._corridor, self._words = corridor, words
        own = (text for text in texts(corridor) if text is not corridor.credit)  # a licence makes no translation
        self._translated = any(words.language in others_of(text) for text in own)

    def corridor(self) -> Corridor:
        found, say = self._corridor, self._said
        return replace(
            found,
            language=self._words.language,
            title=say(found.title),
            summary=self._summary(),
            also_called=tuple(map(say, found.also_called)),
            credit=say(found.credit),
            nodes=tuple(replace(n, name=say(n.name), note=say(n.note), citations=self._cited(n)) for n in found.nodes),
            sections=tuple(
                replace(s, operator=say(s.operator), note=say(s.note), citations=self._cited(s)) for s in found.sections
            ),
            volumes=tuple(
                replace(v, unit=say(v.unit), note=say(v.note), citations=self._cited(v)) for v in found.volumes
            ),
            series=tuple((id_, say(title)) for id_, title in found.series),
            members=tuple(replace(m, name=say(m.name), role=say(m.role)) for m in found.members),
            official_lengths=tuple(replace(o, what=say(o.what), note=say(o.note)) for o in found.official_lengths),
            transit_times=tuple(replace(t, note=say(t.note)) for t in found.transit_times),
            facts=tuple(replace(f, text=say(f.text)) for f in found.facts),
            sources=tuple(
                replace(s, title=self._words.say(s.title), publisher=self._words.say(s.publisher))
                for s in found.sources
            ),
        )

    def _said(self, text: str) -> str:
        own = self._corridor.language if self._translated else self._words.language
        return self._words.say(marked(text, own, self._words.language))

    def _summary(self) -> str:
        """The summary; where nothing of the corridor is translated, with a sentence that says so."""
        summary = self._said(self._corridor.summary)
        if self._translated or not lacks(self._corridor.title, self._words.language):
            return summary
        line = tr("What is on record here is written {language}.", language=tongue(self._corridor.language))
        return self._words.say(series((summary, line), " "))

    def _cited(self, record: Node | Section | Volume) -> tuple[Citation, ...]:
        return tuple(c._replace(locator=self._words.say(c.locator)) for c in record.citations)
