"""The callouts of a tour: their table, a row for each."""

from mapapp.callout import LONGEST, MOST, Callout
from mapapp.catalogue.reading import Reading
from mapapp.errors import PositionError
from mapapp.message import others_of, tr
from mapapp.position import Position
from mapapp.scene import VISIT
from mapapp.tables.rows import Row
from mapapp.tour import Event, Visit

FILE = "callouts.csv"


def read_callouts(reading: Reading) -> tuple[Callout, ...]:
    """The callouts in the order of their lines, MOST at the most. Visits and events are read before."""
    found: list[Callout] = []
    for row in reading.rows(FILE):
        if len(found) == MOST:
            row.reject("text", tr("a tour has {most} callouts at most; leave this one out, or another", most=str(MOST)))
            continue
        text, position = row.spoken("text"), _position(reading, row)
        if any(len(form) > LONGEST for form in (text, *others_of(text).values())):
            row.reject("text", tr("longer than {most} characters; say it in fewer words", most=str(LONGEST)))
        if row.kept and position:
            about = row.text("about")
            # What a callout tells of an event has its source; anything else needs one of its own.
            citations = reading.cited(row) if row.text("source") or not about else ()
            found.append(Callout(text, position, about, citations))
    return tuple(found)


def _position(reading: Reading, row: Row) -> Position | None:
    """The place of what it is about, else its own; None for a row without either, which is rejected."""
    about = row.text("about")
    records: dict[str, Event | Visit] = {**reading.events}
    records |= {f"{VISIT}{id_}": visit for id_, visit in reading.visits.items()}
    if about:
        if about in records:
            return records[about].place.position
        row.reject("about", tr("names neither an event nor visit: and the id of a stay; correct the id"))
        return None
    try:
        return Position.checked(row.degrees("longitude"), row.degrees("latitude"))
    except PositionError as error:
        row.reject("about", tr("names nothing, and {problem}", problem=error))
        return None
