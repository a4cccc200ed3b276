"""What a picture, file or note holds, in one line: so many events, between which days, in which countries.

``4 of 11 events, 27–28 March 2025, Kazakhstan; topic: Energy or Trade``. Beside it stand the lines that whatever is
handed on has to carry: who must be named, and of which day the facts are.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mapapp import country, story
from mapapp.errors import clipped
from mapapp.message import Message, listed, plural, series, tr
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import DE_FACTO, UN_EU
from mapapp.when import Moment, When
from mapapp.words.terms import status
from mapapp.words.untold import all_in

BORDERS = {  # by policy; of tiles, it is that of whoever makes them
    UN_EU: tr("Borders: UN/EU positions."),
    DE_FACTO: tr("Borders: de facto, as Natural Earth drew them in 2018."),
    "tiles": tr("Borders: as OpenStreetMap draws them."),
}
NOTICE = tr("Boundaries shown do not imply official endorsement.")
PLACES_CREDIT = "GeoNames (CC BY 4.0)"  # who must be named for the positions of places
BASEMAP_CREDITS = ("Natural Earth", "GSHHG")
NAMED = 6  # so many countries are named; of more, the line tells the number


def contents(snapshot: Snapshot) -> Message:
    """One line of plain text about what the view shows: counts, days, countries, and the filters beyond these.

    Days and countries are those of the events that are shown; where none is, those that the view asks for.
    """
    shown = series([_counted(snapshot), _days(snapshot), _countries(snapshot)])
    return series([shown, *_filters(snapshot)], "; ")


def introduced(snapshot: Snapshot) -> list[str]:
    """What stands below the title where people read it, in some sentences: the tour's summary, and what is shown.

    Of a scene of the story it is what the scene tells. While nothing is filtered the summary says enough; counts are
    for those who ask for less, and for tours without one.
    A reader in whose language nothing is hears in which it is.
    """
    summary, line = snapshot.whole.summary, contents(snapshot)
    scene = story.scene(snapshot.whole, snapshot.view.scene)
    if scene and scene is not story.scenes(snapshot.whole)[-1]:
        return [tr("{title}: {text}", title=scene.title, text=scene.text) if scene.text else scene.title]
    if not summary:
        return [line]
    shown, every = ((len(t.events), len(t.visits)) for t in (snapshot.tour, snapshot.whole))
    less = "" if shown == every else tr("Shown here: {contents}", contents=line)
    return [*filter(None, (summary, all_in(snapshot.whole, snapshot.language), less))]


def notices(snapshot: Snapshot) -> tuple[str, str]:
    """What stands on everything that has a map: whose borders it shows, and that nobody endorses them."""
    return BORDERS[snapshot.view.borders], NOTICE


def credits_of(snapshot: Snapshot) -> tuple[str, ...]:
    """Who must be named where the places and corridors of the snapshot are given on without a map."""
    lines = (corridor.credit for corridor in snapshot.corridors)
    return (PLACES_CREDIT, *dict.fromkeys(filter(None, lines)))


def as_of(tour: Tour) -> dt.date | None:
    """The latest day on which one of the sources was published or read; None where no source has a date.

    It is the date of the data: what was said later is not in it.
    """
    dates = (when.latest for s in tour.sources for when in (s.read, s.published) if when)
    return max(dates, default=None)


def as_of_words(tour: Tour) -> Message:
    """The date of the data in words, "" where there is none: ``4 April 2025``."""
    return series([as_of(tour)])


def as_of_line(tour: Tour) -> str:
    """The date of the data in a line, "" where there is none: ``Data as of 4 April 2025``."""
    date = as_of(tour)
    return tr("Data as of {date}", date=date) if date else ""


def undrawn_line(missing: Iterable[str]) -> Message:
    """That letters are missing from every typeface at hand."""
    return tr("No font here has these letters, shown as □: {names}.", names=series(missing))


def sentence(line: str) -> str:
    """The line with a point behind it, where it has none: a Russian date ends with one."""
    return line if line.endswith((".", "。")) else f"{line}."


def about(snapshot: Snapshot) -> list[str]:
    """Lines that a file says of itself: what it holds, the tour's summary, the date of its data, whose borders."""
    known = (contents(snapshot), snapshot.tour.summary, as_of_line(snapshot.tour))
    return [*filter(None, known), *notices(snapshot)]


