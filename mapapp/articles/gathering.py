"""Statements put together: one for each thing, whose journey it is, and where a meeting without a place was."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from mapapp.articles.homes import at_body, at_home, is_sent, own_seat
from mapapp.articles.languages.language import Language
from mapapp.articles.merging import is_exacter, merged, overlap, spot_key
from mapapp.articles.naming import with_guests, with_names
from mapapp.articles.records import Article, Kind, Party, Quote, Reason
from mapapp.articles.statements import Statement
from mapapp.articles.tokens import Sort
from mapapp.dates.anchored import is_day
from mapapp.folding import fold
from mapapp.message import tr
from mapapp.tour import Status
from mapapp.when import Precision, When

LONG_AGO = dt.timedelta(days=60)  # before the publication: background, not the journey that the article reports
_APART = dt.timedelta(days=3)  # between two journeys
_LONG_BEFORE = dt.timedelta(days=10)  # the journey that is told


class Gathering:
    """The statements of one article. ``refused`` gains the places of those that are set aside.

    ``lands`` are the countries of the dateline and of the title: who meets their ministers may well be there.
    """

    def __init__(
        self,
        article: Article,
        statements: Sequence[Statement],
        refused: dict[Quote, Reason],
        language: Language,
        lands: Collection[str] = (),
    ) -> None:
        self._article, self._refused = article, refused
        self._lands = {*lands}
        self._all = with_names(statements)
        self._main: Party | None = None
        self._sent = {fold(word) for word in language.sent}
        self._speakers = {fold(word) for word in language.speakers}
        self._rulers = {fold(word) for word in language.rulers}
        self._spread: set[int] = set()

    def __call__(self) -> list[Statement]:
        """What is left, in the order of the text."""
        self._all = [s for s in self._all if not self._background(s)]
        self._main = self._most_told()
        kept = [s for s in with_guests(self._all, self._main) if not self._home(s)]
        kept = [s for s in kept if not (s.travellers and (self._speaks(s) or self._others_journey(s, kept)))]
        kept = [s for s in kept if not self._before(s, kept)]
        for statement in kept:
            self._give_country(statement, kept)
        found = merged(kept)
        self._main = self._most_told()  # where statements were merged, travellers were named
        for statement in found:
            statement.faint = statement.faint or self._doubtful(statement, found)
        _date_by_neighbours(found)
        self._spread = _spread(found)
        return self._without_bare_visits(found)

    def _most_told(self) -> Party | None:
        """Who travels: whoever most statements are about, the first one of equals."""
        told = [s for s in self._all if s.place or s.others]
        counts = Counter(t for s in told for t in s.travellers if not self._speakers & {*fold(t.role).split()})
        placed = {
            id(t) for s in self._all for t in s.travellers if s.place
        }  # who only receives somebody is no traveller
        return max(counts, key=lambda p: (id(p) in placed, counts[p])) if counts else None

    def _refuse(self, statement: Statement, reason: Reason) -> None:
        if statement.place:
            self._refused.setdefault(statement.place.quote, reason)

    def _background(self, statement: Statement) -> bool:
        published, when = self._article.published, statement.when
        if not published or not when:
            return False
        held = statement.status == Status.HELD
        year = when.precision == Precision.YEAR and when.latest.year < published.earliest.year + held
        old = year or when.latest < published.earliest - LONG_AGO
        if old:
            self._refuse(statement, Reason.OTHER)
        return old

    def _home(self, statement: Statement) -> bool:
        """Whether somebody is where they are at home: that is no stop of a journey."""
        home = own_seat(statement) or at_home(statement, self._sent) or at_body(statement)
        if home:
            self._refuse(statement, Reason.HOME)
        return home

    def _speaks(self, statement: Statement) -> bool:
        """Whether it tells of a spokesman alone, who speaks of the journeys of others."""
        speaks = all(self._speakers & {*fold(t.role).split()} for t in statement.travellers)
        if speaks:
            self._refuse(statement, Reason.OTHER)
        return speaks

    def _before(self, statement: Statement, kept: Sequence[Statement]) -> bool:
        """Whether a sentence that turns to what was before, "Earlier, in May", tells of an earlier journey."""
        if not statement.recalled or statement.status != Status.HELD or not statement.travellers:
            return False
        others = [s for s in kept if not s.recalled and set(s.travellers) & set(statement.travellers)]
        times = [s.when.earliest for s in others if s.when]
        published = [self._article.published.earliest - _APART] if self._article.published else []
        start = min(times or published, default=None)
        before = bool(statement.when and start and statement.when.latest < start - _APART)
        if before:
            self._refuse(statement, Reason.OTHER)
        elif statement.when is None and spot_key(statement) not in {spot_key(s) for s in others}:
            statement.faint = True
        return before

    def _others_journey(self, statement: Statement, kept: Sequence[Statement]) -> bool:
        """Whether it tells of the journey of somebody who only comes up once, at no place of the main journey."""
        main = self._main
        if main is None or main in statement.travellers:
            return False
        said = statement.kind == Kind.STATEMENT and statement.faint  # "an official told the agency in Riga"
        if said or (main.name and not any(t.name for t in statement.travellers)):
            self._refuse(statement, Reason.OTHER)
            return True
        places = {spot_key(s) for s in kept if main in s.travellers}
        own = [s for s in kept if set(s.travellers) & set(statement.travellers) and not _is_home(s)]
        at_home = _is_home(statement)
        joint = any({*s.travellers} & {*statement.travellers} and main in s.travellers for s in kept)
        times = [s.when.earliest for s in kept if s.when and main in s.travellers]
        before = bool(statement.when and times and statement.when.latest < min(times) - _APART)  # "in April"
        if statement.status == Status.HELD and self._long_before(statement, own, times):
            self._refuse(statement, Reason.OTHER)
            return True
        beside = statement.place is not None and spot_key(statement) in places and not at_home and not before
        hosts = {p for s in kept if main in s.travellers for p, _ in s.others}
        if not at_home and any(p in hosts for p, _ in statement.others):
            return False  # another guest of the same host
        if statement.place is None:
            beside = any(spot_key(s) in places for s in own)
        if not at_home and (joint or beside or len(own) > 1):
            return False
        self._refuse(statement, Reason.OTHER)
        return True

    def _long_before(self, statement: Statement, own: Sequence[Statement], times: Sequence[dt.date]) -> bool:
        """Whether it was before the journey of the article, and no news when that was published."""
        days = [s.when.latest for s in ((statement,) if statement.when else own) if s.when]
        published = self._article.published
        return bool(days and times and published and max(days) < min(*times, published.earliest) - _APART)

    def _doubtful(self, statement: Statement, kept: Sequence[Statement]) -> bool:
        """Whether it is perhaps an earlier journey, or somebody at home whom a list made a traveller."""
        main = self._main
        if main is None or not statement.travellers or statement.status != Status.HELD:
            return False
        if main not in statement.travellers:
            own = [s for s in kept if s.place and set(s.travellers) & set(statement.travellers)]
            return len(own) == 1 and not own[0].moved and own[0].kind != Kind.VISIT
        times = [s.when.earliest for s in kept if s is not statement and s.when and main in s.travellers]
        return bool(statement.when and times and statement.when.latest < min(times) - _LONG_BEFORE)

    def _give_country(self, statement: Statement, kept: Sequence[Statement]) -> None:
        """The country of a meeting whose sentence names no place: that of the host, else that of the last stop."""
        if statement.place or statement.country or not statement.travellers:
            return
        traveller = statement.travellers[0]
        hosts = [p.country for p, _ in statement.others if self._hosts(p, traveller)]
        before = [s for s in kept if traveller in s.travellers and s.place and s.quote.start <= statement.quote.start]
        if statement.status == Status.HELD:  # what is told of before they set out was not there
            before = [s for s in before if s.status != Status.ANNOUNCED or s.quote == statement.quote]
        after = [s for s in kept if traveller in s.travellers and s.place]
        visited = {s.land for s in after}
        last = {s.land for s in before if s.quote == before[-1].quote}
        if statement.kind == Kind.CONFERENCE and statement.status == Status.ANNOUNCED:
            return  # what is to come may be anywhere
        stated = next((h for h in hosts if h in visited | self._lands), "")
        later = all(_later(statement, s) for s in before)  # on the same day a host came along
        one = len(set(hosts)) == 1 and len(hosts) == len(statement.others)
        if stated or (one and (later or not before) and (after or self._receives(statement))):
            statement.country = stated or hosts[0]
            statement.faint = not stated
        elif len(last) == 1:  # of several countries: that is no visit to one of them
            statement.country = last.pop()

    def _receives(self, statement: Statement) -> bool:
        """Whether somebody who is met receives guests at home, as presidents do; ministers meet on the way as well."""
        return any({*fold(p.role).split()} & self._rulers for p, _ in statement.others)

    def _hosts(self, party: Party, traveller: Party) -> bool:
        """Whether somebody who is met stands for another country than the traveller's, and is at home there."""
        return bool(party.country) and party.country != traveller.country and not is_sent(party, self._sent)

    def _without_bare_visits(self, kept: Sequence[Statement]) -> list[Statement]:
        """Without statements that say only that somebody was where other ones say what they did: these get the date."""
        found = []
        for visit in sorted(kept, key=lambda s: s.place is not None and s.place.sort == Sort.COUNTRY):
            if visit.kind != Kind.VISIT:
                found.append(visit)
                continue
            richer = [s for s in kept if s is not visit and s.kind != Kind.VISIT and _covers(visit, s)]
            if visit.status == Status.HELD and all(s.status == Status.ANNOUNCED for s in richer):
                for other in richer:
                    self._lend(other, visit)
                richer = []  # they are there, what they came for lies ahead
            exact = [s for s in kept if s is not visit and s.kind == Kind.VISIT and _within(visit, s)]
            for other in richer:
                other.sources += (visit.quote, *((visit.place.quote,) if visit.place else ()))
                self._lend(other, visit)
            if (
                visit.came
                and visit.status == Status.HELD
                and exact
                and all(s.status == Status.ANNOUNCED for s in exact)
            ):
                for other in exact:
                    self._lend(visit, other)
                exact = []  # who has come is there, though the days are yet to pass
            for other in exact:
                self._lend(other, visit)
            if not richer and not exact:
                found.append(visit)
        return found

    def _lend(self, other: Statement, visit: Statement) -> None:
        """Give a date to a statement that has none, or to a stay that is told less exactly."""
        if visit.when is not None and (other.when is None or is_exacter(visit.when, other.when)):
            other.when, other.date = visit.when, visit.date
            other.stay = visit.when.end is not None and id(visit.date) not in self._spread
            other.doubt = visit.doubt if other.stay else LENT
        if visit.status in (Status.CANCELLED, Status.POSTPONED) and other.status in (Status.ANNOUNCED, Status.HELD):
            other.status = visit.status


