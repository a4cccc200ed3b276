"""The story of a tour that somebody edits: its first form, and what it says of events that are taken away."""

from collections.abc import Mapping

from mapapp import story
from mapapp.drafts import sheets
from mapapp.drafts.sheets import Contents
from mapapp.tables.grid import Table
from mapapp.tour import Tour
from mapapp.words.language import Words

FILE = "story.csv"


def with_scenes_of_stops(contents: Contents, tour: Tour) -> dict[str, bytes]:
    """The contents with the scenes that the stops of the tour give, in its language, to be written on.

    The last scene, the whole tour, comes by itself and is not written down.
    """
    words = Words(tour.language)
    rows = Table(sheets.columns_of(FILE))
    for scene in story.scenes(tour)[:-1]:
        cells = {
            "scene": str(scene.number),
            "title": words.say(scene.title),
            "text": words.say(scene.text),
            "events": ";".join(scene.events),
            "corridor": "on" if scene.corridor else "",
        }
        rows = rows.added(cells, len(rows.rows))
    return sheets.put(contents, FILE, rows)


def without_event(contents: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """The contents with scenes that no longer name an event, or a stay (``visit:`` and its id)."""
    found = sheets.table(contents, FILE)
    for row in range(len(found.rows)):
        named = [item.strip() for item in found.cell(row, "events").split(";")]
        if name in named:
            found = found.written(row, {"events": ";".join(item for item in named if item != name)})
    return sheets.put(contents, FILE, found) if found != sheets.table(contents, FILE) else dict(contents)
