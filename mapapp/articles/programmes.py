"""A programme day by day: a date at the head of a line, under it lines with a time or a bullet, often without a verb.

Thursday, 27 March 2025, Ashgabat
10:00 Meeting with Foreign Minister Ada Testa
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mapapp.articles.actors import known
from mapapp.articles.clause import FINITE, PLACES, TRIPS
from mapapp.articles.datings import chosen
from mapapp.articles.records import Article, Kind, Party, Quote
from mapapp.articles.statements import Scene, Statement
from mapapp.articles.tokens import Sort, Token
from mapapp.dates.names import weekdays
from mapapp.tour import Status
from mapapp.when import When

_BULLET = r"(?:[•▪◦‣*–—-]\s*)?"
_TIME = re.compile(
    rf"{_BULLET}(?:at\s+|в\s+)?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d|\.\d)"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\s*[–—-]\s*\d{1,2}[:.]\d{2}")
_MARK = re.compile(rf"{_BULLET}\s*[–—:,-]?\s*")
_LONGEST_HEAD = 12  # tokens of a line that is a heading
_LONGEST_ITEM = 40
_NOON = 12


@dataclass(slots=True)
class Programme:
    """The day under which the lines stand, and where the last of them were; who travels is told beforehand."""

    scene: Scene
    article: Article
    traveller: Party | None = None
    day: Token | None = None
    place: Token | None = None
    head: Token | None = None  # the place that stands beside the day

    def __call__(self, tokens: Sequence[Token], paragraph: Quote) -> list[Statement] | None:
        """What a paragraph of a programme states, nothing for a heading; None for a paragraph that is none of it."""
        if self.day is None:
            self.traveller = next(iter(self.scene.focus), None) or self.traveller
            self.traveller = self.traveller or next((t.party for t in tokens if t.party), None)
        rest, headed = self._headed(tokens)
        if not rest and headed:
            return []
        items = list(self._items(rest, paragraph))
        if self.day is None or not items or (not headed and not self._goes_on(paragraph, items)):
            self.day = None if not headed else self.day
            return None if not headed or rest else []
        return [made for item, hour in items for made in self._item(item, hour)]

    def _goes_on(self, paragraph: Quote, items: Sequence[tuple[list[Token], str]]) -> bool:
        """Whether a line under a heading is of the programme: by a time, a bullet, or as a short one without a verb.

        The last is not enough under the day of the publication or an older one: that is where a report says its day.
        """
        if any(hour for _, hour in items) or re.match(r"[•▪◦‣*–—-]", self.article.words(paragraph)):
            return True
        written = self.scene.published
        when = chosen(self.day.when, None, written)[0] if self.day and self.day.when else None
        if when and written and when.latest <= written.latest:
            return False
        words = items[0][0]
        short = len(words) <= 2 * _LONGEST_HEAD and words[-1].text not in ".!?"
        return short and not any(t.form in FINITE for t in words)

    def _headed(self, tokens: Sequence[Token]) -> tuple[Sequence[Token], bool]:
        """The tokens behind a date that begins a line as a heading, and whether one does."""
        first = next((i for i, t in enumerate(tokens) if t.text.isalnum() or t.sort != Sort.WORD), 0)
        if first >= len(tokens) or tokens[first].sort != Sort.DATE:
            return tokens, False
        at = first + 1
        while at < len(tokens) and (tokens[at].sort in (Sort.DATE, *PLACES) or _between(tokens[at])):
            at += 1
        if (
            at < len(tokens)
            and tokens[at].text == ":"
            and all(t.sort in PLACES or t.text == "," for t in tokens[at + 1 :])
        ):
            at = len(tokens)
        closed = at >= len(tokens) or tokens[at].text in ":" or _hour_at(self.article, tokens[at]) is not None
        if not closed or at > _LONGEST_HEAD:
            return tokens, False
        self.day = tokens[first]
        self.head = next((t for t in tokens[first:at] if t.sort == Sort.PLACE), None)
        self.place = self.head or self.place
        return tokens[at + (at < len(tokens) and tokens[at].text == ":") :], True

    def _items(self, tokens: Sequence[Token], paragraph: Quote) -> Iterator[tuple[list[Token], str]]:
        """The lines of a paragraph: each begins with a time, or is the whole of it; with the time, "" for none."""
        starts: list[int] = []
        until_ = 0
        for i, token in enumerate(tokens):
            if (hour := _hour_at(self.article, token)) and token.start >= until_:
                starts.append(i)
                until_ = _end_of_time(self.article, hour)
        for start, end in zip(starts or [0], [*starts[1:], len(tokens)], strict=True):
            part = list(tokens[start:end])
            match = _hour_at(self.article, part[0]) if part else None
            text, behind = self.article.text, part[0].start if part else paragraph.start
            if match:
                behind = _end_of_time(self.article, match)
            mark = _MARK.match(text, behind)
            behind = mark.end() if mark else behind
            item = [t for t in part if t.start >= behind]
            if item and len(item) <= _LONGEST_ITEM:
                yield item, _clock(match) if match else ""

    def _item(self, item: list[Token], hour: str) -> list[Statement]:
        language, tokens = self.scene.language, [known(self.scene, token) for token in item]
        last = max(i for i, t in enumerate(tokens) if i == 0 or t.text not in ".;,")
        quote = Quote(tokens[0].start, tokens[last].end)
        first = next((t for t in tokens if t.sort == Sort.WORD and t.text.isalpha()), tokens[0])
        towns = [t for t in tokens if t.sort == Sort.PLACE]
        if first.lemma in language.departures:
            self.place = self.head = None
            return []
        came = first.lemma in language.arrivals or language.acts.get(first.lemma) in TRIPS
        self.place = towns[-1] if towns else self.place
        others = tuple((t.party, t.quote) for t in tokens if t.party and t.party is not self.traveller)
        kind = Kind.VISIT if came and towns and not others else Kind.MEETING if others else Kind.STATEMENT
        travellers = (self.traveller,) if self.traveller else ()
        if not travellers and kind != Kind.STATEMENT:
            kind = Kind.STATEMENT
        made = Statement(
            kind, travellers, others, self.place, None, Status.ANNOUNCED, quote,
            date=self.day, headed=True, inherited=not towns and self.place not in (None, self.head),
        )  # fmt: skip
        made.title = quote if kind == Kind.STATEMENT else None
        if self.day and self.day.when:
            when, made.doubt = chosen(self.day.when, None, self.scene.published, self.scene.date)
            made.when = _at(when, hour) if when else None
        return [made]


def _between(token: Token) -> bool:
    """Whether it may stand in a heading beside its date: a mark, or a day of the week."""
    return token.text in {",", "(", ")", "–", "—", "-"} or bool(weekdays(token.text))


def _at(when: When, hour: str) -> When:
    """The day with a time, where it is one day."""
    if not hour or when.end is not None or when.start.day is None:
        return when
    return When(replace(when.start, time=dt.time.fromisoformat(hour)))


def _clock(match: re.Match[str]) -> str:
    """A time as of twenty-four hours."""
    hour, half = int(match["hour"]), (match["half"] or "").casefold()
    hour = hour % _NOON + _NOON * (half == "p") if half and hour <= _NOON else hour
    return f"{hour:02}:{match['minute']}"


def _hour_at(article: Article, token: Token) -> re.Match[str] | None:
    """The time that begins at a token."""
    return _TIME.match(article.text, token.start) if token.sort == Sort.WORD else None


def _end_of_time(article: Article, hour: re.Match[str]) -> int:
    """Where a time ends, or the later one of "10:00 – 11:30"."""
    until = _UNTIL.match(article.text, hour.end())
    return until.end() if until else hour.end()