def _spread(statements: Sequence[Statement]) -> set[int]:
    """The ids of the words of dates that hold for several countries: the days of a tour, not of one of its stops."""
    lands: dict[int, set[str]] = {}
    for statement in statements:
        lands.setdefault(id(statement.date), set()).add(statement.land)
    return {date for date, found in lands.items() if len(found - {""}) > 1}


def _date_by_neighbours(statements: Sequence[Statement]) -> None:
    """What somebody did without a day, told straight behind an event of that place: about the day of the event."""
    ordered = sorted(statements, key=lambda s: s.quote)
    for before, statement in pairwise(ordered):
        beside = before.kind == Kind.CONFERENCE and statement.kind == Kind.STATEMENT and statement.when is None
        if beside and before.when and is_day(before.when) and spot_key(before) == spot_key(statement) != "":
            statement.when = When(replace(before.when.start, about=True))
            statement.date, statement.doubt = before.date, NEAR


NEAR = tr("The sentence states no day; it follows upon an event of this day at the same place.")
LENT = tr("The sentence states no day; this is the time of the visit.")


def _is_home(statement: Statement) -> bool:
    country = statement.land
    return bool(country) and any(t.country == country for t in statement.travellers)


def _covers(visit: Statement, other: Statement) -> bool:
    """Whether the other statement is about the same stay: same people, same place, or within the visited country."""
    if not set(visit.travellers) & set(other.travellers):
        return False
    same = spot_key(visit) == spot_key(other)
    country = visit.place is not None and visit.place.sort == Sort.COUNTRY and visit.land == other.land
    if not (same or country):
        return False
    return not visit.when or not other.when or overlap(visit.when, other.when)


def _within(visit: Statement, other: Statement) -> bool:
    """Whether a visit to a country, or one without a date, is told more exactly by another visit."""
    if not set(visit.travellers) & set(other.travellers) or visit.place is None or other.place is None:
        return False
    if visit.place.sort == Sort.COUNTRY and other.place.sort == Sort.PLACE and visit.land == other.land:
        return True
    if spot_key(visit) != spot_key(other):
        return False
    later = other.quote > visit.quote or (other.quote == visit.quote and other.place.start > visit.place.start)
    if visit.when is None or visit.when == other.when:
        return other.when != visit.when or not later
    if other.when is None or not _holds(visit.when, other.when):
        return False
    exact = not visit.when.about and visit.when.precision >= Precision.DAY
    return not (exact and visit.when.earliest == other.when.earliest)  # who came on the 5th stayed until the 6th


def _holds(wide: When, narrow: When) -> bool:
    (a, b), (c, d) = wide.reach, narrow.reach
    return a <= c and d <= b


def _later(statement: Statement, other: Statement) -> bool:
    """Whether one is told to be on a later day than the other."""
    return bool(statement.when and other.when and statement.when.earliest > other.when.latest)
