"""A whole tour in words, as plain markup: story and map, sections of the saved file and of the published page."""

from html import escape

from mapapp.geography import Passage, passages
from mapapp.message import tr
from mapapp.snapshot import Snapshot
from mapapp.view import View
from mapapp.words.language import ENGLISH, Words
from mapapp.words.scenes import SceneWords
from mapapp.words.scenes import told as scenes_told
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


def story_in_words(snapshot: Snapshot, words: Words = ENGLISH) -> str:
    """A closed ``details`` with the scenes of the story, but for the free map; "" for a tour without any.

    It tells the whole tour. All text is escaped.
    """
    whole = told(snapshot.whole, words.language)
    scenes = scenes_told(whole, words)[:-1]
    if not scenes:
        return ""
    title = escape(words.say(tr("{tour}: the story", tour=whole.title)))
    return f'<details class="in-words"><summary>{title}</summary>\n{"".join(map(_scene, scenes))}</details>'


def _scene(scene: SceneWords) -> str:
    sources = "\n".join(f"<li>{_linked(escape(line), escape(url))}</li>" for line, url in scene["sources"])
    return f"<h2>{escape(scene['title'])}</h2>\n<p>{escape(scene['text'])}</p>\n<ul>\n{sources}\n</ul>\n"


def _linked(line: str, url: str) -> str:
    known = url.lower().startswith(("https://", "http://"))
    return f'<a href="{url}" rel="noopener noreferrer">{line}</a>' if known else line


def _passage(passage: Passage, words: Words) -> str:
    said = "\n".join(f"<li>{escape(words.say(sentence))}</li>" for sentence in passage.sentences)
    return f"<h2>{escape(words.say(passage.heading))}</h2>\n<ul>\n{said}\n</ul>"
