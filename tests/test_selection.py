"""A tour seen through a filter is a smaller tour."""

import datetime as dt
import json
from dataclasses import fields, replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings

from mapapp.catalogue.tours import load_tour
from mapapp.selection import FACETS, _days_mask, boundaries, choose, select
from mapapp.tour import Event, Status, Tour
from mapapp.view import View
from tests.fixtures import TOURS, injection, many_events
from tests.fixtures.places import KnownPlaces
from tests.fixtures.strategies import filters, tours

few = settings(max_examples=50)  # each example makes a table of its own
DAYS = json.loads((Path(__file__).parent / "fixtures" / "days.json").read_text(encoding="utf-8"))
NOTHING = View(kinds=("absent",))


def twice() -> Tour:
    return load_tour(TOURS / "one-city-twice", KnownPlaces()).tour


def ids(tour: Tour, view: View) -> list[str]:
    return [event.id for event in select(tour, view).events]


def asked(view: View, name: str, value: object) -> View:
    return replace(view, **{name: value})  # type: ignore[arg-type]  # any field, each with its type


def contents(tour: Tour) -> list[object]:
    return [getattr(tour, f.name) for f in fields(tour)]


def remains(tour: Tour, event: Event, view: View) -> bool:
    """Whether the event fits the view, worked out without tables, for comparison."""
    span = view.since or dt.date.min, view.until or dt.date.max
    certain = event.certain_days
    sure = span[0] <= event.when.reach[0] and event.when.reach[1] <= span[1]
    sure = sure or bool(certain and certain[0] <= span[1] and certain[1] >= span[0])
    if not (event.when.possibly_within(*span) and (sure or not view.sure)):
        return False
    for facet in FACETS:
        chosen = getattr(view, facet.name)
        if chosen and not set(chosen) & set(facet.values(tour, event)):
            return False
    text = f"{event.title} {event.place.title} otherwise".casefold()
    return all(word in text for word in view.text.casefold().split())


@few
@given(tours(), filters())
def test_the_events_that_remain_are_those_that_fit(tour: Tour, view: View) -> None:
    expected = [event.id for event in tour.events if remains(tour, event, view)]
    assert ids(tour, view) == expected
    assert choose(tour, view).count == len(expected)


@few
@given(tours(), filters())
def test_selecting_twice_changes_nothing(tour: Tour, view: View) -> None:
    once = select(tour, view)
    assert contents(select(once, view)) == contents(once)


@few
@given(tours(), filters())
def test_order_is_kept_and_nothing_is_made_up(tour: Tour, view: View) -> None:
    """Every record of the smaller tour is one of the larger, in the same order."""
    smaller = select(tour, view)
    for name in ("events", "visits", "claims", "legs", "people", "travellers", "sources", "figures"):
        records = iter(getattr(tour, name))
        assert all(any(record is other for other in records) for record in getattr(smaller, name)), name


@few
@given(tours(), filters())
def test_nothing_refers_to_what_is_gone(tour: Tour, view: View) -> None:
    smaller = select(tour, view)
    assert {e.visit for e in smaller.events} <= {"", *smaller.visit}
    assert {c.event for c in smaller.claims} <= smaller.event.keys()
    assert {v for leg in smaller.legs for v in (leg.start, leg.end)} <= smaller.visit.keys()
    assert {p for e in smaller.events for p in e.participants} <= smaller.person.keys()
    assert {*smaller.travellers, *(v.traveller for v in smaller.visits)} <= smaller.person.keys()


@few
@given(tours(), filters())
def test_counts_are_what_really_remains_when_that_value_is_chosen(tour: Tour, view: View) -> None:
    counts = choose(tour, view).counts
    assert counts.keys() == {facet.name for facet in FACETS}
    for name, values in counts.items():
        for value, count in values.items():
            assert count == len(select(tour, asked(view, name, (value,))).events), (name, value)


