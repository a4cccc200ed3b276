"""The map of a whole tour in words, as plain markup: a section of the saved file and of the published page."""

from html import escape

from mapapp.geography import Passage, passages
from mapapp.message import tr
from mapapp.snapshot import Snapshot
from mapapp.view import View
from mapapp.words.language import ENGLISH, Words
from mapapp.words.told import told


def in_words(snapshot: Snapshot, words: Words = ENGLISH) -> str:
    """A closed ``details`` with a heading and a list for each passage; "" for a tour that has nothing on its map.

    It tells the whole tour with the corridors of the view, as both pages hold the whole. All text is escaped.
    """
    whole = told(snapshot.whole, words.language)
    found = passages(Snapshot(whole, whole, View(whole.id), snapshot.corridors), words)
    if not found:
        return ""
    title = escape(words.say(tr("{tour}: the map in words", tour=whole.title)))
    inside = "\n".join(_passage(passage, words) for passage in found)
    return f'<details class="in-words"><summary>{title}</summary>\n{inside}\n</details>'


def _passage(passage: Passage, words: Words) -> str:
    said = "\n".join(f"<li>{escape(words.say(sentence))}</li>" for sentence in passage.sentences)
    return f"<h2>{escape(words.say(passage.heading))}</h2>\n<ul>\n{said}\n</ul>"
