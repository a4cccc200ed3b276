"""Dates in a text: the language finds them, `mapapp.dates` reads them, the day of publication anchors them."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mapapp.articles.tokens import Dating, Sort, Token
from mapapp.dates import anchored
from mapapp.dates.names import weekdays
from mapapp.message import tr
from mapapp.when import WEEKDAYS, Precision, When

UNTOLD = tr("The text counts from another day, which it does not state.")
OF_YEAR = {"last": -1, "this": 0, "next": 1}  # groups of a pattern that tell the year from that of the publication
_WEEK = 7  # days
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
HALF_A_YEAR = dt.timedelta(days=183)
OTHER_WEEK = tr("The text spoke of another week before, of which this day may be.")
NO_YEAR = tr("The text gives no year, and the date of publication is not known.")
YEAR_RULE = tr("The text gives no year; it follows from the date of publication.")


@dataclass(frozen=True, slots=True)
class Expression:
    """A way to write a date: a pattern, what it means, and by how much it is moved.

    ``meaning`` is "calendar" (the group ``date``, and perhaps one of `OF_YEAR`), "part" or "half" or "seven" (of the
    month ``date``), "weekday" (``name``, or a group of that name), "dayof" (that one of a week), "weekdays" (from that
    one to the group ``until``, or both in ``name``), "days" (from the publication), "after" (days from the date before
    it in the text), "weekend", "week", "month", "year" or "season" (``name``), "ago" (so many ``n`` of the unit
    ``name`` before).
    """

    meaning: str
    pattern: re.Pattern[str]
    shift: int = 0
    name: str = ""


class Calendar:
    """Reads the dates of one article in their order."""

    def __init__(self, expressions: tuple[Expression, ...], joins: Mapping[str, str], published: When | None) -> None:
        self._expressions = expressions
        self._joins = joins
        known = published and published.precision >= Precision.DAY
        self._published = published.earliest if published and known else None

    def __call__(self, text: str, start: int) -> Iterator[Token]:
        """The dates of a paragraph that begins at ``start``, none within another."""
        done = 0
        found = [(m.start(), -m.end(), n, m) for n, e in enumerate(self._expressions) for m in e.pattern.finditer(text)]
        for at, end, number, match in sorted(found, key=lambda f: f[:3]):
            if at < done:
                continue
            dating = self._dating(self._expressions[number], match)
            if dating:
                done = -end
                yield Token(start + at, start - end, match[0], "<date>", sort=Sort.DATE, when=dating)

    def _dating(self, expression: Expression, match: re.Match[str]) -> Dating | None:
        if expression.meaning in ("calendar", "part", "half", "seven"):
            return self._calendar(expression, match)
        if expression.meaning == "year":
            year = int(match["date"]) if match.re.groups else 0
            when = anchored.dated(str(year), None) if year else self._year(expression.shift)
            return Dating(*when, tr("A year alone.")) if when else None
        if expression.meaning == "ago":
            when = self._ago(expression.name, _count(match["n"]))
            return Dating(*when, tr("Told from the day of publication.")) if when else None
        if expression.meaning == "after":
            days = _count(match.groupdict().get("days") or "")
            rule = tr("Told from the day before it in the text.")
            return Dating(None, None, rule, UNTOLD, after=expression.shift, days=days)
        if self._published is None:
            return Dating(None, None, "", tr("The date is told from the day of publication, which is not known."))
        past, coming = self._told(expression, match, self._published)
        weekly = expression.meaning in ("weekday", "weekdays") and not expression.shift
        return Dating(past, coming, tr("Told from the day of publication."), weekly=weekly)

    def _told(self, expression: Expression, match: re.Match[str], published: dt.date) -> tuple[When, When]:
        shift = expression.shift
        if expression.meaning == "weekday":
            told = anchored.weekday(weekdays(expression.name or match["name"])[0], published, shift)
            return (told[shift > 0],) * 2 if shift else told
        if expression.meaning == "dayof":
            number = weekdays(expression.name or match["name"])[0]
            when = anchored.day(published + dt.timedelta(days=number - published.weekday() + 7 * shift))
            return when, when
        if expression.meaning == "weekdays":
            first, last = (expression.name or f"{match['name']} {match['until']}").split()
            return anchored.days_of_week(weekdays(first)[0], weekdays(last)[0], published)
        if expression.meaning == "week":
            return anchored.week(published, shift)
        if expression.meaning == "weekend":
            return anchored.weekend(published)
        if expression.meaning == "month":
            when = anchored.month(published, shift)
            when = anchored.part(when, expression.name) if expression.name else when
        elif expression.meaning == "season":
            when = anchored.season(expression.name, published, shift)
        else:
            when = anchored.day(published + dt.timedelta(days=shift))
        return when, when

    def _year(self, shift: int) -> tuple[When, When] | None:
        if self._published is None:
            return None
        return anchored.dated(str(self._published.year + shift), None)

    def _ago(self, unit: str, number: int) -> tuple[When, When] | None:
        """The day, week, month or year that lies so many of them before the publication."""
        if unit == "year" or self._published is None:
            return self._year(-number) if unit == "year" else None
        if unit == "week":
            return anchored.week(self._published, -number)
        when = (
            anchored.month(self._published, -number)
            if unit == "month"
            else anchored.day(self._published - dt.timedelta(days=number))
        )
        return when, when

    def _calendar(self, expression: Expression, match: re.Match[str]) -> Dating | None:
        text = re.sub(r"\b(?:the|of)\s+", "", match["date"].replace("−", "–").replace("‑", "–"))
        text = re.sub(r"\bмае\b", "мая", text, flags=re.IGNORECASE)
        for word, sign in self._joins.items():
            text = re.sub(rf"\s+{word}\s+", f" {sign} ", text)
        shift = next((n for said, n in OF_YEAR.items() if match.groupdict().get(said)), None)
        if shift is not None and self._published is not None:
            text = f"{text} {self._published.year + shift}"
        found = anchored.dated(" ".join(text.split()), self._published)
        if found is None:
            return Dating(None, None, "", NO_YEAR) if self._published is None else None
        if expression.meaning == "part":
            found = anchored.part(found[0], expression.name), anchored.part(found[1], expression.name)
        if expression.meaning == "half":
            found = anchored.half(found[0], expression.name), anchored.half(found[1], expression.name)
        if expression.meaning == "seven":
            found = anchored.seven(found[0], expression.shift), anchored.seven(found[1], expression.shift)
        said = _weekday(match.groupdict().get("name") or "")
        stated = re.search(r"\d{4}", match["date"])
        return Dating(*found, tr("The text states the date.") if stated else YEAR_RULE, weekday=said)


def _weekday(word: str) -> int | None:
    """The number of a day of the week, in the accusative too: "пятницу"."""
    ends = (word, f"{word[:-1]}а") if word else ()
    return next((found[0] for form in ends if (found := weekdays(form))), None)


def _count(word: str) -> int:
    """The number that a word or a figure says; 1 for none."""
    return int(word) if word.isdigit() else 1 + _NUMBERS.index(word.casefold()) if word.casefold() in _NUMBERS else 1


def _moved(told: When, first: dt.date) -> When:
    """A day, or some days, as those that begin with ``first``."""
    start, end = anchored.day(first), anchored.day(first + (told.latest - told.earliest))
    return When(start.start, end.start) if told.end else start


def _in_week(dating: Dating, coming: bool | None, published: When | None, last: When) -> When | None:
    """The day of the week that was told before it, "last week", or behind a day of the week after this one."""
    told = dating.coming if coming else dating.past
    if told is None or published is None:
        return None
    if (last.latest - last.earliest).days == _WEEK - 1 and coming != (last.latest < published.earliest):
        return _moved(told, last.earliest + dt.timedelta(days=told.earliest.weekday()))
    sunday = published.earliest + dt.timedelta(days=_WEEK - 1 - published.earliest.weekday())
    if coming and anchored.is_day(last) and sunday < last.earliest and told.earliest < last.earliest:
        ahead = (told.earliest - last.earliest).days % _WEEK
        return (
            anchored.day(last.earliest + dt.timedelta(days=ahead)) if last.earliest.weekday() + ahead < _WEEK else None
        )
    return None


def chosen(
    dating: Dating, coming: bool | None, published: When | None, last: When | None = None
) -> tuple[When | None, str]:
    """The date that is meant in a sentence on the past or on what is to come (None: it does not tell), and a doubt.

    ``last`` is the date before it in the text, from which "the following day" counts.
    """
    if dating.after is not None and last and anchored.is_day(last):
        first = anchored.day(last.earliest + dt.timedelta(days=dating.after))
        until = anchored.day(last.earliest + dt.timedelta(days=dating.after + dating.days - 1))
        return (When(first.start, until.start) if dating.days > 1 else first), ""
    if dating.past is None or dating.coming is None:
        return None, dating.doubt
    if dating.weekly and last and (day := _in_week(dating, coming, published, last)):
        return day, OTHER_WEEK
    if dating.weekly and not coming and last and not last.about and last.precision >= Precision.DAY:
        ahead = (dating.past.earliest - last.latest).days
        if ahead >= _WEEK:  # told in order: "on Monday, 11 August ... on Tuesday"
            return _moved(dating.past, last.latest + dt.timedelta(days=ahead % _WEEK)), ""
    if dating.weekly and coming is None and last and published and last.earliest > published.latest:
        coming = True  # a list of what is to come, in the present tense
    far = coming is False and published and published.earliest - dating.past.latest > HALF_A_YEAR
    if published and (coming is None or far):
        when = anchored.nearest(dating.past, dating.coming, published.latest)
    else:
        when = dating.coming if coming else dating.past
    if dating.weekday is None or when.earliest.weekday() == dating.weekday:
        return when, dating.doubt
    return when, tr(
        "{weekdays} is not the day of the week of {describe}.",
        weekdays=WEEKDAYS[dating.weekday],
        describe=when,
    )