@few
@given(tours(), filters())
def test_every_value_that_can_be_asked_for_has_a_count(tour: Tour, view: View) -> None:
    """Also those that would leave nothing, so that a reader sees why."""
    counts = choose(tour, view).counts
    for facet in FACETS:
        assert set(counts[facet.name]) == {v for e in tour.events for v in facet.values(tour, e)}


@few
@given(tours(), filters())
def test_what_surely_lies_inside_possibly_does(tour: Tour, view: View) -> None:
    surely, possibly = (choose(tour, replace(view, sure=sure)).mask for sure in (True, False))
    assert not (surely & ~possibly).any()


@few
@given(tours())
def test_the_span_holds_every_event(tour: Tour) -> None:
    days = boundaries(tour)
    if not days:
        assert not tour.events
        return
    assert ids(tour, View(since=days[0], until=days[-1], sure=True)) == [e.id for e in tour.events]


@pytest.mark.parametrize(
    ("days", "since", "until", "possibly", "surely"), [case[1:] for case in DAYS], ids=[case[0] for case in DAYS]
)
def test_days_are_filtered_as_the_page_filters_them(
    days: list[str], since: str, until: str, possibly: bool, surely: bool
) -> None:
    """The table is read by tests/js/timeline.test.js, too."""
    first, last, *certain = map(dt.date.fromisoformat, days)
    table = pd.DataFrame(
        [[d.toordinal() for d in (first, last, *(certain or (dt.date.max, dt.date.min)))]],
        columns=["first", "last", "certain_first", "certain_last"],
    )
    ends = [dt.date.fromisoformat(day) if day else None for day in (since, until)]
    view = View(since=ends[0], until=ends[1])
    assert bool(_days_mask(table, view)[0]) is possibly
    assert bool(_days_mask(table, replace(view, sure=True))[0]) is surely


def test_a_view_without_filters_returns_the_tour_itself() -> None:
    tour = twice()
    assert select(tour, View(theme="dark", event="dinner")) is tour


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(since=dt.date(2025, 5, 5), until=dt.date(2025, 5, 5)), ["breakfast", "dinner"]),
        (View(since=dt.date(2025, 5, 4), until=dt.date(2025, 5, 4)), ["walk"]),
        (View(since=dt.date(2025, 5, 4), until=dt.date(2025, 5, 4), sure=True), []),
        (View(since=dt.date(2025, 5, 3), until=dt.date(2025, 5, 4), sure=True), ["walk"]),
        (View(since=dt.date(2025, 6, 10)), ["forum"]),
        (View(since=dt.date(2025, 6, 10), sure=True), []),
        (View(countries=("TJ",)), ["forum"]),
        (View(countries=("TJ", "UZ"), topics=("trade",)), ["signing", "breakfast", "forum"]),
        (View(travellers=("okafor",)), ["dinner"]),
        (View(people=("okafor", "rivers"), kinds=("ceremony",)), ["signing"]),
        (View(statuses=("cancelled", "announced")), ["walk", "forum"]),
        (View(statuses=("cancelled",), countries=("TJ",)), []),
        (View(text="glacier TASHKENT"), ["breakfast", "dinner"]),
        (View(text="toshkent"), []),
        (View(text="ada rivers"), ["signing", "walk", "breakfast", "dinner"]),
        (View(text="tajik"), ["forum"]),
        (View(text="2025-06-10"), ["forum"]),
        (View(topics=("absent",)), []),
        (View(topics=("absent", "water")), ["breakfast", "dinner"]),
    ],
)
def test_filters(view: View, expected: list[str]) -> None:
    """Any item of one filter may match, all filters must; text is found in titles, places, people, labels, claims."""
    assert ids(twice(), view) == expected


