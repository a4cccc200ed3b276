"""Stops without an event stand in the list where their time is."""

from dataclasses import replace

from mapapp import assembly
from mapapp.catalogue.tours import load_tour
from mapapp.marks import eventless
from mapapp.when import When
from mapapp.words.cards import cards
from mapapp.words.event_order import in_list
from tests.fixtures import TOURS
from tests.fixtures.places import KnownPlaces


def test_a_stop_before_the_first_event_comes_first() -> None:
    tour = assembly.loaded("us-central-asia-2015").tour
    assert in_list(tour) == [10, *range(10)]


def test_stops_between_events_stand_between_them() -> None:
    tour = load_tour(TOURS / "around-the-world", KnownPlaces()).tour
    said = cards(tour)
    every = [*said["events"], *said["visits"]]
    places = [every[index]["place"].partition(",")[0] for index in said["order"]]
    assert places == ["Tokyo", "San Francisco", "New York", "London", "Dubai", "Tokyo"]


def test_a_stop_without_days_keeps_its_place_among_the_stops_of_its_traveller() -> None:
    tour = load_tour(TOURS / "around-the-world", KnownPlaces()).tour
    undated = tuple(replace(visit, arrival=None, departure=None) for visit in tour.visits)
    assert in_list(replace(tour, visits=undated)) == in_list(tour)


def test_a_tour_of_events_only_has_them_in_their_order() -> None:
    tour = assembly.loaded("central-asia-2025").tour
    assert in_list(tour) == list(range(len(tour.events)))


def test_a_stop_of_which_only_the_month_is_known_comes_after_the_events_of_earlier_stops() -> None:
    tour = assembly.loaded("us-central-asia-2015").tour
    last = next(visit for visit in reversed(tour.visits) if visit.traveller == tour.travellers[0])
    own = tuple(e for e in tour.events if e.visit != last.id)
    vague = replace(last, arrival=When.parse(f"{own[0].when.earliest:%Y-%m}"), departure=None)
    moved = replace(tour, visits=tuple(vague if v.id == last.id else v for v in tour.visits), events=own)
    assert in_list(moved)[-1] == len(own) + len(eventless(moved)) - 1
