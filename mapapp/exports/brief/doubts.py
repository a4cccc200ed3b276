"""What is in doubt: sources that disagree, places that are not sure, loose dates, and what was only announced."""

from collections.abc import Callable, Iterable, Iterator

from mapapp.accounts import accounts
from mapapp.exports.brief.remarks import Remark, Row
from mapapp.place import where_words
from mapapp.snapshot import Snapshot
from mapapp.tour import Claim, Event, Status
from mapapp.when import Precision
from mapapp.words.cards import Footnotes, left_open

_QUESTIONS = {"place": "the place", "when": "the date", "title": "the name", "status": "whether it took place"}
LISTED = 12  # events that one sentence names
OTHERS = 3  # places that one sentence names beside the one that is shown


def doubts(snapshot: Snapshot, numbers: Footnotes) -> list[Remark]:
    """A sentence for each doubt about the events that are shown."""
    events = snapshot.tour.events
    disagreeing = [remark for event in events for remark in _claims(snapshot, event, numbers)]
    unsure = [remark for event in events for remark in _places(event)]
    return [*disagreeing[:LISTED], *_open(snapshot, numbers)[:LISTED], *unsure[:LISTED], *_loose(snapshot)]


def _claims(snapshot: Snapshot, event: Event, numbers: Footnotes) -> Iterator[Remark]:
    for account in accounts(snapshot.tour.claims_on.get(event.id, ())):
        rows = (Row("claims.csv", f"{event.id}, {account.field}"),)
        said = [claim for claim in account.claims if claim.kind == "statement"]
        finer = [claim for claim in said if claim.when and claim.when.precision > event.when.precision]
        if account.differ:
            words = f"sources differ about {_QUESTIONS[account.field]}: {' or '.join(_cited(said, numbers))}"
            yield Remark(f"{event.title}: {words}", (), rows, _marks(said, numbers))
        elif finer:
            words = f"the date is shown as {event.when.describe()}; also said: {' and '.join(_cited(finer, numbers))}"
            yield Remark(f"{event.title}: {words}", (), rows, _marks(finer, numbers))


def _open(snapshot: Snapshot, numbers: Footnotes) -> list[Remark]:
    """What sources leave open, each sentence once for all the events that it is about."""
    about: dict[tuple[str, tuple[str, ...]], list[Claim]] = {}
    for claim in (claim for claim in snapshot.tour.claims if claim.kind == "unstated"):
        note = (claim.note or left_open(claim.value)).rstrip(".")
        about.setdefault((note, _marks([claim], numbers)), []).append(claim)
    remarks = []
    for (words, named), claims in about.items():
        titles = dict.fromkeys(snapshot.tour.event[claim.event].title for claim in claims[:LISTED])
        rows = tuple(Row("claims.csv", f"{claim.event}, {claim.field}") for claim in claims[:LISTED])
        remarks.append(Remark(f"{'; '.join(titles)}: {_marked(words, named)}", (), rows, named))
    return remarks


def _cited(claims: Iterable[Claim], numbers: Footnotes) -> list[str]:
    """Each value once, with the numbers of all who say so."""
    values: dict[str, list[Claim]] = {}
    for claim in claims:
        values.setdefault(claim.when.describe() if claim.when else claim.value, []).append(claim)
    return [_marked(value, _marks(said, numbers)) for value, said in values.items()]


def _marks(claims: Iterable[Claim], numbers: Footnotes) -> tuple[str, ...]:
    """The numbers of all who say so, each once."""
    return tuple(dict.fromkeys(str(n) for claim in claims for n, _ in numbers.cite(claim.citations)))


def _marked(words: str, marks: tuple[str, ...]) -> str:
    return f"{words} [{', '.join(marks)}]" if marks else words


def _places(event: Event) -> Iterator[Remark]:
    if not event.at.sure:
        others = [where_words(c.place) for c in event.at.candidates[1 : OTHERS + 1]]
        left = len(event.at.candidates) - 1 - OTHERS
        others += [f"one of {left} more"] if left > 1 else ["one more"] if left == 1 else []
        also = f"; it may also be {' or '.join(others)}" if others else ""
        words = f"{event.title}: the place is not sure, shown is {where_words(event.at.place)}{also}"
        yield Remark(words, (), (Row("events.csv", f"{event.id}, place “{event.at.toponym}”"),))


def _loose(snapshot: Snapshot) -> Iterator[Remark]:
    closer = snapshot.tour.claims_on

    def is_loose(event: Event) -> bool:
        told = any(claim.when and claim.when.precision > event.when.precision for claim in closer.get(event.id, ()))
        return event.when_stated and not told and (event.when.about or event.when.precision < Precision.DAY)

    kinds: tuple[tuple[str, Callable[[Event], bool]], ...] = (
        (
            "No source at hand states the day; it is listed with its visit",
            lambda event: not (event.when_stated or event.unread),
        ),
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
