"""The date cells of a table: what they say, on the clocks of the place, and which of them could not be read."""

from dataclasses import dataclass
from functools import lru_cache

from mapapp.dates.reading import Reading, read
from mapapp.errors import MapappError
from mapapp.place import Place
from mapapp.tables.rows import Row
from mapapp.when import When

_read = lru_cache(maxsize=4096)(read)  # a day of many events is read once


@dataclass(frozen=True, slots=True)
class Dated:
    """A date cell. ``reading`` is None where it is empty, or could not be read: then ``unread`` is its text."""

    column: str
    reading: Reading | None = None
    unread: str = ""

    @property
    def rough(self) -> When | None:
        """The date with its clocks as they stand there, before the zone of the place is known."""
        return self.reading.when if self.reading else None

    def at(self, row: Row, place: Place) -> When | None:
        """The date on the clocks of the place. A clock that cannot be told there is left as it stands, and noted."""
        if not self.reading:
            return None
        try:
            return self.reading.at(place.zone)
        except MapappError as error:
            row.note(self.column, str(error))
            return self.reading.when


def dated(row: Row, column: str) -> Dated:
    """Read a date cell; what cannot be read, and what has two meanings, is noted with the whole cell."""
    reading = row.parsed(column, _read)
    if reading and reading.remark:
        row.note(column, reading.remark)
    return Dated(column, reading, "" if reading else row.text(column))


def day(row: Row, column: str) -> When | None:
    """A date for which no place has clocks: of a source, say."""
    return dated(row, column).rough


def stay(row: Row, dates: tuple[Dated, Dated], place: Place) -> tuple[When | None, When | None]:
    """Arrival and departure; a departure before the arrival is noted and left out."""
    arrival, departure = (cell.at(row, place) for cell in dates)
    if arrival and departure and (departure.end or departure.start).ends < arrival.start.begins:
        row.note("departure", f"{departure} lies before the arrival {arrival} and is left out; correct one of them")
        departure = None
    return arrival, departure
