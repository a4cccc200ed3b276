"""What the page needs to tell a story: the words of each scene, and what the map shows in it."""

from typing import Any

from mapapp import story
from mapapp.maps.state import state
from mapapp.marks import marks
from mapapp.scene import Scene
from mapapp.tour import Tour
from mapapp.view import View
from mapapp.words.language import Words
from mapapp.words.scenes import scene_words

_SHOWN = ("visible", "alone", "stays", "corridors", "framing")  # of the state of a map, what a scene changes


def described(tour: Tour, words: Words) -> list[dict[str, Any]]:
    """The scenes in their order; none for a tour without stops and events.

    ``shows`` is a message of the protocol in ``protocol.js``. ``focus`` are the indices of the marks that the map
    frames, none for all of them.
    """
    return [_described(tour, scene, words) for scene in story.scenes(tour)]


def _described(tour: Tour, scene: Scene, words: Words) -> dict[str, Any]:
    view = View(tour=tour.id, scene=scene.number, framing=View.parse(scene.view).framing)
    shows = {key: value for key, value in state(tour, view).items() if key in _SHOWN}
    if story.told(tour, scene.number) is None:
        shows |= {"visible": None, "alone": None, "stays": None}
    return {**scene_words(tour, scene, words), "shows": shows, "focus": _focus(tour, scene)}


def _focus(tour: Tour, scene: Scene) -> list[int]:
    near = story.focus(tour, scene.number)
    if not near:
        return []
    events, visits = near.events, near.visits
    return [i for i, m in enumerate(marks(tour)) if events.intersection(m.events) or visits.intersection(m.visits)]
