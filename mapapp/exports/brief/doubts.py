"""What is in doubt: sources that disagree, places that are not sure, loose dates, and what was only announced."""

from collections.abc import Callable, Iterator

from mapapp.exports.brief.remarks import Remark, Row
from mapapp.place import where_words
from mapapp.snapshot import Snapshot
from mapapp.tour import Claim, Event, Status
from mapapp.when import Precision
from mapapp.words.cards import Footnotes

_QUESTIONS = {"place": "the place", "when": "the date", "title": "the name", "status": "whether it took place"}
LISTED = 12  # events that one sentence names
OTHERS = 3  # places that one sentence names beside the one that is shown


def doubts(snapshot: Snapshot, numbers: Footnotes) -> list[Remark]:
    """A sentence for each doubt about the events that are shown."""
    events = snapshot.tour.events
    disagreeing = [remark for event in events for remark in _claims(snapshot, event, numbers)]
    unsure = [remark for event in events for remark in _places(event)]
    return [*disagreeing[:LISTED], *unsure[:LISTED], *_loose(snapshot)]


def _claims(snapshot: Snapshot, event: Event, numbers: Footnotes) -> Iterator[Remark]:
    by_field: dict[str, list[Claim]] = {}
    for claim in snapshot.tour.claims_on.get(event.id, ()):
        by_field.setdefault(claim.field, []).append(claim)
    for field, claims in by_field.items():
        values: dict[str, list[str]] = {}
        for claim in claims:
            cites = [str(n) for n, _ in numbers.cite(claim.citations)]
            values.setdefault(claim.when.describe() if claim.when else claim.value, []).extend(cites)
        if len(values) > 1:
            said = " or ".join(
                f"{value} [{', '.join(dict.fromkeys(n))}]" if n else value for value, n in values.items()
            )
            row = Row("claims.csv", f"{event.id}, {field}")
            yield Remark(f"{event.title}: sources differ about {_QUESTIONS[field]}: {said}", (), (row,))


def _places(event: Event) -> Iterator[Remark]:
    if not event.at.sure:
        others = [where_words(c.place) for c in event.at.candidates[1 : OTHERS + 1]]
        left = len(event.at.candidates) - 1 - OTHERS
        others += [f"one of {left} more"] if left > 1 else ["one more"] if left == 1 else []
        also = f"; it may also be {' or '.join(others)}" if others else ""
        words = f"{event.title}: the place is not sure, shown is {where_words(event.at.place)}{also}"
        yield Remark(words, (), (Row("events.csv", f"{event.id}, place “{event.at.toponym}”"),))


def _loose(snapshot: Snapshot) -> Iterator[Remark]:
    def is_loose(event: Event) -> bool:
        return event.when_stated and (event.when.about or event.when.precision < Precision.DAY)

    kinds: tuple[tuple[str, Callable[[Event], bool]], ...] = (
        ("No source states the day; it fell within the visit", lambda event: not (event.when_stated or event.unread)),
        ("The date in the file could not be read; shown is the time of the visit", lambda event: bool(event.unread)),
        ("The date is known only roughly", is_loose),
        ("Announced; no source at hand says that it took place", lambda event: event.status == Status.ANNOUNCED),
    )
    for words, fits in kinds:
        found = [event for event in snapshot.tour.events if fits(event)]
        if found:
            names = [event.title for event in found[:LISTED]]
            names += [f"and {len(found) - LISTED} more"] if len(found) > LISTED else []
            ids = ", ".join(event.id for event in found[:LISTED])
            yield Remark(f"{words}: {'; '.join(names)}", (), (Row("events.csv", ids),))
