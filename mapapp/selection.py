"""A tour seen through a filter is a smaller tour.

The events stand in one pandas table of truth values, a column for each value that can be asked for. It is made once for
a tour and kept, so that a filter costs a few vector operations however many events there are.
"""

import base64
import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Any

import numpy as np
import pandas as pd

from mapapp import country, story
from mapapp.catalogue.coordinates import GIVEN
from mapapp.languages import ENGLISH, translated
from mapapp.message import others_of
from mapapp.place import Place, place_name
from mapapp.scene import VISIT, Scene
from mapapp.tour import Event, Tour, Visit, cited
from mapapp.view import FILTERS, View
from mapapp.words.language import Words

Mask = np.ndarray[Any, np.dtype[np.bool_]]
_KEPT = 16  # tours whose tables are kept; that of a tour of 10,000 events has about 3 MB


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter by values: which field of the view it is, and which values each event has."""

    name: str
    values: Callable[[Tour, Event], Iterable[str]]


FACETS = (
    Facet("countries", lambda _, event: [event.place.country] if event.place.country else []),
    Facet("travellers", lambda tour, event: map(tour.known_as, tour.travellers_of(event))),
    Facet("people", lambda tour, event: map(tour.known_as, event.participants)),
    Facet("kinds", lambda _, event: [event.kind]),
    Facet("topics", lambda _, event: event.topics),
    Facet("statuses", lambda _, event: [str(event.status)]),
)


@dataclass(frozen=True, slots=True)
class Selection:
    """The events that a view leaves.

    ``mask`` has a truth value for each event of the whole tour, in its order. ``counts`` tell for each facet and each
    of its values how many events would be left if that value alone were chosen in the facet and the rest stayed.
    """

    mask: Mask
    counts: dict[str, dict[str, int]]

    @property
    def bits(self) -> str:
        """The mask for a page."""
        return bits(self.mask)

    @property
    def count(self) -> int:
        """How many events are left."""
        return int(self.mask.sum())


def bits(mask: Mask) -> str:
    """Truth values for a page: one bit for each, the first in the lowest bit of the first byte, as base64."""
    return base64.b64encode(np.packbits(mask, bitorder="little").tobytes()).decode("ascii")


def bits_of(events: list[int], total: int) -> str:
    """The bits of all events, of which those with these indices are true."""
    mask = np.zeros(total, dtype=bool)
    mask[events] = True
    return bits(mask)


class _Table:
    """The events of one tour as columns: days as ordinals, text to search, and a truth value for each facet's value."""

    def __init__(self, tour: Tour) -> None:
        events = tour.events
        days = [(*e.when.reach, *(e.certain_days or (dt.date.max, dt.date.min))) for e in events]
        ordinals = np.array([[day.toordinal() for day in row] for row in days], dtype="int64").reshape(-1, 4)
        self.days = pd.DataFrame(ordinals, columns=["first", "last", "certain_first", "certain_last"])
        self.facets = {facet.name: _indicators(facet, tour) for facet in FACETS}
        self.tour = tour

    @cached_property
    def text(self) -> list[str]:
        """What a search looks through, for each event: made when somebody searches, as most readers never do."""
        labels = cache(lambda slug: everywhere(self.tour.label(slug)))
        lands = cache(lambda code: everywhere(country.name(code)) if code else "")
        places: dict[str, str] = {}  # by title and id: a place itself takes long to be compared
        found = []
        for event in self.tour.events:
            place = event.place
            key = f"{place.title} {place.id}"
            if key not in places:
                places[key] = place_everywhere(place)
            named = (places[key], lands(place.country), *map(labels, (*event.topics, event.kind)))
            found.append("\n".join((_said(self.tour, event), *named)))
        return found


def _indicators(facet: Facet, tour: Tour) -> pd.DataFrame:
    found: dict[str, Mask] = {}
    for index, event in enumerate(tour.events):
        for value in facet.values(tour, event):
            if value not in found:
                found[value] = np.zeros(len(tour.events), dtype=bool)
            found[value][index] = True
    return pd.DataFrame({value: found[value] for value in sorted(found)}, index=range(len(tour.events)))


def _said(tour: Tour, event: Event) -> str:
    """What the tour says of an event, of who took part and in claims, in every language of the tour."""
    people = (tour.person[p] for p in event.participants if p in tour.person)
    words = [event.title, event.summary, event.at.toponym]
    words += [text for p in people for text in (f"{p.name} {p.role}", p.name, p.role, p.organisation)]
    words += [claim.value for claim in tour.claims_on.get(event.id, ())]
    words += [other for text in words for other in others_of(text).values()]
    return "\n".join(words).casefold()


def place_everywhere(place: Place) -> str:
    """The name of a place in each language; of one that is known by its position alone, no list has any."""
    return _with_others(place.title) if place.id.startswith(GIVEN) else everywhere(place_name(place))


def everywhere(text: str) -> str:
    """A name or label in each language in which readers see it, and in those of the tour."""
    said = (Words(code).say(text) for code in (ENGLISH, *translated()))
    return _with_others(text, *said)


def _with_others(text: str, *said: str) -> str:
    return "\n".join(dict.fromkeys((text, *said, *others_of(text).values()))).casefold()


@lru_cache(maxsize=_KEPT)
def _table(tour: Tour) -> _Table:
    return _Table(tour)


@lru_cache(maxsize=_KEPT)
def boundaries(tour: Tour) -> tuple[dt.date, ...]:
    """The days on which an event may begin or end, in order."""
    days = _table(tour).days
    return tuple(dt.date.fromordinal(int(day)) for day in np.unique(days[["first", "last"]].to_numpy()))


