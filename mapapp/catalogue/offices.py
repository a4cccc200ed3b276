"""People who are named in an office before they held it or after; a remark, because a source may mean a designate."""

from collections.abc import Iterable, Iterator, Mapping

from mapapp.errors import Problem, clipped
from mapapp.message import Message, tr
from mapapp.tour import Event, Person, Status, Visit
from mapapp.when import When

_OFF = (Status.POSTPONED, Status.CANCELLED)
Line = tuple[str, int]


def of_event(id_: str) -> str:
    """The key of an event among lines of visits and events, whose ids may be the same."""
    return f"event:{id_}"


def out_of_office(
    people: Mapping[str, Person], visits: Iterable[Visit], events: Iterable[Event], lines: Mapping[str, Line]
) -> Iterator[Problem]:
    """The remarks about visits and events; ``lines`` tell where each stands, those of events by `of_event`."""
    dated = {id_: person for id_, person in people.items() if person.since or person.until}
    if not dated:
        return
    told: list[tuple[str, When | None, tuple[str, ...]]]
    told = [(v.id, v.when, (v.traveller,)) for v in visits if v.status not in _OFF]
    told += [
        (of_event(e.id), e.when, e.participants)
        for e in events
        if e.status not in _OFF and (e.when_stated or not e.visit)
    ]
    for key, when, ids in told:
        for person in (dated[id_] for id_ in ids if id_ in dated):
            said = _outside(person, when) if when and not when.about else ""
            if said and key in lines:
                yield Problem(*lines[key], "", said, remark=True)


def _outside(person: Person, when: When) -> Message | str:
    """That all of a time lies before or after somebody's office; one that only may lie there is no remark."""
    name = clipped(person.name)
    if person.since and not person.since.about and when.latest < person.since.earliest:
        return tr(
            "{name} is stated in office from {day} on, and this is {when}; correct a date, or name who held it then",
            name=name,
            day=person.since.describe(),
            when=when.describe(),
        )
    if person.until and not person.until.about and when.earliest > person.until.latest:
        return tr(
            "{name} is stated in office until {day}, and this is {when}; correct a date, or name who held it then",
            name=name,
            day=person.until.describe(),
            when=when.describe(),
        )
    return ""