def _counted(snapshot: Snapshot) -> Message:
    """So many events; of a tour without any, so many visits."""
    tour, whole = snapshot.tour, snapshot.whole
    if not whole.events:
        return _visits(len(tour.events or tour.visits), len(whole.visits))
    left, every = len(tour.events), len(whole.events)
    if left == every:
        return plural(every, "{n} event", "{n} events")
    if not left:
        return plural(every, "none of {n} event", "none of {n} events")
    return plural(every, "{left} of {n} event", "{left} of {n} events", left=left)


def _visits(left: int, every: int) -> Message:
    if not every:
        return tr("no visits")
    if left == every:
        return plural(every, "{n} visit", "{n} visits")
    if not left:
        return plural(every, "none of {n} visit", "none of {n} visits")
    return plural(every, "{left} of {n} visit", "{left} of {n} visits", left=left)


def _days(snapshot: Snapshot) -> When | str:
    tour, view = snapshot.tour, snapshot.view
    whens = [e.when for e in tour.events] or [v.when for v in tour.visits if v.when]
    if whens:
        return span(whens)
    if view.since and view.until:
        return days(view.since, view.until)
    if view.since:
        return tr("from {date}", date=view.since)
    return tr("until {date}", date=view.until) if view.until else ""


def days(first: dt.date, last: dt.date) -> When:
    """The days from the first to the last."""
    ends = [Moment(day.year, day.month, day.day) for day in (first, last)]
    return When(ends[0], ends[1] if first != last else None)


def span(whens: Iterable[When]) -> When:
    """The time from the first to the last of them, each end as precise as it is known; doubts and clocks left out.

    Raises ValueError where there is none.
    """
    ends = [replace(m, time=None, about=False, uncertain=False) for w in whens for m in (w.start, w.end or w.start)]
    first = min(ends, key=lambda moment: (moment.first_day, moment.precision))
    last = max(ends, key=lambda moment: (moment.last_day, -moment.precision))
    return When(first, None if first == last else last)


def _countries(snapshot: Snapshot) -> Message:
    tour = snapshot.tour
    codes = dict.fromkeys(record.place.country for record in tour.events or tour.visits)
    named = [country.name(code) for code in codes or snapshot.view.countries if code]
    return plural(len(named), "{n} country", "{n} countries") if len(named) > NAMED else listed(named)


def _filters(snapshot: Snapshot) -> Iterator[Message]:
    """The filters of the view in words, without those by day and country, which the line speaks of anyway."""
    tour, view = snapshot.whole, snapshot.view
    if view.travellers:
        yield tr("traveller: {names}", names=_any(_name(tour, id_) for id_ in view.travellers))
    if view.people:
        yield tr("person: {names}", names=_any(_name(tour, id_) for id_ in view.people))
    if view.kinds:
        yield tr("kind: {names}", names=_any(map(tour.label, view.kinds)))
    if view.topics:
        yield tr("topic: {names}", names=_any(map(tour.label, view.topics)))
    if view.statuses:
        yield tr("status: {names}", names=_any(map(status, view.statuses)))
    if view.text:
        yield tr("with the words “{text}”", text=clipped(view.text))
    if view.sure and (view.since or view.until):
        yield tr("only what surely lies within these days")


def _any(names: Iterable[str]) -> Message:
    return listed([name if isinstance(name, Message) else clipped(name) for name in names], "or")


def _name(tour: Tour, person: str) -> str:
    return tour.person[person].name if person in tour.person else person
