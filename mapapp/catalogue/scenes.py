"""The written story of a tour: its table, a row for each scene."""

from mapapp.catalogue.reading import Reading
from mapapp.errors import ViewError, clipped
from mapapp.message import tr
from mapapp.scene import VISIT, Scene
from mapapp.tables.rows import Row
from mapapp.view import View

FILE = "story.csv"
MOST = 99  # scenes that a story may have
_SWITCH = ("on", "off")


def read_scenes(reading: Reading) -> tuple[Scene, ...]:
    """The scenes by their numbers; none where nobody has written the story. Visits and events are read before."""
    found: dict[int, Scene] = {}
    for row in reading.rows(FILE):
        number = _number(row)
        if number in found:
            row.reject("scene", tr("there is a scene {number} already; give this one another", number=str(number)))
        if row.kept:
            found[number] = _scene(reading, row, number)
    return tuple(found[number] for number in sorted(found))


def _number(row: Row) -> int:
    """The number of a scene; 0 for a row that has none, which is rejected."""
    text = row.text("scene")
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(MOST)) else 0
    if not number:
        said = tr("'{text}' is no number of a scene; write 1 to {most}", text=clipped(text), most=str(MOST))
        row.reject("scene", said)
    return number


def _scene(reading: Reading, row: Row, number: int) -> Scene:
    events = _events(reading, row)
    return Scene(
        number=number,
        title=row.spoken("title"),
        text=row.spoken("text"),
        events=events,
        view=_view(row),
        corridor=row.choice("corridor", _SWITCH, "off") == "on",
        # What a scene tells of its events has their sources; anything else needs one of its own.
        citations=reading.cited(row) if row.text("source") or (row.text("text") and not events) else (),
    )


def _events(reading: Reading, row: Row) -> tuple[str, ...]:
    stays = {f"{VISIT}{id_}" for id_ in reading.visits}
    return row.known("events", reading.events.keys() | stays, reading.origin.called("events.csv"))


def _view(row: Row) -> str:
    """Where the map stands, as a link has it, out of a link or a part of one; "" where the cell has no such place."""
    text = row.text("view")
    query = text.rpartition("?")[2] if "=" in text else f"at={text}"
    try:
        framing = View.parse(query).framing if text else None
    except ViewError:  # whose words are about a link: where a cell is wrong, what to write into it is told as well
        framing = None
    if text and not framing:
        row.note("view", tr("this says not where the map stands; write it as in a link, such as at=66.9,39.6,5"))
    return View(framing=framing).query().partition("&")[2]  # behind the version
