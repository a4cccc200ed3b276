"""A comparison is one tour that holds the records of both, each still told apart."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from mapapp.assembly import snapshot
from mapapp.beside import apart, joined
from mapapp.catalogue.tours import load_tour
from mapapp.errors import NotInCatalogue, ViewError
from mapapp.marks import marks, visit_numbers
from mapapp.selection import choose, select, values
from mapapp.source import Citation, Quotation, Source
from mapapp.tour import Person, Tour, cited
from mapapp.view import View
from mapapp.words.cards import cards
from mapapp.words.event_order import in_list
from tests.fixtures import TOURS
from tests.fixtures.places import KnownPlaces

EU = "central-asia-2025"
BOTH = View(tour=EU, beside="us-central-asia-2015")


def loaded(name: str) -> Tour:
    return load_tour(TOURS / name, KnownPlaces()).tour


def ids(records: Iterable[object]) -> list[str]:
    return [getattr(record, "id") for record in records]  # noqa: B009  # records of several kinds


def test_nothing_of_one_tour_can_be_taken_for_something_of_the_other() -> None:
    """Even two copies of one tour keep every record apart, but for the sources, which are the same ones."""
    tour, copy = loaded("one-city-twice"), loaded("one-city-twice")
    both = joined(tour, copy)
    for records in (both.events, both.visits, both.people):
        assert len({*ids(records)}) == len(records)
    assert len(both.events) == 2 * len(tour.events) and len(both.legs) == 2 * len(tour.legs)
    assert both.sources == tour.sources
    assert all(both.letter(event.id) == "A" for event in tour.events)
    assert [both.letter(event.id) for event in both.events[len(tour.events) :]] == ["B"] * len(copy.events)


def test_sides_of_one_title_are_told_apart_by_their_ids() -> None:
    """A copy and its origin have one title, and "Spring compared with Spring" would tell nobody which is A."""
    tour, copy = loaded("one-city-twice"), replace(loaded("one-city-twice"), id="copy")
    both = joined(tour, copy)
    assert [str(side.title) for side in both.sides] == [f"{tour.title} (one-city-twice)", f"{tour.title} (copy)"]
    assert f"{tour.title} (copy)" in str(both.title)
    other = joined(tour, replace(copy, title="Another tour"))
    assert [str(side.title) for side in other.sides] == [tour.title, "Another tour"]


def test_what_refers_to_a_record_finds_it_under_its_new_id() -> None:
    both = snapshot(BOTH).whole
    assert {event.visit for event in both.events} - {""} <= both.visit.keys()
    assert {p for event in both.events for p in event.participants} <= both.person.keys()
    assert {end for leg in both.legs for end in (leg.start, leg.end)} <= both.visit.keys()
    assert {claim.event for claim in both.claims} <= both.event.keys()
    assert cited([*both.visits, *both.events, *both.claims, *both.legs, *both.figures]) <= both.source.keys()
    assert {*both.travellers} <= both.person.keys()


def test_an_id_that_begins_like_those_of_the_second_side_is_no_trap() -> None:
    tour = loaded("one-visit")
    first = replace(tour, people=(*tour.people, Person("b.x", "X"), Person("b..x", "Y")))
    both = joined(first, loaded("one-visit"))
    assert both.sides[1].prefix == "b..."
    assert len({*ids(both.people)}) == len(both.people)


def test_sources_of_one_id_that_differ_are_two() -> None:
    tour = loaded("one-visit")
    source = tour.sources[0]
    other = replace(tour, sources=(Source(source.id, "Another title", "Another publisher"), *tour.sources[1:]))
    both = joined(tour, other)
    citations = both.visits[len(tour.visits)].citations
    assert all(both.source[c.source].title == "Another title" for c in citations if c.source != source.id)
    assert Citation(source.id) not in citations


def test_stops_are_lettered_and_counted_on_each_side() -> None:
    both = snapshot(BOTH).whole
    labels = [mark.label for mark in marks(both) if mark.symbol == "stop"]
    assert labels[:3] == ["A1", "A2", "A3"] and labels[-7:] == [f"B{n}" for n in range(1, 8)]
    assert visit_numbers(both)["b.ashgabat"] == "B6"
    signs = [f"{mark.letter}{number}" for mark in marks(both) for number in mark.numbers]
    assert len(signs) == len(set(signs)), "two travellers of a side have one colour, so their stops have one row"
    assert "A4" in signs and visit_numbers(both)["vassilenko-ashgabat"] == "A4"
    assert all(mark.letter == "A" for mark in marks(both) if mark.symbol == "summit")


def test_colours_are_those_of_the_sides() -> None:
    both = snapshot(BOTH).whole
    assert both.travellers == ("kallas", "vassilenko", "b.kerry")
    assert both.hues == (0, 0, 1)
    assert snapshot(View(tour=EU)).whole.hues == (0, 1)


def test_filters_apply_to_both_sides() -> None:
    whole = snapshot(BOTH).whole
    left = snapshot(replace(BOTH, countries=("TM",))).tour
    assert {left.letter(event.id) for event in left.events} == {"A", "B"}
    assert all(event.place.country == "TM" for event in left.events)
    assert select(whole, replace(BOTH, countries=("TM",))).sides == whole.sides


def test_who_is_in_both_tours_is_one_person_for_filters() -> None:
    whole = snapshot(BOTH).whole
    assert whole.person["rahmon"].name == whole.person["b.rahmon"].name
    assert "b.rahmon" not in values(whole)["people"]
    left = select(whole, View(people=("rahmon",)))
    assert {left.letter(event.id) for event in left.events} == {"A", "B"}


def test_people_of_one_name_and_two_countries_are_two() -> None:
    tour = loaded("one-visit")
    person = tour.people[0]
    other = replace(tour, people=(replace(person, country="XX"), *tour.people[1:]))
    here = replace(tour, people=(replace(person, country="YY"), *tour.people[1:]))
    assert "b." + person.id not in dict(joined(here, other).sides[1].same)
    assert dict(joined(tour, tour).sides[1].same)["b." + person.id] == person.id


def test_a_traveller_stands_beside_the_others_of_the_tour() -> None:
    """An event that both attended is on either side, one that none attended is on the first."""
    whole = snapshot(View(tour=EU)).whole
    both = apart(whole, "vassilenko")
    assert both.travellers == ("kallas", "vassilenko") and both.hues == (0, 1)
    assert both.people == whole.people and both.sources == whole.sources
    first = {e.id for e in both.events if both.letter(e.id) == "A"}
    second = {e.id.removeprefix("b.") for e in both.events if both.letter(e.id) == "B"}
    attended = {e.id for e in whole.events if "vassilenko" in whole.travellers_of(e)}
    alone = {e.id for e in whole.events if whole.travellers_of(e) == ("vassilenko",)}
    assert second == attended
    assert first == {*ids(whole.events)} - alone


@pytest.mark.parametrize("beside", ["traveller:nobody", "traveller:", EU])
def test_what_cannot_be_compared_is_said(beside: str) -> None:
    with pytest.raises(ViewError) as caught:
        snapshot(View(tour=EU, beside=beside))
    assert caught.value.parameter == "with"


def test_a_tour_with_one_traveller_has_nobody_to_compare_with() -> None:
    with pytest.raises(ViewError, match="one traveller"):
        snapshot(View(tour="us-central-asia-2015", beside="traveller:kerry"))


def test_a_tour_that_is_not_there_is_said() -> None:
    with pytest.raises(NotInCatalogue):
        snapshot(View(tour=EU, beside="nowhere"))


def test_a_list_has_one_side_after_the_other() -> None:
    both = snapshot(BOTH).whole
    told = cards(both)
    every = [*told["events"], *told["visits"]]
    letters = [both.letter(every[index]["id"].removeprefix("visit:")) for index in in_list(both)]
    assert letters == sorted(letters) and {*letters} == {"A", "B"}
    assert len(letters) == len(every)


def test_the_bits_of_a_selection_are_those_of_all_events() -> None:
    both = snapshot(BOTH).whole
    assert choose(both, View(travellers=("b.kerry",))).count == sum(1 for e in both.events if both.letter(e.id) == "B")


def test_quotations_go_with_their_records_and_sources() -> None:
    """Those of the other side, too, whose records and sources have new ids."""
    tour = loaded("one-visit")
    source, visit, event = tour.sources[0], tour.visits[0], tour.events[0]
    told = tuple(
        Quotation(table, record, f"of {table}", Citation(source.id, "p. 1"))
        for table, record in (("visits", visit.id), ("events", event.id))
    )
    first = replace(tour, quotations=told)
    other = replace(first, sources=(Source(source.id, "Another title", "Another publisher"), *tour.sources[1:]))
    both = joined(first, other)
    assert [q.words for q in both.quotations] == ["of visits", "of events"] * 2
    assert both.quotations[:2] == told
    for quotation in both.quotations[2:]:
        records = both.visit if quotation.table == "visits" else both.event
        assert quotation.record in records and quotation.record not in (visit.id, event.id)
        assert both.source[quotation.citation.source].title == "Another title"
        assert quotation.citation.locator == "p. 1"
