"""What is in doubt: sources that disagree, places that are not sure, loose dates, and what was only announced."""

from collections.abc import Callable, Iterable, Iterator

from mapapp.accounts import accounts
from mapapp.exports.brief.remarks import Remark, Row
from mapapp.message import Message, listed, plural, series, tr
from mapapp.place import where_words
from mapapp.snapshot import Snapshot
from mapapp.tour import Claim, Event, Status
from mapapp.when import Precision
from mapapp.words.cards import Footnotes, left_open

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
            words = _differ(account.field, event.title, listed(_cited(said, numbers), "or"))
            yield Remark(words, (), rows, _marks(said, numbers))
        elif finer:
            words = tr(
                "{event}: the date is shown as {date}; also said: {others}",
                event=event.title,
                date=event.when,
                others=listed(_cited(finer, numbers)),
            )
            yield Remark(words, (), rows, _marks(finer, numbers))


def _differ(field: str, event: str, said: Message) -> Message:
    if field == "place":
        return tr("{event}: sources differ about the place: {said}", event=event, said=said)
    if field == "when":
        return tr("{event}: sources differ about the date: {said}", event=event, said=said)
    if field == "title":
        return tr("{event}: sources differ about the name: {said}", event=event, said=said)
    return tr("{event}: sources differ about whether it took place: {said}", event=event, said=said)


def _open(snapshot: Snapshot, numbers: Footnotes) -> list[Remark]:
    """What sources leave open, each sentence once for all the events that it is about."""
    about: dict[tuple[str, tuple[str, ...]], list[Claim]] = {}
    for claim in (claim for claim in snapshot.tour.claims if claim.kind == "unstated"):
        note = claim.note.rstrip(".") or left_open(claim.value)
        about.setdefault((note, _marks([claim], numbers)), []).append(claim)
    remarks = []
    for (words, named), claims in about.items():
        titles = dict.fromkeys(snapshot.tour.event[claim.event].title for claim in claims[:LISTED])
        rows = tuple(Row("claims.csv", f"{claim.event}, {claim.field}") for claim in claims[:LISTED])
        told = tr("{events}: {said}", events=series(titles, "; "), said=_marked(words, named))
        remarks.append(Remark(told, (), rows, named))
    return remarks


def _cited(claims: Iterable[Claim], numbers: Footnotes) -> list[str]:
    """Each value once, with the numbers of all who say so."""
    values: dict[str, list[Claim]] = {}
    for claim in claims:
        values.setdefault(series([claim.when]) if claim.when else claim.value, []).append(claim)
    return [_marked(value, _marks(said, numbers)) for value, said in values.items()]


def _marks(claims: Iterable[Claim], numbers: Footnotes) -> tuple[str, ...]:
    """The numbers of all who say so, each once."""
    return tuple(dict.fromkeys(str(n) for claim in claims for n, _ in numbers.cite(claim.citations)))


def _marked(words: str, marks: tuple[str, ...]) -> str:
    return series((words, f"[{', '.join(marks)}]"), " ") if marks else words


def _places(event: Event) -> Iterator[Remark]:
    if not event.at.sure:
        others = [where_words(c.place) for c in event.at.candidates[1 : OTHERS + 1]]
        left = len(event.at.candidates) - 1 - OTHERS
        others += [plural(left, "one more", "one of {n} more")] if left > 0 else []
        shown = tr(
            "{event}: the place is not sure, shown is {place}", event=event.title, place=where_words(event.at.place)
        )
        also = tr("it may also be {places}", places=series(others, "; ")) if others else ""
        row = Row("events.csv", tr("{id}, place “{place}”", id=event.id, place=event.at.toponym))
        yield Remark(series((shown, also), "; "), (), (row,))


def _loose(snapshot: Snapshot) -> Iterator[Remark]:
    closer = snapshot.tour.claims_on

    def is_loose(event: Event) -> bool:
        told = any(claim.when and claim.when.precision > event.when.precision for claim in closer.get(event.id, ()))
        return event.when_stated and not told and (event.when.about or event.when.precision < Precision.DAY)

    kinds: tuple[tuple[str, Callable[[Event], bool]], ...] = (
        (
            tr("No source at hand states the day; it is listed with its visit"),
            lambda event: not (event.when_stated or event.unread),
        ),
        (
            tr("The date in the file could not be read; shown is the time of the visit"),
            lambda event: bool(event.unread),
        ),
        (tr("The date is known only roughly"), is_loose),
        (tr("Announced; no source at hand says that it took place"), lambda event: event.status == Status.ANNOUNCED),
    )
    for words, fits in kinds:
        found = [event for event in snapshot.tour.events if fits(event)]
        if found:
            names = [event.title for event in found[:LISTED]]
            more = len(found) - LISTED
            names += [plural(more, "and {n} more", "and {n} more")] if more > 0 else []
            ids = ", ".join(event.id for event in found[:LISTED])
            told = tr("{said}: {events}", said=words, events=series(names, "; "))
            yield Remark(told, (), (Row("events.csv", ids),))
