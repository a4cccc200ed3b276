"""What cannot be together in a table that was read: stays that overlap, and stops too far apart for their hours."""

from mapapp.catalogue.consistency import remarks
from mapapp.foreign.stops import Tour
from mapapp.message import Message, tr


def unlikely(tour: Tour) -> list[Message]:
    """Sentences, each with the line of the table where it shows. The table may be right all the same."""
    lines = {stop.visit.id: ("", stop.lines[0]) for stop in tour.stops if stop.lines}
    found = remarks([stop.visit for stop in tour.stops], [told.event for told in tour.events], (), lines)
    return [tr("Line {line}: {problem}", line=str(problem.line), problem=problem.sentence) for problem in found]
