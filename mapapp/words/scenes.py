"""The words of a story: each scene with the sources of what it tells."""

from typing import TypedDict

from mapapp import story
from mapapp.scene import VISIT, Scene
from mapapp.source import Citation
from mapapp.tour import Tour
from mapapp.words.cards import source_line, source_words
from mapapp.words.forms import Untold
from mapapp.words.language import Words
from mapapp.words.untold import untold


class SceneWords(TypedDict):
    """What a scene says. ``sources`` are lines with their addresses, "" for one that has none.

    ``untold`` are those of its texts that are not in the language of the reader.
    """

    number: int
    title: str
    text: str
    sources: list[tuple[str, str]]
    untold: list[Untold]


def scene_words(tour: Tour, scene: Scene, words: Words) -> SceneWords:
    """The scene in the words of a language."""
    known = [citation for citation in cited(tour, scene) if citation.source in tour.source]
    lines = [(source_line(tour.source[c.source]), words.say(c.locator)) for c in known]
    return {
        "number": scene.number,
        "title": words.say(scene.title),
        "text": words.say(scene.text),
        "sources": [(words.say(source_words(line, where)), line["url"]) for line, where in lines],
        "untold": untold((scene.title, scene.text), tour.language, words),
    }


def cited(tour: Tour, scene: Scene) -> list[Citation]:
    """What a scene rests on: its own sources, then those of the events and stays that it is about, each once."""
    found = list(scene.citations)
    for id_ in scene.events:
        stay, event = tour.visit.get(id_.removeprefix(VISIT)), tour.event.get(id_)
        if id_.startswith(VISIT):
            found += stay.citations if stay else ()
        elif event:
            found += event.citations
            found += [c for claim in tour.claims_on.get(event.id, ()) for c in claim.citations]
    first: dict[str, Citation] = {}
    for citation in found:
        first.setdefault(citation.source, citation)
    return list(first.values())


def told(tour: Tour, words: Words) -> list[SceneWords]:
    """All scenes in their order; none for a tour without stops and events."""
    return [scene_words(tour, scene, words) for scene in story.scenes(tour)]
