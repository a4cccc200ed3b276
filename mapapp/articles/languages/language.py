"""What every language says of itself: its words for journeys, meetings and time, and how it finds names."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mapapp.articles.cast import Cast
from mapapp.articles.datings import Expression
from mapapp.articles.geography import Geography
from mapapp.articles.tokens import Token


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in which names are looked for: its words and dates, the people known so far, and the gazetteer.

    ``article`` is the whole text, in which words have their positions.
    """

    article: str
    words: Sequence[Token]
    dates: Sequence[Token]
    cast: Cast
    geography: Geography


class Act(StrEnum):
    """What a verb or noun tells of."""

    TRAVEL = "travel"  # to be, go or come somewhere
    TRIP = "trip"  # a noun for it
    MEET = "meet"
    TALKS = "talks"  # a noun for it
    HOST = "host"  # to receive somebody
    ACT = "act"  # something that needs presence: open, attend, speak
    SAY = "say"
    LEAVE = "leave"
    RETURN = "return"
    ORIGIN = "origin"  # to be born, to come from
    CANCEL = "cancel"
    POSTPONE = "postpone"
    TAKE_PLACE = "take place"
    PREPARE = "prepare"  # what lies ahead of an event: review, prepare


class Language(ABC):
    """A language. Words are lemmas, in small letters; what a language does not say of itself, it has no words for."""

    code: str
    latin: bool  # whether it is written in the letters of the gazetteer's titles
    acts: Mapping[str, Act]
    lead: frozenset[str] = frozenset()  # prepositions that lead to a place: in, at, to, through
    away: frozenset[str] = frozenset()  # from
    bound: frozenset[str] = frozenset()  # for, behind a verb of leaving: left today for Riga
    towards: frozenset[str] = frozenset()  # those of ``lead`` that need a way: to, into
    visiting: frozenset[str] = frozenset()  # beginnings of words before somebody who is a guest: the visiting president
    taking: frozenset[str] = frozenset()  # verbs whose object is no place that is reached: to bring, to take
    phases: frozenset[str] = frozenset()  # verbs that reach a place only where a visit begins or ends: to complete
    making: frozenset[str] = frozenset()  # to make, which reaches a place by "to" alone
    no: frozenset[str] = frozenset()  # words by which something did not take place
    agreeing: frozenset[str] = frozenset()  # verbs behind which only what is to come stands
    begins: frozenset[str] = frozenset()  # verbs for the first day of a journey
    starting: frozenset[str] = frozenset()  # words before the first day of several
    reports: frozenset[str] = frozenset()  # to announce and the like: what is told then is another clause
    aside: frozenset[str] = frozenset()  # words before somebody who is spoken of and not met: about, for
    doers: frozenset[str] = frozenset()  # by, which stands before who does something as well as before a host
    indefinite: frozenset[str] = frozenset()  # a, an
    like: frozenset[str] = frozenset()  # words before an office that is nobody else: he serves as chairman
    remote: frozenset[str] = frozenset()  # words by which people did not meet in person
    sent: frozenset[str] = frozenset()  # offices held away from the country that they stand for
    rulers: frozenset[str] = frozenset()  # who receives guests at home: the president
    unseated: frozenset[str] = frozenset()  # words of offices that belong to no country: of the European Union
    former: frozenset[str] = frozenset()  # words beside a verb for an earlier journey: last visited
    behind: frozenset[str] = frozenset()  # after, following: what stands behind them came before
    reached: frozenset[str] = frozenset()  # verbs before which the place itself may stand: Ригу посетит министр
    visits: frozenset[str] = frozenset()  # nouns that take the place itself: посещение Риги
    speakers: frozenset[str] = frozenset()  # who tells of the journeys of others: the spokesman
    links: frozenset[str] = frozenset()  # headings behind which links to other articles stand: related news
    partners: frozenset[str] = frozenset()  # what stands behind a town that is only a partner: Riga’s twin city
    earlier: frozenset[str] = frozenset()  # words with which a sentence turns to what was before: earlier
    born: frozenset[str] = frozenset()  # verbs with which a life is told
    once: frozenset[str] = frozenset()  # what an office is called that somebody held: former
    press: frozenset[str] = frozenset()  # nouns for what is held before reporters
    spans: frozenset[str] = frozenset()  # units of time: two weeks after
    attending: frozenset[str] = frozenset()  # who is named behind it was there as well: present were
    pairs: Mapping[str, str]  # offices of several, and of one of them: the two presidents
    housing: frozenset[str] = frozenset()  # prepositions before a house: at
    chiefs: frozenset[str] = frozenset()  # words for whoever stands for a country: the Latvian leader
    heads: frozenset[str] = frozenset()  # who leads a ministry, said otherwise than minister
    inviting: frozenset[str] = frozenset()  # an invitation to visit a place is no visit yet
    ways: frozenset[str] = frozenset()  # on the way to a place
    sites: frozenset[str] = frozenset()  # what stands somewhere and may be spoken of elsewhere: a plant, a school
    regarding: frozenset[str] = frozenset()  # about, on
    signing: frozenset[str] = frozenset()  # to sign
    generic: frozenset[str] = frozenset()  # offices by which a text calls whoever travels: the minister, the envoy
    capital: str  # the word for one
    capitals: frozenset[str] = frozenset()  # words before a country and its city: the capital of Latvia, Riga
    institutions: frozenset[str] = frozenset()  # what may stand elsewhere than who is met: the embassy in Bern
    missions: frozenset[str] = (
        frozenset()
    )  # with a capital an institution, without one those who travel: the EU Delegation to Fiji
    bodies: frozenset[str] = frozenset()  # companies and the like, whose names look like those of people
    ever: frozenset[str] = frozenset()  # words before a date from which something holds: since 2010
    topics: frozenset[str] = (
        frozenset()
    )  # words before "in" that tell of something there and not of a stay: the war in Sudan
    company: frozenset[str] = frozenset()  # with, by
    between: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()  # words behind which an event still lies ahead: "ahead of", "preparations for"
    joins: frozenset[str] = frozenset()  # and, or
    clauses: frozenset[str] = frozenset()  # words with which a clause begins
    leading: frozenset[str] = frozenset()  # to lead a delegation
    relative: frozenset[str] = frozenset()  # who
    which: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()  # a step on in time: the date before it no longer holds
    there: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    they: frozenset[str] = frozenset()
    forerunners: frozenset[str] = frozenset()  # who held an office before, or will after: the predecessor
    denying: frozenset[str] = frozenset()  # verbs of what is denied, refused or ruled out
    wondering: frozenset[str] = frozenset()  # what is only asked or supposed: whether
    genders: tuple[frozenset[str], ...] = ()  # the words of ``he`` apart: he and him, she and her
    joining: frozenset[str] = frozenset()  # to become one of those who travel
    latter: frozenset[str] = frozenset()  # the one who was named last: the latter
    against: frozenset[str] = frozenset()  # what turns to another matter behind a comma: а
    settlements: frozenset[str] = frozenset()  # words behind which a name that no list knows is a place: город, село
    recalls: frozenset[str] = frozenset()  # words by which a sentence reminds of what was before: напомним
    houses: frozenset[str] = frozenset()  # what stands in a town whose name follows straight: аэропорт Риги
    groups: frozenset[str] = frozenset()  # the delegation, the group: those who travel
    future: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()  # home, back
    spoken: frozenset[str] = frozenset()  # including, such as: the list goes on
    halts: frozenset[str] = frozenset()  # what a place is said to be of a journey: Riga is the first stop
    stations: frozenset[str] = frozenset()  # what several places are together: countries, cities
    further: frozenset[str] = frozenset()  # the other countries, the remaining stops
    airports: frozenset[str] = frozenset()  # what stands before a name that is then no town: аэропорт Внуково
    of: frozenset[str] = frozenset()
    arrivals: frozenset[str] = frozenset()  # words with which a line of a programme tells that somebody comes
    departures: frozenset[str] = frozenset()  # and that somebody leaves
    skipped: frozenset[str] = frozenset()  # words that may stand between a preposition and a place
    expressions: tuple[Expression, ...]
    date_joins: Mapping[str, str]
    meeting_with: str  # a format with ``name``
    visit_to: str
    unstated: str  # the sentence of a stay without a place

    def describes(self, lemma: str) -> bool:
        """Whether a word may stand between a preposition and a place."""
        return lemma in self.skipped

    @abstractmethod
    def is_thing(self, before: Sequence[Token]) -> bool:
        """Whether the tokens before a verb, none of them a person, name a thing of which the verb tells."""

    def is_attribute(self, noun: Token, word: Token) -> bool:  # noqa: ARG002
        """Whether a word behind a noun tells of it alone what is where: "a company operated in"."""
        return False

    @abstractmethod
    def is_several(self, verb: Token) -> bool:
        """Whether the form of a verb says that several act."""

    def gender(self, name: str) -> int:  # noqa: ARG002
        """The number of the pronouns in ``genders`` that a name takes; -1 where it does not tell."""
        return -1

    @abstractmethod
    def is_own(self, word: Token) -> bool:
        """Whether it is a word of somebody who speaks of themselves or to others: I, our, you."""

    @abstractmethod
    def words(self, text: str, start: int) -> list[Token]:
        """The words of a paragraph that begins at ``start``, each with its lemma."""

    @abstractmethod
    def mentions(self, paragraph: Paragraph) -> list[Token]:
        """The dates, people, places and events of a paragraph, none within another."""