def test_what_belongs_to_the_events_stays_with_them() -> None:
    smaller = select(twice(), View(since=dt.date(2025, 5, 5), until=dt.date(2025, 5, 5)))
    assert [v.id for v in smaller.visits] == ["tashkent-back", "okafor-tashkent"]
    assert [c.event for c in smaller.claims] == ["dinner", "dinner"]
    assert smaller.legs == ()
    assert smaller.travellers == ("rivers", "okafor")
    assert [s.id for s in smaller.sources] == ["report", "diary"]


def test_a_visit_without_events_is_judged_by_itself() -> None:
    """Its dates, country and traveller can tell; asked for a topic or a word, it has nothing to show."""
    tour = load_tour(TOURS / "no-events", KnownPlaces()).tour

    def stays(view: View) -> list[str]:
        return [v.id for v in select(tour, view).visits]

    assert stays(View(sure=True)) == ["osh", "undated"]
    assert stays(View(since=dt.date(2025, 4, 1), sure=True)) == ["osh"]
    assert stays(View(since=dt.date(2025, 4, 2))) == []
    assert stays(View(countries=("TJ",))) == ["undated"]
    assert stays(View(travellers=("rivers",))) == ["osh", "undated"]
    assert stays(View(travellers=("okafor",))) == []
    assert stays(View(text="osh")) == stays(View(topics=("water",))) == []


def test_an_empty_result_is_an_empty_tour_that_still_counts() -> None:
    tour = twice()
    assert ids(tour, NOTHING) == []
    assert select(tour, NOTHING).title == tour.title
    assert choose(tour, NOTHING).count == 0
    assert choose(tour, NOTHING).counts["kinds"] == {"ceremony": 1, "meeting": 2, "side-event": 1, "summit": 1}


@pytest.mark.parametrize(
    "tour", [Tour("t", "T"), load_tour(TOURS / "no-events", KnownPlaces()).tour], ids=["bare", "visits"]
)
def test_a_tour_without_events_can_be_asked_anything(tour: Tour) -> None:
    full = View(since=dt.date(2025, 1, 1), until=dt.date(2025, 1, 1), sure=True, text="x", topics=("a",), kinds=("b",))
    assert boundaries(tour) == ()
    assert choose(tour, full).count == choose(tour, View()).count == 0
    assert ids(tour, full) == []


def test_hostile_values_are_only_values(tmp_path: Path) -> None:
    """Every kind, topic and word of the folder of injections can be filtered by, and comes through a link."""
    tour = load_tour(injection.write_tour(tmp_path / "t"), KnownPlaces()).tour
    counts = choose(tour, View()).counts
    for name in ("kinds", "topics"):
        for value, count in counts[name].items():
            view = asked(View(), name, (value,))
            assert len(ids(tour, view)) == count > 0
            assert len(value) > 200 or View.parse(view.query()) == view


def test_a_large_tour_counts_like_a_small_one(tmp_path: Path) -> None:
    tour = load_tour(many_events.write_tour(tmp_path / "many", 1000), KnownPlaces()).tour
    view = View(topics=("water",), statuses=(Status.HELD,), until=many_events.FIRST_DAY + dt.timedelta(days=60))
    expected = [event.id for event in tour.events if remains(tour, event, view)]
    assert 0 < len(expected) < 200
    assert ids(tour, view) == expected


@pytest.mark.parametrize("text", ["Таджикистан", "Tadschikistan", "Тәжікстан", "TADJIKISTAN", "طاجيكستان"])
def test_countries_are_found_in_every_language_of_readers(text: str) -> None:
    """The tour is in one language; pages show its countries, towns, kinds and topics in that of the reader."""
    assert ids(twice(), View(text=text)) == ["forum"]


def test_towns_are_found_in_every_language_of_readers() -> None:
    place = replace(twice().events[0].place, id="geonames:1512569", title="Tashkent")
    first = replace(twice().events[0], at=replace(twice().events[0].at, place=place, toponym="Tashkent"))
    tour = replace(twice(), events=(first,))
    for text in ("Ташкент", "Taschkent", "Tachkent", "طشقند"):
        assert ids(tour, View(text=text)) == [first.id], text