def values(tour: Tour) -> dict[str, tuple[str, ...]]:
    """The values that the events of a tour have, by facet."""
    return {name: tuple(map(str, indicators.columns)) for name, indicators in _table(tour).facets.items()}


def choose(tour: Tour, view: View) -> Selection:
    """Tell which events the view leaves, and how many each value of each facet would leave."""
    return _choose(tour, replace(View(), **{name: getattr(view, name) for name in FILTERS}))


@lru_cache(maxsize=64)
def _choose(tour: Tour, view: View) -> Selection:
    table = _table(tour)
    fixed = _days_mask(table.days, view)
    if words := view.text.casefold().split():
        fixed = fixed & _text_mask(table.text, words)
    if told := story.told(tour, view.scene):
        fixed = fixed & np.fromiter((e.id in told.events for e in tour.events), dtype=bool, count=len(tour.events))
    masks = {facet.name: _facet_mask(table.facets[facet.name], getattr(view, facet.name)) for facet in FACETS}
    counts = {}
    for facet in FACETS:
        others = fixed.copy()
        for name, mask in masks.items():
            if name != facet.name:
                others &= mask
        indicators = table.facets[facet.name]
        left = indicators.to_numpy()[others].sum(axis=0)
        counts[facet.name] = {str(v): int(n) for v, n in zip(indicators.columns, left, strict=True)}
    everything = fixed
    for mask in masks.values():
        everything = everything & mask
    return Selection(everything, counts)


def corridors_shown(tour: Tour, view: View) -> tuple[str, ...]:
    """Ids of the corridors that maps show: those that the view asks for, else those of its scene, else of the tour."""
    if view.corridors is not None:
        return view.corridors
    found = story.scene(tour, view.scene)
    return tour.corridors if not found or found.corridor else ()


def select(tour: Tour, view: View) -> Tour:
    """Return the tour with only the events that the view leaves, and what belongs to them.

    Visits stay if one of their events stays, or if they have no event and fit the view themselves; legs stay between
    visits that stay; claims, people and sources stay as far as they are referred to; figures stay, and scenes of the
    story and callouts about something else. Order is kept. A view without filters returns the tour itself.
    """
    if not view.filters:
        return tour
    mask = choose(tour, view).mask
    events = tuple(event for event, kept in zip(tour.events, mask.tolist(), strict=True) if kept)
    ids, visited = {e.id for e in events}, {e.visit for e in events}
    eventful = {e.visit for e in tour.events}
    told = story.told(tour, view.scene)
    visits = tuple(
        v
        for v in tour.visits
        if v.id in visited or (v.id not in eventful and _fits(tour, v, view) and (not told or v.id in told.visits))
    )
    kept_visits = {v.id for v in visits}
    claims = tuple(c for c in tour.claims if c.event in ids)
    legs = tuple(leg for leg in tour.legs if leg.start in kept_visits and leg.end in kept_visits)
    people = {p for e in events for p in e.participants} | {v.traveller for v in visits}
    scenes = tuple(_scenes(tour, ids, kept_visits))
    callouts = tuple(c for c in tour.callouts if c.about in {"", *ids, *(f"{VISIT}{id_}" for id_ in kept_visits)})
    kept = {*(("events", id_) for id_ in ids), *(("visits", id_) for id_ in kept_visits)}
    sources = cited([*visits, *events, *claims, *legs, *tour.figures, *scenes, *callouts])
    return replace(
        tour,
        events=events,
        visits=visits,
        claims=claims,
        legs=legs,
        scenes=scenes,
        callouts=callouts,
        quotations=tuple(q for q in tour.quotations if (q.table, q.record) in kept),
        travellers=tuple(t for t in tour.travellers if t in people),
        people=tuple(p for p in tour.people if p.id in people),
        sources=tuple(s for s in tour.sources if s.id in sources),
    )


def _scenes(tour: Tour, events: Collection[str], visits: Collection[str]) -> Iterator[Scene]:
    """The scenes that are about something that is left, or about nothing in particular."""
    left = {*events, *(f"{VISIT}{id_}" for id_ in visits)}
    for scene in tour.scenes:
        about = tuple(id_ for id_ in scene.events if id_ in left)
        if about or not scene.events:
            yield scene._replace(events=about)


def _days_mask(days: pd.DataFrame, view: View) -> Mask:
    since = (view.since or dt.date.min).toordinal()
    until = (view.until or dt.date.max).toordinal()
    first, last = days["first"], days["last"]
    possibly = (first <= until) & (last >= since)
    if not view.sure:
        return possibly.to_numpy(dtype=bool)
    within = (first >= since) & (last <= until)
    certain = (days["certain_first"] <= until) & (days["certain_last"] >= since)
    return (possibly & (within | certain)).to_numpy(dtype=bool)


def _text_mask(texts: list[str], words: list[str]) -> Mask:
    return np.fromiter((all(word in text for word in words) for text in texts), dtype=bool, count=len(texts))


def _facet_mask(indicators: pd.DataFrame, chosen: tuple[str, ...]) -> Mask:
    if not chosen:
        return np.ones(len(indicators), dtype=bool)
    known = [value for value in chosen if value in indicators.columns]
    return np.asarray(indicators[known].to_numpy(dtype=bool).any(axis=1))


def _fits(tour: Tour, visit: Visit, view: View) -> bool:
    """Whether a visit without events belongs to the view: only its dates, country and traveller can tell."""
    if view.people or view.kinds or view.topics or view.statuses or view.text:
        return False
    if view.countries and visit.place.country not in view.countries:
        return False
    if view.travellers and tour.known_as(visit.traveller) not in view.travellers:
        return False
    since, until = view.since or dt.date.min, view.until or dt.date.max
    if visit.when is None:
        return view.since is None and view.until is None
    within = visit.when.surely_within if view.sure else visit.when.possibly_within
    return within(since, until)
