"""The date cells of a table: what they say, on the clocks of the place, and which of them could not be read."""

import time
from typing import NamedTuple

from mapapp.dates.meaning import Reading
from mapapp.errors import MapappError, WhenError, clipped
from mapapp.message import tr
from mapapp.place import Place
from mapapp.tables.rows import Row
from mapapp.when import When

MAX_UNREAD = 2_000  # dates of a tour that cannot be read; a thousandth of a second goes into the reasons of some
MAX_SECONDS = 1.5  # of the processor, for all dates of a tour: twice what 100,000 that differ need


class Dated(NamedTuple):
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


class Calendar:
    """Reads the dates of a tour, each once, until those that cannot be read are too many or all take too long."""

    def __init__(self) -> None:
        self._known: dict[str, Reading | str] = {}  # or why it cannot be read
        self._unread = 0
        self._seconds = 0.0

    def __call__(self, text: str) -> Reading:
        """What the text means. Raises WhenError where it has no meaning or two, or where no more is read."""
        found = self._known.get(text)
        if found is None and (self._unread >= MAX_UNREAD or self._seconds >= MAX_SECONDS):
            found = tr(
                "'{text}' is not read, because of many unreadable dates before it; correct those first",
                text=clipped(text),
            )
        elif found is None:
            found = self._known[text] = self._read(text)
        if isinstance(found, str):
            raise WhenError(found)
        return found

    def _read(self, text: str) -> Reading | str:
        try:
            return Reading(When.parse(text))  # takes so little time that it is not measured, which would take more
        except WhenError:
            from mapapp.dates.reading import read  # a tenth of a check, which files with dates as stored save

        start = time.thread_time()
        try:
            return read(text)
        except WhenError as error:
            self._unread += 1
            return str(error)
        finally:
            self._seconds += time.thread_time() - start


def dated(row: Row, column: str, calendar: Calendar) -> Dated:
    """Read a date cell; what cannot be read, and what has two meanings, is noted with the whole cell."""
    reading = row.parsed(column, calendar)
    if reading and reading.remark:
        row.note(column, reading.remark)
    return Dated(column, reading, "" if reading else row.text(column))


def day(row: Row, column: str, calendar: Calendar) -> When | None:
    """A date for which no place has clocks: of a source, say."""
    return dated(row, column, calendar).rough


def stay(row: Row, dates: tuple[Dated, Dated], place: Place) -> tuple[When | None, When | None]:
    """Arrival and departure; a departure before the arrival is noted and left out."""
    arrival, departure = (cell.at(row, place) for cell in dates)
    if arrival and departure and (departure.end or departure.start).ends < arrival.start.begins:
        row.note(
            "departure",
            tr(
                "{departure} lies before the arrival {arrival} and is left out; correct one of them",
                departure=str(departure),
                arrival=str(arrival),
            ),
        )
        departure = None
    return arrival, departure
