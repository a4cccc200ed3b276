"""What a cell says when it holds a date: one meaning, or several between which somebody has to choose.

`When.parse` reads dates as they are stored. This reads them as people and spreadsheets write them.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from mapapp.dates.clocks import Clock
from mapapp.dates.coarse import coarse, with_figures
from mapapp.dates.meaning import Reading
from mapapp.dates.partial import CENTURIES, Order, Partial, partials
from mapapp.dates.tokens import EITHER, RANGE, Sign, Token, tokens
from mapapp.errors import WhenError, clipped
from mapapp.message import listed, tr
from mapapp.when import WEEKDAYS, Moment, When

FORMS = tr("write YYYY-MM-DD, YYYY-MM or YYYY")
QUOTED = 120  # characters of a cell: a whole date fits in
LONGEST = 300  # characters of what is looked at as a date; some ways of looking take the square of it
_DAY = dt.timedelta(days=1)


def read(text: str, year: int | None = None) -> Reading:
    """The one meaning of a date. ``year`` is that of a date which states none.

    Raises WhenError where there is none, or where there are several: the sentence quotes the text and gives each.
    """
    found = readings(text, year)
    if len(found) > 1:
        said, forms = (listed([form(r.when) for r in found[:3]], "or") for form in (_itself, str))
        raise WhenError(tr("'{text}' may be {said}; write {forms}", text=clipped(text, QUOTED), said=said, forms=forms))
    return found[0]


def readings(text: str, year: int | None = None) -> tuple[Reading, ...]:
    """Everything that a text may mean as a date, this century first. Raises WhenError where that is nothing."""
    try:
        stated = When.parse(text)
        return (Reading(stated, remark=_of_other_calendar(stated)),)
    except WhenError as error:
        stored = str(error)
        if len(text) > LONGEST:
            raise
    run = tokens(with_figures(text)) or []
    backward: list[Reading] = []
    found = list(_single(run, year)) or list(_ranges(run, year, backward))
    found = list({(r.when, r.zones): r for r in found}.values())
    likely = [r for r in found if not r.short_year or r.when.start.year >= CENTURIES[0]]
    if len(likely) > 1:
        found = likely  # the doubt is greater than that about the century
    if not found and backward:
        found = [backward[0]._replace(remark=_turned(text, backward[0].when.start))]
    if not found and (when := coarse(text, year)):
        found = [Reading(when)]
    if not found:
        raise WhenError(_reason(text, run, stored))
    return tuple(found)


_ELSEWHERE = (range(1300, 1500), range(2443, 2600))  # last and this century, to the Persians and Islam, and in Thailand


def _of_other_calendar(when: When) -> str:
    """What is said of a day whose year is more likely one of the Persian, Islamic or Buddhist calendar; or ""."""
    year = when.start.year
    if when.start.month is None or not any(year in years for years in _ELSEWHERE):
        return ""
    return tr(
        "the year {year} is taken for one of our calendar; where it is Persian, Islamic or Buddhist, write our date",
        year=str(year),
    )


def _single(run: list[Token], year: int | None) -> Iterator[Reading]:
    if sum(isinstance(t, Sign) and t.kind == RANGE for t in run) not in (0, 2):
        return
    for partial in partials(run):
        if reading := _reading(partial, None, year):
            yield reading


def _ranges(run: list[Token], year: int | None, backward: list[Reading]) -> Iterator[Reading]:
    """Every way to part the text into a start and an end; those that go back on the clock go to ``backward``."""
    for at, token in enumerate(run):
        if not isinstance(token, Sign) or token.kind not in (RANGE, EITHER):
            continue
        firsts, lasts = _ends(run[:at], run[at + 1 :])
        for first in firsts:
            for last in lasts:
                for start, end in _completed(first, last):
                    reading = _reading(start, end, year)
                    if reading and not (reading.when.end and reading.when.end.ends < reading.when.start.begins):
                        yield reading
                    elif reading and start.clock and end.clock and _key(start) == _key(end):
                        backward.append(reading._replace(when=When(reading.when.start)))


def _ends(before: list[Token], behind: list[Token]) -> tuple[list[Partial], list[Partial]]:
    """What both ends may mean; where one states its day of the week, the other may, too: "mar. 24 – ven. 27 juin"."""
    firsts, lasts = partials(before), partials(behind)
    days = [any(partial.weekdays for partial in end) for end in (lasts, firsts)]
    more = [partials(run, day=True) if day else [] for run, day in zip((before, behind), days, strict=True)]
    return [*firsts, *more[0]], [*lasts, *more[1]]


def _completed(first: Partial, last: Partial) -> Iterator[tuple[Partial, Partial]]:
    """Both ends with what only the other states: 17–19 Feb 2009, March 27–28, 19:00–22:30."""
    if first.order and last.order and first.order != last.order and Order.NAMED not in (first.order, last.order):
        return  # nobody changes the order within one cell
    if first.clock and last.clock and last.dateless:
        yield first, replace(first, clock=last.clock, weekdays=(), overnight=True)
        return
    if first.clock and last.clock and first.dateless:
        yield replace(last, clock=first.clock), replace(last, overnight=True)
        return
    if first.dateless or last.dateless:
        return
    first, last = _unbared(first, last), _unbared(last, first)
    start = replace(first, month=first.month or last.month, year=first.year or last.year)
    end = replace(last, month=last.month or first.month, year=last.year or first.year)
    if (start.day is None) != (end.day is None) or (start.month is None) != (end.month is None):
        return
    if start.year and end.year and _key(start) > _key(end) and start.month != end.month:
        if not first.year and first.month:
            start = replace(start, year=start.year - 1)  # 27 December – 3 January 2026
        elif not last.year and last.month:
            end = replace(end, year=end.year + 1)
    yield start, end


def _unbared(one: Partial, other: Partial) -> Partial:
    """A number that stands alone as what the other end has finest."""
    if one.bare is None:
        return one
    if other.day is not None:
        return replace(one, day=one.bare, bare=None, order=other.order)
    if other.month is not None and other.order != Order.NAMED:
        return replace(one, month=one.bare, bare=None, order=other.order)
    return one


def _key(partial: Partial) -> tuple[int, int, int]:
    return partial.year or 0, partial.month or 0, partial.day or 0


def _reading(first: Partial, last: Partial | None, year: int | None) -> Reading | None:
    """The moments of a start and an end; None where the calendar does not have them or their days of the week."""
    ends = [replace(p, year=p.year or (year if p.month else None)) for p in (first, last or first)]
    start, end = map(_moment, ends)
    if start is None or end is None:
        return None
    if last and last.overnight and end.ends < start.begins:
        end = _on_next_day(end)
    zones = [p.clock.zone if p.clock else "" for p in ends]
    return Reading(
        When(start, end if end != start else None),
        first.order or (last.order if last else None),
        (zones[0] or zones[1], zones[1] or zones[0]),
        first.short_year or bool(last and last.short_year),
    )


def _moment(partial: Partial) -> Moment | None:
    clock = partial.clock
    if not partial.year or partial.bare is not None or (clock and not partial.day):
        return None
    try:
        dt.date(partial.year, partial.month or 1, partial.day or 1)
        moment = Moment(partial.year, partial.month, partial.day, None, partial.about, partial.uncertain)
        if partial.weekdays and (not partial.day or moment.first_day.weekday() not in partial.weekdays):
            return None
        if not clock:
            return moment
        timed = replace(moment, time=dt.time(clock.hour % 24, clock.minute))
        return _on_next_day(timed) if clock.hour == 24 else timed
    except (ValueError, OverflowError):
        return None


def _on_next_day(moment: Moment) -> Moment:
    day = moment.first_day + _DAY
    return replace(moment, year=day.year, month=day.month, day=day.day)


def _turned(text: str, start: Moment) -> str:
    """That a time goes back on the clock, with what its author may have meant."""
    last = (tokens(text) or [])[-1]
    end = ""
    if isinstance(last, Clock):
        on = _on_next_day(start)
        end = f": {start}/{replace(on, time=dt.time(last.hour % 24, last.minute))}"
    said = tr("'{text}' ends before it starts, and its end is left out", text=clipped(text, QUOTED))
    return tr("{said}; swap the two, or write the next day{end}", said=str(said), end=end)


def _reason(text: str, run: list[Token], stored: str) -> str:
    """Why a text is no date, and what to do about it."""
    cell = clipped(text, QUOTED)
    if " is not a date" not in stored:
        return stored  # it is written as it should be, and cannot be
    plain = [replace(p, weekdays=()) for p in partials(run)]
    days = {reading.when.start.first_day.weekday() for p in plain if (reading := _reading(p, None, None))}
    if len(days) == 1:
        return tr(
            "'{cell}' is a {weekdays}; correct the day of the week or the date",
            cell=cell,
            weekdays=WEEKDAYS[days.pop()],
        )
    dated = [p for p in plain if p.month and not p.year]
    if dated or any(partials(run[:at]) and partials(run[at + 1 :]) for at, t in enumerate(run) if isinstance(t, Sign)):
        return tr("'{cell}' names no year in four figures; {forms}", cell=cell, forms=FORMS)
    return tr("'{cell}' is not a date; {forms}", cell=cell, forms=FORMS)


def _itself(when: When) -> When:
    return when
