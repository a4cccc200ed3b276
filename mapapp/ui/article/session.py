"""What one reader is reading: an article, what was read from it and what was decided, kept nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import streamlit as st

from mapapp import library
from mapapp.articles import marking, reviewing
from mapapp.articles.languages import language_of
from mapapp.articles.reading import Understood, understood
from mapapp.articles.records import Article, Proposal, Quote, Reading, Spot
from mapapp.articles.stays import stops
from mapapp.articles.tables import people
from mapapp.articles.tokens import Sort
from mapapp.errors import MapappError
from mapapp.ui.text import sentence

_WORK, _WRONG, WRONG_KEY = "article_work", "article_wrong", "article_wrong_key"


@dataclass(frozen=True, eq=False)
class Work:
    """An article as it was read, with the changes of the reader, and which proposals were taken or left out.

    ``into`` is the id of the tour of the library to which it is added, "" for a new one. ``hand`` is the key of the
    proposal in hand, "" where none is.
    """

    own: Understood
    taken: frozenset[str] = field(default_factory=frozenset)
    left: frozenset[str] = field(default_factory=frozenset)
    hand: str = ""
    into: str = ""

    @property
    def reading(self) -> Reading:
        """What was read."""
        return self.own.reading

    @property
    def open(self) -> tuple[Proposal, ...]:
        """The proposals about which nothing is decided."""
        return tuple(p for p in self.reading.proposals if p.key not in self.taken | self.left)

    @property
    def current(self) -> Proposal | None:
        """The proposal in hand, the first open one where none is."""
        held = next((p for p in self.reading.proposals if p.key == self.hand), None)
        return held or next(iter(self.open), None)

    def towns(self, country: str) -> list[tuple[Spot, int]]:
        """The towns of a country that the text names, each once, with the paragraph that names it first."""
        tokens = [t for tokens in self.own.paragraphs for t in tokens if t.sort == Sort.PLACE and t.spot]
        found = {t.spot.place.id: t for t in reversed(tokens) if t.spot and t.spot.place}
        here = sorted((t for t in found.values() if t.spot and t.spot.country == country), key=lambda t: t.start)
        return [(t.spot, self.reading.article.paragraph(t.start)) for t in here if t.spot]

    def with_proposals(self, proposals: tuple[Proposal, ...]) -> "Work":
        """The same with other proposals, in the order of the text."""
        ordered = tuple(sorted(proposals, key=lambda p: p.quote))
        reading = replace(self.reading, proposals=ordered, stops=stops(ordered))
        return replace(self, own=replace(self.own, reading=reading))


def work() -> Work | None:
    """What the reader has brought, None before that."""
    held = st.session_state.get(_WORK)
    return held if isinstance(held, Work) else None


def put(made: Work | None) -> None:
    """Keep another state of it; None for none."""
    st.session_state[_WORK] = made


def wrong(key: str = "") -> str:
    """The last sentence on what could not be done, of the proposal with that key or of the page."""
    return st.session_state.get(_WRONG, "") if st.session_state.get(WRONG_KEY, "") == key else ""


def say(words: str, key: str = "") -> None:
    """Show a sentence on the page or on a proposal; "" for none."""
    st.session_state.update({_WRONG: words, WRONG_KEY: key})


def begin(article: Article, into: str = "") -> None:
    """Read an article for a new tour, or for one of the library. Raises MapappError."""
    put(Work(_read(article, into), into=into))


def again(article: Article, into: str) -> None:
    """Read it again with what is now known of it; changes, marks and decisions stay. Raises MapappError."""
    made = work()
    if made is None:
        return
    new = _read(article, into)
    own = replace(new, reading=reviewing.renewed(made.reading, new.reading))
    put(replace(made, own=own, into=into))


def _read(article: Article, into: str) -> Understood:
    known = people(library.contents(into)) if into else []
    return understood(article, language_of(article.language), known)


def decide(key: str, how: str) -> None:
    """Take a proposal ("take"), leave it out ("leave") or put it back (""), and go on to the next open one."""
    made = work()
    if made is None:
        return
    order = [p.key for p in made.open]
    behind = order[order.index(key) + 1 :] if key in order else []
    sets = {"take": made.taken - {key}, "leave": made.left - {key}}
    if how:
        sets[how] |= {key}
    hand = (behind or [""])[0] if how else key
    put(replace(made, taken=sets["take"], left=sets["leave"], hand=hand))


def hold(key: str) -> None:
    """Take the proposal with that key in hand."""
    made = work()
    if made and any(p.key == key for p in made.reading.proposals):
        put(replace(made, hand=key))


def take_sure() -> None:
    """Take all open proposals that are sure."""
    if made := work():
        put(replace(made, taken=made.taken | {p.key for p in made.open if p.sure}, hand=""))


def step(by: int) -> None:
    """Take the next open proposal in hand, or the one before; after the last comes the first."""
    made = work()
    if made and made.open:
        order = [p.key for p in made.open]
        at = order.index(made.current.key) if made.current and made.current.key in order else -by
        put(replace(made, hand=order[(at + by) % len(order)]))


def change(key: str, changed: Callable[[Proposal], Proposal]) -> None:
    """Put the changed proposal in place, or keep the sentence on why it cannot be."""
    if made := work():
        say("")
        try:
            proposals = tuple(changed(p) if p.key == key else p for p in made.reading.proposals)
            put(replace(made.with_proposals(proposals), hand=key))
        except MapappError as error:
            say(sentence(error), key)


def mark(what: str, start: int, end: int) -> None:
    """Make of selected words a new "stop" or "event", or "place", "date", "person" of the proposal in hand."""
    made = work()
    if made is None:
        return
    say("")
    try:
        quote = marking.snapped(made.reading.article, start, end)
        if what in ("stop", "event"):
            _add(made, what, quote)
        elif made.current and what in _VALUES:
            key, give = made.current.key, _VALUES[what]
            change(key, lambda proposal: give(made.own, proposal, quote))
    except MapappError as error:
        say(sentence(error))


def _add(made: Work, what: str, quote: Quote) -> None:
    taken = {p.key for p in made.reading.proposals}
    key = next(k for n in range(1, len(taken) + 2) if (k := f"{marking.MARKED}{n}") not in taken)
    new = marking.stop(made.own, quote, key) if what == "stop" else marking.event(made.own, quote, key)
    put(replace(made.with_proposals((*made.reading.proposals, new)), hand=key))


_VALUES: dict[str, Callable[[Understood, Proposal, Quote], Proposal]] = {
    "place": marking.with_place,
    "date": marking.with_date,
    "person": marking.with_person,
}
