"""A scene of a story: what is told of a tour at one halt of it."""

from typing import NamedTuple

from mapapp.source import Citation

VISIT = "visit:"  # begins what names a stay among the events of a scene, as in links


class Scene(NamedTuple):
    """One scene, by its ``number``, which links name and by which scenes are told.

    ``events`` are ids of the events that it is about, or "visit:" and the id of a stay. ``view`` is where the map
    stands, as the query of a link has it (``at=66.9,39.6,5``), "" for where its events are. ``corridor`` is whether the
    corridors of the tour are drawn.
    """

    number: int
    title: str
    text: str = ""
    events: tuple[str, ...] = ()
    view: str = ""
    corridor: bool = False
    citations: tuple[Citation, ...] = ()
